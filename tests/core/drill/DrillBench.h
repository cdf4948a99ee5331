// SPDX-License-Identifier: GPL-3.0-or-later
// A stored configuration with a key of two built-in models, and drills of it.
#pragma once

#include "configuration/DemoKey.h"
#include "drill/DrillEngine.h"
#include "upstream/QnamTransport.h"

#include <QSignalSpy>
#include <QTest>

namespace understudy::test {

using namespace Qt::StringLiterals;

class DrillBench {
public:
    /// Of the drilled gateway: enough for a busy machine where something answers, short where nothing does.
    static constexpr Milliseconds Patience {2000};
    static constexpr Milliseconds Impatience {300};
    static bool isSilent(DrillFault fault)
    {
        return fault == DrillFault::SilentBeforeHead || fault == DrillFault::SilentBeforeOutput || fault == DrillFault::Stalled;
    }
    DrillBench()
        : catalogue(Catalogue::load().value())
    {
        GatewayKey key = makeDemoKey();
        key.id = u"key_drilled"_s;
        key.policy.retries = 1;
        key.policy.backoff = Milliseconds {1};
        stored.keys = {key};
        plan.keyId = key.id;
        plan.timeout = Patience;
    }
    GatewayKey &key() { return stored.keys.first(); }

    void addChannel(const QString &id, const QString &baseUrl, const QString &model, ModelType type = ModelType::Reasoning)
    {
        Provider provider;
        provider.id = provider.name = id;
        provider.baseUrl = QUrl(baseUrl);
        Model one;
        one.id = model;
        one.type = type;
        provider.models = {one};
        stored.providers.append(provider);
        Channel channel;
        channel.id = channel.provider = channel.name = id;
        channel.credential.literal = Secret("sk-invented-credential-of-" + id.toLatin1());
        channel.models = {model};
        channel.proxy.kind = ProxyChoice::Kind::None;
        stored.channels.append(channel);
    }

    std::unique_ptr<DrillEngine> engine(bool locked = false)
    {
        return std::make_unique<DrillEngine>(stored, locked, catalogue, plan, clock, transport,
                                             DrillEngine::Options {Milliseconds {0}});
    }

    /// Runs the plan to its end. Not finished: nothing, and `failure` says why.
    std::optional<DrillReport> run(bool locked = false, int patienceMs = 30000)
    {
        std::optional<DrillReport> report;
        failure.reset();
        log.clear();
        const std::unique_ptr<DrillEngine> drill = engine(locked);
        QObject::connect(drill.get(), &DrillEngine::attemptBegan, drill.get(), [&](int request, const AttemptRecord &attempt) {
            log += u"%1 began %2 %3"_s.arg(request).arg(attempt.index).arg(attempt.channel);
        });
        QObject::connect(drill.get(), &DrillEngine::attemptEnded, drill.get(), [&](int request, const AttemptRecord &attempt) {
            log += u"%1 ended %2 %3"_s.arg(request).arg(attempt.index).arg(word(attempt.outcome));
        });
        QObject::connect(drill.get(), &DrillEngine::exchangeEnded, drill.get(),
                         [&](const DrillExchange &exchange) { log += u"%1 over"_s.arg(exchange.number); });
        QObject::connect(drill.get(), &DrillEngine::finished, drill.get(), [&](const DrillReport &what) {
            report = what;
            log += u"finished"_s;
        });
        QObject::connect(drill.get(), &DrillEngine::failed, drill.get(), [&](const Error &error) {
            failure = error;
            log += u"failed"_s;
        });
        drill->start();
        (void)QTest::qWaitFor([&] { return report || failure; }, patienceMs);
        return report;
    }

    static QString outcomes(const DrillExchange &exchange)
    {
        QStringList words;
        for (const AttemptRecord &attempt : exchange.record.attempts)
            words += word(attempt.outcome);
        return words.join(u' ');
    }

    const Catalogue catalogue;
    const SystemClock clock;
    QnamTransport transport;
    Configuration stored;
    DrillPlan plan;
    std::optional<Error> failure;
    QStringList log;
};

} // namespace understudy::test
