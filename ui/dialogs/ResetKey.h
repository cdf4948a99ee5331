// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"
#include "widgets/Message.h"

#include <functional>

class QWidget;

namespace understudy {

/// Asks whether the key gets a new secret, now or with a grace time for the old one (see withSecretReset), and does it. `done` gets
/// what to say, once, unless `parent` dies or the person thinks better of it.
void resetKey(QWidget *parent, Console &console, const QString &keyId, std::function<void(const Message &)> done);

} // namespace understudy
