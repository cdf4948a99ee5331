// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/Attempt.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ReadSize = 256 * 1024;
constexpr qsizetype EnoughToTell = 4096; ///< blanks before an answer beyond this are no event stream

Verdict broken(const QString &detail)
{
    Verdict verdict;
    verdict.outcome = Outcome::Broken;
    verdict.detail = detail;
    return verdict;
}

/// Some providers stream without the content type; the first bytes tell.
bool looksLikeEvents(QByteArrayView body)
{
    const QByteArrayView text = body.first(std::min(body.size(), EnoughToTell)).trimmed(); // asked again for each piece that comes
    return text.startsWith("data:") || text.startsWith("event:") || text.startsWith(':');
}

/// How many choices have their finish reason in this event; some providers put several into one.
int finishedChoices(QByteArrayView data)
{
    int finished = 0;
    json::Value(data)["choices"].elements([&](const json::Value &choice) {
        finished += choice["finish_reason"].isString() ? 1 : 0;
        return true;
    });
    return std::max(finished, 1);
}

/// What an event says against the stream, if anything.
std::optional<Verdict> faultOf(const StreamEvent &event)
{
    if (event.bad)
        return broken(u"bad_event"_s);
    if (event.suspect.isEmpty() && !event.surelyError)
        return std::nullopt;
    std::optional<Verdict> verdict = classifyErrorDocument(event.suspect, 200);
    if (!verdict && event.surelyError)
        verdict = broken(u"error_event"_s);
    return verdict;
}

bool isEventStream(const HttpHeaders &headers)
{
    const std::optional<QByteArray> type = headerValue(headers, "content-type");
    return type && type->trimmed().toLower().startsWith("text/event-stream");
}

} // namespace

Attempt::Attempt(Setup setup, const Clock &clock, AttemptListener &listener)
    : m_setup(setup), m_clock(clock), m_listener(listener)
{
}

Attempt::~Attempt() = default;

void Attempt::start(Transport &transport, const UpstreamRequest &request)
{
    m_startedAt = m_clock.now();
    m_lastMeaningAt = m_startedAt;
    m_call = transport.start(request, *this);
}

void Attempt::abandon()
{
    m_state = State::Ended;
    m_call.reset();
}

void Attempt::resume()
{
    if (m_state == State::Passing || m_state == State::Holding || m_state == State::Closing)
        observe();
}

void Attempt::timeOut(const QString &detail)
{
    if (m_state == State::Ended)
        return;
    if (m_state == State::Closing) {
        Verdict answered;
        finish(answered);
        return;
    }
    if (m_state == State::Collecting && m_head.status >= 400) { // its status speaks for itself, whatever becomes of the body
        finish(classifyAnswer(m_setup.api, m_head.status, m_head.headers, m_body, m_setup.emptyAnswerIsFailure, m_clock.wall()));
        return;
    }
    Verdict verdict = broken(detail);
    if (!m_committed)
        verdict.outcome = Outcome::Timeout;
    finish(verdict);
}

void Attempt::onConnected()
{
    m_connectedAt = m_clock.now();
}

void Attempt::onHead(const UpstreamHead &head)
{
    m_head = head;
    if (auto verdict = classifyHead(m_setup.api, head.status, head.headers)) {
        finish(*verdict);
        return;
    }
    m_state = m_setup.stream && head.status / 100 == 2 && isEventStream(head.headers) ? State::Holding : State::Collecting;
}

void Attempt::onReadable()
{
    switch (m_state) {
    case State::Waiting:
    case State::Ended:
        return;
    case State::Collecting:
        collect();
        return;
    case State::Holding:
    case State::Passing:
    case State::Closing:
        observe();
        return;
    }
}

void Attempt::collect()
{
    const qint64 limit = m_head.status / 100 == 2 ? MaxAnswerBytes : MaxErrorBytes;
    while (m_state == State::Collecting && m_call->available() > 0) {
        const QByteArray bytes = m_call->read(ReadSize);
        m_bytesReceived += bytes.size();
        if (m_body.isEmpty())
            m_body = bytes; // most answers come in one piece: no copy
        else
            m_body += bytes;
        if (m_body.size() > limit) {
            finish(m_head.status / 100 == 2 ? broken(u"answer_too_large"_s)
                                            : classifyAnswer(m_setup.api, m_head.status, m_head.headers, m_body.first(limit),
                                                             m_setup.emptyAnswerIsFailure, m_clock.wall()));
            return;
        }
    }
    if (m_state == State::Collecting && m_setup.stream && m_head.status / 100 == 2 && looksLikeEvents(m_body)) {
        m_state = State::Holding;
        const QByteArray bytes = std::exchange(m_body, {});
        m_sse.feed(bytes);
        takeEvents();
    }
}

/// `all`: it is over, so what has come is taken whether the client is slow or not.
void Attempt::observe(bool all)
{
    while (m_state != State::Ended && (all || m_listener.wantsMore()) && m_call->available() > 0) {
        const QByteArray bytes = m_call->read(ReadSize);
        m_bytesReceived += bytes.size();
        if (m_state == State::Closing)
            continue; // after the end mark nothing is of interest but the end of the framing
        m_sse.feed(bytes);
        takeEvents();
    }
}

