// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/RecordJson.h"
#include "cli/RecordText.h"
#include "cli/Session.h"
#include "cli/Values.h"
#include "host/TerminationSignals.h"

#include <QCoreApplication>
#include <QTimer>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds FollowEvery{500};

void print(const Output &out, const ExchangeRecord &record)
{
    if (out.isJson()) {
        out.json(toJson(record));
        return;
    }
    QString kind;
    if (record.kind != ExchangeKind::Live)
        kind = u" ["_s + word(record.kind) + u']';
    out.line(u"%1  %2  %3  %4%5  %6  %7 tokens  %8"_s.arg(shownTime(record.time), record.id, record.keyName, word(record.status), kind,
                                                       chips(record), tokenText(record.usage.total(), record.provenance),
                                                       shownDuration(Milliseconds(record.durationMs))));
}

/// Everything of the query, page by page. `printed`: ids, to leave out what comes twice when the following begins.
Result<void> printPages(const Session &session, const LedgerReader &reader, PageQuery query, QSet<QString> &printed)
{
    query.limit = LedgerReader::MaxPage;
    for (;;) {
        const Result<QList<ExchangeRecord>> page = reader.exchanges(query);
        if (!page)
            return page.error();
        for (const ExchangeRecord &record : *page) {
            print(session.out, record);
            printed.insert(record.id);
        }
        if (page->size() < query.limit)
            return {};
        query.after = page->last().id;
    }
}

/// Prints what is stored after `lastStored`, as it comes, until a signal ends it.
class Follower final : public QObject {
public:
    Follower(const Session &session, const LedgerReader &reader, const QString &keyId, const QString &lastStored, QSet<QString> printed)
        : m_session(session), m_reader(reader), m_keyId(keyId), m_after(lastStored), m_printed(std::move(printed))
    {
        connect(&m_timer, &QTimer::timeout, this, &Follower::look);
        connect(&m_signals, &TerminationSignals::received, this, [] { QCoreApplication::exit(Done); });
        m_timer.start(FollowEvery);
    }

private:
    void look()
    {
        PageQuery query;
        query.order = PageQuery::Order::Stored;
        query.limit = LedgerReader::MaxPage;
        query.after = m_after;
        const Result<QList<ExchangeRecord>> page = m_reader.exchanges(query);
        if (!page) {
            QCoreApplication::exit(m_session.fail(page.error()));
            return;
        }
        for (const ExchangeRecord &record : *page) {
            m_after = record.id;
            if ((m_keyId.isEmpty() || record.keyId == m_keyId) && !m_printed.contains(record.id))
                print(m_session.out, record);
        }
        if (!m_session.out.lost().isEmpty())
            QCoreApplication::exit(Done); // nobody reads any more; run() makes it a failure
    }

    const Session &m_session;
    const LedgerReader &m_reader;
    const QString m_keyId;
    QString m_after;
    const QSet<QString> m_printed;
    TerminationSignals m_signals;
    QTimer m_timer;
};

} // namespace

int runLog(Session &session)
{
    const bool follow = session.args.has(u"follow"_s);
    PageQuery query;
    if (const std::optional<int> wrong = session.select(query))
        return *wrong;
    const Result<std::unique_ptr<LedgerReader>> reader = session.ledger();
    if (!reader)
        return session.fail(reader.error());

    QString lastStored;
    if (follow) {
        // Before the pages are printed, so that nothing falls between.
        const Result<QList<ExchangeRecord>> newest = (*reader)->newest(1);
        if (!newest)
            return session.fail(newest.error());
        lastStored = newest->isEmpty() ? QString() : newest->last().id;
    }
    QSet<QString> printed;
    if (!follow || query.since) {
        if (const Result<void> done = printPages(session, **reader, query, printed); !done)
            return session.fail(done.error());
        if (printed.isEmpty() && !follow)
            session.out.note(u"No requests yet. “understudy-cli serve --demo” makes some to look at."_s);
    }
    if (!follow)
        return Done;
    const Follower follower(session, **reader, query.keyId, lastStored, std::move(printed));
    return QCoreApplication::exec();
}

} // namespace understudy::cli
