// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractHttpServer>

#include <memory>

QT_BEGIN_NAMESPACE
class QTcpServer;
QT_END_NAMESPACE

namespace understudy {

/// The differences between QAbstractHttpServer of Qt 6.4 and of 6.5 and later, in one place. What is behind it never sees Qt's
/// request or responder: it is told that a request has come and from which port.
class QtHttpServerCompat : public QAbstractHttpServer {
public:
    void bindTo(QTcpServer *server); ///< takes ownership

protected:
    /// False: not ours.
    virtual bool requestCame(quint16 peerPort) = 0;
    /// After requestCame: the answer goes on later and this token must live until its end (empty before Qt 6.5). Not called
    /// when `stillRunning` says no.
    virtual bool stillRunning() const = 0;
    virtual void holdToken(std::shared_ptr<void> token) = 0;

private:
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#endif
};

} // namespace understudy
