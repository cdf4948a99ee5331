// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/RequestId.h"
#include "base/Result.h"
#include "endpoint/ResponseHead.h"

#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <vector>

namespace understudy {

/// Owns the listening socket and hands accepted descriptors to the shards, the least loaded first (ties round robin). Lives in
/// one thread. A shard's load is told by `release`, which any thread may call by a queued call to this one.
class Acceptor final : public QTcpServer {
public:
    /// Gives a descriptor away; called in the Acceptor's thread, so it normally queues a call into the shard's.
    using Target = std::function<void(qintptr descriptor)>;

    Acceptor(std::vector<Target> shards, int maxConnections, QObject *parent = nullptr);

    /// Port 0: any. The Error names the port, whether something answers there, and what to do.
    Result<void> open(const QHostAddress &address, quint16 port);
    /// No new connections (the port is closed); existing ones are not touched.
    void stop();

    /// A connection of that shard is gone.
    void release(std::size_t shard, int connections = 1);
    int connections() const { return m_total; }

private:
    void incomingConnection(qintptr descriptor) override;
    void refuse(qintptr descriptor);
    void pause();

    std::vector<Target> m_shards;
    std::vector<int> m_load;
    std::size_t m_next = 0;
    int m_total = 0;
    const int m_max;
    RequestIdGenerator m_ids; ///< for the refusals
    DateCache m_date;
    QTimer m_resume; ///< runs only while accepting is paused for want of descriptors
};

} // namespace understudy
