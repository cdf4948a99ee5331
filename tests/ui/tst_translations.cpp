// SPDX-License-Identifier: GPL-3.0-or-later
// What the sources say is what the translations have: nothing missing, nothing unfinished, no placeholder lost.
#include "translations/Translations.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

struct Text {
    QString context;
    QString source;
    QStringList translations;
    bool numerus = false;
    bool unfinished = false;
};

QList<Text> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Text> texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            texts.append({context, {}, {}, xml.attributes().value("numerus"_L1) == "yes"_L1, false});
        } else if (xml.name() == "source"_L1) {
            texts.last().source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            texts.last().context += u" / "_s + xml.readElementText(); // tells texts of the same words apart
        } else if (xml.name() == "translation"_L1) {
            texts.last().unfinished = xml.attributes().hasAttribute("type"_L1);
            if (!texts.last().numerus)
                texts.last().translations.append(xml.readElementText());
        } else if (xml.name() == "numerusform"_L1) {
            texts.last().translations.append(xml.readElementText());
        }
    }
    return texts;
}

QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression mark(u"%(?:L?\\d+|n)"_s);
    QSet<QString> found;
    for (auto it = mark.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    return found;
}

const QString Folder = QStringLiteral(SOURCE_ROOT) + u"/translations/"_s;

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private slots:
    void nothingIsUnfinished_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("zh_CN") << u"understudy_zh_CN.ts"_s;
        QTest::newRow("en") << u"understudy_en.ts"_s;
    }
    void nothingIsUnfinished()
    {
        QFETCH(QString, file);
        const QList<Text> texts = read(Folder + file);
        QVERIFY(!texts.isEmpty());
        for (const Text &text : texts) {
            QVERIFY2(!text.unfinished && !text.translations.isEmpty() && !text.translations.contains(QString()),
                     qPrintable(text.context + u": "_s + text.source));
            QSet<QString> wanted = placeholders(text.source);
            for (const QString &translation : text.translations) {
                QSet<QString> has = placeholders(translation);
                // "1 key" may leave the number out.
                if (text.numerus) {
                    has.remove(u"%n"_s);
                    wanted.remove(u"%n"_s);
                }
                QVERIFY2(has == wanted, qPrintable(u"%1: the placeholders differ: %2 → %3"_s.arg(text.context, text.source, translation)));
            }
        }
    }

    /// lupdate finds nothing that the files do not have.
    void nothingIsMissing()
    {
        QStringList sources;
        for (const QString &folder : {u"/ui"_s, u"/app/console"_s}) {
            QDirIterator files(QStringLiteral(SOURCE_ROOT) + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext())
                sources.append(files.next());
        }
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"understudy_zh_CN.ts"_s);
        QProcess lupdate;
        lupdate.start(QStringLiteral(LUPDATE), QStringList{u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s} + sources + QStringList{u"-I"_s, QStringLiteral(SOURCE_ROOT) + u"/ui"_s, u"-ts"_s, copy});
        QVERIFY2(lupdate.waitForFinished(60'000) && lupdate.exitCode() == 0, lupdate.readAllStandardError().constData());
        QSet<QPair<QString, QString>> known;
        const QList<Text> present = read(Folder + u"understudy_zh_CN.ts"_s);
        for (const Text &text : present)
            known.insert({text.context, text.source});
        QStringList missing;
        const QList<Text> said = read(copy);
        for (const Text &text : said) {
            if (!known.remove({text.context, text.source}))
                missing.append(text.context + u": "_s + text.source);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(u"run “ninja update_translations” and translate:\n"_s + missing.join(u'\n')));
        QVERIFY2(known.isEmpty(), qPrintable(u"no source says it any more: "_s + (known.isEmpty() ? QString() : known.begin()->second)));
        QVERIFY(said.size() > 50);
    }

    void theLanguageChangesLive()
    {
        Translations translations;
        translations.choose(u"zh_CN"_s);
        QCOMPARE(translations.current(), u"zh_CN"_s);
        QCOMPARE(QCoreApplication::translate("understudy::Navigation", "Large models"), u"大模型管理"_s);
        translations.choose(u"en"_s);
        QCOMPARE(QCoreApplication::translate("understudy::Navigation", "Large models"), u"Large models"_s);
        QCOMPARE(QCoreApplication::translate("understudy::HeaderStrip", "%n request(s) running", nullptr, 1), u"1 request running"_s);
        QCOMPARE(QCoreApplication::translate("understudy::HeaderStrip", "%n request(s) running", nullptr, 2), u"2 requests running"_s);
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
