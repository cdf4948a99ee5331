// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/TrialCall.h"
#include "domain/ExchangeProgress.h"

#include <QTimer>

namespace understudy {

/// One trial from the sending to the ledger's row: what the client sees, and beside it what the gateway tells. Lives in the core's
/// thread. Signals as TrialRun's and in its order.
class TrialSession final : public QObject {
    Q_OBJECT

public:
    /// Owns the call. None: `refusal` is all that comes of it. `elsewhere`: the gateway is another process's, so its attempts are learnt from
    /// the ledger.
    TrialSession(std::unique_ptr<TrialCall> call, const QString &refusal, bool elsewhere);
    ~TrialSession() override;

    void start();
    void progress(const ExchangeProgress &step);
    void take(const ExchangeRecord &exchange); ///< from the gateway or the ledger, once or more often

signals:
    void attemptBegan(const understudy::AttemptRecord &attempt);
    void attemptEnded(const understudy::AttemptRecord &attempt);
    void text(const QString &delta, bool reasoning);
    void finished(const understudy::TrialResult &result);
    void recorded(const understudy::ExchangeRecord &exchange);
    /// Asks for the ledger's row of that exchange, again and again for a few seconds until take() is called.
    void wanted(const QString &exchangeId);

private:
    void finish(const TrialResult &result);
    void tellRecord();

    std::unique_ptr<TrialCall> m_call;
    const QString m_refusal;
    const bool m_elsewhere;
    bool m_finished = false;
    bool m_told = false;
    std::optional<ExchangeRecord> m_record;
    QString m_exchangeId;
    QTimer m_again;
    int m_asked = 0;
};

} // namespace understudy
