// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace understudy {

/// Something deleted that can still be brought back (for 30 days).
struct DeletedObject {
    enum class Kind { Provider, Channel, Key };
    Kind kind = Kind::Key;
    QString id;
    QString name;
    QString detail; ///< the provider of a channel, the chain of a key in short; may be empty
    QDateTime deletedAt; ///< UTC

    bool operator==(const DeletedObject &) const = default;
};

} // namespace understudy
