// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/LedgerKeeper.h"

#include "gateway/SystemNetwork.h"
#include "host/TrustedDate.h"
#include "storage/Retention.h"

namespace understudy {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto FirstLook = 60s;
constexpr auto NextLook = 1h;
constexpr auto BetweenSteps = 50ms; ///< the writer commits every 100 ms

} // namespace

class LedgerKeeper::Worker final : public QObject {
public:
    explicit Worker(const Database &database) : m_database(database), m_timer(this)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { step(); });
    }
    void lookIn(std::chrono::milliseconds time) { m_timer.start(time); }

private:
    void step()
    {
        // A connection for one round: none is held for an hour that a migration or a backup would have to wait for.
        if (!m_connection) {
            Result<std::unique_ptr<Connection>> opened = m_database.connect();
            if (!opened)
                return lookIn(NextLook);
            m_connection = *std::move(opened);
        }
        const Result<RetentionPolicy> policy = readRetention(*m_connection);
        const WallTime now = m_date.at(m_clock.wall(), lived());
        const Result<Forgotten> done = policy ? forget(*m_connection, *policy, now) : Result<Forgotten>(policy.error());
        if (done && done->more)
            return lookIn(BetweenSteps);
        m_connection.reset(); // a failure (a full or locked disk) is told by the writer; here the next hour tries again
        lookIn(NextLook);
    }

    Milliseconds lived() const { return std::chrono::duration_cast<Milliseconds>(m_clock.now().time_since_epoch()) + systemSlept(); }

    const SystemClock m_clock;
    TrustedDate m_date{m_clock.wall(), lived()};
    const Database m_database;
    std::unique_ptr<Connection> m_connection;
    QTimer m_timer;
};

LedgerKeeper::LedgerKeeper(const Database &database, QObject *parent) : QObject(parent), m_worker(new Worker(database))
{
    m_thread.setObjectName(u"ledger-keeper"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->lookIn(FirstLook); });
}

LedgerKeeper::~LedgerKeeper()
{
    m_thread.quit();
    m_thread.wait();
}

void LedgerKeeper::lookNow()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->lookIn(0ms); });
}

} // namespace understudy
