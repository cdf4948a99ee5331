// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CandidatesModel.h"
#include "ui/FakeConsole.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class TestCandidatesModel : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_console = std::make_unique<test::FakeConsole>(test::FakeConsole::Start::Sample);
        Provider ollama = *m_console->catalogue().provider(u"ollama");
        Model small;
        small.id = u"qwen3:4b"_s;
        ollama.models = {small};
        m_console->runtimes = {ollama};
    }

    void everythingIsThere()
    {
        const QList<CandidateFacts> all = everyCandidate(*m_console, m_tests);
        QStringList texts;
        for (const CandidateFacts &facts : all)
            texts.append(facts.candidate.channel + u'/' + facts.candidate.model);
        QVERIFY(texts.contains(u"siliconflow-1/deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"_s));
        QVERIFY(texts.contains(u"ollama/qwen3:4b"_s));
        QCOMPARE(texts.last(), u"built-in/demo/text-embedding"_s);
        QCOMPARE(all.size(), 5 + 1 + m_console->catalogue().builtIn().models.size());
        QVERIFY(all[1].paused);
        QVERIFY(!all[1].usable());
    }

    void theFilterFinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("provider");
        QTest::addColumn<int>("type"); // -1: all
        QTest::addColumn<bool>("healthy");
        QTest::addColumn<int>("found");
        const int all = int(CandidatesFilter::Kind::All);
        QTest::newRow("nothing filtered") << QString() << all << QString() << -1 << false << 11;
        QTest::newRow("words in any order, any case") << u"7b QWEN"_s << all << QString() << -1 << false << 1;
        QTest::newRow("by channel name") << u"team"_s << all << QString() << -1 << false << 1;
        QTest::newRow("own") << QString() << int(CandidatesFilter::Kind::Own) << QString() << -1 << false << 5;
        QTest::newRow("local") << QString() << int(CandidatesFilter::Kind::Local) << QString() << -1 << false << 1;
        QTest::newRow("built-in") << QString() << int(CandidatesFilter::Kind::BuiltIn) << QString() << -1 << false << 5;
        QTest::newRow("provider") << QString() << all << u"deepseek"_s << -1 << false << 2;
        QTest::newRow("type") << QString() << all << QString() << int(ModelType::Embedding) << false << 1;
        QTest::newRow("type and provider") << QString() << all << u"deepseek"_s << int(ModelType::Reasoning) << false << 1;
        QTest::newRow("healthy only") << QString() << int(CandidatesFilter::Kind::Own) << QString() << -1 << true << 1;
        QTest::newRow("fails on purpose is not healthy") << u"always"_s << all << QString() << -1 << true << 0;
        QTest::newRow("nothing") << u"no such model"_s << all << QString() << -1 << false << 0;
    }
    void theFilterFinds()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(QString, provider);
        QFETCH(int, type);
        QFETCH(bool, healthy);
        QFETCH(int, found);
        CandidatesModel model;
        CandidatesFilter filter;
        filter.setSourceModel(&model);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCandidates(everyCandidate(*m_console, m_tests));
        filter.setText(text);
        filter.setKind(CandidatesFilter::Kind(kind));
        filter.setProvider(provider);
        filter.setType(type < 0 ? std::nullopt : std::optional(ModelType(type)));
        filter.setHealthyOnly(healthy);
        QCOMPARE(filter.rowCount(), found);
        filter.clear();
        QVERIFY(!filter.isFiltering());
        QCOMPARE(filter.rowCount(), 11);
    }

    void ticksKeepTheirOrderAndSurvive()
    {
        CandidatesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QList<CandidateFacts> all = everyCandidate(*m_console, m_tests);
        model.setCandidates(all);
        QSignalSpy spy(&model, &CandidatesModel::checkedChanged);
        QVERIFY(model.setData(model.index(3), int(Qt::Checked), Qt::CheckStateRole));
        QVERIFY(model.setData(model.index(0), int(Qt::Checked), Qt::CheckStateRole));
        QCOMPARE(model.checked(), (QList<Candidate>{all[3].candidate, all[0].candidate}));
        QCOMPARE(spy.count(), 2);
        QList<CandidateFacts> fewer = all;
        fewer.removeAt(3);
        model.setCandidates(fewer);
        QCOMPARE(model.checked().size(), 2);
        QVERIFY2(model.find(all[3].candidate)->missing, "a tick whose channel has gone must stay in sight");
        QVERIFY(model.setData(model.index(model.rowCount() - 1), int(Qt::Unchecked), Qt::CheckStateRole));
        QCOMPARE(model.checked(), QList<Candidate>{all[0].candidate});
    }

    void aNewKeyBeginsWithSomething_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<bool>("channels");
        QTest::addColumn<QString>("chosen");
        QTest::newRow("no channel: the demonstration's pair") << QString() << false << u"built-in/32B built-in/7B"_s;
        QTest::newRow("provider: its models") << u"deepseek"_s << true << u"deepseek-1/deepseek-chat deepseek-1/deepseek-reasoner"_s;
        QTest::newRow("one model: the tutorial's chain") << u"siliconflow"_s << true << u"siliconflow-1/32B built-in/7B"_s;
        QTest::newRow("provider without channel: nothing") << u"openai"_s << true << QString();
    }
    void aNewKeyBeginsWithSomething()
    {
        QFETCH(QString, provider);
        QFETCH(bool, channels);
        QFETCH(QString, chosen);
        if (!channels) {
            m_console->stored.keys.clear();
            m_console->stored.channels.clear();
            m_console->runtimes.clear();
        }
        QStringList texts;
        for (const Candidate &candidate : suggestedSelection(everyCandidate(*m_console, m_tests), provider))
            texts.append(candidate.channel + u'/' + candidate.model.mid(candidate.model.lastIndexOf(u'-') >= 0 && candidate.model.endsWith(u'B') ? candidate.model.lastIndexOf(u'-') + 1 : 0));
        QCOMPARE(texts.join(u' '), chosen);
    }

private:
    QTemporaryDir m_folder;
    TestMemory m_tests{m_folder.filePath(u"tests.ini"_s)};
    std::unique_ptr<test::FakeConsole> m_console;
};

QTEST_MAIN(TestCandidatesModel)
#include "tst_candidatesmodel.moc"
