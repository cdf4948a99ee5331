// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/GuardedServer.h"

#include "endpoint/ConnectionGuard.h"

#ifdef Q_OS_LINUX
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace understudy {

namespace {

constexpr qint64 ReadBufferBytes = 256 * 1024; ///< one read at most; the guard empties it each time

/// A listening socket without a name that can be connected to; -1 where there is no such thing.
qintptr quietListener()
{
#ifdef Q_OS_LINUX
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    // Only the family: the kernel picks an unused abstract name.
    if (fd >= 0 && ::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof(sa_family_t)) == 0 && ::listen(fd, 0) == 0)
        return fd;
    if (fd >= 0)
        ::close(fd);
#endif
    return -1;
}

} // namespace

GuardedServer::GuardedServer(ShardContext &shard) : m_shard(shard)
{
    const qintptr quiet = quietListener();
    if (quiet < 0 || !setSocketDescriptor(quiet))
        listen(QHostAddress::LocalHost, 0);
    pauseAccepting();
}

void GuardedServer::addConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
#ifdef Q_OS_LINUX
        ::close(int(descriptor));
#endif
        if (m_shard.whenClosed)
            m_shard.whenClosed();
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    socket->setReadBufferSize(ReadBufferBytes);
    new ConnectionGuard(socket, m_shard);
    addPendingConnection(socket);
}

} // namespace understudy
