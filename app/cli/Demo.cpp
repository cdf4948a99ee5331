// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Demo.h"

#include "configuration/DemoKey.h"
#include "gateway/DemoFaults.h"
#include "snippets/Snippets.h"

namespace understudy::cli {

using namespace Qt::StringLiterals;

Result<GatewayKey> demoKey(Session &session)
{
    const Result<StoredConfiguration> stored = session.change([](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        if (!after.keyNamed(DemoKeyName))
            after.keys.append(makeDemoKey());
        return after;
    });
    if (!stored)
        return stored.error();
    return *stored->configuration.keyNamed(DemoKeyName);
}

void playDemoFaults(SimulatedFaults &faults)
{
    faults.set(DemoPrimaryModel, demoFaults());
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
