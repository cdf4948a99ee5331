// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/Theme.h"

#include <QIcon>

#include <optional>

namespace understudy::icons {

/// The icon resources/icons/<name>.svg in the colour of the text around it (or of `tone`), at any size, in both themes, dimmed
/// when disabled. An unknown name gives an empty icon and is our own bug; a test asks for every name that the sources use.
QIcon icon(const QString &name, std::optional<Tone> tone = std::nullopt);

/// The program's own mark, in its own colours.
QIcon program();

} // namespace understudy::icons
