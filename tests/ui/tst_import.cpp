// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/ConfigurationFile.h"
#include "dialogs/ExportDialog.h"
#include "dialogs/ImportDialog.h"
#include "models/ImportModel.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "ui/Audit.h"
#include "ui/FakeConsole.h"
#include "widgets/NewPassphrase.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Invented = "invented-credential-for-the-team-4711";

/// A new provider, channel and key; one channel of ours paused; other settings.
QByteArray team(const test::FakeConsole &console)
{
    const Channel &ours = console.stored.channels.first();
    const QString quotedModels = u'"' + ours.models.join(u"\", \""_s) + u'"';
    const QStringList parts{
        u"{ \"format\": \"understudy-config\", \"version\": 1, \"settings\": { \"allowedHosts\": [\"gateway.example.com\"] },"_s,
        u"\"providers\": [ { \"id\": \"lab\", \"name\": \"Laboratory\", \"baseUrl\": \"https://models.lab.example/v1\","_s,
        u"  \"models\": [ { \"id\": \"qwen3-32b\", \"type\": \"chat\" } ] } ],"_s,
        u"\"channels\": [ { \"id\": \"lab-1\", \"provider\": \"lab\", \"name\": \"lab-team\", \"credential\": \"%1\", \"models\": [\"qwen3-32b\"] },"_s
            .arg(QString::fromLatin1(Invented)),
        u"  { \"id\": \"%1\", \"provider\": \"%2\", \"name\": \"%3\", \"models\": [%4], \"enabled\": false } ],"_s
            .arg(ours.id, ours.provider, ours.name, quotedModels),
        u"\"keys\": [ { \"name\": \"lab\", \"chain\": [ { \"channel\": \"lab-1\", \"model\": \"qwen3-32b\" } ] } ] }"_s,
    };
    return parts.join(u'\n').toUtf8();
}

template<typename T>
T *find(QWidget &window, const char *name)
{
    T *found = window.findChild<T *>(QString::fromLatin1(name));
    return found && found->isVisibleTo(&window) ? found : nullptr;
}

void click(QWidget &window, const char *name)
{
    auto *button = find<QAbstractButton>(window, name);
    QVERIFY2(button && button->isEnabled(), name);
    const bool wide = qobject_cast<QRadioButton *>(button) || qobject_cast<QCheckBox *>(button); // only the mark and the words take a click
    QTest::mouseClick(button, Qt::LeftButton, {}, wide ? QPoint(8, button->height() / 2) : QPoint());
}

} // namespace

