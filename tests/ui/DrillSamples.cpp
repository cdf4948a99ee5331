// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/DrillSamples.h"

#include <QDateTime>

#include <algorithm>

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 AttemptMs = 300;
constexpr int TripAfter = 3;

struct Played {
    Outcome outcome = Outcome::Answered;
    int httpStatus = 0;
    bool again = false;     ///< a retry is allowed
    bool midStream = false;
};

Played playedBy(DrillFault fault, bool stream)
{
    using F = DrillFault;
    switch (fault) {
    case F::Refused:
    case F::NameNotFound: return {Outcome::ConnectFailed, 0, true, false};
    case F::Unauthorized: return {Outcome::CredentialRefused, 401, false, false};
    case F::PaymentRequired: return {Outcome::QuotaExhausted, 402, false, false};
    case F::RateLimited: return {Outcome::RateLimited, 429, false, false};
    case F::ServerError: return {Outcome::Overloaded, 500, true, false};
    case F::Unavailable: return {Outcome::Overloaded, 503, true, false};
    case F::SilentBeforeHead: return {Outcome::Timeout, 0, true, false};
    case F::SilentBeforeOutput: return {Outcome::Timeout, 200, true, false};
    case F::Reset:
    case F::Stalled:
    case F::CutOff: return {Outcome::Broken, 200, true, stream};
    case F::MalformedJson: return {Outcome::Broken, 200, true, false};
    case F::ErrorInside200: return {Outcome::Overloaded, 200, true, false};
    default: return {Outcome::Answered, 200, false, false};
    }
}

} // namespace

DrillReport drillReport(const FakeConsole &console, const DrillPlan &plan, const QHash<int, Outcome> &outcomes)
{
    DrillReport report;
    report.plan = plan;
    report.began = WallTime(Milliseconds(QDateTime(QDate(2030, 1, 2), QTime(14, 2, 11)).toMSecsSinceEpoch()));
    const auto key = std::find_if(console.stored.keys.begin(), console.stored.keys.end(), [&plan](const GatewayKey &one) { return one.id == plan.keyId; });
    report.keyName = key->name;
    for (int i = 0; i < int(key->chain.size()); ++i)
        report.chain.append({key->chain[i].channel, key->chain[i].model, plan.faults.value(i, DrillFault::Healthy)});
    QHash<int, int> failures;
    for (int number = 0; number < plan.requests; ++number) {
        DrillExchange exchange;
        exchange.number = number;
        ExchangeRecord &record = exchange.record;
        record.id = u"req_drill%1"_s.arg(number);
        record.kind = ExchangeKind::Drill;
        record.keyId = key->id;
        record.keyName = key->name;
        record.stream = plan.stream;
        record.status = ExchangeStatus::Failed;
        exchange.httpStatus = 503;
        exchange.error = u"all_candidates_failed"_s;
        qint64 now = 0;
        for (int place = 0; place < int(report.chain.size()) && record.status == ExchangeStatus::Failed; ++place) {
            if (failures[place] >= TripAfter && place + 1 < int(report.chain.size())) {
                record.skipped.append({place, report.chain[place].channel, report.chain[place].model, SkipReason::Suspended});
                continue;
            }
            Played played = playedBy(report.chain[place].fault, plan.stream);
            played.outcome = outcomes.value(place, played.outcome);
            for (int call = 0; call < (played.again && !played.midStream ? 2 : 1); ++call) {
                AttemptRecord attempt;
                attempt.index = int(record.attempts.size());
                attempt.position = place;
                attempt.channel = report.chain[place].channel;
                attempt.model = report.chain[place].model;
                attempt.outcome = played.outcome;
                attempt.httpStatus = played.httpStatus;
                attempt.startedMs = now;
                attempt.connectedMs = now + 4;
                attempt.endedMs = now + AttemptMs + 10 * number;
                attempt.decision = DecisionKind::Next;
                attempt.reason = u"retries_used"_s;
                now = attempt.endedMs;
                if (played.outcome == Outcome::Answered || played.midStream)
                    attempt.firstOutputMs = attempt.startedMs + 90;
                if (played.outcome == Outcome::Answered) {
                    attempt.usage = {12, 591, 603, {}, {}};
                    attempt.provenance = Provenance::Reported;
                    attempt.decision = DecisionKind::Deliver;
                    record.usage = attempt.usage;
                    record.provenance = attempt.provenance;
                    record.status = ExchangeStatus::Answered;
                    record.servedChannel = attempt.channel;
                    record.servedModel = attempt.model;
                    record.firstOutputMs = attempt.firstOutputMs;
                    exchange.httpStatus = 200;
                    exchange.complete = true;
                    exchange.error.clear();
                } else {
                    ++failures[place];
                }
                if (played.midStream && played.outcome != Outcome::Answered) {
                    record.status = ExchangeStatus::Interrupted;
                    record.servedModel = attempt.model;
                    record.firstOutputMs = attempt.firstOutputMs;
                    exchange.httpStatus = 200;
                    exchange.error = u"The stream broke off."_s;
                }
                record.attempts.append(attempt);
            }
        }
        record.httpStatus = exchange.httpStatus;
        record.durationMs = now;
        exchange.durationMs = now;
        exchange.firstOutputMs = record.firstOutputMs;
        report.exchanges.append(exchange);
    }
    for (int place = 0; place < int(report.chain.size()); ++place) {
        if (failures[place] >= TripAfter)
            report.health.append({report.chain[place].channel, report.chain[place].model, u"suspended"_s, failures[place], Milliseconds(15'000), false});
    }
    report.tookMs = 4'200;
    return report;
}

void playExchange(DrillRun &run, const DrillExchange &exchange)
{
    for (const AttemptRecord &attempt : exchange.record.attempts) {
        AttemptRecord beginning = attempt;
        beginning.endedMs = attempt.startedMs;
        emit run.attemptBegan(exchange.number, beginning);
        emit run.attemptEnded(exchange.number, attempt);
    }
    emit run.exchangeEnded(exchange);
}

void playReport(DrillRun &run, const DrillReport &report)
{
    for (const DrillExchange &exchange : report.exchanges)
        playExchange(run, exchange);
    emit run.finished(report);
}

} // namespace understudy::test
