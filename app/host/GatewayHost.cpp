// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/GatewayHost.h"

#include "control/ControlAddress.h"
#include "control/ControlServer.h"
#include "host/FreeMemory.h"
#include "host/SignsJson.h"
#include "host/ProcessLimits.h"
#include "host/SleepWatch.h"
#include "gateway/LocalRuntimes.h"
#include "gateway/SystemNetwork.h"
#include "storage/LedgerReader.h"
#include "upstream/QnamTransport.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QPointer>
#include <QThreadPool>

#include <mutex>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds KeyFileEvery{2};
constexpr std::chrono::seconds ReleaseAfter{1}; ///< what the last body's request still holds is then gone too

std::optional<SimulatedFault> faultFrom(const QJsonObject &json)
{
    static const QHash<QString, SimulatedFault::Kind> kinds{{u"none"_s, SimulatedFault::Kind::None},
                                                            {u"status"_s, SimulatedFault::Kind::Status},
                                                            {u"refused"_s, SimulatedFault::Kind::Refused},
                                                            {u"hang"_s, SimulatedFault::Kind::Hang},
                                                            {u"reset"_s, SimulatedFault::Kind::ResetStream}};
    const auto kind = kinds.constFind(json.value("kind"_L1).toString());
    if (kind == kinds.cend())
        return std::nullopt;
    return SimulatedFault{*kind, json.value("status"_L1).toInt(503)};
}

} // namespace

/// Tells the observer and the ledger.
class GatewayHost::Tee final : public ExchangeListener {
public:
    explicit Tee(ExchangeListener &ledger) : m_ledger(ledger) {}

    void record(ExchangeRecord &&exchange) override
    {
        if (ExchangeListener *watcher = observer.load(std::memory_order_acquire))
            watcher->record(ExchangeRecord(exchange));
        m_ledger.record(std::move(exchange));
    }
    void began() override
    {
        if (ExchangeListener *watcher = observer.load(std::memory_order_acquire))
            watcher->began();
    }
    bool watches() const override
    {
        const ExchangeListener *watcher = observer.load(std::memory_order_acquire);
        return watcher && watcher->watches();
    }
    void progress(ExchangeProgress &&step) override
    {
        if (ExchangeListener *watcher = observer.load(std::memory_order_acquire))
            watcher->progress(std::move(step));
    }

    std::atomic<ExchangeListener *> observer{nullptr};

private:
    ExchangeListener &m_ledger;
};

/// The ledger's thread tells totals to a gateway that is made after the ledger and goes before it.
struct GatewayHost::TotalsRelay {
    std::mutex mutex;
    Gateway *gateway = nullptr;

    void tell(const UsageTotals &totals)
    {
        const std::lock_guard guard(mutex);
        if (gateway)
            gateway->setUsageTotals(totals);
    }
    void aim(Gateway *target)
    {
        const std::lock_guard guard(mutex);
        gateway = target;
    }
};

GatewayHost::GatewayHost(std::unique_ptr<DirectoryLock> lock, std::unique_ptr<Workspace> workspace, QObject *parent)
    : QObject(parent), m_lock(std::move(lock)), m_workspace(std::move(workspace)), m_relay(std::make_shared<TotalsRelay>()),
      m_started(m_clock.now())
{
    m_ledger = std::make_unique<LedgerWriter>(m_workspace->database(), [relay = m_relay](const UsageTotals &totals) { relay->tell(totals); });
    m_keeper = std::make_unique<LedgerKeeper>(m_workspace->database());
    m_tee = std::make_unique<Tee>(*m_ledger);
    makeGateway();
    connect(m_ledger.get(), &LedgerWriter::healthChanged, this, [this](const LedgerHealth &health) {
        emit warning(health.ok ? u"The ledger is written again."_s
                               : u"The ledger cannot be written now (%1). %2 rows wait; answers go on."_s.arg(health.error).arg(health.queued));
    });
}

void GatewayHost::recordDrilled(ExchangeRecord &&exchange) { m_tee->record(std::move(exchange)); }

