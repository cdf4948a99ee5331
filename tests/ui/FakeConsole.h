// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalogue.h"
#include "console/Console.h"

#include <QPointer>
#include <QTimer>

#include <optional>

namespace understudy::test {

/// A Console without a gateway: the configuration is in memory, everything else is what the test sets. Replies come in the next
/// turn of the event loop, as the real one's do. With `sample` it is filled with invented providers, channels, keys and traffic.
class FakeConsole final : public Console {
    Q_OBJECT

public:
    enum class Start { Empty, Sample };
    explicit FakeConsole(Start start = Start::Empty);

    // What a test sets
    Configuration stored;
    GatewayState gateway;
    QList<CandidateHealth> healths;
    QList<Provider> runtimes;
    QList<LimitUse> limitUses;
    QList<ExchangeRecord> exchangesNewestFirst; ///< recent()
    QList<ExchangeRecord> olderNewestFirst;     ///< only in the ledger: recent() has forgotten them
    UsageSummary usageSummary;                  ///< what usage() and report() tell, unless `usageReport` says otherwise
    RetentionPolicy retentionPolicy;
    std::optional<UsageReport> usageReport;     ///< its query is replaced by the one that was asked
    QList<UsageReportQuery> reportQueries;
    QList<DeletedObject> deletedObjects;
    std::optional<Error> nextError;  ///< what the next asynchronous wish fails with, once
    QList<StageResult> testStages;   ///< what a connection test says; passed unless one of them failed
    QStringList modelsOfProvider;    ///< what a listing answers; with `nextError` it fails
    QList<AttemptRecord> trialAttempts;
    QString trialText;
    TrialResult trialResult;
    std::optional<ExchangeRecord> trialRecord;
    QPointer<DrillRun> drillRun;     ///< the last one: the test emits its signals; null once it was stopped
    int logStep = 0;                 ///< how many exchanges a page of the log looks at; 0: all
    bool holdReplies = false;        ///< wishes stay unanswered: for loading states and cancelling

    // What happened
    QList<UsageQuery> usageQueries;
    QList<DrillPlan> drillPlans;
    QList<LogQuery> logQueries;
    QList<TrialRequest> trials;
    QStringList calls; ///< "start", "stop", "reset sf-1", "test sf-1", "try key_1 auto", "fault …", "keyring" …

    void setConfiguration(const Configuration &configuration); ///< emits configurationChanged
    void setGateway(const GatewayState &state);                ///< emits stateChanged
    void setHealth(const QList<CandidateHealth> &health);      ///< emits healthChanged
    void setLimits(const QList<LimitUse> &limits);             ///< emits limitsChanged
    void record(const QList<ExchangeRecord> &exchanges);       ///< emits recorded

    // Console
    const Catalogue &catalogue() const override { return m_catalogue; }
    const Configuration &configuration() const override { return stored; }
    GatewayState state() const override { return gateway; }
    QList<CandidateHealth> health() const override { return healths; }
    QList<LimitUse> limits() const override { return limitUses; }
    QList<Provider> localRuntimes() const override { return runtimes; }
    QList<ExchangeRecord> recent() const override { return exchangesNewestFirst; }
    void change(Change change, QObject *context, Reply<void> done) override;
    void deleted(QObject *context, Reply<QList<DeletedObject>> done) override { answer(context, done, deletedObjects); }
    void restore(const DeletedObject &object, QObject *context, Reply<void> done) override;
    void unlock(const Secret &passphrase, QObject *context, Reply<void> done) override;
    void moveMasterKey(MasterKeyPlace to, const Secret &passphrase, QObject *context, Reply<void> done) override;
    void probeKeyring(QObject *context, Reply<void> done) override;
    void startGateway() override;
    void stopGateway() override;
    void resetBreakers(const QString &channel) override { calls.append(QStringLiteral("reset ") + channel); }
    void setSimulatedFaults(const QString &model, const QList<SimulatedFault> &ring) override
    {
        calls.append(QStringLiteral("faults %1 %2").arg(model).arg(ring.size()));
    }
    void freePort(QObject *context, Reply<quint16> done) override { answer(context, done, quint16(17178)); }
    std::unique_ptr<ConnectionTest> testChannel(const Channel &channel, const Provider &provider, bool completion) override;
    std::unique_ptr<ModelListing> listModels(const Channel &channel, const Provider &provider) override;
    std::unique_ptr<TrialRun> tryKey(const TrialRequest &request) override;
    std::unique_ptr<DrillRun> drill(const DrillPlan &plan) override;
    void exchanges(const PageQuery &query, QObject *context, Reply<QList<ExchangeRecord>> done) override;
    void logPage(const LogQuery &query, QObject *context, Reply<LogSlice> done) override;
    void exchange(const QString &id, QObject *context, Reply<ExchangeRecord> done) override;
    void usage(const UsageQuery &query, QObject *context, Reply<UsageSummary> done) override;
    void report(const UsageReportQuery &query, QObject *context, Reply<UsageReport> done) override;
    void retention(QObject *context, Reply<RetentionPolicy> done) override;
    void setRetention(const RetentionPolicy &policy, QObject *context, Reply<void> done) override;
    void clearLog(QObject *context, Reply<qint64> done) override;
    void previewImport(const QByteArray &text, const Secret &passphrase, QObject *context, Reply<Configuration> done) override;
    void exportConfiguration(const Secret &passphrase, QObject *context, Reply<QByteArray> done) override;
    void diagnostics(QObject *context, Reply<QList<Fact>> done) override;

private:
    template<typename T, typename V>
    void answer(QObject *context, const Reply<T> &done, const V &value)
    {
        if (holdReplies)
            return;
        Result<T> result = nextError ? Result<T>(*nextError) : Result<T>(T(value));
        nextError.reset();
        QTimer::singleShot(0, context, [done, result] { done(result); });
    }
    void answer(QObject *context, const Reply<void> &done, const Result<void> &result);

    QList<ExchangeRecord> ledger() const { return exchangesNewestFirst + olderNewestFirst; }

    Catalogue m_catalogue;
};

/// A configuration, traffic and health that look like a month of use; all names and secrets are invented.
void fillWithSample(FakeConsole &console);
/// The sample with prices for the model that is used most: usage then has costs.
void addPrices(FakeConsole &console);

} // namespace understudy::test
