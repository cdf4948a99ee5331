// SPDX-License-Identifier: GPL-3.0-or-later
// What ConsoleCore sees of the gateway: its own, or that of the process that owns the data directory.
#include "console/ConsoleCore.h"

#include "catalog/ModelNames.h"
#include "configuration/Rules.h"
#include "control/ControlClient.h"
#include "host/SignsJson.h"

#include <QJsonArray>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int TickTime = 100;  ///< ms: at most 10 batches of exchanges a second
constexpr int LookTime = 250;  ///< ms: at most 4 looks a second at what counts
constexpr int WatchTime = 1000; ///< ms
constexpr std::chrono::seconds OwnersPatience{1};

MasterKeyPlace placeOf(MasterKeySource source)
{
    switch (source) {
    case MasterKeySource::File: return MasterKeyPlace::File;
    case MasterKeySource::Passphrase: return MasterKeyPlace::Passphrase;
    case MasterKeySource::Keychain: break;
    }
    return MasterKeyPlace::Keyring;
}

bool isSuspended(const CandidateHealth &health) { return health.suspendedFor.has_value(); }

QPair<QString, QString> candidateOf(const CandidateHealth &health) { return {health.channel, health.model}; }

} // namespace

void ConsoleCore::setVisible(bool visible)
{
    if (std::exchange(m_visible, visible) == visible)
        return;
    m_watch.stop();
    if (!visible)
        return;
    if (m_owner)
        pollOwner();
    else
        look();
}

/// One round while exchanges run. It ends when a round has seen nothing and nothing runs; the feed wakes it again.
void ConsoleCore::tick()
{
    if (!m_host)
        return;
    const QList<ExchangeRecord> exchanges = m_feed.take();
    if (!exchanges.isEmpty()) {
        noteCalled(exchanges);
        noteOwn(exchanges);
        emit recorded(exchanges);
    }
    const auto busy = [this] { return m_host->gateway().stats().inFlight > 0 || m_host->isDraining(); };
    if (!exchanges.isEmpty() || busy()) {
        if (!m_looked.isValid() || m_looked.elapsed() >= LookTime)
            look();
        m_tick.start(TickTime);
        return;
    }
    look();
    m_feed.sleep();
    if (busy()) // it came between
        m_tick.start(TickTime);
}

/// What counts, compared with what was told last.
void ConsoleCore::look()
{
    m_looked.start();
    QList<CandidateHealth> health = m_host ? m_host->gateway().health() : m_owner ? ownersHealth() : QList<CandidateHealth>();
    health.removeIf([this](const CandidateHealth &one) { return !wasCalled(one); });
    if (health != m_health) {
        m_health = health;
        emit healthChanged(m_health);
    }
    publish();
    const bool minuteRuns = std::any_of(m_limits.cbegin(), m_limits.cend(),
                                        [](const LimitUse &use) { return use.kind == LimitKind::RequestsPerMinute && use.used > 0; });
    const bool changesByItself = m_owner || minuteRuns || m_published.ledgerJournaled > 0 || isOurSide(m_published.network.blame) || std::any_of(m_health.cbegin(), m_health.cend(), isSuspended);
    if (m_visible && changesByItself)
        m_watch.start(WatchTime);
}

void ConsoleCore::tellLimits()
{
    QList<LimitUse> limits;
    if (m_host && m_host->gateway().isListening())
        limits = m_host->gateway().limits();
    else if (m_owner)
        limits = limitsFromJson(m_owner->snapshot.value("limits"_L1).toArray());
    if (limits == m_limits)
        return;
    m_limits = limits;
    emit limitsChanged(m_limits);
}

void ConsoleCore::publish()
{
    tellLimits();
    const GatewayState state = currentState();
    if (state == m_published)
        return;
    m_published = state;
    emit stateChanged(state);
}

