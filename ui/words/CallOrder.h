// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "catalog/Catalogue.h"
#include "domain/Configuration.h"
#include "theme/Marks.h"

#include <QList>
#include <QStringList>

/// Which models of a key a chat request reaches, as the gateway plans it (SEMANTICS §1), without the passing states of breakers.
namespace understudy::words {

/// One choice of "model" that a client may make.
struct AskedModel {
    QString asked; ///< "auto", a model's id, or channel/model where the id alone would mean another one
    QString label; ///< "DeepSeek-R1 · siliconflow-1 · backup 1"
    bool chats = true; ///< a chat request can reach it
};
/// "auto" first, then the bound models in their order.
QList<AskedModel> askedModels(const Configuration &configuration, const Catalogue &catalogue, const GatewayKey &key);

struct CallOrder {
    QList<Chip> chips;      ///< from the start on, then what is left out, muted
    QStringList leftOut;    ///< one short sentence for each model that is not called, with the reason
    QString sentence;       ///< "Calls 32B, then 7B."
    int candidates = 0;
    Milliseconds worstCase{0};
};
CallOrder callOrder(const Configuration &configuration, const Catalogue &catalogue, const GatewayKey &key, const QString &asked);

} // namespace understudy::words
