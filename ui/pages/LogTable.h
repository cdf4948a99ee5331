// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace understudy {

/// The list of the log: rows come in above without moving what is being looked at. Space, → and Ctrl+C are signals.
class LogTable final : public QTableView {
    Q_OBJECT

public:
    explicit LogTable(QWidget *parent = nullptr);

    bool isAtTop() const;
    /// Gives the columns their widths; after the model was set and when language or font changed.
    void shapeColumns();
    void showDates(bool dates); ///< room for days beside the times; else the chains have it

signals:
    void insertedAbove(int rows); ///< out of sight, above
    void reachedTop();
    void reachedEnd(); ///< by scrolling, a few rows before it
    void pauseWished();
    void detailsWished();
    void copyWished();
    void pinWished();
    void repeatWished();

private:
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void keyPressEvent(QKeyEvent *event) override;

    bool m_dated = false;
};

} // namespace understudy
