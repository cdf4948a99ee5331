// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ModelType.h"
#include "domain/Provider.h"

#include <QString>

namespace understudy::words {

QString typeName(ModelType type); ///< "Chat", "Reasoning", "Multimodal" …
/// The short name of a model: its size when its name ends in one ("32B"), else the last part of its id, at most 24 characters.
QString shortModelName(const QString &modelId);
/// A model's name without the path of its maker: "DeepSeek-R1-Distill-Qwen-32B" of "deepseek-ai/DeepSeek-R1-Distill-Qwen-32B".
QString modelName(const QString &modelId);
/// "primary", "backup 1", "backup 2"; in Chinese 主, 备1, 备2.
QString position(int position);
QString originName(ProviderOrigin origin);
QString builtInName();

} // namespace understudy::words
