// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LogFilterSql.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

class Writer {
public:
    explicit Writer(Engine engine) : m_postgres(engine == Engine::PostgreSQL) {}

    void add(const FilterTerm &term)
    {
        m_condition.text += m_condition.text.isEmpty() ? QString() : u" AND "_s;
        m_condition.text += (term.negated ? u"NOT ("_s : u"("_s) + of(term) + u')';
    }
    SqlCondition take() { return std::move(m_condition); }

private:
    static QString any(const QStringList &parts) { return parts.isEmpty() ? u"1 = 0"_s : parts.join(u" OR "_s); }

    QString value(const QVariant &one)
    {
        m_condition.values.append(one);
        return u"?"_s;
    }

    /// Case does not count for ASCII; the engines' own case rules differ from each other and with the locale.
    QString lower(const QString &column) const { return m_postgres ? u"lower(%1 COLLATE \"C\")"_s.arg(column) : u"lower(%1)"_s.arg(column); }

    QString holds(const FilterTerm &term, const QStringList &columns)
    {
        QStringList parts;
        for (const QString &column : columns) {
            for (const QString &wanted : term.values) {
                const QString folded = filter::folded(wanted);
                if (term.op == FilterOperator::Exactly)
                    parts.append(u"%1 = %2"_s.arg(lower(column), value(folded)));
                else
                    parts.append((m_postgres ? u"strpos(%1, %2) > 0"_s : u"instr(%1, %2) > 0"_s).arg(lower(column), value(folded)));
            }
        }
        return any(parts);
    }

    QString isOneOf(const QString &column, const QStringList &words)
    {
        QStringList parts;
        for (const QString &one : words)
            parts.append(value(one));
        return u"%1 IN (%2)"_s.arg(column, parts.join(u", "_s));
    }

    /// However the term is written; case does not count.
    QString isWholly(const QString &column, const QStringList &wanted)
    {
        QStringList folded;
        for (const QString &one : wanted)
            folded.append(filter::folded(one));
        return isOneOf(lower(column), folded);
    }

    static QString inAttempts(const QString &condition)
    {
        return u"EXISTS (SELECT 1 FROM attempts a WHERE a.exchange_seq = e.seq AND (%1))"_s.arg(condition);
    }

    static QLatin1StringView sign(FilterOperator op)
    {
        switch (op) {
        case FilterOperator::Is:
        case FilterOperator::Exactly: return "="_L1;
        case FilterOperator::Less: return "<"_L1;
        case FilterOperator::LessOrEqual: return "<="_L1;
        case FilterOperator::Greater: return ">"_L1;
        case FilterOperator::GreaterOrEqual: return ">="_L1;
        }
        return "="_L1;
    }

    QString compares(const FilterTerm &term, const QString &expression, bool nullable)
    {
        QStringList parts;
        for (const qint64 number : term.numbers)
            parts.append(u"%1 %2 %3"_s.arg(expression, sign(term.op), value(number)));
        return nullable ? u"%1 IS NOT NULL AND (%2)"_s.arg(expression, any(parts)) : any(parts);
    }

    QString codes(const FilterTerm &term, const QString &column)
    {
        QStringList parts;
        for (const QString &text : term.values) {
            const auto range = filter::codeRange(text);
            if (!range)
                continue;
            if (term.op > FilterOperator::Exactly)
                parts.append(u"%1 %2 %3"_s.arg(column, sign(term.op), value(range->first)));
            else if (range->first == range->second)
                parts.append(u"%1 = %2"_s.arg(column, value(range->first)));
            else { // one after the other: the order of the values counts
                const QString from = value(range->first);
                parts.append(u"%1 BETWEEN %2 AND %3"_s.arg(column, from, value(range->second)));
            }
        }
        return u"%1 <> 0 AND (%2)"_s.arg(column, any(parts));
    }

    QString text(const FilterTerm &term)
    {
        QString own = holds(term, {u"e.id"_s, u"e.client_request_id"_s, u"e.key_name"_s, u"e.asked_model"_s, u"e.served_channel"_s, u"e.served_model"_s,
                                   u"e.error_code"_s, u"e.user_agent"_s, u"e.status"_s});
        if (const auto code = filter::codeRange(term.values.first()); code && code->first == code->second)
            own += u" OR e.http_status = "_s + value(code->first);
        return own + u" OR "_s + inAttempts(holds(term, {u"a.channel"_s, u"a.model"_s, u"a.outcome"_s, u"a.message"_s}));
    }

