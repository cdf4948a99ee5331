// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Loop.h"

#include <string>
#include <string_view>

namespace understudy::bench {

// A TCP connection on the loopback interface, never blocking; what cannot be written at once is kept and written later.
class Wire : private Loop::Watcher {
public:
    explicit Wire(Loop &loop)
        : m_loop(loop)
    {
    }
    ~Wire() override { close(); }
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    // Throws std::system_error when there are no descriptors or ports left. A refusal comes later, through ended().
    void connectTo(std::uint16_t port);
    void adopt(int descriptor);
    bool isOpen() const { return m_descriptor >= 0; }
    // Never calls ended() by itself, so it may be used inside received().
    void write(std::string_view bytes);
    // Without ended().
    void close();
    // As close(), but the other side sees a reset.
    void reset();

protected:
    virtual void received(std::string_view bytes) = 0;
    // The other side closed, reset or refused; the wire is closed by then. May destroy this object.
    virtual void ended(const char *how) = 0;

private:
    void ready(std::uint32_t events) override;
    void flush();
    void end(const char *how);

    Loop &m_loop;
    int m_descriptor = -1;
    bool m_connecting = false;
    bool m_waitsToWrite = false;
    std::string m_unwritten;
};

// Listens on 127.0.0.1, any free port; gives (descriptor, port).
std::pair<int, std::uint16_t> listenOnLoopback();

} // namespace understudy::bench
