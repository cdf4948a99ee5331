// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/UsageCharts.h"

#include "widgets/CellLinks.h"
#include "widgets/ChartCard.h"
#include "widgets/FiguresChart.h"
#include "widgets/FittedTable.h"
#include "widgets/Language.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array PivotSides{UsageBy::Key, UsageBy::Channel, UsageBy::Model, UsageBy::Slot};
constexpr std::array RankSides{UsageBy::Key, UsageBy::Channel, UsageBy::Model};
constexpr std::array Measures{usage::Measure::Tokens, usage::Measure::Requests, usage::Measure::Attempts, usage::Measure::LostTokens};

constexpr int LeastName = 130; ///< pixels of a provider's or channel's name

template<size_t Count, typename Value>
Value chosen(const QComboBox *box, const std::array<Value, Count> &values) { return values[size_t(std::max(0, box->currentIndex()))]; }

} // namespace

UsageCharts::UsageCharts(QWidget *parent) : QWidget(parent)
{
    build();
    followLanguage(this, [this] { retranslate(); });
}

ChartCard *UsageCharts::addCard(const QString &name, int shape)
{
    auto *card = new ChartCard(name, new FiguresChart(FiguresChart::Shape(shape)), this);
    connect(card, &ChartCard::followed, this, &UsageCharts::filterWanted);
    layout()->addWidget(card);
    return card;
}

FittedTable *UsageCharts::addTable(const QString &name, QLabel *&title, QLabel *&note, FigureModel *&model)
{
    title = new QLabel(this);
    title->setFont(Theme::strong());
    note = new QLabel(this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    model = new FigureModel(this);
    auto *table = new FittedTable(this);
    table->setObjectName(name);
    table->setModel(model);
    table->setLeastStretch(LeastName);
    connect(new CellLinks(table, FigureModel::FilterRole), &CellLinks::followed, this, &UsageCharts::filterWanted);
    return table;
}

QComboBox *UsageCharts::chooser(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    return box;
}

void UsageCharts::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(12);
    m_tokens = addCard(u"usage.tokensChart"_s, int(FiguresChart::Shape::Columns));
    m_endings = addCard(u"usage.outcomesChart"_s, int(FiguresChart::Shape::Columns));

    m_reconciliationTable = addTable(u"usage.reconciliation"_s, m_reconciliationTitle, m_reconciliationNote, m_reconciliation);
    column->addWidget(m_reconciliationTitle);
    column->addWidget(m_reconciliationNote);
    column->addWidget(m_reconciliationTable);
    m_costs = addCard(u"usage.costsChart"_s, int(FiguresChart::Shape::Lines));
    buildBudget();
    connect(m_costs, &ChartCard::helpWanted, this, [this] {
        const QList<QPair<QString, QString>> missing = withoutPrice(m_report, m_names);
        if (!missing.isEmpty())
            emit pricesWanted(missing.first().first);
    });

    m_ranking = addCard(u"usage.rankingChart"_s, int(FiguresChart::Shape::Bars));
    m_rankBy = chooser(u"usage.ranking.by"_s, m_ranking);
    m_rankMeasure = chooser(u"usage.ranking.measure"_s, m_ranking);
    for (QComboBox *box : {m_rankBy, m_rankMeasure}) {
        m_ranking->addTool(box);
        connect(box, &QComboBox::currentIndexChanged, this, &UsageCharts::showRanking);
    }
    m_latency = addCard(u"usage.latencyChart"_s, int(FiguresChart::Shape::Lines));
    m_latencyWhat = chooser(u"usage.latency.what"_s, m_latency);
    m_latency->addTool(m_latencyWhat);
    connect(m_latencyWhat, &QComboBox::currentIndexChanged, this, &UsageCharts::showLatencies);
    m_failures = addCard(u"usage.failuresChart"_s, int(FiguresChart::Shape::Bars));

    m_pivotTable = addTable(u"usage.pivot"_s, m_pivotTitle, m_pivotNote, m_pivot);
    m_pivotRows = chooser(u"usage.pivot.rows"_s, this);
    m_pivotColumns = chooser(u"usage.pivot.columns"_s, this);
    m_pivotMeasure = chooser(u"usage.pivot.measure"_s, this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_pivotTitle, 1);
    for (QComboBox *box : {m_pivotMeasure, m_pivotRows, m_pivotColumns}) {
        head->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &UsageCharts::showPivot);
    }
    column->addLayout(head);
    column->addWidget(m_pivotNote);
    column->addWidget(m_pivotTable);
}

