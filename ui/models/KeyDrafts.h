// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Configuration.h"

#include <QStringList>

namespace understudy {

// What dialogs and lists do to keys, as functions from configuration to configuration: they run inside Console::change, in another
// thread, and use nothing but their arguments. Texts are arguments too, because they are stored in the person's language.

QStringList keyNames(const Configuration &configuration, const QString &exceptId = {});

QString presetKeyName(const Configuration &configuration);                            ///< "key-<n>", the smallest free one
QString derivedKeyName(const Configuration &configuration, const QString &name, const QString &suffix); ///< "<name>-copy", "<name>-copy2" …

/// NotFound when nobody has that id.
Result<Configuration> withKeyChanged(const Configuration &configuration, const QString &id, const std::function<void(GatewayKey &)> &edit);
Result<Configuration> withKeyAdded(const Configuration &configuration, const GatewayKey &key, qsizetype at = -1);
Result<Configuration> withoutKey(const Configuration &configuration, const QString &id);

/// What goes on under the old secret after a reset.
struct KeyGrace {
    QDateTime until;     ///< UTC; invalid: the old secret ends at once
    QString description; ///< of the key that keeps it
};

/// A new secret for a key. With a grace time the old secret lives on as a key of its own, "<name>-old", with the same chain and
/// policy, that expires then: visible, and deletable at any time. It counts its own requests, limits and free tokens.
/// Denied when the old secret is needed and not known (locked vault); NotFound.
Result<Configuration> withSecretReset(const Configuration &configuration, const QString &id, const KeyGrace &grace);

} // namespace understudy
