// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LimitUse.h"
#include "domain/NetworkTrouble.h"

#include <QJsonArray>
#include <QJsonObject>

namespace understudy {

/// What a gateway tells another process of the network and of its limits. What cannot be read is left out: the other process may be
/// of another version.
QJsonObject networkJson(const NetworkTrouble &trouble);
NetworkTrouble networkFromJson(const QJsonObject &json);

QJsonArray limitsJson(const QList<LimitUse> &limits);
QList<LimitUse> limitsFromJson(const QJsonArray &json);

} // namespace understudy
