// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace understudy {

/// Something that was deleted and can still be brought back.
struct DeletedObject {
    enum class Kind { Provider, Channel, Key };
    Kind kind = Kind::Provider;
    QString id;
    QString name;
    QDateTime deletedAt; ///< UTC
    QString detail; ///< what tells it from another of its name: base URL; provider's id; "channel/model" of the chain, by comma

    bool operator==(const DeletedObject &) const = default;
};

} // namespace understudy