class TestImport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(u"light"_s); }
    void init() { m_console = std::make_unique<test::FakeConsole>(test::FakeConsole::Start::Sample); }
    void cleanup()
    {
        m_open.reset(nullptr);
        m_translations.choose(u"en"_s);
        m_console.reset();
    }
    void cleanupTestCase() { m_theme.reset(); }

    void nothingIsWrittenBeforeApply()
    {
        const Configuration before = m_console->stored;
        auto *dialog = open(QString::fromUtf8(team(*m_console)));
        toPreview(*dialog);
        QCOMPARE(m_console->stored, before);
        QVERIFY(!m_console->calls.contains(u"change"_s));
        QVERIFY(shown(*dialog).contains(u"https://models.lab.example"_s));
        QVERIFY(!shown(*dialog).contains(QString::fromLatin1(Invented)));
        click(*dialog, "import.back");
        click(*dialog, "import.cancel");
        QCOMPARE(m_console->stored, before);
    }

    void applyTakesAndUndoGivesBack()
    {
        const Configuration before = m_console->stored;
        auto *dialog = open(QString::fromUtf8(team(*m_console)));
        QSignalSpy said(dialog, &ImportDialog::said);
        QSignalSpy accepted(dialog, &QDialog::accepted);
        toPreview(*dialog);
        click(*dialog, "import.next");
        QTRY_COMPARE(accepted.count(), 1);
        QCOMPARE(m_console->calls.count(u"change"_s), 1);
        QVERIFY(m_console->stored.channel(u"lab-1"));
        QVERIFY(!m_console->stored.channels.first().enabled);
        QVERIFY2(m_console->stored.channels.first().credential == before.channels.first().credential, "what the file leaves out stays");
        QVERIFY(m_console->stored.keyNamed(u"lab"));
        QCOMPARE(m_console->stored.settings.allowedHosts, QStringList{u"gateway.example.com"_s});
        const Message message = said.first().first().value<Message>();
        QVERIFY(message.action);
        message.action();
        QTRY_COMPARE(m_console->stored, before);
    }

    void undoLeavesLaterChangesAlone()
    {
        auto *dialog = open(QString::fromUtf8(team(*m_console)));
        QSignalSpy said(dialog, &ImportDialog::said);
        toPreview(*dialog);
        click(*dialog, "import.next");
        QTRY_COMPARE(said.count(), 1);
        m_console->stored.keys.first().description = u"written meanwhile"_s;
        said.first().first().value<Message>().action();
        QTRY_VERIFY(!m_console->stored.channel(u"lab-1"));
        QCOMPARE(m_console->stored.keys.first().description, u"written meanwhile"_s);
    }

    void aRowCanBeKept()
    {
        auto *dialog = open(QString::fromUtf8(team(*m_console)));
        toPreview(*dialog);
        auto *tree = find<QTreeView>(*dialog, "import.preview");
        for (int row = 0; row < tree->model()->rowCount(); ++row) {
            if (!tree->model()->index(row, 0).data().toString().contains(m_console->stored.channels.first().name))
                continue;
            tree->setCurrentIndex(tree->model()->index(row, 0));
            QTest::keyClick(tree, Qt::Key_Space);
        }
        click(*dialog, "import.next");
        QTRY_VERIFY(m_console->stored.channel(u"lab-1"));
        QVERIFY2(m_console->stored.channels.first().enabled, "mine was kept");
    }

    void nothingTakenCannotBeApplied()
    {
        auto *dialog = open(QString::fromUtf8(team(*m_console)));
        toPreview(*dialog);
        click(*dialog, "import.keepAll");
        QVERIFY(!find<QPushButton>(*dialog, "import.next")->isEnabled());
        click(*dialog, "import.takeAll");
        QVERIFY(find<QPushButton>(*dialog, "import.next")->isEnabled());
    }

    void aKeyWithoutItsChannelIsRefusedInWords()
    {
        auto *dialog = open(QString::fromUtf8(team(*m_console)));
        toPreview(*dialog);
        auto *tree = find<QTreeView>(*dialog, "import.preview");
        for (int row = 0; row < tree->model()->rowCount(); ++row) {
            if (tree->model()->index(row, 0).data().toString().contains(u"lab-team"_s))
                tree->model()->setData(tree->model()->index(row, 0), Qt::Unchecked, Qt::CheckStateRole);
        }
        const Configuration before = m_console->stored;
        click(*dialog, "import.next");
        QTRY_VERIFY(test::everyText(dialog).join(u'\n').contains(u"cannot be imported"_s));
        QCOMPARE(m_console->stored, before);
        QVERIFY(find<QPushButton>(*dialog, "import.next")->isEnabled());
    }

    void whatIsNoConfigurationIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << u"hello"_s;
        QTest::newRow("other JSON") << u"{\"a\": 1}"_s;
        QTest::newRow("bad member") << u"{\"format\": \"understudy-config\", \"version\": 1, \"zebra\": 1}"_s;
    }
    void whatIsNoConfigurationIsRefused()
    {
        QFETCH(QString, text);
        auto *dialog = open(text);
        click(*dialog, "import.next");
        QTRY_VERIFY(test::everyText(dialog).join(u'\n').contains(u"cannot be imported"_s));
        QVERIFY(find<QPlainTextEdit>(*dialog, "import.paste"));
    }

    void theSameAgainSaysSo()
    {
        auto *dialog = open(u"{\"format\": \"understudy-config\", \"version\": 1}"_s);
        toPreview(*dialog, false);
        QTRY_VERIFY(find<QWidget>(*dialog, "import.nothing"));
        QVERIFY(!find<QPushButton>(*dialog, "import.next")->isEnabled());
        click(*dialog, "import.showSame");
        QVERIFY(find<QTreeView>(*dialog, "import.preview"));
    }

    void aSealedFileAsksForItsPassphrase()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"sealed.json"_s);
        exportTo(file, u"invented correct horse"_s);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QVERIFY2(!text.contains(m_console->stored.channels.first().credential.literal.reveal()), "in the clear");
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());

        const Secret before = m_console->stored.channels.first().credential.literal;
        m_console->stored.channels.first().credential.literal = Secret("invented-other-credential");
        auto *dialog = new ImportDialog(*m_console, {});
        dialog->show();
        m_open.reset(dialog);
        dialog->openFile(file);
        QVERIFY(!find<QPushButton>(*dialog, "import.next")->isEnabled());
        QTest::keyClicks(find<QLineEdit>(*dialog, "import.passphrase"), u"wrong"_s);
        click(*dialog, "import.next");
        QTRY_VERIFY(test::everyText(dialog).join(u'\n').contains(u"passphrase does not open"_s));
        find<QLineEdit>(*dialog, "import.passphrase")->clear();
        QTest::keyClicks(find<QLineEdit>(*dialog, "import.passphrase"), u"invented correct horse"_s);
        toPreview(*dialog);
        click(*dialog, "import.next");
        QTRY_VERIFY(m_console->stored.channels.first().credential.literal == before);
    }

    void anExportWithoutSecretsHasNone()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"plain.json"_s);
        exportTo(file, {});
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QVERIFY(text.contains("understudy-config"));
        QVERIFY(!text.contains("invented-credential") && !text.contains("sk-us_"));
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        ExportDialog dialog(*m_console);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QSignalSpy said(&dialog, &ExportDialog::said);
        dialog.exportTo(u"/nowhere/at/all.json"_s);
        QTRY_VERIFY(test::everyText(&dialog).join(u'\n').contains(u"cannot be written"_s));
        QVERIFY(dialog.isVisible());
        QCOMPARE(said.count(), 0);
    }

    void sealingNeedsTheSameGoodPassphraseTwice()
    {
        ExportDialog dialog(*m_console);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *button = find<QPushButton>(dialog, "export.save");
        QVERIFY(button->isEnabled());
        click(dialog, "export.sealed");
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(find<QLineEdit>(dialog, "export.passphrase"), u"long enough"_s);
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(find<QLineEdit>(dialog, "export.repeat"), u"long enouhg"_s);
        QVERIFY(!button->isEnabled());
        find<QLineEdit>(dialog, "export.repeat")->setText(u"long enough"_s);
        QVERIFY(button->isEnabled());
        QVERIFY(!test::everyText(&dialog).join(u'\n').contains(u"long enough"_s));
    }

    void passphraseStrength_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<PassphraseStrength>("expected");
        QTest::newRow("empty") << QString() << PassphraseStrength::TooShort;
        QTest::newRow("short") << u"Ab3$xyz"_s << PassphraseStrength::TooShort;
        QTest::newRow("repeated") << u"aaaaaaaaaaaaaaaa"_s << PassphraseStrength::Weak;
        QTest::newRow("plain") << u"abcdefgh"_s << PassphraseStrength::Weak;
        QTest::newRow("mixed") << u"abcdefgh1"_s << PassphraseStrength::Fair;
        QTest::newRow("words") << u"correct horse battery staple"_s << PassphraseStrength::Strong;
    }
    void passphraseStrength()
    {
        QFETCH(QString, text);
        QTEST(understudy::passphraseStrength(text), "expected");
    }

    void theModelIsSound()
    {
        Configuration theirs = m_console->stored;
        theirs.channels.first().enabled = false;
        theirs.keys.first().policy.retries = 3;
        ImportModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries(diff::differences(m_console->stored, theirs, m_console->catalogue()));
        QCOMPARE(model.rowCount(), 2);
        model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
        model.showSame(true);
        QCOMPARE(model.rowCount(), int(model.count(diff::Change::Same)) + 2);
        QCOMPARE(model.taken().size(), 1);
        model.showSame(false);
        QCOMPARE(model.taken().size(), 1);
        model.takeAll(true);
        QCOMPARE(model.taken().size(), 2);
    }

    void everybodyCanUseThem_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh") << u"zh_CN"_s;
    }
    void everybodyCanUseThem()
    {
        QFETCH(QString, language);
        m_translations.choose(language);
        auto *dialog = open(QString::fromUtf8(team(*m_console)));
        QCOMPARE(test::accessibilityProblems(dialog), QStringList());
        QCOMPARE(test::clippedTexts(dialog), QStringList());
        toPreview(*dialog);
        QCOMPARE(test::accessibilityProblems(dialog), QStringList());
        QCOMPARE(test::clippedTexts(dialog), QStringList());
        QVERIFY(dialog->width() <= 804 && dialog->height() <= 590);
        ExportDialog exporting(*m_console);
        exporting.setAttribute(Qt::WA_DeleteOnClose, false);
        exporting.show();
        click(exporting, "export.sealed");
        QCoreApplication::processEvents();
        QCOMPARE(test::accessibilityProblems(&exporting), QStringList());
        QCOMPARE(test::clippedTexts(&exporting), QStringList());
    }

