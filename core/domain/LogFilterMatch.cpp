// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/LogFilterExpression.h"

#include "domain/Ending.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace filter {

QString folded(QStringView text)
{
    QString lower = text.toString();
    for (QChar &c : lower) {
        if (c >= u'A' && c <= u'Z')
            c = QChar(c.unicode() + ('a' - 'A'));
    }
    return lower;
}

std::optional<std::pair<int, int>> codeRange(QStringView value)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (value.size() != 3 || value[0] < u'1' || value[0] > u'9')
        return std::nullopt;
    if (value.mid(1).compare("xx"_L1, Qt::CaseInsensitive) == 0) {
        const int first = (value[0].unicode() - '0') * 100;
        return std::pair(first, first + 99);
    }
    if (!isDigit(value[1]) || !isDigit(value[2]))
        return std::nullopt;
    const int code = value.toInt();
    return std::pair(code, code);
}

} // namespace filter

namespace {

bool holds(const FilterTerm &term, const QString &text)
{
    const QString lower = filter::folded(text);
    return std::any_of(term.values.begin(), term.values.end(), [&](const QString &value) {
        const QString wanted = filter::folded(value);
        return term.op == FilterOperator::Exactly ? lower == wanted : lower.contains(wanted);
    });
}

/// The whole of it, however the term is written.
bool isOneOf(const FilterTerm &term, const QString &text)
{
    const QString lower = filter::folded(text);
    return std::any_of(term.values.begin(), term.values.end(), [&lower](const QString &value) { return filter::folded(value) == lower; });
}

bool anywhere(const FilterTerm &term, const ExchangeRecord &record)
{
    for (const QString &text : {record.id, record.clientRequestId, record.keyName, record.askedModel, record.servedChannel, record.servedModel,
                                record.errorCode, record.userAgent, QString(word(record.status))}) {
        if (holds(term, text))
            return true;
    }
    if (record.httpStatus && term.values.contains(QString::number(record.httpStatus)))
        return true;
    return std::any_of(record.attempts.begin(), record.attempts.end(), [&term](const AttemptRecord &attempt) {
        return holds(term, attempt.channel) || holds(term, attempt.model) || holds(term, QString(word(attempt.outcome))) || holds(term, attempt.message);
    });
}

bool compares(FilterOperator op, qint64 value, qint64 with)
{
    switch (op) {
    case FilterOperator::Is:
    case FilterOperator::Exactly: return value == with;
    case FilterOperator::Less: return value < with;
    case FilterOperator::LessOrEqual: return value <= with;
    case FilterOperator::Greater: return value > with;
    case FilterOperator::GreaterOrEqual: return value >= with;
    }
    return false;
}

bool compares(const FilterTerm &term, const std::optional<qint64> &value)
{
    return value && std::any_of(term.numbers.begin(), term.numbers.end(), [&](qint64 number) { return compares(term.op, *value, number); });
}

bool hasCode(const FilterTerm &term, int code)
{
    if (code == 0)
        return false;
    return std::any_of(term.values.begin(), term.values.end(), [&](const QString &value) {
        const auto range = filter::codeRange(value);
        if (!range)
            return false;
        return term.op > FilterOperator::Exactly ? compares(term.op, code, range->first) : code >= range->first && code <= range->second;
    });
}

bool isSaved(const FilterTerm &term, const ExchangeRecord &record)
{
    const Ending ending = endingOf(record);
    const bool saved = record.kind == ExchangeKind::Live && isRescue(ending);
    return std::any_of(term.values.begin(), term.values.end(), [saved, ending](const QString &value) {
        if (value == "no"_L1)
            return !saved;
        return saved && (value == "yes"_L1 || (value == "retry"_L1) == (ending == Ending::AfterRetry));
    });
}

bool holdsTrue(const FilterTerm &term, const ExchangeRecord &record)
{
    const auto anyAttempt = [&record](auto test) { return std::any_of(record.attempts.begin(), record.attempts.end(), test); };
    const qint64 time = record.time.time_since_epoch().count();
    switch (term.field) {
    case FilterField::Text: return anywhere(term, record);
    case FilterField::Key: return holds(term, record.keyName) || isOneOf(term, record.keyId);
    case FilterField::Model:
        return holds(term, record.askedModel) || holds(term, record.servedModel)
            || anyAttempt([&term](const AttemptRecord &attempt) { return holds(term, attempt.model); });
    case FilterField::Channel:
        return holds(term, record.servedChannel) || anyAttempt([&term](const AttemptRecord &attempt) { return holds(term, attempt.channel); });
    case FilterField::Id: return holds(term, record.id) || holds(term, record.clientRequestId);
    case FilterField::Status: return term.values.contains(QString(word(record.status))) || hasCode(term, record.httpStatus);
    case FilterField::Code:
        return hasCode(term, record.httpStatus) || anyAttempt([&term](const AttemptRecord &attempt) { return hasCode(term, attempt.httpStatus); });
    case FilterField::Outcome: return anyAttempt([&term](const AttemptRecord &attempt) { return term.values.contains(QString(word(attempt.outcome))); });
    case FilterField::Skipped:
        return std::any_of(record.skipped.begin(), record.skipped.end(),
                           [&term](const SkippedCandidate &skipped) { return term.values.contains(QString(word(skipped.reason))); });
    case FilterField::Kind: return term.values.contains(QString(word(record.kind)));
    case FilterField::Api: {
        const QString path = QString::fromLatin1(traits(record.api).path + 1);
        return std::any_of(term.values.begin(), term.values.end(), [&path](const QString &value) { return path.contains(value); });
    }
    case FilterField::Stream: return term.values.contains(record.stream ? u"yes"_s : u"no"_s);
    case FilterField::Saved: return isSaved(term, record);
    case FilterField::Cache: return term.values.contains(filter::folded(QString(word(record.cache))));
    case FilterField::Attempts: return compares(term, qint64(record.attempts.size()));
    case FilterField::Tokens: return compares(term, record.usage.total());
    case FilterField::Duration: return compares(term, record.durationMs);
    case FilterField::First: return compares(term, record.firstOutputMs);
    case FilterField::Since: return time >= term.numbers.first();
    case FilterField::Until: return time < term.numbers.first();
    }
    return false;
}

} // namespace

bool matches(const FilterTerm &term, const ExchangeRecord &record) { return holdsTrue(term, record) != term.negated; }

bool matches(const FilterExpression &expression, const ExchangeRecord &record)
{
    return std::all_of(expression.terms.begin(), expression.terms.end(), [&record](const FilterTerm &term) { return matches(term, record); });
}

} // namespace understudy
