// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/KeyWords.h"

#include "configuration/Rules.h"
#include "words/Quantities.h"
#include "words/TypeWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text, int n = -1) { return QCoreApplication::translate("understudy::words", text, nullptr, n); }

} // namespace

QString keyNameProblem(const QString &name, const QStringList &taken)
{
    if (name.isEmpty())
        return say(QT_TRANSLATE_NOOP("understudy::words", "A name is needed"));
    if (name.toUcs4().size() > LongestName)
        return say(QT_TRANSLATE_NOOP("understudy::words", "At most %1 characters")).arg(LongestName);
    if (!checkKeyName(name))
        return say(QT_TRANSLATE_NOOP("understudy::words", "Only letters, digits, Chinese characters, _ and -"));
    if (taken.contains(name))
        return say(QT_TRANSLATE_NOOP("understudy::words", "Another key has this name"));
    return {};
}

QString keyDescriptionProblem(const QString &description)
{
    if (description.toUcs4().size() > LongestDescription)
        return say(QT_TRANSLATE_NOOP("understudy::words", "At most %1 characters")).arg(LongestDescription);
    return checkDescription(description) ? QString() : say(QT_TRANSLATE_NOOP("understudy::words", "No line breaks or control characters"));
}

QString clientAddressProblem(const QString &address)
{
    return checkClientAddress(address)
        ? QString()
        : say(QT_TRANSLATE_NOOP("understudy::words", "“%1” is no address such as 192.168.1.20 or network such as 192.168.1.0/24")).arg(address);
}

QStringList chainWarnings(const QList<ChainMember> &chain)
{
    if (chain.isEmpty())
        return {};
    if (chain.size() == 1)
        return {say(QT_TRANSLATE_NOOP("understudy::words", "Only one model: no failover possible"))};
    QStringList warnings;
    const bool oneChannel = std::all_of(chain.cbegin(), chain.cend(), [&](const ChainMember &member) { return member.channel == chain.first().channel; });
    if (oneChannel && !chain.first().builtIn)
        warnings.append(say(QT_TRANSLATE_NOOP("understudy::words", "All models use the same channel: one outage stops all")));
    for (int type = 0; type < ModelTypeCount; ++type) {
        const auto members = std::count_if(chain.cbegin(), chain.cend(), [type](const ChainMember &member) { return int(member.type) == type; });
        if (members == 1)
            warnings.append(say(QT_TRANSLATE_NOOP("understudy::words", "Only one model of type %1: nothing can stand in for it")).arg(typeName(ModelType(type))));
    }
    return warnings;
}

QString overLimit() { return say(QT_TRANSLATE_NOOP("understudy::words", "Over limit")); }

Status keyStatus(const GatewayKey &key, qint64 dayTokens, qint64 monthTokens, const QDateTime &now)
{
    if (key.expiresAt && *key.expiresAt <= now) {
        return {u"✕"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Expired")), Tone::Bad,
                say(QT_TRANSLATE_NOOP("understudy::words", "Expired on %1; requests with it are refused")).arg(absolute(*key.expiresAt))};
    }
    if (!key.enabled) {
        return {u"‖"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Paused")), Tone::Muted,
                say(QT_TRANSLATE_NOOP("understudy::words", "Paused; requests with it are refused until it is resumed"))};
    }
    if (key.limits.tokensPerDay > 0 && dayTokens >= key.limits.tokensPerDay) {
        return {u"▲"_s, overLimit(), Tone::Bad,
                say(QT_TRANSLATE_NOOP("understudy::words", "Today's limit of %1 tokens is used up")).arg(count(key.limits.tokensPerDay))};
    }
    if (key.limits.tokensPerMonth > 0 && monthTokens >= key.limits.tokensPerMonth) {
        return {u"▲"_s, overLimit(), Tone::Bad,
                say(QT_TRANSLATE_NOOP("understudy::words", "This month's limit of %1 tokens is used up")).arg(count(key.limits.tokensPerMonth))};
    }
    if (key.expiresAt) {
        return {u"●"_s, say(QT_TRANSLATE_NOOP("understudy::words", "On")), Tone::Good,
                say(QT_TRANSLATE_NOOP("understudy::words", "On; it expires on %1")).arg(absolute(*key.expiresAt))};
    }
    const QString on = say(QT_TRANSLATE_NOOP("understudy::words", "On"));
    return {u"●"_s, on, Tone::Good, on};
}

QString worstCaseSentence(const WorstCaseGroup &group, const Policy &policy, bool reasoningInChain, bool namesType)
{
    const Milliseconds whole = policy.attemptTimeout(reasoningInChain);
    const Milliseconds attempt = std::max(whole, policy.firstOutputTimeout.value_or(whole));
    QString text = say(QT_TRANSLATE_N_NOOP("understudy::words", "%n model(s) × (1 + %1) × %2 = %3"), group.models)
                       .arg(QString::number(policy.retries), inSeconds(attempt), inSeconds(attempt * (1 + policy.retries) * group.models));
    if (group.worst.cutAtDeadline)
        text = say(QT_TRANSLATE_NOOP("understudy::words", "%1, cut at %2")).arg(text, inSeconds(group.worst.total));
    return namesType ? say(QT_TRANSLATE_NOOP("understudy::words", "%1: %2")).arg(typeName(group.type), text) : text;
}

QString patienceWarning(const QList<PatienceLimit> &exceeds)
{
    QStringList names;
    for (const PatienceLimit limit : exceeds) {
        switch (limit) {
        case PatienceLimit::ReverseProxy: names.append(say(QT_TRANSLATE_NOOP("understudy::words", "reverse proxies after 60 s"))); break;
        case PatienceLimit::NodeFetch: names.append(say(QT_TRANSLATE_NOOP("understudy::words", "Node's fetch after 300 s"))); break;
        case PatienceLimit::OpenAiSdk: names.append(say(QT_TRANSLATE_NOOP("understudy::words", "OpenAI's SDKs after 600 s"))); break;
        }
    }
    if (names.isEmpty())
        return {};
    return say(QT_TRANSLATE_NOOP("understudy::words", "May give up before: %1")).arg(names.join(say(QT_TRANSLATE_NOOP("understudy::words", ", "))));
}

QString patienceName(PatienceLimit limit)
{
    switch (limit) {
    case PatienceLimit::ReverseProxy: return say(QT_TRANSLATE_NOOP("understudy::words", "Proxy"));
    case PatienceLimit::NodeFetch: return say(QT_TRANSLATE_NOOP("understudy::words", "Node"));
    case PatienceLimit::OpenAiSdk: return say(QT_TRANSLATE_NOOP("understudy::words", "SDK"));
    }
    return {};
}

QString inSeconds(Milliseconds time)
{
    QString number = QLocale().toString(double(time.count()) / 1000, 'f', 3);
    while (number.endsWith(u'0'))
        number.chop(1);
    if (!number.back().isDigit())
        number.chop(1);
    return say(QT_TRANSLATE_NOOP("understudy::words", "%1 s")).arg(number);
}

} // namespace understudy::words
