// SPDX-License-Identifier: GPL-3.0-or-later
// What the page is made of and what it says; what it does is in DrillPage.cpp.
#include "catalog/Lookup.h"
#include "console/Console.h"
#include "models/DrillRequestsModel.h"
#include "pages/DrillPage.h"
#include "pages/DrillVerdictView.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "widgets/ChipDelegate.h"
#include "widgets/DrillChain.h"
#include "widgets/ElidedLabel.h"
#include "widgets/EmptyState.h"
#include "widgets/ListStates.h"
#include "widgets/StripedBanner.h"
#include "widgets/ToneLabel.h"
#include "widgets/Waterfall.h"
#include "words/DrillWords.h"
#include "words/Quantities.h"
#include "words/RecordWords.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

void DrillPage::build()
{
    setObjectName(u"drill"_s);
    m_heading = new QLabel(this);
    m_heading->setFont(Theme::heading());
    const auto combo = [this](const QString &name, int letters) {
        auto *made = new QComboBox(this);
        made->setObjectName(name);
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(letters);
        return made;
    };
    m_key = combo(u"drill.key"_s, 16);
    m_preset = combo(u"drill.preset"_s, 17);
    for (int i = 0; i < DrillPresetCount; ++i)
        m_preset->addItem(QString(), i);
    m_preset->addItem(QString());
    m_start = new QPushButton(this);
    m_start->setObjectName(u"drill.run"_s);
    m_start->setDefault(true);
    m_startKey = new QAction(this);
    m_startKey->setObjectName(u"drill.runOrStop"_s);
    m_startKey->setShortcut(QKeySequence(u"Ctrl+Return"_s));
    m_startKey->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_startKey);

    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Gap);
    head->addWidget(m_heading);
    head->addStretch();
    head->addWidget(m_key);
    head->addWidget(m_preset);
    head->addWidget(m_start);
    m_states = new ListStates(u"drill"_s, u"drill"_s, this);
    m_states->setContent(buildContent());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::WideGap, Theme::PageMargin, 12);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(m_states, 1);
}

QWidget *DrillPage::buildContent()
{
    auto *content = new QWidget;
    m_chain = new DrillChain(content);
    m_chain->setObjectName(u"drill.chain"_s);
    m_cost = new ToneLabel(content);
    m_cost->setObjectName(u"drill.cost"_s);
    m_note = new ToneLabel(content);
    m_note->setObjectName(u"drill.note"_s);
    m_banner = new StripedBanner(content);
    m_banner->setObjectName(u"drill.banner"_s);
    m_banner->hide();
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(Theme::Gap);
    column->addWidget(m_chain);
    column->addWidget(buildOptions());
    column->addWidget(m_cost);
    column->addWidget(m_note);
    column->addWidget(m_banner);
    column->addWidget(buildResults(), 1);
    return content;
}

QWidget *DrillPage::buildOptions()
{
    auto *options = new QWidget;
    const auto spin = [options](const QString &name, int most) {
        auto *made = new QSpinBox(options);
        made->setObjectName(name);
        made->setRange(1, most);
        return made;
    };
    m_countLabel = new QLabel(options);
    m_count = spin(u"drill.requests"_s, DrillPlan::MostRequests);
    m_countLabel->setBuddy(m_count);
    m_parallelLabel = new QLabel(options);
    m_parallel = spin(u"drill.parallel"_s, DrillPlan::MostParallel);
    m_parallelLabel->setBuddy(m_parallel);
    m_stream = new QCheckBox(options);
    m_stream->setObjectName(u"drill.stream"_s);
    m_stream->setChecked(true);
    m_timeoutLabel = new QLabel(options);
    m_timeout = new QComboBox(options);
    m_timeout->setObjectName(u"drill.timeout"_s);
    m_timeout->addItems({QString(), QString()});
    m_timeoutLabel->setBuddy(m_timeout);
    auto *row = new QHBoxLayout(options);
    row->setContentsMargins({});
    row->setSpacing(Theme::Gap);
    row->addWidget(m_countLabel);
    row->addWidget(m_count);
    row->addSpacing(Theme::Gap);
    row->addWidget(m_parallelLabel);
    row->addWidget(m_parallel);
    row->addSpacing(Theme::Gap);
    row->addWidget(m_stream);
    row->addStretch();
    row->addWidget(m_timeoutLabel);
    row->addWidget(m_timeout);
    return options;
}

