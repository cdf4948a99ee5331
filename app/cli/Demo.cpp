// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Demo.h"

#include "configuration/KeySecret.h"
#include "gateway/SimulatedFaults.h"
#include "snippets/Snippets.h"

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

const QString KeyName = u"demo"_s;
const QString Primary = u"demo/DeepSeek-R1-Distill-Qwen-32B"_s;
const QString Backup = u"demo/DeepSeek-R1-Distill-Qwen-7B"_s;
constexpr Milliseconds Patience{2000};

GatewayKey makeDemoKey()
{
    GatewayKey key;
    key.id = makeKeyId();
    key.name = KeyName;
    key.description = u"Made by serve --demo: a simulated model that fails, and one that steps in"_s;
    key.secret = makeKeySecret();
    key.chain = {{BuiltInChannelId, Primary}, {BuiltInChannelId, Backup}};
    key.policy.retries = 1;
    key.policy.timeout = Patience;
    return key;
}

} // namespace

Result<GatewayKey> demoKey(Session &session)
{
    const Result<StoredConfiguration> stored = session.change([](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        if (!after.keyNamed(KeyName))
            after.keys.append(makeDemoKey());
        return after;
    });
    if (!stored)
        return stored.error();
    return *stored->configuration.keyNamed(KeyName);
}

void playDemoFaults(SimulatedFaults &faults)
{
    faults.set(Primary, {{SimulatedFault::Kind::Status, 503}, {SimulatedFault::Kind::Hang, 0}});
}

QString demoText(const GatewayKey &key, const QString &baseUrl)
{
    SnippetInput input;
    input.baseUrl = baseUrl;
    input.model = u"auto"_s;
    input.keyName = key.name;
    input.timeout = Milliseconds(30'000);
    input.keyToFillIn = key.secret;
    return u"\nTry it in another terminal. The first model fails (an error, then silence); the second one steps in:\n\n"_s + snippet(SnippetLanguage::Curl, input)
        + u"\nThen see what happened:  understudy-cli log\n"_s;
}

} // namespace understudy::cli
