// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Drill.h"

#include <QObject>

namespace understudy {

/// A drill that runs. attemptBegan()/attemptEnded() as they happen, exchangeEnded() once for each request in the order of their
/// ends, then one of finished() and failed(). Before finished(), once,
/// playedBefore() with the report of the last drill of the same plan, if there was one on this data. Destroying it stops the drill; what ran is ended, and nothing remains of it.
class DrillRun : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
signals:
    void attemptBegan(int request, const understudy::AttemptRecord &attempt);
    void attemptEnded(int request, const understudy::AttemptRecord &attempt);
    void exchangeEnded(const understudy::DrillExchange &exchange);
    void playedBefore(const understudy::DrillReport &report);
    void finished(const understudy::DrillReport &report);
    void failed(const understudy::Error &error); ///< it could not begin: no such key, the vault is locked, …
};

} // namespace understudy
