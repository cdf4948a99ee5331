// SPDX-License-Identifier: GPL-3.0-or-later
// What the gateway of a drill is started with.
#include "DrillBench.h"

#include "catalog/Lookup.h"

using namespace understudy;
using namespace understudy::test;

namespace {

QUrl address(int place) { return QUrl(u"http://127.0.0.1:7/place-%1/v1"_s.arg(place)); }

Result<DrillSetting> settingOf(const DrillBench &bench, bool locked = false)
{
    return drillSetting(bench.stored, locked, bench.catalogue, bench.plan, address);
}

/// A key with a real primary, a failing twin of the same channel, and a built-in backup.
void fill(DrillBench &bench)
{
    bench.addChannel(u"lab"_s, u"https://lab.example/v1"_s, u"m1"_s, ModelType::Chat);
    Model second;
    second.id = u"m2"_s;
    second.context = 4096;
    bench.stored.providers.first().models.append(second);
    bench.stored.channels.first().models.append(u"m2"_s);
    bench.stored.channels.first().modelTypes = {{u"m1"_s, ModelType::Reasoning}, {u"m2"_s, ModelType::Reasoning}};
    bench.key().chain = {{u"lab"_s, u"m1"_s}, {u"lab"_s, u"m2"_s}, {BuiltInChannelId, DemoBackupModel}};
    bench.plan.faults = {DrillFault::Healthy, DrillFault::Unavailable};
}

} // namespace

class TestDrillConfiguration : public QObject {
    Q_OBJECT

private slots:
    void theKeyKeepsItsPolicyAndNothingElse()
    {
        DrillBench bench;
        fill(bench);
        GatewayKey &key = bench.key();
        key.enabled = false;
        key.expiresAt = QDateTime::currentDateTimeUtc().addDays(-1);
        key.limits.requestsPerMinute = 1;
        key.limits.addresses = {u"10.0.0.1"_s};
        key.freeTokens = 1;
        key.policy.retries = 3;
        key.policy.cache.enabled = true;
        key.policy.recordContent = true;
        const Result<DrillSetting> setting = settingOf(bench);
        QVERIFY(setting.ok());
        QCOMPARE(setting->configuration.keys.size(), 1);
        const GatewayKey &drilled = setting->configuration.keys.first();
        QVERIFY(drilled.enabled);
        QVERIFY(!drilled.expiresAt);
        QVERIFY(drilled.limits == KeyLimits());
        QVERIFY(drilled.freeTokens > 1'000'000);
        QVERIFY(!drilled.policy.cache.enabled);
        QVERIFY(!drilled.policy.recordContent);
        QCOMPARE(drilled.policy.retries, 3);
        QVERIFY(drilled.secret != key.secret);
        QVERIFY(settingOf(bench)->configuration.keys.first().secret != drilled.secret);
        QCOMPARE(setting->configuration.settings.listen, u"127.0.0.1:0"_s);
    }

    void timeouts()
    {
        DrillBench bench;
        fill(bench);
        bench.key().policy.timeout = Milliseconds {9000};
        bench.key().policy.firstOutputTimeout = Milliseconds {8000};
        bench.plan.timeout = Milliseconds {300};
        const Policy given = settingOf(bench)->configuration.keys.first().policy;
        QCOMPARE(given.timeout, Milliseconds {300});
        QVERIFY(!given.firstOutputTimeout);
        QCOMPARE(given.idleTimeout, Milliseconds {300});
        QCOMPARE(given.connectTimeout, Milliseconds {300});
        QCOMPARE(drillSlowness(bench.stored, bench.catalogue, bench.plan), Milliseconds {150});
        bench.plan.timeout.reset();
        QVERIFY(settingOf(bench)->configuration.keys.first().policy == bench.key().policy);
        QCOMPARE(drillSlowness(bench.stored, bench.catalogue, bench.plan), Milliseconds {2000});
    }

    void healthyPlacesStayAndFailingOnesMove()
    {
        DrillBench bench;
        fill(bench);
        const Result<DrillSetting> setting = settingOf(bench);
        QVERIFY(setting.ok());
        const Configuration &made = setting->configuration;
        const QList<Candidate> chain = made.keys.first().chain;
        QCOMPARE(chain[0], (Candidate {u"lab"_s, u"m1"_s}));
        QVERIFY(*made.channel(u"lab"_s) == bench.stored.channels.first());
        QVERIFY(chain[1].channel != u"lab"_s);
        QCOMPARE(chain[1].model, u"m2"_s);
        QCOMPARE(setting->ownNames.value(chain[1].channel), u"lab"_s);
        const Result<ResolvedCandidate> moved = resolveCandidate(made, bench.catalogue, chain[1]);
        QVERIFY(moved.ok());
        QCOMPARE(moved->provider->baseUrl, address(1));
        QCOMPARE(moved->model.type, ModelType::Reasoning);
        QCOMPARE(moved->model.context, 4096);
        QVERIFY(moved->channel->credential.literal != bench.stored.channels.first().credential.literal);
        QCOMPARE(chain[2], (Candidate {BuiltInChannelId, DemoBackupModel}));
    }

    void pausedStaysPaused()
    {
        DrillBench bench;
        fill(bench);
        bench.stored.channels.first().enabled = false;
        bench.plan.faults = {DrillFault::Unavailable, DrillFault::Healthy};
        const Result<DrillSetting> setting = settingOf(bench);
        QVERIFY(setting.ok());
        const Configuration &made = setting->configuration;
        for (const Channel &channel : made.channels)
            QVERIFY(!channel.enabled);
        QVERIFY(drillRealCalls(bench.stored, bench.catalogue, bench.plan).isEmpty());
    }

    void realCalls()
    {
        DrillBench bench;
        fill(bench);
        QCOMPARE(drillRealCalls(bench.stored, bench.catalogue, bench.plan), (QList<Candidate> {{u"lab"_s, u"m1"_s}}));
        bench.plan.faults = {DrillFault::Slow, DrillFault::Slow, DrillFault::Slow};
        QVERIFY(drillRealCalls(bench.stored, bench.catalogue, bench.plan).isEmpty());
        bench.plan.faults.clear();
        QCOMPARE(drillRealCalls(bench.stored, bench.catalogue, bench.plan).size(), 2);
    }

    /// What is locked away is not needed when everything that needs it fails.
    void locked()
    {
        DrillBench bench;
        fill(bench);
        QVERIFY(!settingOf(bench, true).ok());
        bench.plan.faults = {DrillFault::Unavailable, DrillFault::Unavailable};
        QVERIFY(settingOf(bench, true).ok());
    }

    void unsetVariableIsStillMissing()
    {
        DrillBench bench;
        fill(bench);
        bench.stored.channels.first().credential = {Secret(), u"UNDERSTUDY_TEST_UNSET"_s};
        bench.plan.faults = {DrillFault::Unavailable};
        const Result<DrillSetting> setting = settingOf(bench);
        QVERIFY(setting.ok());
        QCOMPARE(setting->configuration.channel(setting->configuration.keys.first().chain[0].channel)->credential.environment,
                 u"UNDERSTUDY_TEST_UNSET"_s);
    }
};

QTEST_GUILESS_MAIN(TestDrillConfiguration)
#include "tst_drillconfiguration.moc"
