// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/ModelNames.h"
#include "cli/Commands.h"
#include "cli/Session.h"
#include "cli/Values.h"
#include "gateway/LocalRuntimes.h"
#include "upstream/QnamTransport.h"

#include <QCoreApplication>

#include <QJsonArray>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView originWord(ProviderOrigin origin)
{
    switch (origin) {
    case ProviderOrigin::Catalogue: return "catalogue"_L1;
    case ProviderOrigin::Custom: return "custom"_L1;
    case ProviderOrigin::BuiltIn: return "built-in"_L1;
    case ProviderOrigin::Local: break;
    }
    return "local"_L1;
}

QJsonObject toJson(const Model &model)
{
    return {{u"id"_s, model.id},
            {u"name"_s, model.name.isEmpty() ? model.id : model.name},
            {u"type"_s, word(model.type)},
            {u"size"_s, model.size > 0 ? QJsonValue(model.size) : QJsonValue()},
            {u"context"_s, model.context > 0 ? QJsonValue(model.context) : QJsonValue()}};
}

QJsonObject toJson(const Provider &provider, bool custom)
{
    QJsonArray models;
    for (const Model &model : provider.models)
        models.append(toJson(model));
    return {{u"id"_s, provider.id},
            {u"name"_s, provider.name},
            {u"origin"_s, originWord(provider.origin)},
            {u"changed"_s, custom && provider.origin != ProviderOrigin::Custom},
            {u"baseUrl"_s, provider.baseUrl.isEmpty() ? QJsonValue() : QJsonValue(provider.baseUrl.toString())},
            {u"dialect"_s, provider.dialect.id},
            {u"models"_s, models}};
}

int listModels(Session &session, const Provider &provider, bool custom)
{
    if (session.out.isJson()) {
        session.out.json(toJson(provider, custom));
        return Done;
    }
    QList<QStringList> rows;
    for (const Model &model : provider.models)
        rows.append({model.id, word(model.type), model.size > 0 ? QString::number(model.size) + u'B' : u"-"_s,
                     model.context > 0 ? QString::number(model.context) : u"-"_s});
    session.out.note(u"%1 (%2), %3"_s.arg(provider.id, provider.name, provider.baseUrl.isEmpty() ? u"inside this program"_s : provider.baseUrl.toString()));
    session.out.table({u"MODEL"_s, u"TYPE"_s, u"SIZE"_s, u"CONTEXT"_s}, rows, u"No models are listed; a channel may name any that the provider serves."_s);
    return Done;
}

/// What the options say about a provider, laid over `provider`.
std::optional<Error> applyOptions(const Arguments &args, const Catalogue &catalogue, Provider &provider)
{
    if (args.has(u"base-url"_s))
        provider.baseUrl = QUrl(args.value(u"base-url"_s), QUrl::StrictMode);
    provider.name = args.value(u"name"_s, provider.name);
    if (args.has(u"dialect"_s)) {
        const Dialect *dialect = catalogue.dialect(args.value(u"dialect"_s));
        if (!dialect)
            return Error{ErrorKind::Invalid, u"there is no such dialect; known are %1"_s.arg(catalogue.dialectNames().join(u", "_s)), u"--dialect"_s};
        provider.dialect = *dialect;
    }
    const QStringList models = args.values(u"model"_s);
    for (const QString &id : models) {
        if (!provider.model(id))
            provider.models.append(guessModel(id));
    }
    const QStringList types = args.values(u"type"_s);
    for (const QString &text : types) {
        const Result<TypedModel> typed = parseTypedModel(text);
        if (!typed)
            return Error{ErrorKind::Invalid, typed.error().text, u"--type"_s};
        bool found = false;
        for (Model &model : provider.models) {
            if (model.id == typed->model) {
                model.type = typed->type;
                found = true;
            }
        }
        if (!found)
            return Error{ErrorKind::Invalid, u"“%1” is not among the models; name it with --model too"_s.arg(typed->model), u"--type"_s};
    }
    return std::nullopt;
}

/// The catalogue's runtimes of this machine, with the models that they serve right now. Takes at most LocalRuntimes::Limit.
QList<Provider> askLocalRuntimes(const Catalogue &catalogue)
{
    QnamTransport transport;
    LocalRuntimes runtimes(catalogue.providers(), transport);
    QList<Provider> answered;
    QObject::connect(&runtimes, &LocalRuntimes::found, &runtimes, [&answered](const QList<Provider> &found) {
        answered = found;
        QCoreApplication::exit();
    });
    runtimes.ask();
    QCoreApplication::exec();
    return answered;
}

/// A provider as it is listed: a local runtime with what it serves now.
Provider withFoundModels(const Provider &provider, const QList<Provider> &found)
{
    for (const Provider &runtime : found) {
        if (runtime.id == provider.id && provider.models.isEmpty())
            return runtime;
    }
    return provider;
}

} // namespace

