// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/Gateway.h"

#include "base/EpollDispatcher.h"
#include "endpoint/Acceptor.h"
#include "gateway/Shard.h"
#include "gateway/SnapshotView.h"

#include <QThread>
#include <QTimer>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct ListenAddress {
    QHostAddress host;
    quint16 port = 0;
};

Result<ListenAddress> parseListen(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    bool ok = false;
    const quint16 port = colon < 0 ? 0 : text.sliced(colon + 1).toUShort(&ok);
    const QHostAddress address(host);
    if (!ok || address.isNull())
        return Error{ErrorKind::Invalid, u"“%1” is no listen address. Write ADDRESS:PORT, for instance 127.0.0.1:17177 or [::1]:17177."_s.arg(text), {}};
    return ListenAddress{address, port};
}

EndpointSettings endpointSettings(const Settings &settings, const QHostAddress &bound)
{
    EndpointSettings endpoint;
    endpoint.maxBodyBytes = settings.limits.maxBodyBytes;
    endpoint.maxBufferedBytes = settings.limits.maxBufferedBytes;
    endpoint.maxHeaderBytes = int(settings.limits.maxHeaderBytes);
    endpoint.maxTargetBytes = int(settings.limits.maxTargetBytes);
    endpoint.headerTimeout = settings.limits.headerTimeout;
    endpoint.bodyTimeout = settings.limits.bodyTimeout;
    endpoint.keepAlive = settings.limits.keepAlive;
    endpoint.maxConnections = settings.limits.maxConnections;
    endpoint.boundAddress = bound;
    endpoint.allowedHosts = settings.allowedHosts;
    endpoint.allowedOrigins = settings.allowedOrigins;
    return endpoint;
}

} // namespace

struct Gateway::Private {
    Private(const Catalogue &catalogue, ExchangeListener &ledger, const Clock &clock, const Options &options)
        : options(options), shared(catalogue, ledger, clock, options.network)
    {
        shared.simulatedPace = options.simulatedPace;
        shared.ledgerFigures = options.ledgerFigures;
    }
    GatewayStats sum() const
    {
        GatewayStats stats;
        for (const auto &shard : shards) {
            stats.add(shard->counters());
            stats.connections += shard->connections();
        }
        stats.bufferedBytes = shared.bodies ? shared.bodies->usedBytes() : 0;
        stats.cacheBytes = shared.cache.bytes();
        return stats;
    }
    int capped(int connections) const { return options.mostConnections > 0 ? std::min(connections, options.mostConnections) : connections; }
    /// Opens the port in the thread that accepts; the GUI must not delay a client.
    Result<void> listen(const ListenAddress &address, int maxConnections)
    {
        std::vector<Acceptor::Target> targets;
        for (const auto &shard : shards) {
            targets.push_back({[shard = shard.get()](qintptr descriptor) { shard->addConnection(descriptor); },
                               [shard = shard.get()] { return shard->connections(); }});
        }
        acceptor = new Acceptor(std::move(targets), capped(maxConnections));
        acceptor->moveToThread(&acceptThread);
        acceptThread.setObjectName(u"acceptor"_s);
#ifdef Q_OS_LINUX
        acceptThread.setEventDispatcher(new EpollDispatcher); // owned by the thread
#endif
        acceptThread.start();
        Result<void> opened;
        QMetaObject::invokeMethod(acceptor, [&] {
            opened = acceptor->open(address.host, address.port);
            port = acceptor->serverPort();
        }, Qt::BlockingQueuedConnection);
        return opened;
    }
    void stopAccepting()
    {
        if (acceptor)
            QMetaObject::invokeMethod(acceptor, [acceptor = acceptor] { delete acceptor; }, Qt::BlockingQueuedConnection);
        acceptor = nullptr;
        acceptThread.quit();
        acceptThread.wait();
    }

    const Options options;
    SharedParts shared;
    std::shared_ptr<const Snapshot> snapshot;
    std::vector<std::unique_ptr<Shard>> shards; ///< fixed after start
    QThread acceptThread;
    Acceptor *acceptor = nullptr; ///< lives in acceptThread
    quint16 port = 0;
    QHostAddress host;
    Milliseconds drainTime{10000};
    size_t idleShards = 0;
    bool draining = false;
    QTimer drainTimer;
};

Gateway::Gateway(const Catalogue &catalogue, ExchangeListener &ledger, const Clock &clock, Options options)
    : d(std::make_unique<Private>(catalogue, ledger, clock, options))
{
    d->shared.stats = [this] { return stats(); };
    d->drainTimer.setSingleShot(true);
    d->drainTimer.setTimerType(Qt::PreciseTimer); // a coarse one takes up to 5 % of the time away
    connect(&d->drainTimer, &QTimer::timeout, this, [this] {
        for (const auto &shard : d->shards)
            shard->shutDown();
    });
}

Gateway::~Gateway()
{
    d->stopAccepting();
    d->shards.clear();
}

