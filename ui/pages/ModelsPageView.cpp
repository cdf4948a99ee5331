// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of large models looks like; what it does is in ModelsPage.cpp.
#include "dialogs/ChannelsPanel.h"
#include "models/ProvidersFilter.h"
#include "models/ProvidersModel.h"
#include "models/TestRound.h"
#include "pages/BuiltInModelsPanel.h"
#include "pages/ModelsPage.h"
#include "theme/Icons.h"
#include "theme/Style.h"
#include "widgets/CellWidgets.h"
#include "widgets/EmptyState.h"
#include "widgets/RowDelegate.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowHeight = 44; ///< two lines

} // namespace

QWidget *ModelsPage::buildHead()
{
    auto *head = new QWidget(this);
    m_heading = new QLabel(head);
    m_heading->setFont(Theme::heading());
    m_testAll = new QPushButton(icons::icon(u"test"_s), {}, head);
    m_testAll->setObjectName(u"models.testAll"_s);
    m_add = new QPushButton(icons::icon(u"add"_s), {}, head);
    m_add->setObjectName(u"models.addProvider"_s);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->addWidget(m_heading, 1);
    row->addWidget(m_testAll);
    row->addWidget(m_add);
    connect(m_testAll, &QPushButton::clicked, this, [this] { askToTest({}); });
    connect(m_add, &QPushButton::clicked, this, [this] { emit wished(Wish::make(Wish::What::AddProvider)); });
    return head;
}