QWidget *DrillPage::buildResults()
{
    m_results = new QStackedWidget;
    m_hint = new EmptyState(u"drill"_s, m_results);
    m_hint->setObjectName(u"drill.hint"_s);
    m_tabs = new QTabWidget(m_results);
    m_tabs->setObjectName(u"drill.tabs"_s);
    m_verdict = new DrillVerdictView;
    m_tabs->addTab(m_verdict, {});
    m_tabs->addTab(buildRequests(), {});
    m_results->addWidget(m_hint);
    m_results->addWidget(m_tabs);
    return m_results;
}

QWidget *DrillPage::buildRequests()
{
    m_table = new QTableView;
    m_table->setObjectName(u"drill.requestsTable"_s);
    m_table->setModel(m_requests);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setMinimumHeight(84);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(Theme::RowHeight - 4);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->setItemDelegateForColumn(DrillRequestsModel::Chain, new ChipDelegate(DrillRequestsModel::ChipsRole, m_table));
    m_table->setItemDelegateForColumn(DrillRequestsModel::Result, new StatusDelegate(DrillRequestsModel::StatusRole, m_table));
    m_waterfall = new Waterfall;
    m_waterfall->setObjectName(u"drill.waterfall"_s);
    m_split = new QSplitter(Qt::Vertical);
    m_split->setObjectName(u"drill.split"_s);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(12);
    m_split->addWidget(m_table);
    auto *request = new QWidget;
    m_said = new ElidedLabel(request);
    m_said->setObjectName(u"drill.said"_s);
    m_said->setElideMode(Qt::ElideRight);
    auto *column = new QVBoxLayout(request);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_said);
    column->addWidget(m_waterfall, 1);
    m_split->addWidget(request);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    return m_split;
}

