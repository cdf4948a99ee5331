// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalogue.h"
#include "domain/Configuration.h"
#include "domain/Drill.h"

#include <QList>
#include <QString>

#include <optional>

/// What a drill of a key would play with, known before it runs.
namespace understudy::words {

/// One place of a key's chain.
struct DrillPlace {
    enum class Answers {
        Simulated, ///< by a model inside the program: free
        Local,     ///< by a runtime on this computer: no tokens to pay
        Provider,  ///< by somebody who counts tokens
    };
    int position = 0;
    QString channelName; ///< as people named it
    QString provider;    ///< its name; empty where the channel's name says it already
    QString model;       ///< id
    Answers answers = Answers::Simulated;
    std::optional<SkipReason> leftOut; ///< why no chat request reaches it, whatever happens
    bool operator==(const DrillPlace &) const = default;
};

/// The chain of a key as a drill's requests meet it: they ask for "auto", and chat.
QList<DrillPlace> drillPlaces(const Configuration &configuration, const Catalogue &catalogue, const GatewayKey &key);

/// "my account (SiliconFlow)"
QString drillPlaceName(const DrillPlace &place);

/// What a drill costs, to be read before it runs.
struct DrillCost {
    QString text;
    bool costs = false; ///< somebody may bill it
};
/// `faults` as in DrillPlan: places beyond its end are healthy.
DrillCost drillCost(const QList<DrillPlace> &places, const QList<DrillFault> &faults, int requests);

} // namespace understudy::words
