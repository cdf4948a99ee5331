// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ChainModel.h"
#include "preferences/TestMemory.h"
#include "theme/Theme.h"
#include "widgets/ChainEditor.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

/// "r32 r7 c671": type and size; the text is the model's id.
QList<CandidateFacts> chain(const QString &text)
{
    QList<CandidateFacts> made;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        CandidateFacts facts;
        facts.candidate = {u"ch-1"_s, word};
        facts.model.id = word;
        facts.model.type = word.startsWith(u'r') ? ModelType::Reasoning : word.startsWith(u'e') ? ModelType::Embedding : ModelType::Chat;
        facts.model.size = word.mid(1).toDouble();
        made.append(facts);
    }
    return made;
}

QString order(const ChainModel &model)
{
    QStringList words;
    for (const CandidateFacts &facts : model.rows())
        words.append(facts.candidate.model);
    return words.join(u' ');
}

QString stored(const ChainModel &model)
{
    QStringList words;
    for (const Candidate &candidate : model.chain())
        words.append(candidate.model);
    return words.join(u' ');
}

/// "up 2", "down 0", "primary 2", "remove 1", "suggest", "drop 2 0", "choose r7 c1"
void act(ChainModel &model, const QString &what)
{
    const QStringList words = what.split(u' ');
    const int row = words.value(1).toInt();
    if (words[0] == "up"_L1)
        model.moveUp(row);
    else if (words[0] == "down"_L1)
        model.moveDown(row);
    else if (words[0] == "primary"_L1)
        model.makePrimary(row);
    else if (words[0] == "remove"_L1)
        model.remove(row);
    else if (words[0] == "suggest"_L1)
        model.suggest();
    else if (words[0] == "choose"_L1)
        model.choose(chain(what.mid(7)));
    else if (words[0] == "drop"_L1) {
        const std::unique_ptr<QMimeData> data(model.mimeData({model.index(row)}));
        model.dropMimeData(data.get(), Qt::MoveAction, words[2].toInt(), 0, {});
    }
}

} // namespace

