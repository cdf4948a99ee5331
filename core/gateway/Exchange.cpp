// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/Exchange.h"

#include "failover/ChainPlan.h"

#include <QTimerEvent>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds StoodStill{500}; ///< a timer that is later than this was not late by itself
constexpr Milliseconds TimeToCatchUp{250};

QString shortened(const std::optional<QByteArray> &text, qsizetype most)
{
    return text ? QString::fromLatin1(text->first(std::min(text->size(), most))) : QString();
}

} // namespace

Exchange::Exchange(const ExchangeServices &services, std::shared_ptr<const RuntimeKey> key, Api api, ClientRequest &&request,
                   std::unique_ptr<ResponseSink> sink, std::function<void(Exchange *)> onEnded)
    : m_services(services), m_key(std::move(key)), m_api(api), m_request(std::move(request)), m_sink(std::move(sink)),
      m_onEnded(std::move(onEnded))
{
    m_sink->setListener(this);
    m_record.id = QString::fromLatin1(m_request.requestId);
    m_record.time = m_services.clock.wall();
    m_record.keyId = m_key->key.id;
    m_record.keyName = m_key->key.name;
    m_record.api = m_api;
    m_record.bytesIn = m_request.body.size();
    m_record.clientRequestId = shortened(headerValue(m_request.head.headers, "x-request-id"), 128);
    m_record.userAgent = shortened(headerValue(m_request.head.headers, "user-agent"), 128);
}

Exchange::~Exchange()
{
    if (m_state == State::Following)
        m_services.flights.leave(m_cacheKey, this);
    else if (m_leads)
        m_services.flights.land(m_cacheKey, this, std::make_shared<FlightResult>());
}

void Exchange::start()
{
    if (readBody() && admitByLimits() && chooseCandidates() && !answerFromCache())
        callNext();
}

// ---- the loop of attempts

void Exchange::callNext()
{
    if (!m_planned && m_current < 0 && m_start >= 0) {
        const EntryState state = entryState(*m_key, m_key->candidates[size_t(m_start)], m_services.state.now());
        const bool clear = !state.freeTokensUsedUp && !state.channelLimit && !state.suspended && serves(m_key->entries[m_start].type, m_api);
        m_order.clear();
        if (clear) {
            // Not tryCandidate: why the start is skipped, if it is, the plan will say, and once is enough.
            auto lease = CandidateLease::take(*m_key, m_key->candidates[size_t(m_start)], m_services.state, false);
            if (auto *held = std::get_if<CandidateLease>(&lease)) {
                beginAttempt(m_start, std::move(*held));
                return;
            }
        }
    }
    planRest();
    while (!m_order.isEmpty()) {
        const int index = m_order.takeFirst();
        if (m_context && !hasLargerContext(m_key->entries[index], m_key->entries[m_context->candidate])) {
            skip(index, SkipReason::SmallContext);
            continue;
        }
        m_tries = 0;
        m_staleRepeated = false;
        if (tryCandidate(index))
            return;
    }
    if (callLastResort())
        return;
    failAll(elapsed() >= policy().deadline);
}

/// Suspended candidates are skipped unless nothing else is left (SEMANTICS §1): now nothing else is.
bool Exchange::callLastResort()
{
    if (m_suspended.isEmpty())
        return false;
    m_order = std::exchange(m_suspended, {});
    m_lastResort = true;
    m_record.skipped.removeIf([](const SkippedCandidate &entry) { return entry.reason == SkipReason::Suspended; });
    callNext();
    return true;
}

bool Exchange::tryCandidate(int index)
{
    auto lease = CandidateLease::take(*m_key, m_key->candidates[size_t(index)], m_services.state, m_lastResort);
    if (const auto *reason = std::get_if<SkipReason>(&lease)) {
        skip(index, *reason);
        return false;
    }
    beginAttempt(index, std::move(std::get<CandidateLease>(lease)));
    return true;
}

