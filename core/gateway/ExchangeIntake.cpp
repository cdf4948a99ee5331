// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Exchange before the first attempt: its body, the key's limits, and which candidates in which order (SEMANTICS §1).
#include "gateway/Exchange.h"

#include "failover/ChainPlan.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// Whether any channel of the configuration has the asked model, by its id or as channel/model.
bool isKnownModel(const RuntimeKey &key, const QString &asked)
{
    return key.knownModels->contains(asked) || key.knownModels->contains(asked.sliced(asked.indexOf(u'/') + 1));
}

/// Longer than every channel and id can be (checkModelId); what is longer would be repeated in the answer and kept in the ledger.
constexpr qsizetype MaxAskedModel = 1024;

QString shortened(const QString &model)
{
    if (model.size() <= MaxAskedModel)
        return model;
    const bool splits = model.at(MaxAskedModel - 1).isHighSurrogate();
    return model.first(MaxAskedModel - (splits ? 1 : 0)) + u'…';
}

} // namespace

bool Exchange::readBody()
{
    for (const HttpHeader &header : std::as_const(m_request.head.headers)) {
        if (header.name.compare("content-encoding", Qt::CaseInsensitive) == 0 && header.value.compare("identity", Qt::CaseInsensitive) != 0) {
            refuse(415, "unsupported_media_type", u"This gateway takes bodies without a content coding. Send it without Content-Encoding."_s);
            return false;
        }
    }
    const QByteArray contentType = headerValue(m_request.head.headers, "content-type").value_or(QByteArray());
    BodyResult result = readRequestBody(m_api, contentType, std::move(m_request.body));
    if (const auto *refusal = std::get_if<BodyRefusal>(&result)) {
        refuse(refusal->status, refusal->code, refusal->message, refusal->param);
        return false;
    }
    m_body = std::move(std::get<RequestBody>(result));
    m_record.askedModel = shortened(m_body.model);
    m_record.stream = m_body.stream;
    if (policy().recordContent)
        m_record.requestContent = m_body.bytes.first(std::min(m_body.bytes.size(), MaxRecordedContent));
    return true;
}

bool Exchange::admitByLimits()
{
    const KeyLimits &limits = m_key->key.limits;
    KeyState &state = *m_key->state;
    if (const auto wait = state.requests.take(limits.requestsPerMinute, m_services.state.now())) {
        WholeResponse response = ownError(429, "rate_limit_exceeded",
                                          u"This gateway key allows %1 requests per minute."_s.arg(limits.requestsPerMinute));
        setHeader(response.headers, "Retry-After", QByteArray::number(std::chrono::ceil<std::chrono::seconds>(*wait).count()));
        answerWith(response, u"rate_limit_exceeded"_s);
        return false;
    }
    const auto usedUp = [](qint64 limit, const RunningTotal &used) { return limit > 0 && used.value() >= limit; };
    const bool day = usedUp(limits.tokensPerDay, state.tokensToday);
    if (day || usedUp(limits.tokensPerMonth, state.tokensThisMonth)) {
        refuse(429, "rate_limit_exceeded",
               day ? u"The %1 tokens per day of this gateway key are used up; they return at midnight UTC."_s.arg(limits.tokensPerDay)
                   : u"The %1 tokens per month of this gateway key are used up."_s.arg(limits.tokensPerMonth));
        return false;
    }
    return true;
}

bool Exchange::chooseCandidates()
{
    const StartChoice choice = chooseStart(m_key->entries, m_api, m_body.model, isKnownModel(*m_key, m_body.model));
    if (choice.error == PlanError::ModelNotFound) {
        refuse(404, "model_not_found", u"No channel has a model “%1”. GET /v1/models lists what this key can use."_s.arg(m_record.askedModel), "model");
        return false;
    }
    if (choice.error == PlanError::ModelNotBound) {
        refuse(403, "model_not_bound", u"The model “%1” exists but is not in the chain of this gateway key. Add it to the key, or ask for “auto”."_s
                                           .arg(m_record.askedModel), "model");
        return false;
    }
    m_start = choice.start;
    if (!m_body.pinId.isEmpty()) {
        m_pinned = true;
        if (const auto pin = m_services.pins.find(m_body.pinId)) {
            for (int i = 0; i < m_key->entries.size(); ++i) {
                if (m_key->entries[i].channel == pin->channel && m_key->entries[i].model == pin->model)
                    m_start = i;
            }
        }
    }
    m_planned = m_pinned && m_start >= 0; // no failover: only its maker can go on with it
    if (m_start >= 0)
        m_order = {m_start};
    return true;
}

/// What may follow the start is worked out when it is needed: most answers come from the first candidate.
void Exchange::planRest()
{
    if (std::exchange(m_planned, true))
        return;
    QList<EntryState> states;
    states.reserve(m_key->entries.size());
    const Milliseconds now = m_services.state.now();
    for (const RuntimeCandidate &candidate : m_key->candidates)
        states.append(entryState(*m_key, candidate, now));
    ChainPlan plan = planChain(m_key->entries, states, m_api, m_start);
    m_order = std::move(plan.order);
    m_lastResort = plan.lastResort;
    const bool startCalled = m_current >= 0;
    if (startCalled)
        m_order.removeOne(m_start);
    for (const SkippedCandidate &skipped : std::as_const(plan.skipped)) {
        if (startCalled && skipped.position == m_start)
            continue; // it had its turn
        m_record.skipped.append(skipped);
        if (skipped.reason == SkipReason::Suspended)
            m_suspended.append(skipped.position);
    }
}

} // namespace understudy
