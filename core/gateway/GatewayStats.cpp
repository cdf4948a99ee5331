// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/GatewayStats.h"

namespace understudy {

namespace {

void bump(std::atomic<quint64> &counter, quint64 by = 1)
{
    counter.store(counter.load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
}

void heading(QByteArray &out, QByteArrayView name, QByteArrayView type, QByteArrayView help)
{
    out += "# HELP understudy_" + name.toByteArray() + ' ' + help.toByteArray() + "\n# TYPE understudy_" + name.toByteArray() + ' '
        + type.toByteArray() + '\n';
}

template<typename Number>
void sample(QByteArray &out, QByteArrayView name, QByteArrayView labels, Number value)
{
    out += "understudy_" + name.toByteArray();
    if (!labels.isEmpty())
        out += '{' + labels.toByteArray() + '}';
    out += ' ' + QByteArray::number(value) + '\n';
}

QByteArray label(QByteArrayView name, QLatin1StringView value)
{
    return name.toByteArray() + "=\"" + QByteArray(value.data(), value.size()) + '"';
}

} // namespace

void ShardCounters::count(const ExchangeRecord &record)
{
    bump(exchanges[size_t(record.status)]);
    for (const AttemptRecord &attempt : record.attempts)
        bump(attempts[size_t(attempt.outcome)]);
    if (record.kind == ExchangeKind::Cache)
        bump(cacheHits);
    if (record.status == ExchangeStatus::Answered && record.attempts.size() > 1)
        bump(failovers);
    bump(promptTokens, quint64(record.usage.promptTokens.value_or(0)));
    bump(completionTokens, quint64(record.usage.completionTokens.value_or(0)));
}

void GatewayStats::add(const ShardCounters &counters)
{
    for (size_t i = 0; i < exchanges.size(); ++i)
        exchanges[i] += counters.exchanges[i].load(std::memory_order_relaxed);
    for (size_t i = 0; i < attempts.size(); ++i)
        attempts[i] += counters.attempts[i].load(std::memory_order_relaxed);
    promptTokens += counters.promptTokens.load(std::memory_order_relaxed);
    completionTokens += counters.completionTokens.load(std::memory_order_relaxed);
    cacheHits += counters.cacheHits.load(std::memory_order_relaxed);
    failovers += counters.failovers.load(std::memory_order_relaxed);
    inFlight += counters.inFlight.load(std::memory_order_relaxed);
}

QByteArray prometheusText(const GatewayStats &stats)
{
    QByteArray out;
    heading(out, "requests_total", "counter", "Client requests that have ended, by how.");
    for (size_t i = 0; i < stats.exchanges.size(); ++i)
        sample(out, "requests_total", label("status", word(ExchangeStatus(i))), stats.exchanges[i]);
    heading(out, "attempts_total", "counter", "Calls to candidates, by outcome.");
    for (size_t i = 0; i < stats.attempts.size(); ++i)
        sample(out, "attempts_total", label("outcome", word(Outcome(i))), stats.attempts[i]);
    heading(out, "rescued_total", "counter", "Requests answered only after a failed attempt.");
    sample(out, "rescued_total", {}, stats.failovers);
    heading(out, "cache_hits_total", "counter", "Requests answered without a call.");
    sample(out, "cache_hits_total", {}, stats.cacheHits);
    heading(out, "tokens_total", "counter", "Tokens of answers, as reported or estimated.");
    sample(out, "tokens_total", "kind=\"prompt\"", stats.promptTokens);
    sample(out, "tokens_total", "kind=\"completion\"", stats.completionTokens);
    heading(out, "in_flight", "gauge", "Requests that are running now.");
    sample(out, "in_flight", {}, stats.inFlight);
    heading(out, "connections", "gauge", "Client connections that are open now.");
    sample(out, "connections", {}, stats.connections);
    heading(out, "buffered_bytes", "gauge", "Memory reserved for request bodies.");
    sample(out, "buffered_bytes", {}, stats.bufferedBytes);
    heading(out, "cache_bytes", "gauge", "Memory of cached answers.");
    sample(out, "cache_bytes", {}, stats.cacheBytes);
    return out;
}

} // namespace understudy
