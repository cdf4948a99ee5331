// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalogue.h"
#include "domain/Configuration.h"
#include "domain/Drill.h"
#include "domain/ExchangeProgress.h"
#include "drill/DrillConfiguration.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace understudy {

class DrillCall;
class FaultServer;
class Gateway;
class Transport;
struct DrillSight;

/// Plays one drill: a gateway of its own with the key's chain and policy, failing models on loopback, and clients over real HTTP.
/// What it has in common with the gateway that serves is the code, and nothing else: breakers, counters, cache, ledger and usage
/// of that one cannot be touched from here. Models that stay healthy are really called.
///
/// Lives in one thread with an event loop; nothing blocks. start() once; then, from the event loop, attemptBegan()/attemptEnded()
/// as they happen, exchangeEnded() once for each request in the order of their ends, and one of finished() and failed().
/// Destroying it stops everything at once.
class DrillEngine final : public QObject {
    Q_OBJECT

public:
    struct Options {
        Milliseconds simulatedPace {15}; ///< between the pieces of a simulated model's stream
    };

    /// `stored` as it is stored; `clock` and `transport` outlive the engine. The errors of failed() are those of drillSetting(),
    /// and those of ports that cannot be had.
    DrillEngine(const Configuration &stored, bool vaultLocked, const Catalogue &catalogue, const DrillPlan &plan,
                const Clock &clock, Transport &transport, Options options);
    DrillEngine(const Configuration &stored, bool vaultLocked, const Catalogue &catalogue, const DrillPlan &plan,
                const Clock &clock, Transport &transport)
        : DrillEngine(stored, vaultLocked, catalogue, plan, clock, transport, Options())
    {
    }
    ~DrillEngine() override;
    Q_DISABLE_COPY_MOVE(DrillEngine)

    void start();

signals:
    void attemptBegan(int request, const understudy::AttemptRecord &attempt);
    void attemptEnded(int request, const understudy::AttemptRecord &attempt);
    void exchangeEnded(const understudy::DrillExchange &exchange);
    void finished(const understudy::DrillReport &report);
    void failed(const understudy::Error &error);

private:
    class Listener;
    /// One request on its way: it has ended when the client and the gateway have said so.
    struct Running {
        std::unique_ptr<DrillCall> call;
        std::optional<DrillExchange> seen;
        std::optional<ExchangeRecord> record;
    };

    void begin();
    void sendNext();
    void noteSight(int number, const DrillSight &sight);
    void noteRecord(ExchangeRecord record);
    void noteProgress(const ExchangeProgress &step);
    void endIfWhole(int number);
    void endExchange(int number);
    void giveUpWaiting();
    void finish();
    void restoreNames(ExchangeRecord &record) const;
    QString realName(const QString &channel) const { return m_setting.ownNames.value(channel, channel); }
    QString realWords(QString text) const;
    void restore(AttemptRecord &attempt) const;

    const Configuration m_stored;
    const bool m_vaultLocked;
    const Catalogue m_catalogue; ///< a copy: the caller's may go while the gateway's threads still run
    const Clock &m_clock;
    Transport &m_transport;
    const Options m_options;
    DrillSetting m_setting;
    DrillReport m_report;
    QElapsedTimer m_took;
    int m_sent = 0;
    QTimer m_patience; ///< for records of requests that never reached the gateway
    std::unique_ptr<FaultServer> m_faults;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<Gateway> m_gateway; // after its listener: it tells until its end
    std::map<int, Running> m_running; // last: clients leave first
};

} // namespace understudy
