// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/KeyOptions.h"

#include "cli/Values.h"

#include <limits>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

std::optional<OptionError> takeInt(const Arguments &arguments, const QString &option, int &into)
{
    qint64 wide = into;
    if (std::optional<OptionError> problem = takeCount(arguments, option, wide))
        return problem;
    if (wide > std::numeric_limits<int>::max())
        return OptionError{option, {ErrorKind::Invalid, u"is too large"_s, {}}};
    into = int(wide);
    return std::nullopt;
}

std::optional<OptionError> takeTimes(const Arguments &arguments, Policy &policy)
{
    struct Time {
        QString option;
        Milliseconds *into;
    };
    for (const Time &time : {Time{u"idle-timeout"_s, &policy.idleTimeout}, Time{u"deadline"_s, &policy.deadline},
                             Time{u"connect-timeout"_s, &policy.connectTimeout}, Time{u"backoff"_s, &policy.backoff},
                             Time{u"breaker-suspend"_s, &policy.breaker.suspend}}) {
        if (std::optional<OptionError> problem = takeDuration(arguments, time.option, *time.into))
            return problem;
    }
    struct Optional {
        QString option;
        std::optional<Milliseconds> *into;
    };
    for (const Optional &time : {Optional{u"timeout"_s, &policy.timeout}, Optional{u"first-output-timeout"_s, &policy.firstOutputTimeout}}) {
        Milliseconds value{0};
        if (std::optional<OptionError> problem = takeDuration(arguments, time.option, value))
            return problem;
        if (arguments.has(time.option))
            *time.into = value;
    }
    if (arguments.has(u"cache"_s)) {
        Milliseconds ttl{0};
        if (std::optional<OptionError> problem = takeDuration(arguments, u"cache"_s, ttl))
            return problem;
        const auto whole = std::chrono::duration_cast<std::chrono::seconds>(ttl);
        if (whole != ttl)
            return OptionError{u"cache"_s, {ErrorKind::Invalid, u"“%1” must be whole seconds"_s.arg(arguments.value(u"cache"_s)), {}}};
        policy.cache = {true, whole};
    }
    return std::nullopt;
}

std::optional<OptionError> takeLimits(const Arguments &arguments, GatewayKey &key)
{
    struct Count {
        QString option;
        qint64 *into;
    };
    for (const Count &count : {Count{u"free-tokens"_s, &key.freeTokens}, Count{u"tokens-per-day"_s, &key.limits.tokensPerDay},
                               Count{u"tokens-per-month"_s, &key.limits.tokensPerMonth}}) {
        if (std::optional<OptionError> problem = takeCount(arguments, count.option, *count.into))
            return problem;
    }
    if (std::optional<OptionError> problem = takeInt(arguments, u"requests-per-minute"_s, key.limits.requestsPerMinute))
        return problem;
    if (arguments.has(u"expires"_s)) {
        const Result<QDateTime> expiry = parseExpiry(arguments.value(u"expires"_s));
        if (!expiry)
            return OptionError{u"expires"_s, expiry.error()};
        key.expiresAt = *expiry;
    }
    if (arguments.has(u"address"_s))
        key.limits.addresses = arguments.values(u"address"_s);
    return std::nullopt;
}

} // namespace

std::optional<OptionError> takeCount(const Arguments &arguments, const QString &option, qint64 &into)
{
    if (!arguments.has(option))
        return std::nullopt;
    bool ok = false;
    const qint64 value = parseCount(arguments.value(option), &ok);
    if (!ok)
        return OptionError{option, {ErrorKind::Invalid, u"“%1” is no number. Write digits, or 500k or 2M."_s.arg(arguments.value(option)), {}}};
    into = value;
    return std::nullopt;
}

std::optional<OptionError> takeDuration(const Arguments &arguments, const QString &option, Milliseconds &into)
{
    if (!arguments.has(option))
        return std::nullopt;
    const Result<Milliseconds> value = parseDuration(arguments.value(option));
    if (!value)
        return OptionError{option, value.error()};
    into = *value;
    return std::nullopt;
}

std::optional<OptionError> applyKeyOptions(const Arguments &arguments, GatewayKey &key)
{
    Policy &policy = key.policy;
    key.description = arguments.value(u"description"_s, key.description);
    if (std::optional<OptionError> problem = takeInt(arguments, u"retries"_s, policy.retries))
        return problem;
    if (std::optional<OptionError> problem = takeInt(arguments, u"breaker-failures"_s, policy.breaker.failures))
        return problem;
    if (std::optional<OptionError> problem = takeTimes(arguments, policy))
        return problem;
    policy.breaker.enabled = !arguments.has(u"no-breaker"_s);
    policy.emptyAnswerIsFailure = arguments.has(u"empty-answer-fails"_s);
    policy.recordContent = arguments.has(u"record-content"_s);
    const QStringList outcomes = arguments.values(u"fail-over-on"_s);
    for (const QString &name : outcomes) {
        const std::optional<Outcome> outcome = outcomeFromWord(name);
        if (!outcome)
            return OptionError{u"fail-over-on"_s, {ErrorKind::Invalid, u"“%1” must be content_filtered or caller_fault."_s.arg(name), {}}};
        policy.failOverOn.append(*outcome);
    }
    return takeLimits(arguments, key);
}

} // namespace understudy::cli
