// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace understudy {

/// A filter whose criteria change: the rows that go and come are told one by one, so that widgets in other rows stay. Hides how
/// Qt wants to be told of it, which changed with 6.10.
class FilterModel : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    template<typename Change>
    void refilter(Change change)
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
        beginFilterChange();
        change();
        endFilterChange(QSortFilterProxyModel::Direction::Rows);
#else
        change();
        invalidateFilter();
#endif
    }
};

} // namespace understudy
