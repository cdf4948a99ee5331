// SPDX-License-Identifier: GPL-3.0-or-later
// The whole gateway on real sockets: custom providers on loopback, a ledger in memory.
#pragma once

#include "catalog/Catalogue.h"
#include "gateway/Gateway.h"
#include "support/FakeUpstream.h"
#include "support/RawHttpClient.h"

#include <QMutex>
#include <QTest>

namespace understudy::test {

using namespace Qt::StringLiterals;

/// Takes records from the shards' threads.
class SharedLedger final : public ExchangeListener {
public:
    void record(ExchangeRecord &&exchange) override
    {
        const QMutexLocker lock(&m_mutex);
        m_records.append(std::move(exchange));
    }
    QList<ExchangeRecord> records() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_records;
    }
    qsizetype size() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_records.size();
    }

private:
    mutable QMutex m_mutex;
    QList<ExchangeRecord> m_records;
};

class GatewayBench {
public:
    static inline const QByteArray secret = "sk-us_integration-000000000000";

    GatewayBench() : catalogue(Catalogue::load().value())
    {
        configuration.settings.listen = u"127.0.0.1:0"_s;
        key.id = u"key_1"_s;
        key.name = u"bench"_s;
        key.secret = Secret(secret);
        key.policy.timeout = Milliseconds{5000};
        key.policy.backoff = Milliseconds{1};
    }

    /// A custom provider and a channel of that id whose models are served at `baseUrl`.
    void addChannel(const QString &id, const QString &baseUrl, const QList<Model> &models)
    {
        Provider provider;
        provider.id = id;
        provider.name = id;
        provider.baseUrl = QUrl(baseUrl);
        provider.models = models;
        configuration.providers.append(provider);
        Channel channel;
        channel.id = id;
        channel.provider = id;
        channel.name = id;
        channel.credential.literal = Secret("sk-provider-" + id.toUtf8() + "-0000");
        for (const Model &model : models)
            channel.models.append(model.id);
        configuration.channels.append(channel);
    }
    static Model model(const QString &id, ModelType type = ModelType::Chat)
    {
        Model made;
        made.id = id;
        made.type = type;
        return made;
    }
    void chain(const QList<Candidate> &candidates) { key.chain = candidates; }

    bool start(int shards = 2)
    {
        configuration.keys = {key};
        Gateway::Options options;
        options.shards = shards;
        options.simulatedPace = Milliseconds{0};
        gateway = std::make_unique<Gateway>(catalogue, ledger, clock, options);
        const Result<void> started = gateway->start(configuration, false);
        if (!started)
            qWarning("%s", qPrintable(started.error().toString()));
        return started.ok();
    }

    static QByteArray post(const QByteArray &body, const QByteArray &path = "/v1/chat/completions", const QByteArray &more = {})
    {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + secret
            + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more + "\r\n" + body;
    }
    static QByteArray get(const QByteArray &path, const QByteArray &more = "Authorization: Bearer " + secret + "\r\n")
    {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + more + "\r\n";
    }

    RawAnswer ask(const QByteArray &request, int timeoutMs = 8000)
    {
        RawHttpClient client;
        if (!client.connectTo(gateway->port()))
            return {};
        client.send(request);
        return client.receive(timeoutMs);
    }
    bool waitForRecords(qsizetype count, int timeoutMs = 8000)
    {
        return QTest::qWaitFor([&] { return ledger.size() >= count; }, timeoutMs);
    }

    Catalogue catalogue;
    SystemClock clock;
    SharedLedger ledger;
    Configuration configuration;
    GatewayKey key;
    std::unique_ptr<Gateway> gateway;
};

} // namespace understudy::test