void Attempt::takeEvents()
{
    SseEvent event;
    while (m_state != State::Closing && m_sse.next(event)) {
        if (!examine(event))
            return;
    }
    if (m_sse.failed()) {
        finish(broken(u"event_too_large"_s));
        return;
    }
    if (m_committed && !m_body.isEmpty())
        m_listener.onStreamBytes(std::exchange(m_body, {})); // the events of one read leave in one write
    else if (!m_committed && m_body.size() > MaxHeldBytes)
        finish(broken(u"no_output"_s));
}

bool Attempt::examine(const SseEvent &event)
{
    if (!event.hasData) {
        m_body += event.raw;
        return true;
    }
    const StreamEvent sign = readStreamEvent(m_setup.api, event);
    std::optional<Verdict> fault = faultOf(sign);
    if (!fault && sign.finished)
        fault = classifyFinish(event.data);
    const bool silent = m_estimatedTokens + sign.estimatedTokens == 0;
    if (!fault && sign.finished && silent && m_setup.emptyAnswerIsFailure && event.data.contains("\"stop\""))
        fault = broken(u"empty_answer"_s);
    if (fault) {
        // What was whole before the fault still belongs to a committed stream; the fault itself is told in our own words.
        if (m_committed && !m_body.isEmpty())
            m_listener.onStreamBytes(std::exchange(m_body, {}));
        finish(*fault);
        return false;
    }
    // Pings and empty deltas tell only that the connection lives. The Responses API reports its progress in events without output.
    const bool progress = sign.meaningful || sign.usage || sign.endMark || (m_setup.api == Api::Responses && event.type.startsWith("response."));
    if (progress)
        m_lastMeaningAt = m_clock.now();
    if (sign.usage)
        m_usage = sign.usage;
    m_estimatedTokens += sign.estimatedTokens;
    if (sign.finished)
        m_finished += m_setup.choices > 1 ? finishedChoices(event.data) : 1;
    if (!(m_setup.dropUsageChunk && sign.usageOnly))
        m_body += event.raw;
    if (sign.endMark && event.raw.endsWith("\n\r"))
        m_body += '\n'; // its other half is still on the way, and nothing is read after the end mark
    if (sign.meaningful && !m_committed) {
        m_committed = true;
        m_firstOutputAt = m_lastMeaningAt;
        m_state = State::Passing;
    }
    m_endMarkSeen = m_endMarkSeen || sign.endMark;
    if (sign.endMark && m_committed) {
        m_state = State::Closing;
        m_listener.onStreamBytes(std::exchange(m_body, {}));
        m_listener.onEndMark();
    }
    return true;
}

void Attempt::onEnd(const TransportEnd &end)
{
    switch (m_state) {
    case State::Ended:
        return;
    case State::Waiting:
        finish(end.fault == TransportFault::None ? broken(u"no_answer"_s) : classifyFault(end), end.fault);
        return;
    case State::Collecting:
        collect();
        if (m_state == State::Collecting)
            endOfAnswer(end);
        else if (m_state != State::Ended)
            endOfStream(end);
        return;
    case State::Holding:
    case State::Passing:
    case State::Closing:
        observe(true);
        if (m_state != State::Ended)
            endOfStream(end);
        return;
    }
}

void Attempt::endOfAnswer(const TransportEnd &end)
{
    // An error's status speaks for itself even when its body was cut.
    if (end.fault != TransportFault::None && m_head.status / 100 == 2) {
        finish(classifyFault(end), end.fault);
        return;
    }
    finish(classifyAnswer(m_setup.api, m_head.status, m_head.headers, m_body, m_setup.emptyAnswerIsFailure, m_clock.wall()), end.fault);
}

void Attempt::endOfStream(const TransportEnd &end)
{
    SseEvent last; // an event without the final blank line still counts (many servers leave it out)
    if (m_state != State::Closing && end.fault == TransportFault::None && m_sse.takeRest(last)) {
        if (!examine(last))
            return;
    }
    if (m_committed && !m_body.isEmpty())
        m_listener.onStreamBytes(std::exchange(m_body, {}));
    if (isComplete()) {
        finish(Verdict{});
        return;
    }
    if (end.fault != TransportFault::None)
        finish(classifyFault(end), end.fault);
    else
        finish(broken(m_endMarkSeen || m_bytesReceived > 0 ? u"ended_early"_s : u"empty_body"_s));
}

void Attempt::finish(Verdict verdict, TransportFault fault)
{
    m_state = State::Ended;
    AttemptResult result;
    if (m_committed && verdict.outcome != Outcome::Answered && verdict.outcome != Outcome::Broken) {
        // After the commit every fault means one thing for the breaker and the log (SEMANTICS §3).
        if (verdict.detail.isEmpty())
            verdict.detail = word(verdict.outcome);
        verdict.outcome = Outcome::Broken;
    }
    result.verdict = std::move(verdict);
    result.httpStatus = m_head.status;
    result.head = m_head;
    if (!m_committed)
        result.body = std::move(m_body);
    result.committed = m_committed;
    result.finished = isComplete();
    result.usage = m_usage;
    result.fault = fault;
    m_call.reset();
    m_listener.onAttemptEnd(std::move(result));
}

} // namespace understudy
