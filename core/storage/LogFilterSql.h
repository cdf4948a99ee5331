// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LogFilterExpression.h"
#include "storage/DatabaseLocation.h"

#include <QVariantList>

namespace understudy {

/// A part of a WHERE with its positional values; true or false for every row, never NULL.
struct SqlCondition {
    QString text;
    QVariantList values;
};

/// The same rows as matches() of domain/LogFilterExpression. `e` is the alias of exchanges; an empty expression gives an empty text.
/// What somebody typed stands in the values alone.
SqlCondition toSql(const FilterExpression &expression, Engine engine);

} // namespace understudy
