// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "catalog/DemoAnswers.h"
#include "domain/Configuration.h"

#include <QHash>
#include <QList>

namespace understudy {

namespace strict {
class ObjectReader;
}

/// The providers and models that we ship (resources/catalog/providers.json) and the built-in provider of the simulated models.
/// A value: loaded once at start, then only read, from any thread.
class Catalogue {
public:
    /// From the program's resources. Fails only when the program is damaged.
    static Result<Catalogue> load();
    static Result<Catalogue> fromJson(QByteArrayView providers, const DemoAnswers &demo);

    /// In the catalogue's order: the six of the DeepSeek series, the others, local runtimes (origin Local), and last the built-in
    /// provider (id BuiltInChannelId, origin BuiltIn, no address).
    const QList<Provider> &providers() const { return m_providers; }
    const Provider *provider(QStringView id) const; ///< nullptr when unknown; valid as long as the catalogue
    const Provider &builtIn() const { return m_providers.last(); }
    const DemoAnswers &demo() const { return m_demo; }

    /// The named ways of being OpenAI-compatible: "openai", "azure", "local" …
    const Dialect *dialect(QStringView id) const;
    QStringList dialectNames() const; ///< sorted

    /// The user's entry wins over the catalogue's; nullptr when neither knows the id. Valid as long as both arguments.
    const Provider *resolve(const Configuration &configuration, QStringView id) const;

private:
    QList<Provider> m_providers;
    QHash<QString, Dialect> m_dialects;
    DemoAnswers m_demo;
};

/// Shared by the two resource files: members id, name, type, size, context of a model. Does not finish the reader.
Model readCatalogueModel(strict::ObjectReader &reader);
/// A file below :/understudy/.
Result<QByteArray> readCatalogueResource(const QString &name);

} // namespace understudy
