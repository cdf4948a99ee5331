// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

#include <QObject>

namespace understudy {

/// One chat request of the console's own, sent over HTTP to the gateway like any client's.
struct TrialRequest {
    QString keyId;
    QString model; ///< "auto", a model's id, or channel/model
    QString prompt;
    bool stream = true;
    QByteArray body{}; ///< sent as it is when not empty: a recorded chat request once more; `stream` says what it asks for
    bool operator==(const TrialRequest &) const = default;
};

/// What the client saw.
struct TrialResult {
    QString exchangeId;     ///< x-request-id of the answer; empty: none came
    int httpStatus = 0;     ///< 0 = none
    bool complete = false;  ///< a 200 and, when streaming, an end without an error event
    QString error;          ///< the gateway's or the network's words when not complete
    qint64 durationMs = 0;
    bool operator==(const TrialResult &) const = default;
};

/// A request that runs. Order: attemptBegan/attemptEnded as they happen in the gateway (once it is attached to another process:
/// together, before recorded), text as it arrives, finished() once, and recorded() once when the ledger's row is known, after
/// finished(). The last attempt may end a moment after finished(): the client has its answer then. recorded() does not come for what
/// never became an exchange (the gateway does not run; refused before it was read). Destroying it closes the connection, as a client
/// that leaves does.
class TrialRun : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
signals:
    void attemptBegan(const understudy::AttemptRecord &attempt);
    void attemptEnded(const understudy::AttemptRecord &attempt);
    void text(const QString &delta, bool reasoning);
    void finished(const understudy::TrialResult &result);
    void recorded(const understudy::ExchangeRecord &exchange);
};

} // namespace understudy
