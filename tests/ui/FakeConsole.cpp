// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/FakeConsole.h"

#include "configuration/ConfigurationFile.h"
#include "configuration/Merge.h"
#include "configuration/Rules.h"

#include <algorithm>
#include <tuple>

namespace understudy::test {

using namespace Qt::StringLiterals;

FakeConsole::FakeConsole(Start start) : m_catalogue(*Catalogue::load())
{
    gateway.phase = GatewayState::Phase::Running;
    gateway.baseUrl = QUrl(u"http://127.0.0.1:17177/v1"_s);
    gateway.dataDirectory = u"/home/ada/.local/share/understudy"_s;
    gateway.database = gateway.dataDirectory + u"/understudy.db"_s;
    trialResult = {u"req_1"_s, 200, true, {}, 2140};
    trialText = u"我是一个模拟模型。"_s;
    if (start == Start::Sample)
        fillWithSample(*this);
}

void FakeConsole::setConfiguration(const Configuration &configuration)
{
    stored = configuration;
    emit configurationChanged();
}

void FakeConsole::setGateway(const GatewayState &state)
{
    gateway = state;
    emit stateChanged();
}

void FakeConsole::setHealth(const QList<CandidateHealth> &health)
{
    healths = health;
    emit healthChanged();
}

void FakeConsole::setLimits(const QList<LimitUse> &limits)
{
    limitUses = limits;
    emit limitsChanged();
}

void FakeConsole::record(const QList<ExchangeRecord> &exchanges)
{
    for (const ExchangeRecord &exchange : exchanges)
        exchangesNewestFirst.prepend(exchange);
    while (exchangesNewestFirst.size() > MostRecent)
        exchangesNewestFirst.removeLast();
    emit recorded(exchanges);
}

void FakeConsole::answer(QObject *context, const Reply<void> &done, const Result<void> &result)
{
    if (holdReplies)
        return;
    const Result<void> said = nextError ? Result<void>(*nextError) : result;
    nextError.reset();
    QTimer::singleShot(0, context, [done, said] { done(said); });
}

void FakeConsole::change(Change change, QObject *context, Reply<void> done)
{
    calls.append(u"change"_s);
    if (holdReplies)
        return;
    if (nextError)
        return answer(context, done, {});
    Result<Configuration> after = change(stored);
    Result<void> result;
    if (after) {
        completeKeys(*after);
        const Result<void> valid = validate(*after, m_catalogue);
        if (valid)
            setConfiguration(*after);
        else
            result = valid.error();
    } else {
        result = after.error();
    }
    answer(context, done, result);
}

void FakeConsole::restore(const DeletedObject &object, QObject *context, Reply<void> done)
{
    calls.append(u"restore "_s + object.id);
    deletedObjects.removeOne(object);
    answer(context, done, {});
}

void FakeConsole::unlock(const Secret &, QObject *context, Reply<void> done)
{
    calls.append(u"unlock"_s);
    if (!nextError) {
        gateway.vault.locked = false;
        emit stateChanged();
    }
    answer(context, done, {});
}

void FakeConsole::moveMasterKey(MasterKeyPlace to, const Secret &, QObject *context, Reply<void> done)
{
    calls.append(u"move master key"_s);
    if (!nextError) {
        gateway.vault.place = to;
        emit stateChanged();
    }
    answer(context, done, {});
}

void FakeConsole::probeKeyring(QObject *context, Reply<void> done)
{
    calls.append(u"keyring"_s);
    answer(context, done, {});
}

void FakeConsole::startGateway()
{
    calls.append(u"start"_s);
    gateway.phase = GatewayState::Phase::Running;
    gateway.problem.reset();
    emit stateChanged();
}

void FakeConsole::stopGateway()
{
    calls.append(u"stop"_s);
    gateway.phase = GatewayState::Phase::Stopped;
    emit stateChanged();
}

std::unique_ptr<ConnectionTest> FakeConsole::testChannel(const Channel &channel, const Provider &, bool)
{
    calls.append(u"test "_s + channel.id);
    auto test = std::make_unique<ConnectionTest>();
    if (!holdReplies) {
        QTimer::singleShot(0, test.get(), [test = test.get(), stages = testStages] {
            bool passed = true;
            for (const StageResult &stage : stages) {
                passed = passed && stage.state != StageState::Failed;
                emit test->stageDone(stage);
            }
            emit test->finished(passed);
        });
    }
    return test;
}

std::unique_ptr<ModelListing> FakeConsole::listModels(const Channel &channel, const Provider &)
{
    calls.append(u"list "_s + channel.id);
    auto listing = std::make_unique<ModelListing>();
    if (!holdReplies) {
        const std::optional<Error> error = std::exchange(nextError, std::nullopt);
        QTimer::singleShot(0, listing.get(), [listing = listing.get(), error, models = modelsOfProvider] {
            if (error)
                emit listing->failed(*error);
            else
                emit listing->listed(models);
        });
    }
    return listing;
}

std::unique_ptr<DrillRun> FakeConsole::drill(const DrillPlan &plan)
{
    calls.append(u"drill "_s + plan.keyId);
    drillPlans.append(plan);
    auto run = std::make_unique<DrillRun>();
    drillRun = run.get();
    return run;
}

std::unique_ptr<TrialRun> FakeConsole::tryKey(const TrialRequest &request)
{
    calls.append(u"try %1 %2"_s.arg(request.keyId, request.model));
    trials.append(request);
    auto run = std::make_unique<TrialRun>();
    if (!holdReplies) {
        QTimer::singleShot(0, run.get(), [this, run = run.get()] {
            const QList<AttemptRecord> attempts = trialAttempts;
            for (const AttemptRecord &attempt : attempts) {
                emit run->attemptBegan(attempt);
                emit run->attemptEnded(attempt);
            }
            if (!trialText.isEmpty())
                emit run->text(trialText, false);
            emit run->finished(trialResult);
            if (trialRecord)
                emit run->recorded(*trialRecord);
        });
    }
    return run;
}

void FakeConsole::exchanges(const PageQuery &query, QObject *context, Reply<QList<ExchangeRecord>> done)
{
    QList<ExchangeRecord> found;
    for (const ExchangeRecord &exchange : ledger()) {
        if ((query.keyId.isEmpty() || exchange.keyId == query.keyId) && (!query.since || exchange.time >= *query.since))
            found.append(exchange);
    }
    std::sort(found.begin(), found.end(), [](const ExchangeRecord &a, const ExchangeRecord &b) { return std::tie(a.time, a.id) < std::tie(b.time, b.id); });
    const auto last = std::find_if(found.begin(), found.end(), [&query](const ExchangeRecord &exchange) { return exchange.id == query.after; });
    if (!query.after.isEmpty() && last != found.end())
        found.erase(found.begin(), last + 1);
    calls.append(u"exchanges"_s);
    answer(context, done, found.mid(0, query.limit));
}

void FakeConsole::logPage(const LogQuery &query, QObject *context, Reply<LogSlice> done)
{
    logQueries.append(query);
    QList<ExchangeRecord> all = ledger();
    std::sort(all.begin(), all.end(), [](const ExchangeRecord &a, const ExchangeRecord &b) { return std::tie(a.time, a.id) > std::tie(b.time, b.id); });
    LogSlice page;
    int looked = 0;
    for (const ExchangeRecord &one : std::as_const(all)) {
        if (query.before && std::tie(one.time, one.id) >= std::tie(query.before->time, query.before->id))
            continue;
        ++looked;
        if ((query.keyId.isEmpty() || one.keyId == query.keyId) && matches(query.filter, one))
            page.exchanges.append(one);
        if (page.exchanges.size() == query.limit || (logStep > 0 && looked == logStep)) {
            page.next = LogCursor{one.time, one.id};
            break;
        }
    }
    answer(context, done, page);
}

void FakeConsole::exchange(const QString &id, QObject *context, Reply<ExchangeRecord> done)
{
    for (const ExchangeRecord &exchange : ledger()) {
        if (exchange.id == id)
            return answer(context, done, exchange);
    }
    nextError = Error{ErrorKind::NotFound, u"There is no such request."_s, {}};
    answer(context, done, ExchangeRecord());
}

void FakeConsole::usage(const UsageQuery &query, QObject *context, Reply<UsageSummary> done)
{
    usageQueries.append(query);
    answer(context, done, usageSummary);
}

void FakeConsole::report(const UsageReportQuery &query, QObject *context, Reply<UsageReport> done)
{
    reportQueries.append(query);
    UsageReport report = usageReport.value_or(UsageReport());
    if (!usageReport) {
        for (const KeyUsage &key : usageSummary.byKey) {
            report.keyNames.insert(key.keyId, key.keyName);
            report.requests.append({0, key.keyId, {}, {}, Ending::FirstTry, key.requests, {key.tokens.prompt, key.tokens.completion, key.tokens.total, 0, 0}, key.freeTokensUsed, 0, 0});
        }
        for (const ProviderUsage &provider : usageSummary.byProvider) {
            const auto cell = [&](Outcome outcome, qint64 attempts, qint64 unknown, const TokenKinds &tokens) {
                report.attempts.append({0, {}, provider.provider, {}, provider.provider, outcome, attempts, unknown, 0, tokens});
            };
            cell(Outcome::Answered, provider.attempts - provider.failedAttempts, 0, {provider.tokens.prompt, provider.tokens.completion, provider.tokens.total, 0, 0});
            if (provider.failedAttempts > 0)
                cell(Outcome::Timeout, provider.failedAttempts, provider.unknownAttempts, {});
        }
    }
    report.query = query;
    for (AttemptCell &cell : report.attempts)
        cell.slot %= report.slotCount();
    for (RequestCell &cell : report.requests)
        cell.slot %= report.slotCount();
    for (LatencyCell &cell : report.latencies)
        cell.slot %= report.slotCount();
    answer(context, done, report);
}

void FakeConsole::retention(QObject *context, Reply<RetentionPolicy> done) { answer(context, done, retentionPolicy); }

void FakeConsole::setRetention(const RetentionPolicy &policy, QObject *context, Reply<void> done)
{
    retentionPolicy = policy;
    answer(context, done, {});
}

void FakeConsole::clearLog(QObject *context, Reply<qint64> done)
{
    const auto cleared = qint64(ledger().size());
    if (!nextError) {
        exchangesNewestFirst.clear();
        olderNewestFirst.clear();
        emit recorded({});
    }
    answer(context, done, cleared);
}

void FakeConsole::previewImport(const QByteArray &text, const Secret &passphrase, QObject *context, Reply<Configuration> done)
{
    ReadOptions options;
    options.passphrase = passphrase;
    const Result<Configuration> merged = importInto(stored, text, m_catalogue, options);
    if (!merged)
        nextError = merged.error();
    answer(context, done, merged ? *merged : Configuration());
}

void FakeConsole::exportConfiguration(const Secret &passphrase, QObject *context, Reply<QByteArray> done)
{
    WriteOptions options;
    if (!passphrase.isEmpty()) {
        options.passphrase = passphrase;
        options.cost = {1, 8 * 1024 * 1024};
    }
    const Result<QByteArray> written = serializeConfiguration(stored, m_catalogue, options);
    if (!written)
        nextError = written.error();
    answer(context, done, written ? *written : QByteArray());
}

void FakeConsole::diagnostics(QObject *context, Reply<QList<Fact>> done)
{
    answer(context, done, QList<Fact>{{u"version"_s, QStringLiteral(UNDERSTUDY_VERSION)}, {u"data directory"_s, gateway.dataDirectory}});
}

} // namespace understudy::test
