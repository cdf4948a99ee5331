// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/HttpHeaders.h"
#include "base/Secret.h"
#include "domain/Provider.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace understudy {

/// A credential: the literal secret, or the name of an environment variable that holds it. The variable is read when the
/// gateway loads its configuration.
struct Credential {
    Secret literal;
    QString environment; ///< "SILICONFLOW_API_KEY" of "env:SILICONFLOW_API_KEY"; when set, `literal` is empty

    bool isEmpty() const { return literal.isEmpty() && environment.isEmpty(); }
    bool operator==(const Credential &) const = default;

    /// The secret itself; empty when there is none or the variable is not set.
    Secret resolve() const
    {
        return environment.isEmpty() ? literal : Secret(qgetenv(environment.toLocal8Bit().constData()));
    }
};

/// "system" and "none", or a proxy's URL (http or socks5; user information allowed and treated as a secret).
struct ProxyChoice {
    enum class Kind { System, None, Url };
    Kind kind = Kind::System;
    QUrl url;
    bool operator==(const ProxyChoice &) const = default;
};

struct ChannelLimits {
    int parallel = 0;            ///< calls at once; 0 = no limit
    int requestsPerMinute = 0;   ///< 0 = no limit
    qint64 tokensPerMonth = 0;   ///< 0 = no limit
    bool operator==(const ChannelLimits &) const = default;
};

/// A provider plus a credential plus the models that it opens.
struct Channel {
    QString id;       ///< [a-z0-9][a-z0-9-]{0,31}, unique in the whole configuration
    QString provider; ///< Provider::id
    QString name;     ///< 1–32 characters, unique within the provider
    QString description;
    Credential credential;
    QStringList models;                     ///< ids, all known to the provider, at least one
    QHash<QString, ModelType> modelTypes;   ///< the user's own word on a model's type
    bool enabled = true;
    bool autoTest = true; ///< "Test all" and checks in the background may call it
    ProxyChoice proxy;
    HttpHeaders headers; ///< extra headers of the channel; values are treated as secrets
    ChannelLimits limits;

    bool operator==(const Channel &) const = default;
};

} // namespace understudy
