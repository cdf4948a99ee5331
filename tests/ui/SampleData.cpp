// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/FakeConsole.h"

#include <QDateTime>

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

const QString R1_32 = u"deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"_s;
const QString Demo32 = u"demo/DeepSeek-R1-Distill-Qwen-32B"_s;
const QString Demo7 = u"demo/DeepSeek-R1-Distill-Qwen-7B"_s;

Channel channel(const QString &id, const QString &provider, const QString &name, const QStringList &models)
{
    Channel made;
    made.id = id;
    made.provider = provider;
    made.name = name;
    made.models = models;
    made.credential.literal = Secret("invented-credential-of-" + id.toLatin1());
    return made;
}

GatewayKey key(const QString &id, const QString &name, const QString &description, const QList<Candidate> &chain)
{
    GatewayKey made;
    made.id = id;
    made.name = name;
    made.description = description;
    made.secret = Secret("sk-us_Invented0Invented0Invented0Invented" + id.right(4).rightJustified(4, u'0').toLatin1());
    made.chain = chain;
    return made;
}

AttemptRecord attempt(int index, int position, const QString &channel, const QString &model, Outcome outcome, qint64 from, qint64 to)
{
    AttemptRecord made;
    made.index = index;
    made.position = position;
    made.channel = channel;
    made.model = model;
    made.outcome = outcome;
    made.startedMs = from;
    made.connectedMs = from + 12;
    made.endedMs = to;
    made.bytesSent = 312;
    return made;
}

AttemptRecord answered(AttemptRecord made, qint64 prompt, qint64 completion)
{
    made.outcome = Outcome::Answered;
    made.httpStatus = 200;
    made.firstOutputMs = made.startedMs + (made.endedMs - made.startedMs) / 3;
    made.usage.promptTokens = prompt;
    made.usage.completionTokens = completion;
    made.usage.totalTokens = prompt + completion;
    made.provenance = Provenance::Reported;
    made.decision = DecisionKind::Deliver;
    made.reason = u"answered"_s;
    return made;
}

