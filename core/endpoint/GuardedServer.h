// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/ShardContext.h"

#include <QTcpServer>

namespace understudy {

/// The QTcpServer that QHttpServer is bound to in a shard. It accepts nothing by itself: connections come as descriptors from
/// the Acceptor, become sockets in the shard's thread, and get their guard before QHttpServer sees them. It "listens" on a
/// nameless local socket nobody can find, because QHttpServer refuses a server that does not listen.
class GuardedServer final : public QTcpServer {
public:
    explicit GuardedServer(ShardContext &shard);

    /// Takes the descriptor over, also when it fails.
    void addConnection(qintptr descriptor);

private:
    ShardContext &m_shard;
};

} // namespace understudy
