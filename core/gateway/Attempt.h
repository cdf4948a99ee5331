// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "domain/ExchangeRecord.h"
#include "failover/Classify.h"
#include "upstream/SseReader.h"
#include "upstream/StreamReader.h"
#include "upstream/Transport.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace understudy {

/// What an attempt came to. Given exactly once.
struct AttemptResult {
    Verdict verdict;
    int httpStatus = 0;
    UpstreamHead head;
    QByteArray body;         ///< a whole answer or error; empty when it was streamed
    bool committed = false;  ///< a stream of which output was passed on
    bool finished = false;   ///< stream: finish reason or end mark seen
    std::optional<Usage> usage; ///< as the provider reported it
    TransportFault fault = TransportFault::None;
};

/// Told about one attempt in its thread: onStreamBytes any number of times, the first of them being the commit point
/// (SEMANTICS §3), then onAttemptEnd exactly once, unless the attempt is abandoned before. The listener may call `abandon` in
/// any of them, but must keep the object until they have returned.
class AttemptListener {
public:
    virtual ~AttemptListener() = default;
    /// Bytes for the client, whole events, byte for byte as they came. The first call brings all that was held back.
    virtual void onStreamBytes(QByteArrayView bytes) = 0;
    /// The stream's end mark has been passed on: nothing of meaning can follow, only the end of HTTP framing.
    virtual void onEndMark() = 0;
    /// Whether the client takes more now; false stops reading from the provider until `resume`.
    virtual bool wantsMore() const = 0;
    virtual void onAttemptEnd(AttemptResult &&result) = 0;
};

/// One call to one candidate: collects a whole answer or observes a stream, and says what it meant. It knows no policy, no
/// other candidate and no client.
///
///   Waiting ──head──► Collecting ──end──► (end)            whole answers and errors
///                └──► Holding ──output──► Passing ──► (end)  streams: nothing leaves before the first meaningful output
///                                              └─end mark─► Closing ──► (end)
class Attempt final : private UpstreamListener {
public:
    static constexpr qint64 MaxAnswerBytes = 64 * 1024 * 1024; ///< a whole answer
    static constexpr qint64 MaxErrorBytes = 256 * 1024;        ///< an error's body; the rest is not read
    static constexpr qint64 MaxHeldBytes = 256 * 1024;         ///< of a stream before its first output
    static constexpr Milliseconds ClosingTime{250};            ///< for the end of HTTP framing after the end mark

    struct Setup {
        Api api = Api::ChatCompletions;
        bool stream = false;
        bool dropUsageChunk = false; ///< we asked for it, not the client
        bool emptyAnswerIsFailure = false;
        int choices = 1; ///< asked for: each must finish
    };

    Attempt(Setup setup, const Clock &clock, AttemptListener &listener);
    ~Attempt() override;
    Q_DISABLE_COPY_MOVE(Attempt)

    void start(Transport &transport, const UpstreamRequest &request);

    /// Ends it without a word to the listener; the upstream connection is closed if the answer is not complete.
    void abandon();

    /// The client takes more again.
    void resume();

    /// A timer of the owner ran out: ends the attempt with Timeout before the commit, with Broken ("idle_timeout") after it.
    void timeOut(const QString &detail);

    int status() const { return m_head.status; } ///< 0 before the head
    const HttpHeaders &headers() const { return m_head.headers; }
    bool isClosing() const { return m_state == State::Closing; }
    bool hasCommitted() const { return m_committed; }
    MonotonicTime startedAt() const { return m_startedAt; }
    std::optional<MonotonicTime> connectedAt() const { return m_connectedAt; }
    std::optional<MonotonicTime> firstOutputAt() const { return m_firstOutputAt; }
    MonotonicTime lastMeaningAt() const { return m_lastMeaningAt; } ///< of the last event that brought the answer further; no comments, pings and empty deltas
    qint64 bytesReceived() const { return m_bytesReceived; }
    const std::optional<Usage> &usage() const { return m_usage; }
    qint64 estimatedTokens() const { return m_estimatedTokens; } ///< a guess at the output tokens of the stream so far

private:
    enum class State { Waiting, Collecting, Holding, Passing, Closing, Ended };

    void onConnected() override;
    void onHead(const UpstreamHead &head) override;
    void onReadable() override;
    void onEnd(const TransportEnd &end) override;

    void collect();
    void observe(bool all = false);
    bool isComplete() const { return m_finished >= m_setup.choices || (m_endMarkSeen && m_committed); }
    void takeEvents();
    bool examine(const SseEvent &event); ///< false: the attempt has ended
    void endOfStream(const TransportEnd &end);
    void endOfAnswer(const TransportEnd &end);
    void finish(Verdict verdict, TransportFault fault = TransportFault::None);

    const Setup m_setup;
    const Clock &m_clock;
    AttemptListener &m_listener;
    State m_state = State::Waiting;
    std::unique_ptr<UpstreamCall> m_call;
    UpstreamHead m_head;
    QByteArray m_body; ///< collected, or held back before the commit
    SseReader m_sse;
    bool m_committed = false;
    int m_finished = 0; ///< choices with a finish reason
    bool m_endMarkSeen = false;
    std::optional<Usage> m_usage;
    MonotonicTime m_startedAt{};
    MonotonicTime m_lastMeaningAt{};
    std::optional<MonotonicTime> m_connectedAt;
    std::optional<MonotonicTime> m_firstOutputAt;
    qint64 m_bytesReceived = 0;
    qint64 m_estimatedTokens = 0;
};

} // namespace understudy
