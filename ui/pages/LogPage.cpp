// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/LogPage.h"

#include "console/Console.h"
#include "dialogs/LogExportDialog.h"
#include "models/LogFilter.h"
#include "models/LogModel.h"
#include "pages/LogDetail.h"
#include "pages/LogFilterBar.h"
#include "pages/LogFooter.h"
#include "pages/LogTable.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "widgets/EmptyState.h"
#include "widgets/Language.h"
#include "widgets/ListStates.h"
#include "widgets/ToneLabel.h"
#include "words/Quantities.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int SearchDelayMs = 250; ///< after the last letter, before the ledger is asked

} // namespace

LogPage::LogPage(const RequestActions::Means &means, QWidget *parent)
    : Page(parent), m_means(means), m_console(means.console), m_log(new LogModel(LogModel::Capacity, this)), m_filter(new LogFilter(this)), m_older(means.console)
{
    m_filter->setLog(m_log);
    m_searchSoon.setInterval(SearchDelayMs);
    m_searchSoon.setSingleShot(true);
    m_bar = new LogFilterBar(m_console, means.preferences, this);
    build();
    connectParts();
    connectFooter();
    connectDetail();
    followLanguage(this, [this] { retranslate(); });
}

LogPage::~LogPage()
{
    m_table->disconnect(this); // ~QWidget closes a page that is a window, and the table scrolls while it is hidden
}

void LogPage::build()
{
    m_heading = new QLabel(this);
    m_heading->setFont(Theme::heading());
    m_export = new QToolButton(this);
    m_export->setObjectName(u"log.export"_s);
    m_export->setIcon(icons::icon(u"download"_s));
    m_export->setFocusPolicy(Qt::StrongFocus);
    m_reason = new ToneLabel(this);
    m_reason->setObjectName(u"log.reason"_s);
    m_pause = new QToolButton(this);
    m_pause->setObjectName(u"log.live"_s);
    m_pause->setCheckable(true);
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pause->setFocusPolicy(Qt::StrongFocus);
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Gap);
    head->addWidget(m_heading);
    head->addSpacing(Theme::Gap);
    head->addWidget(m_bar, 1);
    head->addWidget(m_export);
    head->addWidget(m_pause);

    m_states = new ListStates(u"log"_s, u"log"_s, this);
    m_detail = new LogDetail;
    m_detail->hide();
    m_actions = new RequestActions(m_means, *m_detail, this);
    m_split = new QSplitter(Qt::Vertical);
    m_split->setObjectName(u"log.split"_s);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(12);
    m_split->addWidget(buildList());
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 4);
    m_states->setContent(m_split);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::WideGap, Theme::PageMargin, 12);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(m_reason);
    column->addWidget(m_states, 1);
}

QWidget *LogPage::buildList()
{
    auto *list = new QWidget;
    m_table = new LogTable(list);
    m_table->setObjectName(u"log.table"_s);
    m_table->setModel(m_filter);
    m_table->setMinimumHeight(130);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_news = new QPushButton(m_table);
    m_news->setObjectName(u"log.new"_s);
    m_news->setDefault(true);
    m_news->hide();
    m_footer = new LogFooter(m_console, list);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addWidget(m_table, 1);
    column->addWidget(m_footer);
    return list;
}

