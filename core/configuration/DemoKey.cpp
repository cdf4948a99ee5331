// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/DemoKey.h"

#include "configuration/KeySecret.h"
#include "domain/Provider.h"

namespace understudy {

GatewayKey makeDemoKey()
{
    GatewayKey key;
    key.id = makeKeyId();
    key.name = DemoKeyName;
    key.description = QStringLiteral("A demonstration: a simulated model that fails, and one that steps in");
    key.secret = makeKeySecret();
    key.chain = {{BuiltInChannelId, DemoPrimaryModel}, {BuiltInChannelId, DemoBackupModel}};
    key.policy.retries = 1;
    key.policy.timeout = Milliseconds{2000};
    return key;
}

bool isDemoKey(const GatewayKey &key)
{
    const QList<Candidate> chain{{BuiltInChannelId, DemoPrimaryModel}, {BuiltInChannelId, DemoBackupModel}};
    return key.name == DemoKeyName && key.chain == chain;
}

} // namespace understudy
