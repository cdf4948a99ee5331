// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

namespace understudy::test {

/// The i-th of as many exchanges as are wanted: four keys, three channels, each tenth with a failed attempt before it, each fiftieth failed.
inline ExchangeRecord oneOfMany(int i, WallTime time)
{
    ExchangeRecord exchange;
    exchange.id = QStringLiteral("req_%1").arg(i, 8, 10, QChar(u'0'));
    exchange.time = time;
    exchange.keyId = QStringLiteral("key_%1").arg(i % 4);
    exchange.keyName = exchange.keyId;
    const bool answered = i % 50;
    exchange.status = answered ? ExchangeStatus::Answered : ExchangeStatus::Failed;
    exchange.httpStatus = answered ? 200 : 502;
    exchange.durationMs = 300 + i % 1700;
    exchange.usage = {100, 200 + i % 300, 300 + i % 300, {}, {}};
    const int attempts = i % 10 ? 1 : 2;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const bool last = attempt == attempts - 1;
        AttemptRecord call;
        call.index = call.position = attempt;
        call.channel = QStringLiteral("channel-%1").arg((i + attempt) % 3);
        call.model = QStringLiteral("model-%1").arg((i + attempt) % 3);
        call.outcome = last && answered ? Outcome::Answered : Outcome::Timeout;
        call.endedMs = exchange.durationMs;
        call.firstOutputMs = 100 + i % 400;
        call.usage = last ? exchange.usage : Usage();
        if (last && answered) {
            exchange.servedChannel = call.channel;
            exchange.servedModel = call.model;
        }
        exchange.attempts.append(call);
    }
    return exchange;
}

} // namespace understudy::test
