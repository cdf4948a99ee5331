// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/QtHttpServerCompat.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>
#include <QTcpSocket>

#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
#include <QHttpServerConfiguration>
#endif

namespace understudy {

void QtHttpServerCompat::bindTo(QTcpServer *server)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
    // The guard keeps the time; Qt's own 15 s would cut slow uploads, which it does not see.
    QHttpServerConfiguration settings = configuration();
    settings.setKeepAliveTimeout(std::chrono::hours(24));
    setConfiguration(settings);
#endif
    bind(server);
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)

bool QtHttpServerCompat::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    if (!requestCame(request.remotePort()))
        return false;
    // Only for answers that go on: a responder that dies inside this call makes Qt connect readyRead twice.
    if (stillRunning())
        holdToken(std::make_shared<QHttpServerResponder>(std::move(responder)));
    return true;
}

void QtHttpServerCompat::missingHandler(const QHttpServerRequest &, QHttpServerResponder &responder)
{
    responder.write(QHttpServerResponder::StatusCode::InternalServerError);
}

#else

bool QtHttpServerCompat::handleRequest(const QHttpServerRequest &, QTcpSocket *socket)
{
    return requestCame(socket->peerPort());
}

void QtHttpServerCompat::missingHandler(const QHttpServerRequest &, QTcpSocket *socket) { socket->disconnectFromHost(); }

#endif

} // namespace understudy
