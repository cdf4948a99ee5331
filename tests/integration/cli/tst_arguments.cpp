// SPDX-License-Identifier: GPL-3.0-or-later
// The parser and the help of the command line, without running a command.
#include "cli/Arguments.h"
#include "cli/CommandTable.h"
#include "cli/Help.h"
#include "cli/Values.h"

#include <QTest>

using namespace understudy;
using namespace understudy::cli;
using namespace Qt::StringLiterals;

class TestArguments : public QObject {
    Q_OBJECT

    static QString text(const char *utf8) { return QString::fromUtf8(utf8); }

private slots:
    void understood_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("positionals");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QStringList>("values");
        QTest::newRow("plain") << QStringList{u"usage"_s} << "usage" << QStringList{} << "" << QStringList{};
        QTest::newRow("two words") << QStringList{u"key"_s, u"show"_s, u"app"_s} << "key show" << QStringList{u"app"_s} << "" << QStringList{};
        QTest::newRow("value apart") << QStringList{u"usage"_s, u"--since"_s, u"1h"_s} << "usage" << QStringList{} << "since" << QStringList{u"1h"_s};
        QTest::newRow("value joined") << QStringList{u"usage"_s, u"--since=1h"_s} << "usage" << QStringList{} << "since" << QStringList{u"1h"_s};
        QTest::newRow("repeated") << QStringList{u"key"_s, u"create"_s, u"k"_s, u"--model"_s, u"a/b"_s, u"--model=c/d"_s} << "key create" << QStringList{u"k"_s} << "model"
                                  << QStringList{u"a/b"_s, u"c/d"_s};
        QTest::newRow("common before") << QStringList{u"--data-dir"_s, u"/x"_s, u"--json"_s, u"export"_s} << "export" << QStringList{} << "data-dir" << QStringList{u"/x"_s};
        QTest::newRow("minus is a word") << QStringList{u"import"_s, u"-"_s} << "import" << QStringList{u"-"_s} << "" << QStringList{};
        QTest::newRow("minus as value") << QStringList{u"channel"_s, u"add"_s, u"x"_s, u"--credential"_s, u"-"_s} << "channel add" << QStringList{u"x"_s} << "credential" << QStringList{u"-"_s};
        QTest::newRow("after two minuses") << QStringList{u"explain"_s, u"--"_s, u"--id"_s} << "explain" << QStringList{u"--id"_s} << "" << QStringList{};
    }
    void understood()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, command);
        QFETCH(QStringList, positionals);
        QFETCH(QString, option);
        QFETCH(QStringList, values);
        const Result<Arguments> parsed = parseArguments(words, commandTable());
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error().text));
        QVERIFY(parsed->command);
        QCOMPARE(text(parsed->command->path), command);
        QCOMPARE(parsed->positionals, positionals);
        if (!option.isEmpty())
            QCOMPARE(parsed->values(option), values);
    }

    void refused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QStringList{} << "--help";
        QTest::newRow("no such command") << QStringList{u"srve"_s} << "Did you mean “serve”";
        QTest::newRow("half a command") << QStringList{u"key"_s} << "create, list, show";
        QTest::newRow("wrong half") << QStringList{u"key"_s, u"lst"_s} << "Did you mean “list”";
        QTest::newRow("no such option") << QStringList{u"usage"_s, u"--snce"_s, u"1h"_s} << "Did you mean “--since”";
        QTest::newRow("missing word") << QStringList{u"explain"_s} << "REQUEST-ID";
        QTest::newRow("missing value") << QStringList{u"usage"_s, u"--since"_s} << "needs a value";
        QTest::newRow("another option as value") << QStringList{u"usage"_s, u"--since"_s, u"--json"_s} << "needs a value";
        QTest::newRow("switch with value") << QStringList{u"usage"_s, u"--json=1"_s} << "takes no value";
        QTest::newRow("twice") << QStringList{u"usage"_s, u"--since"_s, u"1h"_s, u"--since"_s, u"2h"_s} << "given twice";
        QTest::newRow("too many words") << QStringList{u"usage"_s, u"all"_s} << "no use for “all”";
        QTest::newRow("short option") << QStringList{u"usage"_s, u"-x"_s} << "no option";
        QTest::newRow("drill of nothing") << QStringList{u"drill"_s} << "KEY";
    }
    void refused()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, says);
        const Result<Arguments> parsed = parseArguments(words, commandTable());
        QVERIFY(!parsed.ok());
        QCOMPARE(parsed.error().kind, ErrorKind::Invalid);
        QVERIFY2(parsed.error().text.contains(says), qPrintable(parsed.error().text));
    }

    void secretsAreNotRepeated_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("as a word") << QStringList{u"channel"_s, u"add"_s, u"sf"_s, u"sk-invented123456"_s};
        QTest::newRow("as a command") << QStringList{u"sk-invented123456"_s};
        QTest::newRow("in a wrong option") << QStringList{u"channel"_s, u"add"_s, u"sf"_s, u"--api-key"_s, u"sk-invented123456"_s};
        QTest::newRow("joined to a wrong option") << QStringList{u"channel"_s, u"add"_s, u"sf"_s, u"--api-key=sk-invented123456"_s};
        QTest::newRow("second word") << QStringList{u"key"_s, u"sk-invented123456"_s};
    }
    void secretsAreNotRepeated()
    {
        QFETCH(QStringList, words);
        const Result<Arguments> parsed = parseArguments(words, commandTable());
        QVERIFY(!parsed.ok());
        QVERIFY2(!parsed.error().toString().contains(u"invented"_s), qPrintable(parsed.error().text));
    }

    /// The help of every command names every word and option it takes, and has an example that the parser takes.
    void helpTeaches()
    {
        for (const CommandSpec &command : commandTable()) {
            const QString help = commandHelp(command);
            QVERIFY2(generalHelp(commandTable()).contains(text(command.path)), command.path);
            QVERIFY2(QByteArrayView(command.details).size() > 20, command.path);
            QVERIFY2(!command.examples.empty(), command.path);
            for (const OptionSpec &option : command.options)
                QVERIFY2(help.contains(u"--"_s + text(option.name)), option.name);
            for (const PositionalSpec &positional : command.positionals)
                QVERIFY2(help.contains(text(positional.name)), positional.name);
            const QStringList words{text(command.path).split(u' ')};
            QVERIFY(parseArguments(words + QStringList{u"--help"_s}, commandTable())->help);
            QVERIFY(parseArguments(QStringList{u"help"_s} + words, commandTable())->help);
        }
    }

    void durations_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("ms"); // −1: refused
        QTest::newRow("milliseconds") << "500ms" << qint64(500);
        QTest::newRow("seconds") << "60s" << qint64(60'000);
        QTest::newRow("half seconds") << "1.5s" << qint64(1500);
        QTest::newRow("minutes") << "2m" << qint64(120'000);
        QTest::newRow("days") << "7d" << qint64(604'800'000);
        QTest::newRow("no unit") << "60" << qint64(-1);
        QTest::newRow("other unit") << "60x" << qint64(-1);
        QTest::newRow("empty") << "" << qint64(-1);
        QTest::newRow("negative") << "-5s" << qint64(-1);
    }
    void durations()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, ms);
        const Result<Milliseconds> parsed = parseDuration(typed);
        QCOMPARE(parsed ? qint64(parsed->count()) : -1, ms);
    }

    void since_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("utc"); // empty: refused
        QTest::newRow("age") << "1h" << "2026-03-05T11:30:00.000Z";
        QTest::newRow("today") << "today" << "2026-03-05T00:00:00.000Z";
        QTest::newRow("with offset") << "2026-03-01T10:00:00Z" << "2026-03-01T10:00:00.000Z";
        QTest::newRow("other offset") << "2026-03-01T10:00:00+08:00" << "2026-03-01T02:00:00.000Z";
        QTest::newRow("nonsense") << "yesterday-ish" << "";
    }
    void since()
    {
        QFETCH(QString, typed);
        QFETCH(QString, utc);
        const WallTime now(Milliseconds(QDateTime::fromString(u"2026-03-05T12:30:00Z"_s, Qt::ISODate).toMSecsSinceEpoch()));
        const Result<WallTime> parsed = parseSince(typed, now);
        QCOMPARE(parsed ? isoTime(*parsed) : QString(), utc);
    }
};

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
