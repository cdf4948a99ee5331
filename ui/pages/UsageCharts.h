// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/UsageCosts.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace understudy {

class ChartCard;
class FiguresChart;
class FittedTable;

/// The charts and tables of 用量统计 below its tiles: each answers one question, all from one report, so their sums agree.
class UsageCharts final : public QWidget {
    Q_OBJECT

public:
    explicit UsageCharts(QWidget *parent = nullptr);

    void setReport(const UsageReport &report, const UsageNames &names);
    const UsageReport &report() const { return m_report; }
    void setBudget(const Budget &budget);

signals:
    void budgetChanged(const Budget &budget); ///< by the person
    void filterWanted(const QString &filter); ///< the requests behind a figure shall be shown in the log
    void pricesWanted(const QString &channel); ///< the person wants to enter those of a channel's models

private:
    void build();
    ChartCard *addCard(const QString &name, int shape);
    FittedTable *addTable(const QString &name, QLabel *&title, QLabel *&note, FigureModel *&model);
    QComboBox *chooser(const QString &name, QWidget *parent);
    void retranslate();
    void present();
    void buildBudget();
    void showCosts();
    void fillCurrencies();
    void showRanking();
    void showLatencies();
    void showPivot();

    UsageReport m_report;
    UsageNames m_names;
    ChartCard *m_tokens, *m_endings, *m_ranking, *m_latency, *m_failures, *m_costs;
    Budget m_budget;
    QStringList m_currencies; ///< in m_currency
    QStringList m_rankCurrencies; ///< in m_rankMeasure, behind the measures
    QDoubleSpinBox *m_perMonth;
    QComboBox *m_currency;
    QComboBox *m_rankBy;
    QComboBox *m_rankMeasure;
    QComboBox *m_latencyWhat;
    FigureModel *m_reconciliation;
    QLabel *m_reconciliationTitle;
    QLabel *m_reconciliationNote;
    FigureModel *m_pivot;
    QLabel *m_pivotTitle;
    QLabel *m_pivotNote;
    FittedTable *m_pivotTable;
    FittedTable *m_reconciliationTable;
    QComboBox *m_pivotRows;
    QComboBox *m_pivotColumns;
    QComboBox *m_pivotMeasure;
};

} // namespace understudy
