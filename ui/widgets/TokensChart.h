// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>

class QBarCategoryAxis;
class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace understudy {

/// Tokens of something, one bar each.
struct TokenBar {
    QString label;
    qint64 prompt = 0;
    qint64 completion = 0;
    qint64 total() const { return prompt + completion; }
    bool operator==(const TokenBar &) const = default;
};

/// Stacked horizontal bars, the largest first, at most MostBars and the rest as one bar. As high as its bars; follows palette and
/// language. Nothing is on hover only: ChartCard has the table with the same figures.
class TokensChart final : public QChartView {
    Q_OBJECT

public:
    static constexpr int MostBars = 8;

    explicit TokensChart(QWidget *parent = nullptr);

    void setBars(const QList<TokenBar> &bars);
    const QList<TokenBar> &bars() const { return m_bars; } ///< as they are drawn
    /// "tutorial 8,020 tokens (1,040 prompt, 6,980 completion); …", for screen readers.
    QString sentence() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

private:
    void changeEvent(QEvent *event) override;
    void paintColours();
    void retranslate();
    void draw();

    QList<TokenBar> m_given;
    QList<TokenBar> m_bars;
    QHorizontalStackedBarSeries *m_series;
    QBarSet *m_prompt;
    QBarSet *m_completion;
    QBarCategoryAxis *m_labels;
    QValueAxis *m_values;
};

} // namespace understudy