QWidget *ModelsPage::buildProviders()
{
    auto *list = new QWidget(this);
    m_search = new QLineEdit(list);
    m_search->setObjectName(u"models.filter"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_configured = new QCheckBox(list);
    m_configured->setObjectName(u"models.configured"_s);
    m_table = new QTableView(list);
    m_table->setObjectName(u"models.table"_s);
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new RowDelegate(-1, -1, m_table));
    m_table->setItemDelegateForColumn(ProvidersModel::Name, new RowDelegate(ProvidersModel::DetailRole, -1, m_table));
    m_table->setItemDelegateForColumn(ProvidersModel::HealthColumn, new RowDelegate(-1, ProvidersModel::StatusRole, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    tintSelection(m_table);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(RowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_noMatch = new EmptyState(u"search"_s, list);
    m_noMatch->setObjectName(u"models.noMatch"_s);
    m_noMatch->hide();

    auto *filter = new QHBoxLayout;
    filter->setSpacing(Theme::WideGap);
    filter->addWidget(m_search, 1);
    filter->addWidget(m_configured);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(12);
    column->addLayout(filter);
    column->addWidget(m_table, 1);
    column->addWidget(m_noMatch, 1);
    return list;
}

void ModelsPage::connectTable()
{
    new CellWidgets(m_table, ProvidersModel::Channels, [this](const QModelIndex &index) { return makeCount(index); },
                    [](QWidget *cell, const QModelIndex &index) {
                        auto *button = cell->findChild<QPushButton *>();
                        button->setText(index.data().toString());
                        button->setAccessibleName(tr("%1: %n call channel(s)", nullptr, index.data().toInt()).arg(index.siblingAtColumn(ProvidersModel::Name).data().toString()));
                    });
    new CellWidgets(m_table, ProvidersModel::Actions, [this](const QModelIndex &index) { return makeActions(index); },
                    [this](QWidget *cell, const QModelIndex &index) { sayActions(cell, index); });
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, [this] { showChannels(current()); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        showNoMatch();
    });
    connect(m_configured, &QCheckBox::toggled, this, [this](bool only) {
        m_filter->setOnlyConfigured(only);
        showNoMatch();
    });
    connect(m_noMatch->primary(), &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_configured->setChecked(false);
        m_search->setFocus();
    });
}

void ModelsPage::showNoMatch()
{
    const bool none = m_filter->rowCount() == 0;
    m_noMatch->setVisible(none);
    m_table->setVisible(!none);
    if (!none && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_filter->index(0, 0));
}

QWidget *ModelsPage::makeCount(const QModelIndex &index)
{
    auto *cell = new QWidget;
    auto *button = new QPushButton(cell);
    button->setObjectName(u"models.channels"_s);
    Style::setVariant(button, Style::Variant::Link);
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins(4, 0, 2, 0);
    row->addWidget(button);
    row->addStretch();
    connect(button, &QPushButton::clicked, this, [this, id = index.data(ProvidersModel::IdRole).toString()] { showChannels(id); });
    return cell;
}

QWidget *ModelsPage::makeActions(const QModelIndex &index)
{
    auto *cell = new QWidget;
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins(4, 0, 2, 0);
    row->setSpacing(0);
    const QString id = index.data(ProvidersModel::IdRole).toString();
    const auto add = [&](const QString &name, Wish::What what) {
        auto *button = new QPushButton(cell);
        button->setObjectName(name);
        Style::setVariant(button, Style::Variant::Link);
        connect(button, &QPushButton::clicked, this, [this, id, what] {
            select(id);
            emit wished(Wish::make(what, id));
        });
        row->addWidget(button);
    };
    add(u"models.createChannel"_s, Wish::What::CreateChannel);
    add(u"models.createKey"_s, Wish::What::CreateKey);
    auto *more = new QToolButton(cell);
    more->setObjectName(u"models.more"_s);
    more->setAutoRaise(true);
    more->setIcon(icons::icon(u"more"_s));
    connect(more, &QToolButton::clicked, this, [this, id, more] {
        select(id);
        openMenu(more);
    });
    row->addWidget(more);
    row->addStretch();
    return cell;
}

/// The tutorial's verbs. English ones are cut to what a row has room for; the tooltip and screen readers have the whole.
void ModelsPage::sayActions(QWidget *cell, const QModelIndex &index)
{
    const QString provider = index.siblingAtColumn(ProvidersModel::Name).data().toString();
    const bool configured = index.data(ProvidersModel::ConfiguredRole).toBool();
    auto *create = cell->findChild<QPushButton *>(u"models.createChannel"_s);
    create->setText(tr("Create Channel"));
    create->setToolTip(tr("Create call channel (C)"));
    create->setAccessibleName(tr("%1: create call channel").arg(provider));
    auto *key = cell->findChild<QPushButton *>(u"models.createKey"_s);
    key->setText(tr("Create Key"));
    key->setEnabled(configured);
    key->setToolTip(configured ? tr("Create gateway access key (K)") : tr("Needs a call channel first"));
    key->setAccessibleName(tr("%1: create gateway access key").arg(provider));
    auto *more = cell->findChild<QToolButton *>(u"models.more"_s);
    more->setToolTip(tr("More"));
    more->setAccessibleName(tr("%1: more").arg(provider));
}

void ModelsPage::fitColumns()
{
    const QFontMetrics metrics = m_table->fontMetrics();
    QHeaderView *header = m_table->horizontalHeader();
    int actions = 0;
    if (const QWidget *cell = m_table->indexWidget(m_filter->index(0, ProvidersModel::Actions)))
        actions = cell->sizeHint().width() + 2;
    const auto title = [&](int column) { return metrics.horizontalAdvance(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) + 32; }; // and the arrow of sorting
    const int count = title(ProvidersModel::Channels);
    int health = title(ProvidersModel::HealthColumn);
    int day = title(ProvidersModel::LastDay);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        health = std::max(health, StatusMark::widthOf(m_model->index(row, 0).data(ProvidersModel::StatusRole).value<Status>(), m_table->font()) + 28);
        day = std::max(day, metrics.horizontalAdvance(m_model->index(row, ProvidersModel::LastDay).data().toString()) + 28);
    }
    health = std::min(health, 176);
    header->resizeSection(ProvidersModel::Channels, count);
    header->resizeSection(ProvidersModel::HealthColumn, health);
    header->resizeSection(ProvidersModel::LastDay, day);
    header->resizeSection(ProvidersModel::Actions, actions);
    header->resizeSection(ProvidersModel::Name, std::max(120, m_table->viewport()->width() - count - health - day - actions));
}

void ModelsPage::retranslate()
{
    m_heading->setText(title());
    m_add->setText(tr("Add Custom Provider…"));
    m_testAll->setToolTip(tr("Tests every channel that may be tested automatically; asks first"));
    m_tabs->setAccessibleName(title());
    m_tabs->setTabText(0, tr("Own third-party models"));
    m_tabs->setTabText(1, tr("Built-in models"));
    m_search->setPlaceholderText(tr("Filter by name or address (Ctrl+F)"));
    m_search->setAccessibleName(tr("Filter providers"));
    m_configured->setText(tr("Only connected ones"));
    m_table->setAccessibleName(tr("Providers"));
    m_noMatch->setTexts(tr("No provider matches this filter"), {}, tr("Clear Filter"));
    showRound();
    follow();
    fitColumns();
}

} // namespace understudy
