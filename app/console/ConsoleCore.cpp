// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, starting and stopping, and the configuration. What is watched is in ConsoleCoreWatch.cpp, the master key in ConsoleCoreSecrets.cpp.
#include "console/ConsoleCore.h"

#include "configuration/Rules.h"
#include "console/Diagnostics.h"
#include "console/TrialSession.h"
#include "drill/DrillEngine.h"
#include "host/DrillArchive.h"
#include "control/ControlAddress.h"
#include "control/ControlClient.h"
#include "upstream/QnamTransport.h"

#include <QTcpServer>
#include <QUuid>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostWarnings = 20;

/// SQLite opens a file that it may not write all the same and even begins a transaction; the first write fails. This one writes nothing.
bool isReadOnly(const Database &database)
{
    const Result<std::unique_ptr<Connection>> connection = database.connect();
    if (!connection)
        return false;
    const Result<void> written = (*connection)->run(u"DELETE FROM vault WHERE 1 = 0"_s);
    return !written && written.error().text.contains("read-only"_L1);
}

QJsonObject toJson(const SimulatedFault &fault)
{
    static const std::array words{u"none"_s, u"status"_s, u"refused"_s, u"hang"_s, u"reset"_s};
    return {{u"kind"_s, words[size_t(fault.kind)]}, {u"status"_s, fault.status}};
}

} // namespace

ConsoleCore::ConsoleCore(const WorkspaceOptions &options, LedgerDesk &desk)
    : m_options(options), m_desk(desk), m_feed(feedListener()), m_keychain(this), m_tick(this), m_watch(this)
{
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &ConsoleCore::tick);
    m_watch.setSingleShot(true);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (m_owner)
            pollOwner();
        else
            look();
    });
}

/// The shards call these; what they say is done here.
ExchangeFeed::Listener ConsoleCore::feedListener()
{
    const auto later = [this](auto work) { QMetaObject::invokeMethod(this, work, Qt::QueuedConnection); };
    ExchangeFeed::Listener listener;
    listener.woken = [this, later] { later([this] { tick(); }); };
    listener.progress = [this, later](const ExchangeProgress &step) {
        later([this, step] {
            if (TrialSession *trial = m_trials.value(step.clientRequestId))
                trial->progress(step);
        });
    };
    listener.recorded = [this, later](const ExchangeRecord &exchange) {
        later([this, exchange] {
            if (TrialSession *trial = m_trials.value(exchange.clientRequestId))
                trial->take(exchange);
        });
    };
    return listener;
}

ConsoleCore::~ConsoleCore()
{
    m_jobs.clear();
    close();
}

// ---- opening

void ConsoleCore::open()
{
    close();
    m_phase = GatewayState::Phase::Opening;
    m_problem.reset();
    publish();
    if (const Result<void> done = tryOpen(); !done) {
        close();
        m_phase = GatewayState::Phase::Broken;
        m_problem = done.error();
    }
    look();
}

Result<void> ConsoleCore::tryOpen()
{
    const Result<DataDirectory> directory
        = DataDirectory::open(m_options.dataDirectory.isEmpty() ? DataDirectory::defaultPath() : m_options.dataDirectory);
    if (!directory)
        return directory.error();
    Result<std::unique_ptr<DirectoryLock>> lock = directory->own();
    if (!lock && lock.error().kind != ErrorKind::Conflict)
        return lock.error();
    WorkspaceOptions options = m_options;
    if (!lock)
        options.database = ownersDatabase(controlAddress(*directory));
    Result<std::unique_ptr<Workspace>> place = Workspace::open(options);
    if (!place)
        return place.error();
    m_readOnly = isReadOnly((*place)->database());
    QList<ExchangeRecord> recent;
    if (const Result<std::unique_ptr<LedgerReader>> reader = LedgerReader::open((*place)->database())) {
        if (const Result<QList<ExchangeRecord>> newest = (*reader)->newest(Console::MostRecent))
            recent = *newest;
    }
    QMetaObject::invokeMethod(&m_desk, [desk = &m_desk, database = (*place)->database()] { desk->setDatabase(database); }, Qt::QueuedConnection);
    m_lastStored = recent.isEmpty() ? QString() : recent.last().id;
    if (lock) {
        own(std::make_unique<GatewayHost>(*std::move(lock), *std::move(place)));
        if (const Result<void> attending = m_host->open(); !attending)
            return attending;
        m_configuration = m_host->configuration();
        m_phase = GatewayState::Phase::Stopped;
    } else {
        m_workspace = *std::move(place);
        const Result<StoredConfiguration> stored = m_workspace->store().load();
        if (!stored)
            return stored.error();
        m_configuration = stored->configuration;
        m_revision = stored->revision;
        m_owner = Owner{directory->owner(), controlAddress(*directory), {}};
        noteCalled(recent);
    }
    std::reverse(recent.begin(), recent.end());
    for (ExchangeRecord &exchange : recent) {
        exchange.requestContent.clear();
        exchange.answerContent.clear();
    }
    emit opened(m_configuration, recent);
    if (m_owner)
        pollOwner();
    return {};
}

