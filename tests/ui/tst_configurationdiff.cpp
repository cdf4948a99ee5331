// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConfigurationDiff.h"
#include "ui/FakeConsole.h"
#include "words/MemberWords.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;
using diff::Change;
using diff::Entry;
using diff::Part;
using Edit = std::function<void(Configuration &)>;

Q_DECLARE_METATYPE(Edit)

namespace {

const QByteArray Invented = "sk-invented-invented-invented-9876";

Configuration sample()
{
    test::FakeConsole console(test::FakeConsole::Start::Sample);
    return console.stored;
}

/// "changed channel siliconflow-1: enabled true→false; secret credential replaced" …, what is the same left out.
QStringList told(const QList<Entry> &entries)
{
    QStringList lines;
    for (const Entry &entry : entries) {
        if (entry.change == Change::Same)
            continue;
        QString line = entry.change == Change::New ? u"new "_s : u"changed "_s;
        line += QStringList{u"settings"_s, u"provider"_s, u"channel"_s, u"key"_s}.at(int(entry.reference.part)) + u' ' + entry.reference.id + u':';
        for (const diff::Member &member : entry.members) {
            line += u' ' + member.path;
            if (member.kind == diff::Member::Kind::Value)
                line += u'=' + member.mine + u"→"_s + member.theirs;
            else
                line += QStringList{QString(), u"(added)"_s, u"(replaced)"_s, u"(removed)"_s}.at(int(member.kind));
        }
        if (!entry.receiver.isEmpty())
            line += u" to "_s + entry.receiver;
        if (!entry.exposed.isEmpty())
            line += u" exposing "_s + entry.exposed.join(u',');
        lines.append(line);
    }
    return lines;
}

} // namespace

