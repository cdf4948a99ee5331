// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/UsageCounters.h"

#include <cstring>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr char KeyDay[] = "key_day";
constexpr char KeyMonth[] = "key_month";
constexpr char KeyMinute[] = "key_minute";
constexpr char ChannelMonth[] = "channel_month";
constexpr char ChannelMinute[] = "channel_minute";
constexpr qint64 KeepMinutes = 60;

std::chrono::year_month_day date(WallTime time) { return std::chrono::floor<std::chrono::days>(time); }

void take(UsageTotals &totals, const QString &scope, const QString &subject, qint64 tokens, qint64 requests)
{
    if (scope == QLatin1StringView(KeyDay))
        totals.keys[subject].tokensToday = tokens;
    else if (scope == QLatin1StringView(KeyMonth))
        totals.keys[subject].tokensThisMonth = tokens;
    else if (scope == QLatin1StringView(KeyMinute))
        totals.keys[subject].requestsThisMinute = requests;
    else if (scope == QLatin1StringView(ChannelMonth))
        totals.channels[subject].tokensThisMonth = tokens;
    else if (scope == QLatin1StringView(ChannelMinute))
        totals.channels[subject].requestsThisMinute = requests;
}

Result<void> takePeriods(UsageTotals &totals, const Connection &connection, QSqlQuery &rows)
{
    if (Result<void> done = connection.execute(rows); !done)
        return done;
    while (rows.next())
        take(totals, rows.value(0).toString(), rows.value(1).toString(), rows.value(2).toLongLong(), rows.value(3).toLongLong());
    return {};
}

} // namespace

qint64 dayNumber(WallTime time)
{
    const auto day = date(time);
    return int(day.year()) * 10000LL + unsigned(day.month()) * 100 + unsigned(day.day());
}

qint64 monthNumber(WallTime time) { return dayNumber(time) / 100; }

qint64 minuteNumber(WallTime time) { return std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count(); }

bool UsageDelta::Place::operator<(const Place &other) const
{
    if (const int order = std::strcmp(scope, other.scope); order != 0)
        return order < 0;
    if (const int order = subject.compare(other.subject); order != 0)
        return order < 0;
    return period < other.period;
}

void UsageDelta::count(const char *scope, const QString &subject, qint64 period, qint64 tokens, qint64 requests)
{
    Sum &sum = m_sums[{scope, subject, period}];
    sum.tokens += tokens;
    sum.requests += requests;
}

void UsageDelta::add(const ExchangeRecord &exchange)
{
    if (exchange.kind == ExchangeKind::Drill)
        return;
    const qint64 day = dayNumber(exchange.time);
    const qint64 minute = minuteNumber(exchange.time);
    const bool draws = exchange.kind == ExchangeKind::Live && exchange.status == ExchangeStatus::Answered;
    const qint64 tokens = draws ? exchange.usage.total().value_or(0) : 0;
    if (!exchange.keyId.isEmpty()) {
        m_keys.insert(exchange.keyId);
        count(KeyDay, exchange.keyId, day, tokens, 1);
        count(KeyMonth, exchange.keyId, day / 100, tokens, 1);
        count(KeyMinute, exchange.keyId, minute, tokens, 1);
        if (exchange.servedBuiltIn && tokens > 0)
            m_freeTokens[exchange.keyId] += tokens;
    }
    for (const AttemptRecord &attempt : exchange.attempts) {
        if (attempt.channel.isEmpty())
            continue;
        m_channels.insert(attempt.channel);
        count(ChannelMonth, attempt.channel, day / 100, attempt.usage.total().value_or(0), 1);
        count(ChannelMinute, attempt.channel, minute, attempt.usage.total().value_or(0), 1);
    }
}

Result<void> UsageDelta::settle(const Connection &connection) const
{
    if (m_sums.empty())
        return {};
    Result<QSqlQuery> periods = connection.prepare(u"INSERT INTO usage_periods (scope, subject, period, tokens, requests) VALUES (?, ?, ?, ?, ?) "
                                                   "ON CONFLICT (scope, subject, period) DO UPDATE SET tokens = usage_periods.tokens + "
                                                   "excluded.tokens, requests = usage_periods.requests + excluded.requests"_s);
    if (!periods)
        return periods.error();
    for (const auto &[place, sum] : m_sums) {
        periods->bindValue(0, QString::fromLatin1(place.scope));
        periods->bindValue(1, place.subject);
        periods->bindValue(2, place.period);
        periods->bindValue(3, sum.tokens);
        periods->bindValue(4, sum.requests);
        if (Result<void> done = connection.execute(*periods); !done)
            return done;
    }
    for (const auto &[key, tokens] : m_freeTokens) {
        if (Result<void> done = connection.run(u"INSERT INTO free_tokens (key_id, used) VALUES (?, ?) "
                                               "ON CONFLICT (key_id) DO UPDATE SET used = free_tokens.used + excluded.used"_s,
                                               {key, tokens});
            !done)
            return done;
    }
    return {};
}

