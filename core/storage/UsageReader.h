// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/UsageReport.h"
#include "storage/Database.h"

namespace understudy {

/// Reads the cells of a report: whole hours from the sums, the rest of cut hours from the rows of the log. In one read transaction of the
/// caller's. Errors: Invalid for fewer than two edges or edges that do not ascend, and the database's.
Result<UsageReport> readUsageReport(const Connection &connection, const UsageReportQuery &query);

} // namespace understudy
