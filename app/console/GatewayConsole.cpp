// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/GatewayConsole.h"

#include "configuration/ConfigurationFile.h"
#include "console/ConsoleCore.h"
#include "console/CoreJobs.h"

namespace understudy {

using namespace Qt::StringLiterals;

GatewayConsole::GatewayConsole(const WorkspaceOptions &options, QObject *parent)
    : Console(parent), m_catalogue(Catalogue::load().value()), m_desk(new LedgerDesk), m_core(new ConsoleCore(options, *m_desk))
{
    m_state.dataDirectory = options.dataDirectory.isEmpty() ? DataDirectory::defaultPath() : options.dataDirectory;
    m_deskThread.setObjectName(u"ledger-desk"_s);
    m_coreThread.setObjectName(u"core"_s);
    m_desk->moveToThread(&m_deskThread);
    m_core->moveToThread(&m_coreThread);
    hearCore();
    m_deskThread.start();
    m_coreThread.start();
    inCore([](ConsoleCore &core) { core.open(); });
}

GatewayConsole::~GatewayConsole()
{
    // The desk's answers go to the core: it falls silent first. Its connection must be closed in its own thread.
    QMetaObject::invokeMethod(m_desk, [desk = m_desk] { desk->setDatabase(std::nullopt); }, Qt::BlockingQueuedConnection);
    m_deskThread.quit();
    m_deskThread.wait();
    QMetaObject::invokeMethod(m_core, [core = m_core] { delete core; }, Qt::BlockingQueuedConnection);
    m_coreThread.quit();
    m_coreThread.wait();
    delete m_desk;
}

template<typename Work>
void GatewayConsole::inCore(Work work)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, work = std::move(work)]() mutable { work(*core); }, Qt::QueuedConnection);
}

template<typename Work>
void GatewayConsole::atDesk(Work work)
{
    QMetaObject::invokeMethod(m_desk, [desk = m_desk, work = std::move(work)]() mutable { work(*desk); }, Qt::QueuedConnection);
}

/// All of these are queued: the core lives elsewhere. They arrive in the order in which it spoke, among its replies.
void GatewayConsole::hearCore()
{
    connect(m_core, &ConsoleCore::opened, this, [this](const Configuration &configuration, const QList<ExchangeRecord> &recent) {
        m_configuration = configuration;
        m_recent = recent;
        emit configurationChanged();
    });
    connect(m_core, &ConsoleCore::configurationChanged, this, [this](const Configuration &configuration) {
        m_configuration = configuration;
        emit configurationChanged();
    });
    connect(m_core, &ConsoleCore::stateChanged, this, [this](const GatewayState &state) {
        m_state = state;
        emit stateChanged();
    });
    connect(m_core, &ConsoleCore::healthChanged, this, [this](const QList<CandidateHealth> &health) {
        m_health = health;
        emit healthChanged();
    });
    connect(m_core, &ConsoleCore::limitsChanged, this, [this](const QList<LimitUse> &limits) {
        m_limits = limits;
        emit limitsChanged();
    });
    connect(m_core, &ConsoleCore::localRuntimesChanged, this, [this](const QList<Provider> &runtimes) {
        m_runtimes = runtimes;
        emit localRuntimesChanged();
    });
    connect(m_core, &ConsoleCore::recorded, this, &GatewayConsole::takeRecorded);
    connect(m_core, &ConsoleCore::warning, this, &Console::warning);
    connect(m_core, &ConsoleCore::shutDownEnded, this, &GatewayConsole::shutDownEnded);
}

void GatewayConsole::takeRecorded(const QList<ExchangeRecord> &exchanges)
{
    QList<ExchangeRecord> fresh;
    for (const ExchangeRecord &exchange : exchanges) {
        // What is looked up in the ledger may be known from its first reading.
        const bool known = std::any_of(m_recent.cbegin(), m_recent.cend(), [&](const ExchangeRecord &one) { return one.id == exchange.id; });
        if (!known)
            fresh.append(exchange);
    }
    if (fresh.isEmpty())
        return;
    QList<ExchangeRecord> recent(fresh.crbegin(), fresh.crend());
    recent.append(m_recent.mid(0, MostRecent - recent.size()));
    m_recent = std::move(recent);
    emit recorded(fresh);
}

