// SPDX-License-Identifier: GPL-3.0-or-later
// Every sentence of the contract (tests/README.md) and every promise of SECURITY.md names tests that exist.
#include "cli/CommandTable.h"
#include "domain/Configuration.h"
#include "domain/Outcome.h"

#include <QDirIterator>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

QString content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString fromRoot(const QString &path) { return QStringLiteral(SOURCE_ROOT) + u'/' + path; }

/// The test programs: their functions by name. Only what a CMakeLists.txt builds counts.
class Programs {
public:
    Programs()
    {
        static const QRegularExpression function(uR"(\bvoid (?:\w+::)?(\w+)\(\))"_s), other(uR"(add_test\(NAME (\w+) )"_s);
        for (QDirIterator it(fromRoot(u"tests"_s), {u"CMakeLists.txt"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            const QString path = it.next(), built = content(path);
            for (auto match = other.globalMatch(built); match.hasNext();)
                m_functions[match.next().captured(1)];
            const QDir folder = QFileInfo(path).dir();
            for (const QString &source : folder.entryList({u"tst_*.cpp"_s, u"fuzz_*.cpp"_s}, QDir::Files)) {
                const QString name = QFileInfo(source).completeBaseName();
                if (!builds(built, name) && !builds(built, name.section(u'_', 1)) && !built.contains(u"/tst_*.cpp)"_s))
                    continue;
                QSet<QString> &functions = m_functions[name];
                for (auto match = function.globalMatch(content(folder.filePath(source))); match.hasNext();)
                    functions.insert(match.next().captured(1));
            }
        }
    }

    /// Empty when "tst_x" or "tst_x: a, b" is there; else what is not.
    QString missing(const QString &reference) const
    {
        const QString program = reference.section(u':', 0, 0).trimmed();
        const auto found = m_functions.constFind(program);
        if (found == m_functions.cend())
            return u"no test program "_s + program;
        if (!reference.contains(u':'))
            return {};
        for (const QString &function : reference.section(u':', 1).split(u',')) {
            if (!found->contains(function.trimmed()))
                return u"no test “%1” in %2"_s.arg(function.trimmed(), program);
        }
        return {};
    }
    qsizetype count() const { return m_functions.size(); }

private:
    static bool builds(const QString &cmake, const QString &name)
    {
        return cmake.contains(QRegularExpression(u"(^|[\\s(])%1($|[\\s).])"_s.arg(name), QRegularExpression::MultilineOption));
    }
    QHash<QString, QSet<QString>> m_functions;
};

struct Row {
    QString id;
    QString text;
    QStringList tests;
};

QStringList references(const QString &cell)
{
    QStringList list;
    static const QRegularExpression quoted(u"`([^`]+)`"_s);
    for (auto match = quoted.globalMatch(cell); match.hasNext();)
        list.append(match.next().captured(1));
    return list;
}

/// The rows "| id | text | tests |" whose id fits. The text may hold no bar.
QList<Row> rows(const QString &text, const QString &idPattern)
{
    const QRegularExpression row(u"^\\| (%1) \\| (.+) \\| ([^|]*) \\|$"_s.arg(idPattern), QRegularExpression::MultilineOption);
    QList<Row> list;
    for (auto match = row.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        list.append({found.captured(1), found.captured(2).trimmed(), references(found.captured(3))});
    }
    return list;
}

/// What is wrong with a table; `sizes`: how many rows each section must have.
QStringList faults(const QList<Row> &table, const QList<int> &sizes, const Programs &programs)
{
    QStringList wrong;
    QHash<int, int> last;
    QSet<QString> texts;
    for (const Row &row : table) {
        const int section = row.id.mid(1).section(u'.', 0, 0).toInt(), number = row.id.section(u'.', 1).toInt();
        if (number != ++last[section])
            wrong.append(row.id + u": a number is missing before it, or it comes twice"_s);
        last[section] = number;
        if (row.text.size() < 12 || texts.contains(row.text))
            wrong.append(row.id + u": says nothing, or what another row says"_s);
        texts.insert(row.text);
        if (row.tests.isEmpty())
            wrong.append(row.id + u": no test"_s);
        for (const QString &test : row.tests) {
            if (const QString missing = programs.missing(test); !missing.isEmpty())
                wrong.append(row.id + u": "_s + missing);
        }
    }
    for (int section = 1; section <= sizes.size(); ++section) {
        if (last.value(section) != sizes[section - 1])
            wrong.append(u"§%1: %2 rows, and its heading says %3"_s.arg(section).arg(last.value(section)).arg(sizes[section - 1]));
    }
    return wrong;
}

const QString ContractId = u"§\\d\\.\\d+"_s, PromiseId = u"S\\d+"_s;

/// "### §3 Streams and the commit point (16)": the last row cannot go unnoticed either.
QList<int> statedSizes(const QString &text)
{
    QList<int> sizes;
    static const QRegularExpression heading(u"^### §(\\d) .*\\((\\d+)\\)$"_s, QRegularExpression::MultilineOption);
    for (auto match = heading.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        if (found.captured(1).toInt() == sizes.size() + 1)
            sizes.append(found.captured(2).toInt());
    }
    return sizes;
}

} // namespace

class TestPromises final : public QObject {
    Q_OBJECT

private slots:
    /// The examination itself finds each kind of fault.
    void faultsAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("sound") << u"| §1.1 | a sentence that holds | `tst_promises: faultsAreFound` |\n| §1.2 | another that holds | `tst_promises` |"_s << QString();
        QTest::newRow("no test") << u"| §1.1 | a sentence that holds | by reading |\n| §1.2 | another that holds | `tst_promises` |"_s << u"§1.1: no test"_s;
        QTest::newRow("no such program") << u"| §1.1 | a sentence that holds | `tst_dreams` |\n| §1.2 | another that holds | `tst_promises` |"_s << u"tst_dreams"_s;
        QTest::newRow("no such function") << u"| §1.1 | a sentence that holds | `tst_promises: dreams` |\n| §1.2 | another that holds | `tst_promises` |"_s << u"dreams"_s;
        QTest::newRow("a gap") << u"| §1.2 | a sentence that holds | `tst_promises` |"_s << u"missing before"_s;
        QTest::newRow("twice") << u"| §1.1 | a sentence that holds | `tst_promises` |\n| §1.1 | another that holds | `tst_promises` |"_s << u"comes twice"_s;
        QTest::newRow("the last one is gone") << u"| §1.1 | a sentence that holds | `tst_promises` |"_s << u"heading says 2"_s;
        QTest::newRow("the same again") << u"| §1.1 | a sentence that holds | `tst_promises` |\n| §1.2 | a sentence that holds | `tst_promises` |"_s << u"another row"_s;
    }
    void faultsAreFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, fault);
        const QString all = faults(rows(text, ContractId), {2}, m_programs).join(u'\n');
        if (fault.isEmpty())
            QCOMPARE(all, QString());
        else
            QVERIFY2(all.contains(fault), qPrintable(all));
    }

    void everySentenceHasItsTest()
    {
        QVERIFY(m_programs.count() > 80);
        const QString text = content(fromRoot(u"tests/README.md"_s));
        const QList<int> sizes = statedSizes(text);
        QCOMPARE(sizes.size(), 9);
        const QList<Row> table = rows(text, ContractId);
        QCOMPARE(qsizetype(text.count(QRegularExpression(u"^\\| *§\\d"_s, QRegularExpression::MultilineOption))), table.size()); // no row of another shape is passed over
        const QStringList wrong = faults(table, sizes, m_programs);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    /// The numbers of the contract, as literals: a default that is changed by accident is noticed here.
    void theDefaultsAreThoseOfTheContract()
    {
        using namespace std::chrono_literals;
        const Policy policy;
        QCOMPARE(policy.retries, 1);
        QVERIFY(policy.attemptTimeout(false) == 60s && policy.attemptTimeout(true) == 180s);
        QVERIFY(policy.idleTimeout == 60s && policy.deadline == 590s && policy.connectTimeout == 10s);
        QVERIFY(policy.backoff == 100ms && policy.retryAfterCap == 10min);
        QVERIFY(!policy.emptyAnswerIsFailure && !policy.recordContent && policy.failOverOn.isEmpty());
        QVERIFY(!policy.cache.enabled && policy.cache.ttl == 5min);
        QVERIFY(policy.breaker.enabled && policy.breaker.failures == 3 && policy.breaker.suspend == 15s);
        QCOMPARE(GatewayKey{}.freeTokens, 500000);
        const Settings settings;
        QCOMPARE(settings.listen, u"127.0.0.1:17177"_s);
        QVERIFY(settings.allowedHosts.isEmpty() && settings.allowedOrigins.isEmpty());
        QCOMPARE(settings.limits.maxBodyBytes, 64 * 1024 * 1024);
        QCOMPARE(settings.limits.maxBufferedBytes, 512 * 1024 * 1024);
        QCOMPARE(settings.limits.maxHeaderBytes, 64 * 1024);
        QCOMPARE(settings.limits.maxTargetBytes, 8 * 1024);
        QCOMPARE(settings.limits.maxConnections, 4096);
        QVERIFY(settings.limits.headerTimeout == 10s && settings.limits.drain == 10s);
    }

    /// What the sources enumerate, the contract names.
    void everyOutcomeAndCommandIsNamed()
    {
        QString text;
        for (const Row &row : rows(content(fromRoot(u"tests/README.md"_s)), ContractId))
            text += row.text + u'\n';
        for (int outcome = 0; outcome < OutcomeCount; ++outcome) {
            const QString name = word(Outcome(outcome));
            QVERIFY2(text.contains(u'*' + name + u'*'), qPrintable(name));
        }
        for (const cli::CommandSpec &command : cli::commandTable()) {
            const QString name = QString::fromLatin1(command.path).section(u' ', 0, 0);
            QVERIFY2(text.contains(name), qPrintable(name));
        }
    }

    void everySecurityPromiseHasItsTest()
    {
        const QString text = content(fromRoot(u"SECURITY.md"_s));
        const QList<Row> table = rows(text, PromiseId);
        QVERIFY(table.size() >= 25);
        QCOMPARE(qsizetype(text.count(QRegularExpression(u"^\\| S\\d"_s, QRegularExpression::MultilineOption))), table.size());
        for (int i = 0; i < table.size(); ++i) {
            const Row &row = table[i];
            QCOMPARE(row.id, u"S%1"_s.arg(i + 1));
            QVERIFY2(!row.tests.isEmpty(), qPrintable(row.id));
            for (const QString &test : row.tests)
                QVERIFY2(m_programs.missing(test).isEmpty(), qPrintable(row.id + u": "_s + m_programs.missing(test)));
        }
        for (const char *section : {"## Reporting", "## What we defend against", "## Promises", "## Out of scope"})
            QVERIFY2(text.contains(QLatin1StringView(section)), section);
    }

private:
    const Programs m_programs;
};

QTEST_GUILESS_MAIN(TestPromises)
#include "tst_promises.moc"
