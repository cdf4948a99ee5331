// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/LogFilterExpression.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array fields{""_L1,       "key"_L1,     "model"_L1,  "channel"_L1, "id"_L1,    "status"_L1,   "code"_L1,   "outcome"_L1, "skipped"_L1,  "kind"_L1,
                            "api"_L1,    "stream"_L1,  "saved"_L1,  "cache"_L1,   "attempts"_L1, "tokens"_L1, "duration"_L1, "first"_L1, "since"_L1, "until"_L1};
static_assert(fields.size() == FilterFieldCount);

bool isBlank(QChar c) { return c.isSpace(); }
bool isLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; }
/// The wide ones come from Chinese keyboards.
bool isColon(QChar c) { return c == u':' || c == u'\uFF1A'; }
bool isQuote(QChar c) { return c == u'"' || c == u'\u201C' || c == u'\u201D'; }
bool isComma(QChar c) { return c == u',' || c == u'\uFF0C'; }

bool takesNumber(FilterField field) { return field == FilterField::Attempts || field == FilterField::Tokens; }
bool takesDuration(FilterField field) { return field == FilterField::Duration || field == FilterField::First; }
bool takesTime(FilterField field) { return field == FilterField::Since || field == FilterField::Until; }
bool takesCode(FilterField field) { return field == FilterField::Status || field == FilterField::Code; }

std::optional<qint64> count(QStringView text)
{
    qint64 factor = 1;
    if (text.endsWith(u'k', Qt::CaseInsensitive) || text.endsWith(u'm', Qt::CaseInsensitive)) {
        factor = text.endsWith(u'k', Qt::CaseInsensitive) ? 1'000 : 1'000'000;
        text.chop(1);
    }
    const bool digits = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits || text.size() > 12)
        return std::nullopt;
    return text.toLongLong() * factor;
}

struct Unit {
    QLatin1StringView name;
    qint64 ms;
};
constexpr std::array units{Unit{"ms"_L1, 1}, Unit{"s"_L1, 1'000}, Unit{"m"_L1, 60'000}, Unit{"min"_L1, 60'000}, Unit{"h"_L1, 3'600'000}, Unit{"d"_L1, 86'400'000}};

/// "500ms", "2s", "1.5s", "7d"; `bare`: it was a number without a unit.
std::optional<qint64> span(QStringView text, bool *bare = nullptr)
{
    qsizetype digits = 0;
    while (digits < text.size() && ((text[digits] >= u'0' && text[digits] <= u'9') || text[digits] == u'.'))
        ++digits;
    bool number = false;
    const double amount = text.left(digits).toDouble(&number);
    if (!number || digits > 9)
        return std::nullopt;
    for (const Unit &unit : units) {
        if (text.mid(digits).compare(unit.name, Qt::CaseInsensitive) == 0)
            return qint64(amount * double(unit.ms) + 0.5);
    }
    if (bare)
        *bare = digits == text.size();
    return std::nullopt;
}

std::optional<qint64> moment(QStringView text, FilterField field, const FilterMoment &at)
{
    const qint64 now = at.now.time_since_epoch().count();
    if (const std::optional<qint64> age = span(text))
        return now - *age;
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, at.zone).date();
    const bool until = field == FilterField::Until;
    const auto midnight = [&](const QDate &date) -> std::optional<qint64> {
        const QDateTime begins = (until ? date.addDays(1) : date).startOfDay(at.zone);
        return begins.isValid() ? std::optional(begins.toMSecsSinceEpoch()) : std::nullopt;
    };
    if (text.compare("today"_L1, Qt::CaseInsensitive) == 0)
        return midnight(today);
    if (text.compare("yesterday"_L1, Qt::CaseInsensitive) == 0)
        return midnight(today.addDays(-1));
    if (const QDate date = QDate::fromString(text.toString(), Qt::ISODate); date.isValid() && text.size() == 10)
        return midnight(date);
    QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODate);
    if (!time.isValid() || text.size() < 12)
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), at.zone);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

