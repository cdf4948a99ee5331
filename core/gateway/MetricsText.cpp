// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/MetricsText.h"

#include <initializer_list>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// A value between quotation marks, as the format wants it.
QByteArray escaped(const QString &text)
{
    QByteArray value = text.toUtf8();
    value.replace('\\', "\\\\");
    value.replace('"', "\\\"");
    value.replace('\n', "\\n");
    return value;
}

struct Label {
    const char *name;
    QString value;
};
using Labels = std::initializer_list<Label>;

class Page {
public:
    /// Begins a metric; its samples follow.
    void metric(const char *name, const char *type, const char *help)
    {
        m_name = QByteArray("understudy_") + name;
        m_out += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
    }
    template<typename Number>
    void sample(Number value, Labels labels = {}) { line({}, labels, QByteArray::number(value)); }

    void histogram(const LatencyHistogram &times, const Label &label)
    {
        quint64 below = 0;
        for (size_t i = 0; i < LatencyBuckets.size(); ++i) {
            below += times.counts[i];
            line("_bucket", {label, {"le", QString::number(double(LatencyBuckets[i]) / 1000)}}, QByteArray::number(below));
        }
        line("_bucket", {label, {"le", u"+Inf"_s}}, QByteArray::number(times.count()));
        line("_sum", {label}, QByteArray::number(double(times.sumMs) / 1000, 'f', 3));
        line("_count", {label}, QByteArray::number(times.count()));
    }
    QByteArray take() { return std::move(m_out); }

private:
    void line(QByteArrayView suffix, Labels labels, const QByteArray &value)
    {
        m_out += m_name + suffix.toByteArray();
        char before = '{';
        for (const Label &label : labels) {
            m_out += before + QByteArray(label.name) + "=\"" + escaped(label.value) + '"';
            before = ',';
        }
        if (labels.size() > 0)
            m_out += '}';
        m_out += ' ' + value + '\n';
    }

    QByteArray m_name;
    QByteArray m_out;
};

QString apiName(size_t api) { return QString::fromLatin1(traits(Api(api)).path).sliced(1); }

QString streamWord(size_t stream) { return stream ? u"true"_s : u"false"_s; }

void addRequests(Page &page, const GatewayStats &stats)
{
    page.metric("requests_total", "counter", "Client requests that have ended, by how and by path.");
    for (size_t status = 0; status < stats.requests.size(); ++status) {
        for (size_t api = 0; api < ApiCount; ++api)
            page.sample(stats.requests[status][api], {{"status", word(ExchangeStatus(status))}, {"api", apiName(api)}});
    }
    page.metric("request_duration_seconds", "histogram", "From the arrival of a request to the end of its answer.");
    for (size_t stream = 0; stream < stats.durations.size(); ++stream)
        page.histogram(stats.durations[stream], {"stream", streamWord(stream)});
    page.metric("first_output_seconds", "histogram", "From the arrival of a request to the first output for the client, where one came.");
    for (size_t stream = 0; stream < stats.firstOutputs.size(); ++stream)
        page.histogram(stats.firstOutputs[stream], {"stream", streamWord(stream)});
    page.metric("rescued_total", "counter", "Requests answered only because of a retry or a backup; also when the one before it was not to be had, so that nothing failed.");
    page.sample(stats.failovers);
    page.metric("in_flight", "gauge", "Requests that are running now.");
    page.sample(stats.inFlight);
}

void addAttempts(Page &page, const Metrics &metrics)
{
    page.metric("attempts_total", "counter", "Calls to candidates, by channel and outcome.");
    QMap<QString, std::array<quint64, OutcomeCount>> channels = metrics.stats.attemptsByChannel;
    for (const QString &known : metrics.channels)
        channels[known]; // zeros when it was not called yet
    for (auto channel = channels.cbegin(); channel != channels.cend(); ++channel) {
        for (size_t outcome = 0; outcome < OutcomeCount; ++outcome)
            page.sample((*channel)[outcome], {{"channel", channel.key()}, {"outcome", word(Outcome(outcome))}});
    }
    page.metric("candidate_state", "gauge", "Breaker of a candidate: 0 available, 1 suspended, 2 probing.");
    for (const CandidateHealth &one : metrics.candidates) {
        const int state = one.phase == "suspended"_L1 ? 1 : one.phase == "probing"_L1 ? 2 : 0;
        page.sample(state, {{"channel", one.channel}, {"model", one.model}});
    }
    page.metric("candidate_failures", "gauge", "Failures of a candidate in a row.");
    for (const CandidateHealth &one : metrics.candidates)
        page.sample(one.failures, {{"channel", one.channel}, {"model", one.model}});
}

