// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/KeyOptions.h"
#include "cli/SecretInput.h"
#include "cli/Session.h"
#include "cli/Values.h"

#include <QJsonArray>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

QStringList keysUsing(const Configuration &configuration, const QString &channel)
{
    QStringList keys;
    for (const GatewayKey &key : configuration.keys) {
        for (const Candidate &candidate : key.chain) {
            if (candidate.channel == channel && !keys.contains(key.name))
                keys.append(key.name);
        }
    }
    return keys;
}

Error noChannel(const QString &id)
{
    return {ErrorKind::NotFound, u"There is no channel “%1”. “understudy-cli channel list” shows all."_s.arg(id), {}};
}

/// Never the secret.
QString credentialText(const Channel &channel, bool locked)
{
    if (!channel.credential.environment.isEmpty())
        return u"env:"_s + channel.credential.environment;
    if (channel.credential.literal.isEmpty())
        return locked ? u"(locked)"_s : u"none"_s;
    return channel.credential.literal.masked();
}

QJsonObject toJson(const Channel &channel, const Configuration &configuration, bool locked)
{
    return {{u"id"_s, channel.id},
            {u"provider"_s, channel.provider},
            {u"name"_s, channel.name},
            {u"description"_s, channel.description},
            {u"credential"_s, credentialText(channel, locked)},
            {u"models"_s, QJsonArray::fromStringList(channel.models)},
            {u"enabled"_s, channel.enabled},
            {u"keys"_s, QJsonArray::fromStringList(keysUsing(configuration, channel.id))}};
}

