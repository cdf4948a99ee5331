// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace understudy {

/// A table that is as high as its rows, for a page that scrolls as a whole: no scroll bars of its own. One column (the first unless
/// told otherwise) takes what the others leave. Read only; whole rows are chosen.
class FittedTable final : public QTableView {
    Q_OBJECT

public:
    explicit FittedTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setStretchColumn(int column);
    /// The stretched column keeps at least so many pixels; where the others leave less, the table scrolls sideways.
    void setLeastStretch(int width);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void shape();
    void fit();
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override { event->ignore(); } // the page scrolls

    int m_stretch = 0;
    int m_least = 0;
    bool m_narrow = false; ///< it scrolls
};

} // namespace understudy
