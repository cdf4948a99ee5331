// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/RecordJson.h"
#include "cli/RecordText.h"
#include "cli/Session.h"
#include "cli/Values.h"
#include "exports/RecordWriter.h"
#include "host/TerminationSignals.h"

#include <QCoreApplication>
#include <QTimer>
#include <QTimeZone>

#include <algorithm>
#include <functional>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds FollowEvery{500};

void print(const Output &out, bool json, const ExchangeRecord &record)
{
    if (json) {
        out.json(toJson(record));
        return;
    }
    QString kind;
    if (record.kind != ExchangeKind::Live)
        kind = u" ["_s + word(record.kind) + u']';
    out.line(u"%1  %2  %3  %4%5  %6  %7  %8"_s.arg(shownTime(record.time), record.id, record.keyName, word(record.status), kind,
                                                       chips(record), tokenText(record),
                                                       shownDuration(Milliseconds(record.durationMs))));
}

using Print = std::function<void(const ExchangeRecord &)>;

/// Everything of the query, page by page.
Result<void> printPages(const LedgerReader &reader, PageQuery query, const Print &print)
{
    query.limit = LedgerReader::MaxPage;
    for (;;) {
        const Result<QList<ExchangeRecord>> page = reader.exchanges(query);
        if (!page)
            return page.error();
        for (const ExchangeRecord &record : *page)
            print(record);
        if (page->size() < query.limit)
            return {};
        query.after = page->last().id;
    }
}

/// The last `limit` of the query, in the order of time.
Result<void> printLast(const LedgerReader &reader, const PageQuery &query, qint64 limit, const Print &print)
{
    LogQuery log;
    log.filter = query.filter;
    log.keyId = query.keyId;
    if (query.since)
        log.filter.terms.append({FilterField::Since, FilterOperator::Is, false, {isoTime(*query.since)}, {qint64(query.since->time_since_epoch().count())}});
    QList<ExchangeRecord> newestFirst;
    do {
        log.limit = int(std::min<qint64>(limit - newestFirst.size(), LedgerReader::MaxPage));
        const Result<LogSlice> page = reader.logPage(log);
        if (!page)
            return page.error();
        newestFirst += page->exchanges;
        log.before = page->next;
    } while (log.before && newestFirst.size() < limit);
    std::for_each(newestFirst.crbegin(), newestFirst.crend(), print);
    return {};
}

/// The mistake with its place below the expression.
Error marked(const FilterProblem &problem, const QString &expression)
{
    const qsizetype before = displayWidth(QStringView(expression).left(problem.at));
    const qsizetype width = std::max<qsizetype>(1, displayWidth(QStringView(expression).mid(problem.at, problem.length)));
    return {ErrorKind::Invalid, problem.text() + u"\n  "_s + expression + u"\n  "_s + QString(before, u' ') + QString(width, u'^'), {}};
}

/// What --filter, --limit and --format say.
struct Wanted {
    FilterExpression filter;
    std::optional<qint64> limit;
    std::optional<ExportFormat> file; ///< csv, har
    bool json = false;
};

Result<Wanted> wanted(const Arguments &args, QString &option)
{
    Wanted all;
    option = u"filter"_s;
    if (args.has(option)) {
        const auto parsed = parseFilter(args.value(option), {SystemClock().wall(), QTimeZone::systemTimeZone()});
        if (const auto *problem = std::get_if<FilterProblem>(&parsed))
            return marked(*problem, args.value(option));
        all.filter = std::get<FilterExpression>(parsed);
    }
    option = u"limit"_s;
    if (args.has(option)) {
        bool ok = false;
        all.limit = parseCount(args.value(option), &ok);
        if (!ok || *all.limit < 1 || *all.limit > 1'000'000)
            return Error{ErrorKind::Invalid, u"“%1” is not a number from 1 to 1M."_s.arg(args.value(option)), {}};
    }
    option = u"format"_s;
    if (args.has(option)) {
        const QString format = args.value(option);
        all.json = format == "json"_L1;
        if (format == "csv"_L1)
            all.file = ExportFormat::Csv;
        else if (format == "har"_L1)
            all.file = ExportFormat::Har;
        else if (!all.json && format != "text"_L1)
            return Error{ErrorKind::Invalid, u"“%1” is not one of: text, json, csv, har."_s.arg(format), {}};
        if (all.file && args.has(u"follow"_s))
            return Error{ErrorKind::Invalid, u"A file has an end, and --follow has none: follow as text or json."_s, {}};
    }
    return all;
}

