// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace understudy {

class FigureModel;
class FiguresChart;
class FittedTable;
struct ChartFigures;

/// A chart and its twin, a table with the same figures: a chart alone says nothing to a screen reader and little to who wants to
/// know exactly. T turns one into the other. What the figures say stands above both. Bars and cells lead to their requests.
class ChartCard final : public QFrame {
    Q_OBJECT

public:
    /// `chart` becomes the card's. `name`: prefix of the object names.
    ChartCard(const QString &name, FiguresChart *chart, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setFigures(const ChartFigures &figures);
    const ChartFigures &figures() const;
    void addTool(QWidget *tool); ///< before the buttons; the card's own
    /// In place of the figures: a sentence that says why there are none, and a button that helps. Empty: the figures.
    void setReason(const QString &sentence, const QString &button);
    void showTable(bool table);
    bool showsTable() const;
    FittedTable *table() const { return m_table; }

signals:
    void followed(const QString &filter); ///< the requests behind a bar or a cell shall be shown
    void helpWanted();                    ///< the button of setReason

private:
    void copyPicture();
    void showParts();
    QString linkAt(const QPoint &at) const; ///< of the bar there
    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

    QLabel *m_title;
    QHBoxLayout *m_head;
    QToolButton *m_copy;
    QToolButton *m_chartButton;
    QToolButton *m_tableButton;
    QLabel *m_headline;
    QPushButton *m_help;
    QString m_reason;
    FiguresChart *m_chart;
    FigureModel *m_model;
    FittedTable *m_table;
};

} // namespace understudy
