// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/UsageFigures.h"

#include <QChartView>

namespace understudy {

/// Figures as a picture: bars that stand on a line of time, bars that lie with a name each, or lines over time. In the colours of the
/// theme; pointer and wheel belong to what is around it. What it shows is said by its card.
class FiguresChart final : public QChartView {
    Q_OBJECT

public:
    enum class Shape { Columns, Bars, Lines };
    explicit FiguresChart(Shape shape, QWidget *parent = nullptr);

    void setFigures(const ChartFigures &figures);
    const ChartFigures &figures() const { return m_figures; }
    int categoryAt(const QPoint &at) const; ///< the nearest one; -1: beside all
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

private:
    void draw();
    void drawBars();
    void drawLines();
    void addAxes(class QAbstractSeries *series, double largest);
    void changeEvent(QEvent *event) override;

    Shape m_shape;
    ChartFigures m_figures;
};

} // namespace understudy
