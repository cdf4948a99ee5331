// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/DrillEngine.h"

#include "drill/DrillCall.h"
#include "drill/FaultServer.h"
#include "gateway/Gateway.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// After a client has its answer, the gateway's record of it is there in no time, unless there was no exchange at all.
constexpr Milliseconds RecordPatience {3000};
const QString RequestIdPrefix = u"drill-"_s;

std::optional<int> numberOf(const QString &requestId)
{
    if (!requestId.startsWith(RequestIdPrefix))
        return std::nullopt;
    bool ok = false;
    const int number = QStringView(requestId).sliced(RequestIdPrefix.size()).toInt(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

} // namespace

/// Carries what the gateway tells from its shards' threads into the engine's.
class DrillEngine::Listener final : public ExchangeListener {
public:
    explicit Listener(DrillEngine &engine)
        : m_engine(engine)
    {
    }
    void record(ExchangeRecord &&exchange) override
    {
        QMetaObject::invokeMethod(
            &m_engine, [&engine = m_engine, exchange = std::move(exchange)] { engine.noteRecord(exchange); },
            Qt::QueuedConnection);
    }
    bool watches() const override { return true; }
    void progress(ExchangeProgress &&step) override
    {
        QMetaObject::invokeMethod(
            &m_engine, [&engine = m_engine, step = std::move(step)] { engine.noteProgress(step); }, Qt::QueuedConnection);
    }

private:
    DrillEngine &m_engine;
};

DrillEngine::DrillEngine(const Configuration &stored, bool vaultLocked, const Catalogue &catalogue, const DrillPlan &plan,
                         const Clock &clock, Transport &transport, Options options)
    : m_stored(stored)
    , m_vaultLocked(vaultLocked)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_transport(transport)
    , m_options(options)
{
    m_report.plan = plan;
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &DrillEngine::giveUpWaiting);
}

DrillEngine::~DrillEngine()
{
    m_running.clear();
    m_gateway.reset(); // its threads have ended; what they still told dies with this object's events
}

void DrillEngine::start() { QMetaObject::invokeMethod(this, &DrillEngine::begin, Qt::QueuedConnection); }

void DrillEngine::begin()
{
    const DrillPlan &plan = m_report.plan;
    m_faults = std::make_unique<FaultServer>(drillFaults(plan, plan.faults.size()), drillSlowness(m_stored, m_catalogue, plan));
    if (const Result<void> listening = m_faults->listen(); !listening) {
        emit failed(listening.error());
        return;
    }
    const Result<DrillSetting> setting =
        drillSetting(m_stored, m_vaultLocked, m_catalogue, plan, [this](int place) { return m_faults->baseUrl(place); });
    if (!setting) {
        emit failed(setting.error());
        return;
    }
    m_setting = *setting;
    m_listener = std::make_unique<Listener>(*this);
    Gateway::Options options;
    options.shards = 1;
    options.simulatedPace = m_options.simulatedPace;
    m_gateway = std::make_unique<Gateway>(m_catalogue, *m_listener, m_clock, options);
    if (const Result<void> started = m_gateway->start(m_setting.configuration, false); !started) {
        m_gateway.reset();
        emit failed(started.error());
        return;
    }
    m_report.keyName = m_setting.configuration.keys.first().name;
    m_report.chain = m_setting.chain;
    m_report.began = m_clock.wall();
    m_took.start();
    for (int i = 0; i < plan.parallel; ++i)
        sendNext();
}

void DrillEngine::sendNext()
{
    if (m_sent == m_report.plan.requests)
        return;
    const int number = m_sent++;
    const DrillQuestion question {m_setting.api, m_setting.stream, m_report.plan.prompt,
                                  (RequestIdPrefix + QString::number(number)).toLatin1()};
    Running &running = m_running[number];
    running.call =
        std::make_unique<DrillCall>(question, m_gateway->baseUrl(), m_setting.configuration.keys.first().secret, m_transport);
    // Queued: the call is destroyed in what follows, and must not be inside its own signal then.
    connect(
        running.call.get(), &DrillCall::ended, this, [this, number](const DrillSight &sight) { noteSight(number, sight); },
        Qt::QueuedConnection);
    running.call->start();
}

