// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/ChannelRemoval.h"
#include "configuration/OwnProvider.h"
#include "configuration/Rules.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

Channel channel(const QString &id)
{
    Channel made;
    made.id = id;
    made.provider = u"deepseek"_s;
    made.name = id;
    made.models = {u"deepseek-chat"_s};
    return made;
}

GatewayKey key(const QString &name, const QStringList &channels)
{
    GatewayKey made;
    made.id = u"key_"_s + name;
    made.name = name;
    for (const QString &id : channels)
        made.chain.append({id, u"deepseek-chat"_s});
    return made;
}

QStringList channelsOf(const GatewayKey &key)
{
    QStringList ids;
    for (const Candidate &candidate : key.chain)
        ids.append(candidate.channel);
    return ids;
}

} // namespace

class TestChannelRemoval : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_before = {};
        m_before.channels = {channel(u"a"_s), channel(u"b"_s), channel(u"c"_s)};
        m_before.keys = {key(u"one"_s, {u"a"_s, u"b"_s, u"c"_s}), key(u"two"_s, {u"c"_s}), key(u"three"_s, {u"b"_s, u"a"_s})};
        QVERIFY(validate(m_before, m_catalogue));
    }

    void saysWhatBecomesOfTheChains()
    {
        const auto removal = planRemoval(m_before, u"b");
        QVERIFY(removal);
        QVERIFY(!removal->blocked());
        QCOMPARE(removal->chains.size(), 2);
        QCOMPARE(removal->chains.first().keyName, u"one"_s);
        QCOMPARE(removal->chains.first().after.size(), 2);
        QVERIFY(!planRemoval(m_before, u"nobody"));
    }

    void aKeyWithNothingElseBlocks()
    {
        const auto removal = planRemoval(m_before, u"c");
        QVERIFY(removal->blocked());
    }

    void removingAndUndoingIsNothing()
    {
        const auto removal = planRemoval(m_before, u"b");
        const Configuration without = withoutChannel(m_before, *removal);
        QVERIFY(validate(without, m_catalogue));
        QVERIFY(!without.channel(u"b"));
        QCOMPARE(channelsOf(without.keys.first()), (QStringList{u"a"_s, u"c"_s}));
        Configuration back = withChannelBack(without, *removal);
        QVERIFY(validate(back, m_catalogue));
        QCOMPARE(back.keys, m_before.keys);
        QCOMPARE(withChannelBack(back, *removal), back); // twice is once
    }

    void undoingRespectsWhatHappenedSince()
    {
        const auto removal = planRemoval(m_before, u"b");
        Configuration since = withoutChannel(m_before, *removal);
        since.keys.removeAt(2);                        // a key was deleted
        since.keys.first().chain.removeLast();         // a chain was edited
        const Configuration back = withChannelBack(since, *removal);
        QVERIFY(validate(back, m_catalogue));
        QCOMPARE(channelsOf(back.keys.first()), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(back.keys.size(), 2);
    }

    void aProviderIsListedOnlyWhileItDiffers()
    {
        Provider own = withModels(*m_catalogue.provider(u"deepseek"), {u"deepseek-chat"_s, u"deepseek-r1-distill-32b"_s});
        QCOMPARE(own.origin, ProviderOrigin::Catalogue);
        QCOMPARE(own.models.last().type, ModelType::Reasoning);
        Configuration configuration;
        setProvider(configuration, m_catalogue, own);
        QCOMPARE(configuration.providers.size(), 1);
        setProvider(configuration, m_catalogue, own);
        QCOMPARE(configuration.providers.size(), 1);
        setProvider(configuration, m_catalogue, *m_catalogue.provider(u"deepseek"));
        QVERIFY(configuration.providers.isEmpty());
    }

    void idsAreFreeAndValid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        QTest::newRow("plain") << u"Office server"_s << u"office-server"_s;
        QTest::newRow("taken by the catalogue") << u"DeepSeek"_s << u"deepseek-2"_s;
        QTest::newRow("reserved") << u"Built in"_s << u"built-in-2"_s;
        QTest::newRow("Chinese") << u"内网推理"_s << u"own-1"_s;
        QTest::newRow("signs") << u"--A..B--"_s << u"a-b"_s;
        QTest::newRow("long") << QString(64, u'x') << QString(32, u'x');
    }
    void idsAreFreeAndValid()
    {
        QFETCH(QString, name);
        const QString id = freeProviderId({}, m_catalogue, name);
        QTEST(id, "id");
        QVERIFY(checkId(id));
    }

    void channelIdsStayShort()
    {
        Configuration configuration;
        const QString provider(32, u'p');
        for (int i = 0; i < 12; ++i) {
            const QString id = freeChannelId(configuration, provider);
            QVERIFY2(checkId(id), qPrintable(id));
            QVERIFY(!configuration.channel(id));
            configuration.channels.append(channel(id));
        }
    }

private:
    Catalogue m_catalogue = *Catalogue::load();
    Configuration m_before;
};

QTEST_GUILESS_MAIN(TestChannelRemoval)
#include "tst_channelremoval.moc"
