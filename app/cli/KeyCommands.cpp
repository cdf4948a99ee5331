// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Lookup.h"
#include "cli/Commands.h"
#include "cli/KeyOptions.h"
#include "cli/SecretInput.h"
#include "cli/Session.h"
#include "cli/Values.h"
#include "configuration/KeySecret.h"
#include "failover/WorstCase.h"
#include "storage/LedgerReader.h"

#include <QJsonArray>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

Error noKey(const QString &name)
{
    return {ErrorKind::NotFound, u"There is no key “%1”. “understudy-cli key list” shows all."_s.arg(name), {}};
}

GatewayKey *find(Configuration &configuration, const QString &name)
{
    for (GatewayKey &key : configuration.keys) {
        if (key.name == name)
            return &key;
    }
    return nullptr;
}

QString chainText(const GatewayKey &key)
{
    QStringList parts;
    for (const Candidate &candidate : key.chain)
        parts.append(candidate.channel + u'/' + candidate.model);
    return parts.join(u" → "_s);
}

/// Of the type that has most candidates: those are the ones that stand in for each other.
WorstCase worstOf(const GatewayKey &key, const Configuration &configuration, const Catalogue &catalogue)
{
    const QList<ModelType> types = chainTypes(configuration, catalogue, key);
    qsizetype most = 1;
    for (const ModelType type : types)
        most = std::max(most, types.count(type));
    return worstCase(int(most), key.policy, types.contains(ModelType::Reasoning));
}

QString patienceText(const WorstCase &worst)
{
    if (worst.exceeds.isEmpty())
        return {};
    switch (worst.exceeds.last()) {
    case PatienceLimit::ReverseProxy: return u"longer than the 60 s that reverse proxies wait by default"_s;
    case PatienceLimit::NodeFetch: return u"longer than the 300 s that fetch in Node waits"_s;
    case PatienceLimit::OpenAiSdk: break;
    }
    return u"longer than the 600 s that OpenAI's SDKs wait"_s;
}

QJsonObject toJson(const GatewayKey &key, const Configuration &configuration, const Catalogue &catalogue, bool reveal)
{
    QJsonArray chain;
    for (const Candidate &candidate : key.chain)
        chain.append(QJsonObject{{u"channel"_s, candidate.channel}, {u"model"_s, candidate.model}});
    const WorstCase worst = worstOf(key, configuration, catalogue);
    QJsonObject json{{u"name"_s, key.name},
                     {u"description"_s, key.description},
                     {u"enabled"_s, key.enabled},
                     {u"expiresAt"_s, key.expiresAt ? QJsonValue(key.expiresAt->toString(Qt::ISODate)) : QJsonValue()},
                     {u"masked"_s, key.secret.masked()},
                     {u"freeTokens"_s, key.freeTokens},
                     {u"chain"_s, chain},
                     {u"retries"_s, key.policy.retries},
                     {u"timeoutMs"_s, qint64(key.policy.attemptTimeout(reasoningInChain(configuration, catalogue, key)).count())},
                     {u"deadlineMs"_s, qint64(key.policy.deadline.count())},
                     {u"cache"_s, key.policy.cache.enabled},
                     {u"worstCaseMs"_s, qint64(worst.total.count())}};
    if (reveal)
        json.insert(u"secret"_s, QString::fromUtf8(key.secret.reveal()));
    return json;
}

/// "--secret SOURCE": the user's own; empty: one is made.
Result<Secret> takeOwnSecret(const Session &session)
{
    if (!session.args.has(u"secret"_s))
        return Secret();
    const Result<Credential> given = takeCredential(u"secret"_s, session.args.value(u"secret"_s), u"Secret of the key"_s);
    if (!given)
        return given.error();
    const Secret secret = given->resolve();
    if (secret.isEmpty())
        return Error{ErrorKind::Invalid, u"The environment variable %1 is empty or not set."_s.arg(given->environment), {}};
    return secret;
}

int changeKey(Session &session, const std::function<void(GatewayKey &)> &edit, const QString &told)
{
    const QString name = session.args.positional(0);
    const Result<StoredConfiguration> changed = session.change([&](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        GatewayKey *key = find(after, name);
        if (!key)
            return noKey(name);
        edit(*key);
        return after;
    });
    if (!changed)
        return session.fail(changed.error());
    if (session.out.isJson())
        session.out.json(toJson(*changed->configuration.keyNamed(name), changed->configuration, (*session.workspace())->catalogue(), false));
    else
        session.out.line(told.arg(name));
    return Done;
}

