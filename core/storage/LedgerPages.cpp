// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerReader.h"
#include "storage/LogFilterSql.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Where {
    QStringList parts;
    QVariantList values;

    void add(const QString &part, const QVariantList &more)
    {
        if (part.isEmpty())
            return;
        parts.append(part);
        values += more;
    }
    QString text() const { return parts.isEmpty() ? QString() : u"WHERE "_s + parts.join(u" AND "_s); }
};

qint64 ms(WallTime time) { return time.time_since_epoch().count(); }

} // namespace

Result<LedgerPage> LedgerReader::logPage(const LogQuery &query) const
{
    const int limit = std::clamp(query.limit, 1, MaxPage);
    Where place;
    if (!query.keyId.isEmpty())
        place.add(u"e.key_id = ?"_s, {query.keyId});
    // What the filter says of time also bounds the window: else it would be looked for where it cannot be.
    for (const FilterTerm &term : query.filter.terms) {
        if (term.negated || (term.field != FilterField::Since && term.field != FilterField::Until))
            continue;
        place.add(term.field == FilterField::Since ? u"e.time_ms >= ?"_s : u"e.time_ms < ?"_s, {term.numbers.first()});
    }
    if (query.before) {
        const qint64 time = ms(query.before->time);
        if (query.before->id.isEmpty())
            place.add(u"e.time_ms < ?"_s, {time});
        else
            place.add(u"e.time_ms <= ? AND (e.time_ms < ? OR e.id < ?)"_s, {time, time, query.before->id});
    }

    Where wanted = place;
    const SqlCondition filter = toSql(query.filter, m_connection->engine());
    std::optional<WallTime> searchedTo;
    if (!filter.text.isEmpty()) {
        // Along the index alone, which is quick; the filter may have to read every row of the window.
        const Result<QVariant> edge = m_connection->single(
            u"SELECT e.time_ms FROM exchanges e %1 ORDER BY e.time_ms DESC LIMIT 1 OFFSET %2"_s.arg(place.text()).arg(std::max(query.scan, 1) - 1), place.values);
        if (edge)
            searchedTo = WallTime(Milliseconds(edge->toLongLong()));
        else if (edge.error().kind != ErrorKind::NotFound)
            return edge.error();
        if (searchedTo)
            wanted.add(u"e.time_ms >= ?"_s, {ms(*searchedTo)});
        wanted.add(filter.text, filter.values);
    }
    Result<QList<ExchangeRecord>> found =
        rows(u"%1 ORDER BY e.time_ms DESC, e.id DESC LIMIT %2"_s.arg(wanted.text()).arg(limit), wanted.values, query.contents);
    if (!found)
        return found.error();
    LedgerPage page;
    page.exchanges = std::move(*found);
    if (page.exchanges.size() == limit)
        page.next = LogCursor{page.exchanges.last().time, page.exchanges.last().id};
    else if (searchedTo)
        page.next = LogCursor{*searchedTo, {}};
    return page;
}

} // namespace understudy
