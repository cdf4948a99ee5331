// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <variant>

namespace understudy {

/// What a term of a filter looks at.
enum class FilterField {
    Text,     ///< no field named: ids, key, models, channels, outcomes, codes, the client, the providers' messages
    Key,      ///< name of the gateway key; or its id, the whole of it: that stays when a key is renamed
    Model,    ///< asked for, served or called
    Channel,  ///< served or called
    Id,       ///< of the exchange, or the client's own
    Status,   ///< answered, failed, interrupted, cancelled; 200, 5xx: what the client got
    Code,     ///< 429, 5xx: what the client or any attempt got
    Outcome,  ///< of any attempt: timeout, rate_limited …
    Skipped,  ///< why a candidate was not called: suspended, paused …
    Kind,     ///< live, drill, cache
    Api,      ///< a part of the path: chat, embeddings
    Stream,   ///< yes, no
    Saved,    ///< by retry or backup; yes, no
    Cache,    ///< hit, miss, bypass
    Attempts, Tokens, Duration, First, ///< numbers
    Since, Until,
};
inline constexpr int FilterFieldCount = int(FilterField::Until) + 1;

enum class FilterOperator { Is, Exactly, Less, LessOrEqual, Greater, GreaterOrEqual };

/// One condition. Values of words and numbers are alternatives: one of them is enough.
struct FilterTerm {
    FilterField field = FilterField::Text;
    FilterOperator op = FilterOperator::Is;
    bool negated = false;
    QStringList values;     ///< as typed, words in lower case; never empty
    QList<qint64> numbers;  ///< of Attempts, Tokens, Duration and First (ms), Since (included) and Until (not included; ms since 1970)

    bool operator==(const FilterTerm &) const = default;
};

/// A filter of the request log: an exchange must fulfil every term. Letters are compared without regard to case where they are
/// ASCII, and exactly otherwise, so that memory, SQLite and PostgreSQL agree. What is unknown fulfils no comparison.
struct FilterExpression {
    QList<FilterTerm> terms;

    bool isEmpty() const { return terms.isEmpty(); }
    bool operator==(const FilterExpression &) const = default;
};

/// Why a text is no filter, and where: for a field that turns red while somebody types, and for the command line.
struct FilterProblem {
    enum class What {
        UnknownField,   ///< `subject`: the word
        MissingValue,   ///< `subject`: the field; or nothing after "-" and "not": empty
        UnknownValue,   ///< `subject`: the value; `expected`: what would do
        NotComparable,  ///< `subject`: the field takes no < and >
        NotANumber,     ///< `subject`: the value
        NeedsUnit,      ///< `subject`: the value of a duration
        NotATime,       ///< `subject`: the value
        OpenQuote,
        TooLong,        ///< more than MaxFilterLength characters or MaxFilterTerms terms
    };
    What what = What::MissingValue;
    qsizetype at = 0;     ///< in the text, UTF-16
    qsizetype length = 0; ///< may be 0: at the end
    QString subject;
    QStringList expected;

    bool operator==(const FilterProblem &) const = default;
    QString text() const; ///< the sentence in English; windows have their own in ui/words
};

inline constexpr int MaxFilterLength = 1000;
inline constexpr int MaxFilterTerms = 50;

/// Ages are counted back from `now`; days begin at midnight of `zone`.
struct FilterMoment {
    WallTime now{};
    QTimeZone zone = QTimeZone::systemTimeZone();
};

/// Terms stand apart by blanks: `field:value`, `field=value` (the whole of it), `field:one,other`, `field>n`, `"free text"`; `-` or
/// `not` before a term turns it round. Quotes hold blanks and colons; \" and \\ are characters in them.
/// An empty text is the empty expression, which every exchange fulfils.
std::variant<FilterExpression, FilterProblem> parseFilter(QStringView text, const FilterMoment &moment);

/// A text that parses to the same terms.
QString toText(const FilterTerm &term);
QString toText(const FilterExpression &expression);

bool matches(const FilterTerm &term, const ExchangeRecord &record);
bool matches(const FilterExpression &expression, const ExchangeRecord &record);

/// "key", "model", … as it is written; nothing for Text.
QLatin1StringView word(FilterField field);
std::optional<FilterField> filterFieldFromWord(QStringView text); ///< also "reason" and "asked"-like synonyms; any case
/// The words that a field takes; empty for free text, numbers and times.
QStringList filterWords(FilterField field);
bool isComparable(FilterField field); ///< takes < and >

namespace filter {
/// Lower case of ASCII letters only, as SQLite's lower() and PostgreSQL's in the collation "C".
QString folded(QStringView text);
/// "5xx" → 500 … 599, "503" → 503 … 503; nothing for words.
std::optional<std::pair<int, int>> codeRange(QStringView value);
} // namespace filter

} // namespace understudy
