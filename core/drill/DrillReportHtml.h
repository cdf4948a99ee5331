// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Drill.h"

#include <QByteArray>

namespace understudy {

/// A drill's report as one page that needs nothing else: no script, no address, light or dark as the reader's system is. Every text
/// from outside is escaped. In English; UTF-8.
QByteArray drillReportToHtml(const DrillReport &report);

} // namespace understudy
