// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/KeyTrafficReader.h"

#include "words/Quantities.h"

#include <QTimeZone>
#include <algorithm>

namespace understudy {

namespace {

constexpr qint64 WeekSeconds = 7 * 24 * 3600;

} // namespace

KeyTrafficReader::KeyTrafficReader(Console &console, QObject *parent) : QObject(parent), m_console(console)
{
    connect(&m_console, &Console::recorded, this, [this](const QList<ExchangeRecord> &exchanges) {
        if (m_on)
            add(exchanges);
    });
}

void KeyTrafficReader::setCounting(bool on) { m_on = on; }

void KeyTrafficReader::count()
{
    ++m_count;
    readRecent();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    ask(now.addSecs(-WeekSeconds), &KeyTraffic::weekRequests, nullptr);
    const QList<GatewayKey> keys = m_console.configuration().keys;
    const QDate today = now.date();
    if (std::any_of(keys.cbegin(), keys.cend(), [](const GatewayKey &key) { return key.limits.tokensPerDay > 0; }))
        ask(QDateTime(today, QTime(0, 0), QTimeZone::utc()), nullptr, &KeyTraffic::dayTokens);
    if (std::any_of(keys.cbegin(), keys.cend(), [](const GatewayKey &key) { return key.limits.tokensPerMonth > 0; }))
        ask(QDateTime(QDate(today.year(), today.month(), 1), QTime(0, 0), QTimeZone::utc()), nullptr, &KeyTraffic::monthTokens);
}

void KeyTrafficReader::readRecent()
{
    for (const ExchangeRecord &exchange : m_console.recent()) {
        const QDateTime time = words::toDateTime(exchange.time);
        if (exchange.kind == ExchangeKind::Drill)
            continue;
        KeyTraffic &traffic = m_traffic[exchange.keyId];
        if (!traffic.lastUsed.isValid() || traffic.lastUsed < time)
            traffic.lastUsed = time;
    }
    emit changed();
}

void KeyTrafficReader::ask(const QDateTime &since, qint64 KeyTraffic::*requests, qint64 KeyTraffic::*tokens)
{
    UsageQuery query;
    query.since = WallTime(Milliseconds(since.toMSecsSinceEpoch()));
    m_console.usage(query, this, [this, count = m_count, requests, tokens](const Result<UsageSummary> &usage) {
        if (count != m_count)
            return;
        if (!usage)
            return emit failed(usage.error());
        for (KeyTraffic &traffic : m_traffic) {
            if (requests)
                traffic.*requests = 0;
            if (tokens)
                traffic.*tokens = 0;
        }
        for (const KeyUsage &of : usage->byKey) {
            KeyTraffic &traffic = m_traffic[of.keyId];
            if (requests)
                traffic.*requests = of.requests;
            if (tokens)
                traffic.*tokens = of.tokens.total;
        }
        emit changed();
    });
}

void KeyTrafficReader::add(const QList<ExchangeRecord> &exchanges)
{
    for (const ExchangeRecord &exchange : exchanges) {
        if (exchange.kind == ExchangeKind::Drill)
            continue;
        KeyTraffic &traffic = m_traffic[exchange.keyId];
        ++traffic.weekRequests;
        const qint64 tokens = exchange.kind == ExchangeKind::Live ? exchange.usage.total().value_or(0) : 0;
        traffic.dayTokens += tokens;
        traffic.monthTokens += tokens;
        traffic.lastUsed = words::toDateTime(exchange.time);
    }
    emit changed();
}

} // namespace understudy