/// The owner may use another database than the one in the folder.
QString ConsoleCore::ownersDatabase(const QString &address) const
{
    const Result<QJsonObject> snapshot = askOwner(address, {{u"do"_s, u"snapshot"_s}});
    const QString url = snapshot ? snapshot->value("databaseUrl"_L1).toString() : QString();
    return m_options.database.isEmpty() && DatabaseLocation::parse(url) ? url : m_options.database;
}

void ConsoleCore::own(std::unique_ptr<GatewayHost> host)
{
    m_host = std::move(host);
    m_host->setObserver(&m_feed);
    m_host->setAfterDrain(GatewayHost::AfterDrain::Stay);
    connect(m_host.get(), &GatewayHost::warning, this, &ConsoleCore::warn);
    connect(m_host.get(), &GatewayHost::reloaded, this, &ConsoleCore::takeUpReloaded);
    connect(m_host.get(), &GatewayHost::ended, this, &ConsoleCore::onEnded);
    connect(m_host.get(), &GatewayHost::othersRecorded, this, &ConsoleCore::pollLedger);
    connect(m_host.get(), &GatewayHost::draining, this, [this] {
        if (m_phase == GatewayState::Phase::Running)
            m_phase = GatewayState::Phase::Stopping;
        tick();
    });
    connect(m_host.get(), &GatewayHost::localRuntimesFound, this, [this](const QList<Provider> &runtimes) {
        m_runtimes = runtimes;
        emit localRuntimesChanged(m_runtimes);
    });
    connect(&m_host->ledger(), &LedgerWriter::healthChanged, this, &ConsoleCore::publish);
}

void ConsoleCore::close()
{
    m_tick.stop();
    m_watch.stop();
    m_host.reset();
    m_drilled.reset();
    m_workspace.reset();
    m_owner.reset();
    m_called.clear();
    m_readOnly = false;
    QMetaObject::invokeMethod(&m_desk, [desk = &m_desk] { desk->setDatabase(std::nullopt); }, Qt::QueuedConnection);
}

Error ConsoleCore::notOpen() const
{
    return m_problem.value_or(Error{ErrorKind::Unavailable, u"The data is not open yet."_s, {}});
}

void ConsoleCore::warn(const QString &text)
{
    m_warnings.append(QDateTime::currentDateTimeUtc().toString(Qt::ISODate) + u' ' + text);
    if (m_warnings.size() > MostWarnings)
        m_warnings.removeFirst();
    emit warning(text);
}

// ---- the gateway

void ConsoleCore::startGateway()
{
    if (!workspace())
        open();
    if (m_owner && m_phase == GatewayState::Phase::Stopping)
        m_startAgain = true; // when it has ended and the data is ours
    if (!m_host)
        return;
    if (m_host->isDraining()) {
        m_startAgain = true;
        return;
    }
    if (m_host->gateway().isListening())
        return;
    m_phase = GatewayState::Phase::Starting;
    m_problem.reset();
    publish();
    m_called.clear();
    const Result<void> started = m_host->start();
    m_configuration = m_host->configuration();
    m_listen = m_configuration.settings.listen;
    m_phase = started ? GatewayState::Phase::Running : GatewayState::Phase::Failed;
    if (!started)
        m_problem = started.error();
    look();
}