void LogPage::connectParts()
{
    connect(&m_console, &Console::recorded, this, [this] {
        if (isVisible())
            follow();
    });
    connect(&m_console, &Console::stateChanged, this, [this] {
        if (isVisible())
            showState();
    });
    connect(m_bar, &LogFilterBar::changed, this, &LogPage::applyFilter);
    connect(m_bar, &LogFilterBar::reasonChanged, this, [this](const QString &reason) { m_reason->say(reason, Tone::Bad); });
    connect(&m_searchSoon, &QTimer::timeout, this, &LogPage::searchMore);
    connect(m_export, &QToolButton::clicked, this, &LogPage::exportShown);
    connect(m_pause, &QToolButton::toggled, this, &LogPage::setPaused);
    connect(m_table, &LogTable::pauseWished, m_pause, &QToolButton::toggle);
    connect(m_table, &LogTable::detailsWished, this, [this] {
        if (m_detail->isVisible())
            m_detail->setFocus(Qt::TabFocusReason);
    });
    connect(m_table, &LogTable::copyWished, this, [this] {
        if (const int row = chosen(); row >= 0)
            QGuiApplication::clipboard()->setText(m_log->rowText(row));
    });
    connect(m_table, &LogTable::pinWished, this, &LogPage::togglePin);
    connect(m_table, &LogTable::repeatWished, m_actions, &RequestActions::repeat);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const QModelIndex under = m_table->indexAt(at);
        const QModelIndex cell = under.isValid() ? under : m_table->currentIndex();
        if (!cell.isValid())
            return;
        auto *menu = new QMenu(this);
        menu->setObjectName(u"log.menu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu, cell);
        menu->popup(m_table->viewport()->mapToGlobal(at));
    });
    connect(m_table, &LogTable::insertedAbove, this, [this](int rows) {
        m_unseen += rows;
        showNews();
    });
    connect(m_table, &LogTable::reachedTop, this, [this] {
        m_unseen = 0;
        showNews();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LogPage::showDetail);
    connect(m_news, &QPushButton::clicked, this, &LogPage::goToNews);
    connect(m_table, &LogTable::reachedEnd, this, &LogPage::loadAtEnd);
    connect(m_states, &ListStates::retried, this, &LogPage::loadOlder);
    connect(m_states->empty()->primary(), &QPushButton::clicked, this, [this] {
        if (m_empty == Empty::NoMatch)
            m_bar->clear();
        else
            emit wished(Wish::make(Wish::What::SeeDemo));
    });
    connect(m_states->empty()->secondary(), &QPushButton::clicked, this, &LogPage::loadOlder);
    connect(&m_older, &OlderRequests::found, this, [this](const QList<ExchangeRecord> &found) {
        m_hasOlder = true;
        m_log->appendOlder(found);
        showState();
    });
    connect(&m_older, &OlderRequests::reached, this, [this](const std::optional<LogCursor> &next) {
        if (next)
            m_loadedTo = next;
        m_moreOlder = next.has_value();
        if (m_log->isFull())
            m_older.cancel();
        showState();
    });
    connect(&m_older, &OlderRequests::finished, this, &LogPage::showState);
    connect(&m_older, &OlderRequests::failed, this, [this](const Error &error) {
        if (m_filter->rowCount() == 0)
            m_problem = error;
        else
            emit said({Message::Level::Error, tr("Older requests could not be read: %1").arg(error.text), tr("Retry"), [this] { loadOlder(); }});
        showState();
    });
    connect(m_log, &QAbstractItemModel::modelReset, this, [this] {
        forgetPlace();
        m_searchSoon.start();
    });
    m_table->installEventFilter(this);
}

void LogPage::connectFooter()
{
    connect(m_footer, &LogFooter::olderWished, this, [this] {
        if (!m_older.isBusy())
            return loadOlder();
        m_older.cancel();
        showState();
    });
    connect(m_footer, &LogFooter::exportWished, this, &LogPage::exportShown);
    connect(m_footer, &LogFooter::cleared, this, &LogPage::takeCleared);
    connect(m_footer, &LogFooter::said, this, &LogPage::said);
    connect(m_footer, &LogFooter::wished, this, &LogPage::wished);
}

void LogPage::connectDetail()
{
    connect(m_detail, &LogDetail::wished, this, &LogPage::wished);
    connect(m_detail, &LogDetail::closed, this, [this] {
        m_table->clearSelection();
        m_table->setFocus();
    });
    connect(m_detail, &LogDetail::pinWished, this, &LogPage::togglePin);
    connect(m_actions, &RequestActions::said, this, &LogPage::said);
    connect(m_actions, &RequestActions::wished, this, &LogPage::wished);
    connect(m_actions, &RequestActions::showWished, this, &LogPage::showExchange);
}

void LogPage::retranslate()
{
    m_heading->setText(title());
    m_export->setAccessibleName(tr("Export…"));
    m_export->setToolTip(tr("Export what the filter shows"));
    m_pause->setAccessibleName(tr("Pause the list"));
    m_table->setAccessibleName(tr("Requests"));
    m_log->retranslate();
    m_table->shapeColumns();
    setPaused(m_paused);
    showState();
}

QWidget *LogPage::filterField() const { return m_bar->field(); }

void LogPage::fillMenu(QMenu *menu, const QModelIndex &cell)
{
    const QModelIndex source = m_filter->mapToSource(cell);
    const ExchangeRecord record = *m_log->record(source.row());
    if (std::optional<FilterTerm> term = m_log->filterTerm(source.row(), source.column())) {
        menu->addAction(tr("Filter by %1").arg(toText(*term)), this, [this, term = *term] { m_bar->addTerm(term); });
        term->negated = true;
        menu->addAction(tr("Leave out %1").arg(toText(*term).mid(1)), this, [this, term = *term] { m_bar->addTerm(term); });
        menu->addSeparator();
    }
    menu->addAction(m_log->isPinned(record.id) ? tr("Unpin") : tr("Pin"), this, [this, id = record.id] {
        m_log->setPinned(id, !m_log->isPinned(id));
        showState();
    });
    menu->addAction(tr("Copy Row"), this, [this, row = source.row()] { QGuiApplication::clipboard()->setText(m_log->rowText(row)); });
    menu->addAction(tr("Copy ID"), this, [id = record.id] { QGuiApplication::clipboard()->setText(id); });
}

