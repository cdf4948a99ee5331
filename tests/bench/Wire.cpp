// SPDX-License-Identifier: GPL-3.0-or-later
#include "Wire.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace understudy::bench {

namespace {

constexpr int kBacklog = 4096;

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int checked(int result, const char *what)
{
    if (result < 0)
        throw std::system_error(errno, std::generic_category(), what);
    return result;
}

} // namespace

void Wire::connectTo(std::uint16_t port)
{
    const int descriptor = checked(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), "socket");
    const sockaddr_in address = loopback(port);
    const int result = connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    if (result != 0 && errno != EINPROGRESS && errno != ECONNREFUSED) {
        const int error = errno;
        ::close(descriptor);
        throw std::system_error(error, std::generic_category(), "connect");
    }
    adopt(descriptor);
    m_connecting = result != 0;
}

void Wire::adopt(int descriptor)
{
    close();
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_descriptor = descriptor;
    m_loop.watch(m_descriptor, EPOLLIN, this);
}

void Wire::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
    m_connecting = m_waitsToWrite = false;
    m_unwritten.clear();
}

void Wire::reset()
{
    const linger none { 1, 0 };
    if (isOpen())
        setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    close();
}

void Wire::write(std::string_view bytes)
{
    if (!isOpen())
        return;
    if (m_unwritten.empty() && !m_connecting) {
        const ssize_t sent = send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN)
            return; // epoll reports the broken connection
        bytes.remove_prefix(sent < 0 ? 0 : std::size_t(sent));
    }
    m_unwritten.append(bytes);
    if (!m_unwritten.empty() && !std::exchange(m_waitsToWrite, true))
        m_loop.change(m_descriptor, EPOLLIN | EPOLLOUT, this);
}

void Wire::flush()
{
    const ssize_t sent = send(m_descriptor, m_unwritten.data(), m_unwritten.size(), MSG_NOSIGNAL);
    if (sent > 0)
        m_unwritten.erase(0, std::size_t(sent));
    if (m_unwritten.empty() && std::exchange(m_waitsToWrite, false))
        m_loop.change(m_descriptor, EPOLLIN, this);
}

void Wire::end(const char *how)
{
    close();
    ended(how);
}

void Wire::ready(std::uint32_t events)
{
    if (std::exchange(m_connecting, false)) {
        int error = 0;
        socklen_t size = sizeof error;
        getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
        if (error != 0)
            return end("refused");
    }
    if (events & EPOLLOUT)
        flush();
    if (!(events & (EPOLLIN | EPOLLHUP | EPOLLERR)))
        return;
    static std::array<char, 65536> buffer;
    const ssize_t count = recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (count > 0)
        return received({buffer.data(), std::size_t(count)});
    if (count == 0)
        return end("closed");
    if (errno != EAGAIN && errno != EINTR)
        return end("reset");
}

std::pair<int, std::uint16_t> listenOnLoopback()
{
    const int descriptor = checked(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), "socket");
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    checked(bind(descriptor, reinterpret_cast<const sockaddr *>(&address), size), "bind");
    checked(listen(descriptor, kBacklog), "listen");
    checked(getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size), "getsockname");
    return {descriptor, ntohs(address.sin_port)};
}

} // namespace understudy::bench