GatewayHost::~GatewayHost()
{
    // Its slots must not run on a host that is half gone.
    disconnect(m_ledger.get(), nullptr, this, nullptr);
    m_control.reset();
    m_watcher.reset();
    m_sleep.reset();
    m_relay->aim(nullptr);
    m_gateway.reset();
    m_ledger->stop(m_ledgerPatience); // at once after a drain, which has waited already
}

/// A gateway listens once in its life.
void GatewayHost::makeGateway()
{
    m_relay->aim(nullptr);
    Gateway::Options options;
    options.network = systemNetwork();
    options.mostConnections = connectionsThatFit();
    m_mostConnections = options.mostConnections;
    options.ledgerFigures = [ledger = m_ledger.get()] { // it outlives every gateway
        const LedgerHealth health = ledger->health();
        return LedgerFigures{health.ok, health.queued, health.journaled, health.written, health.dropped};
    };
    m_gateway = std::make_unique<Gateway>(m_workspace->catalogue(), *m_tee, m_clock, options);
    m_relay->aim(m_gateway.get());
    for (auto ring = m_rings.cbegin(); ring != m_rings.cend(); ++ring)
        m_gateway->simulatedFaults().set(ring.key(), ring.value());
    // Queued: it goes when it has drained, and not from inside its own signal.
    connect(m_gateway.get(), &Gateway::drained, this, &GatewayHost::onDrained, Qt::QueuedConnection);
    connect(m_gateway.get(), &Gateway::largeBodiesGone, this, [this] { m_release.start(ReleaseAfter); });
}

void GatewayHost::setObserver(ExchangeListener *observer) { m_tee->observer.store(observer, std::memory_order_release); }

void GatewayHost::simulate(const QString &model, const QList<SimulatedFault> &ring)
{
    m_rings.insert(model, ring);
    m_gateway->simulatedFaults().set(model, ring);
}

Result<void> GatewayHost::load(QList<Error> &problems)
{
    Result<StoredConfiguration> stored = m_workspace->store().load();
    if (!stored)
        return stored.error();
    m_configuration = stored->configuration;
    m_revision = stored->revision;
    m_locked = stored->locked;
    problems = stored->problems;
    if (!m_listen.isEmpty())
        m_configuration.settings.listen = m_listen;
    return {};
}

Result<void> GatewayHost::open()
{
    QList<Error> problems;
    if (const Result<void> loaded = load(problems); !loaded)
        return loaded;
    for (const Error &problem : std::as_const(problems))
        emit warning(problem.toString());
    attend();
    return {};
}

Result<void> GatewayHost::start(const QString &listen)
{
    m_listen = listen;
    QList<Error> problems;
    if (const Result<void> loaded = load(problems); !loaded)
        return loaded;
    {
        const Result<std::unique_ptr<LedgerReader>> reader = LedgerReader::open(m_workspace->database());
        if (!reader)
            return reader.error();
        const Result<UsageTotals> totals = (*reader)->totals(m_clock.wall());
        if (!totals)
            return totals.error();
        m_gateway->setUsageTotals(*totals);
    }
    if (const Result<void> started = m_gateway->start(m_configuration, m_locked); !started) {
        makeGateway();
        return started.error();
    }
    for (const Error &problem : std::as_const(problems))
        emit warning(problem.toString());
    attend();
    return {};
}