class Parser {
public:
    Parser(QStringView text, const FilterMoment &moment) : m_text(text), m_moment(moment) {}

    std::variant<FilterExpression, FilterProblem> run()
    {
        if (m_text.size() > MaxFilterLength)
            return FilterProblem{FilterProblem::What::TooLong, MaxFilterLength, m_text.size() - MaxFilterLength, {}, {}};
        FilterExpression expression;
        for (skipBlanks(); m_at < m_text.size(); skipBlanks()) {
            if (expression.terms.size() == MaxFilterTerms)
                return FilterProblem{FilterProblem::What::TooLong, m_at, m_text.size() - m_at, {}, {}};
            FilterTerm term;
            if (!readTerm(term))
                return m_problem;
            expression.terms.append(term);
        }
        return expression;
    }

private:
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    bool atEnd() const { return m_at >= m_text.size(); }
    void skipBlanks()
    {
        while (!atEnd() && isBlank(peek()))
            ++m_at;
    }
    bool fail(FilterProblem::What what, qsizetype at, qsizetype end, const QString &subject = {}, const QStringList &expected = {})
    {
        m_problem = {what, at, end - at, subject, expected};
        return false;
    }

    bool readTerm(FilterTerm &term)
    {
        const qsizetype begin = m_at;
        if (peek() == u'-') {
            term.negated = true;
            ++m_at;
        } else if (m_text.mid(m_at, 3).compare("not"_L1, Qt::CaseInsensitive) == 0 && isBlank(peek(3))) {
            term.negated = true;
            m_at += 3;
            skipBlanks();
        }
        if (atEnd() || isBlank(peek()))
            return fail(FilterProblem::What::MissingValue, begin, m_at);
        const qsizetype wordBegin = m_at;
        while (!atEnd() && isLetter(peek()))
            ++m_at;
        const QStringView name = m_text.mid(wordBegin, m_at - wordBegin);
        if (name.isEmpty() || !readOperator(term.op)) {
            m_at = wordBegin;
            return readFreeText(term);
        }
        const std::optional<FilterField> field = filterFieldFromWord(name);
        if (!field)
            return fail(FilterProblem::What::UnknownField, wordBegin, wordBegin + name.size(), name.toString());
        term.field = *field;
        if (term.op > FilterOperator::Exactly && !isComparable(*field))
            return fail(FilterProblem::What::NotComparable, wordBegin, m_at, QString(word(*field)));
        return readValues(term);
    }

    bool readOperator(FilterOperator &op)
    {
        const bool colon = isColon(peek());
        if (colon)
            ++m_at;
        const QChar c = peek();
        if (c != u'<' && c != u'>' && c != u'=')
            return colon;
        ++m_at;
        const bool equal = c != u'=' && peek() == u'=';
        if (equal)
            ++m_at;
        op = c == u'=' ? FilterOperator::Exactly
            : c == u'<' ? (equal ? FilterOperator::LessOrEqual : FilterOperator::Less)
                        : (equal ? FilterOperator::GreaterOrEqual : FilterOperator::Greater);
        return true;
    }

    bool readFreeText(FilterTerm &term)
    {
        QString value;
        if (!readValue(value, false))
            return false;
        if (value.isEmpty())
            return fail(FilterProblem::What::MissingValue, m_at, m_at);
        term.values = {value};
        return true;
    }

    bool readValues(FilterTerm &term)
    {
        for (;;) {
            const qsizetype begin = m_at;
            QString value;
            if (!readValue(value, true))
                return false;
            if (value.isEmpty())
                return fail(FilterProblem::What::MissingValue, begin, m_at, QString(word(term.field)));
            if (!take(term, value, begin))
                return false;
            const bool more = isComma(peek());
            if (!more)
                return true;
            if (term.op > FilterOperator::Exactly || takesTime(term.field)) // one end is enough
                return fail(FilterProblem::What::UnknownValue, begin, m_at + 1, value + u',', {});
            ++m_at;
        }
    }

