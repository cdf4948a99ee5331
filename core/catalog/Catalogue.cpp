// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalogue.h"

#include "catalog/ModelNames.h"
#include "catalog/StrictJson.h"

#include <QFile>

/// The resource sits in a static library: without this call the linker drops it. Has to be outside every namespace.
static void initCatalogueResource()
{
    Q_INIT_RESOURCE(catalog);
}

namespace understudy {

using namespace Qt::StringLiterals;
using strict::ObjectReader;

namespace {

constexpr int MaxDepth = 8;
constexpr qint64 LargestContext = 100'000'000;

Dialect readDialect(const QString &id, const json::Value &value, const QString &path, strict::Failure &failure)
{
    Dialect dialect;
    dialect.id = id;
    ObjectReader reader(value, path, failure);
    const std::optional<AuthStyle> auth = authStyleFromWord(reader.text("auth"_L1, word(dialect.auth)));
    if (!auth)
        reader.fail("auth"_L1, u"is no way of signing in"_s);
    dialect.auth = auth.value_or(AuthStyle::Bearer);
    dialect.streamOptions = reader.boolean("streamOptions"_L1, dialect.streamOptions);
    dialect.modelList = reader.boolean("modelList"_L1, dialect.modelList);
    dialect.http2 = reader.boolean("http2"_L1, dialect.http2);
    reader.finish();
    return dialect;
}

Provider builtInProvider(const DemoAnswers &demo)
{
    Provider provider;
    provider.id = BuiltInChannelId;
    provider.name = u"Built-in (simulated)"_s;
    provider.origin = ProviderOrigin::BuiltIn;
    provider.dialect.auth = AuthStyle::None;
    for (const DemoModel &model : demo.models)
        provider.models.append(model.model);
    return provider;
}

} // namespace

Model readCatalogueModel(ObjectReader &reader)
{
    Model model;
    reader.require("id"_L1);
    model.id = reader.text("id"_L1);
    model.name = reader.text("name"_L1);
    reader.require("type"_L1);
    const std::optional<ModelType> type = modelTypeFromWord(reader.text("type"_L1));
    if (!type)
        reader.fail("type"_L1, u"is no model type"_s);
    model.type = type.value_or(ModelType::Chat);
    model.size = reader.number("size"_L1, 0, 0, 1e6);
    model.context = reader.integer("context"_L1, 0, 0, LargestContext);
    return model;
}

Result<QByteArray> readCatalogueResource(const QString &name)
{
    initCatalogueResource();
    QFile file(u":/understudy/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Internal, u"the program's own data is missing; it was built or installed incompletely"_s, file.fileName()};
    return file.readAll();
}

Result<Catalogue> Catalogue::load()
{
    const Result<DemoAnswers> demo = DemoAnswers::load();
    if (!demo)
        return demo.error();
    const Result<QByteArray> text = readCatalogueResource(u"catalog/providers.json"_s);
    return text ? fromJson(*text, *demo) : Result<Catalogue>(text.error());
}

Result<Catalogue> Catalogue::fromJson(QByteArrayView text, const DemoAnswers &demo)
{
    const Result<json::Value> document = strict::document(text, MaxDepth);
    if (!document)
        return document.error();
    strict::Failure failure;
    Catalogue catalogue;
    catalogue.m_demo = demo;
    ObjectReader reader(*document, {}, failure);
    reader.take("about"_L1); // a note to the reader of the file
    reader.eachMember("dialects"_L1, [&](const QString &id, const json::Value &value, const QString &path) {
        catalogue.m_dialects.insert(id, readDialect(id, value, path, failure));
    });
    reader.each("providers"_L1, [&](const json::Value &value, const QString &path) {
        Provider provider;
        ObjectReader entry(value, path, failure);
        entry.require("id"_L1);
        provider.id = entry.text("id"_L1);
        provider.name = entry.text("name"_L1);
        provider.baseUrl = QUrl(entry.text("baseUrl"_L1), QUrl::StrictMode);
        provider.origin = entry.boolean("local"_L1, false) ? ProviderOrigin::Local : ProviderOrigin::Catalogue;
        if (const Dialect *dialect = catalogue.dialect(entry.text("dialect"_L1, u"openai"_s)))
            provider.dialect = *dialect;
        else
            entry.fail("dialect"_L1, u"is not among the dialects of this file"_s);
        if (const QString other = entry.text("modelsOf"_L1); !other.isEmpty()) {
            if (const Provider *twin = catalogue.provider(other))
                provider.models = twin->models;
            else
                entry.fail("modelsOf"_L1, u"names no provider above"_s);
        }
        entry.each("models"_L1, [&](const json::Value &model, const QString &at) {
            ObjectReader modelReader(model, at, failure);
            provider.models.append(readCatalogueModel(modelReader));
            modelReader.finish();
        });
        entry.finish();
        if (catalogue.provider(provider.id))
            entry.fail("id"_L1, u"stands twice"_s);
        catalogue.m_providers.append(provider);
    });
    reader.finish();
    if (failure.happened())
        return failure.error();
    catalogue.m_providers.append(builtInProvider(demo));
    return catalogue;
}

const Provider *Catalogue::provider(QStringView id) const
{
    for (const Provider &entry : m_providers) {
        if (entry.id == id)
            return &entry;
    }
    return nullptr;
}

const Dialect *Catalogue::dialect(QStringView id) const
{
    const auto found = m_dialects.constFind(id.toString());
    return found == m_dialects.cend() ? nullptr : &*found;
}

QStringList Catalogue::dialectNames() const
{
    QStringList names = m_dialects.keys();
    names.sort();
    return names;
}

const Provider *Catalogue::resolve(const Configuration &configuration, QStringView id) const
{
    const Provider *own = configuration.provider(id);
    return own ? own : provider(id);
}

} // namespace understudy
