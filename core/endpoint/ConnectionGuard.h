// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/Dechunker.h"
#include "endpoint/HeadParser.h"
#include "endpoint/ShardContext.h"

#include <QTcpSocket>

namespace understudy {

class ConnectionSink;

/// Stands between one client's socket and QHttpServer, because QHttpServer takes what it should refuse (QT-NOTES §2): it reads
/// every byte first, parses strictly, refuses by itself, collects the body within the budget, and only then puts one small
/// canonical request in front of QHttpServer's own parser, which hands it to HttpFrontend. So the two can never disagree
/// about where a message ends. One request at a time: what a client sends ahead waits, or ends the connection after the
/// running answer if it is too much.
///
/// Child of the socket and dies with it. Must be made before QHttpServer sees the socket: its slot has to run first.
class ConnectionGuard final : public QObject {
public:
    enum class State {
        Idle,    ///< between requests
        Head,    ///< part of a head has come
        Body,    ///< Content-Length bytes are due
        Chunks,  ///< a chunked body is due
        Ready,   ///< the canonical request lies in the socket for QHttpServer
        Busy,    ///< the handler has it; the answer is not complete
        Closing, ///< our last byte is written; waits for the client's close and throws away what still comes
        Gone,
    };
    static constexpr qsizetype ReadAheadBytes = 64 * 1024; ///< of a next request while one runs

    ConnectionGuard(QTcpSocket *socket, ShardContext &shard);
    ~ConnectionGuard() override;
    Q_DISABLE_COPY_MOVE(ConnectionGuard)

    State state() const { return m_state; }
    quint16 peerPort() const { return m_peerPort; }
    MonotonicTime deadline() const { return m_deadline; }
    void expire();    ///< the deadline has passed
    void drain();     ///< close if idle; a running answer says "Connection: close" if its head is not out yet
    void abandon();   ///< the server goes away: tells the listener and lets go of everything

    /// QHttpServer came with the request that was handed over: the handler gets it.
    void dispatch();
    /// Kept while Busy (from Qt 6.5 on QHttpServer reads on when its responder dies).
    void hold(std::shared_ptr<void> token) { m_token = std::move(token); }

    // For the sink.
    void sendWhole(const WholeResponse &response);
    void begin(int status, const HttpHeaders &headers);
    void write(QByteArrayView bytes);
    void finish();
    void abort();
    void sinkDropped(); ///< destroyed before it was finished
    qint64 backlog() const { return m_socket->bytesToWrite(); }

private:
    void onReadyRead();
    void onBytesWritten();
    void onDisconnected();
    void pull();
    bool step();
    bool idle();
    bool head();
    bool body();
    bool chunks();
    bool busy();

    bool acceptHead();
    std::optional<WholeResponse> judge();
    bool charge(qint64 received);
    void expectBody();
    bool bodyComplete();
    void handOver();
    void refuse(const WholeResponse &response, bool mayKeep);
    void refuse(const Refusal &refusal);
    bool answerClosesConnection() const;
    void startContext();
    void send(const QByteArray &bytes);
    void answered(bool close);
    void nextRequest();
    void close();
    void shutDownWriting();
    void setDeadline(MonotonicTime when);
    void setDeadlineIn(Milliseconds time);
    void tellGone();
    void tellDrained();

    QTcpSocket *const m_socket;
    ShardContext *m_shard;
    State m_state = State::Idle;
    const quint16 m_peerPort;

    QByteArray m_in; ///< read and not yet consumed
    HeadParser m_parser;
    ParsedHead m_request;
    ResponseContext m_context;
    MonotonicTime m_arrived{};
    std::shared_ptr<const void> m_admission;
    QByteArray m_body;
    std::optional<Dechunker> m_dechunker;
    BodyShare m_share;
    qint64 m_bodyMark = 0; ///< body bytes at which the deadline was last moved

    ConnectionSink *m_sink = nullptr;
    std::shared_ptr<void> m_token;
    BodyFraming m_framing = BodyFraming::Length;
    bool m_closeSaid = false;    ///< the head that is out says "Connection: close"
    bool m_closeAfter = false;   ///< too much was sent ahead
    bool m_aboveHigh = false;
    bool m_shutDown = false;
    bool m_sending = false;      ///< inside a call of the sink: the listener is told later
    bool m_headTimed = false;    ///< the time for this head runs
    bool m_served = false;       ///< at least one request was read
    MonotonicTime m_deadline = ShardContext::Never;
};

} // namespace understudy
