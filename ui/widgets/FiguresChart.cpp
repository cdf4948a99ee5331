// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FiguresChart.h"

#include "widgets/Language.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <cmath>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarStep = 34;       ///< height that one lying bar and its gap take
constexpr int AroundBars = 92;    ///< legend and axis
constexpr int ColumnsHeight = 260;
constexpr int LongestLabel = 150; ///< pixels
constexpr int MostLabels = 12;    ///< under columns: the others are left blank

QBrush brushOf(const ChartSeries &series)
{
    return series.hatched ? QBrush(Theme::color(series.tone), Qt::BDiagPattern) : QBrush(Theme::color(series.tone));
}

/// An axis drops a label that is empty or that it has already, and all that follow move; blanks without width keep them.
void appendLabel(QStringList &labels, QString label)
{
    while (label.isEmpty() || labels.contains(label))
        label += u'\u200B';
    labels.append(label);
}

} // namespace

FiguresChart::FiguresChart(Shape shape, QWidget *parent) : QChartView(parent), m_shape(shape)
{
    chart()->setLocalizeNumbers(true);
    chart()->setBackgroundRoundness(0);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({0, 0, 12, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->setAlignment(Qt::AlignTop);
    chart()->legend()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->setMarkerShape(shape == Shape::Lines ? QLegend::MarkerShapeFromSeries : QLegend::MarkerShapeRectangle);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::TabFocus);
    viewport()->setFocusPolicy(Qt::NoFocus); // else Tab stops twice
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followLanguage(this, [this] {
        chart()->setLocale(QLocale());
        setLocale(QLocale());
    });
}

void FiguresChart::setFigures(const ChartFigures &figures)
{
    if (figures == m_figures)
        return;
    m_figures = figures;
    draw();
    updateGeometry();
}

int FiguresChart::categoryAt(const QPoint &at) const
{
    const QRectF plot = chart()->plotArea();
    const QPointF place = chart()->mapFromScene(mapToScene(at));
    const auto count = m_figures.categories.size();
    const bool lying = m_shape == Shape::Bars;
    const double part = lying ? (place.y() - plot.top()) / plot.height() : (place.x() - plot.left()) / plot.width();
    // The names of lying bars and the times under standing ones belong to them; the legend does not.
    const bool inside = lying ? place.x() <= plot.right() : place.y() >= plot.top();
    return count > 0 && inside && part >= 0 && part < 1 ? int(part * double(count)) : -1;
}

QSize FiguresChart::sizeHint() const
{
    return {480, m_shape == Shape::Bars ? AroundBars + BarStep * int(std::max<qsizetype>(1, m_figures.categories.size())) : ColumnsHeight};
}

void FiguresChart::draw()
{
    chart()->removeAllSeries();
    const QList<QAbstractAxis *> old = chart()->axes();
    for (QAbstractAxis *axis : old) {
        chart()->removeAxis(axis);
        delete axis;
    }
    if (m_figures.categories.isEmpty() || m_figures.series.isEmpty())
        return;
    chart()->setLocale(QLocale());
    if (m_shape == Shape::Lines)
        drawLines();
    else
        drawBars();
    const QColor muted = Theme::color(Tone::Muted);
    const QList<QAbstractAxis *> axes = chart()->axes();
    for (QAbstractAxis *axis : axes) {
        axis->setLabelsBrush(muted);
        axis->setLabelsFont(Theme::small());
        axis->setTitleFont(Theme::small());
        axis->setTitleBrush(muted);
        axis->setGridLineColor(Theme::color(Tone::Hairline));
        axis->setLineVisible(false);
    }
    chart()->legend()->setLabelBrush(muted);
    chart()->legend()->setLabelColor(muted);
    chart()->legend()->setFont(Theme::small());
}

void FiguresChart::addAxes(QAbstractSeries *series, double largest)
{
    const bool lying = m_shape == Shape::Bars;
    auto *values = new QValueAxis;
    values->setLabelFormat(m_figures.axis.format);
    values->setRange(0, std::max(largest, m_figures.axis.leastTop) * (m_shape == Shape::Lines ? 1.1 : 1)); // a line at the very top looks cut
    values->setTickCount(5);
    values->applyNiceNumbers();
    auto *labels = new QBarCategoryAxis;
    const QFontMetrics metrics(Theme::small());
    QStringList names;
    const auto step = lying ? 1 : int(m_figures.categories.size() + MostLabels - 1) / MostLabels;
    for (qsizetype i = 0; i < m_figures.categories.size(); ++i)
        appendLabel(names, i % step ? QString() : metrics.elidedText(m_figures.categories[i], Qt::ElideMiddle, LongestLabel));
    if (lying)
        std::reverse(names.begin(), names.end()); // the axis counts from below
    labels->append(names);
    labels->setGridLineVisible(false);
    if (!lying)
        labels->setTruncateLabels(false); // the blank ones beside it leave room
    chart()->addAxis(labels, lying ? Qt::AlignLeft : Qt::AlignBottom);
    chart()->addAxis(values, lying ? Qt::AlignBottom : Qt::AlignLeft);
    series->attachAxis(labels);
    series->attachAxis(values);
}

void FiguresChart::drawBars()
{
    QAbstractBarSeries *series = m_shape == Shape::Bars ? static_cast<QAbstractBarSeries *>(new QHorizontalStackedBarSeries) : new QStackedBarSeries;
    QList<double> sums(m_figures.categories.size());
    for (const ChartSeries &one : std::as_const(m_figures.series)) {
        auto *set = new QBarSet(one.name);
        QList<double> values = one.values;
        for (qsizetype i = 0; i < values.size(); ++i)
            sums[i] += values[i];
        if (m_shape == Shape::Bars)
            std::reverse(values.begin(), values.end());
        set->append(values);
        set->setBrush(brushOf(one));
        // A line of the background between the parts: they stay apart without colours. Hatched ones need an outline of their own.
        set->setPen(QPen(Theme::color(one.hatched ? one.tone : Tone::Surface), 1));
        series->append(set);
    }
    series->setBarWidth(m_shape == Shape::Bars ? 0.55 : 0.7);
    chart()->addSeries(series);
    addAxes(series, *std::max_element(sums.begin(), sums.end()));
}

void FiguresChart::drawLines()
{
    double largest = 0;
    QList<QLineSeries *> lines;
    int named = 0; // a thin line looks like the one that it belongs to
    static constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};
    for (const ChartSeries &one : std::as_const(m_figures.series)) {
        auto *line = new QLineSeries;
        line->setName(one.name);
        named += !one.thin;
        line->setPen(QPen(Theme::color(one.tone), one.thin ? 1 : 2.5, styles[size_t(named - 1) % styles.size()]));
        for (qsizetype i = 0; i < one.values.size(); ++i) {
            if (std::isnan(one.values[i]))
                continue;
            line->append(double(i), one.values[i]);
            largest = std::max(largest, one.values[i]);
        }
        line->setPointsVisible(line->count() == 1 || (!one.thin && m_figures.categories.size() <= 31)); // one point alone is no line
        chart()->addSeries(line);
        for (QLegendMarker *marker : chart()->legend()->markers(line))
            marker->setVisible(!one.thin);
        lines.append(line);
    }
    addAxes(lines.first(), largest);
    const QList<QAbstractAxis *> axes = chart()->axes();
    for (QLineSeries *line : lines.sliced(1)) {
        for (QAbstractAxis *axis : axes)
            line->attachAxis(axis);
    }
}

void FiguresChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

} // namespace understudy
