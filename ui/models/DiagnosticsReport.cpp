// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DiagnosticsReport.h"

#include <QRegularExpression>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

const QString Hidden = u"[hidden]"_s;

QStringList secretsOf(const Configuration &configuration)
{
    QStringList secrets;
    const auto add = [&secrets](const QByteArray &bytes) {
        if (bytes.size() >= 4)
            secrets.append(QString::fromUtf8(bytes));
    };
    for (const Channel &channel : configuration.channels) {
        add(channel.credential.literal.reveal());
        add(channel.proxy.url.password().toUtf8());
        for (const HttpHeader &header : channel.headers)
            add(header.value);
    }
    for (const GatewayKey &key : configuration.keys)
        add(key.secret.reveal());
    return secrets;
}

QString redacted(QString text, const QStringList &secrets, const QString &home)
{
    static const QRegularExpression keys(u"\\b(sk|pk|ak|key|Bearer)[-_ ][A-Za-z0-9_\\-]{12,}"_s);
    static const QRegularExpression users(u"://[^/@\\s]+@"_s);
    for (const QString &secret : secrets)
        text.replace(secret, Hidden);
    text.replace(keys, Hidden);
    text.replace(users, u"://"_s + Hidden + u'@');
    if (home.size() > 1)
        text.replace(home, u"~"_s);
    return text;
}

QLatin1StringView word(SelfCheck::State state)
{
    switch (state) {
    case SelfCheck::State::Running: return "..."_L1;
    case SelfCheck::State::Good: return "ok"_L1;
    case SelfCheck::State::Caution: return "look"_L1;
    case SelfCheck::State::Bad: return "bad"_L1;
    }
    return {};
}

} // namespace

QString diagnosticsReport(const QList<Fact> &facts, const QList<SelfCheck> &checks, const Configuration &configuration, const QString &home)
{
    QStringList lines;
    for (const Fact &fact : facts)
        lines.append(fact.name + u": "_s + fact.value);
    if (!checks.isEmpty())
        lines.append(QString());
    for (const SelfCheck &check : checks)
        lines.append(QString(word(check.state)).leftJustified(5) + check.name + u": "_s + check.text);
    return redacted(lines.join(u'\n'), secretsOf(configuration), home) + u'\n';
}

} // namespace understudy
