// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/LogPage.h"

#include "console/Console.h"
#include "models/LogFilter.h"
#include "models/LogModel.h"
#include "pages/LogDetail.h"
#include "pages/LogTable.h"
#include "theme/Icons.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/EmptyState.h"
#include "widgets/Language.h"
#include "widgets/ListStates.h"
#include "words/Quantities.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

LogPage::LogPage(Console &console, QWidget *parent)
    : Page(parent), m_console(console), m_log(new LogModel(LogModel::Capacity, this)), m_filter(new LogFilter(this)), m_older(console)
{
    m_filter->setSourceModel(m_log);
    build();
    connectParts();
    fillKeys();
    followLanguage(this, [this] { retranslate(); });
}

LogPage::~LogPage() = default;

void LogPage::build()
{
    m_heading = new QLabel(this);
    m_heading->setFont(Theme::heading());
    m_text = new QLineEdit(this);
    m_text->setObjectName(u"log.filter"_s);
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(180);
    m_text->addAction(icons::icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_key = new QComboBox(this);
    m_key->setObjectName(u"log.key"_s);
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_key->setMinimumContentsLength(13);
    m_pause = new QToolButton(this);
    m_pause->setObjectName(u"log.live"_s);
    m_pause->setCheckable(true);
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pause->setFocusPolicy(Qt::StrongFocus);
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Gap);
    head->addWidget(m_heading);
    head->addSpacing(Theme::Gap);
    head->addWidget(m_text, 1);
    head->addWidget(m_key);
    head->addWidget(m_pause);

    m_states = new ListStates(u"log"_s, u"log"_s, this);
    m_detail = new LogDetail;
    m_detail->hide();
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
    column->addWidget(m_states, 1);
}

QWidget *LogPage::buildList()
{
    auto *list = new QWidget;
    m_table = new LogTable(list);
    m_table->setObjectName(u"log.table"_s);
    m_table->setModel(m_filter);
    m_table->setMinimumHeight(130);
    m_news = new QPushButton(m_table);
    m_news->setObjectName(u"log.new"_s);
    m_news->setDefault(true);
    m_news->hide();
    m_count = new QLabel(list);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_loadOlder = new QPushButton(list);
    m_loadOlder->setObjectName(u"log.older"_s);
    Style::setVariant(m_loadOlder, Style::Variant::Link);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(m_loadOlder);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
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
    connect(&m_console, &Console::configurationChanged, this, &LogPage::fillKeys);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        showState();
    });
    connect(m_key, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setKey(m_key->currentData().toString());
        forgetOlder();
        showState();
    });
    connect(m_pause, &QToolButton::toggled, this, &LogPage::setPaused);
    connect(m_table, &LogTable::pauseWished, m_pause, &QToolButton::toggle);
    connect(m_table, &LogTable::detailsWished, this, [this] {
        if (m_detail->isVisible())
            m_detail->setFocus(Qt::TabFocusReason);
    });
    connect(m_table, &LogTable::copyWished, this, [this] {
        const QModelIndex chosen = m_filter->mapToSource(m_table->currentIndex());
        if (chosen.isValid())
            QGuiApplication::clipboard()->setText(m_log->rowText(chosen.row()));
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
    connect(m_loadOlder, &QPushButton::clicked, this, &LogPage::loadOlder);
    connect(m_detail, &LogDetail::wished, this, &LogPage::wished);
    connect(m_detail, &LogDetail::closed, this, [this] {
        m_table->clearSelection();
        m_table->setFocus();
    });
    connect(m_states, &ListStates::retried, this, &LogPage::loadOlder);
    connect(m_states->empty()->primary(), &QPushButton::clicked, this, [this] {
        if (m_empty == Empty::NoMatch)
            clearFilter();
        else
            emit wished(Wish::make(Wish::What::SeeDemo));
    });
    connect(m_states->empty()->secondary(), &QPushButton::clicked, this, &LogPage::loadOlder);
    connect(&m_older, &OlderRequests::found, this, [this](const QList<ExchangeRecord> &found, bool more) {
        m_log->appendOlder(found);
        if (!found.isEmpty())
            m_loadedTo = found.last().time;
        m_moreOlder = more && m_log->rowCount() < LogModel::MostRows;
        showState();
    });
    connect(&m_older, &OlderRequests::failed, this, [this](const Error &error) {
        if (m_filter->rowCount() == 0)
            m_problem = error;
        else
            emit said({Message::Level::Error, tr("Older requests could not be read: %1").arg(error.text), tr("Retry"), [this] { loadOlder(); }});
        showState();
    });
    m_table->installEventFilter(this);
}

void LogPage::retranslate()
{
    m_heading->setText(title());
    m_text->setPlaceholderText(tr("Filter by model, channel, result or id"));
    m_text->setAccessibleName(tr("Filter"));
    m_key->setItemText(0, tr("All keys"));
    m_key->setAccessibleName(tr("Gateway access key"));
    m_pause->setAccessibleName(tr("Pause the list"));
    m_table->setAccessibleName(tr("Requests"));
    m_loadOlder->setText(tr("Load Older"));
    m_log->retranslate();
    m_table->shapeColumns();
    setPaused(m_paused);
    showState();
}

QWidget *LogPage::filterField() const { return m_text; }

void LogPage::fillKeys()
{
    const QString chosen = m_filter->key();
    const QSignalBlocker silent(m_key);
    m_key->clear();
    m_key->addItem(tr("All keys"));
    QList<GatewayKey> keys = m_console.configuration().keys;
    std::sort(keys.begin(), keys.end(), [](const GatewayKey &a, const GatewayKey &b) { return a.name.localeAwareCompare(b.name) < 0; });
    for (const GatewayKey &key : std::as_const(keys))
        m_key->addItem(key.name, key.id);
    m_key->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : m_key->findData(chosen)));
    m_filter->setKey(m_key->currentData().toString());
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
    if (!m_paused)
        m_log->follow(m_console.recent());
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
    m_count->setText(m_filter->isFiltering() ? tr("%1 of %n request(s)", nullptr, all).arg(words::count(shown)) : tr("%n request(s)", nullptr, all));
    const ExchangeRecord *last = m_log->record(all - 1);
    m_table->showDates(last && words::toDateTime(last->time).date() != QDate::currentDate());
    m_loadOlder->setEnabled(!m_older.isBusy() && m_moreOlder);
    m_loadOlder->setText(m_older.isBusy() ? tr("Loading…") : m_moreOlder ? tr("Load Older") : tr("No older requests"));
    if (shown > 0) {
        m_problem.reset();
        return m_states->showContent();
    }
    if (m_console.state().phase == GatewayState::Phase::Opening && all == 0)
        return m_states->showLoading(tr("Opening the log…"));
    if (m_older.isBusy())
        return m_states->showLoading(tr("Looking for older requests…"));
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