void Exchange::skip(int index, SkipReason reason)
{
    const ChainEntry &entry = m_key->entries[index];
    m_record.skipped.append({entry.position, entry.channel, entry.model, reason});
    if (reason == SkipReason::Suspended)
        m_suspended.append(index);
}

void Exchange::beginAttempt(int index, CandidateLease &&lease)
{
    const Milliseconds left = policy().deadline - elapsed();
    if (left <= Milliseconds{0}) {
        failAll(true);
        return;
    }
    m_current = index;
    m_lease = std::move(lease);
    ++m_tries;
    const RuntimeCandidate &candidate = current();
    m_usageAsked = m_body.stream && !m_body.clientWantsUsage && traits(m_api).streamOptions && candidate.streamOptions && !m_withoutStreamOptions
        && !candidate.state->refusesStreamOptions.load(std::memory_order_relaxed);

    m_previous = std::move(m_attempt);
    const Attempt::Setup setup{m_api, m_body.stream, m_usageAsked, policy().emptyAnswerIsFailure, m_body.choices};
    m_attempt = std::make_unique<Attempt>(setup, m_services.clock, static_cast<AttemptListener &>(*this));
    m_state = State::Attempting;
    Transport &transport = candidate.source == CandidateSource::Simulated ? m_services.simulated : m_services.providers;
    m_attempt->start(transport, upstreamRequest(candidate));
    tellBegan();

    const Milliseconds own = m_body.stream ? m_key->firstOutputTimeout : m_key->attemptTimeout;
    m_deadlineIsDue = left < own;
    armFor(m_attempt->startedAt() + std::min(own, left));
}

UpstreamRequest Exchange::upstreamRequest(const RuntimeCandidate &candidate) const
{
    UpstreamRequest request;
    request.url = candidate.urls[size_t(m_api)];
    request.headers = candidate.headers;
    for (const char *name : {"Content-Type", "Accept", "OpenAI-Beta"}) { // nothing else of the client's passes (SEMANTICS §1)
        if (headerValue(candidate.headers, name))
            continue;
        if (auto value = headerValue(m_request.head.headers, name))
            request.headers.append(HttpHeader{name, *std::move(value)});
        else if (QByteArrayView(name) == "Content-Type")
            request.headers.append(HttpHeader{name, "application/json"});
    }
    request.body = bodyForCandidate(m_body, candidate.entry.model, m_usageAsked);
    request.connectTimeout = policy().connectTimeout;
    request.http2 = candidate.http2;
    request.proxy = candidate.proxy;
    request.backPressure = m_body.stream; // a whole answer is collected, up to Attempt::MaxAnswerBytes
    return request;
}

bool Exchange::nextExists(int contextToBeat) const
{
    const Milliseconds now = m_services.state.now();
    const auto fits = [&](int index) {
        return contextToBeat < 0 || hasLargerContext(m_key->entries[index], m_key->entries[contextToBeat]);
    };
    for (const int index : m_order) {
        if (!fits(index))
            continue;
        const EntryState state = entryState(*m_key, m_key->candidates[size_t(index)], now);
        if (!state.freeTokensUsedUp && !state.channelLimit && (!state.suspended || m_lastResort))
            return true;
    }
    return std::any_of(m_suspended.begin(), m_suspended.end(), fits);
}

void Exchange::againAfterPause()
{
    auto lease = CandidateLease::take(*m_key, current(), m_services.state, true); // it is in our hands: its own failure is no reason
    if (const auto *reason = std::get_if<SkipReason>(&lease)) {
        skip(m_current, *reason);
        callNext();
        return;
    }
    beginAttempt(m_current, std::move(std::get<CandidateLease>(lease)));
}

// ---- what the attempt says

void Exchange::onStreamBytes(QByteArrayView bytes)
{
    if (m_state == State::Attempting) { // the commit point
        m_state = State::Streaming;
        m_record.firstOutputMs = sinceArrival(*m_attempt->firstOutputAt());
        recordServing(current());
        if (m_sink) {
            m_record.httpStatus = 200;
            HttpHeaders headers = answerHeaders(m_attempt->headers(), story(true), current().secrets);
            setHeader(headers, "Content-Type", "text/event-stream");
            headers.append(HttpHeader{"Cache-Control", "no-cache"});
            m_sink->begin(200, headers);
        }
        armFor(m_attempt->lastMeaningAt() + policy().idleTimeout);
    }
    if (m_sink)
        m_sink->write(bytes);
    keepStreamCopy(bytes);
}

