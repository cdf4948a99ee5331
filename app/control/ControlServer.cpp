// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/ControlServer.h"

#include <QJsonDocument>
#include <QLocalSocket>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace understudy {

using namespace Qt::StringLiterals;

ControlServer::ControlServer(Handler handler, QObject *parent) : QObject(parent), m_handler(std::move(handler))
{
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::accept);
}

ControlServer::~ControlServer() { m_server.close(); }

Result<void> ControlServer::listen(const QString &address)
{
    QLocalServer::removeServer(address);
#ifdef Q_OS_UNIX
    // Not QLocalServer::UserAccessOption: it binds inside a temporary folder first, whose longer path may not fit an address.
    const mode_t before = ::umask(0177);
    const bool listening = m_server.listen(address);
    ::umask(before);
#else
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    const bool listening = m_server.listen(address);
#endif
    if (!listening)
        return Error{ErrorKind::Unavailable, u"The control socket cannot be opened: %1. Other commands will not reach this gateway."_s
                                                 .arg(m_server.errorString()), address};
    return {};
}

void ControlServer::accept()
{
    while (QLocalSocket *client = m_server.nextPendingConnection()) {
        if (m_clients >= MostClients) {
            delete client;
            continue;
        }
        ++m_clients;
        client->setReadBufferSize(LongestLine + 1);
        connect(client, &QLocalSocket::disconnected, this, [this, client] {
            --m_clients;
            client->deleteLater();
        });
        connect(client, &QLocalSocket::readyRead, this, [this, client] { readLines(client); });
        readLines(client);
    }
}

void ControlServer::readLines(QLocalSocket *client)
{
    while (client->canReadLine())
        client->write(QJsonDocument(answer(client->readLine().trimmed())).toJson(QJsonDocument::Compact) + '\n');
    if (client->bytesAvailable() > LongestLine)
        client->abort();
}

QJsonObject ControlServer::answer(const QByteArray &line) const
{
    QJsonParseError problem;
    const QJsonDocument request = QJsonDocument::fromJson(line, &problem);
    if (!request.isObject())
        return {{u"ok"_s, false}, {u"error"_s, u"a request is one JSON object on one line"_s}};
    return m_handler(request.object());
}

} // namespace understudy