void ConsoleCore::stopGateway()
{
    m_startAgain = false;
    if (!m_host)
        return;
    if (m_host->gateway().isListening()) {
        m_host->drain();
    } else if (m_phase == GatewayState::Phase::Failed) {
        m_phase = GatewayState::Phase::Stopped;
        m_problem.reset();
        publish();
    }
}

void ConsoleCore::shutDown()
{
    m_shuttingDown = true;
    stopGateway();
    if (!m_host || !m_host->isDraining())
        emit shutDownEnded();
}

void ConsoleCore::onEnded()
{
    m_phase = GatewayState::Phase::Stopped;
    if (m_shuttingDown)
        emit shutDownEnded();
    else if (std::exchange(m_startAgain, false))
        startGateway();
    look();
}

void ConsoleCore::forgetSoon()
{
    if (m_host)
        m_host->keeper().lookNow();
}

void ConsoleCore::resetBreakers(const QString &channel)
{
    if (m_host)
        m_host->gateway().resetChannel(channel);
    else if (m_owner)
        (void)askOwner(m_owner->address, {{u"do"_s, u"reset-channel"_s}, {u"channel"_s, channel}});
    look();
}

void ConsoleCore::setSimulatedFaults(const QString &model, const QList<SimulatedFault> &ring)
{
    if (m_host) {
        m_host->simulate(model, ring);
    } else if (m_owner) {
        QJsonArray faults;
        for (const SimulatedFault &fault : ring)
            faults.append(toJson(fault));
        (void)askOwner(m_owner->address, {{u"do"_s, u"simulate"_s}, {u"model"_s, model}, {u"faults"_s, faults}});
    }
}

Result<quint16> ConsoleCore::freePort() const
{
    constexpr int most = 1000;
    const Result<ListenAddress> address = parseListenAddress(m_configuration.settings.listen);
    if (!address)
        return address.error();
    for (int port = address->port + 1; port <= std::min(address->port + most, 65535); ++port) {
        QTcpServer probe;
        if (probe.listen(address->address, quint16(port)))
            return quint16(port);
    }
    return Error{ErrorKind::Unavailable, u"None of the %1 ports after %2 is free on this address."_s.arg(most).arg(address->port), {}};
}

// ---- the configuration

Result<void> ConsoleCore::change(const Console::Change &change)
{
    if (!workspace())
        return notOpen();
    const Result<StoredConfiguration> changed = workspace()->change(change);
    return changed ? takeUp() : Result<void>(changed.error());
}

Result<QList<DeletedObject>> ConsoleCore::deleted()
{
    if (!workspace())
        return notOpen();
    return workspace()->store().deleted();
}

Result<void> ConsoleCore::restore(const DeletedObject &object)
{
    if (!workspace())
        return notOpen();
    const Catalogue &catalogue = workspace()->catalogue();
    const Result<StoredConfiguration> restored = workspace()->store().restore(
        object.kind, object.id, [&catalogue](const Configuration &whole) { return validate(whole, catalogue); });
    return restored ? takeUp() : Result<void>(restored.error());
}

Result<void> ConsoleCore::takeUp()
{
    if (m_host)
        return m_host->reload(); // → takeUpReloaded
    const Result<StoredConfiguration> stored = m_workspace->store().load();
    if (!stored)
        return stored.error();
    m_revision = stored->revision;
    m_configuration = stored->configuration;
    emit configurationChanged(m_configuration);
    const Result<QJsonObject> told = askOwner(m_owner->address, {{u"do"_s, u"reload"_s}});
    if (!told && told.error().kind != ErrorKind::NotFound)
        warn(u"It is stored, but the running gateway did not take it up: "_s + told.error().text);
    publish();
    return {};
}

/// The stored configuration is another one: our own change, another process's, or secrets that are open now.
void ConsoleCore::takeUpReloaded()
{
    m_configuration = m_host->configuration();
    emit configurationChanged(m_configuration);
    const bool moved = m_configuration.settings.listen != m_listen;
    if (moved && m_host->gateway().isListening() && !m_host->isDraining()) {
        m_startAgain = true; // running exchanges finish on the old address first
        m_host->drain();
    } else if (moved && m_phase == GatewayState::Phase::Failed) {
        QMetaObject::invokeMethod(this, &ConsoleCore::startGateway, Qt::QueuedConnection);
    }
    look();
}