    /// What no database can hold cannot be looked for in it either: NUL, and halves of characters.
    static void clean(QString &value)
    {
        value.remove(QChar::Null);
        if (std::any_of(value.begin(), value.end(), [](QChar c) { return c.isSurrogate(); }))
            value = QString::fromUtf8(value.toUtf8());
    }

    bool readValue(QString &value, bool list)
    {
        const qsizetype begin = m_at;
        if (!isQuote(peek())) {
            while (!atEnd() && !isBlank(peek()) && !(list && isComma(peek())))
                value += m_text[m_at++];
            clean(value);
            return true;
        }
        for (++m_at; !atEnd(); ++m_at) {
            if (isQuote(peek())) {
                ++m_at;
                clean(value);
                return true;
            }
            if (peek() == u'\\' && (isQuote(peek(1)) || peek(1) == u'\\'))
                ++m_at;
            value += peek();
        }
        return fail(FilterProblem::What::OpenQuote, begin, m_text.size());
    }

    /// The meaning of one value, or why it has none for this field.
    bool take(FilterTerm &term, QString value, qsizetype begin)
    {
        using What = FilterProblem::What;
        if (takesNumber(term.field) || takesDuration(term.field)) {
            bool bare = false;
            const std::optional<qint64> number = takesNumber(term.field) ? count(value) : span(value, &bare);
            if (!number)
                return fail(bare ? What::NeedsUnit : What::NotANumber, begin, m_at, value);
            term.numbers.append(*number);
        } else if (takesTime(term.field)) {
            const std::optional<qint64> time = moment(value, term.field, m_moment);
            if (!time)
                return fail(What::NotATime, begin, m_at, value);
            term.numbers.append(*time);
        } else if (takesCode(term.field) && filter::codeRange(value)) {
            if (term.op > FilterOperator::Exactly && value.endsWith(u'x', Qt::CaseInsensitive))
                return fail(What::NotANumber, begin, m_at, value);
            value = filter::folded(value);
        } else if (takesCode(term.field) && term.op > FilterOperator::Exactly) {
            return fail(What::NotANumber, begin, m_at, value);
        } else if (const QStringList known = filterWords(term.field); !known.isEmpty()) {
            value = filter::folded(value);
            const bool fits = term.field == FilterField::Api
                ? std::any_of(known.begin(), known.end(), [&value](const QString &path) { return path.contains(value); })
                : known.contains(value);
            if (!fits)
                return fail(What::UnknownValue, begin, m_at, value, known);
        }
        term.values.append(value);
        return true;
    }

    QStringView m_text;
    const FilterMoment &m_moment;
    qsizetype m_at = 0;
    FilterProblem m_problem;
};

QString quoted(const QString &value)
{
    QString text = u"\""_s;
    for (const QChar c : value) {
        if (isQuote(c) || c == u'\\')
            text += u'\\';
        text += c;
    }
    return text + u'"';
}

bool isPlain(const QString &value)
{
    return !value.isEmpty() && std::all_of(value.begin(), value.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'/' || c == u'.';
    });
}

/// Of a time: colons and a sign may stand without quotes, too.
bool isOneWord(const QString &value)
{
    return std::all_of(value.begin(), value.end(), [](QChar c) { return c > u' ' && c < u'\u007f' && c != u'"' && c != u',' && c != u'\\' && c != u'<' && c != u'>' && c != u'='; });
}

} // namespace

std::variant<FilterExpression, FilterProblem> parseFilter(QStringView text, const FilterMoment &moment) { return Parser(text, moment).run(); }

QString toText(const FilterTerm &term)
{
    static constexpr std::array operators{":"_L1, "="_L1, "<"_L1, "<="_L1, ">"_L1, ">="_L1};
    QStringList values;
    for (const QString &value : term.values) {
        const bool bare = term.field == FilterField::Text
            ? isPlain(value) && !value.startsWith(u'-') && value.compare("not"_L1, Qt::CaseInsensitive) != 0
            : isPlain(value) || (takesTime(term.field) && isOneWord(value));
        values.append(bare ? value : quoted(value));
    }
    const QString sign = term.negated ? u"-"_s : QString();
    if (term.field == FilterField::Text)
        return sign + values.join(u' ');
    return sign + QString(word(term.field)) + QString(operators[size_t(term.op)]) + values.join(u',');
}

