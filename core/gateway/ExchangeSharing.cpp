// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Exchange that shares answers between identical requests: the cache and single flight (SEMANTICS §6).
#include "gateway/Exchange.h"

#include "gateway/ReplayShapes.h"
#include "upstream/SseReader.h"

#include <sodium.h>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxStreamCopy = 4 * 1024 * 1024; ///< a stripe of the cache holds no more

struct CacheControl {
    bool noCache = false;
    bool noStore = false;
};

CacheControl cacheControl(const HttpHeaders &headers)
{
    const QByteArray value = headerValue(headers, "cache-control").value_or(QByteArray()).toLower();
    return {value.contains("no-cache"), value.contains("no-store")};
}

/// Normally finished and without tool calls: what may be given to somebody else later.
bool mayBeKept(Api api, QByteArrayView body)
{
    const json::Value answer(body);
    bool normal = true;
    if (api == Api::ChatCompletions || api == Api::Completions) {
        answer["choices"].elements([&](const json::Value &choice) {
            const json::Value message = choice["message"];
            normal = choice["finish_reason"].raw() == "\"stop\"" && !message["tool_calls"].isArray() && !message["function_call"].isObject();
            return normal;
        });
    } else if (api == Api::Responses) {
        normal = answer["status"].raw() == "\"completed\"" && !body.contains("_call\"");
    }
    return normal;
}

/// The response object with which a Responses stream ends, or nothing.
QByteArray completedResponse(QByteArrayView events)
{
    SseReader reader;
    reader.feed(events);
    SseEvent event;
    QByteArray response;
    while (reader.next(event)) {
        const json::Value data(event.data);
        const QByteArrayView type = data["type"].raw();
        if (type == "\"response.completed\"" || type == "\"response.incomplete\"")
            response = data["response"].raw().toByteArray();
    }
    return response;
}

} // namespace

bool Exchange::answerFromCache()
{
    const CacheControl control = cacheControl(m_request.head.headers);
    if (!policy().cache.enabled || m_body.multipart || m_pinned || !traits(m_api).answerMember || control.noStore)
        return false;
    m_record.cache = CacheResult::Miss;
    const QByteArray identity = m_key->key.id.toUtf8() + '\n' + m_key->chainRevision + traits(m_api).path + '\n' + QByteArray::number(m_start)
        + (m_api == Api::Responses && m_body.stream ? "s\n" : "\n") + canonicalBody(m_body);
    m_cacheKey.resize(32);
    crypto_generichash(reinterpret_cast<unsigned char *>(m_cacheKey.data()), size_t(m_cacheKey.size()),
                       reinterpret_cast<const unsigned char *>(identity.constData()), static_cast<unsigned long long>(identity.size()), nullptr, 0);
    if (control.noCache)
        return false; // not read, but what comes may be kept
    if (const auto answer = m_services.cache.find(m_cacheKey, m_services.clock.now())) {
        if (replay(*answer))
            return true;
    }
    m_leads = m_services.flights.join(m_cacheKey, this);
    if (m_leads)
        return false;
    m_state = State::Following;
    armFor(m_request.arrived + policy().deadline);
    return true;
}

bool Exchange::replay(const CachedAnswer &answer)
{
    QByteArray body = answer.body;
    const bool stream = m_body.stream && traits(m_api).streams;
    if (stream != answer.stream) {
        const std::optional<QByteArray> other = stream ? streamFromAnswer(m_api, body, m_body.clientWantsUsage) : std::nullopt;
        if (!other)
            return false;
        body = *other;
    }
    m_record.kind = ExchangeKind::Cache;
    m_record.cache = CacheResult::Hit;
    m_record.servedChannel = answer.servedChannel;
    m_record.servedModel = answer.servedModel;
    m_record.usage = {0, 0, 0, std::nullopt, answer.tokens}; // no provider was asked for anything
    m_record.provenance = Provenance::Reported;
    m_record.firstOutputMs = sinceArrival(m_services.clock.now());
    AnswerStory told = story(false);
    told.servedBy = answer.servedBy;
    WholeResponse response;
    response.headers = answerHeaders({}, told);
    setHeader(response.headers, "Content-Type", stream ? QByteArray("text/event-stream") : answer.contentType);
    response.body = body;
    if (m_sink)
        m_sink->sendWhole(response);
    end(ExchangeStatus::Answered, 200);
    return true;
}

void Exchange::flightLanded(std::shared_ptr<const FlightResult> result)
{
    if (m_state != State::Following)
        return;
    m_state = State::Choosing;
    m_timer.stop();
    if (result->answer && replay(*result->answer))
        return;
    if (result->error) {
        answerWith(*result->error, result->errorCode);
        return;
    }
    callNext(); // the leader had nothing that could be shared
}

void Exchange::keepStreamCopy(QByteArrayView bytes)
{
    const bool wanted = !m_cacheKey.isEmpty() || m_api == Api::Responses || policy().recordContent;
    if (!wanted || m_streamCopyCut)
        return;
    m_streamCopyCut = m_streamCopy.size() + bytes.size() > MaxStreamCopy;
    if (m_streamCopyCut)
        m_streamCopy = QByteArray(); // a copy with a hole must not pass for the whole
    else
        m_streamCopy += bytes;
}

void Exchange::keepForOthers(const AttemptResult &result)
{
    if (m_cacheKey.isEmpty())
        return;
    auto answer = std::make_shared<CachedAnswer>();
    answer->api = m_api;
    answer->contentType = "application/json";
    answer->servedBy = current().servedBy;
    answer->servedChannel = current().entry.channel;
    answer->servedModel = current().entry.model;
    answer->tokens = m_record.usage.total();
    QByteArray examined;
    if (!result.committed) {
        answer->contentType = headerValue(result.head.headers, "content-type").value_or(answer->contentType);
        answer->body = examined = result.body;
    } else if (m_api == Api::Responses) {
        answer->stream = true;
        answer->body = m_streamCopy;
        examined = completedResponse(m_streamCopy);
    } else if (auto joined = answerFromStream(m_api, m_streamCopy, m_record.usage)) {
        answer->body = examined = *joined;
    }
    if (examined.isEmpty() || m_streamCopyCut)
        return;
    if (mayBeKept(m_api, examined))
        m_services.cache.insert(m_cacheKey, answer, policy().cache.ttl, m_services.clock.now());
    if (m_leads) {
        auto landed = std::make_shared<FlightResult>();
        landed->answer = std::move(answer);
        m_services.flights.land(m_cacheKey, this, std::move(landed));
        m_leads = false;
    }
}

void Exchange::rememberPin(const QByteArray &answer)
{
    const QByteArray response = answer.startsWith('{') ? answer : completedResponse(answer);
    const Candidate maker{current().entry.channel, current().entry.model};
    const json::Value body(response);
    if (const QByteArray id = body["id"].toUtf8(); !id.isEmpty())
        m_services.pins.remember(id, maker);
    const json::Value conversation = body["conversation"];
    if (const QByteArray id = conversation.isObject() ? conversation["id"].toUtf8() : conversation.toUtf8(); !id.isEmpty())
        m_services.pins.remember(id, maker);
}

} // namespace understudy
