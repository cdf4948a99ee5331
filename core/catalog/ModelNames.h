// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ModelType.h"
#include "domain/Provider.h"

namespace understudy {

/// A model's type and size as its name suggests, for models that no catalogue lists (a fetched list, a local runtime).
/// A guess: the user's own word (Channel::modelTypes) goes before it.
ModelType guessType(QStringView modelId);
/// Billions of parameters in names such as "qwen-32b" or "DeepSeek-R1-Distill-Qwen-1.5B"; 0 when there is none.
double guessSize(QStringView modelId);
Model guessModel(const QString &modelId);

QLatin1StringView word(AuthStyle style); ///< "bearer", "api-key", "none"
std::optional<AuthStyle> authStyleFromWord(QStringView text);

} // namespace understudy
