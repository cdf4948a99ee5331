// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Database.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>

namespace understudy {

/// Forgets what the retention policy does not keep: a minute after the start and then every hour, step by step in a thread of its own
/// with a connection of its own, so that neither the gateway nor the writer of the ledger waits for it longer than for one step.
class LedgerKeeper final : public QObject {
    Q_OBJECT

public:
    explicit LedgerKeeper(const Database &database, QObject *parent = nullptr);
    ~LedgerKeeper() override; ///< after the step that runs

    void lookNow(); ///< the policy has changed; any thread

private:
    class Worker;
    QThread m_thread;
    Worker *m_worker;
};

} // namespace understudy
