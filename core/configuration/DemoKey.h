// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GatewayKey.h"

namespace understudy {

inline const QString DemoKeyName = QStringLiteral("demo");
/// The simulated models of the demonstration: the first fails in turns (gateway/DemoFaults.h), the second one steps in.
inline const QString DemoPrimaryModel = QStringLiteral("demo/DeepSeek-R1-Distill-Qwen-32B");
inline const QString DemoBackupModel = QStringLiteral("demo/DeepSeek-R1-Distill-Qwen-7B");

/// A new key for the demonstration, with an id and a secret: both models, one retry, 2 s of patience.
GatewayKey makeDemoKey();

/// Whether a key still is what makeDemoKey() gives, whatever its secret.
bool isDemoKey(const GatewayKey &key);

} // namespace understudy
