// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

#include <QStringList>

namespace understudy::cli {

/// The way of an exchange through its chain in one glance: "✕32B ⟳✕32B ⇢ ✓7B". ✕ failed, ⟳ the same candidate again, ⇢ the next
/// one, ✓ answered, ○ skipped.
QString chips(const ExchangeRecord &record);

/// The short name of a model: its size when its name ends in one ("32B"), else the last part of its id, cut at 24 characters.
QString chipName(const QString &model);

/// "≈603", "160", "unknown": with its provenance; unknown is never 0.
QString tokenText(const std::optional<qint64> &tokens, Provenance provenance);

/// What the answer took, with its unit: "603 tokens"; from the cache "603 tokens saved"; without an answer "–".
QString tokenText(const ExchangeRecord &record);

/// What happened and why, a line for each step, in the words that the deciding code left in the record.
QStringList explanation(const ExchangeRecord &record);

} // namespace understudy::cli
