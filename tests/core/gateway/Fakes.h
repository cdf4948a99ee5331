// SPDX-License-Identifier: GPL-3.0-or-later
// Stand-ins for everything around an Exchange: a scripted provider, a client that writes down what it gets, a ledger in memory.
#pragma once

#include "catalog/Catalogue.h"
#include "domain/ExchangeProgress.h"
#include "gateway/Exchange.h"

#include <QBasicTimer>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QQueue>
#include <QTest>

#include <deque>

namespace understudy::test {

using namespace Qt::StringLiterals;

/// Runs the event loop until the condition holds. QTest::qWaitFor and QTRY_… sleep between looks, which is longer than the
/// timeouts under test.
template<typename Condition>
bool spin(Condition &&condition, int ms = 5000)
{
    QDeadlineTimer deadline(ms);
    QBasicTimer wake; // so that a loop with nothing to do looks again
    QObject target;
    wake.start(5, &target);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

/// One thing that a scripted call does, in the event loop, in order.
struct Step {
    enum class Kind { Connected, Head, Bytes, End, Hang } kind = Kind::Hang;
    UpstreamHead head;
    QByteArray bytes;
    TransportEnd end;
};

using Script = QList<Step>;

inline Step connected() { return {Step::Kind::Connected, {}, {}, {}}; }
inline Step head(int status, const QByteArray &type = "application/json", HttpHeaders more = {})
{
    more.prepend(HttpHeader{"Content-Type", type});
    return {Step::Kind::Head, {status, more}, {}, {}};
}
inline Step bytes(const QByteArray &data) { return {Step::Kind::Bytes, {}, data, {}}; }
inline Step ends(TransportFault fault = TransportFault::None, bool sent = true) { return {Step::Kind::End, {}, {}, {fault, sent, {}}}; }
inline Step hangs() { return {}; }

inline Script whole(int status, const QByteArray &body, const HttpHeaders &more = {})
{
    return {head(status, "application/json", more), bytes(body), ends()};
}
inline Script stream(const QList<QByteArray> &events, TransportFault fault = TransportFault::None)
{
    Script script{head(200, "text/event-stream")};
    for (const QByteArray &event : events)
        script += bytes(event);
    script += ends(fault);
    return script;
}

inline QByteArray delta(const QByteArray &text) { return "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}\n\n"; }
inline const QByteArray roleChunk = "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}\n\n";
inline const QByteArray stopChunk = "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
inline const QByteArray usageChunk = "data: {\"id\":\"c\",\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3,\"total_tokens\":10}}\n\n";
inline const QByteArray doneMark = "data: [DONE]\n\n";
inline QByteArray answerBody(const QByteArray &text, int prompt = 60, int completion = 100)
{
    return "{\"id\":\"x\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + text
        + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":" + QByteArray::number(prompt) + ",\"completion_tokens\":"
        + QByteArray::number(completion) + ",\"total_tokens\":" + QByteArray::number(prompt + completion) + "}}";
}

class FakeTransport;

class FakeCall final : public QObject, public UpstreamCall {
public:
    FakeCall(FakeTransport &transport, Script script, UpstreamListener &listener);
    ~FakeCall() override;
    QByteArray read(qint64 maximum) override
    {
        const QByteArray out = m_buffer.first(std::min<qint64>(maximum, m_buffer.size()));
        m_buffer.remove(0, out.size());
        return out;
    }
    qint64 available() const override { return m_buffer.size(); }

private:
    void next();
    FakeTransport &m_transport;
    std::deque<Step> m_steps;
    UpstreamListener &m_listener;
    QByteArray m_buffer;
    bool m_ended = false;
};

/// Plays the next script of the called host; remembers every request.
class FakeTransport final : public Transport {
public:
    std::unique_ptr<UpstreamCall> start(const UpstreamRequest &request, UpstreamListener &listener) override
    {
        requests.append(request);
        auto &queue = scripts[request.url.host()];
        Script script = queue.isEmpty() ? Script{ends(TransportFault::Refused, false)} : queue.size() == 1 ? queue.head() : queue.dequeue();
        return std::make_unique<FakeCall>(*this, std::move(script), listener);
    }
    QHash<QString, QQueue<Script>> scripts; ///< the last one of a host repeats
    QList<UpstreamRequest> requests;
    int cancelled = 0; ///< calls destroyed before their end
};

inline FakeCall::FakeCall(FakeTransport &transport, Script script, UpstreamListener &listener)
    : m_transport(transport), m_steps(script.begin(), script.end()), m_listener(listener)
{
    QMetaObject::invokeMethod(this, [this] { next(); }, Qt::QueuedConnection);
}

inline FakeCall::~FakeCall()
{
    if (!m_ended)
        ++m_transport.cancelled;
}

inline void FakeCall::next()
{
    if (m_steps.empty())
        return;
    if (m_steps.front().kind == Step::Kind::End && !m_buffer.isEmpty()) { // the end comes after the last byte was read
        m_listener.onReadable();
        return;
    }
    const Step step = m_steps.front();
    m_steps.pop_front();
    if (step.kind != Step::Kind::Hang)
        QMetaObject::invokeMethod(this, [this] { next(); }, Qt::QueuedConnection);
    switch (step.kind) {
    case Step::Kind::Connected: m_listener.onConnected(); return;
    case Step::Kind::Head: m_listener.onHead(step.head); return;
    case Step::Kind::Bytes:
        m_buffer += step.bytes;
        m_listener.onReadable();
        return;
    case Step::Kind::End:
        m_ended = true;
        m_listener.onEnd(step.end);
        return;
    case Step::Kind::Hang: return;
    }
}

/// What a client saw. Outlives the sink.
struct Client {
    QByteArray log; ///< "begin 200 | whole 502 | finish | abort"
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    bool finished = false;
    bool aborted = false;
    qint64 backlog = 0;
    std::function<void()> onWrite;
    SinkListener *listener = nullptr;
    QByteArray header(QByteArrayView name) const { return headerValue(headers, name).value_or(QByteArray()); }
};

class FakeSink final : public ResponseSink {
public:
    explicit FakeSink(std::shared_ptr<Client> client) : m_client(std::move(client)) {}
    ~FakeSink() override { m_client->listener = nullptr; }
    void setListener(SinkListener *listener) override { m_client->listener = listener; }
    void sendWhole(const WholeResponse &response) override
    {
        m_client->log += "whole " + QByteArray::number(response.status) + ' ';
        m_client->status = response.status;
        m_client->headers = response.headers;
        m_client->body = response.body;
        m_client->finished = true;
    }
    void begin(int status, const HttpHeaders &headers) override
    {
        m_client->log += "begin " + QByteArray::number(status) + ' ';
        m_client->status = status;
        m_client->headers = headers;
    }
    void write(QByteArrayView data) override
    {
        m_client->body += data;
        if (m_client->onWrite)
            m_client->onWrite();
    }
    void finish() override
    {
        if (!m_client->finished && !m_client->aborted)
            m_client->log += "finish ";
        m_client->finished = true;
    }
    void abort() override
    {
        m_client->log += "abort ";
        m_client->aborted = true;
    }
    qint64 backlog() const override { return m_client->backlog; }
    qint64 bytesWritten() const override { return m_client->body.size(); }

private:
    std::shared_ptr<Client> m_client;
};

class MemoryLedger final : public ExchangeListener {
public:
    void record(ExchangeRecord &&exchange) override
    {
        if (watching)
            steps += u"record"_s;
        records.append(std::move(exchange));
    }
    bool watches() const override { return watching; }
    void progress(ExchangeProgress &&step) override
    {
        const bool ended = step.step == ExchangeProgress::Step::AttemptEnded;
        const AttemptRecord &attempt = step.attempt;
        steps += step.clientRequestId + u' ' + QString::number(attempt.index) + u' ' + attempt.channel
            + (ended ? u" "_s + word(attempt.outcome) + u'>' + word(attempt.decision) : u" began"_s);
    }
    QList<ExchangeRecord> records;
    bool watching = false;
    QStringList steps;
};

/// "a/m1:overloaded>retry(retries_left) a/m1:overloaded>next(retries_used) b/m2:answered>deliver(answered)"
inline QString story(const ExchangeRecord &record)
{
    QStringList parts;
    for (const AttemptRecord &attempt : record.attempts) {
        parts += attempt.channel + u'/' + attempt.model + u':' + word(attempt.outcome) + u'>' + word(attempt.decision) + u'('
            + attempt.reason + u')';
    }
    for (const SkippedCandidate &skipped : record.skipped)
        parts += u'-' + skipped.channel + u'/' + skipped.model + u':' + word(skipped.reason);
    return parts.join(u' ');
}

/// A gateway key with the channels a, b, c … (hosts a.test, b.test …), each with the models asked for, and one exchange at a time.
class Bench {
public:
    Bench() : catalogue(Catalogue::load().value()) { policy.backoff = Milliseconds{1}; }

    /// "a/chat-1 b/chat-2 c/r1"; models beginning with "r" reason, with "e" embed, the others chat. "built-in/…" is simulated.
    void chain(const QString &text)
    {
        key.chain.clear();
        for (const QString &part : text.split(u' ')) {
            const QString channelId = part.section(u'/', 0, 0);
            const QString model = part.section(u'/', 1);
            key.chain.append({channelId, model});
            if (channelId != BuiltInChannelId)
                addModel(channelId, model);
        }
    }

    void build()
    {
        key.id = u"key_test"_s;
        key.name = u"test"_s;
        key.secret = Secret("sk-us_test-0000000000000000");
        key.policy = policy;
        configuration.keys = {key};
        snapshot = Snapshot::build(configuration, catalogue, state, false);
        runtime = snapshot->find("sk-us_test-0000000000000000");
    }

    /// Starts an exchange and runs the event loop until `until` holds (default: the ledger has one more row).
    std::shared_ptr<Client> send(const QByteArray &body, Api api = Api::ChatCompletions, const HttpHeaders &headers = {})
    {
        if (!runtime)
            build();
        auto client = std::make_shared<Client>();
        ClientRequest request;
        request.head.method = "POST";
        request.head.path = QByteArray("/v1") + traits(api).path;
        request.head.headers = headers;
        if (!headerValue(headers, "content-type"))
            request.head.headers.append(HttpHeader{"Content-Type", "application/json"});
        request.body = body;
        request.arrived = clock.now();
        request.requestId = "req_" + QByteArray::number(++count);
        auto *exchange = new Exchange(services, runtime, api, std::move(request), std::make_unique<FakeSink>(client),
                                      [](Exchange *ended) { ended->deleteLater(); });
        exchange->start();
        return client;
    }
    std::shared_ptr<Client> run(const QByteArray &body, Api api = Api::ChatCompletions, const HttpHeaders &headers = {})
    {
        const qsizetype before = ledger.records.size();
        auto client = send(body, api, headers);
        if (!spin([&] { return ledger.records.size() > before; }))
            qWarning("the exchange did not end");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return client;
    }
    const ExchangeRecord &last() const { return ledger.records.last(); }
    void script(const QString &channel, const Script &script) { transport.scripts[channel + u".test"_s].enqueue(script); }

    Catalogue catalogue;
    SystemClock clock;
    RuntimeState state{clock};
    FakeTransport transport;
    FakeTransport simulated;
    MemoryLedger ledger;
    ResponseCache cache;
    SingleFlight flights;
    ResponsePins pins;
    ExchangeServices services{clock, state, transport, simulated, ledger, cache, flights, pins, [] { return 0.5; }};
    Configuration configuration;
    GatewayKey key;
    Policy policy;
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const RuntimeKey> runtime;
    int count = 0;

private:
    void addModel(const QString &channelId, const QString &modelId)
    {
        Model model;
        model.id = modelId;
        model.type = modelId.startsWith(u'r') ? ModelType::Reasoning : modelId.startsWith(u'e') ? ModelType::Embedding : ModelType::Chat;
        if (modelId.endsWith("-8k"_L1))
            model.context = 8000;
        if (modelId.endsWith("-32k"_L1))
            model.context = 32000;
        auto provider = std::find_if(configuration.providers.begin(), configuration.providers.end(), [&](const Provider &p) { return p.id == channelId; });
        if (provider == configuration.providers.end()) {
            Provider added;
            added.id = channelId;
            added.name = channelId;
            added.baseUrl = QUrl(u"http://%1.test/v1"_s.arg(channelId));
            configuration.providers.append(added);
            provider = std::prev(configuration.providers.end());
            Channel channel;
            channel.id = channelId;
            channel.provider = channelId;
            channel.name = channelId;
            channel.credential.literal = Secret("sk-provider-secret-" + channelId.toUtf8());
            configuration.channels.append(channel);
        }
        provider->models.append(model);
        for (Channel &channel : configuration.channels) {
            if (channel.id == channelId)
                channel.models.append(modelId);
        }
    }
};

} // namespace understudy::test