ExchangeRecord finished(int number, const GatewayKey &key, QList<AttemptRecord> attempts)
{
    ExchangeRecord made;
    made.id = u"req_%1"_s.arg(number, 4, 10, QLatin1Char('0'));
    made.time = WallTime(Milliseconds(QDateTime::currentMSecsSinceEpoch() - 47'000LL * number));
    made.keyId = key.id;
    made.keyName = key.name;
    made.askedModel = u"auto"_s;
    made.userAgent = u"OpenAI/Python 2.1"_s;
    made.attempts = std::move(attempts);
    made.durationMs = made.attempts.isEmpty() ? 3 : made.attempts.last().endedMs;
    const AttemptRecord *last = made.attempts.isEmpty() ? nullptr : &made.attempts.last();
    if (last && last->outcome == Outcome::Answered) {
        made.status = ExchangeStatus::Answered;
        made.httpStatus = 200;
        made.servedChannel = last->channel;
        made.servedModel = last->model;
        made.servedBuiltIn = last->channel == BuiltInChannelId;
        made.usage = last->usage;
        made.provenance = last->provenance;
        made.firstOutputMs = last->firstOutputMs;
        made.cache = CacheResult::Miss;
    } else {
        made.status = ExchangeStatus::Failed;
        made.httpStatus = 502;
        made.errorCode = u"all_candidates_failed"_s;
    }
    return made;
}

QList<ExchangeRecord> traffic(const GatewayKey &tutorial, const GatewayKey &shop)
{
    AttemptRecord overloaded = attempt(0, 0, u"siliconflow-1"_s, R1_32, Outcome::Overloaded, 0, 640);
    overloaded.httpStatus = 503;
    overloaded.message = u"Model service overloaded. Please try again later."_s;
    overloaded.decision = DecisionKind::Retry;
    overloaded.reason = u"retries_left"_s;
    AttemptRecord late = attempt(1, 0, u"siliconflow-1"_s, R1_32, Outcome::Timeout, 745, 30'745);
    late.decision = DecisionKind::Next;
    late.reason = u"retries_used"_s;
    AttemptRecord refused = attempt(0, 0, u"deepseek-1"_s, u"deepseek-chat"_s, Outcome::CredentialRefused, 0, 210);
    refused.httpStatus = 401;
    refused.message = u"Authentication fails (governor)"_s;
    refused.decision = DecisionKind::GiveUp;
    refused.reason = u"no_candidate_left"_s;

    QList<ExchangeRecord> all;
    all.append(finished(1, tutorial, {overloaded, late, answered(attempt(2, 1, BuiltInChannelId, Demo7, Outcome::Answered, 30'745, 31'900), 12, 591)}));
    all.append(finished(2, tutorial, {answered(attempt(0, 0, u"siliconflow-1"_s, R1_32, Outcome::Answered, 0, 2'100), 8, 152)}));
    all.append(finished(3, shop, {refused}));
    for (int i = 4; i < 40; ++i)
        all.append(finished(i, i % 3 ? tutorial : shop, {answered(attempt(0, 0, u"siliconflow-1"_s, R1_32, Outcome::Answered, 0, 700 + 37 * i), 20 + i, 150 + 11 * i)}));
    return all;
}

} // namespace

void fillWithSample(FakeConsole &console)
{
    Configuration c;
    Provider own;
    own.id = u"office"_s;
    own.name = u"Office inference server"_s;
    own.baseUrl = QUrl(u"http://10.0.0.12:8000/v1"_s);
    Model qwen;
    qwen.id = u"qwen2.5-72b-instruct"_s;
    qwen.size = 72;
    own.models = {qwen};
    c.providers = {own};
    c.channels = {channel(u"siliconflow-1"_s, u"siliconflow"_s, u"my account"_s, {R1_32}),
                  channel(u"siliconflow-2"_s, u"siliconflow"_s, u"team"_s, {R1_32}),
                  channel(u"deepseek-1"_s, u"deepseek"_s, u"deepseek-1"_s, {u"deepseek-chat"_s, u"deepseek-reasoner"_s}),
                  channel(u"office-1"_s, u"office"_s, u"office-1"_s, {u"qwen2.5-72b-instruct"_s})};
    c.channels[1].enabled = false;
    GatewayKey tutorial = key(u"key_tutorial"_s, u"tutorial"_s, u"R1 distilled, with the small one behind it"_s, {{u"siliconflow-1"_s, R1_32}, {BuiltInChannelId, Demo7}});
    GatewayKey shop = key(u"key_shop"_s, u"shop-assistant"_s, u"Answers in the web shop"_s, {{u"deepseek-1"_s, u"deepseek-chat"_s}});
    GatewayKey demo = key(u"key_demo"_s, u"demo"_s, {}, {{BuiltInChannelId, Demo32}, {BuiltInChannelId, Demo7}});
    GatewayKey paused = key(u"key_old"_s, u"nightly-batch"_s, u"Paused since the move"_s, {{u"siliconflow-1"_s, R1_32}, {u"siliconflow-2"_s, R1_32}});
    paused.enabled = false;
    c.keys = {tutorial, shop, demo, paused};
    console.stored = c;
    console.exchangesNewestFirst = traffic(tutorial, shop);
    console.gateway.inFlight = 2;
    console.gateway.connections = 3;
    console.healths = {{u"siliconflow-1"_s, R1_32, u"available"_s, 0, {}, false},
                       {u"deepseek-1"_s, u"deepseek-chat"_s, u"suspended"_s, 3, Milliseconds(42'000), true},
                       {BuiltInChannelId, Demo7, u"available"_s, 0, {}, false}};
    UsageSummary usage;
    usage.requests = 39;
    usage.tokens = {1'460, 9'880, 11'340};
    usage.freeTokensUsed = 603;
    usage.failedAttempts = 3;
    usage.unknownAttempts = 1;
    usage.byKey = {{demo.id, demo.name, 0, {}, 0}, {shop.id, shop.name, 13, {420, 2'900, 3'320}, 0}, {tutorial.id, tutorial.name, 26, {1'040, 6'980, 8'020}, 603}};
    usage.byProvider = {{u"built-in"_s, 1, 0, 0, {12, 591, 603}}, {u"deepseek"_s, 1, 1, 0, {}}, {u"siliconflow"_s, 39, 2, 1, {1'448, 9'289, 10'737}}};
    console.usageSummary = usage;
    // The same sums, spread over hours as a day at work is.
    UsageReport report;
    report.keyNames = {{shop.id, shop.name}, {tutorial.id, tutorial.name}};
    const auto spread = [](qint64 sum, int hour) { return sum / 8 + (hour == 0 ? sum % 8 : 0); };
    for (int hour = 0; hour < 8; ++hour) {
        const auto attempt = [&](const QString &key, const QString &channel, const QString &model, const QString &provider, qint64 prompt, qint64 completion, qint64 attempts) {
            const TokenKinds tokens{spread(prompt, hour), spread(completion, hour), spread(prompt, hour) + spread(completion, hour), spread(completion, hour) / 3, spread(prompt, hour) / 4};
            report.attempts.append({hour + 9, key, channel, model, provider, Outcome::Answered, spread(attempts, hour), 0, 0, tokens});
        };
        attempt(tutorial.id, u"siliconflow-1"_s, R1_32, u"siliconflow"_s, 1'028, 6'389, 25);
        attempt(shop.id, u"siliconflow-1"_s, R1_32, u"siliconflow"_s, 420, 2'900, 12);
        for (int i = 0; i < 30; ++i)
            report.latencies.append({hour + 9, u"siliconflow-1"_s, 28 + (i * 7 + hour) % 12, 1, i % 3 ? 0 : 1});
        report.requests.append({hour + 9, tutorial.id, u"siliconflow-1"_s, R1_32, Ending::FirstTry, spread(25, hour), {spread(1'028, hour), spread(6'389, hour), spread(1'028, hour) + spread(6'389, hour), 0, 0}, 0, 50'000, 0});
        report.requests.append({hour + 9, shop.id, u"siliconflow-1"_s, R1_32, Ending::FirstTry, spread(12, hour), {spread(420, hour), spread(2'900, hour), spread(420, hour) + spread(2'900, hour), 0, 0}, 0, 30'000, 0});
    }
    report.attempts.append({15, tutorial.id, BuiltInChannelId, Demo7, BuiltInChannelId, Outcome::Answered, 1, 0, 0, {12, 591, 603, 0, 0}});
    report.attempts.append({15, tutorial.id, u"siliconflow-1"_s, R1_32, u"siliconflow"_s, Outcome::Overloaded, 1, 0, 0, {9, 240, 249, 0, 0}});
    report.attempts.append({15, tutorial.id, u"siliconflow-1"_s, R1_32, u"siliconflow"_s, Outcome::Timeout, 1, 1, 0, {}});
    report.attempts.append({11, shop.id, u"deepseek-1"_s, u"deepseek-chat"_s, u"deepseek"_s, Outcome::CredentialRefused, 1, 0, 0, {}});
    report.latencies.append({15, BuiltInChannelId, 40, 1, 0});
    report.requests.append({15, tutorial.id, BuiltInChannelId, Demo7, Ending::AfterBackup, 1, {12, 591, 603, 0, 0}, 603, 31'900, 30'745});
    report.requests.append({11, shop.id, {}, {}, Ending::Failed, 1, {}, 0, 210, 0});
    console.usageReport = report;
    console.modelsOfProvider = {R1_32, u"deepseek-ai/DeepSeek-V3"_s, u"Qwen/Qwen2.5-72B-Instruct"_s};
    console.testStages = {{TestStage::Name, StageState::Passed, Milliseconds(4), u"api.example.test is 203.0.113.7"_s, {}, {}, 0, {}},
                          {TestStage::Connect, StageState::Passed, Milliseconds(18), u"connected to port 443"_s, {}, {}, 0, {}},
                          {TestStage::Tls, StageState::Passed, Milliseconds(41), u"TLS 1.3, certificate valid"_s, {}, {}, 0, {}},
                          {TestStage::SignIn, StageState::Failed, Milliseconds(96), u"401: the provider rejected the credential"_s,
                           u"Check that the credential was copied whole"_s, Outcome::CredentialRefused, 401, {}}};
    console.trialRecord = console.exchangesNewestFirst.first();
    console.trialAttempts = console.trialRecord->attempts;
    console.trialResult.exchangeId = console.trialRecord->id;
    console.deletedObjects = {{DeletedObject::Kind::Key, u"key_gone"_s, u"old-demo"_s, QDateTime::currentDateTimeUtc().addDays(-2), u"32B → 7B"_s},
                              {DeletedObject::Kind::Channel, u"ark-1"_s, u"ark-1"_s, QDateTime::currentDateTimeUtc().addDays(-9), u"volcengine-ark"_s}};
}

void addPrices(FakeConsole &console)
{
    Provider provider = *console.catalogue().provider(u"siliconflow");
    Model priced;
    priced.id = R1_32;
    priced.priceIn = 1.26;
    priced.priceOut = 1.26;
    priced.currency = u"CNY"_s;
    provider.models.removeIf([](const Model &model) { return model.id == R1_32; });
    provider.models.append(priced);
    console.stored.providers.append(provider);
}

} // namespace understudy::test
