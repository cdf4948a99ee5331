// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/HttpHeaders.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>

namespace understudy::test {

/// What a FakeUpstream does with one request, step by step. Build it from a maker and append steps:
/// `Answer::stream().event("{…}").gate().event("{…}").reset()`.
class Answer {
public:
    struct Step {
        enum Kind { Send, Flood, Gate, Pause, Close, Reset, Hang };
        Kind kind = Send;
        QByteArray bytes;
        int milliseconds = 0;
        qint64 times = 0; ///< Flood: still to be sent; -1: for ever
    };

    Answer() = default; ///< no steps: nothing is answered, the connection stays open
    static Answer json(int status, const QByteArray &body, const HttpHeaders &extra = {});
    static Answer chat(const QByteArray &content = "hello"); ///< a valid chat completion with usage 7 + 3
    static Answer error(int status, const QByteArray &message, const QByteArray &code = "null", const HttpHeaders &extra = {});
    static Answer raw(const QByteArray &bytes);
    static Answer stream(int status = 200, const HttpHeaders &extra = {}); ///< the head of a chunked event stream
    /// A whole chat stream: role, one chunk for each text, finish reason, [DONE].
    static Answer chatStream(const QList<QByteArray> &texts = {"hel", "lo"}, bool usage = false);

    Answer &send(const QByteArray &bytes) { return add({Step::Send, bytes, 0}); }
    /// The bytes again and again (-1: without end), as fast as they are taken: however much it is, only a few of them are held.
    Answer &flood(const QByteArray &bytes, qint64 times = -1) { return add({Step::Flood, bytes, 0, times}); }
    Answer &drip(const QByteArray &bytes, int milliseconds); ///< byte by byte, a pause before each
    Answer &chunk(const QByteArray &bytes); ///< one chunk of a chunked body
    Answer &event(const QByteArray &data) { return chunk("data: " + data + "\n\n"); }
    Answer &delta(const QByteArray &text); ///< a chat chunk with that content (plain ASCII)
    Answer &finish(const QByteArray &reason = "stop");
    Answer &done() { return event("[DONE]").last(); } ///< [DONE] and the last chunk
    Answer &last() { return send("0\r\n\r\n"); } ///< the last chunk
    Answer &gate() { return add({Step::Gate, {}, 0}); } ///< waits for FakeUpstream::release()
    Answer &pause(int milliseconds) { return add({Step::Pause, {}, milliseconds}); }
    Answer &close() { return add({Step::Close, {}, 0}); } ///< after what was sent has left
    Answer &reset() { return add({Step::Reset, {}, 0}); } ///< RST
    Answer &hang() { return add({Step::Hang, {}, 0}); } ///< never goes on, the connection stays open

    QList<Step> steps;

private:
    Answer &add(Step step);
};

/// One request as it arrived.
struct Received {
    QByteArray raw; ///< every byte
    QByteArray method;
    QByteArray target;
    HttpHeaders headers;
    QByteArray body; ///< chunked coding taken off
    int connection = 0; ///< 0, 1, … in the order of accepting
};

/// A provider on loopback that does exactly what it was told. It runs in a thread of its own, so that it also answers while
/// the test's thread is busy; all functions are for the test's thread. Answers are taken from the queue in the order
/// in which requests arrive (over all connections); an empty queue means the default, `Answer::chat()`.
/// Waiting functions run the caller's event loop and return false after `timeoutMs`; nothing ever sleeps.
class FakeUpstream {
public:
    enum class Security { Plain, Tls }; ///< Tls: with testCertificate()
    enum class Accept { Serve, Close, Reset, Ignore }; ///< Ignore: accepted, never read or answered

    explicit FakeUpstream(Security security = Security::Plain);
    ~FakeUpstream();
    Q_DISABLE_COPY_MOVE(FakeUpstream)

    quint16 port() const;
    /// "http://127.0.0.1:PORT/v1", or with https and another host.
    QString baseUrl(const QString &host = QStringLiteral("127.0.0.1")) const;

    void enqueue(const Answer &answer, int times = 1);
    void setDefault(const Answer &answer);
    /// Decides instead of queue and default; called in the server's thread.
    void setHandler(std::function<Answer(const Received &)> handler);
    void setAccept(Accept accept); ///< for connections from now on
    void setGreeting(const QByteArray &bytes); ///< sent to connections from now on, before they have asked anything
    void release(int gates = 1); ///< opens that many gates, now or when they are reached
    void refuse(); ///< stops listening: new connections are refused
    void listenAgain(); ///< on the same port
    void closeConnections(); ///< closes all that are open, idle or not

    QList<Received> requests() const;
    int requestCount() const;
    int connections() const; ///< accepted so far
    int openConnections() const;
    int streaming() const; ///< requests whose answer is not at its end
    int mostAtOnce() const; ///< the highest value of streaming()
    qint64 bytesWritten() const; ///< that the system took, over all connections
    qint64 bytesRead() const;

    bool waitForRequests(int count, int timeoutMs = 5000) const;
    bool waitForOpenConnections(int count, int timeoutMs = 5000) const; ///< exactly that many
    bool waitFor(const std::function<bool()> &condition, int timeoutMs = 5000) const;

private:
    class Server;
    QThread m_thread;
    Server *m_server = nullptr;
};

} // namespace understudy::test