void DrillEngine::noteSight(int number, const DrillSight &sight)
{
    const auto found = m_running.find(number);
    if (found == m_running.end())
        return;
    DrillExchange exchange;
    exchange.number = number;
    exchange.httpStatus = sight.httpStatus;
    exchange.complete = sight.complete;
    exchange.error = realWords(sight.error);
    exchange.durationMs = sight.durationMs;
    exchange.firstOutputMs = sight.firstOutputMs;
    found->second.seen = exchange;
    endIfWhole(number);
}

void DrillEngine::noteRecord(ExchangeRecord record)
{
    const std::optional<int> number = numberOf(record.clientRequestId);
    const auto found = number ? m_running.find(*number) : m_running.end();
    if (found == m_running.end())
        return;
    restoreNames(record);
    found->second.record = std::move(record);
    endIfWhole(*number);
}

void DrillEngine::noteProgress(const ExchangeProgress &step)
{
    const std::optional<int> number = numberOf(step.clientRequestId);
    if (!number || !m_running.contains(*number))
        return;
    AttemptRecord attempt = step.attempt;
    restore(attempt);
    if (step.step == ExchangeProgress::Step::AttemptBegan)
        emit attemptBegan(*number, attempt);
    else
        emit attemptEnded(*number, attempt);
}

void DrillEngine::endIfWhole(int number)
{
    const Running &running = m_running.at(number);
    if (running.seen && running.record)
        endExchange(number);
    else if (running.seen && !m_patience.isActive())
        m_patience.start(RecordPatience);
}

void DrillEngine::endExchange(int number)
{
    const auto running = m_running.extract(number);
    DrillExchange exchange = *running.mapped().seen;
    if (running.mapped().record)
        exchange.record = *running.mapped().record;
    m_report.exchanges.append(exchange);
    sendNext();
    const bool last = m_running.empty();
    emit exchangeEnded(exchange);
    if (last)
        finish();
}

void DrillEngine::giveUpWaiting()
{
    QList<int> waiting;
    for (const auto &[number, running] : m_running) {
        if (running.seen)
            waiting.append(number);
    }
    for (const int number : waiting)
        endExchange(number);
}

void DrillEngine::finish()
{
    m_patience.stop();
    m_report.tookMs = m_took.elapsed();
    std::sort(m_report.exchanges.begin(), m_report.exchanges.end(),
              [](const DrillExchange &a, const DrillExchange &b) { return a.number < b.number; });
    m_report.health = m_gateway->health();
    for (CandidateHealth &health : m_report.health)
        health.channel = realName(health.channel);
    const auto place = [this](const CandidateHealth &health) {
        return std::find_if(m_report.chain.cbegin(), m_report.chain.cend(),
                            [&](const DrillBox &box) { return box.channel == health.channel && box.model == health.model; });
    };
    std::sort(m_report.health.begin(), m_report.health.end(),
              [&](const CandidateHealth &a, const CandidateHealth &b) { return place(a) < place(b); });
    m_gateway.reset();
    m_faults.reset();
    emit finished(m_report);
}

QString DrillEngine::realWords(QString text) const
{
    for (auto name = m_setting.ownNames.cbegin(); name != m_setting.ownNames.cend(); ++name)
        text.replace(name.key() + u'/', name.value() + u'/');
    return text;
}

void DrillEngine::restore(AttemptRecord &attempt) const
{
    attempt.channel = realName(attempt.channel);
    attempt.message = realWords(attempt.message);
}

void DrillEngine::restoreNames(ExchangeRecord &record) const
{
    record.kind = ExchangeKind::Drill;
    record.servedChannel = realName(record.servedChannel);
    for (AttemptRecord &attempt : record.attempts)
        restore(attempt);
    for (SkippedCandidate &skipped : record.skipped)
        skipped.channel = realName(skipped.channel);
}

} // namespace understudy
