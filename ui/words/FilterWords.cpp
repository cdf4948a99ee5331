// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/FilterWords.h"

#include <QCoreApplication>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text) { return QCoreApplication::translate("understudy::words", text); }

} // namespace

QString filterProblem(const FilterProblem &problem)
{
    using What = FilterProblem::What;
    switch (problem.what) {
    case What::UnknownField: return say(QT_TRANSLATE_NOOP("understudy::words", "There is no field “%1”. Text with a colon needs quotes.")).arg(problem.subject);
    case What::MissingValue:
        return problem.subject.isEmpty() ? say(QT_TRANSLATE_NOOP("understudy::words", "Something to look for is missing."))
                                         : say(QT_TRANSLATE_NOOP("understudy::words", "“%1” needs a value.")).arg(problem.subject);
    case What::UnknownValue:
        return problem.expected.isEmpty()
            ? say(QT_TRANSLATE_NOOP("understudy::words", "“%1”: one value only.")).arg(problem.subject)
            : say(QT_TRANSLATE_NOOP("understudy::words", "“%1” is none of: %2.")).arg(problem.subject, problem.expected.join(u", "_s));
    case What::NotComparable: return say(QT_TRANSLATE_NOOP("understudy::words", "“%1” is not a number: write %1:value.")).arg(problem.subject);
    case What::NotANumber: return say(QT_TRANSLATE_NOOP("understudy::words", "“%1” is not a number.")).arg(problem.subject);
    case What::NeedsUnit: return say(QT_TRANSLATE_NOOP("understudy::words", "“%1” needs a unit: %1ms or %1s.")).arg(problem.subject);
    case What::NotATime:
        return say(QT_TRANSLATE_NOOP("understudy::words", "“%1” is not a time: write 30m, 1h, 7d, today, yesterday or a date (2026-11-01).")).arg(problem.subject);
    case What::OpenQuote: return say(QT_TRANSLATE_NOOP("understudy::words", "The quote is not closed."));
    case What::TooLong: return say(QT_TRANSLATE_NOOP("understudy::words", "The filter is too long."));
    }
    return {};
}

QString filterFieldText(FilterField field)
{
    switch (field) {
    case FilterField::Text: return {};
    case FilterField::Key: return say(QT_TRANSLATE_NOOP("understudy::words", "name of the gateway access key"));
    case FilterField::Model: return say(QT_TRANSLATE_NOOP("understudy::words", "model that was asked for or answered"));
    case FilterField::Channel: return say(QT_TRANSLATE_NOOP("understudy::words", "channel that was called"));
    case FilterField::Id: return say(QT_TRANSLATE_NOOP("understudy::words", "id of the request"));
    case FilterField::Status: return say(QT_TRANSLATE_NOOP("understudy::words", "what the client got: answered, failed, 5xx, 200"));
    case FilterField::Code: return say(QT_TRANSLATE_NOOP("understudy::words", "HTTP code of any attempt: 429, 5xx"));
    case FilterField::Outcome: return say(QT_TRANSLATE_NOOP("understudy::words", "what became of any attempt: timeout, rate_limited"));
    case FilterField::Skipped: return say(QT_TRANSLATE_NOOP("understudy::words", "why a model was not called"));
    case FilterField::Kind: return say(QT_TRANSLATE_NOOP("understudy::words", "live, drill or cache"));
    case FilterField::Api: return say(QT_TRANSLATE_NOOP("understudy::words", "the interface: chat, embeddings"));
    case FilterField::Stream: return say(QT_TRANSLATE_NOOP("understudy::words", "streamed or not: yes, no"));
    case FilterField::Saved: return say(QT_TRANSLATE_NOOP("understudy::words", "saved by a retry or a backup"));
    case FilterField::Cache: return say(QT_TRANSLATE_NOOP("understudy::words", "from the cache or not: hit, miss"));
    case FilterField::Attempts: return say(QT_TRANSLATE_NOOP("understudy::words", "number of attempts"));
    case FilterField::Tokens: return say(QT_TRANSLATE_NOOP("understudy::words", "tokens of the answer"));
    case FilterField::Duration: return say(QT_TRANSLATE_NOOP("understudy::words", "how long it took: 500ms, 10s"));
    case FilterField::First: return say(QT_TRANSLATE_NOOP("understudy::words", "time to the first output"));
    case FilterField::Since: return say(QT_TRANSLATE_NOOP("understudy::words", "not older than: 1h, today, 2026-11-01"));
    case FilterField::Until: return say(QT_TRANSLATE_NOOP("understudy::words", "not newer than: 1h, yesterday, 2026-11-01"));
    }
    return {};
}

} // namespace understudy::words