GatewayState ConsoleCore::currentState() const
{
    GatewayState state;
    state.phase = m_phase;
    state.problem = m_problem;
    const Workspace *place = workspace();
    if (!place) {
        state.dataDirectory = m_options.dataDirectory.isEmpty() ? DataDirectory::defaultPath() : m_options.dataDirectory;
        return state;
    }
    state.dataDirectory = place->directory().path();
    state.database = place->database().location().display();
    state.readOnly = m_readOnly;
    state.vault.place = placeOf(place->masterKeySource());
    state.vault.locked = workspace()->store().vault().isLocked();
    if (state.vault.locked && place->vaultProblem())
        state.vault.problem = place->vaultProblem()->toString();
    const QString listen = m_configuration.settings.listen;
    state.baseUrl = QUrl(u"http://%1/v1"_s.arg(listen));
    const Result<ListenAddress> address = parseListenAddress(listen);
    state.reachableFromNetwork = address && !address->address.isLoopback();
    if (m_owner)
        tellOfOwner(state);
    else
        tellOf(state);
    return state;
}

void ConsoleCore::tellOf(GatewayState &state) const
{
    if (m_host->gateway().isListening())
        state.baseUrl = m_host->gateway().baseUrl();
    const GatewayStats stats = m_host->gateway().stats();
    state.inFlight = stats.inFlight;
    state.connections = stats.connections;
    state.network = m_host->gateway().network();
    const LedgerHealth ledger = m_host->ledger().health();
    state.ledgerProblem = ledger.error;
    state.ledgerQueued = ledger.ok ? 0 : ledger.queued; // else it is on its way
    state.ledgerJournaled = ledger.journaled;
    state.ledgerDropped = ledger.dropped;
}

void ConsoleCore::tellOfOwner(GatewayState &state) const
{
    const QJsonObject &told = m_owner->snapshot;
    const QJsonObject ledger = told.value("ledger"_L1).toObject();
    state.attached = true;
    state.owner = m_owner->process;
    if (told.contains("baseUrl"_L1))
        state.baseUrl = QUrl(told.value("baseUrl"_L1).toString());
    state.network = networkFromJson(told.value("network"_L1).toObject());
    state.inFlight = told.value("inFlight"_L1).toInt();
    state.connections = told.value("connections"_L1).toInt();
    state.ledgerProblem = ledger.value("error"_L1).toString();
    state.ledgerQueued = state.ledgerProblem.isEmpty() ? 0 : ledger.value("queued"_L1).toInteger();
    state.ledgerJournaled = ledger.value("journaled"_L1).toInteger();
    state.ledgerDropped = ledger.value("dropped"_L1).toInteger();
}

// ---- candidates

/// The gateway tells of all that keys name. Green is only what has shown that it works.
bool ConsoleCore::wasCalled(const CandidateHealth &health) const
{
    return health.failures > 0 || health.needsAttention || health.phase != "available"_L1 || m_called.contains(candidateOf(health));
}

void ConsoleCore::noteCalled(const QList<ExchangeRecord> &exchanges)
{
    for (const ExchangeRecord &exchange : exchanges) {
        if (exchange.kind == ExchangeKind::Drill)
            continue; // by a gateway of its own
        for (const AttemptRecord &attempt : exchange.attempts)
            m_called.insert({attempt.channel, attempt.model});
    }
}

/// In a shared database they will be found among those of others.
void ConsoleCore::noteOwn(const QList<ExchangeRecord> &exchanges)
{
    constexpr qsizetype most = 100'000;
    if (m_host->workspace().database().location().engine != Engine::PostgreSQL)
        return;
    if (m_own.size() > most)
        m_own.clear(); // nobody else has written for long; at worst the display shows some twice
    for (const ExchangeRecord &exchange : exchanges)
        m_own.insert(exchange.id);
}

void ConsoleCore::noteTested(const Channel &channel)
{
    if (!m_configuration.channel(channel.id))
        return; // not stored yet
    for (const QString &model : channel.models)
        m_called.insert({channel.id, model});
    resetBreakers(channel.id);
}

// ---- another process's gateway

