// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/MemberWords.h"

#include "words/Quantities.h"

#include <QCoreApplication>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Member)
};

struct Name {
    const char *path;
    const char *text;
};

constexpr Name Names[] = {
    {"listen", QT_TRANSLATE_NOOP("Member", "Address")},
    {"allowedHosts", QT_TRANSLATE_NOOP("Member", "Trusted host names")},
    {"allowedOrigins", QT_TRANSLATE_NOOP("Member", "Allowed web origins")},
    {"limits.maxBodyBytes", QT_TRANSLATE_NOOP("Member", "Largest request")},
    {"limits.maxBufferedBytes", QT_TRANSLATE_NOOP("Member", "Memory for running requests")},
    {"limits.maxHeaderBytes", QT_TRANSLATE_NOOP("Member", "Largest header")},
    {"limits.maxTargetBytes", QT_TRANSLATE_NOOP("Member", "Longest address")},
    {"limits.headerTimeoutMs", QT_TRANSLATE_NOOP("Member", "Time for the header")},
    {"limits.bodyTimeoutMs", QT_TRANSLATE_NOOP("Member", "Silence within a request")},
    {"limits.keepAliveMs", QT_TRANSLATE_NOOP("Member", "Idle connections")},
    {"limits.maxConnections", QT_TRANSLATE_NOOP("Member", "Connections")},
    {"limits.drainMs", QT_TRANSLATE_NOOP("Member", "Time to finish when stopping")},
    {"name", QT_TRANSLATE_NOOP("Member", "Name")},
    {"description", QT_TRANSLATE_NOOP("Member", "Description")},
    {"baseUrl", QT_TRANSLATE_NOOP("Member", "Base URL")},
    {"dialect", QT_TRANSLATE_NOOP("Member", "Dialect")},
    {"models", QT_TRANSLATE_NOOP("Member", "Models")},
    {"modelTypes", QT_TRANSLATE_NOOP("Member", "Types of models")},
    {"provider", QT_TRANSLATE_NOOP("Member", "Provider")},
    {"credential", QT_TRANSLATE_NOOP("Member", "Credential")},
    {"enabled", QT_TRANSLATE_NOOP("Member", "In use")},
    {"autoTest", QT_TRANSLATE_NOOP("Member", "Test automatically")},
    {"proxy", QT_TRANSLATE_NOOP("Member", "Proxy")},
    {"proxy.user", QT_TRANSLATE_NOOP("Member", "User of the proxy")},
    {"headers", QT_TRANSLATE_NOOP("Member", "Extra headers")},
    {"limits.parallel", QT_TRANSLATE_NOOP("Member", "Calls at once")},
    {"limits.requestsPerMinute", QT_TRANSLATE_NOOP("Member", "Requests a minute")},
    {"limits.tokensPerDay", QT_TRANSLATE_NOOP("Member", "Tokens a day")},
    {"limits.tokensPerMonth", QT_TRANSLATE_NOOP("Member", "Tokens a month")},
    {"limits.addresses", QT_TRANSLATE_NOOP("Member", "Allowed client addresses")},
    {"secret", QT_TRANSLATE_NOOP("Member", "Key")},
    {"expiresAt", QT_TRANSLATE_NOOP("Member", "Expires")},
    {"freeTokens", QT_TRANSLATE_NOOP("Member", "Free tokens")},
    {"chain", QT_TRANSLATE_NOOP("Member", "Call order")},
    {"policy.retries", QT_TRANSLATE_NOOP("Member", "Retries")},
    {"policy.timeoutMs", QT_TRANSLATE_NOOP("Member", "Request timeout")},
    {"policy.firstOutputTimeoutMs", QT_TRANSLATE_NOOP("Member", "Wait for the first output")},
    {"policy.idleTimeoutMs", QT_TRANSLATE_NOOP("Member", "Longest silence in a stream")},
    {"policy.deadlineMs", QT_TRANSLATE_NOOP("Member", "Whole request at most")},
    {"policy.connectTimeoutMs", QT_TRANSLATE_NOOP("Member", "Wait for a connection")},
    {"policy.backoffMs", QT_TRANSLATE_NOOP("Member", "Pause before a retry")},
    {"policy.retryAfterCapMs", QT_TRANSLATE_NOOP("Member", "Longest Retry-After to respect")},
    {"policy.emptyAnswerIsFailure", QT_TRANSLATE_NOOP("Member", "Move on after an empty answer")},
    {"policy.failOverOn", QT_TRANSLATE_NOOP("Member", "Also move on after")},
    {"policy.recordContent", QT_TRANSLATE_NOOP("Member", "Record contents")},
    {"policy.cache.enabled", QT_TRANSLATE_NOOP("Member", "Cache")},
    {"policy.cache.ttlSeconds", QT_TRANSLATE_NOOP("Member", "Cache duration")},
    {"policy.breaker.enabled", QT_TRANSLATE_NOOP("Member", "Circuit breaker")},
    {"policy.breaker.failures", QT_TRANSLATE_NOOP("Member", "Failures until it trips")},
    {"policy.breaker.suspendMs", QT_TRANSLATE_NOOP("Member", "First suspension")},
};

} // namespace

QString memberName(const QString &path)
{
    for (const Name &name : Names) {
        if (path == QLatin1StringView(name.path))
            return Words::tr(name.text);
    }
    if (path.startsWith("models."_L1))
        return Words::tr("Model %1").arg(path.mid(7));
    return path;
}

QString memberValue(const QString &path, const QString &value)
{
    if (value.isEmpty())
        return Words::tr("not set");
    if (value == "true"_L1)
        return Words::tr("on");
    if (value == "false"_L1)
        return Words::tr("off");
    if (path.endsWith("Ms"_L1))
        return duration(value.toLongLong());
    if (path.endsWith("Seconds"_L1))
        return duration(value.toLongLong() * 1000);
    if (path.endsWith("Bytes"_L1))
        return bytes(value.toLongLong());
    return value;
}

} // namespace understudy::words
