// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace understudy::cli {

/// The whole program: `words` is what was typed after its name; gives the exit code. Needs a QCoreApplication whose event loop does
/// not run yet (commands that wait run it themselves).
int run(const QStringList &words);

} // namespace understudy::cli
