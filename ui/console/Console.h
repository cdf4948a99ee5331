// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "console/ChannelJobs.h"
#include "console/DrillRun.h"
#include "console/GatewayState.h"
#include "console/TrialRun.h"
#include "domain/CandidateHealth.h"
#include "domain/Configuration.h"
#include "domain/DeletedObject.h"
#include "domain/ExchangeProgress.h"
#include "domain/LedgerQueries.h"
#include "domain/Retention.h"
#include "domain/UsageReport.h"
#include "domain/LimitUse.h"
#include "gateway/SimulatedFaults.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace understudy {

class Catalogue;

/// Everything that the windows know of the installation and wish of it, as values. The one border between ui and the world:
/// app implements it over the gateway in a thread of its own, or over another process that owns the data; tests over nothing.
///
/// Lives in the GUI thread. Nothing here blocks: what is known is answered from copies, everything else comes by a reply. A reply
/// is called exactly once, in the GUI thread, never from inside the call, and not at all when its `context` has died.
class Console : public QObject {
    Q_OBJECT

public:
    template<typename T>
    using Reply = std::function<void(Result<T>)>;
    using Change = std::function<Result<Configuration>(const Configuration &)>;

    using QObject::QObject;

    // What is known
    virtual const Catalogue &catalogue() const = 0;
    /// As it is stored. Secrets are in it, empty while the vault is locked: show them in nothing but a SecretField.
    virtual const Configuration &configuration() const = 0;
    virtual GatewayState state() const = 0;
    virtual QList<CandidateHealth> health() const = 0;   ///< only candidates that have been called or tested
    virtual QList<LimitUse> limits() const { return {}; } ///< how much of each limit that is set is used; only while the gateway runs
    virtual QList<Provider> localRuntimes() const = 0;   ///< runtimes found on this machine, with the models they named
    /// The last exchanges, newest first, at most MostRecent: live ones, cache hits and drills, of all processes on this data. Without
    /// recorded contents (policy.recordContent): exchange() has them.
    virtual QList<ExchangeRecord> recent() const = 0;
    static constexpr int MostRecent = 500;

    // The configuration
    /// One transaction on the stored configuration: `change` gets what is stored now and gives what shall be; it runs in
    /// another thread and must only use what it captured by value. The whole must be valid (configuration/Rules.h), or nothing is
    /// written. configurationChanged() comes before the reply.
    virtual void change(Change change, QObject *context, Reply<void> done) = 0;
    virtual void deleted(QObject *context, Reply<QList<DeletedObject>> done) = 0;
    virtual void restore(const DeletedObject &object, QObject *context, Reply<void> done) = 0;
    /// Where the master key lives; see GatewayState::vault. `passphrase` only for MasterKeyPlace::Passphrase.
    virtual void unlock(const Secret &passphrase, QObject *context, Reply<void> done) = 0;
    virtual void moveMasterKey(MasterKeyPlace to, const Secret &passphrase, QObject *context, Reply<void> done) = 0;
    /// Writes, reads back and deletes a sentinel in the system's keyring.
    virtual void probeKeyring(QObject *context, Reply<void> done) = 0;

    // The gateway
    virtual void startGateway() = 0; ///< stateChanged() tells how it went
    virtual void stopGateway() = 0;  ///< lets running exchanges finish up to settings.limits.drain
    virtual void resetBreakers(const QString &channel) = 0;
    /// The simulated models' faults; see SimulatedFaults::set.
    virtual void setSimulatedFaults(const QString &model, const QList<SimulatedFault> &ring) = 0;
    virtual void freePort(QObject *context, Reply<quint16> done) = 0; ///< the next free one after that of settings.listen

    // Jobs: owned by the caller; destroying one cancels it silently. Each begins by itself in the next turn of the event loop.
    virtual std::unique_ptr<ConnectionTest> testChannel(const Channel &channel, const Provider &provider, bool completion) = 0;
    virtual std::unique_ptr<ModelListing> listModels(const Channel &channel, const Provider &provider) = 0;
    virtual std::unique_ptr<TrialRun> tryKey(const TrialRequest &request) = 0;
    /// On a gateway of its own: nothing that runs notices. Real providers are called only for healthy places of the chain.
    virtual std::unique_ptr<DrillRun> drill(const DrillPlan &plan) = 0;

    // The ledger
    virtual void exchanges(const PageQuery &query, QObject *context, Reply<QList<ExchangeRecord>> done) = 0;
    /// One page of the log, newest first: without recorded contents unless asked for.
    virtual void logPage(const LogQuery &query, QObject *context, Reply<LogSlice> done) = 0;
    virtual void exchange(const QString &id, QObject *context, Reply<ExchangeRecord> done) = 0;
    virtual void usage(const UsageQuery &query, QObject *context, Reply<UsageSummary> done) = 0;
    virtual void report(const UsageReportQuery &query, QObject *context, Reply<UsageReport> done) = 0;

    /// How long the log is kept; what is not is deleted soon after, in small steps while the gateway serves.
    virtual void retention(QObject *context, Reply<RetentionPolicy> done) = 0;
    virtual void setRetention(const RetentionPolicy &policy, QObject *context, Reply<void> done) = 0;
    /// Deletes every row of the log that is there now, not the usage statistics; recent() has lost them before the reply. The number of rows.
    virtual void clearLog(QObject *context, Reply<qint64> done) = 0;

    // Configuration files (SEMANTICS §9)
    /// What an import would make of the stored configuration; nothing is written. Apply it with change().
    virtual void previewImport(const QByteArray &text, const Secret &passphrase, QObject *context, Reply<Configuration> done) = 0;
    /// The canonical file, secrets sealed with `passphrase`, or left out when that is empty.
    virtual void exportConfiguration(const Secret &passphrase, QObject *context, Reply<QByteArray> done) = 0;

    /// For the page of diagnostics: facts with their values, no secrets, ready to be copied.
    virtual void diagnostics(QObject *context, Reply<QList<Fact>> done) = 0;

signals:
    void configurationChanged();
    void stateChanged();
    void healthChanged(); ///< at most 4 times a second
    void limitsChanged(); ///< likewise
    /// Finished exchanges in the order of their ends, batched: at most 10 signals a second; as recent(). A flood (more than 500 in
    /// a tenth of a second) loses some here, not in the ledger. The ledger has them a moment later. None: recent() has become less.
    void recorded(const QList<understudy::ExchangeRecord> &exchanges);
    void localRuntimesChanged(); ///< they are looked for once, after the data was opened
    void warning(const QString &text); ///< for a person; in English, from the core
};

} // namespace understudy