QString toText(const FilterExpression &expression)
{
    QStringList terms;
    for (const FilterTerm &term : expression.terms)
        terms.append(toText(term));
    return terms.join(u' ');
}

QLatin1StringView word(FilterField field) { return fields[size_t(field)]; }

std::optional<FilterField> filterFieldFromWord(QStringView text)
{
    for (size_t i = 1; i < fields.size(); ++i) {
        if (text.compare(fields[i], Qt::CaseInsensitive) == 0)
            return FilterField(i);
    }
    if (text.compare("reason"_L1, Qt::CaseInsensitive) == 0)
        return FilterField::Outcome;
    return std::nullopt;
}

bool isComparable(FilterField field) { return takesNumber(field) || takesDuration(field) || takesCode(field); }

QStringList filterWords(FilterField field)
{
    QStringList words;
    switch (field) {
    case FilterField::Status:
        for (int i = 0; i <= int(ExchangeStatus::Cancelled); ++i)
            words.append(word(ExchangeStatus(i)));
        return words << u"2xx"_s << u"4xx"_s << u"5xx"_s;
    case FilterField::Code: return {u"2xx"_s, u"4xx"_s, u"5xx"_s, u"401"_s, u"429"_s, u"503"_s};
    case FilterField::Outcome:
        for (int i = 0; i < OutcomeCount; ++i)
            words.append(word(Outcome(i)));
        return words;
    case FilterField::Skipped:
        for (int i = 0; i < SkipReasonCount; ++i)
            words.append(word(SkipReason(i)));
        return words;
    case FilterField::Kind: return {u"live"_s, u"drill"_s, u"cache"_s};
    case FilterField::Api:
        for (int i = 0; i < ApiCount; ++i)
            words.append(QString::fromLatin1(traits(Api(i)).path + 1));
        return words;
    case FilterField::Stream: return {u"yes"_s, u"no"_s};
    case FilterField::Saved: return {u"retry"_s, u"backup"_s, u"yes"_s, u"no"_s};
    case FilterField::Cache: return {u"hit"_s, u"miss"_s, u"bypass"_s};
    default: return {};
    }
}

QString FilterProblem::text() const
{
    switch (what) {
    case What::UnknownField:
        return u"There is no field “%1”. Put text with a colon into quotes, or use one of: %2."_s.arg(subject, [] {
            QStringList all;
            for (size_t i = 1; i < fields.size(); ++i)
                all.append(QString(fields[i]));
            return all.join(u", "_s);
        }());
    case What::MissingValue:
        return subject.isEmpty() ? u"Something to look for is missing here."_s : u"“%1” needs a value."_s.arg(subject);
    case What::UnknownValue:
        return expected.isEmpty() ? u"“%1” takes one value only."_s.arg(subject) : u"“%1” is not one of: %2."_s.arg(subject, expected.join(u", "_s));
    case What::NotComparable: return u"“%1” cannot be compared; write %1:value."_s.arg(subject);
    case What::NotANumber: return u"“%1” is not a number."_s.arg(subject);
    case What::NeedsUnit: return u"“%1” needs a unit: %1ms or %1s."_s.arg(subject);
    case What::NotATime: return u"“%1” is not a time. Write an age (30m, 1h, 7d), today, yesterday or a date (2026-11-01)."_s.arg(subject);
    case What::OpenQuote: return u"The quote is not closed."_s;
    case What::TooLong: return u"The filter is too long: at most %1 characters and %2 terms."_s.arg(MaxFilterLength).arg(MaxFilterTerms);
    }
    return {};
}

} // namespace understudy
