// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Channel.h"
#include "domain/GatewayKey.h"
#include "domain/Provider.h"

namespace understudy {

/// Limits of the endpoint (SEMANTICS §8, §9). Sizes are bytes.
struct EndpointLimits {
    qint64 maxBodyBytes = 67108864;
    qint64 maxBufferedBytes = 536870912; ///< all bodies in flight together, counting copies
    qint64 maxHeaderBytes = 65536;
    qint64 maxTargetBytes = 8192;
    Milliseconds headerTimeout{10000};
    Milliseconds bodyTimeout{30000}; ///< longest time for the next 64 KiB of a body, or its end
    Milliseconds keepAlive{75000};
    int maxConnections = 4096;
    Milliseconds drain{10000};

    bool operator==(const EndpointLimits &) const = default;
};

struct Settings {
    QString listen = QStringLiteral("127.0.0.1:17177"); ///< "ADDRESS:PORT"; [::1]:17177 for IPv6; port 0 = any
    QStringList allowedHosts;
    QStringList allowedOrigins;
    EndpointLimits limits;

    bool operator==(const Settings &) const = default;
};

/// Everything a person can configure, as one value. Built-in and catalogue providers are not listed in `providers` unless
/// the user changed them; resolve a provider by `provider` with the catalogue as fallback.
struct Configuration {
    Settings settings;
    QList<Provider> providers;
    QList<Channel> channels;
    QList<GatewayKey> keys;

    bool operator==(const Configuration &) const = default;

    const Provider *provider(QStringView id) const
    {
        for (const Provider &entry : providers) {
            if (entry.id == id)
                return &entry;
        }
        return nullptr;
    }
    const Channel *channel(QStringView id) const
    {
        for (const Channel &entry : channels) {
            if (entry.id == id)
                return &entry;
        }
        return nullptr;
    }
    const GatewayKey *keyNamed(QStringView name) const
    {
        for (const GatewayKey &entry : keys) {
            if (entry.name == name)
                return &entry;
        }
        return nullptr;
    }
};

} // namespace understudy
