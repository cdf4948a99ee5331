// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QLocalServer>
#include <QObject>

#include <functional>

namespace understudy {

/// Where the owner of a data directory takes wishes of other processes of the same user: JSON lines, one answer line for each
/// request line, in order. It decides nothing; the handler does. Needs an event loop and sleeps without wake-ups.
class ControlServer final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype LongestLine = 65536; ///< bytes; a client that sends more is cut off
    static constexpr int MostClients = 64;

    /// Gets one request, gives the answer. Called in the server's thread.
    using Handler = std::function<QJsonObject(const QJsonObject &request)>;

    explicit ControlServer(Handler handler, QObject *parent = nullptr);
    ~ControlServer() override;

    /// Takes over a socket file that a dead owner left: the caller holds the directory's lock. The socket has mode 0600.
    Result<void> listen(const QString &address);

private:
    void accept();
    void readLines(QLocalSocket *client);
    QJsonObject answer(const QByteArray &line) const;

    Handler m_handler;
    QLocalServer m_server;
    int m_clients = 0;
};

} // namespace understudy