QList<Fact> ConsoleCore::facts()
{
    DiagnosticInput input;
    input.state = currentState();
    input.revision = m_host ? m_host->revision() : m_revision;
    input.configuration = &m_configuration;
    input.warnings = m_warnings;
    return diagnosticFacts(input);
}

// ---- jobs

void ConsoleCore::begin(quint64 number, const MakeJob &make)
{
    std::shared_ptr<QnamTransport> transport = m_transport.lock();
    if (!transport) {
        transport = std::make_shared<QnamTransport>();
        m_transport = transport;
    }
    std::unique_ptr<QObject> worker = make(*transport, m_clock);
    m_jobs.emplace(number, Job{std::move(transport), std::move(worker)});
}

void ConsoleCore::drop(quint64 number) { m_jobs.erase(number); }

std::unique_ptr<TrialSession> ConsoleCore::makeTrial(const TrialRequest &request, QnamTransport &transport)
{
    if (m_owner)
        pollOwner();
    const GatewayState state = currentState();
    const auto key = std::find_if(m_configuration.keys.cbegin(), m_configuration.keys.cend(),
                                  [&](const GatewayKey &one) { return one.id == request.keyId; });
    QString refusal;
    if (key == m_configuration.keys.cend())
        refusal = u"This gateway key does not exist any more."_s;
    else if (state.phase != GatewayState::Phase::Running)
        refusal = u"The gateway is not running. Start it and try again."_s;
    else if (key->secret.isEmpty())
        refusal = u"The secrets are locked. Unlock them and try again."_s;
    if (!refusal.isEmpty())
        return std::make_unique<TrialSession>(nullptr, refusal, false);

    const QString requestId = u"console-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto session = std::make_unique<TrialSession>(std::make_unique<TrialCall>(request, state.baseUrl, key->secret, requestId, transport), QString(),
                                                  m_owner.has_value());
    m_trials.insert(requestId, session.get());
    m_feed.expect(requestId);
    connect(session.get(), &QObject::destroyed, this, [this, requestId] {
        m_feed.forget(requestId);
        m_trials.remove(requestId);
    });
    connect(session.get(), &TrialSession::wanted, this, [this, requestId](const QString &exchangeId) {
        QMetaObject::invokeMethod(&m_desk, [this, requestId, exchangeId] {
            const Result<ExchangeRecord> found = m_desk.exchange(exchangeId);
            if (!found)
                return; // not yet
            QMetaObject::invokeMethod(this, [this, requestId, exchange = *found] {
                if (TrialSession *trial = m_trials.value(requestId))
                    trial->take(exchange);
            }, Qt::QueuedConnection);
        }, Qt::QueuedConnection);
    });
    return session;
}

Result<std::unique_ptr<DrillEngine>> ConsoleCore::makeDrill(const DrillPlan &plan, QnamTransport &transport) const
{
    if (!workspace())
        return notOpen();
    return std::make_unique<DrillEngine>(m_configuration, workspace()->store().vault().isLocked(), workspace()->catalogue(), plan, m_clock, transport);
}

void ConsoleCore::recordDrilled(const ExchangeRecord &exchange)
{
    if (m_host)
        return m_host->recordDrilled(ExchangeRecord(exchange));
    if (!m_workspace)
        return;
    if (!m_drilled)
        m_drilled = std::make_unique<LedgerWriter>(m_workspace->database(), LedgerWriter::TotalsListener());
    m_own.insert(exchange.id);
    ExchangeRecord shown = exchange;
    shown.requestContent.clear();
    shown.answerContent.clear();
    emit recorded({shown});
    m_drilled->record(ExchangeRecord(exchange));
}

std::optional<DrillReport> ConsoleCore::keepDrill(const DrillReport &report) const
{
    if (!workspace())
        return std::nullopt;
    const DrillArchive archive(workspace()->directory());
    std::optional<DrillReport> before = archive.last(report.plan);
    // A full disk costs only the next comparison; the report itself is on the page and can be saved elsewhere.
    std::ignore = archive.keep(report);
    return before;
}

} // namespace understudy