/// From now on other processes and the database are heard.
void GatewayHost::attend()
{
    if (m_control)
        return;
    warnOfVariables();
    if (m_mostConnections > 0 && m_mostConnections < m_configuration.settings.limits.maxConnections)
        emit warning(u"Only %1 connections at a time are served: this process may not open more files (ulimit -n). The setting maxConnections says %2."_s
                         .arg(m_mostConnections).arg(m_configuration.settings.limits.maxConnections));
    openControl();
    watchDatabase();
    unlockFromKeychain();
    m_sleep = std::make_unique<SleepWatch>(systemSlept);
    connect(m_sleep.get(), &SleepWatch::clockJumped, this, [this] {
        // Another day may have begun (or come back), and the timer for midnight counts neither sleep nor the setting of clocks.
        m_ledger->refresh({}, {});
        awaitMidnight();
    });
    connect(m_sleep.get(), &SleepWatch::woke, this, [this](Milliseconds slept) { m_gateway->noteWoke(slept); });
    m_keyFile.setSingleShot(true);
    connect(&m_keyFile, &QTimer::timeout, this, [this] {
        if (m_locked && QFileInfo::exists(m_workspace->directory().masterKeyFile()) && m_workspace->retryVault())
            takeUpVault();
        awaitKeyFile();
    });
    awaitKeyFile();
    m_release.setSingleShot(true);
    connect(&m_release, &QTimer::timeout, this, [] { QThreadPool::globalInstance()->start([] { releaseFreeMemory(); }); });
    m_midnight.setSingleShot(true);
    connect(&m_midnight, &QTimer::timeout, this, [this] {
        m_ledger->refresh({}, {});
        awaitMidnight();
    });
    awaitMidnight();
    // After the first requests could come: a start must not wait for somebody else's program.
    QMetaObject::invokeMethod(this, [this] { askLocalRuntimes(); }, Qt::QueuedConnection);
}

/// A key or channel at its limit gets no requests, so no row of the ledger would ever correct its total.
void GatewayHost::awaitMidnight()
{
    constexpr qint64 day = 86'400'000;
    constexpr qint64 margin = 1000; // the clock may be set meanwhile; a second late is early enough
    m_midnight.start(int(day - m_clock.wall().time_since_epoch().count() % day + margin));
}

/// A key file that was put back is noticed without anybody's word.
void GatewayHost::awaitKeyFile()
{
    if (m_locked && m_workspace->vaultProblem() && m_workspace->keychainEntry().isEmpty())
        m_keyFile.start(KeyFileEvery);
}

/// Such channels are skipped (no_credential). Said once for each state of affairs, not at every reload.
void GatewayHost::warnOfVariables()
{
    QStringList missing;
    for (const Channel &channel : std::as_const(m_configuration.channels)) {
        if (channel.enabled && !channel.credential.environment.isEmpty() && channel.credential.resolve().isEmpty())
            missing.append(u"Channel %1 is skipped: the environment variable %2 with its credential is not set in this process."_s
                               .arg(channel.id, channel.credential.environment));
    }
    for (const QString &text : std::as_const(missing)) {
        if (!m_missing.contains(text))
            emit warning(text);
    }
    m_missing = missing;
}

void GatewayHost::askLocalRuntimes()
{
    auto *transport = new QnamTransport;
    auto *runtimes = new LocalRuntimes(m_workspace->catalogue().providers(), *transport);
    runtimes->setParent(this);
    // Both go when it is done, so that nothing of it stays in memory; the transport last.
    connect(runtimes, &QObject::destroyed, transport, &QObject::deleteLater);
    connect(runtimes, &LocalRuntimes::found, this, [this, runtimes](const QList<Provider> &found) {
        runtimes->deleteLater();
        m_localRuntimes = found;
        if (!found.isEmpty())
            emit localRuntimesFound(found);
    });
    runtimes->ask();
}

void GatewayHost::openControl()
{
    m_control = std::make_unique<ControlServer>([this](const QJsonObject &request) { return handle(request); });
    if (const Result<void> listening = m_control->listen(controlAddress(m_workspace->directory())); !listening)
        emit warning(listening.error().toString());
}

void GatewayHost::watchDatabase()
{
    m_watcher = std::make_unique<ChangeWatcher>(m_workspace->database());
    m_again.setSingleShot(true);
    m_again.setInterval(2000);
    connect(&m_again, &QTimer::timeout, this, &GatewayHost::takeUpChange);
    connect(m_watcher.get(), &ChangeWatcher::configurationChanged, this, &GatewayHost::takeUpChange);
    connect(m_watcher.get(), &ChangeWatcher::usageChanged, this,
            [this](const QStringList &keys, const QStringList &channels) {
                m_ledger->refresh(keys, channels);
                emit othersRecorded();
            });
    if (const Result<void> watching = m_watcher->start(); !watching)
        emit warning(watching.error().toString());
}