void LogPage::showDetail()
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    const ExchangeRecord *record = chosen.isEmpty() ? nullptr : m_log->record(m_filter->mapToSource(chosen.first()).row());
    const bool opens = record && m_detail->isHidden();
    m_detail->setVisible(record);
    if (!record)
        return;
    m_detail->present(*record);
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

void LogPage::clearFilter()
{
    m_text->clear();
    m_key->setCurrentIndex(0);
}

void LogPage::focusOn(const QString &id)
{
    follow();
    const QList<GatewayKey> &keys = m_console.configuration().keys;
    const bool isKey = std::any_of(keys.begin(), keys.end(), [&id](const GatewayKey &key) { return key.id == id; });
    static const QString filter = u"filter:"_s;
    if (id.isEmpty())
        clearFilter();
    else if (id.startsWith(filter)) {
        clearFilter();
        m_text->setText(id.sliced(filter.size()));
    }
    else if (isKey) {
        m_text->clear();
        m_key->setCurrentIndex(m_key->findData(id));
    } else {
        showExchange(id);
    }
}

void LogPage::showExchange(const QString &id)
{
    const auto show = [this, id] {
        const int row = m_log->rowOf(id);
        if (!m_filter->mapFromSource(m_log->index(row, 0)).isValid())
            clearFilter();
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

/// They were loaded for one key; beside those of others they would look as if there were no more.
void LogPage::forgetOlder()
{
    m_older.cancel();
    m_moreOlder = true;
    m_problem.reset();
    if (!m_loadedTo)
        return;
    m_loadedTo.reset();
    m_log->clear();
    m_log->follow(m_console.recent());
}

void LogPage::loadOlder()
{
    const QList<ExchangeRecord> recent = m_console.recent();
    const WallTime before = m_loadedTo ? *m_loadedTo : recent.isEmpty() ? WallTime(Milliseconds(QDateTime::currentMSecsSinceEpoch())) : recent.last().time;
    // As dense as what is known: then one question finds about as many again.
    const Milliseconds span = recent.isEmpty() ? Milliseconds(std::chrono::hours(1)) : recent.first().time - recent.last().time;
    m_problem.reset();
    m_older.ask(before, m_filter->key(), std::max(span, Milliseconds(std::chrono::minutes(10))), [this](const QString &id) { return m_log->contains(id); });
    showState();
}

void LogPage::refresh()
{
    if (isVisible())
        follow();
}

void LogPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    follow();
}

bool LogPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize)
        placeNews();
    return Page::eventFilter(watched, event);
}

} // namespace understudy