int runProviderList(Session &session)
{
    const Result<StoredConfiguration> stored = session.stored();
    if (!stored)
        return session.fail(stored.error());
    const Catalogue &catalogue = (*session.workspace())->catalogue();
    const Configuration &configuration = stored->configuration;
    const QList<Provider> found = askLocalRuntimes(catalogue);
    const QString id = session.args.positional(0);
    if (!id.isEmpty()) {
        const Provider *provider = catalogue.resolve(configuration, id);
        if (!provider)
            return session.fail({ErrorKind::NotFound, u"There is no provider “%1”. “understudy-cli provider list” shows all."_s.arg(id), {}});
        return listModels(session, withFoundModels(*provider, found), configuration.provider(id));
    }
    QList<Provider> all = configuration.providers;
    for (const Provider &provider : catalogue.providers()) {
        if (!configuration.provider(provider.id))
            all.append(provider);
    }
    QJsonArray json;
    QList<QStringList> rows;
    for (const Provider &listed : std::as_const(all)) {
        const Provider provider = withFoundModels(listed, found);
        json.append(toJson(provider, configuration.provider(provider.id)));
        rows.append({provider.id, originWord(provider.origin), QString::number(provider.models.size()),
                     provider.baseUrl.isEmpty() ? u"-"_s : provider.baseUrl.toString(), provider.name});
    }
    if (session.out.isJson())
        session.out.json(json);
    else
        session.out.table({u"ID"_s, u"ORIGIN"_s, u"MODELS"_s, u"BASE URL"_s, u"NAME"_s}, rows, {});
    return Done;
}

int runProviderAdd(Session &session)
{
    const QString id = session.args.positional(0);
    const Result<Workspace *> opened = session.workspace();
    if (!opened)
        return session.fail(opened.error());
    const Catalogue &catalogue = (*opened)->catalogue();
    const Provider *shipped = catalogue.provider(id);
    if (!session.args.has(u"base-url"_s) && !shipped && !session.args.has(u"replace"_s))
        return session.refuse({ErrorKind::Invalid, u"is needed: everything before /chat/completions, such as https://llm.example.com/v1"_s, {}}, u"base-url"_s);

    QStringList carried; // channels whose credential goes to another host from now on
    const Result<StoredConfiguration> changed = session.change([&](const Configuration &before) -> Result<Configuration> {
        Configuration after = before;
        const Provider *existing = before.provider(id);
        if ((existing || shipped) && !session.args.has(u"replace"_s))
            return Error{ErrorKind::Conflict, u"There is a provider “%1” already (%2). Choose another ID, or change it with --replace."_s
                                                  .arg(id, existing ? u"yours"_s : u"from the catalogue"_s), {}};
        Provider provider = existing ? *existing : shipped ? *shipped : Provider();
        provider.id = id;
        if (const std::optional<Error> problem = applyOptions(session.args, catalogue, provider))
            return *problem;
        if (provider.name.isEmpty())
            provider.name = id;
        const Provider *old = existing ? existing : shipped;
        for (const Channel &channel : before.channels) {
            if (channel.provider == id && old && old->baseUrl.host() != provider.baseUrl.host())
                carried.append(channel.id);
        }
        if (existing)
            after.providers[existing - before.providers.constData()] = provider;
        else
            after.providers.append(provider);
        return after;
    });
    if (!changed)
        return changed.error().where.startsWith("--"_L1) ? session.fail(changed.error(), UsageError) : session.failChange(changed.error());
    const Provider &provider = *changed->configuration.provider(id);
    if (!carried.isEmpty())
        session.out.warning(u"the credentials of these channels go to %1 from now on: %2"_s.arg(provider.baseUrl.host(), carried.join(u", "_s)));
    if (session.out.isJson())
        session.out.json(toJson(provider, true));
    else
        session.out.line(u"Provider %1 is stored with %2 models. Next: understudy-cli channel add NAME --provider %1"_s.arg(id).arg(provider.models.size()));
    return Done;
}

int runProviderRemove(Session &session)
{
    const QString id = session.args.positional(0);
    const Result<StoredConfiguration> changed = session.change([&](const Configuration &before) -> Result<Configuration> {
        if (!before.provider(id))
            return Error{ErrorKind::NotFound, u"You have no provider “%1”. (Those of the catalogue cannot be removed.)"_s.arg(id), {}};
        QStringList users;
        for (const Channel &channel : before.channels) {
            if (channel.provider == id)
                users.append(channel.id);
        }
        if (!users.isEmpty() && !(*session.workspace())->catalogue().provider(id))
            return Error{ErrorKind::Conflict, u"Provider “%1” is used by the channels %2. Remove them first: understudy-cli channel remove %3"_s
                                                  .arg(id, users.join(u", "_s), users.first()), {}};
        Configuration after = before;
        after.providers.removeIf([&](const Provider &provider) { return provider.id == id; });
        return after;
    });
    if (!changed)
        return session.fail(changed.error());
    if (session.out.isJson())
        session.out.json(QJsonObject{{u"removed"_s, id}});
    else
        session.out.line(u"Provider %1 is removed."_s.arg(id));
    return Done;
}

} // namespace understudy::cli