void GatewayConsole::setVisible(bool visible)
{
    inCore([visible](ConsoleCore &core) { core.setVisible(visible); });
}

void GatewayConsole::shutDown()
{
    inCore([](ConsoleCore &core) { core.shutDown(); });
}

// ---- the configuration

void GatewayConsole::change(Change change, QObject *context, Reply<void> done)
{
    inCore([change = std::move(change), answer = m_replies.expect<void>(context, std::move(done))](ConsoleCore &core) { answer(core.change(change)); });
}

void GatewayConsole::deleted(QObject *context, Reply<QList<DeletedObject>> done)
{
    inCore([answer = m_replies.expect<QList<DeletedObject>>(context, std::move(done))](ConsoleCore &core) { answer(core.deleted()); });
}

void GatewayConsole::restore(const DeletedObject &object, QObject *context, Reply<void> done)
{
    inCore([object, answer = m_replies.expect<void>(context, std::move(done))](ConsoleCore &core) { answer(core.restore(object)); });
}

void GatewayConsole::unlock(const Secret &passphrase, QObject *context, Reply<void> done)
{
    inCore([passphrase, answer = m_replies.expect<void>(context, std::move(done))](ConsoleCore &core) { core.unlock(passphrase, answer); });
}

void GatewayConsole::moveMasterKey(MasterKeyPlace to, const Secret &passphrase, QObject *context, Reply<void> done)
{
    inCore([to, passphrase, answer = m_replies.expect<void>(context, std::move(done))](ConsoleCore &core) { core.moveMasterKey(to, passphrase, answer); });
}

void GatewayConsole::probeKeyring(QObject *context, Reply<void> done)
{
    inCore([answer = m_replies.expect<void>(context, std::move(done))](ConsoleCore &core) { core.probeKeyring(answer); });
}

// ---- the gateway

void GatewayConsole::startGateway()
{
    inCore([](ConsoleCore &core) { core.startGateway(); });
}

void GatewayConsole::stopGateway()
{
    inCore([](ConsoleCore &core) { core.stopGateway(); });
}

void GatewayConsole::resetBreakers(const QString &channel)
{
    inCore([channel](ConsoleCore &core) { core.resetBreakers(channel); });
}

void GatewayConsole::setSimulatedFaults(const QString &model, const QList<SimulatedFault> &ring)
{
    inCore([model, ring](ConsoleCore &core) { core.setSimulatedFaults(model, ring); });
}

void GatewayConsole::freePort(QObject *context, Reply<quint16> done)
{
    inCore([answer = m_replies.expect<quint16>(context, std::move(done))](ConsoleCore &core) { answer(core.freePort()); });
}

// ---- jobs

std::unique_ptr<ConnectionTest> GatewayConsole::testChannel(const Channel &channel, const Provider &provider, bool completion)
{
    return runConnectionTest(m_core, &m_replies, channel, provider, completion);
}

std::unique_ptr<ModelListing> GatewayConsole::listModels(const Channel &channel, const Provider &provider)
{
    return runModelListing(m_core, &m_replies, channel, provider);
}

std::unique_ptr<DrillRun> GatewayConsole::drill(const DrillPlan &plan) { return runDrill(m_core, &m_replies, plan); }

std::unique_ptr<TrialRun> GatewayConsole::tryKey(const TrialRequest &request) { return runTrial(m_core, &m_replies, request); }

// ---- the ledger

void GatewayConsole::exchanges(const PageQuery &query, QObject *context, Reply<QList<ExchangeRecord>> done)
{
    atDesk([query, answer = m_replies.expect<QList<ExchangeRecord>>(context, std::move(done))](LedgerDesk &desk) { answer(desk.exchanges(query)); });
}