/// A change that could not be read is tried again until it is: it may have revoked a key.
void GatewayHost::takeUpChange()
{
    const Result<qint64> revision = m_workspace->store().revision();
    if (revision && *revision == m_revision)
        return;
    const Result<void> done = revision ? reload() : Result<void>(revision.error());
    if (done)
        return;
    emit warning(u"The configuration cannot be read now and is tried again: "_s + done.error().toString());
    m_again.start();
}

void GatewayHost::unlockFromKeychain()
{
    if (m_workspace->keychainEntry().isEmpty())
        return;
    m_keychain.read(m_workspace->keychainEntry(), this, [this](const Result<Secret> &masterKey) {
        Result<void> done = masterKey ? m_workspace->unlock(*masterKey) : Result<void>(masterKey.error());
        if (done)
            done = reload();
        if (!done)
            emit warning(u"The secrets stay locked: "_s + done.error().toString());
    });
}

/// Takes up what an opened vault has made readable.
void GatewayHost::takeUpVault()
{
    if (const Result<void> done = reload(); !done)
        emit warning(done.error().toString());
    else if (!m_locked)
        emit warning(u"The vault is open again."_s);
}

Result<void> GatewayHost::reload()
{
    if (m_workspace->keychainEntry().isEmpty()) {
        if (const Result<void> opened = m_workspace->retryVault(); !opened) {
            if (opened.error().kind != ErrorKind::Denied)
                return opened.error();
            if (!m_locked)
                emit warning(u"The vault has another master key now and is locked: "_s + opened.error().toString());
            unlockFromKeychain();
        }
    }
    Result<StoredConfiguration> stored = m_workspace->store().load();
    if (!stored)
        return stored.error();
    if (!m_listen.isEmpty())
        stored->configuration.settings.listen = m_listen;
    // A channel that was edited starts afresh: its suspension was about what it was before.
    QStringList edited;
    for (const Channel &before : std::as_const(m_configuration.channels)) {
        const Channel *now = stored->configuration.channel(before.id);
        if (now && !(*now == before))
            edited.append(before.id);
    }
    m_configuration = stored->configuration;
    m_revision = stored->revision;
    m_locked = stored->locked;
    m_gateway->reload(m_configuration, m_locked);
    for (const QString &channel : std::as_const(edited))
        m_gateway->resetChannel(channel);
    for (const Error &problem : std::as_const(stored->problems))
        emit warning(problem.toString());
    warnOfVariables();
    awaitKeyFile();
    emit reloaded(m_revision);
    return {};
}

void GatewayHost::drain()
{
    if (std::exchange(m_draining, true))
        m_gateway->endDrain();
    else
        m_gateway->drain();
    emit draining();
}

void GatewayHost::onDrained()
{
    if (m_afterDrain == AfterDrain::Stay) {
        m_draining = false;
        makeGateway();
        emit ended(true);
        return;
    }
    // Nothing is recorded after this, so the writer can write the rest and end: one wait, not one here and one in the destructor.
    const bool complete = m_ledger->stop(m_ledgerPatience);
    if (!complete) {
        const LedgerHealth health = m_ledger->health();
        emit warning(u"%1 rows of the ledger could not be written and are lost: %2"_s.arg(health.queued).arg(health.error));
    }
    emit ended(complete);
}