class TestConfigurationDiff : public QObject {
    Q_OBJECT

private slots:
    void differences_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, Edit edit, const QStringList &expected) { QTest::newRow(name) << std::move(edit) << expected; };
        const Configuration stored = sample();
        const QString channel = stored.channels.first().id;
        const QString key = stored.keys.first().id;

        QStringList names;
        for (const Channel &entry : stored.channels) {
            if (entry.provider == u"siliconflow"_s)
                names.append(entry.name);
        }

        row("nothing", [](Configuration &) {}, {});
        row("settings", [](Configuration &c) { c.settings.listen = u"0.0.0.0:80"_s; c.settings.limits.drain = Milliseconds(5000); },
            {u"changed settings : listen=127.0.0.1:17177→0.0.0.0:80 limits.drainMs=10000→5000"_s});
        row("channel paused", [](Configuration &c) { c.channels.first().enabled = false; }, {u"changed channel %1: enabled=true→false"_s.arg(channel)});
        row("credential replaced", [](Configuration &c) { c.channels.first().credential.literal = Secret(Invented); },
            {u"changed channel %1: credential(replaced) to https://api.siliconflow.cn"_s.arg(channel)});
        row("credential removed", [](Configuration &c) { c.channels.first().credential = {}; }, {u"changed channel %1: credential(removed)"_s.arg(channel)});
        row("credential from a variable", [](Configuration &c) { c.channels.first().credential = {Secret(), u"SF_KEY"_s}; },
            {u"changed channel %1: credential=→env:SF_KEY credential(removed) to https://api.siliconflow.cn"_s.arg(channel)});
        row("proxy with a user", [](Configuration &c) { c.channels.first().proxy = {ProxyChoice::Kind::Url, QUrl(u"http://ada:hush@proxy.example:3128"_s)}; },
            {u"changed channel %1: proxy=system→http://proxy.example:3128 proxy.user(added)"_s.arg(channel)});
        row("header value", [](Configuration &c) { c.channels.first().headers = {{"X-Team", Invented}}; },
            {u"changed channel %1: headers=→X-Team to https://api.siliconflow.cn"_s.arg(channel)});
        row("a provider moves and takes the credential along",
            [](Configuration &c) {
                Provider moved;
                moved.id = u"siliconflow"_s;
                moved.name = u"SiliconFlow"_s;
                moved.baseUrl = QUrl(u"https://evil.example/v1"_s);
                c.providers.append(moved);
            },
            {u"new provider siliconflow: baseUrl=→https://evil.example/v1 to https://evil.example exposing "_s + names.join(u',')});
        row("policy", [](Configuration &c) { c.keys.first().policy.retries = 3; c.keys.first().policy.timeout = Milliseconds(60000);
                                             c.keys.first().policy.recordContent = !c.keys.first().policy.recordContent; },
            {u"changed key %1: policy.retries=%2→3 policy.timeoutMs=%3→60000 policy.recordContent=%4→%5"_s.arg(key).arg(stored.keys.first().policy.retries)
                 .arg(stored.keys.first().policy.timeout ? QString::number(stored.keys.first().policy.timeout->count()) : QString(),
                      stored.keys.first().policy.recordContent ? u"true"_s : u"false"_s, stored.keys.first().policy.recordContent ? u"false"_s : u"true"_s)});
        row("key's secret", [](Configuration &c) { c.keys.first().secret = Secret(Invented); }, {u"changed key %1: secret(replaced)"_s.arg(key)});
        row("new key", [](Configuration &c) { GatewayKey made; made.id = u"key_new"_s; made.name = u"new"_s; made.chain = {{u"a"_s, u"m"_s}, {u"b"_s, u"n"_s}}; c.keys.append(made); },
            {u"new key key_new: chain=→a/m → b/n"_s});
        row("gone in the file stays", [](Configuration &c) { c.keys.clear(); }, {});
    }
    void differences()
    {
        QFETCH(Edit, edit);
        QFETCH(QStringList, expected);
        test::FakeConsole console(test::FakeConsole::Start::Sample);
        const Configuration mine = sample();
        Configuration theirs = mine;
        edit(theirs);
        const QStringList lines = told(diff::differences(mine, theirs, console.catalogue()));
        QCOMPARE(lines, expected);
        QVERIFY2(!lines.join(u'\n').contains(QString::fromLatin1(Invented)) && !lines.join(u'\n').contains(u"hush"_s), "a secret");
    }

    void everyMemberIsSeen()
    {
        // A member that differences() forgot shows as a changed part without members.
        test::FakeConsole console(test::FakeConsole::Start::Sample);
        const Configuration mine = sample();
        const QList<Edit> edits{
            [](Configuration &c) { c.channels.first().description = u"x"_s; },
            [](Configuration &c) { c.channels.first().autoTest = false; },
            [](Configuration &c) { c.channels.first().modelTypes.insert(c.channels.first().models.first(), ModelType::Chat); },
            [](Configuration &c) { c.channels.first().limits = {1, 2, 3}; },
            [](Configuration &c) { c.keys.first().description = u"other"_s; },
            [](Configuration &c) { c.keys.first().enabled = false; },
            [](Configuration &c) { c.keys.first().expiresAt = QDateTime(QDate(2030, 1, 1), QTime(0, 0)); },
            [](Configuration &c) { c.keys.first().freeTokens = 1; },
            [](Configuration &c) { c.keys.first().limits = {1, 2, 3, {u"10.0.0.0/8"_s}}; },
            [](Configuration &c) { c.keys.first().policy.failOverOn = {Outcome::CallerFault}; },
            [](Configuration &c) { c.keys.first().policy.breaker.suspend = Milliseconds(1); },
            [](Configuration &c) { c.keys.first().policy.breaker.enabled = false; },
            [](Configuration &c) { c.keys.first().policy.cache.enabled = !c.keys.first().policy.cache.enabled; },
            [](Configuration &c) { c.keys.first().policy.cache.ttl = std::chrono::seconds(7); },
            [](Configuration &c) { c.keys.first().policy.retryAfterCap = Milliseconds(7); },
            [](Configuration &c) { c.keys.first().policy.emptyAnswerIsFailure = !c.keys.first().policy.emptyAnswerIsFailure; },
        };
        for (int i = 0; i < edits.size(); ++i) {
            Configuration theirs = mine;
            edits[i](theirs);
            bool seen = false;
            const QList<Entry> entries = diff::differences(mine, theirs, console.catalogue());
            for (const Entry &entry : entries) {
                seen = seen || (entry.change == Change::Changed && !entry.members.isEmpty());
                for (const diff::Member &member : entry.members)
                    QVERIFY2(words::memberName(member.path) != member.path, qPrintable(member.path));
            }
            QVERIFY2(seen, qPrintable(QString::number(i)));
        }
    }

    void chosenPartsAreLaidOverAndTakenBack()
    {
        const Configuration mine = sample();
        Configuration theirs = mine;
        theirs.settings.listen = u"0.0.0.0:1"_s;
        theirs.keys.first().description = u"theirs"_s;
        theirs.channels.first().description = u"theirs"_s;
        GatewayKey made = mine.keys.first();
        made.id = u"key_new"_s;
        made.name = u"new"_s;
        theirs.keys.append(made);
        const QList<diff::Reference> taken{{Part::Key, made.id}, {Part::Key, mine.keys.first().id}};
        const Configuration applied = diff::laidOver(mine, theirs, taken);
        QCOMPARE(applied.keys.size(), mine.keys.size() + 1);
        QCOMPARE(applied.keys.first().description, u"theirs"_s);
        QCOMPARE(applied.channels, mine.channels);
        QCOMPARE(applied.settings, mine.settings);
        QCOMPARE(diff::laidOver(applied, mine, taken), mine);
        QCOMPARE(diff::laidOver(mine, theirs, {{Part::Settings, {}}}).settings.listen, u"0.0.0.0:1"_s);
    }

    void valuesAreReadable_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("time") << u"policy.timeoutMs"_s << u"60000"_s << u"1 min"_s;
        QTest::newRow("seconds") << u"policy.cache.ttlSeconds"_s << u"300"_s << u"5 min"_s;
        QTest::newRow("flag") << u"enabled"_s << u"false"_s << u"off"_s;
        QTest::newRow("nothing") << u"description"_s << QString() << u"not set"_s;
        QTest::newRow("text") << u"name"_s << u"demo"_s << u"demo"_s;
    }
    void valuesAreReadable()
    {
        QFETCH(QString, path);
        QFETCH(QString, value);
        QTEST(words::memberValue(path, value), "text");
    }
};

QTEST_GUILESS_MAIN(TestConfigurationDiff)
#include "tst_configurationdiff.moc"