/// Prints what is stored after `lastStored`, as it comes, until a signal ends it.
class Follower final : public QObject {
public:
    Follower(const Session &session, const LedgerReader &reader, const PageQuery &wanted, const QString &lastStored, Print print)
        : m_session(session), m_reader(reader), m_wanted(wanted), m_after(lastStored), m_print(std::move(print))
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
        if (page->isEmpty())
            sayWhatWaits();
        for (const ExchangeRecord &record : *page) {
            m_after = record.id;
            if ((m_wanted.keyId.isEmpty() || record.keyId == m_wanted.keyId) && matches(m_wanted.filter, record))
                m_print(record);
        }
        if (!m_session.out.lost().isEmpty())
            QCoreApplication::exit(Done); // nobody reads any more; run() makes it a failure
    }

    /// Silence would look as if nothing came.
    void sayWhatWaits()
    {
        const Result<qint64> waiting = m_reader.journaled();
        const bool some = waiting && *waiting > 0;
        if (some && !m_said)
            m_session.out.note(u"Requests come too fast for the log; they follow when it is calmer."_s);
        m_said = some;
    }

    const Session &m_session;
    const LedgerReader &m_reader;
    const PageQuery m_wanted;
    bool m_said = false;
    QString m_after;
    const Print m_print;
    TerminationSignals m_signals;
    QTimer m_timer;
};

} // namespace

int runLog(Session &session)
{
    if (session.args.has(u"clear"_s))
        return runLogClearing(session);
    if (session.args.has(u"yes"_s))
        return session.refuse({ErrorKind::Invalid, u"belongs to --clear"_s, {}}, u"yes"_s);
    const bool follow = session.args.has(u"follow"_s);
    QString option;
    const Result<Wanted> asked = wanted(session.args, option);
    if (!asked)
        return session.refuse(asked.error(), option);
    PageQuery query;
    if (const std::optional<int> wrong = session.select(query))
        return *wrong;
    query.filter = asked->filter;
    const Result<std::unique_ptr<LedgerReader>> reader = session.ledger();
    if (!reader)
        return session.fail(reader.error());

    ExportOptions options;
    if (asked->file == ExportFormat::Har) {
        if (const Result<StoredConfiguration> stored = session.stored())
            options.baseUrl = QUrl(u"http://%1/v1"_s.arg(stored->configuration.settings.listen));
    }
    const std::unique_ptr<RecordWriter> file = asked->file ? recordWriter(*asked->file, options) : nullptr;
    const bool json = session.out.isJson() || asked->json;
    QSet<QString> printed; // to leave out what comes twice when the following begins
    const Print toOutput = [&](const ExchangeRecord &record) {
        if (printed.contains(record.id))
            return;
        printed.insert(record.id);
        if (file)
            session.out.raw(file->record(record));
        else
            print(session.out, json, record);
    };

    QString lastStored;
    if (follow) {
        // Before the pages are printed, so that nothing falls between.
        const Result<QList<ExchangeRecord>> newest = (*reader)->newest(1);
        if (!newest)
            return session.fail(newest.error());
        lastStored = newest->isEmpty() ? QString() : newest->last().id;
    }
    if (file)
        session.out.raw(file->begin());
    if (!follow || query.since || asked->limit) {
        const Result<void> done = asked->limit ? printLast(**reader, query, *asked->limit, toOutput) : printPages(**reader, query, toOutput);
        if (!done)
            return session.fail(done.error());
        if (printed.isEmpty() && !follow && !file)
            session.out.note(query.filter.isEmpty() ? u"No requests yet. “understudy-cli serve --demo” makes some to look at."_s : u"No request matches this filter."_s);
    }
    if (file)
        session.out.raw(file->end());
    if (!follow)
        return Done;
    const Follower follower(session, **reader, query, lastStored, toOutput);
    return QCoreApplication::exec();
}

} // namespace understudy::cli