QJsonObject GatewayHost::handle(const QJsonObject &request)
{
    const QString wish = request.value("do"_L1).toString();
    if (wish == "ping"_L1)
        return {{u"ok"_s, true}, {u"pid"_s, QCoreApplication::applicationPid()}};
    if (wish == "snapshot"_L1)
        return snapshot();
    if (wish == "health"_L1)
        return health();
    if (wish == "reload"_L1) {
        if (const Result<void> done = reload(); !done)
            return {{u"ok"_s, false}, {u"error"_s, done.error().toString()}};
        return {{u"ok"_s, true}, {u"revision"_s, m_revision}, {u"databaseUrl"_s, m_workspace->database().location().url()}};
    }
    if (wish == "reset-channel"_L1) {
        m_gateway->resetChannel(request.value("channel"_L1).toString());
        return {{u"ok"_s, true}};
    }
    if (wish == "drain"_L1) {
        // Queued, so that the answer leaves before the process may end.
        QMetaObject::invokeMethod(this, [this] { drain(); }, Qt::QueuedConnection);
        return {{u"ok"_s, true}};
    }
    if (wish == "simulate"_L1) {
        QList<SimulatedFault> ring;
        const QJsonArray faults = request.value("faults"_L1).toArray();
        for (const QJsonValue &fault : faults) {
            if (const std::optional<SimulatedFault> known = faultFrom(fault.toObject()))
                ring.append(*known);
        }
        simulate(request.value("model"_L1).toString(), ring);
        return {{u"ok"_s, true}};
    }
    return {{u"ok"_s, false}, {u"error"_s, u"unknown request; known are ping, snapshot, health, reload, reset-channel, simulate and drain"_s}};
}

QJsonObject GatewayHost::snapshot() const
{
    const GatewayStats stats = m_gateway->stats();
    const LedgerHealth ledger = m_ledger->health();
    QJsonObject exchanges;
    for (const ExchangeStatus status :
         {ExchangeStatus::Answered, ExchangeStatus::Failed, ExchangeStatus::Interrupted, ExchangeStatus::Cancelled})
        exchanges.insert(word(status), qint64(stats.exchanges[size_t(status)]));
    QJsonObject runtimes;
    for (const Provider &runtime : m_localRuntimes) {
        QJsonArray models;
        for (const Model &model : runtime.models)
            models.append(model.id);
        runtimes.insert(runtime.id, models);
    }
    return {{u"ok"_s, true},
            {u"localRuntimes"_s, runtimes},
            {u"pid"_s, QCoreApplication::applicationPid()},
            {u"version"_s, QStringLiteral(UNDERSTUDY_VERSION)},
            {u"listening"_s, m_gateway->isListening()},
            {u"draining"_s, m_draining},
            {u"baseUrl"_s, m_gateway->isListening() ? m_gateway->baseUrl().toString() : u"http://%1/v1"_s.arg(m_configuration.settings.listen)},
            {u"database"_s, m_workspace->database().location().display()},
            {u"databaseUrl"_s, m_workspace->database().location().url()}, // what another process opens; no password is in it
            {u"revision"_s, m_revision},
            {u"vaultLocked"_s, m_locked},
            {u"uptimeMs"_s, qint64(std::chrono::duration_cast<Milliseconds>(m_clock.now() - m_started).count())},
            {u"inFlight"_s, stats.inFlight},
            {u"connections"_s, stats.connections},
            {u"exchanges"_s, exchanges},
            {u"network"_s, networkJson(m_gateway->network())},
            {u"limits"_s, limitsJson(m_gateway->limits())},
            {u"failovers"_s, qint64(stats.failovers)},
            {u"ledger"_s, QJsonObject{{u"ok"_s, ledger.ok}, {u"error"_s, ledger.error}, {u"queued"_s, ledger.queued}, {u"journaled"_s, ledger.journaled}, {u"dropped"_s, ledger.dropped}}}};
}

QJsonObject GatewayHost::health() const
{
    QJsonArray candidates;
    const QList<CandidateHealth> all = m_gateway->health();
    for (const CandidateHealth &one : all) {
        candidates.append(QJsonObject{{u"channel"_s, one.channel},
                                      {u"model"_s, one.model},
                                      {u"phase"_s, one.phase},
                                      {u"failures"_s, one.failures},
                                      {u"suspendedForMs"_s, one.suspendedFor ? QJsonValue(qint64(one.suspendedFor->count())) : QJsonValue()},
                                      {u"needsAttention"_s, one.needsAttention}});
    }
    return {{u"ok"_s, true}, {u"candidates"_s, candidates}};
}

} // namespace understudy
