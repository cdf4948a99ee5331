// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Secret.h"

#include <QString>
#include <QUrl>

/// Links that other programs on this computer take a provider from. They hold the key: make one only to open it at once, and
/// show it nowhere. Both programs ask before they save.
namespace understudy::share {

struct Account {
    QString keyName;
    QString baseUrl; ///< with /v1
    QString model;
    Secret key;
    bool operator==(const Account &) const = default;
};

/// Its data are base64 with "-" for "/" and "_" for "+": it turns them back so, the other way round than base64url does.
QUrl cherryStudio(const Account &account);
QUrl ccSwitch(const Account &account);

} // namespace understudy::share