void UsageDelta::note(UsageTotals &totals) const
{
    for (const auto &[key, tokens] : m_freeTokens)
        totals.keys[key].settledFreeTokens = tokens;
    for (const auto &[place, sum] : m_sums) {
        // The minute rows hold each exchange once; the others would do as well.
        if (std::strcmp(place.scope, KeyMinute) == 0) {
            totals.keys[place.subject].settledTokens += sum.tokens;
            totals.keys[place.subject].settledRequests += sum.requests;
        } else if (std::strcmp(place.scope, ChannelMinute) == 0) {
            totals.channels[place.subject].settledTokens += sum.tokens;
        }
    }
}

Result<UsageTotals> readTotals(const Connection &connection, const QStringList &keyIds, const QStringList &channels, WallTime now)
{
    UsageTotals totals;
    totals.at = now;
    Result<QSqlQuery> periods
        = connection.prepare(u"SELECT scope, subject, tokens, requests FROM usage_periods WHERE scope = ? AND subject = ? AND period = ?"_s);
    Result<QSqlQuery> free = connection.prepare(u"SELECT used FROM free_tokens WHERE key_id = ?"_s);
    if (!periods)
        return periods.error();
    if (!free)
        return free.error();
    const auto read = [&](const char *scope, const QString &subject, qint64 period) {
        periods->bindValue(0, QString::fromLatin1(scope));
        periods->bindValue(1, subject);
        periods->bindValue(2, period);
        return takePeriods(totals, connection, *periods);
    };
    for (const QString &key : keyIds) {
        KeyTotals &sums = totals.keys[key];
        free->bindValue(0, key);
        if (Result<void> done = connection.execute(*free); !done)
            return done.error();
        if (free->next())
            sums.freeTokensUsed = free->value(0).toLongLong();
        for (const auto &[scope, period] : {std::pair(KeyDay, dayNumber(now)), std::pair(KeyMonth, monthNumber(now)), std::pair(KeyMinute, minuteNumber(now))}) {
            if (Result<void> done = read(scope, key, period); !done)
                return done.error();
        }
    }
    for (const QString &channel : channels) {
        totals.channels[channel];
        for (const auto &[scope, period] : {std::pair(ChannelMonth, monthNumber(now)), std::pair(ChannelMinute, minuteNumber(now))}) {
            if (Result<void> done = read(scope, channel, period); !done)
                return done.error();
        }
    }
    return totals;
}

Result<UsageTotals> readTotals(const Connection &connection, WallTime now)
{
    UsageTotals totals;
    totals.at = now;
    Result<QSqlQuery> free = connection.query(u"SELECT key_id, used FROM free_tokens"_s);
    if (!free)
        return free.error();
    while (free->next())
        totals.keys[free->value(0).toString()].freeTokensUsed = free->value(1).toLongLong();
    Result<QSqlQuery> periods = connection.prepare(u"SELECT scope, subject, tokens, requests FROM usage_periods WHERE scope = ? AND period = ?"_s);
    if (!periods)
        return periods.error();
    for (const auto &[scope, period] :
         {std::pair<const char *, qint64>(KeyDay, dayNumber(now)), {KeyMonth, monthNumber(now)}, {KeyMinute, minuteNumber(now)},
          {ChannelMonth, monthNumber(now)}, {ChannelMinute, minuteNumber(now)}}) {
        periods->bindValue(0, QString::fromLatin1(scope));
        periods->bindValue(1, period);
        if (Result<void> done = takePeriods(totals, connection, *periods); !done)
            return done.error();
    }
    return totals;
}

Result<void> resetFreeTokens(const Connection &connection, const QString &keyId)
{
    if (Result<void> done = connection.run(u"DELETE FROM free_tokens WHERE key_id = ?"_s, {keyId}); !done)
        return done;
    return {};
}

Result<void> purgeMinutes(const Connection &connection, WallTime now)
{
    return connection.run(u"DELETE FROM usage_periods WHERE scope IN ('key_minute', 'channel_minute') AND period < ?"_s,
                          {minuteNumber(now) - KeepMinutes});
}

} // namespace understudy
