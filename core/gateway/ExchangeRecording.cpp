// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Exchange that writes the ledger's row (SEMANTICS §7).
#include "gateway/Exchange.h"

#include "domain/ExchangeProgress.h"
#include "upstream/UsageReader.h"

namespace understudy {

namespace {

constexpr qsizetype MaxMessage = 512;

/// The last column of the table in SEMANTICS §2: what is known when the provider reported nothing.
bool usedNothing(Outcome outcome)
{
    switch (outcome) {
    case Outcome::ConnectFailed:
    case Outcome::RateLimited:
    case Outcome::QuotaExhausted:
    case Outcome::CredentialRefused:
    case Outcome::ModelUnavailable:
    case Outcome::Redirected:
    case Outcome::CallerFault:
    case Outcome::ContextExceeded:
    case Outcome::ContentFiltered:
        return true;
    case Outcome::Timeout:
    case Outcome::Broken:
    case Outcome::Overloaded:
    case Outcome::ClientGone:
    case Outcome::Answered:
        return false;
    }
    return false;
}

} // namespace

void Exchange::recordAttempt(const AttemptResult &result, NetworkBlame blame)
{
    const RuntimeCandidate &candidate = current();
    AttemptRecord row;
    row.index = int(m_record.attempts.size());
    row.position = candidate.entry.position;
    row.channel = candidate.entry.channel;
    row.model = candidate.entry.model;
    row.outcome = result.verdict.outcome;
    row.detail = QString::fromUtf8(scrubbed(result.verdict.detail.toUtf8(), candidate.secrets));
    if (isOurSide(blame)) // whose fault it was says more than how it showed, and what a login page or proxy says are not the provider's words
        row.detail = word(blame);
    else if (!result.verdict.message.isEmpty())
        row.message = QString::fromUtf8(scrubbed(result.verdict.message.toUtf8(), candidate.secrets)).left(MaxMessage);
    row.httpStatus = result.httpStatus;
    row.startedMs = sinceArrival(m_attempt->startedAt());
    if (const auto connected = m_attempt->connectedAt())
        row.connectedMs = sinceArrival(*connected);
    row.endedMs = sinceArrival(m_services.clock.now());
    if (const auto first = m_attempt->firstOutputAt())
        row.firstOutputMs = sinceArrival(*first);
    else if (result.verdict.outcome == Outcome::Answered)
        row.firstOutputMs = row.endedMs;
    row.bytesReceived = m_attempt->bytesReceived();
    row.bytesSent = m_body.bytes.size();

    std::optional<Usage> usage = result.usage;
    if (!usage && !result.body.isEmpty() && result.httpStatus / 100 == 2 && traits(m_api).answerMember)
        usage = readUsage(json::Value(result.body));
    if (usage) {
        row.usage = *usage;
        row.provenance = Provenance::Reported;
    } else if (usedNothing(row.outcome)) {
        row.usage = {0, 0, 0, std::nullopt, std::nullopt};
        row.provenance = Provenance::Estimated;
    } else if (row.outcome == Outcome::ClientGone || (row.outcome == Outcome::Answered && candidate.entry.builtIn)) {
        row.usage = estimate(result);
        row.provenance = Provenance::Estimated;
    }
    if (row.outcome == Outcome::Answered) {
        m_record.usage = row.usage;
        m_record.provenance = row.provenance;
    } else if (!result.committed) {
        m_failed.append({row.channel, row.model, row.outcome, row.httpStatus, row.endedMs - row.startedMs, result.verdict.retryAfter});
    }
    m_record.attempts.append(std::move(row));
}

Usage Exchange::estimate(const AttemptResult &result) const
{
    Usage usage;
    if (!m_body.multipart)
        usage.promptTokens = estimatePromptTokens(json::Value(m_body.bytes));
    usage.completionTokens = result.committed || result.body.isEmpty() ? m_attempt->estimatedTokens()
                                                                       : estimateOutputTokens(m_api, json::Value(result.body));
    return usage;
}

void Exchange::noteDecision(const Decision &decision)
{
    AttemptRecord &row = m_record.attempts.last();
    row.decision = decision.kind;
    row.reason = decision.reason;
    tellEnded();
}

void Exchange::tellBegan()
{
    if (!isWatched())
        return;
    AttemptRecord begun;
    begun.index = int(m_record.attempts.size());
    begun.position = current().entry.position;
    begun.channel = current().entry.channel;
    begun.model = current().entry.model;
    begun.startedMs = sinceArrival(m_attempt->startedAt());
    m_services.ledger.progress({ExchangeProgress::Step::AttemptBegan, m_record.id, m_record.clientRequestId, m_record.keyId, std::move(begun)});
}

void Exchange::tellEnded()
{
    if (isWatched())
        m_services.ledger.progress({ExchangeProgress::Step::AttemptEnded, m_record.id, m_record.clientRequestId, m_record.keyId,
                                    m_record.attempts.last()});
}

void Exchange::recordServing(const RuntimeCandidate &candidate)
{
    m_record.servedChannel = candidate.entry.channel;
    m_record.servedModel = candidate.entry.model;
    m_record.servedBuiltIn = candidate.entry.builtIn;
}

/// Counts at once what the ledger will settle in a moment, by the same rules (SEMANTICS §7): a key's tokens are those of answers,
/// a channel's those of all attempts, drills count nowhere.
void Exchange::runAhead() const
{
    if (m_record.kind == ExchangeKind::Drill)
        return;
    for (const AttemptRecord &attempt : m_record.attempts) {
        const RuntimeCandidate &candidate = m_key->candidates[size_t(attempt.position)];
        candidate.channelState->tokensThisMonth.add(attempt.usage.total().value_or(0));
    }
    if (m_record.status != ExchangeStatus::Answered)
        return;
    const qint64 tokens = m_record.usage.total().value_or(0);
    m_key->state->tokensToday.add(tokens);
    m_key->state->tokensThisMonth.add(tokens);
    if (m_record.servedBuiltIn)
        m_key->state->freeTokensUsed.add(tokens);
}

AnswerStory Exchange::story(bool served) const
{
    AnswerStory story;
    // A stream tells its story while its attempt is still running and not yet in the record.
    story.attempts = int(m_record.attempts.size()) + (m_state == State::Streaming ? 1 : 0);
    story.cache = m_record.cache;
    if (served) {
        story.servedBy = current().servedBy;
        story.failover = m_current != m_start;
    }
    return story;
}

} // namespace understudy