/// The secret alone on standard output, everything else beside it.
void printNewSecret(Session &session, const StoredConfiguration &stored, const QString &name, const QString &note)
{
    const GatewayKey &key = *stored.configuration.keyNamed(name);
    const Catalogue &catalogue = (*session.workspace())->catalogue();
    if (session.out.isJson()) {
        session.out.json(toJson(key, stored.configuration, catalogue, true));
        return;
    }
    session.out.note(note);
    session.out.line(QString::fromUtf8(key.secret.reveal()));
}

void advise(Session &session, const GatewayKey &key, const Configuration &configuration)
{
    const Catalogue &catalogue = (*session.workspace())->catalogue();
    const QList<ModelType> types = chainTypes(configuration, catalogue, key);
    for (const ModelType type : QSet<ModelType>(types.begin(), types.end())) {
        if (types.count(type) == 1)
            session.out.note(u"Note: nothing stands in for the only %1 model of this key; add another of that type with --model."_s.arg(word(type)));
    }
    const WorstCase worst = worstOf(key, configuration, catalogue);
    const QString impatient = patienceText(worst);
    if (!impatient.isEmpty())
        session.out.note(u"Note: in the worst case an answer takes %1, %2. A shorter --timeout or fewer --retries help."_s
                             .arg(shownDuration(worst.total), impatient));
}

} // namespace

int runKeyCreate(Session &session)
{
    const QString name = session.args.positional(0);
    if (!session.args.has(u"model"_s))
        return session.refuse({ErrorKind::Invalid, u"is needed at least once: CHANNEL/MODEL, the primary first"_s, {}}, u"model"_s);
    GatewayKey key;
    key.name = name;
    if (const std::optional<OptionError> problem = applyKeyOptions(session.args, key))
        return session.refuse(problem->error, problem->option);
    const Result<Secret> own = takeOwnSecret(session);
    if (!own)
        return session.fail(own.error(), UsageError);
    key.secret = own->isEmpty() ? makeKeySecret() : *own;

    const Result<StoredConfiguration> changed = session.change([&](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        if (find(after, name))
            return Error{ErrorKind::Conflict, u"There is a key “%1” already. Choose another name, or give it a new secret with “key reset %1”."_s.arg(name), {}};
        GatewayKey made = key;
        made.id = makeKeyId();
        const QStringList models = session.args.values(u"model"_s);
        for (const QString &text : models) {
            const Result<Candidate> candidate = parseCandidate(text, before, (*session.workspace())->catalogue());
            if (!candidate)
                return candidate.error();
            made.chain.append(*candidate);
        }
        after.keys.append(made);
        return after;
    });
    if (!changed)
        return session.failChange(changed.error());
    const GatewayKey &stored = *changed->configuration.keyNamed(name);
    printNewSecret(session, *changed, name, u"Key %1: %2\nIts secret, for clients (shown once; “key show %1 --reveal” shows it again):"_s.arg(name, chainText(stored)));
    if (!session.out.isJson())
        advise(session, stored, changed->configuration);
    return Done;
}

int runKeyList(Session &session)
{
    const Result<StoredConfiguration> stored = session.stored();
    if (!stored)
        return session.fail(stored.error());
    const Catalogue &catalogue = (*session.workspace())->catalogue();
    QJsonArray json;
    QList<QStringList> rows;
    for (const GatewayKey &key : stored->configuration.keys) {
        json.append(toJson(key, stored->configuration, catalogue, false));
        rows.append({key.name, key.enabled ? u"on"_s : u"paused"_s, stored->locked ? u"(locked)"_s : key.secret.masked(), chainText(key)});
    }
    if (session.out.isJson())
        session.out.json(json);
    else
        session.out.table({u"NAME"_s, u"STATE"_s, u"SECRET"_s, u"CHAIN"_s}, rows,
                          u"No keys yet. “understudy-cli key create NAME --model CHANNEL/MODEL” makes one."_s);
    return Done;
}

