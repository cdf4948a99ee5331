// SPDX-License-Identifier: GPL-3.0-or-later
#include "FuzzCheck.h"

#include "domain/LogFilterCompletion.h"

using namespace understudy;
using fuzz::check;

/// Any text is a filter or has a problem that lies inside it and can be said. A filter is written as a text that means the same,
/// an exchange fulfils it or not, and completion stays inside the text, too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(fuzz::view(data, size));
    const FilterMoment moment{WallTime(Milliseconds(1'795'000'000'000)), QTimeZone::utc()};
    const auto parsed = parseFilter(text, moment);
    if (const auto *problem = std::get_if<FilterProblem>(&parsed)) {
        check(!problem->text().isEmpty(), "a problem is said");
        check(problem->at >= 0 && problem->length >= 0 && problem->at + problem->length <= text.size(), "a problem lies inside the text");
    } else {
        const FilterExpression &expression = std::get<FilterExpression>(parsed);
        const QString written = toText(expression);
        if (written.size() <= MaxFilterLength) {
            const auto again = parseFilter(written, moment);
            check(std::holds_alternative<FilterExpression>(again) && std::get<FilterExpression>(again) == expression, "what is written means the same");
        }
        ExchangeRecord record;
        record.keyName = text.left(5);
        record.attempts.append(AttemptRecord());
        for (FilterTerm term : expression.terms) {
            const bool fulfilled = matches(term, record);
            term.negated = !term.negated;
            check(matches(term, record) != fulfilled, "a negated term is the opposite");
        }
    }
    for (qsizetype cursor = 0; cursor <= std::min<qsizetype>(text.size(), 40); ++cursor) {
        const FilterProposals found = completeFilter(text, cursor, {{QStringLiteral("demo"), QStringLiteral("my key")}, {QStringLiteral("a/7B")}, {}});
        check(found.at >= 0 && found.at + found.length <= cursor, "completion replaces what stands before the cursor");
        check(found.proposals.size() <= MostProposals, "proposals are few");
    }
    return 0;
}