void Exchange::onEndMark()
{
    if (m_sink)
        m_sink->finish();
    armFor(m_services.clock.now() + Attempt::ClosingTime);
}

bool Exchange::wantsMore() const
{
    // Before the commit what is held back has its own bound, and the backlog may be an earlier answer's.
    return !m_sink || m_state != State::Streaming || m_sink->backlog() < ResponseSink::HighMark;
}

void Exchange::onDrained()
{
    if (m_attempt && m_state == State::Streaming)
        m_attempt->resume();
}

void Exchange::onAttemptEnd(AttemptResult &&result)
{
    m_timer.stop();
    const NetworkBlame blame = m_lease.settle(result.verdict, result.fault, result.httpStatus > 0, policy());
    m_lease = {};
    recordAttempt(result, blame);
    if (result.committed) {
        endStream(result);
        return;
    }
    if (result.verdict.outcome != Outcome::Answered)
        planRest();
    const Decision decision = decide(policy(), decisionInput(result));
    noteDecision(decision);
    act(decision, std::move(result));
}

DecisionInput Exchange::decisionInput(const AttemptResult &result) const
{
    DecisionInput input;
    input.verdict = result.verdict;
    input.triesOfCandidate = m_tries;
    input.staleRepeated = m_staleRepeated;
    input.streamOptionsOurs = m_usageAsked;
    input.nextExists = m_planned
        && nextExists(result.verdict.outcome == Outcome::ContextExceeded ? m_current : m_context ? m_context->candidate : -1);
    input.nextTimeout = m_body.stream ? m_key->firstOutputTimeout : m_key->attemptTimeout;
    input.attemptTimeout = input.nextTimeout;
    input.elapsed = elapsed();
    input.jitter = m_services.chance();
    return input;
}

void Exchange::act(const Decision &decision, AttemptResult &&result)
{
    switch (decision.kind) {
    case DecisionKind::Deliver:
        deliver(std::move(result));
        return;
    case DecisionKind::GiveUp:
        giveUp(decision, std::move(result));
        return;
    case DecisionKind::Next:
        m_withoutStreamOptions = false;
        if (decision.largerContextOnly)
            m_context = std::make_unique<ContextRefusal>(ContextRefusal{std::move(result), m_current});
        callNext();
        return;
    case DecisionKind::Retry:
        if (decision.withoutStreamOptions) {
            m_withoutStreamOptions = true;
            current().state->refusesStreamOptions.store(true, std::memory_order_relaxed);
            --m_tries;
        } else if (decision.reason == "stale_connection"_L1) {
            m_staleRepeated = true;
            --m_tries;
        }
        m_state = State::Pausing;
        if (decision.pause <= Milliseconds{0})
            againAfterPause();
        else
            armFor(m_services.clock.now() + decision.pause);
        return;
    }
}

void Exchange::deliver(AttemptResult &&result)
{
    const RuntimeCandidate &candidate = current();
    recordServing(candidate);
    m_record.firstOutputMs = sinceArrival(m_services.clock.now());
    const WholeResponse response = wholeAnswer(result, candidate, story(true));
    if (policy().recordContent)
        m_record.answerContent = response.body.first(std::min(response.body.size(), MaxRecordedContent));
    if (m_sink)
        m_sink->sendWhole(response);
    if (m_api == Api::Responses)
        rememberPin(response.body);
    keepForOthers(result);
    end(ExchangeStatus::Answered, response.status);
}

void Exchange::giveUp(const Decision &decision, AttemptResult &&result)
{
    if (decision.passThrough) {
        const QLatin1StringView code = word(result.verdict.outcome);
        answerWith(passedThrough(result, current(), story(false)), code);
    } else {
        failAll(decision.reason == "deadline"_L1);
    }
}