void LogPage::applyFilter()
{
    if (m_bar->expression() == m_filter->expression() && m_bar->keyId() == m_filter->key())
        return;
    forgetOlder();
    m_filter->setExpression(m_bar->expression());
    m_filter->setKey(m_bar->keyId());
    m_searchSoon.start();
    showState();
}

void LogPage::searchMore()
{
    if (isVisible() && m_filter->isFiltering() && m_moreOlder && !m_older.isBusy() && m_filter->rowCount() < OlderRequests::Batch)
        loadOlder();
}

int LogPage::waiting() const
{
    int count = 0;
    const QList<ExchangeRecord> recent = m_console.recent();
    for (const ExchangeRecord &record : recent) {
        if (m_log->contains(record.id))
            break;
        ++count;
    }
    return count;
}

void LogPage::follow()
{
    if (!m_paused) {
        const QList<ExchangeRecord> recent = m_console.recent();
        m_log->follow(recent);
        m_followedTo = recent.isEmpty() ? std::nullopt : std::optional(LogCursor{recent.last().time, recent.last().id});
    }
    showState();
    showNews();
}

void LogPage::setPaused(bool paused)
{
    const bool resumed = m_paused && !paused;
    m_paused = paused;
    {
        const QSignalBlocker silent(m_pause);
        m_pause->setChecked(paused);
    }
    m_pause->setText(paused ? tr("Paused") : tr("Live"));
    m_pause->setIcon(icons::icon(paused ? u"play"_s : u"pause"_s));
    m_pause->setToolTip(paused ? tr("Show new requests again (Space)") : tr("Hold the list still (Space)"));
    if (resumed && isVisible())
        follow();
}

void LogPage::showNews()
{
    const int count = m_paused ? waiting() : m_unseen;
    const bool had = m_news->hasFocus();
    m_news->setText(count > 0 ? tr("%n new ↑", nullptr, count) : QString());
    m_news->setToolTip(m_paused ? tr("Show them and go on") : tr("Go to the newest request"));
    m_news->setVisible(count > 0);
    if (had && count == 0)
        m_table->setFocus();
    placeNews();
}

void LogPage::placeNews()
{
    m_news->adjustSize();
    m_news->move((m_table->width() - m_news->width()) / 2, m_table->horizontalHeader()->height() + Theme::Gap);
    m_news->raise();
}

void LogPage::goToNews()
{
    m_unseen = 0;
    setPaused(false);
    m_table->scrollToTop();
    showNews();
}

void LogPage::showState()
{
    const int shown = m_filter->rowCount(), all = m_log->rowCount();
    const auto end = m_older.isBusy() ? LogFooter::End::Searching : m_log->isFull() ? LogFooter::End::Full : m_moreOlder ? LogFooter::End::More : LogFooter::End::Beginning;
    m_footer->tell({shown, all, m_log->pinned(), m_filter->isFiltering(), m_loadedTo ? std::optional(m_loadedTo->time) : std::nullopt, end});
    const ExchangeRecord *last = m_log->record(all - 1);
    m_table->showDates(last && words::toDateTime(last->time).date() != QDate::currentDate());
    if (shown > 0) {
        m_problem.reset();
        return m_states->showContent();
    }
    if (m_console.state().phase == GatewayState::Phase::Opening && all == 0)
        return m_states->showLoading(tr("Opening the log…"));
    if (m_older.isBusy())
        return m_states->showLoading(m_loadedTo ? tr("Looking for older requests… back to %1").arg(words::absolute(words::toDateTime(m_loadedTo->time)))
                                                : tr("Looking for older requests…"));
    if (m_problem) {
        if (m_states->state() != ListStates::State::Failed)
            m_states->showError(tr("Older requests could not be read"), *m_problem);
        return;
    }
    m_empty = m_filter->isFiltering() ? Empty::NoMatch : Empty::Nothing;
    if (m_empty == Empty::NoMatch) {
        m_states->empty()->setTexts(tr("No request matches this filter"),
                                    m_moreOlder ? tr("The list holds the last requests; older ones may match.") : tr("Neither the last requests nor older ones match."),
                                    tr("Clear Filter"), m_moreOlder ? tr("Search Older Requests") : QString());
    } else {
        m_states->empty()->setTexts(tr("No requests yet"), tr("Every request that a client sends to the gateway is listed here, with each attempt and its reason."),
                                    tr("Send a Demo Request"));
    }
    m_states->showEmpty();
}

