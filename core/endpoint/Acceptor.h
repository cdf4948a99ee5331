// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/RequestId.h"
#include "base/Result.h"
#include "endpoint/ResponseHead.h"

#include <QSocketNotifier>
#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace understudy {

/// Owns the listening socket and hands accepted descriptors to the shards, the least loaded first (ties round robin). Lives in
/// one thread.
class Acceptor final : public QTcpServer {
public:
    /// A shard as the Acceptor sees it. Both are called in the Acceptor's thread.
    struct Target {
        std::function<void(qintptr descriptor)> take; ///< takes the descriptor over; normally a queued call into the shard
        std::function<int()> connections;             ///< how many it has, those on their way to it included
    };

    Acceptor(std::vector<Target> shards, int maxConnections, QObject *parent = nullptr);

    /// Beyond `maxConnections` a connection gets the 503 and a second to read it; so many of these are open at once.
    static int mostLingering(int maxConnections);

    /// Port 0: any. The Error names the port, whether something answers there, and what to do.
    Result<void> open(const QHostAddress &address, quint16 port);
    /// No new connections (the port is closed); existing ones are not touched.
    void stop();

    int connections() const; ///< of all shards
    void setMaxConnections(int most) { m_max = most; } ///< for those that come from now on

private:
    void incomingConnection(qintptr descriptor) override;
    void refuse(qintptr descriptor);
    void pause();
    void acceptOurselves();

    std::vector<Target> m_shards;
    std::size_t m_next = 0;
    int m_max;
    RequestIdGenerator m_ids; ///< for the refusals
    DateCache m_date;
    QList<QTcpSocket *> m_refused; ///< the longest refused first; children
    std::unique_ptr<QSocketNotifier> m_notifier; ///< Linux: of the listening socket
    QTimer m_resume{this}; ///< runs only while accepting is paused for want of descriptors; a child, so that it moves along
};

} // namespace understudy
