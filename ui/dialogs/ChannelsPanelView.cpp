// SPDX-License-Identifier: GPL-3.0-or-later
// What the list of a provider's channels looks like; what it does is in ChannelsPanel.cpp.
#include "catalog/Catalogue.h"
#include "dialogs/ChannelsPanel.h"

#include "catalog/Catalogue.h"
#include "console/Console.h"
#include "dialogs/TestStages.h"
#include "models/ChannelsModel.h"
#include "theme/Icons.h"
#include "theme/Style.h"
#include "widgets/CellWidgets.h"
#include "widgets/EmptyState.h"
#include "widgets/MessageBar.h"
#include "widgets/RowDelegate.h"
#include "widgets/ToneLabel.h"
#include "words/LimitWords.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QToolButton>

namespace understudy {

using namespace Qt::StringLiterals;

void ChannelsPanel::build()
{
    m_back = new QToolButton(this);
    m_back->setObjectName(u"channels.back"_s);
    m_back->setAutoRaise(true);
    m_back->setArrowType(Qt::LeftArrow);
    m_heading = new QLabel(this);
    m_heading->setFont(Theme::heading());
    m_heading->setTextFormat(Qt::PlainText);
    m_address = new QLabel(this);
    m_address->setForegroundRole(QPalette::PlaceholderText);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_editProvider = new QPushButton(this);
    m_editProvider->setObjectName(u"channels.editProvider"_s);
    Style::setVariant(m_editProvider, Style::Variant::Link);
    m_create = new QPushButton(this);
    m_create->setObjectName(u"channels.create"_s);
    m_create->setDefault(true);
    m_bar = new MessageBar(this);
    m_bar->setObjectName(u"channels.bar"_s);

    m_table = new QTableView(this);
    m_table->setObjectName(u"channels.table"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowDelegate(ChannelsModel::DetailRole, ChannelsModel::StatusRole, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    tintSelection(m_table);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::TallRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    new CellWidgets(m_table, ChannelsModel::Actions, [this](const QModelIndex &index) { return makeActions(index); },
                    [this](QWidget *cell, const QModelIndex &index) { sayActions(cell, index); });
    m_empty = new EmptyState(u"link"_s, this);
    m_empty->setObjectName(u"channels.empty"_s);
    m_empty->primary()->setDefault(true);

    m_card = new QFrame(this);
    m_card->setFrameShape(QFrame::StyledPanel);
    Style::setVariant(m_card, Style::Variant::Card);
    m_usedBy = new QLabel(m_card);
    m_lastError = new QLabel(m_card);
    m_limits = new ToneLabel(m_card);
    m_limits->setObjectName(u"channels.limits"_s);
    for (QLabel *label : {m_usedBy, m_lastError}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_lastError->setForegroundRole(QPalette::PlaceholderText);
    m_testPart = new QWidget(m_card);
    m_testTitle = new QLabel(m_testPart);
    m_testTitle->setFont(Theme::strong());
    m_testTitle->setTextFormat(Qt::PlainText);
    m_closeTest = new QToolButton(m_testPart);
    m_closeTest->setObjectName(u"channels.closeTest"_s);
    m_closeTest->setAutoRaise(true);
    m_closeTest->setIcon(icons::icon(u"close"_s));
    m_stages = new TestStages(m_console);
    auto *scroll = new QScrollArea(m_testPart);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(150);
    scroll->viewport()->setAutoFillBackground(false);
    auto *stages = new QWidget;
    auto *stagesColumn = new QVBoxLayout(stages);
    stagesColumn->setContentsMargins(0, 0, 4, 0);
    stagesColumn->addWidget(m_stages);
    stagesColumn->addStretch();
    scroll->setWidget(stages);
    stages->setAutoFillBackground(false); // QScrollArea::setWidget turns it on
    auto *testTop = new QHBoxLayout;
    testTop->addWidget(m_testTitle, 1);
    testTop->addWidget(m_closeTest);
    auto *testColumn = new QVBoxLayout(m_testPart);
    testColumn->setContentsMargins({});
    testColumn->addLayout(testTop);
    testColumn->addWidget(scroll, 1);
    m_testPart->hide();
    auto *card = new QVBoxLayout(m_card);
    card->setContentsMargins(16, 12, 12, 12);
    card->setSpacing(4);
    card->addWidget(m_usedBy);
    card->addWidget(m_limits);
    card->addWidget(m_lastError);
    card->addWidget(m_testPart, 1);

    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_heading);
    auto *address = new QHBoxLayout;
    address->setSpacing(4);
    address->addWidget(m_address);
    address->addWidget(m_editProvider);
    address->addStretch();
    names->addLayout(address);
    auto *top = new QHBoxLayout;
    top->addWidget(m_back, 0, Qt::AlignTop);
    top->addLayout(names, 1);
    top->addWidget(m_create, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(12);
    column->addLayout(top);
    column->addWidget(m_bar);
    column->addWidget(m_table, 3);
    column->addWidget(m_empty, 3);
    column->addWidget(m_card, 4);
    setFocusProxy(m_table);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);

    connect(m_back, &QToolButton::clicked, this, &ChannelsPanel::back);
    const auto create = [this] { emit wished(Wish::make(Wish::What::CreateChannel, m_provider)); };
    connect(m_create, &QPushButton::clicked, this, create);
    connect(m_empty->primary(), &QPushButton::clicked, this, create);
    connect(m_editProvider, &QPushButton::clicked, this, [this] { emit wished(Wish::make(Wish::What::EditProvider, m_provider)); });
    connect(m_closeTest, &QToolButton::clicked, this, [this] {
        m_stages->cancel();
        m_testPart->hide();
        showCurrent();
        m_table->setFocus();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ChannelsPanel::showCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &ChannelsPanel::edit);
}

QWidget *ChannelsPanel::makeActions(const QModelIndex &index)
{
    auto *cell = new QWidget;
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins(4, 0, 2, 0);
    row->setSpacing(0);
    const QString id = index.data(ChannelsModel::IdRole).toString();
    const auto add = [&](const QString &name, void (ChannelsPanel::*act)()) {
        auto *button = new QPushButton(cell);
        button->setObjectName(name);
        button->setAutoDefault(false);
        Style::setVariant(button, Style::Variant::Link);
        connect(button, &QPushButton::clicked, this, [this, id, act] {
            choose(id);
            (this->*act)();
        });
        row->addWidget(button);
    };
    add(u"channels.rowEdit"_s, &ChannelsPanel::edit);
    add(u"channels.rowTest"_s, &ChannelsPanel::test);
    auto *more = new QToolButton(cell);
    more->setObjectName(u"channels.rowMore"_s);
    more->setAutoRaise(true);
    more->setIcon(icons::icon(u"more"_s));
    connect(more, &QToolButton::clicked, this, [this, id, more] {
        choose(id);
        openMenu(more);
    });
    row->addWidget(more);
    row->addStretch();
    return cell;
}

void ChannelsPanel::sayActions(QWidget *cell, const QModelIndex &index)
{
    const QString name = index.siblingAtColumn(ChannelsModel::Name).data().toString();
    const auto say = [&](const QString &object, const QString &text) {
        auto *button = cell->findChild<QPushButton *>(object);
        button->setText(text);
        button->setAccessibleName(u"%1: %2"_s.arg(text, name));
    };
    say(u"channels.rowEdit"_s, tr("Edit"));
    say(u"channels.rowTest"_s, tr("Test"));
    auto *more = cell->findChild<QToolButton *>(u"channels.rowMore"_s);
    more->setToolTip(tr("More"));
    more->setAccessibleName(u"%1: %2"_s.arg(tr("More"), name));
}

void ChannelsPanel::showCurrent()
{
    const QString id = current();
    const bool any = m_model->rowCount() > 0;
    m_table->setVisible(any);
    m_card->setVisible(any);
    m_empty->setVisible(!any);
    m_create->setVisible(any);
    if (!any)
        return;
    // Without a test the card is as tall as its two lines.
    m_card->setSizePolicy(QSizePolicy::Preferred, m_testPart->isHidden() ? QSizePolicy::Maximum : QSizePolicy::Preferred);
    m_usedBy->setText(m_model->usedBy(id));
    showLimits();
    const QString error = m_model->lastError(id);
    m_lastError->setText(error);
    m_lastError->setVisible(!error.isEmpty() && m_testPart->isHidden());
}

void ChannelsPanel::showLimits()
{
    const QList<LimitUse> all = m_console.limits();
    const QString id = current();
    const QString text = words::limitsText(all, LimitUse::Of::Channel, id);
    const LimitUse *nearest = tightest(all, LimitUse::Of::Channel, id);
    m_limits->say(text.isEmpty() ? QString() : tr("Limits: %1").arg(text), nearest ? words::limitTone(*nearest) : Tone::Muted);
}

void ChannelsPanel::fitColumns()
{
    // Each column gets what its words need; the channel's name takes the rest.
    const QFontMetrics metrics = m_table->fontMetrics();
    const auto widest = [&](int column, int atLeast) {
        int width = std::max(atLeast, metrics.horizontalAdvance(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) + 24);
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex index = m_model->index(row, column);
            const QVariant status = index.data(ChannelsModel::StatusRole);
            const int text = status.canConvert<Status>() ? StatusMark::widthOf(status.value<Status>(), m_table->font()) : metrics.horizontalAdvance(index.data().toString());
            width = std::max(width, text + 24);
        }
        return width;
    };
    int actions = 120;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const QWidget *cell = m_table->indexWidget(m_model->index(row, ChannelsModel::Actions)))
            actions = std::max(actions, cell->sizeHint().width() + 4);
    }
    QHeaderView *header = m_table->horizontalHeader();
    int rest = m_table->viewport()->width() - actions;
    header->resizeSection(ChannelsModel::Actions, actions);
    for (const int column : {int(ChannelsModel::State), int(ChannelsModel::LastTest), int(ChannelsModel::Today)}) {
        const int width = std::min(widest(column, 80), 170);
        header->resizeSection(column, width);
        rest -= width;
    }
    header->resizeSection(ChannelsModel::Name, std::max(120, rest));
}

void ChannelsPanel::retranslate()
{
    const Provider *provider = m_console.catalogue().resolve(m_console.configuration(), m_provider);
    m_heading->setText(provider ? provider->name : QString());
    m_address->setText(provider ? provider->baseUrl.toString() : QString());
    m_back->setToolTip(tr("Back to all providers (Escape)"));
    m_back->setAccessibleName(tr("Back to all providers"));
    m_editProvider->setText(tr("Edit Provider"));
    m_create->setText(tr("Create Call Channel"));
    m_table->setAccessibleName(tr("Call channels"));
    m_closeTest->setToolTip(tr("Close the test"));
    m_closeTest->setAccessibleName(tr("Close the test"));
    m_empty->setTexts(tr("No call channel yet"), tr("A channel holds your key for %1 and the models that it opens.").arg(m_heading->text()), tr("Create Call Channel"));
    if (const Channel *channel = m_console.configuration().channel(m_testing))
        m_testTitle->setText(tr("Connection test of “%1”").arg(channel->name));
    m_model->update();
    fitColumns();
    showCurrent();
}

} // namespace understudy
