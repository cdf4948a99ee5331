// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/DrillReportHtml.h"

namespace understudy::words {

/// The words of a drill's report as a page, in the language of the program; its verdict is the one that the drill page shows.
DrillHtmlTexts drillReportTexts(const DrillReport &report);

} // namespace understudy::words