void Exchange::failAll(bool deadlinePassed)
{
    if (m_context) { // no candidate with a larger context could answer: the provider's own words (SEMANTICS §2)
        const std::unique_ptr<ContextRefusal> said = std::move(m_context);
        answerWith(passedThrough(said->result, m_key->candidates[size_t(said->candidate)], story(false)), word(Outcome::ContextExceeded));
        return;
    }
    const FinalError error = finalError(m_failed, deadlinePassed);
    answerWith(allFailed(error, m_failed, m_record.skipped, englishText(m_services.state.network().blame(m_services.state.now())), story(false)), QString::fromLatin1(error.code));
}

void Exchange::endStream(const AttemptResult &result)
{
    Decision decision;
    decision.kind = result.verdict.outcome == Outcome::Answered ? DecisionKind::Deliver : DecisionKind::GiveUp;
    decision.reason = decision.kind == DecisionKind::Deliver ? u"answered"_s : u"after_commit"_s;
    noteDecision(decision);
    if (result.verdict.outcome == Outcome::Answered) {
        if (m_sink)
            m_sink->finish(); // does nothing after the end mark
        if (m_api == Api::Responses)
            rememberPin(m_streamCopy);
        if (policy().recordContent)
            m_record.answerContent = m_streamCopy.first(std::min(m_streamCopy.size(), MaxRecordedContent));
        keepForOthers(result);
        end(ExchangeStatus::Answered, 200);
        return;
    }
    const QString message = u"The answer broke off: "_s + current().entry.channel + u'/' + current().entry.model
        + u" failed after its answer had begun ("_s + QString::fromUtf8(scrubbed(result.verdict.detail.toUtf8(), current().secrets)) + u"). What came before is incomplete."_s;
    if (m_sink) {
        m_sink->write(streamErrorEvent(m_api, "upstream_interrupted", message));
        m_sink->abort();
    }
    if (m_leads) { // those who wait get the same failure (SEMANTICS §6)
        auto failure = std::make_shared<FlightResult>();
        failure->error = ownError(502, "upstream_interrupted", message);
        failure->errorCode = u"upstream_interrupted"_s;
        m_services.flights.land(m_cacheKey, this, std::move(failure));
        m_leads = false;
    }
    m_record.errorCode = u"upstream_interrupted"_s;
    end(ExchangeStatus::Interrupted, 200);
}

// ---- the client

void Exchange::onClientGone()
{
    if (m_state == State::Ended || !m_sink)
        return;
    m_record.bytesOut = m_sink->bytesWritten();
    m_sink->setListener(nullptr);
    m_sink.reset();
    if (m_state == State::Following)
        m_services.flights.leave(m_cacheKey, this);
    else if (m_leads && m_services.flights.leaderLosesClient(m_cacheKey, this))
    {
        if (m_attempt && m_state == State::Streaming)
            m_attempt->resume(); // the client that held it back is gone
        return; // others wait for this answer
    }
    m_leads = false;
    cancelByClient();
}

void Exchange::flightAbandoned()
{
    m_leads = false;
    if (m_state != State::Ended)
        cancelByClient();
}

void Exchange::cancelByClient()
{
    abandonAttempt(u"client_gone"_s);
    end(ExchangeStatus::Cancelled, m_record.httpStatus);
}

/// Stops a running attempt that nobody wants any more; it is still a row of the ledger.
void Exchange::abandonAttempt(const QString &why)
{
    if (!m_attempt || (m_state != State::Attempting && m_state != State::Streaming))
        return;
    AttemptResult result;
    result.verdict.outcome = Outcome::ClientGone;
    result.verdict.detail = why;
    result.committed = m_attempt->hasCommitted();
    result.httpStatus = m_attempt->status();
    result.usage = m_attempt->usage();
    m_attempt->abandon();
    m_lease = {};
    recordAttempt(result);
    Decision decision;
    decision.reason = why;
    noteDecision(decision);
}