class TestChainModel : public QObject {
    Q_OBJECT

private slots:
    void itMovesInsideGroups_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("after");
        QTest::newRow("up") << u"r3 r2 r1"_s << u"up 2"_s << u"r3 r1 r2"_s;
        QTest::newRow("up at the top stays") << u"r3 r2"_s << u"up 0"_s << u"r3 r2"_s;
        QTest::newRow("down") << u"r3 r2 r1"_s << u"down 0"_s << u"r2 r3 r1"_s;
        QTest::newRow("down at the end stays") << u"r3 r2"_s << u"down 1"_s << u"r3 r2"_s;
        QTest::newRow("up at the top of a group takes the group along") << u"r3 r2 c1 c2"_s << u"up 2"_s << u"c1 c2 r3 r2"_s;
        QTest::newRow("down at the end of a group takes the group along") << u"r3 r2 c1"_s << u"down 1"_s << u"c1 r3 r2"_s;
        QTest::newRow("primary of its group") << u"r3 r2 c1 c2 c3"_s << u"primary 4"_s << u"r3 r2 c3 c1 c2"_s;
        QTest::newRow("primary already") << u"r3 c1"_s << u"primary 1"_s << u"r3 c1"_s;
        QTest::newRow("remove") << u"r3 r2 c1"_s << u"remove 1"_s << u"r3 c1"_s;
        QTest::newRow("remove the last of a group") << u"r3 e1 c1"_s << u"remove 1"_s << u"r3 c1"_s;
        QTest::newRow("large to small, unknown last, groups stay") << u"r7 r0 r32 c1 c671"_s << u"suggest"_s << u"r32 r7 r0 c671 c1"_s;
        QTest::newRow("drop to the front") << u"r3 r2 r1"_s << u"drop 2 0"_s << u"r1 r3 r2"_s;
        QTest::newRow("drop to the end") << u"r3 r2 r1"_s << u"drop 0 3"_s << u"r2 r1 r3"_s;
        QTest::newRow("drop on itself") << u"r3 r2 r1"_s << u"drop 1 1"_s << u"r3 r2 r1"_s;
        QTest::newRow("drop into another group goes to the border") << u"r3 r2 c1 c2"_s << u"drop 0 4"_s << u"r2 r3 c1 c2"_s;
        QTest::newRow("drop nowhere is the end") << u"r3 r2 r1"_s << u"drop 0 -1"_s << u"r2 r1 r3"_s;
        QTest::newRow("choose keeps places and appends") << u"r3 r2"_s << u"choose r9 r2 r3"_s << u"r3 r2 r9"_s;
        QTest::newRow("choose takes away") << u"r3 r2 c1"_s << u"choose c1 r2"_s << u"r2 c1"_s;
        QTest::newRow("choose puts a newcomer to its group") << u"r3 c1"_s << u"choose r3 c1 r2"_s << u"r3 r2 c1"_s;
    }
    void itMovesInsideGroups()
    {
        QFETCH(QString, before);
        QFETCH(QString, action);
        QFETCH(QString, after);
        ChainModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChain(chain(before));
        QSignalSpy spy(&model, &ChainModel::chainChanged);
        act(model, action);
        QCOMPARE(order(model), after);
        QCOMPARE(spy.count() > 0, before != after);
    }

    void typesStandTogether()
    {
        ChainModel model;
        model.setChain(chain(u"r3 c1 r2 c2"_s));
        QCOMPARE(order(model), u"r3 r2 c1 c2"_s);
        QCOMPARE(stored(model), u"r3 c1 r2 c2"_s); // nobody touched it: what is stored does not change by being looked at
        QCOMPARE(model.index(0).data(ChainModel::HeadingRole).toString(), u"Reasoning"_s);
        QCOMPARE(model.index(1).data(ChainModel::HeadingRole).toString(), QString());
        QCOMPARE(model.index(2).data(ChainModel::HeadingRole).toString(), u"Chat"_s);
        QCOMPARE(model.index(3).data(ChainModel::PositionRole).toInt(), 1);
        model.moveUp(1);
        QCOMPARE(stored(model), u"r2 r3 c1 c2"_s);
        model.remove(2);
        model.remove(2);
        QCOMPARE(model.index(0).data(ChainModel::HeadingRole).toString(), QString());
        QVERIFY(model.hasReasoning());
    }

    void onlyMeaningfulMovesAreDone()
    {
        ChainModel model;
        model.setChain(chain(u"r3 r2 c1 c2"_s));
        QVERIFY(!model.moveRows({}, 0, 1, {}, 3));  // into another group
        QVERIFY(!model.moveRows({}, 0, 2, {}, 3));  // a group into another
        QVERIFY(!model.moveRows({}, 1, 2, {}, 0));  // across a border
        QVERIFY(!model.moveRows({}, 0, 1, {}, 1));  // nothing
        QVERIFY(!model.moveRows({}, 0, 9, {}, 0));
        QVERIFY(model.moveRows({}, 0, 2, {}, 4));   // a whole group
        QCOMPARE(order(model), u"c1 c2 r3 r2"_s);
        QVERIFY(!model.removeRows(0, 1));           // or Qt would remove rows behind a drop
    }

    /// The same order by keys, by buttons and by a drop.
    void theEditorSaysWhereARowWent_data()
    {
        QTest::addColumn<QString>("by");
        for (const char *by : {"keys", "button"})
            QTest::newRow(by) << QString::fromLatin1(by);
    }
    void theEditorSaysWhereARowWent()
    {
        QFETCH(QString, by);
        Theme theme(u"light"_s);
        ChainModel model;
        model.setChain(chain(u"r3 r2 r1"_s));
        ChainEditor editor(&model);
        editor.show();
        QSignalSpy said(&editor, &ChainEditor::said);
        editor.view()->setCurrentIndex(model.index(2));
        if (by == "keys"_L1)
            QTest::keyClick(editor.view(), Qt::Key_Up, Qt::AltModifier);
        else
            QTest::mouseClick(editor.findChild<QPushButton *>(u"wizard.up"_s), Qt::LeftButton);
        QCOMPARE(order(model), u"r3 r1 r2"_s);
        QCOMPARE(said.last().first().toString(), u"r1 moved to position 2 of 3"_s);
        QCOMPARE(editor.view()->currentIndex().row(), 1); // goes along, so that a second press goes on
        QTest::keyClick(editor.view(), Qt::Key_Delete);
        QCOMPARE(order(model), u"r3 r2"_s);
    }
};

QTEST_MAIN(TestChainModel)
#include "tst_chainmodel.moc"
