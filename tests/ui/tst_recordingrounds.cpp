// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RecordingRounds.h"
#include "preferences/Preferences.h"
#include "ui/FakeConsole.h"

#include <QTemporaryDir>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

const QString Key = u"key_tutorial"_s;

ExchangeRecord arrives(std::chrono::seconds fromNow, const QString &keyId = Key, ExchangeKind kind = ExchangeKind::Live)
{
    static int number = 0;
    ExchangeRecord made;
    made.id = u"r%1"_s.arg(++number);
    made.time = SystemClock().wall() + fromNow;
    made.keyId = keyId;
    made.kind = kind;
    return made;
}

} // namespace

class TestRecordingRounds : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_console = std::make_unique<test::FakeConsole>(test::FakeConsole::Start::Sample);
        m_preferences = std::make_unique<Preferences>(m_folder->filePath(u"console.ini"_s));
    }
    void cleanup()
    {
        m_preferences.reset();
        m_console.reset();
    }

    void endsAfterItsRequests()
    {
        RecordingRounds rounds(*m_console, *m_preferences);
        begin(rounds);
        QVERIFY(records());
        QCOMPARE(rounds.left(Key), RecordingRounds::Requests);
        using namespace std::chrono_literals;
        m_console->record({arrives(-5s), arrives(1s, u"key_shop"_s), arrives(1s, Key, ExchangeKind::Drill)});
        QCOMPARE(rounds.left(Key), RecordingRounds::Requests); // began before, of another key, and none of a client's
        for (int i = 1; i < RecordingRounds::Requests; ++i)
            m_console->record({arrives(1s)});
        QCOMPARE(rounds.left(Key), 1);
        QVERIFY(records());
        m_console->record({arrives(1s), arrives(1s), arrives(1s)});
        QTRY_VERIFY(!records());
        QTRY_VERIFY(remembered().isEmpty());
        QCOMPARE(m_console->calls.count(u"change"_s), 2);
    }

    void endsWithTheProgram()
    {
        {
            RecordingRounds rounds(*m_console, *m_preferences);
            begin(rounds);
            QCOMPARE(remembered(), QStringList(Key));
        }
        QVERIFY(!records());
    }

    void whatACrashLeftOnEndsAtTheNextStart()
    {
        m_preferences->set(preferences::RecordingRounds, {Key, u"key_gone"_s});
        Configuration on = m_console->stored;
        on.keys[0].policy.recordContent = true;
        m_console->stored = {};
        RecordingRounds rounds(*m_console, *m_preferences);
        QCOMPARE(remembered().size(), 2); // nothing is known yet
        m_console->setConfiguration(on);
        QTRY_VERIFY(!records());
        QTRY_VERIFY(remembered().isEmpty());
        QVERIFY2(m_console->stored.keys.size() == on.keys.size(), "nothing else has changed");
    }

    void aPersonsWordEndsIt()
    {
        RecordingRounds rounds(*m_console, *m_preferences);
        begin(rounds);
        Configuration off = m_console->stored;
        off.keys[0].policy.recordContent = false;
        m_console->setConfiguration(off);
        QCOMPARE(rounds.left(Key), 0);
        QVERIFY(remembered().isEmpty());
        begin(rounds);
        rounds.forget(Key); // from now on it is the person's
        using namespace std::chrono_literals;
        for (int i = 0; i < 2 * RecordingRounds::Requests; ++i)
            m_console->record({arrives(1s)});
        QVERIFY(records());
    }

    void whatFailsIsTriedAgain()
    {
        RecordingRounds rounds(*m_console, *m_preferences);
        m_console->nextError = Error{ErrorKind::Unavailable, u"The database does not answer."_s, {}};
        std::optional<Result<void>> answer;
        rounds.begin(Key, this, [&](const Result<void> &done) { answer = done; });
        QTRY_VERIFY(answer);
        QVERIFY(!answer->ok());
        QVERIFY(remembered().isEmpty());
        begin(rounds);
        using namespace std::chrono_literals;
        for (int i = 0; i < RecordingRounds::Requests; ++i) {
            if (i == RecordingRounds::Requests - 1)
                m_console->nextError = Error{ErrorKind::Unavailable, u"The database does not answer."_s, {}};
            m_console->record({arrives(1s)});
        }
        QCoreApplication::processEvents();
        QVERIFY(records());
        QCOMPARE(remembered(), QStringList(Key));
        m_console->record({arrives(1s)});
        QTRY_VERIFY(!records());
        QTRY_VERIFY(remembered().isEmpty());
    }

private:
    bool records() const { return m_console->stored.keys[0].policy.recordContent; }
    QStringList remembered() const { return m_preferences->get(preferences::RecordingRounds); }
    void begin(RecordingRounds &rounds)
    {
        bool begun = false;
        rounds.begin(Key, this, [&](const Result<void> &done) { begun = done.ok(); });
        QTRY_VERIFY(begun);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::FakeConsole> m_console;
    std::unique_ptr<Preferences> m_preferences;
};

QTEST_MAIN(TestRecordingRounds)
#include "tst_recordingrounds.moc"
