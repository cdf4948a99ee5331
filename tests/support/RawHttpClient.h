// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/HttpHeaders.h"

#include <QTcpSocket>

namespace understudy::test {

struct RawAnswer {
    int status = 0;
    HttpHeaders headers;
    QByteArray body; ///< chunked coding taken off
    bool complete = false; ///< by Content-Length, the last chunk, or a close where neither was promised
};

/// Takes a chunked body apart. `complete`: the last chunk was there; `rest`: what follows it. Invalid framing: what was valid.
struct Dechunked {
    QByteArray body;
    bool complete = false;
    QByteArray rest;
};
Dechunked dechunk(QByteArrayView bytes);

/// Reads one answer from the start of `bytes`; `closed`: no more will come.
RawAnswer parseAnswer(QByteArrayView bytes, bool closed);

/// A client that sends exactly the bytes it is given; waits by running the event loop, never longer than `timeoutMs`.
class RawHttpClient {
public:
    bool connectTo(quint16 port, int timeoutMs = 5000);
    bool waitConnected(int timeoutMs = 5000); ///< for who called socket().connectToHost()
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }

    /// Waits for one whole answer, or the close.
    RawAnswer receive(int timeoutMs = 5000);
    /// Waits until the received bytes contain `text`.
    bool waitFor(QByteArrayView text, int timeoutMs = 5000);
    bool waitClosed(int timeoutMs = 5000);

    QByteArray received()
    {
        collect();
        return m_received;
    } ///< not yet taken by receive()
    QTcpSocket &socket() { return m_socket; }

private:
    void collect() { m_received += m_socket.readAll(); }
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace understudy::test
