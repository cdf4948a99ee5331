// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/StatusMark.h"

#include <QStyledItemDelegate>

namespace understudy {

/// Rows of two lines: a name, and below it quiet facts with a status. Check boxes are left to the style.
class TwoLineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    struct Content {
        QString heading;      ///< a line of its own above the row; empty: none
        QString headingRemark;
        QString badge;        ///< "primary", "backup 1"
        QString widestBadge;  ///< all badges get its width, so that the names stand in one line
        bool strongBadge = false;
        QString name;
        QString facts;        ///< "SiliconFlow / my account · Reasoning"
        Status status;
        QString remark;       ///< at the right end of the second line
        bool struck = false;  ///< no longer there
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The background of a row. A soft one, on which all tones stay readable; the strong highlight of the palette is for one-line lists.
    static void paintRowBackground(QPainter *painter, const QStyleOptionViewItem &row);

protected:
    virtual Content content(const QModelIndex &index) const = 0;
    int headingHeight(const QFont &font) const;
};

} // namespace understudy