private:
    ImportDialog *open(const QString &pasted)
    {
        auto *dialog = new ImportDialog(*m_console, pasted);
        dialog->show();
        m_open.reset(dialog);
        return dialog;
    }
    static QString shown(QWidget &dialog)
    {
        auto *tree = find<QTreeView>(dialog, "import.preview");
        QStringList texts;
        const QAbstractItemModel *model = tree->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex part = model->index(row, 0);
            for (int column = 0; column < model->columnCount(); ++column) {
                texts.append(model->index(row, column).data().toString());
                for (int line = 0; line < model->rowCount(part); ++line)
                    texts.append(model->index(line, column, part).data().toString());
            }
        }
        return texts.join(u'\n');
    }
    void toPreview(QWidget &dialog, bool rows = true)
    {
        click(dialog, "import.next");
        if (rows)
            QTRY_VERIFY(find<QTreeView>(dialog, "import.preview") && find<QTreeView>(dialog, "import.preview")->model()->rowCount() > 0);
    }
    void exportTo(const QString &file, const QString &passphrase)
    {
        ExportDialog dialog(*m_console);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        if (!passphrase.isEmpty()) {
            click(dialog, "export.sealed");
            QTest::keyClicks(find<QLineEdit>(dialog, "export.passphrase"), passphrase);
            QTest::keyClicks(find<QLineEdit>(dialog, "export.repeat"), passphrase);
        }
        QSignalSpy said(&dialog, &ExportDialog::said);
        dialog.exportTo(file);
        QTRY_COMPARE(said.count(), 1);
    }

    std::unique_ptr<Theme> m_theme;
    Translations m_translations;
    std::unique_ptr<test::FakeConsole> m_console;
    struct Holder {
        QPointer<QWidget> widget;
        void reset(QWidget *next)
        {
            delete widget.data();
            widget = next;
        }
        ~Holder() { delete widget.data(); }
    } m_open;
};

QTEST_MAIN(TestImport)
#include "tst_import.moc"
