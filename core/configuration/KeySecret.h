// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Secret.h"

#include <QString>

namespace understudy {

inline const QByteArray KeySecretPrefix = QByteArrayLiteral("sk-us_");

/// A new gateway key: "sk-us_" and 40 letters or digits from the system's random source (238 bits). Thread-safe.
Secret makeKeySecret();

/// A new GatewayKey::id: "key_" and 20 small letters or digits. Thread-safe.
QString makeKeyId();

} // namespace understudy