std::optional<OptionError> applyProxy(const Arguments &args, Channel &channel)
{
    const QString text = args.value(u"proxy"_s);
    if (text.isEmpty())
        return std::nullopt;
    if (text == "system"_L1 || text == "none"_L1) {
        channel.proxy = {text == "none"_L1 ? ProxyChoice::Kind::None : ProxyChoice::Kind::System, {}};
        return std::nullopt;
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return OptionError{u"proxy"_s, {ErrorKind::Invalid, u"must be system, none, http://HOST:PORT or socks5://HOST:PORT"_s, {}}};
    if (!url.userInfo().isEmpty())
        return OptionError{u"proxy"_s, {ErrorKind::Invalid, u"must hold no user or password: other users of this machine can read arguments. Import a "
                                                            "configuration file for a proxy with a password"_s, {}}};
    channel.proxy = {ProxyChoice::Kind::Url, url};
    return std::nullopt;
}

std::optional<OptionError> applyLimits(const Arguments &args, ChannelLimits &limits)
{
    qint64 parallel = limits.parallel;
    qint64 perMinute = limits.requestsPerMinute;
    if (std::optional<OptionError> problem = takeCount(args, u"parallel"_s, parallel))
        return problem;
    if (std::optional<OptionError> problem = takeCount(args, u"requests-per-minute"_s, perMinute))
        return problem;
    if (std::optional<OptionError> problem = takeCount(args, u"tokens-per-month"_s, limits.tokensPerMonth))
        return problem;
    limits.parallel = int(std::min<qint64>(parallel, 1'000'000'000));
    limits.requestsPerMinute = int(std::min<qint64>(perMinute, 1'000'000'000));
    return std::nullopt;
}

std::optional<OptionError> applyOptions(const Arguments &args, Channel &channel)
{
    channel.name = args.value(u"name"_s, channel.name);
    channel.description = args.value(u"description"_s, channel.description);
    if (args.has(u"model"_s))
        channel.models = args.values(u"model"_s);
    const QStringList types = args.values(u"type"_s);
    for (const QString &text : types) {
        const Result<TypedModel> typed = parseTypedModel(text);
        if (!typed)
            return OptionError{u"type"_s, typed.error()};
        channel.modelTypes.insert(typed->model, typed->type);
    }
    if (args.has(u"paused"_s))
        channel.enabled = false;
    if (args.has(u"no-auto-test"_s) && args.has(u"auto-test"_s))
        return OptionError{u"auto-test"_s, {ErrorKind::Invalid, u"and --no-auto-test exclude each other"_s, {}}};
    if (args.has(u"no-auto-test"_s) || args.has(u"auto-test"_s))
        channel.autoTest = args.has(u"auto-test"_s);
    if (std::optional<OptionError> problem = applyProxy(args, channel))
        return problem;
    return applyLimits(args, channel.limits);
}

} // namespace

int runChannelAdd(Session &session)
{
    const Arguments &args = session.args;
    const QString id = args.positional(0);
    const Result<StoredConfiguration> stored = session.stored();
    if (!stored)
        return session.fail(stored.error());
    const Channel *existing = stored->configuration.channel(id);
    const bool replace = args.has(u"replace"_s);
    if (existing && !replace)
        return session.fail({ErrorKind::Conflict, u"There is a channel “%1” already. Choose another ID, or change it with --replace."_s.arg(id), {}});
    if (!existing && !args.has(u"provider"_s))
        return session.refuse({ErrorKind::Invalid, u"is needed: one of “understudy-cli provider list”"_s, {}}, u"provider"_s);

    Channel channel = existing ? *existing : Channel();
    channel.id = id;
    channel.provider = args.value(u"provider"_s, channel.provider);
    const Provider *provider = (*session.workspace())->catalogue().resolve(stored->configuration, channel.provider);
    if (!provider)
        return session.refuse({ErrorKind::NotFound, u"there is no provider “%1”; “understudy-cli provider list” shows all"_s.arg(channel.provider), {}}, u"provider"_s);
    if (channel.name.isEmpty())
        channel.name = id;
    if (channel.models.isEmpty()) {
        for (const Model &model : provider->models)
            channel.models.append(model.id);
    }
    if (const std::optional<OptionError> problem = applyOptions(args, channel))
        return session.refuse(problem->error, problem->option);
    if (channel.models.isEmpty())
        return session.refuse({ErrorKind::Invalid, u"is needed: this provider lists no models of its own"_s, {}}, u"model"_s);

    // A credential belongs to its provider: another one must not get to see it.
    const bool stranger = !existing || existing->provider != channel.provider;
    if (stranger)
        channel.credential = {};
    const bool wantsCredential = args.has(u"credential"_s) || (stranger && provider->dialect.auth != AuthStyle::None);
    if (wantsCredential) {
        const Result<Credential> credential = takeCredential(u"credential"_s, args.value(u"credential"_s), u"Credential (API key) for %1"_s.arg(provider->name));
        if (!credential)
            return session.fail(credential.error(), credential.error().kind == ErrorKind::Invalid ? UsageError : Failed);
        channel.credential = *credential;
    }

    const Result<StoredConfiguration> changed = session.change([&](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        for (Channel &place : after.channels) {
            if (place.id == id) {
                if (!replace)
                    return Error{ErrorKind::Conflict, u"There is a channel “%1” already."_s.arg(id), {}};
                place = channel;
                return after;
            }
        }
        after.channels.append(channel);
        return after;
    });
    if (!changed)
        return session.failChange(changed.error());
    if (!channel.credential.environment.isEmpty() && !qEnvironmentVariableIsSet(channel.credential.environment.toLocal8Bit().constData()))
        session.out.warning(u"%1 is not set here; it must be set where the gateway runs."_s.arg(channel.credential.environment));
    if (session.out.isJson())
        session.out.json(toJson(*changed->configuration.channel(id), changed->configuration, changed->locked));
    else
        session.out.line(u"Channel %1 is stored: %2, %3 models. Next: understudy-cli channel test %1"_s.arg(id, provider->name).arg(channel.models.size()));
    return Done;
}

int runChannelList(Session &session)
{
    const Result<StoredConfiguration> stored = session.stored();
    if (!stored)
        return session.fail(stored.error());
    QJsonArray json;
    QList<QStringList> rows;
    for (const Channel &channel : stored->configuration.channels) {
        json.append(toJson(channel, stored->configuration, stored->locked));
        const QStringList keys = keysUsing(stored->configuration, channel.id);
        rows.append({channel.id, channel.provider, channel.enabled ? u"on"_s : u"paused"_s, credentialText(channel, stored->locked),
                     channel.models.size() > 2 ? u"%1 and %2 more"_s.arg(channel.models.first()).arg(channel.models.size() - 1)
                                               : channel.models.join(u", "_s),
                     keys.isEmpty() ? u"-"_s : keys.join(u", "_s)});
    }
    if (session.out.isJson())
        session.out.json(json);
    else
        session.out.table({u"ID"_s, u"PROVIDER"_s, u"STATE"_s, u"CREDENTIAL"_s, u"MODELS"_s, u"USED BY"_s}, rows,
                          u"No channels yet. “understudy-cli channel add ID --provider siliconflow” connects one."_s);
    return Done;
}

int runChannelPause(Session &session)
{
    const QString id = session.args.positional(0);
    const bool resume = session.args.has(u"resume"_s);
    const Result<StoredConfiguration> changed = session.change([&](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        for (Channel &channel : after.channels) {
            if (channel.id == id) {
                channel.enabled = resume;
                return after;
            }
        }
        return noChannel(id);
    });
    if (!changed)
        return session.fail(changed.error());
    if (session.out.isJson()) {
        session.out.json(toJson(*changed->configuration.channel(id), changed->configuration, changed->locked));
        return Done;
    }
    const QStringList keys = keysUsing(changed->configuration, id);
    session.out.line(resume            ? u"Channel %1 is used again."_s.arg(id)
                         : keys.isEmpty() ? u"Channel %1 is paused. “channel pause %1 --resume” uses it again."_s.arg(id)
                                          : u"Channel %1 is paused: the chains of %2 skip it. “channel pause %1 --resume” uses it again."_s.arg(id, keys.join(u", "_s)));
    return Done;
}

int runChannelRemove(Session &session)
{
    const QString id = session.args.positional(0);
    QStringList touched;
    const Result<StoredConfiguration> changed = session.change([&](const Configuration &before) -> Result<Configuration> {
        if (!before.channel(id))
            return noChannel(id);
        touched = keysUsing(before, id);
        if (!touched.isEmpty() && !session.args.has(u"force"_s))
            return Error{ErrorKind::Conflict, u"Channel “%1” is in the chains of: %2. With --force it is taken out of them."_s.arg(id, touched.join(u", "_s)), {}};
        Configuration after = before;
        after.channels.removeIf([&](const Channel &channel) { return channel.id == id; });
        for (GatewayKey &key : after.keys) {
            key.chain.removeIf([&](const Candidate &candidate) { return candidate.channel == id; });
            if (key.chain.isEmpty())
                return Error{ErrorKind::Conflict, u"The key “%1” would have no model left. Remove the key, or give it another chain, first."_s.arg(key.name), {}};
        }
        return after;
    });
    if (!changed)
        return session.fail(changed.error());
    if (session.out.isJson())
        session.out.json(QJsonObject{{u"removed"_s, id}, {u"keys"_s, QJsonArray::fromStringList(touched)}});
    else
        session.out.line(touched.isEmpty() ? u"Channel %1 is removed."_s.arg(id)
                                           : u"Channel %1 is removed, also from the chains of: %2."_s.arg(id, touched.join(u", "_s)));
    return Done;
}

} // namespace understudy::cli