int LogPage::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : m_filter->mapToSource(rows.first()).row();
}

void LogPage::togglePin()
{
    const ExchangeRecord *record = m_log->record(chosen());
    if (!record)
        return;
    const bool pinned = !m_log->isPinned(record->id);
    m_log->setPinned(record->id, pinned);
    m_detail->setPinned(pinned);
    showState();
}

void LogPage::exportShown()
{
    LogQuery query;
    query.filter = m_filter->expression();
    query.keyId = m_filter->key();
    auto *dialog = new LogExportDialog(m_console, query, m_bar->text(), this);
    connect(dialog, &LogExportDialog::said, this, &LogPage::said);
    dialog->open();
}

void LogPage::showDetail()
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    const ExchangeRecord *record = chosen.isEmpty() ? nullptr : m_log->record(m_filter->mapToSource(chosen.first()).row());
    const bool opens = record && m_detail->isHidden();
    m_detail->setVisible(record);
    if (!record)
        return;
    m_detail->present(*record);
    m_detail->setPinned(m_log->isPinned(record->id));
    m_actions->follow();
    if (!opens)
        return;
    // The list has become lower: what was chosen must not be hidden by its own details.
    const int height = m_split->height();
    m_split->setSizes({height * 2 / 5, height * 3 / 5});
    m_table->scrollTo(chosen.first());
}

void LogPage::select(int sourceRow)
{
    const QModelIndex index = m_filter->mapFromSource(m_log->index(sourceRow, 0));
    m_table->selectRow(index.row());
    m_table->scrollTo(index);
    m_table->setFocus();
}

void LogPage::focusOn(const QString &id)
{
    follow();
    const QList<GatewayKey> &keys = m_console.configuration().keys;
    const QString filter = u"filter:"_s;
    const bool isKey = std::any_of(keys.begin(), keys.end(), [&id](const GatewayKey &key) { return key.id == id; });
    if (id.isEmpty()) {
        m_bar->clear();
    } else if (id.startsWith(filter)) {
        m_bar->showFilter(id.mid(filter.size()));
    } else if (isKey) {
        m_bar->showKey(id);
    } else {
        showExchange(id);
    }
}

void LogPage::showExchange(const QString &id)
{
    const auto show = [this, id] {
        const int row = m_log->rowOf(id);
        if (!m_filter->mapFromSource(m_log->index(row, 0)).isValid())
            m_bar->clear();
        showState();
        select(row);
    };
    if (m_log->contains(id))
        return show();
    m_console.exchange(id, this, [this, show](const Result<ExchangeRecord> &found) {
        if (!found) {
            emit said({Message::Level::Warning, tr("The request could not be shown: %1").arg(found.error().text), {}, {}, 0});
            return;
        }
        m_log->insertByTime(*found);
        show();
    });
}

/// They were loaded for one filter; beside those of another they would look as if there were no more.
void LogPage::forgetOlder()
{
    m_problem.reset();
    if (m_hasOlder)
        m_log->restart(m_console.recent());
    forgetPlace();
    m_searchSoon.stop();
}

/// Whatever was read of the ledger is not in the list any more: reading on from there would leave a hole.
void LogPage::forgetPlace()
{
    m_older.cancel();
    m_moreOlder = true;
    m_hasOlder = false;
    m_loadedTo.reset();
}

void LogPage::takeCleared()
{
    m_unseen = 0;
    m_log->forgetAll();
    follow();
    if (m_detail->record() && !m_log->contains(m_detail->record()->id))
        m_detail->hide();
}

void LogPage::loadOlder()
{
    LogQuery query;
    query.filter = m_filter->expression();
    query.keyId = m_filter->key();
    query.before = m_loadedTo ? m_loadedTo : m_followedTo;
    m_problem.reset();
    m_older.ask(query, [this](const QString &id) { return m_log->contains(id); });
    showState();
}

void LogPage::loadAtEnd()
{
    if (isVisible() && m_moreOlder && !m_older.isBusy() && !m_log->isFull())
        loadOlder();
}

void LogPage::refresh()
{
    if (!isVisible())
        return;
    m_bar->reread(); // "since:1h" is another hour by now
    follow();
}

void LogPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_bar->reread();
    m_footer->refresh();
    follow();
    m_searchSoon.start();
}

void LogPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_older.cancel();
}

bool LogPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize)
        placeNews();
    return Page::eventFilter(watched, event);
}

} // namespace understudy
