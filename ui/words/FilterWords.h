// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LogFilterExpression.h"

/// What the field for filters says, in the language of the program. The filter's own words stay as they are typed.
namespace understudy::words {

QString filterProblem(const FilterProblem &problem);
QString filterFieldText(FilterField field); ///< "name of the gateway access key": beside a proposal

} // namespace understudy::words