int runKeyShow(Session &session)
{
    const QString name = session.args.positional(0);
    const Result<StoredConfiguration> stored = session.stored();
    if (!stored)
        return session.fail(stored.error());
    Workspace &workspace = **session.workspace();
    const GatewayKey *key = stored->configuration.keyNamed(name);
    if (!key)
        return session.fail(noKey(name));
    const bool reveal = session.args.has(u"reveal"_s);
    if (reveal && stored->locked)
        return session.fail(workspace.vaultProblem().value_or(Error{ErrorKind::Denied, u"The secrets are locked."_s, {}}));
    qint64 used = 0;
    if (const Result<std::unique_ptr<LedgerReader>> reader = LedgerReader::open(workspace.database())) {
        if (const Result<UsageTotals> totals = (*reader)->totals(SystemClock().wall()))
            used = totals->keys.value(key->id).freeTokensUsed;
    }
    if (session.out.isJson()) {
        QJsonObject json = toJson(*key, stored->configuration, workspace.catalogue(), reveal);
        json.insert(u"freeTokensUsed"_s, used);
        session.out.json(json);
        return Done;
    }
    const WorstCase worst = worstOf(*key, stored->configuration, workspace.catalogue());
    const Policy &policy = key->policy;
    session.out.line(u"name         %1%2"_s.arg(key->name, key->enabled ? QString() : u" (paused)"_s));
    if (!key->description.isEmpty())
        session.out.line(u"description  "_s + key->description);
    session.out.line(u"secret       "_s + (reveal ? QString::fromUtf8(key->secret.reveal()) : stored->locked ? u"(locked)"_s : key->secret.masked()));
    for (qsizetype i = 0; i < key->chain.size(); ++i)
        session.out.line((i == 0 ? u"primary      "_s : u"backup %1     "_s.arg(i)) + key->chain[i].channel + u'/' + key->chain[i].model);
    session.out.line(u"retries      %1 for each candidate"_s.arg(policy.retries));
    session.out.line(u"timeout      %1 for each try"_s.arg(shownDuration(policy.attemptTimeout(reasoningInChain(stored->configuration, workspace.catalogue(), *key)))));
    session.out.line(u"worst case   %1 in %2 tries%3"_s.arg(shownDuration(worst.total)).arg(worst.attempts).arg(
        worst.exceeds.isEmpty() ? QString() : u": "_s + patienceText(worst)));
    session.out.line(u"cache        "_s + (policy.cache.enabled ? shownDuration(policy.cache.ttl) : u"off"_s));
    session.out.line(u"free tokens  %1 of %2 used"_s.arg(used).arg(key->freeTokens));
    if (key->expiresAt)
        session.out.line(u"expires      "_s + key->expiresAt->toString(Qt::ISODate));
    return Done;
}

int runKeyPause(Session &session)
{
    const bool resume = session.args.has(u"resume"_s);
    return changeKey(session, [resume](GatewayKey &key) { key.enabled = resume; },
                     resume ? u"Key %1 works again."_s : u"Key %1 is paused: clients get 403 key_disabled. “key pause %1 --resume” lets it work again."_s);
}

int runKeyReset(Session &session)
{
    const QString name = session.args.positional(0);
    const Result<Secret> own = takeOwnSecret(session);
    if (!own)
        return session.fail(own.error(), UsageError);
    const Secret secret = own->isEmpty() ? makeKeySecret() : *own;
    const Result<StoredConfiguration> changed = session.change([&](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        GatewayKey *key = find(after, name);
        if (!key)
            return noKey(name);
        key->secret = secret;
        return after;
    });
    if (!changed)
        return session.failChange(changed.error());
    printNewSecret(session, *changed, name, u"The new secret of %1; the old one does not work any more:"_s.arg(name));
    return Done;
}

int runKeyRemove(Session &session)
{
    const QString name = session.args.positional(0);
    const Result<StoredConfiguration> changed = session.change([&](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        if (!find(after, name))
            return noKey(name);
        after.keys.removeIf([&](const GatewayKey &key) { return key.name == name; });
        return after;
    });
    if (!changed)
        return session.fail(changed.error());
    if (session.out.isJson())
        session.out.json(QJsonObject{{u"removed"_s, name}});
    else
        session.out.line(u"Key %1 is removed; its secret does not work any more."_s.arg(name));
    return Done;
}

} // namespace understudy::cli