void Exchange::shutDown()
{
    if (m_state == State::Ended)
        return;
    const bool streaming = m_state == State::Streaming;
    const QString message = u"The gateway is stopping."_s;
    abandonAttempt(u"gateway_stopping"_s);
    if (!streaming) {
        refuse(503, "gateway_stopping", message);
        return;
    }
    if (m_sink) {
        m_sink->write(streamErrorEvent(m_api, "gateway_stopping", message));
        m_sink->abort();
    }
    m_record.errorCode = u"gateway_stopping"_s;
    end(ExchangeStatus::Interrupted, 200);
}

// ---- the end

void Exchange::refuse(int status, QByteArrayView code, const QString &message, QByteArrayView param)
{
    answerWith(ownError(status, code, message, param), QString::fromLatin1(code));
}

void Exchange::answerWith(const WholeResponse &response, const QString &errorCode)
{
    m_record.errorCode = errorCode;
    if (m_sink)
        m_sink->sendWhole(response);
    if (m_leads) {
        auto result = std::make_shared<FlightResult>();
        result->error = response;
        result->errorCode = errorCode;
        m_services.flights.land(m_cacheKey, this, std::move(result));
        m_leads = false;
    }
    end(ExchangeStatus::Failed, response.status);
}

void Exchange::end(ExchangeStatus status, int httpStatus)
{
    if (m_state == State::Following)
        m_services.flights.leave(m_cacheKey, this); // or the leader would tell an object that is gone
    m_state = State::Ended;
    m_timer.stop();
    if (m_leads) { // nothing that others could be given
        m_services.flights.land(m_cacheKey, this, std::make_shared<FlightResult>());
        m_leads = false;
    }
    m_record.status = status;
    m_record.httpStatus = httpStatus;
    m_record.durationMs = sinceArrival(m_services.clock.now());
    if (m_sink) {
        m_record.bytesOut = m_sink->bytesWritten();
        m_sink->setListener(nullptr);
        m_sink.reset();
    }
    runAhead();
    m_services.ledger.record(std::move(m_record));
    m_onEnded(this);
}

// ---- time

void Exchange::armFor(MonotonicTime due)
{
    m_due = due;
    const auto left = std::chrono::ceil<Milliseconds>(due - m_services.clock.now());
    m_timer.start(int(std::clamp<qint64>(left.count(), 0, 86'400'000)), this);
}

void Exchange::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    m_timer.stop();
    if (m_state == State::Streaming && !m_attempt->isClosing()) {
        // A client that does not take what is there must not make its provider look silent.
        const MonotonicTime alive = wantsMore() ? m_attempt->lastMeaningAt() : m_services.clock.now();
        m_due = std::max(m_due, alive + policy().idleTimeout);
    }
    if (m_services.clock.now() < m_due) { // timers are coarse, and the idle time moves on with each event
        armFor(m_due);
        return;
    }
    const bool waitsForProvider = m_state == State::Attempting || m_state == State::Streaming;
    if (waitsForProvider && m_services.clock.now() - m_due > StoodStill) {
        // The process stood still (stopped, a moved virtual machine): what came meanwhile has not been read yet.
        armFor(m_services.clock.now() + TimeToCatchUp);
        return;
    }
    switch (m_state) {
    case State::Pausing:
        againAfterPause();
        return;
    case State::Attempting:
        m_attempt->timeOut(m_deadlineIsDue ? u"deadline"_s : m_body.stream ? u"first_output_timeout"_s : u"request_timeout"_s);
        return;
    case State::Streaming:
        m_attempt->timeOut(u"idle_timeout"_s);
        return;
    case State::Following:
        m_services.flights.leave(m_cacheKey, this);
        failAll(true);
        return;
    case State::Choosing:
    case State::Ended:
        return;
    }
}

Milliseconds Exchange::elapsed() const
{
    return std::chrono::duration_cast<Milliseconds>(m_services.clock.now() - m_request.arrived);
}

qint64 Exchange::sinceArrival(MonotonicTime time) const
{
    return std::chrono::duration_cast<Milliseconds>(time - m_request.arrived).count();
}

} // namespace understudy