void addTokens(Page &page, const GatewayStats &stats)
{
    page.metric("tokens_total", "counter",
                "Tokens of attempts, as reported or estimated; those of failed attempts were spent for nothing. client_gone: the client left. "
                "other: only a total was reported.");
    const auto add = [&page](const QString &result, const SpentTokens &spent) {
        page.sample(spent.prompt, {{"kind", u"prompt"_s}, {"attempt", result}});
        page.sample(spent.completion, {{"kind", u"completion"_s}, {"attempt", result}});
        page.sample(spent.other, {{"kind", u"other"_s}, {"attempt", result}});
    };
    add(u"answered"_s, stats.answered);
    add(u"failed"_s, stats.failed);
    add(word(Outcome::ClientGone), stats.left);
}

void addCache(Page &page, const GatewayStats &stats)
{
    page.metric("cache_hits_total", "counter", "Requests answered without a call: from the cache, or with the answer of an identical request.");
    page.sample(stats.cacheHits);
    page.metric("cache_misses_total", "counter", "Requests of keys with a cache whose answer was not in it.");
    page.sample(stats.cacheMisses);
    page.metric("cache_saved_tokens_total", "counter", "Tokens that the answers from the cache had cost when they were made.");
    page.sample(stats.savedTokens);
    page.metric("cache_bytes", "gauge", "Memory of cached answers.");
    page.sample(stats.cacheBytes);
}

void addLimits(Page &page, const QList<LimitUse> &limits)
{
    const auto ofChannels = [&](auto &&add) {
        for (const LimitUse &use : limits) {
            if (use.of == LimitUse::Of::Channel)
                add(use);
        }
    };
    page.metric("channel_limit", "gauge", "Limits that are set for channels.");
    ofChannels([&](const LimitUse &use) { page.sample(use.limit, {{"channel", use.id}, {"limit", word(use.kind)}}); });
    page.metric("channel_limit_used", "gauge", "How much of the limit of a channel is used.");
    ofChannels([&](const LimitUse &use) { page.sample(use.used, {{"channel", use.id}, {"limit", word(use.kind)}}); });

    std::array<std::array<int, 2>, LimitKindCount> keys{};
    for (const LimitUse &use : limits) {
        if (const LimitLevel level = limitLevel(use); use.of == LimitUse::Of::Key && level != LimitLevel::Fine)
            ++keys[size_t(use.kind)][level == LimitLevel::Reached];
    }
    page.metric("keys_at_limit", "gauge", "Gateway keys that have used 80 % of a limit (near) or all of it (reached).");
    for (size_t kind = 0; kind < keys.size(); ++kind) {
        page.sample(keys[kind][0], {{"limit", word(LimitKind(kind))}, {"level", u"near"_s}});
        page.sample(keys[kind][1], {{"limit", word(LimitKind(kind))}, {"level", u"reached"_s}});
    }
}

void addProcess(Page &page, const Metrics &metrics)
{
    page.metric("connections", "gauge", "Client connections that are open now.");
    page.sample(metrics.stats.connections);
    page.metric("buffered_bytes", "gauge", "Memory reserved for request bodies.");
    page.sample(metrics.stats.bufferedBytes);
    page.metric("network_trouble", "gauge", "1 for what keeps this machine from reaching providers; those are not blamed then.");
    for (const NetworkBlame blame : {NetworkBlame::Offline, NetworkBlame::CaptivePortal, NetworkBlame::ProxyChanged, NetworkBlame::JustWoke})
        page.sample(metrics.network == blame ? 1 : 0, {{"reason", word(blame)}});
    page.metric("ledger_ok", "gauge", "1 while the ledger can be written.");
    page.sample(metrics.ledger.ok ? 1 : 0);
    page.metric("ledger_queued", "gauge", "Requests that wait in memory for the database.");
    page.sample(metrics.ledger.queued);
    page.metric("ledger_journaled", "gauge", "Requests that are stored but not in the log and the usage statistics yet.");
    page.sample(metrics.ledger.journaled);
    page.metric("ledger_written_total", "counter", "Requests that are stored.");
    page.sample(metrics.ledger.written);
    page.metric("ledger_dropped_total", "counter", "Requests whose records were lost.");
    page.sample(metrics.ledger.dropped);
    page.metric("build_info", "gauge", "The version that runs.");
    page.sample(1, {{"version", QStringLiteral(UNDERSTUDY_VERSION)}});
}

} // namespace

QByteArray prometheusText(const Metrics &metrics)
{
    Page page;
    addRequests(page, metrics.stats);
    addAttempts(page, metrics);
    addTokens(page, metrics.stats);
    addCache(page, metrics.stats);
    addLimits(page, metrics.limits);
    addProcess(page, metrics);
    return page.take();
}

} // namespace understudy