void GatewayConsole::logPage(const LogQuery &query, QObject *context, Reply<LogSlice> done)
{
    atDesk([query, answer = m_replies.expect<LogSlice>(context, std::move(done))](LedgerDesk &desk) { answer(desk.logPage(query)); });
}

void GatewayConsole::exchange(const QString &id, QObject *context, Reply<ExchangeRecord> done)
{
    atDesk([id, answer = m_replies.expect<ExchangeRecord>(context, std::move(done))](LedgerDesk &desk) { answer(desk.exchange(id)); });
}

void GatewayConsole::report(const UsageReportQuery &query, QObject *context, Reply<UsageReport> done)
{
    atDesk([query, answer = m_replies.expect<UsageReport>(context, std::move(done))](LedgerDesk &desk) { answer(desk.report(query)); });
}

void GatewayConsole::usage(const UsageQuery &query, QObject *context, Reply<UsageSummary> done)
{
    atDesk([query, answer = m_replies.expect<UsageSummary>(context, std::move(done))](LedgerDesk &desk) { answer(desk.usage(query)); });
}

void GatewayConsole::retention(QObject *context, Reply<RetentionPolicy> done)
{
    atDesk([answer = m_replies.expect<RetentionPolicy>(context, std::move(done))](LedgerDesk &desk) { answer(desk.retention()); });
}

void GatewayConsole::setRetention(const RetentionPolicy &policy, QObject *context, Reply<void> done)
{
    atDesk([this, policy, answer = m_replies.expect<void>(context, std::move(done))](LedgerDesk &desk) {
        const Result<void> stored = desk.setRetention(policy);
        if (stored)
            inCore([](ConsoleCore &core) { core.forgetSoon(); });
        answer(stored);
    });
}

void GatewayConsole::clearLog(QObject *context, Reply<qint64> done)
{
    const Reply<qint64> cleared = [this, asked = SystemClock().wall(), done = std::move(done)](const Result<qint64> &rows) {
        if (rows) {
            m_recent.removeIf([asked](const ExchangeRecord &one) { return one.time < asked; });
            emit recorded({});
        }
        done(rows);
    };
    atDesk([answer = m_replies.expect<qint64>(context, cleared)](LedgerDesk &desk) { desk.clearLog(answer); });
}

// ---- files: a passphrase costs a second of work, which is not the core's

void GatewayConsole::previewImport(const QByteArray &text, const Secret &passphrase, QObject *context, Reply<Configuration> done)
{
    atDesk([text, passphrase, before = m_configuration, catalogue = &m_catalogue,
            answer = m_replies.expect<Configuration>(context, std::move(done))](LedgerDesk &) {
        ReadOptions options;
        options.passphrase = passphrase;
        answer(importInto(before, text, *catalogue, options));
    });
}

void GatewayConsole::exportConfiguration(const Secret &passphrase, QObject *context, Reply<QByteArray> done)
{
    const bool locked = !passphrase.isEmpty() && m_state.vault.locked;
    const Error refusal{ErrorKind::Denied, u"The secrets are locked, so they cannot be written. "_s + m_state.vault.problem, {}};
    atDesk([passphrase, locked, refusal, configuration = m_configuration, catalogue = &m_catalogue,
            answer = m_replies.expect<QByteArray>(context, std::move(done))](LedgerDesk &) {
        if (locked) {
            answer(refusal);
            return;
        }
        WriteOptions options;
        if (!passphrase.isEmpty())
            options.passphrase = passphrase;
        answer(serializeConfiguration(configuration, *catalogue, options));
    });
}

void GatewayConsole::diagnostics(QObject *context, Reply<QList<Fact>> done)
{
    inCore([answer = m_replies.expect<QList<Fact>>(context, std::move(done))](ConsoleCore &core) { answer(core.facts()); });
}

} // namespace understudy
