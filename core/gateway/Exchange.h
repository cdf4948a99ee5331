// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/Endpoint.h"
#include "gateway/Answers.h"
#include "gateway/Attempt.h"
#include "gateway/CandidateLease.h"
#include "gateway/RequestBody.h"
#include "gateway/ResponsePins.h"
#include "gateway/SingleFlight.h"
#include "gateway/Snapshot.h"

#include <QBasicTimer>

#include <functional>
#include <memory>

namespace understudy {

/// What the exchanges of one shard share. All of it outlives them.
struct ExchangeServices {
    const Clock &clock;
    RuntimeState &state;
    Transport &providers;
    Transport &simulated;
    ExchangeListener &ledger;
    ResponseCache &cache;
    SingleFlight &flights;
    ResponsePins &pins;
    std::function<double()> chance; ///< uniform in [0, 1), for the jitter of pauses
};

/// One client request, from arrival to the end of the answer: the state machine of SEMANTICS §1–§4. Decisions are pure
/// functions (failover/); here they are acted upon.
///
///                 ┌────────────── next, again ──────────────┐
///   Choosing ──► Attempting ──failed──► (decide) ──retry──► Pausing
///      │             │  └─first output──► Streaming ──end──► Ended
///      │             └─whole answer, give up──────────────► Ended
///      ├─cache hit, refusal───────────────────────────────► Ended
///      └─identical request in flight──► Following ──result─► Ended
///
/// Exactly one record goes to the ledger, when Ended is reached; then `onEnded` is called once, and the owner deletes the
/// exchange later (not from inside the call). Destroying one that has not ended cancels it without a record.
class Exchange final : public FlightMember, private SinkListener, private AttemptListener {
public:
    Exchange(const ExchangeServices &services, std::shared_ptr<const RuntimeKey> key, Api api, ClientRequest &&request,
             std::unique_ptr<ResponseSink> sink, std::function<void(Exchange *)> onEnded);
    ~Exchange() override;
    Q_DISABLE_COPY_MOVE(Exchange)

    void start();

    /// The gateway stops: an answer not yet begun becomes 503, a stream ends with an in-band error (SEMANTICS §8).
    void shutDown();

private:
    static constexpr qsizetype MaxRecordedContent = 256 * 1024;
    enum class State { Choosing, Following, Attempting, Pausing, Streaming, Ended };

    // Before the first attempt
    bool admitByLimits();
    bool readBody();
    bool chooseCandidates();
    void planRest();
    bool answerFromCache();
    bool replay(const CachedAnswer &answer);

    // The loop of attempts
    void callNext();
    bool callLastResort();
    bool tryCandidate(int index);
    void beginAttempt(int index, CandidateLease &&lease);
    void againAfterPause();
    bool nextExists(int contextToBeat) const; ///< -1: any context will do
    void skip(int index, SkipReason reason);
    UpstreamRequest upstreamRequest(const RuntimeCandidate &candidate) const;

    // AttemptListener
    void onStreamBytes(QByteArrayView bytes) override;
    void onEndMark() override;
    bool wantsMore() const override;
    void onAttemptEnd(AttemptResult &&result) override;

    // SinkListener
    void onClientGone() override;
    void onDrained() override;

    // FlightMember
    void flightLanded(std::shared_ptr<const FlightResult> result) override;
    void flightAbandoned() override;

    // What follows from an attempt
    DecisionInput decisionInput(const AttemptResult &result) const;
    void act(const Decision &decision, AttemptResult &&result);
    void deliver(AttemptResult &&result);
    void giveUp(const Decision &decision, AttemptResult &&result);
    void failAll(bool deadlinePassed);
    void endStream(const AttemptResult &result);
    void cancelByClient();
    void abandonAttempt(const QString &why);
    void keepStreamCopy(QByteArrayView bytes);
    void keepForOthers(const AttemptResult &result);
    void rememberPin(const QByteArray &answer);

    // The end
    void answerWith(const WholeResponse &response, const QString &errorCode);
    void refuse(int status, QByteArrayView code, const QString &message, QByteArrayView param = {});
    void end(ExchangeStatus status, int httpStatus);

    // The ledger's row
    void recordAttempt(const AttemptResult &result, NetworkBlame blame = NetworkBlame::Fine);
    void noteDecision(const Decision &decision);
    void tellBegan();
    void tellEnded();
    bool isWatched() const { return !m_record.clientRequestId.isEmpty() && m_services.ledger.watches(); }
    void recordServing(const RuntimeCandidate &candidate);
    void runAhead() const;
    AnswerStory story(bool served) const;
    Usage estimate(const AttemptResult &result) const;

    void timerEvent(QTimerEvent *event) override;
    void armFor(MonotonicTime due);
    qint64 sinceArrival(MonotonicTime time) const;
    Milliseconds elapsed() const;
    const RuntimeCandidate &current() const { return m_key->candidates[size_t(m_current)]; }
    const Policy &policy() const { return m_key->key.policy; }

    const ExchangeServices &m_services;
    const std::shared_ptr<const RuntimeKey> m_key;
    const Api m_api;
    ClientRequest m_request;
    std::unique_ptr<ResponseSink> m_sink; ///< none once the client has left
    std::function<void(Exchange *)> m_onEnded;
    State m_state = State::Choosing;

    RequestBody m_body;
    QList<int> m_order; ///< candidates still to be called, in order
    QList<int> m_suspended; ///< skipped as suspended: the last resort
    int m_start = -1;
    bool m_planned = false; ///< `m_order` holds all that may be called, not only the start
    bool m_lastResort = false;
    bool m_pinned = false;
    /// A candidate's word that the request is too long: only larger contexts may follow, and the client gets it if none helps.
    struct ContextRefusal {
        AttemptResult result;
        int candidate = -1;
    };
    std::unique_ptr<ContextRefusal> m_context;

    std::unique_ptr<Attempt> m_attempt;
    std::unique_ptr<Attempt> m_previous; ///< kept until its callback has returned
    CandidateLease m_lease;
    int m_current = -1;
    int m_tries = 0; ///< of the current candidate, stale repeats left out
    bool m_staleRepeated = false;
    bool m_usageAsked = false; ///< we added stream_options to the running attempt
    bool m_withoutStreamOptions = false;
    QList<FailedAttempt> m_failed;

    QBasicTimer m_timer;
    MonotonicTime m_due{};
    bool m_deadlineIsDue = false;
    bool m_sinkPaused = false;

    QByteArray m_cacheKey; ///< empty: neither read nor written
    bool m_leads = false;
    bool m_storeAllowed = false;
    QByteArray m_streamCopy; ///< what was passed on, for the cache and for followers
    bool m_streamCopyCut = false; ///< it would be too large: there is none
    ExchangeRecord m_record;
};

} // namespace understudy