Result<void> Gateway::start(const Configuration &configuration, bool vaultLocked)
{
    const Result<ListenAddress> address = parseListen(configuration.settings.listen);
    if (!address)
        return address.error();
    d->host = address->host;
    d->shared.state.network().begin();
    d->drainTime = configuration.settings.limits.drain;
    const EndpointSettings settings = endpointSettings(configuration.settings, address->host);
    d->shared.bodies = std::make_unique<BodyBudget>(settings.maxBufferedBytes);
    d->shared.bodies->whenEmptied([this] { QMetaObject::invokeMethod(this, &Gateway::largeBodiesGone, Qt::QueuedConnection); });
    const int count = d->options.shards > 0 ? d->options.shards : std::clamp(QThread::idealThreadCount(), 1, 4);
    for (int number = 0; number < count; ++number) {
        d->shards.push_back(std::make_unique<Shard>(number, d->shared, settings, [this] {
            QMetaObject::invokeMethod(this, [this] {
                if (++d->idleShards == d->shards.size())
                    emit drained();
            }, Qt::QueuedConnection);
        }));
    }
    reload(configuration, vaultLocked); // before the first connection can ask for it
    const Result<void> listening = d->listen(*address, settings.maxConnections);
    if (!listening) {
        d->stopAccepting();
        d->shards.clear();
    }
    return listening;
}

void Gateway::reload(const Configuration &configuration, bool vaultLocked)
{
    d->snapshot = Snapshot::build(configuration, d->shared.catalogue, d->shared.state, vaultLocked);
    d->shared.snapshot.publish(d->snapshot);
    const EndpointSettings settings = endpointSettings(configuration.settings, d->host);
    d->drainTime = configuration.settings.limits.drain;
    for (const auto &shard : d->shards)
        shard->apply(settings);
    if (d->shared.bodies) // else it does not run
        d->shared.bodies->setLimit(settings.maxBufferedBytes);
    if (d->acceptor)
        QMetaObject::invokeMethod(d->acceptor, [acceptor = d->acceptor, most = d->capped(settings.maxConnections)] { acceptor->setMaxConnections(most); },
                                  Qt::QueuedConnection);
}

void Gateway::setUsageTotals(const UsageTotals &totals)
{
    for (auto key = totals.keys.cbegin(); key != totals.keys.cend(); ++key) {
        const std::shared_ptr<KeyState> state = d->shared.state.key(key.key());
        state->freeTokensUsed.settle(key->freeTokensUsed, key->settledFreeTokens);
        state->tokensToday.settle(key->tokensToday, key->settledTokens);
        state->tokensThisMonth.settle(key->tokensThisMonth, key->settledTokens);
    }
    for (auto channel = totals.channels.cbegin(); channel != totals.channels.cend(); ++channel)
        d->shared.state.channel(channel.key())->tokensThisMonth.settle(channel->tokensThisMonth, channel->settledTokens);
}

void Gateway::drain()
{
    if (std::exchange(d->draining, true))
        return;
    d->stopAccepting();
    if (d->shards.empty()) {
        QMetaObject::invokeMethod(this, [this] { emit drained(); }, Qt::QueuedConnection);
        return;
    }
    for (const auto &shard : d->shards)
        shard->beginDrain();
    d->drainTimer.start(int(d->drainTime.count()));
}

void Gateway::endDrain()
{
    if (!d->draining)
        return;
    d->drainTimer.stop();
    for (const auto &shard : d->shards)
        shard->shutDown();
}

bool Gateway::isListening() const { return d->acceptor != nullptr; }

quint16 Gateway::port() const { return d->port; }

QUrl Gateway::baseUrl() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    // An address that a client on this machine can call. Qt binds "any IPv6" to IPv6 alone.
    if (d->host == QHostAddress(QHostAddress::AnyIPv6))
        url.setHost(u"::1"_s);
    else if (d->host == QHostAddress(QHostAddress::Any) || d->host == QHostAddress(QHostAddress::AnyIPv4))
        url.setHost(u"127.0.0.1"_s);
    else
        url.setHost(d->host.toString());
    url.setPort(port());
    url.setPath(u"/v1"_s);
    return url;
}

GatewayStats Gateway::stats() const { return d->sum(); }

QList<CandidateHealth> Gateway::health() const
{
    return d->snapshot ? candidateHealth(*d->snapshot, d->shared.state.now()) : QList<CandidateHealth>();
}

NetworkTrouble Gateway::network() const { return d->shared.state.networkTrouble(); }

void Gateway::noteWoke(Milliseconds slept) { d->shared.state.network().noteWoke(slept, d->shared.state.now()); }

QList<LimitUse> Gateway::limits() const
{
    return d->snapshot ? limitUse(*d->snapshot, d->shared.state.now()) : QList<LimitUse>();
}

void Gateway::resetChannel(const QString &channel) { d->shared.state.resetChannel(channel); }

SimulatedFaults &Gateway::simulatedFaults() { return d->shared.faults; }

} // namespace understudy
