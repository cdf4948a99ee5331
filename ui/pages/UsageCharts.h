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
    void filterWanted(const QString &filter); ///< the requests behind a row shall be shown in the log

private:
    struct Card {
        ChartCard *card = nullptr;
        FiguresChart *chart = nullptr;
        FigureModel *model = nullptr;
    };
    void build();
    Card addCard(const QString &name, int shape);
    FittedTable *addTable(const QString &name, QLabel *&title, QLabel *&note, FigureModel *&model);
    QComboBox *chooser(const QString &name, QWidget *parent);
    void retranslate();
    void present();
    void buildBudget();
    void showCosts();
    void showRanking();
    void showPivot();

    UsageReport m_report;
    UsageNames m_names;
    Card m_tokens, m_endings, m_ranking, m_latency, m_failures, m_costs;
    Budget m_budget;
    QStringList m_currencies; ///< in m_currency
    QDoubleSpinBox *m_perMonth;
    QComboBox *m_currency;
    QComboBox *m_rankBy;
    QComboBox *m_rankMeasure;
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