void UsageCharts::buildBudget()
{
    m_perMonth = new QDoubleSpinBox(m_costs);
    m_perMonth->setObjectName(u"usage.budget"_s);
    m_perMonth->setRange(0, 9'999'999);
    m_perMonth->setDecimals(2);
    m_perMonth->setSingleStep(10);
    m_perMonth->setGroupSeparatorShown(true);
    m_perMonth->setKeyboardTracking(false); // the whole number, not each digit on the way
    m_currency = chooser(u"usage.budget.currency"_s, m_costs);
    for (QWidget *tool : std::initializer_list<QWidget *>{m_perMonth, m_currency})
        m_costs->addTool(tool);
    const auto changed = [this] {
        m_budget = {m_perMonth->value(), m_currency->currentText()};
        showCosts();
        emit budgetChanged(m_budget);
    };
    connect(m_perMonth, &QDoubleSpinBox::valueChanged, this, changed);
    connect(m_currency, &QComboBox::currentIndexChanged, this, changed);
}

void UsageCharts::setBudget(const Budget &budget)
{
    m_budget = budget;
    const QSignalBlocker silent(m_perMonth);
    m_perMonth->setValue(budget.perMonth);
    showCosts();
}

void UsageCharts::showCosts()
{
    const ChartFigures figures = usage::costOverTime(m_report, m_names, m_budget);
    fillCurrencies();
    const bool unpriced = figures.isEmpty() && !hasUnknownCosts(m_report, m_names) && !withoutPrice(m_report, m_names).isEmpty();
    m_costs->setReason(unpriced ? tr("No prices yet. With what your provider takes for a million tokens, this page says what requests cost.") : QString(),
                       unpriced ? tr("Enter Prices…") : QString());
    m_costs->setFigures(figures);
    m_costs->setVisible(unpriced || !figures.isEmpty());
    for (QWidget *tool : std::initializer_list<QWidget *>{m_perMonth, m_currency})
        tool->setVisible(!unpriced);
}

/// Those that prices are in; an amount of another would be compared with nothing. A list that is open stays open while requests come in.
void UsageCharts::fillCurrencies()
{
    const QStringList spent = costsOf(m_report, m_names).keys();
    QStringList budgets = spent;
    if (!m_budget.currency.isEmpty() && !budgets.contains(m_budget.currency))
        budgets.append(m_budget.currency);
    const QSignalBlocker silent(m_currency), silentToo(m_rankMeasure);
    if (budgets != m_currencies) {
        m_currencies = budgets;
        m_currency->clear();
        m_currency->addItems(budgets);
    }
    m_currency->setCurrentIndex(std::max(0, m_currency->findText(m_budget.currency)));
    if (spent == m_rankCurrencies)
        return;
    const QString chosen = m_rankMeasure->currentData().toString();
    const int measure = std::min(m_rankMeasure->currentIndex(), int(Measures.size()));
    m_rankCurrencies = spent;
    while (m_rankMeasure->count() > int(Measures.size()))
        m_rankMeasure->removeItem(m_rankMeasure->count() - 1);
    for (const QString &currency : spent)
        m_rankMeasure->addItem(currency.isEmpty() ? tr("Cost") : tr("Cost in %1").arg(currency), currency);
    const bool wasCost = measure >= int(Measures.size());
    const auto again = spent.indexOf(chosen);
    m_rankMeasure->setCurrentIndex(!wasCost ? std::max(0, measure) : again < 0 ? 0 : int(Measures.size() + size_t(again)));
}

