// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalogue.h"
#include "console/Console.h"
#include "console/Replies.h"
#include "host/Workspace.h"

#include <QThread>

namespace understudy {

class ConsoleCore;
class LedgerDesk;

/// The Console of the program: the gateway of a data directory inside this process, or beside the process that owns it already.
///
/// Three threads: this object's (the GUI's) holds copies, the core's works (ConsoleCore), a third one reads the ledger. Records in
/// recent() and recorded() come without recorded contents; exchange() has them. When more than 500 exchanges end within 100 ms, the display
/// misses some; the ledger does not.
///
/// Opening begins at once and ends with stateChanged(). The gateway starts only by startGateway(), which also tries again to open data
/// that could not be opened.
class GatewayConsole final : public Console {
    Q_OBJECT

public:
    explicit GatewayConsole(const WorkspaceOptions &options, QObject *parent = nullptr);
    /// Ends at once what still runs and writes the ledger's rest, up to 10 s. Open replies are dropped.
    ~GatewayConsole() override;

    /// Whether a person can see any of it. Only then things that change without exchanges of this process are looked at, once a second:
    /// suspensions that run out, and all of a gateway in another process.
    void setVisible(bool visible);

    /// Before the end of the program: stops as stopGateway(), then shutDownEnded() once.
    void shutDown();

    const Catalogue &catalogue() const override { return m_catalogue; }
    const Configuration &configuration() const override { return m_configuration; }
    GatewayState state() const override { return m_state; }
    QList<CandidateHealth> health() const override { return m_health; }
    QList<LimitUse> limits() const override { return m_limits; }
    QList<Provider> localRuntimes() const override { return m_runtimes; }
    QList<ExchangeRecord> recent() const override { return m_recent; }

    void change(Change change, QObject *context, Reply<void> done) override;
    void deleted(QObject *context, Reply<QList<DeletedObject>> done) override;
    void restore(const DeletedObject &object, QObject *context, Reply<void> done) override;
    void unlock(const Secret &passphrase, QObject *context, Reply<void> done) override;
    void moveMasterKey(MasterKeyPlace to, const Secret &passphrase, QObject *context, Reply<void> done) override;
    void probeKeyring(QObject *context, Reply<void> done) override;

    void startGateway() override;
    void stopGateway() override;
    void resetBreakers(const QString &channel) override;
    void setSimulatedFaults(const QString &model, const QList<SimulatedFault> &ring) override;
    void freePort(QObject *context, Reply<quint16> done) override;

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

signals:
    void shutDownEnded();

private:
    void hearCore();
    void takeRecorded(const QList<ExchangeRecord> &exchanges);
    template<typename Work>
    void inCore(Work work); ///< work(ConsoleCore &), in its thread
    template<typename Work>
    void atDesk(Work work); ///< work(LedgerDesk &), in its thread

    const Catalogue m_catalogue;
    Configuration m_configuration;
    GatewayState m_state;
    QList<CandidateHealth> m_health;
    QList<LimitUse> m_limits;
    QList<Provider> m_runtimes;
    QList<ExchangeRecord> m_recent; ///< newest first

    Replies m_replies;
    QThread m_coreThread;
    QThread m_deskThread;
    LedgerDesk *m_desk = nullptr; ///< lives in m_deskThread
    ConsoleCore *m_core = nullptr; ///< lives in m_coreThread
};

} // namespace understudy