void ConsoleCore::pollOwner()
{
    const Result<QJsonObject> snapshot = askOwner(m_owner->address, {{u"do"_s, u"snapshot"_s}}, OwnersPatience);
    if (!snapshot && m_workspace->directory().owner() == 0) {
        open(); // it is gone, and the data is ours now
        if (std::exchange(m_startAgain, false))
            startGateway();
        return;
    }
    if (snapshot && m_owner->snapshot.isEmpty() && m_options.database.isEmpty()) {
        // It did not answer when we opened; perhaps its database is not the one in the folder.
        const Result<DatabaseLocation> theirs = DatabaseLocation::parse(snapshot->value("databaseUrl"_L1).toString());
        if (theirs && !theirs->isSameDatabase(m_workspace->database().location())) {
            open();
            return;
        }
    }
    m_problem.reset();
    if (snapshot) {
        m_owner->snapshot = *snapshot;
        m_owner->process = snapshot->value("pid"_L1).toInteger();
        m_phase = snapshot->value("draining"_L1).toBool()        ? GatewayState::Phase::Stopping
            : snapshot->value("listening"_L1).toBool(true) ? GatewayState::Phase::Running
                                                           : GatewayState::Phase::Stopped;
        takeRuntimes(snapshot->value("localRuntimes"_L1).toObject());
    } else {
        m_owner->snapshot = {};
        m_phase = GatewayState::Phase::Failed;
        m_problem = snapshot.error();
    }
    if (const Result<qint64> revision = m_workspace->store().revision(); revision && *revision != m_revision) {
        if (m_workspace->keychainEntry().isEmpty())
            (void)m_workspace->retryVault(); // it may have a new master key; why it does not open is in the state
        if (const Result<StoredConfiguration> stored = m_workspace->store().load()) {
            m_revision = stored->revision;
            m_configuration = stored->configuration;
            emit configurationChanged(m_configuration);
        }
    }
    if (m_visible)
        pollLedger();
    look();
}

QList<CandidateHealth> ConsoleCore::ownersHealth() const
{
    QList<CandidateHealth> all;
    const Result<QJsonObject> answer = askOwner(m_owner->address, {{u"do"_s, u"health"_s}}, OwnersPatience);
    if (!answer)
        return all;
    const QJsonArray candidates = answer->value("candidates"_L1).toArray();
    for (const QJsonValue &value : candidates) {
        const QJsonObject one = value.toObject();
        CandidateHealth health;
        health.channel = one.value("channel"_L1).toString();
        health.model = one.value("model"_L1).toString();
        health.phase = one.value("phase"_L1).toString();
        health.failures = one.value("failures"_L1).toInt();
        if (const QJsonValue left = one.value("suspendedForMs"_L1); left.isDouble())
            health.suspendedFor = Milliseconds(left.toInteger());
        health.needsAttention = one.value("needsAttention"_L1).toBool();
        all.append(health);
    }
    return all;
}

void ConsoleCore::takeRuntimes(const QJsonObject &runtimes)
{
    QList<Provider> found;
    for (auto entry = runtimes.constBegin(); entry != runtimes.constEnd(); ++entry) {
        const Provider *known = m_workspace->catalogue().provider(entry.key());
        if (!known)
            continue;
        Provider runtime = *known;
        runtime.models.clear();
        const QJsonArray models = entry.value().toArray();
        for (const QJsonValue &model : models)
            runtime.models.append(guessModel(model.toString()));
        found.append(runtime);
    }
    if (found == m_runtimes)
        return;
    m_runtimes = found;
    emit localRuntimesChanged(m_runtimes);
}

/// Exchanges of other processes come from the ledger, as it stores them.
void ConsoleCore::pollLedger()
{
    if (std::exchange(m_asking, true))
        return;
    QMetaObject::invokeMethod(&m_desk, [this, after = m_lastStored] {
        Result<QList<ExchangeRecord>> newer = m_desk.storedAfter(after, Console::MostRecent);
        QMetaObject::invokeMethod(this, [this, newer = std::move(newer)] { takeStored(newer); }, Qt::QueuedConnection);
    }, Qt::QueuedConnection);
}

void ConsoleCore::takeStored(const Result<QList<ExchangeRecord>> &newer)
{
    m_asking = false;
    if (!newer || newer->isEmpty())
        return;
    QList<ExchangeRecord> exchanges = *newer;
    m_lastStored = exchanges.last().id;
    exchanges.removeIf([this](const ExchangeRecord &exchange) { return m_own.remove(exchange.id); });
    for (ExchangeRecord &exchange : exchanges) {
        exchange.requestContent.clear();
        exchange.answerContent.clear();
    }
    if (m_owner)
        noteCalled(exchanges); // breakers of other gateways are their own
    if (!exchanges.isEmpty())
        emit recorded(exchanges);
    if (newer->size() == Console::MostRecent)
        pollLedger();
}

} // namespace understudy