void UsageCharts::retranslate()
{
    const auto fill = [](QComboBox *box, const QStringList &texts, int otherwise = 0) {
        const QSignalBlocker silent(box);
        const int at = box->count() ? box->currentIndex() : otherwise;
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(at);
    };
    const QStringList sides{tr("Key"), tr("Channel"), tr("Model"), tr("Time")};
    const QStringList measures{tr("Tokens"), tr("Requests"), tr("Attempts"), tr("Lost tokens")};
    fill(m_rankBy, {tr("By key"), tr("By channel"), tr("By model")});
    m_rankCurrencies.clear(); // they come again, behind the measures
    fill(m_rankMeasure, measures);
    fill(m_latencyWhat, {tr("Total time"), tr("First output")});
    fill(m_pivotRows, sides, 1);
    fill(m_pivotColumns, sides, 0);
    fill(m_pivotMeasure, measures);
    m_rankBy->setAccessibleName(tr("Who uses most: by what"));
    m_rankMeasure->setAccessibleName(tr("Who uses most: of what"));
    m_latencyWhat->setAccessibleName(tr("Which channel is slow: which time"));
    m_pivotRows->setAccessibleName(tr("Rows of the table"));
    m_pivotColumns->setAccessibleName(tr("Columns of the table"));
    m_pivotMeasure->setAccessibleName(tr("Figures of the table"));
    m_tokens->setTitle(tr("Tokens over time"));
    m_endings->setTitle(tr("Did failover help?"));
    m_ranking->setTitle(tr("Who uses most?"));
    m_latency->setTitle(tr("Which channel is slow?"));
    m_failures->setTitle(tr("What breaks?"));
    m_costs->setTitle(tr("What does it cost?"));
    m_perMonth->setSpecialValueText(tr("No budget"));
    m_perMonth->setSuffix(tr(" a month"));
    m_perMonth->setAccessibleName(tr("Budget for a month"));
    m_perMonth->setToolTip(tr("What you mean to spend in a calendar month. The chart shows it spread evenly over the days; nothing is stopped when it is used up: limits of the keys do that."));
    m_currency->setAccessibleName(tr("Currency of the budget"));
    m_reconciliationTitle->setText(tr("Why does my provider bill more?"));
    m_reconciliationNote->setText(tr("Providers may bill attempts that failed. What they did not report is unknown, never 0. Costs come from the prices of the models and are estimates."));
    m_reconciliationTable->setAccessibleName(tr("Why does my provider bill more?"));
    m_pivotTitle->setText(tr("Everything by everything"));
    m_pivotNote->setText(tr("Rows × columns of your choice. A click or Enter on a figure shows its requests in the log."));
    m_pivotTable->setAccessibleName(tr("Everything by everything"));
    present();
}

void UsageCharts::setReport(const UsageReport &report, const UsageNames &names)
{
    m_report = report;
    m_names = names;
    present();
}

void UsageCharts::present()
{
    const auto fill = [](ChartCard *card, const ChartFigures &figures) {
        card->setFigures(figures);
        card->setVisible(!figures.isEmpty());
    };
    fill(m_tokens, usage::tokensOverTime(m_report, m_names));
    fill(m_endings, usage::endingsOverTime(m_report, m_names));
    fill(m_failures, usage::failuresByChannel(m_report, m_names));
    m_reconciliation->setTable(usage::reconciliation(m_report, m_names));
    showCosts();
    showLatencies();
    showRanking();
    showPivot();
}

void UsageCharts::showLatencies()
{
    const auto what = m_latencyWhat->currentIndex() == 1 ? usage::Latency::FirstOutput : usage::Latency::Total;
    m_latency->setFigures(usage::latencies(m_report, m_names, what));
    m_latency->setVisible(!m_report.latencies.isEmpty());
}

void UsageCharts::showRanking()
{
    const UsageBy what = chosen(m_rankBy, RankSides);
    const int cost = m_rankMeasure->currentIndex() - int(Measures.size());
    m_ranking->setFigures(cost < 0 ? usage::ranking(m_report, m_names, what, chosen(m_rankMeasure, Measures)) : usage::costRanking(m_report, m_names, what, m_rankCurrencies.value(cost)));
}

void UsageCharts::showPivot()
{
    m_pivot->setTable(usage::pivot(m_report, m_names, chosen(m_pivotRows, PivotSides), chosen(m_pivotColumns, PivotSides), chosen(m_pivotMeasure, Measures)));
}

} // namespace understudy
