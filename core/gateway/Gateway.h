// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/CandidateHealth.h"
#include "domain/Configuration.h"
#include "domain/ExchangeRecord.h"
#include "domain/LimitUse.h"
#include "domain/NetworkTrouble.h"
#include "domain/UsageTotals.h"
#include "gateway/GatewayStats.h"
#include "gateway/MetricsText.h"
#include "gateway/NetworkWatch.h"
#include "gateway/SimulatedFaults.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace understudy {

class Catalogue;

/// The whole gateway behind one object: acceptor, shards and what they share. All functions are called in the thread that
/// made it (usually the main thread) unless said; the work is done in threads of its own, so nothing here blocks.
///
///   Gateway gateway(catalogue, ledger, clock);
///   gateway.start(configuration, vaultLocked);   // listens
///   gateway.reload(configuration, vaultLocked);  // at any time; running exchanges keep the configuration they began with
///   gateway.drain();                             // → drained()
class Gateway final : public QObject {
    Q_OBJECT

public:
    struct Options {
        int shards = 0; ///< 0: min(cores, 4)
        Milliseconds simulatedPace{15}; ///< between the pieces of a simulated stream
        std::function<LedgerFigures()> ledgerFigures; ///< for /metrics, from the shards' threads; may be empty
        int mostConnections = 0; ///< what the process has descriptors for: caps settings.limits.maxConnections; 0: no cap
        NetworkSources network; ///< systemNetwork(), or nothing: then only calls tell
    };

    /// `catalogue`, `ledger` and `clock` outlive the gateway. `ledger` is called from the shards' threads.
    Gateway(const Catalogue &catalogue, ExchangeListener &ledger, const Clock &clock, Options options);
    Gateway(const Catalogue &catalogue, ExchangeListener &ledger, const Clock &clock) : Gateway(catalogue, ledger, clock, Options()) {}
    /// Ends at once what still runs: undelivered answers become errors, streams end with an in-band error.
    ~Gateway() override;
    Q_DISABLE_COPY_MOVE(Gateway)

    /// Listens on settings.listen. Errors: the address is invalid or not of this machine, the port is taken (Conflict).
    Result<void> start(const Configuration &configuration, bool vaultLocked);

    /// From the next request or connection on. The listen address stays as it was at start.
    void reload(const Configuration &configuration, bool vaultLocked);

    /// Totals from the ledger: seeds and corrects what limits and allowances are measured against. Thread-safe.
    void setUsageTotals(const UsageTotals &totals);

    /// Stops accepting, lets running exchanges finish up to settings.limits.drain, then ends them. drained() comes once.
    void drain();
    /// After drain(): does not wait any longer, but ends what still runs as when the time is over.
    void endDrain();

    bool isListening() const;
    quint16 port() const;  ///< the real one when 0 was asked for
    QUrl baseUrl() const;  ///< "http://127.0.0.1:17177/v1"

    GatewayStats stats() const; ///< thread-safe
    QList<CandidateHealth> health() const;
    NetworkTrouble network() const; ///< whose fault failures are; thread-safe
    void noteWoke(Milliseconds slept); ///< the machine woke from sleep a moment ago; thread-safe
    QList<LimitUse> limits() const; ///< see limitUse()
    /// Breakers of a channel start afresh: it was edited, or its connection test passed.
    void resetChannel(const QString &channel);
    SimulatedFaults &simulatedFaults(); ///< thread-safe

signals:
    void drained();
    /// The last request body has gone after there were large ones (BodyBudget::LargeBytes): memory may be given back soon.
    void largeBodiesGone();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace understudy