    QString skipped(const FilterTerm &term)
    {
        // A quote in a name is escaped in the column, so this can be nothing but the member itself.
        QStringList parts;
        for (const QString &reason : term.values)
            parts.append((m_postgres ? u"strpos(coalesce(e.skipped, ''), %1) > 0"_s : u"instr(coalesce(e.skipped, ''), %1) > 0"_s)
                             .arg(value(u"\"reason\":\"%1\""_s.arg(reason))));
        return any(parts);
    }

    QString api(const FilterTerm &term)
    {
        QStringList paths;
        for (int i = 0; i < ApiCount; ++i) {
            const QString path = QString::fromLatin1(traits(Api(i)).path);
            for (const QString &wanted : term.values) {
                if (path.mid(1).contains(wanted))
                    paths.append(path);
            }
        }
        return paths.isEmpty() ? u"1 = 0"_s : isOneOf(u"e.api"_s, paths);
    }

    QString saved(const FilterTerm &term)
    {
        const auto ended = [](const QString &words) { return u"(e.kind = 'live' AND e.ending IN (%1))"_s.arg(words); };
        const QString retry = u"'after_retry'"_s, backup = u"'after_backup'"_s;
        QStringList parts;
        for (const QString &one : term.values) {
            if (one == "backup"_L1)
                parts.append(ended(backup));
            else if (one == "retry"_L1)
                parts.append(ended(retry));
            else
                parts.append((one == "yes"_L1 ? u"%1"_s : u"NOT %1"_s).arg(ended(retry + u", "_s + backup)));
        }
        return any(parts);
    }

    QString of(const FilterTerm &term)
    {
        static const QString tokens = u"coalesce(e.total_tokens, CASE WHEN e.prompt_tokens IS NULL AND e.completion_tokens IS NULL THEN NULL "
                                      "ELSE coalesce(e.prompt_tokens, 0) + coalesce(e.completion_tokens, 0) END)"_s;
        switch (term.field) {
        case FilterField::Text: return text(term);
        case FilterField::Key: {
            const QString name = holds(term, {u"e.key_name"_s});
            return name + u" OR "_s + isWholly(u"e.key_id"_s, term.values);
        }
        case FilterField::Model: {
            const QString own = holds(term, {u"e.asked_model"_s, u"e.served_model"_s});
            return own + u" OR "_s + inAttempts(holds(term, {u"a.model"_s}));
        }
        case FilterField::Channel: {
            const QString own = holds(term, {u"e.served_channel"_s});
            return own + u" OR "_s + inAttempts(holds(term, {u"a.channel"_s}));
        }
        case FilterField::Id: return holds(term, {u"e.id"_s, u"e.client_request_id"_s});
        case FilterField::Status: {
            const QString words = isOneOf(u"e.status"_s, term.values);
            return words + u" OR ("_s + codes(term, u"e.http_status"_s) + u')';
        }
        case FilterField::Code: {
            const QString own = codes(term, u"e.http_status"_s);
            return u'(' + own + u") OR "_s + inAttempts(codes(term, u"a.http_status"_s));
        }
        case FilterField::Outcome: return inAttempts(isOneOf(u"a.outcome"_s, term.values));
        case FilterField::Skipped: return skipped(term);
        case FilterField::Kind: return isOneOf(u"e.kind"_s, term.values);
        case FilterField::Api: return api(term);
        case FilterField::Stream: {
            QStringList parts;
            for (const QString &one : term.values)
                parts.append(one == "yes"_L1 ? u"e.stream <> 0"_s : u"e.stream = 0"_s);
            return any(parts);
        }
        case FilterField::Saved: return saved(term);
        case FilterField::Cache: {
            QStringList words;
            for (const QString &one : term.values)
                words.append(one.toUpper());
            return isOneOf(u"e.cache"_s, words);
        }
        case FilterField::Attempts: return compares(term, u"(SELECT count(*) FROM attempts a WHERE a.exchange_seq = e.seq)"_s, false);
        case FilterField::Tokens: return compares(term, tokens, true);
        case FilterField::Duration: return compares(term, u"e.duration_ms"_s, false);
        case FilterField::First: return compares(term, u"e.first_output_ms"_s, true);
        case FilterField::Since: return u"e.time_ms >= "_s + value(term.numbers.first());
        case FilterField::Until: return u"e.time_ms < "_s + value(term.numbers.first());
        }
        return u"1 = 1"_s;
    }

    const bool m_postgres;
    SqlCondition m_condition;
};

} // namespace

SqlCondition toSql(const FilterExpression &expression, Engine engine)
{
    Writer writer(engine);
    for (const FilterTerm &term : expression.terms)
        writer.add(term);
    return writer.take();
}

} // namespace understudy
