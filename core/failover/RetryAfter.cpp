// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/RetryAfter.h"

#include "base/FieldGrammar.h"
#include "failover/Classify.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace understudy {

namespace {

constexpr double LongestSeconds = 366.0 * 24 * 3600;

/// Reads a plain decimal number (no sign, no exponent) at `at` and moves past it.
std::optional<double> decimal(QByteArrayView text, qsizetype &at)
{
    double value = 0;
    const char *begin = text.data() + at;
    const auto read = std::from_chars(begin, text.data() + text.size(), value, std::chars_format::fixed);
    if (read.ec != std::errc() || *begin == '-' || !std::isfinite(value))
        return std::nullopt;
    at += read.ptr - begin;
    return value;
}

std::optional<Milliseconds> fromSeconds(double seconds)
{
    if (!(seconds >= 0) || seconds > LongestSeconds)
        return std::nullopt;
    return Milliseconds(qint64(std::ceil(seconds * 1000 - 1e-6))); // never earlier than asked
}

std::optional<int> number(QByteArrayView text, int from, int to)
{
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.isEmpty() || read.ec != std::errc() || read.ptr != text.data() + text.size() || value < from || value > to)
        return std::nullopt;
    return value;
}

/// When the window that is used up opens again. Both windows come with every answer, so the one with nothing left counts; if
/// neither says so, the earlier one: asking too early costs a refusal, asking too late costs a candidate.
std::optional<Milliseconds> fromRateLimitHeaders(const HttpHeaders &headers)
{
    std::optional<Milliseconds> usedUp, earliest;
    for (const char *kind : {"requests", "tokens"}) {
        const auto reset = headerValue(headers, QByteArray("x-ratelimit-reset-") + kind);
        const auto wait = reset ? durationFromText(*reset) : std::nullopt;
        if (!wait)
            continue;
        if (headerValue(headers, QByteArray("x-ratelimit-remaining-") + kind) == QByteArray("0"))
            usedUp = std::max(usedUp.value_or(*wait), *wait);
        earliest = std::min(earliest.value_or(*wait), *wait);
    }
    return usedUp ? usedUp : earliest;
}

} // namespace

std::optional<Milliseconds> durationFromText(QByteArrayView text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    double seconds = 0;
    qsizetype at = 0;
    bool plainAllowed = true;
    while (at < text.size()) {
        const auto value = decimal(text, at);
        if (!value)
            return std::nullopt;
        qsizetype end = at;
        while (end < text.size() && text[end] >= 'a' && text[end] <= 'z')
            ++end;
        const QByteArrayView unit = text.sliced(at, end - at);
        double scale = 1;
        if (unit == "ms")
            scale = 0.001;
        else if (unit == "m")
            scale = 60;
        else if (unit == "h")
            scale = 3600;
        else if (unit == "d")
            scale = 86400;
        else if (unit != "s" && !(unit.isEmpty() && plainAllowed))
            return std::nullopt;
        seconds += *value * scale;
        plainAllowed = false;
        at = end;
    }
    return fromSeconds(seconds);
}

std::optional<WallTime> httpDate(QByteArrayView text)
{
    static constexpr QByteArrayView months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    text = text.trimmed();
    // Sun, 06 Nov 1994 08:49:37 GMT
    if (text.size() != 29 || text.sliced(3, 2) != ", " || text.sliced(25) != " GMT" || text[7] != ' ' || text[11] != ' '
        || text[16] != ' ' || text[19] != ':' || text[22] != ':')
        return std::nullopt;
    const qsizetype month = months.indexOf(text.sliced(8, 3));
    const auto day = number(text.sliced(5, 2), 1, 31);
    const auto year = number(text.sliced(12, 4), 1970, 9999);
    const auto hour = number(text.sliced(17, 2), 0, 23);
    const auto minute = number(text.sliced(20, 2), 0, 59);
    const auto second = number(text.sliced(23, 2), 0, 60);
    if (month < 0 || month % 3 != 0 || !day || !year || !hour || !minute || !second)
        return std::nullopt;
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(*year), std::chrono::month(unsigned(month / 3 + 1)), std::chrono::day(unsigned(*day))};
    if (!date.ok())
        return std::nullopt;
    return WallTime(sys_days(date) + hours(*hour) + minutes(*minute) + seconds(*second));
}

std::optional<Milliseconds> retryAfter(const HttpHeaders &headers, WallTime now)
{
    if (const auto header = headerValue(headers, "retry-after")) {
        qsizetype at = 0;
        const QByteArrayView text = QByteArrayView(*header).trimmed();
        const auto seconds = text.isEmpty() ? std::nullopt : decimal(text, at);
        // However absurd, it was said: not to be taken for a provider that names no time and may be asked again at once.
        if (seconds && at == text.size())
            return fromSeconds(std::min(*seconds, LongestSeconds));
        if (isDigits(text)) // more than a double reads
            return fromSeconds(LongestSeconds);
        if (const auto date = httpDate(text)) {
            const auto wait = std::chrono::duration_cast<Milliseconds>(*date - now);
            return std::clamp(wait, Milliseconds::zero(), Milliseconds(qint64(LongestSeconds) * 1000));
        }
    }
    if (const auto header = headerValue(headers, "retry-after-ms")) {
        qsizetype at = 0;
        const QByteArrayView text = QByteArrayView(*header).trimmed();
        const auto value = text.isEmpty() ? std::nullopt : decimal(text, at);
        if (value && at == text.size()) {
            if (const auto wait = fromSeconds(*value / 1000))
                return wait;
        }
    }
    return fromRateLimitHeaders(headers);
}

} // namespace understudy
