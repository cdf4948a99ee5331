// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Lookup.h"
#include "cli/Commands.h"
#include "cli/Session.h"
#include "configuration/Rules.h"
#include "failover/WorstCase.h"
#include "snippets/Snippets.h"

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

/// Of the running gateway, else what its settings say.
QString baseUrl(Session &session, const Settings &settings)
{
    if (const Result<QJsonObject> snapshot = session.ask({{u"do"_s, u"snapshot"_s}}))
        return snapshot->value("baseUrl"_L1).toString();
    const Result<ListenAddress> listen = parseListenAddress(settings.listen);
    QUrl url;
    url.setScheme(u"http"_s);
    const bool any = !listen || listen->address.isNull() || listen->address == QHostAddress(QHostAddress::AnyIPv4)
        || listen->address == QHostAddress(QHostAddress::AnyIPv6);
    url.setHost(any ? u"127.0.0.1"_s : listen->address.toString());
    url.setPort(listen && listen->port ? listen->port : 17177);
    url.setPath(u"/v1"_s);
    return url.toString();
}

} // namespace

int runSnippet(Session &session)
{
    const Arguments &args = session.args;
    const std::optional<SnippetLanguage> language = snippetLanguageFromWord(args.value(u"language"_s, u"curl"_s));
    if (!language)
        return session.refuse({ErrorKind::Invalid, u"must be one of "_s + snippetLanguageWords().join(u", "_s), {}}, u"language"_s);
    const Result<StoredConfiguration> stored = session.stored();
    if (!stored)
        return session.fail(stored.error());
    const GatewayKey *key = stored->configuration.keyNamed(args.positional(0));
    if (!key)
        return session.fail({ErrorKind::NotFound, u"There is no key “%1”. “understudy-cli key list” shows all."_s.arg(args.positional(0)), {}});
    const Catalogue &catalogue = (*session.workspace())->catalogue();
    SnippetInput input;
    input.baseUrl = baseUrl(session, stored->configuration.settings);
    input.model = args.value(u"model"_s, u"auto"_s);
    input.stream = args.has(u"stream"_s);
    input.keyName = key->name;
    input.prompt = args.value(u"prompt"_s, input.prompt);
    input.timeout = clientTimeout(worstCase(int(key->chain.size()), key->policy, reasoningInChain(stored->configuration, catalogue, *key)).total);
    if (args.has(u"fill-in"_s)) {
        if (stored->locked)
            return session.fail({ErrorKind::Denied, u"The secrets are locked, so there is no key to fill in."_s, {}});
        input.keyToFillIn = key->secret;
    }
    const QString text = snippet(*language, input);
    if (session.out.isJson())
        session.out.json(QJsonObject{{u"language"_s, word(*language)}, {u"baseUrl"_s, input.baseUrl}, {u"model"_s, input.model}, {u"snippet"_s, text}});
    else
        session.out.raw(text.toUtf8());
    return Done;
}

} // namespace understudy::cli