void DrillPage::retranslate()
{
    m_heading->setText(title());
    m_key->setAccessibleName(tr("Gateway access key"));
    m_preset->setAccessibleName(tr("What is played"));
    for (int i = 0; i < DrillPresetCount; ++i) {
        m_preset->setItemText(i, words::presetName(DrillPreset(i)));
        m_preset->setItemData(i, words::presetProof(DrillPreset(i)), Qt::ToolTipRole);
    }
    m_preset->setItemText(DrillPresetCount, tr("As the boxes say"));
    m_start->setText(m_run ? tr("Stop") : tr("Run"));
    m_start->setIcon(icons::icon(m_run ? u"stop"_s : u"play"_s, Tone::AccentText));
    m_start->setToolTip(m_run ? tr("Stop the drill (Ctrl+Enter)") : tr("Run the drill (Ctrl+Enter)"));
    m_startKey->setText(tr("Run or Stop the Drill"));
    m_chain->setAccessibleName(tr("Call order: each box is a model, and how it behaves in the drill"));
    m_countLabel->setText(tr("Requests"));
    m_count->setAccessibleName(tr("Number of requests"));
    m_parallelLabel->setText(tr("At the same time"));
    m_parallel->setAccessibleName(tr("Requests at the same time"));
    m_stream->setText(tr("Stream"));
    m_stream->setToolTip(tr("Answers word by word, as chat applications ask for it"));
    m_timeoutLabel->setText(tr("Timeouts"));
    m_timeout->setAccessibleName(tr("Timeouts"));
    m_timeout->setItemText(0, tr("shortened to %1").arg(words::duration(ShortTimeout)));
    m_timeout->setItemText(1, tr("the key's own"));
    m_timeout->setToolTip(tr("Shortened, so that nobody waits minutes for a silent model. The report says so."));
    m_tabs->setTabText(0, tr("Verdict"));
    m_tabs->setTabText(1, tr("Requests"));
    m_tabs->setAccessibleName(tr("Results of the drill"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    m_table->setAccessibleName(tr("Requests of the drill"));
    m_requests->retranslate();
    const QFontMetrics metrics(m_table->font());
    const QString widest[DrillRequestsModel::ColumnCount] = {u"1,000"_s, {}, u"✕ broken off "_s, words::duration(590'000), words::duration(931), u"12,345"_s};
    for (int column = 0; column < DrillRequestsModel::ColumnCount; ++column) {
        const bool stretches = column == DrillRequestsModel::Chain;
        m_table->horizontalHeader()->setSectionResizeMode(column, stretches ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (!stretches) {
            const QString title = m_requests->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            m_table->setColumnWidth(column, std::max(metrics.horizontalAdvance(widest[column]), metrics.horizontalAdvance(title)) + 24);
        }
    }
    m_chain->retranslate();
    m_verdict->retranslate();
    showPreset();
    sayCost();
    sayProgress();
    sayRequest();
    showState();
}

void DrillPage::sayHint(const QString &played)
{
    m_hint->setTexts(tr("Play an outage"), played + u"\n\n"_s + tr("A drill has a gateway of its own: normal traffic, usage statistics and circuit breakers notice nothing, and the gateway need not run."));
}

void DrillPage::sayRequest()
{
    const int row = selectedRow();
    if (row < 0)
        return m_said->setFullText({});
    const ExchangeRecord record = m_requests->record(row);
    // Of one that runs nobody has noticed anything yet; of one that was stopped nobody will.
    m_said->setFullText(m_requests->isFinished(row) ? words::verdict(record).text : m_requests->index(row, DrillRequestsModel::Result).data(Qt::AccessibleTextRole).toString());
}

void DrillPage::sayCost()
{
    if (m_run)
        return;
    const words::DrillCost cost = words::drillCost(m_chain->places(), m_chain->faults(), m_count->value());
    m_cost->say(cost.text, cost.costs ? Tone::Caution : Tone::Muted);

    const Configuration &configuration = m_console.configuration();
    const auto key = std::find_if(configuration.keys.begin(), configuration.keys.end(), [this](const GatewayKey &one) { return one.id == m_shownKey; });
    const QList<words::DrillPlace> &places = m_chain->places();
    const auto reached = std::count_if(places.begin(), places.end(), [](const words::DrillPlace &place) { return !place.leftOut; });
    const QList<DrillFault> faults = m_chain->faults();
    const bool silent = std::any_of(faults.begin(), faults.end(), [](DrillFault fault) {
        return fault == DrillFault::SilentBeforeHead || fault == DrillFault::SilentBeforeOutput || fault == DrillFault::Stalled;
    });
    QString note;
    if (!places.isEmpty() && reached == 0)
        note = tr("No model of this key takes part in chats, so there is nothing to drill. Add a chat or reasoning model to its call order.");
    else if (reached == 1)
        note = tr("One model answers for this key: the drill will show that nothing stands in for it.");
    else if (silent && m_timeout->currentIndex() == 1 && key != configuration.keys.end())
        note = tr("With the key's own timeouts each silent attempt takes %1.").arg(words::duration(key->policy.attemptTimeout(reasoningInChain(configuration, m_console.catalogue(), *key))));
    m_note->say(note, Tone::Caution);
}

void DrillPage::sayProgress()
{
    if (!m_run)
        return;
    m_banner->setText(tr("Drill running: %1 of %n request(s) ended. Normal traffic is not touched.", nullptr, m_running.requests).arg(words::count(m_requests->finished())));
}

} // namespace understudy
