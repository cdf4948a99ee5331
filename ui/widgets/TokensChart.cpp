// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/TokensChart.h"

#include "theme/Theme.h"
#include "widgets/Language.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QValueAxis>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarStep = 38;       ///< height that one bar and its gap take
constexpr int AroundBars = 96;    ///< legend and axis
constexpr int LongestLabel = 150; ///< pixels

} // namespace

TokensChart::TokensChart(QWidget *parent)
    : QChartView(parent), m_series(new QHorizontalStackedBarSeries), m_prompt(new QBarSet({})), m_completion(new QBarSet({})),
      m_labels(new QBarCategoryAxis), m_values(new QValueAxis)
{
    m_series->append({m_prompt, m_completion});
    m_series->setBarWidth(0.55);
    chart()->addSeries(m_series);
    chart()->addAxis(m_labels, Qt::AlignLeft);
    chart()->addAxis(m_values, Qt::AlignBottom);
    m_series->attachAxis(m_labels);
    m_series->attachAxis(m_values);
    m_values->setLabelFormat(u"%.0f"_s);
    m_values->setMin(0);
    m_labels->setGridLineVisible(false);
    m_labels->setLineVisible(false);
    m_values->setLineVisible(false);
    chart()->setLocalizeNumbers(true);
    chart()->setBackgroundRoundness(0);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({0, 0, 12, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->setAlignment(Qt::AlignTop);
    chart()->legend()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeCircle);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::TabFocus);
    viewport()->setFocusPolicy(Qt::NoFocus); // else Tab stops twice
    // A picture: the wheel belongs to the page around it.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followLanguage(this, [this] { retranslate(); });
    paintColours();
}

void TokensChart::setBars(const QList<TokenBar> &bars)
{
    if (bars == m_given && !m_bars.isEmpty())
        return;
    m_given = bars;
    draw();
}

void TokensChart::draw()
{
    m_bars = m_given;
    std::stable_sort(m_bars.begin(), m_bars.end(), [](const TokenBar &a, const TokenBar &b) { return a.total() > b.total(); });
    if (m_bars.size() > MostBars) {
        TokenBar rest{tr("%n other(s)", nullptr, int(m_bars.size()) - MostBars + 1), 0, 0};
        for (qsizetype i = MostBars - 1; i < m_bars.size(); ++i) {
            rest.prompt += m_bars[i].prompt;
            rest.completion += m_bars[i].completion;
        }
        m_bars.resize(MostBars - 1);
        m_bars.append(rest);
    }
    m_prompt->remove(0, m_prompt->count());
    m_completion->remove(0, m_completion->count());
    m_labels->clear();
    const QFontMetrics metrics(Theme::small());
    qint64 largest = 0;
    // The axis counts from below.
    for (auto bar = m_bars.crbegin(); bar != m_bars.crend(); ++bar) {
        QString label = metrics.elidedText(bar->label, Qt::ElideMiddle, LongestLabel);
        while (m_labels->categories().contains(label))
            label += u'\u200B'; // the axis drops a label that it has already; a blank without width keeps both
        m_labels->append(label);
        m_prompt->append(double(bar->prompt));
        m_completion->append(double(bar->completion));
        largest = std::max(largest, bar->total());
    }
    m_values->setRange(0, double(std::max<qint64>(largest, 4)));
    m_values->setTickCount(5);
    m_values->applyNiceNumbers();
    updateGeometry();
}

QString TokensChart::sentence() const
{
    const QLocale locale;
    QStringList parts;
    for (const TokenBar &bar : m_bars)
        parts.append(tr("%1: %2 tokens (%3 prompt, %4 completion)").arg(bar.label, locale.toString(bar.total()), locale.toString(bar.prompt), locale.toString(bar.completion)));
    return parts.join(tr("; "));
}

QSize TokensChart::sizeHint() const { return {480, AroundBars + BarStep * int(std::max<qsizetype>(1, m_bars.size()))}; }

void TokensChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        paintColours();
}

void TokensChart::paintColours()
{
    const QColor text = Theme::color(Tone::Muted);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_labels), static_cast<QAbstractAxis *>(m_values)}) {
        axis->setLabelsBrush(text);
        axis->setLabelsFont(Theme::small());
        axis->setGridLineColor(Theme::color(Tone::Hairline));
    }
    m_labels->setLabelsBrush(palette().color(QPalette::Text));
    chart()->legend()->setLabelBrush(text);
    chart()->legend()->setLabelColor(text);
    chart()->legend()->setFont(Theme::small());
    m_prompt->setBrush(Theme::color(Tone::ChartPrompt));
    m_completion->setBrush(Theme::color(Tone::ChartCompletion));
    // A line of the background between the parts: they stay apart without colours.
    for (QBarSet *set : {m_prompt, m_completion})
        set->setPen(QPen(Theme::color(Tone::Surface), 1));
}

void TokensChart::retranslate()
{
    m_prompt->setLabel(tr("Prompt"));
    m_completion->setLabel(tr("Completion"));
    chart()->setLocale(QLocale());
    setLocale(QLocale());
    if (!m_given.isEmpty())
        draw();
}

} // namespace understudy
