// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/Shard.h"

#include "base/EpollDispatcher.h"
#include "endpoint/HttpFrontend.h"
#include "domain/ExchangeProgress.h"
#include "gateway/Router.h"
#include "gateway/SimulatedTransport.h"
#include "upstream/QnamTransport.h"

#include <QRandomGenerator>
#include <QTimer>

namespace understudy {

namespace {

constexpr Milliseconds FlushTime{1000}; ///< for the last bytes to reach the clients after everything has ended

/// Counts what passes on its way to the ledger.
class CountingLedger final : public ExchangeListener {
public:
    CountingLedger(ShardCounters &counters, ExchangeListener &next) : m_counters(counters), m_next(next) {}
    void record(ExchangeRecord &&exchange) override
    {
        m_counters.count(exchange);
        m_next.record(std::move(exchange));
    }
    void began() override { m_next.began(); }
    bool watches() const override { return m_next.watches(); }
    void progress(ExchangeProgress &&step) override { m_next.progress(std::move(step)); }

private:
    ShardCounters &m_counters;
    ExchangeListener &m_next;
};

} // namespace

/// Everything that lives in the shard's thread. The order of the members is the order of their dependence.
class Shard::Worker final : public QObject {
public:
    Worker(SharedParts &shared, const EndpointSettings &settings, ShardCounters &counters, std::atomic<int> &connections,
           std::function<void()> idle)
        : m_connections(connections), m_idle(std::move(idle)), m_ledger(counters, shared.ledger),
          m_simulated(shared.catalogue.demo(), shared.faults, shared.clock, shared.simulatedPace),
          m_services{shared.clock, shared.state, m_providers, m_simulated, m_ledger, shared.cache, shared.flights, shared.pins,
                     [this] { return m_chance.generateDouble(); }},
          m_router(m_services, shared.snapshot, counters, shared.stats, shared.ledgerFigures), m_frontend(settings, m_router, *shared.bodies, shared.clock)
    {
        connect(&m_router, &Router::idle, this, [this] { reportWhenIdle(); });
        m_frontend.onClosed([this] {
            m_connections.fetch_sub(1, std::memory_order_relaxed);
            reportWhenIdle();
        });
        m_flush.setSingleShot(true);
        connect(&m_flush, &QTimer::timeout, this, [this] { report(); });
    }

    void addConnection(qintptr descriptor) { m_frontend.addConnection(descriptor); }
    void apply(const EndpointSettings &settings) { m_frontend.apply(settings); }
    void beginDrain()
    {
        m_draining = true;
        m_router.beginDrain();
        m_frontend.beginDrain();
        reportWhenIdle();
    }
    void shutDown() { m_router.shutDown(); }

private:
    void reportWhenIdle()
    {
        if (!m_draining || m_router.running() > 0)
            return;
        if (m_frontend.connections() == 0)
            report();
        else if (!m_flush.isActive())
            m_flush.start(int(FlushTime.count()));
    }
    void report()
    {
        m_flush.stop();
        if (auto idle = std::exchange(m_idle, nullptr))
            idle();
    }

    std::atomic<int> &m_connections;
    std::function<void()> m_idle;
    CountingLedger m_ledger;
    QRandomGenerator m_chance{QRandomGenerator::securelySeeded()};
    QnamTransport m_providers;
    SimulatedTransport m_simulated;
    const ExchangeServices m_services;
    Router m_router;
    HttpFrontend m_frontend;
    QTimer m_flush;
    bool m_draining = false;
};

Shard::Shard(int number, SharedParts &shared, const EndpointSettings &settings, std::function<void()> idle)
{
    m_thread.setObjectName(QStringLiteral("shard-%1").arg(number));
#ifdef Q_OS_LINUX
    m_thread.setEventDispatcher(new EpollDispatcher); // owned by the thread
#endif
    m_thread.start();
    // A helper object carries the first call into the thread, where everything else is made.
    QObject carrier;
    carrier.moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        &carrier, [&] { m_worker = new Worker(shared, settings, m_counters, m_connections, std::move(idle)); }, Qt::BlockingQueuedConnection);
    QMetaObject::invokeMethod(&carrier, [&carrier, home = QThread::currentThread()] { carrier.moveToThread(home); }, Qt::BlockingQueuedConnection);
}

Shard::~Shard()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] {
            worker->shutDown();
            delete worker;
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Shard::addConnection(qintptr descriptor)
{
    m_connections.fetch_add(1, std::memory_order_relaxed);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, descriptor] { worker->addConnection(descriptor); }, Qt::QueuedConnection);
}

void Shard::apply(const EndpointSettings &settings)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, settings] { worker->apply(settings); }, Qt::QueuedConnection);
}

void Shard::beginDrain()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->beginDrain(); }, Qt::QueuedConnection);
}

void Shard::shutDown()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->shutDown(); }, Qt::QueuedConnection);
}

} // namespace understudy
