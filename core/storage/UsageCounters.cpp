// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/UsageCounters.h"

#include <string_view>
#include <tuple>

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

WallTime timeOf(qint64 minute) { return WallTime(std::chrono::minutes(minute)); }

/// The rows that a batch touches, each once.
class Periods final {
public:
    void add(const char *scope, const QString &subject, qint64 period, qint64 tokens, qint64 requests)
    {
        auto &[tokenSum, requestSum] = m_rows[{scope, subject, period}];
        tokenSum += tokens;
        requestSum += requests;
    }

    Result<void> settle(const Connection &connection) const
    {
        if (m_rows.empty())
            return {};
        Result<QSqlQuery> query =
            connection.prepare(u"INSERT INTO usage_periods (scope, subject, period, tokens, requests) VALUES (?, ?, ?, ?, ?) "
                               "ON CONFLICT (scope, subject, period) DO UPDATE SET tokens = usage_periods.tokens + "
                               "excluded.tokens, requests = usage_periods.requests + excluded.requests"_s);
        if (!query)
            return query.error();
        for (const auto &[row, sums] : m_rows) {
            const auto &[scope, subject, period] = row;
            query->bindValue(0, QString::fromUtf8(scope));
            query->bindValue(1, subject);
            query->bindValue(2, period);
            query->bindValue(3, sums.first);
            query->bindValue(4, sums.second);
            if (Result<void> done = connection.execute(*query); !done)
                return done;
        }
        return {};
    }

private:
    std::map<std::tuple<std::string_view, QString, qint64>, std::pair<qint64, qint64>> m_rows;
};

} // namespace

qint64 dayNumber(WallTime time)
{
    const auto day = date(time);
    return int(day.year()) * 10000LL + unsigned(day.month()) * 100 + unsigned(day.day());
}

qint64 monthNumber(WallTime time) { return dayNumber(time) / 100; }

qint64 minuteNumber(WallTime time) { return std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count(); }

void UsageDelta::add(const ExchangeRecord &exchange)
{
    if (exchange.kind == ExchangeKind::Drill)
        return;
    const qint64 minute = minuteNumber(exchange.time);
    if (!exchange.keyId.isEmpty()) {
        const bool draws = exchange.kind == ExchangeKind::Live && exchange.status == ExchangeStatus::Answered;
        const qint64 tokens = draws ? exchange.usage.total().value_or(0) : 0;
        Sum &sum = m_keys[{exchange.keyId, minute}];
        sum.tokens += tokens;
        sum.freeTokens += exchange.servedBuiltIn ? tokens : 0;
        ++sum.requests;
    }
    for (const AttemptRecord &attempt : exchange.attempts) {
        if (attempt.channel.isEmpty())
            continue;
        Sum &sum = m_channels[{attempt.channel, minute}];
        sum.tokens += attempt.usage.total().value_or(0);
        ++sum.requests;
    }
}

QStringList UsageDelta::subjects(const Sums &sums)
{
    QStringList list;
    for (const auto &[place, sum] : sums) {
        if (list.isEmpty() || list.last() != place.first)
            list.append(place.first);
    }
    return list;
}

Result<void> UsageDelta::settle(const Connection &connection) const
{
    Periods periods;
    std::map<QString, qint64> freeTokens;
    for (const auto &[place, sum] : m_keys) {
        const auto &[key, minute] = place;
        periods.add(KeyDay, key, dayNumber(timeOf(minute)), sum.tokens, sum.requests);
        periods.add(KeyMonth, key, monthNumber(timeOf(minute)), sum.tokens, sum.requests);
        periods.add(KeyMinute, key, minute, sum.tokens, sum.requests);
        if (sum.freeTokens > 0)
            freeTokens[key] += sum.freeTokens;
    }
    for (const auto &[place, sum] : m_channels) {
        const auto &[channel, minute] = place;
        periods.add(ChannelMonth, channel, monthNumber(timeOf(minute)), sum.tokens, sum.requests);
        periods.add(ChannelMinute, channel, minute, sum.tokens, sum.requests);
    }
    if (Result<void> done = periods.settle(connection); !done)
        return done;
    for (const auto &[key, tokens] : freeTokens) {
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
    for (const auto &[place, sum] : m_keys) {
        KeyTotals &key = totals.keys[place.first];
        key.settledFreeTokens += sum.freeTokens;
        key.settledTokens += sum.tokens;
        key.settledRequests += sum.requests;
    }
    for (const auto &[place, sum] : m_channels)
        totals.channels[place.first].settledTokens += sum.tokens;
}

Result<UsageTotals> readTotals(const Connection &connection, const QStringList &keyIds, const QStringList &channels, WallTime now)
{
    UsageTotals totals;
    totals.at = now;
    Result<QSqlQuery> periods = connection.prepare(
        u"SELECT scope, subject, tokens, requests FROM usage_periods WHERE scope = ? AND subject = ? AND period = ?"_s);
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
        for (const auto &[scope, period] : {std::pair(KeyDay, dayNumber(now)), std::pair(KeyMonth, monthNumber(now)),
                                            std::pair(KeyMinute, minuteNumber(now))}) {
            if (Result<void> done = read(scope, key, period); !done)
                return done.error();
        }
    }
    for (const QString &channel : channels) {
        totals.channels[channel];
        for (const auto &[scope, period] :
             {std::pair(ChannelMonth, monthNumber(now)), std::pair(ChannelMinute, minuteNumber(now))}) {
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
    Result<QSqlQuery> periods =
        connection.prepare(u"SELECT scope, subject, tokens, requests FROM usage_periods WHERE scope = ? AND period = ?"_s);
    if (!periods)
        return periods.error();
    for (const auto &[scope, period] : {std::pair<const char *, qint64>(KeyDay, dayNumber(now)),
                                        {KeyMonth, monthNumber(now)},
                                        {KeyMinute, minuteNumber(now)},
                                        {ChannelMonth, monthNumber(now)},
                                        {ChannelMinute, minuteNumber(now)}}) {
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
