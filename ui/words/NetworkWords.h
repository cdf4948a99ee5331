// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/NetworkTrouble.h"

#include <QString>

/// "Is it me or them?" in the language of the program.
namespace understudy::words {

QString signText(const NetworkSign &sign);        ///< a sentence: "Not reachable: a.example, b.example."
QString signsText(const NetworkTrouble &trouble); ///< all of them

/// Of an attempt's detail ("offline"): "this computer was offline". A word that is no NetworkBlame of our side comes back as it is.
QString attemptDetailText(const QString &detail);

} // namespace understudy::words
