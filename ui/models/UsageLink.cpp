// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/UsageLink.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// Always with the time of day: the filter reads a date alone as the end of that day. Local and to the minute where that says it all, with
/// the distance to UTC in the hour that clocks repeat.
QString timeText(WallTime time)
{
    const qint64 ms = time.time_since_epoch().count();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms);
    const QDateTime read(local.date(), local.time()), readInZone(local.date(), local.time(), QTimeZone::systemTimeZone()); // Qt decides for one of two hours
    if (read.toMSecsSinceEpoch() != ms || readInZone.toMSecsSinceEpoch() != ms)
        return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
    if (ms % 1000)
        return local.toString(Qt::ISODateWithMs);
    return local.toString(local.time().second() ? u"yyyy-MM-dd'T'HH:mm:ss"_s : u"yyyy-MM-dd'T'HH:mm"_s);
}

FilterTerm termOf(FilterField field, const QStringList &values, FilterOperator op = FilterOperator::Is, bool negated = false)
{
    FilterTerm term;
    term.field = field;
    term.op = op;
    term.negated = negated;
    term.values = values;
    return term;
}

} // namespace

UsageLink::UsageLink(const UsageReportQuery &query) : m_somewhere(query.edges.size() > 1), m_edges(query.edges)
{
    if (!m_somewhere)
        return;
    m_since = m_edges.first();
    m_until = m_edges.last();
    // "=": the whole of it, for one channel's id may begin like another's. A key's id, for its name may have been another then.
    if (!query.keyId.isEmpty())
        *this = narrowed(FilterField::Key, {query.keyId}, FilterOperator::Exactly);
    if (!query.channel.isEmpty())
        *this = narrowed(FilterField::Channel, {query.channel}, FilterOperator::Exactly);
    if (!query.model.isEmpty())
        *this = narrowed(FilterField::Model, {query.model}, FilterOperator::Exactly);
}

/// What both ask for. Terms of one field could stand beside each other, but nobody would want to read them.
UsageLink UsageLink::narrowed(FilterField field, const QStringList &values, FilterOperator op) const
{
    if (!m_somewhere)
        return {};
    UsageLink narrower = *this;
    const auto same = std::find_if(narrower.m_terms.begin(), narrower.m_terms.end(), [field](const FilterTerm &term) { return term.field == field; });
    QStringList both = values;
    both.removeIf([&](const QString &value) { return value.isEmpty() || (same != narrower.m_terms.end() && !same->values.contains(value)); });
    if (both.isEmpty())
        return {};
    if (same != narrower.m_terms.end())
        same->values = both;
    else
        narrower.m_terms.append(termOf(field, both, op));
    return narrower;
}

UsageLink UsageLink::during(int slot) const
{
    UsageLink narrower = upTo(slot);
    if (narrower.m_somewhere)
        narrower.m_since = std::max(m_since, m_edges[slot]);
    return narrower.m_since < narrower.m_until ? narrower : UsageLink();
}

UsageLink UsageLink::upTo(int slot) const
{
    if (!m_somewhere || slot < 0 || slot + 1 >= m_edges.size())
        return {};
    UsageLink narrower = *this;
    narrower.m_until = std::min(m_until, m_edges[slot + 1]);
    return narrower;
}

UsageLink UsageLink::of(UsageBy what, const QString &id) const
{
    switch (what) {
    case UsageBy::Key: return narrowed(FilterField::Key, {id}, FilterOperator::Exactly);
    case UsageBy::Channel: return channels({id});
    case UsageBy::Model: return narrowed(FilterField::Model, {id}, FilterOperator::Exactly);
    case UsageBy::Slot: return during(id.toInt());
    case UsageBy::Provider: break;
    }
    return {};
}

UsageLink UsageLink::channels(const QStringList &ids) const { return narrowed(FilterField::Channel, ids, FilterOperator::Exactly); }
UsageLink UsageLink::called() const { return narrowed(FilterField::Kind, {QString(word(ExchangeKind::Live))}); }
UsageLink UsageLink::withOutcomes(const QStringList &words) const { return called().narrowed(FilterField::Outcome, words); }
UsageLink UsageLink::withFailures(const UsageRow &row) const { return withOutcomes(failureWords(row)); }
UsageLink UsageLink::thatEnded(const QStringList &statuses) const { return narrowed(FilterField::Status, statuses); }

UsageLink UsageLink::thatEnded(Ending ending) const
{
    switch (ending) {
    case Ending::FirstTry: return called().thatEnded({QString(word(ExchangeStatus::Answered))}).narrowed(FilterField::Saved, {u"no"_s});
    case Ending::AfterRetry: return narrowed(FilterField::Saved, {u"retry"_s});
    case Ending::AfterBackup: return narrowed(FilterField::Saved, {u"backup"_s});
    case Ending::FromCache: return narrowed(FilterField::Kind, {QString(word(ExchangeKind::Cache))}).thatEnded({QString(word(ExchangeStatus::Answered))});
    case Ending::Failed: return thatEnded({QString(word(ExchangeStatus::Failed))});
    case Ending::Interrupted: return thatEnded({QString(word(ExchangeStatus::Interrupted))});
    case Ending::Cancelled: return thatEnded({QString(word(ExchangeStatus::Cancelled))});
    }
    return {};
}

QString UsageLink::text() const
{
    if (!m_somewhere)
        return {};
    FilterExpression all;
    all.terms = {termOf(FilterField::Since, {timeText(m_since)}), termOf(FilterField::Until, {timeText(m_until)})};
    all.terms += m_terms;
    if (std::none_of(m_terms.begin(), m_terms.end(), [](const FilterTerm &term) { return term.field == FilterField::Kind; }))
        all.terms.append(termOf(FilterField::Kind, {QString(word(ExchangeKind::Drill))}, FilterOperator::Is, true));
    const QString filter = toText(all);
    return filter.size() > MaxFilterLength ? QString() : filter; // a part of it would be another set
}

QStringList failureWords(const UsageRow &row)
{
    QStringList words;
    for (int outcome = 0; outcome < OutcomeCount; ++outcome) {
        if (Outcome(outcome) != Outcome::Answered && Outcome(outcome) != Outcome::ClientGone && row.outcomes[size_t(outcome)] > 0)
            words.append(QString(word(Outcome(outcome))));
    }
    return words;
}

} // namespace understudy
