// SPDX-License-Identifier: GPL-3.0-or-later
// The law of the house: which folder may include which, and which file is the only user of a dangerous library.
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Source {
    QString path;   ///< relative to the root: "core/gateway/Exchange.cpp"
    QString folder; ///< "gateway" below core; "app", "ui" outside
    QStringList lines;
};

QString folderOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return parts.first() == "core"_L1 ? parts.value(1) : parts.first();
}

QList<Source> sources()
{
    QList<Source> all;
    const QDir root(QStringLiteral(SOURCE_ROOT));
    for (const QString &top : {u"core"_s, u"app"_s, u"ui"_s}) {
        QDirIterator files(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString path = root.relativeFilePath(file.fileName());
            all.append({path, folderOf(path), QString::fromUtf8(file.readAll()).split(u'\n')});
        }
    }
    return all;
}

/// What each folder of core may include, besides itself. Every arrow points down.
const QHash<QString, QStringList> &law()
{
    static const QHash<QString, QStringList> table{
        {u"base"_s, {}},
        {u"domain"_s, {u"base"_s}},
        {u"catalog"_s, {u"base"_s, u"domain"_s}},
        {u"configuration"_s, {u"base"_s, u"domain"_s, u"catalog"_s}},
        {u"failover"_s, {u"base"_s, u"domain"_s}},
        {u"endpoint"_s, {u"base"_s, u"domain"_s}},
        {u"upstream"_s, {u"base"_s, u"domain"_s}},
        {u"storage"_s, {u"base"_s, u"domain"_s}},
        {u"snippets"_s, {u"base"_s, u"domain"_s}},
        {u"exports"_s, {u"base"_s, u"domain"_s}},
        {u"gateway"_s, {u"base"_s, u"domain"_s, u"catalog"_s, u"failover"_s, u"endpoint"_s, u"upstream"_s}},
        {u"drill"_s,
         {u"base"_s, u"domain"_s, u"catalog"_s, u"configuration"_s, u"failover"_s, u"endpoint"_s, u"upstream"_s, u"gateway"_s}},
    };
    return table;
}

} // namespace

class TestIncludeLaw : public QObject {
    Q_OBJECT

private slots:
    void everyArrowPointsDown()
    {
        static const QRegularExpression include(u"^\\s*#include\\s+\"([^\"/]+)/"_s);
        const QList<Source> all = sources();
        QVERIFY(all.size() > 20);
        for (const Source &source : all) {
            for (const QString &line : source.lines) {
                const QRegularExpressionMatch match = include.match(line);
                if (!match.hasMatch() || match.captured(1) == source.folder)
                    continue;
                const QString target = match.captured(1);
                if (source.path.startsWith("core/"_L1)) {
                    QVERIFY2(law().contains(source.folder), qPrintable(source.path + u": a folder without a law"_s));
                    QVERIFY2(law().value(source.folder).contains(target),
                             qPrintable(u"%1 must not include %2"_s.arg(source.path, line.trimmed())));
                } else if (source.folder == "ui"_L1) {
                    QVERIFY2(target != "app"_L1 && target != "endpoint"_L1 && target != "upstream"_L1 && target != "storage"_L1,
                             qPrintable(u"%1 must not include %2"_s.arg(source.path, line.trimmed())));
                }
            }
        }
    }

    void coreKnowsNoWindow()
    {
        static const QRegularExpression window(u"#include\\s+<(Qt(Gui|Widgets|Charts)/|QWidget|QApplication|QGuiApplication|QIcon|QPixmap|QColor)"_s);
        for (const Source &source : sources()) {
            if (!source.path.startsWith("core/"_L1))
                continue;
            for (const QString &line : source.lines)
                QVERIFY2(!window.match(line).hasMatch(), qPrintable(source.path + u": "_s + line));
        }
    }

    void oneUser_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("owner"); // path prefix that may use it
        QTest::newRow("QHttpServer") << u"\\bQ(Abstract)?HttpServer(Request|Responder)?\\b"_s << u"core/endpoint/"_s;
        QTest::newRow("QNetworkAccessManager") << u"\\bQNetwork(AccessManager|Reply)\\b"_s << u"core/upstream/"_s;
        QTest::newRow("Qt Sql") << u"\\bQSql\\w+"_s << u"core/storage/"_s;
        QTest::newRow("QMessageBox") << u"\\bQMessageBox\\b"_s << u"ui/widgets/"_s;
        QTest::newRow("QtKeychain") << u"\\bQKeychain\\b|keychain\\.h"_s << u"core/storage/"_s;
    }
    void oneUser()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, owner);
        const QRegularExpression user(pattern);
        for (const Source &source : sources()) {
            if (source.path.startsWith(owner))
                continue;
            for (QString line : source.lines) {
                if (const qsizetype comment = line.indexOf("//"_L1); comment >= 0)
                    line.truncate(comment);
                QVERIFY2(!user.match(line).hasMatch(), qPrintable(u"%1: only %2 may use it: %3"_s.arg(source.path, owner, line.trimmed())));
            }
        }
    }

    /// The law itself must be able to fail.
    void theScannerSees()
    {
        int arrows = 0;
        for (const Source &source : sources())
            arrows += int(source.lines.filter(QRegularExpression(u"^#include \"\\w+/"_s)).size());
        QVERIFY(arrows > 30);
    }
};

QTEST_GUILESS_MAIN(TestIncludeLaw)
#include "tst_includelaw.moc"
