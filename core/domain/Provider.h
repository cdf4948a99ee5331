// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ModelType.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace understudy {

struct Model {
    QString id;   ///< what the provider calls it; sent upstream as it is
    QString name; ///< for people; empty: the id
    ModelType type = ModelType::Chat;
    double size = 0;    ///< billions of parameters; 0 = unknown
    qint64 context = 0; ///< tokens; 0 = unknown
    std::optional<double> priceIn;  ///< per million prompt tokens, in `currency`
    std::optional<double> priceOut; ///< per million completion tokens
    QString currency;               ///< ISO 4217, empty = unknown

    bool operator==(const Model &) const = default;
};

/// How a credential is presented to the provider.
enum class AuthStyle {
    Bearer,       ///< Authorization: Bearer …
    ApiKeyHeader, ///< api-key: … (Azure)
    None,         ///< no credential needed; a given one is sent as Bearer
};

/// The ways in which "OpenAI-compatible" platforms differ. Shipped as data with the catalogue; a custom provider has the
/// defaults, which are plain OpenAI.
struct Dialect {
    QString id = QStringLiteral("openai");
    AuthStyle auth = AuthStyle::Bearer;
    bool streamOptions = true; ///< understands stream_options.include_usage
    bool modelList = true;     ///< GET {base}/models may be expected to work
    bool http2 = false;        ///< HTTP/2 by ALPN; an explicit choice (QT-NOTES, decision)

    bool operator==(const Dialect &) const = default;
};

/// Who brought the provider here.
enum class ProviderOrigin {
    Catalogue, ///< shipped with the program
    Custom,    ///< the user's own
    BuiltIn,   ///< simulated models inside the program
    Local,     ///< a runtime found on this machine (Ollama, LM Studio, llama.cpp, vLLM)
};

struct Provider {
    QString id; ///< [a-z0-9][a-z0-9-]{0,31}, unique
    QString name;
    QUrl baseUrl; ///< with its version segment ("/v1", "/api/v3"), no trailing slash, no query
    Dialect dialect;
    ProviderOrigin origin = ProviderOrigin::Custom;
    QList<Model> models;

    bool operator==(const Provider &) const = default;

    const Model *model(QStringView modelId) const
    {
        for (const Model &candidate : models) {
            if (candidate.id == modelId)
                return &candidate;
        }
        return nullptr;
    }
};

/// The id of the one channel of the built-in models; reserved.
inline const QString BuiltInChannelId = QStringLiteral("built-in");

} // namespace understudy
