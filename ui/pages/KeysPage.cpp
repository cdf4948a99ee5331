// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/KeysPage.h"

#include "dialogs/ResetKey.h"
#include "models/KeyDrafts.h"
#include "models/KeyTrafficReader.h"
#include "pages/KeysDelegate.h"
#include "theme/Icons.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/EmptyState.h"
#include "widgets/Language.h"
#include "widgets/MessageBar.h"
#include "words/ChannelWords.h"
#include "words/Quantities.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRowsWithButtons = 50; ///< above that only the current row has them; keys and the menu work everywhere
constexpr int LoadingAfterMs = 300;

} // namespace

KeysPage::KeysPage(Console &console, const TestMemory &tests, QWidget *parent)
    : Page(parent), m_console(console), m_tests(tests), m_model(new KeysModel(this)), m_shown(new QSortFilterProxyModel(this)),
      m_traffic(new KeyTrafficReader(console, this)),
      m_heading(new QLabel(this)), m_sentence(new QLabel(this)), m_filter(new QLineEdit(this)), m_create(new QPushButton(this)),
      m_problem(new MessageBar(this)), m_stack(new QStackedWidget(this)), m_table(new QTableView(this)), m_empty(new EmptyState(u"keys"_s, this)),
      m_noMatch(new EmptyState(u"filter"_s, this)), m_loading(new QLabel(this)), m_view(action(u"keys.view"_s, Qt::Key_V, u"eye"_s)),
      m_code(action(u"keys.code"_s, Qt::Key_C, u"code"_s)), m_usage(action(u"keys.usage"_s, Qt::Key_U, u"usage"_s)),
      m_edit(action(u"keys.edit"_s, Qt::Key_E, u"edit"_s)), m_duplicate(action(u"keys.duplicate"_s, {}, u"copy"_s)),
      m_pause(action(u"keys.pause"_s, Qt::Key_P, u"pause"_s)), m_reset(action(u"keys.reset"_s, {}, u"refresh"_s)),
      m_try(action(u"keys.try"_s, {}, u"send"_s)), m_drill(action(u"keys.drill"_s, Qt::Key_D, u"drill"_s)), m_delete(action(u"keys.delete"_s, QKeySequence::Delete, u"delete"_s))
{
    setObjectName(u"keys"_s);
    setFocusProxy(m_table);
    m_shown->setSourceModel(m_model);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setFilterKeyColumn(KeysModel::Name);
    build();

    const auto wish = [this](QAction *action, Wish::What what) {
        connect(action, &QAction::triggered, this, [this, what] {
            if (const GatewayKey *key = current())
                emit wished(Wish::make(what, key->id));
        });
    };
    wish(m_view, Wish::What::ViewKey);
    wish(m_code, Wish::What::ViewCode);
    wish(m_edit, Wish::What::EditKey);
    wish(m_duplicate, Wish::What::DuplicateKey);
    wish(m_try, Wish::What::TryKey);
    connect(m_usage, &QAction::triggered, this, [this] {
        if (const GatewayKey *key = current())
            emit wished(Wish::show(PageId::Usage, key->id));
    });
    connect(m_drill, &QAction::triggered, this, [this] {
        if (const GatewayKey *key = current())
            emit wished(Wish::show(PageId::Drill, key->id));
    });
    connect(m_pause, &QAction::triggered, this, [this] {
        if (const GatewayKey *key = current())
            setPaused(key->enabled);
    });
    connect(m_reset, &QAction::triggered, this, [this] {
        if (const GatewayKey *key = current())
            resetKey(this, m_console, key->id, [this](const Message &message) { emit said(message); });
    });
    connect(m_delete, &QAction::triggered, this, &KeysPage::remove);
    connect(m_create, &QPushButton::clicked, this, &KeysPage::createNew);
    connect(m_empty->primary(), &QPushButton::clicked, this, &KeysPage::createNew);
    connect(m_empty->secondary(), &QPushButton::clicked, this, [this] { emit wished(Wish::make(Wish::What::SeeDemo)); });
    connect(m_noMatch->primary(), &QPushButton::clicked, m_filter, &QLineEdit::clear);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setFilterFixedString(text.trimmed());
        showState();
    });
    connect(m_table, &QTableView::activated, this, [this] { m_view->trigger(); });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const QModelIndex index = m_table->indexAt(at);
        openMenu((index.isValid() ? index : m_table->currentIndex()).data(KeysModel::IdRole).toString(), m_table->viewport()->mapToGlobal(at));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        updateActions();
        if (m_shown->rowCount() > MostRowsWithButtons)
            placeButtons();
    });
    connect(m_shown, &QAbstractItemModel::rowsInserted, this, &KeysPage::placeButtons);
    connect(m_shown, &QAbstractItemModel::layoutChanged, this, &KeysPage::placeButtons);
    connect(&m_console, &Console::configurationChanged, this, [this] {
        if (isVisible())
            load();
    });
    connect(&m_console, &Console::healthChanged, this, [this] {
        if (isVisible())
            m_model->load(m_console, m_tests);
    });
    connect(&m_console, &Console::limitsChanged, this, [this] {
        if (isVisible())
            m_model->load(m_console, m_tests);
    });
    connect(&m_console, &Console::stateChanged, this, [this] {
        if (isVisible())
            showState();
    });
    connect(m_traffic, &KeyTrafficReader::changed, this, [this] {
        m_model->setNow(QDateTime::currentDateTimeUtc());
        m_model->setTraffic(m_traffic->traffic());
    });
    connect(m_traffic, &KeyTrafficReader::failed, this, [this](const Error &error) {
        m_problem->show({Message::Level::Error, tr("The usage of the keys cannot be read: %1").arg(error.text), tr("Retry"), [this] { m_traffic->count(); }});
    });
    followLanguage(this, [this] { retranslate(); });
    load();
}

QAction *KeysPage::action(const QString &name, const QKeySequence &key, const QString &icon)
{
    auto *made = new QAction(icons::icon(icon), QString(), this);
    made->setObjectName(name);
    made->setShortcut(key);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut); // letters belong to the table, not to the field above it
    m_table->addAction(made);
    return made;
}

void KeysPage::build()
{
    m_table->setObjectName(u"keys.table"_s);
    m_create->setObjectName(u"keys.create"_s);
    m_filter->setObjectName(u"keys.filter"_s);
    m_empty->setObjectName(u"keys.empty"_s);
    m_noMatch->setObjectName(u"keys.noMatch"_s);
    m_heading->setFont(Theme::heading());
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_sentence->setWordWrap(true);
    m_create->setIcon(icons::icon(u"add"_s));
    m_create->setDefault(true);
    m_empty->primary()->setDefault(true);
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icons::icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(220);
    m_loading->setAlignment(Qt::AlignCenter);
    m_loading->setWordWrap(true);
    m_loading->setTextFormat(Qt::PlainText);
    m_loading->setForegroundRole(QPalette::PlaceholderText);

    m_table->setModel(m_shown);
    m_table->setItemDelegate(new KeysDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(KeysDelegate::rowHeight(font()));
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(60);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(KeysModel::Chain, QHeaderView::Stretch);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_table, m_empty, m_noMatch, m_loading})
        m_stack->addWidget(widget);

    auto *top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch();
    top->addWidget(m_filter);
    top->addWidget(m_create);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::WideGap, Theme::PageMargin, Theme::WideGap);
    column->addLayout(top);
    column->addWidget(m_sentence);
    column->addWidget(m_problem);
    column->addWidget(m_stack, 1);
}

QString KeysPage::title() const { return tr("Gateway access keys"); }
QWidget *KeysPage::filterField() const { return m_filter; }

void KeysPage::retranslate()
{
    m_heading->setText(title());
    m_sentence->setText(tr("A key gives your application one address and a list of models to try in order."));
    m_create->setText(tr("Create Key"));
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter keys by name"));
    m_table->setAccessibleName(title());
    m_empty->setTexts(tr("No key yet"), tr("A key gives your application one address and a list of models to try in order."), tr("Create Key"), tr("Use the Demo Key"));
    m_noMatch->setTexts({}, tr("No key matches this filter"), tr("Clear Filter"));
    m_view->setText(tr("View Key"));
    m_code->setText(tr("View Code"));
    m_usage->setText(tr("Usage"));
    m_edit->setText(tr("Edit…"));
    m_duplicate->setText(tr("Duplicate…"));
    m_reset->setText(tr("Reset…"));
    m_try->setText(tr("Try It"));
    m_drill->setText(tr("Run a Drill…"));
    m_delete->setText(tr("Delete"));
    m_model->retranslate();
    showState();
    placeButtons();
    updateActions();
}

void KeysPage::refresh()
{
    load();
    m_traffic->count();
}

void KeysPage::load()
{
    const QString id = m_table->currentIndex().data(KeysModel::IdRole).toString();
    m_model->load(m_console, m_tests);
    if (!m_table->currentIndex().isValid())
        select(id);
    m_model->setNow(QDateTime::currentDateTimeUtc());
    showState();
    updateActions();
}

void KeysPage::showState()
{
    const GatewayState state = m_console.state();
    const bool opening = state.phase == GatewayState::Phase::Opening && m_model->rowCount() == 0;
    const bool broken = state.phase == GatewayState::Phase::Broken;
    QWidget *shown = m_table;
    if (opening || broken) {
        m_loading->setText(opening ? tr("Opening the data…") : tr("The data cannot be opened: %1").arg(state.problem ? state.problem->text : QString()));
        shown = m_loading;
    }
    else if (m_model->rowCount() == 0)
        shown = m_empty;
    else if (m_shown->rowCount() == 0)
        shown = m_noMatch;
    m_stack->setCurrentWidget(shown);
    m_filter->setVisible(m_model->rowCount() > 0);
    m_create->setVisible(m_model->rowCount() > 0 && !broken); // else the empty state has the one primary button
    if (opening) { // nothing to read until there was something to wait for
        m_loading->hide();
        QTimer::singleShot(LoadingAfterMs, m_loading, [this] { m_loading->setVisible(m_stack->currentWidget() == m_loading); });
    }
}

void KeysPage::placeButtons()
{
    const bool everywhere = m_shown->rowCount() <= MostRowsWithButtons;
    int width = 0;
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        const QModelIndex cell = m_shown->index(row, KeysModel::Actions);
        QWidget *there = m_table->indexWidget(cell);
        if (!everywhere && row != m_table->currentIndex().row()) {
            if (there)
                m_table->setIndexWidget(cell, nullptr);
            continue;
        }
        if (!there) {
            there = buttonsFor(cell.data(KeysModel::IdRole).toString());
            m_table->setIndexWidget(cell, there);
        }
        for (QPushButton *button : there->findChildren<QPushButton *>()) {
            const QString name = cell.siblingAtColumn(KeysModel::Name).data().toString();
            const auto *of = button->property("action").value<QAction *>();
            const QString text = of ? of->text() : tr("More");
            if (of)
                button->setText(text);
            else
                button->setToolTip(tr("More actions"));
            button->setAccessibleName(tr("%1: %2").arg(text, name));
        }
        width = std::max(width, there->sizeHint().width());
    }
    if (width > 0)
        m_table->setColumnWidth(KeysModel::Actions, width + 4);
    const QFontMetrics metrics(font());
    m_table->setColumnWidth(KeysModel::Name, 148);
    m_table->setColumnWidth(KeysModel::State, std::max(86, metrics.horizontalAdvance(u"● 00000000000"_s)));
    m_table->setColumnWidth(KeysModel::Week, 104);
}

QWidget *KeysPage::buttonsFor(const QString &id)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 1);
    line->setSpacing(0);
    for (QAction *action : {m_view, m_code, m_usage}) {
        auto *button = new QPushButton(row);
        button->setProperty("action", QVariant::fromValue(action));
        button->setObjectName(action->objectName() + u'.' + id);
        Style::setVariant(button, Style::Variant::Link);
        connect(button, &QPushButton::clicked, this, [this, id, action] {
            select(id);
            action->trigger();
        });
        line->addWidget(button);
    }
    auto *more = new QPushButton(row);
    more->setObjectName(u"keys.more."_s + id);
    more->setIcon(icons::icon(u"more"_s));
    Style::setVariant(more, Style::Variant::Link);
    connect(more, &QPushButton::clicked, this, [this, id, more] { openMenu(id, more->mapToGlobal(QPoint(0, more->height()))); });
    line->addWidget(more);
    return row;
}

void KeysPage::openMenu(const QString &id, const QPoint &at)
{
    if (id.isEmpty())
        return;
    select(id);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"keys.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_view, m_code, m_usage});
    menu->addSeparator();
    menu->addActions({m_try, m_drill, m_edit, m_duplicate, m_pause});
    menu->addSeparator();
    menu->addActions({m_reset, m_delete});
    menu->popup(at);
}

void KeysPage::updateActions()
{
    const GatewayKey *key = current();
    for (QAction *action : {m_view, m_code, m_usage, m_edit, m_duplicate, m_pause, m_reset, m_try, m_drill, m_delete})
        action->setEnabled(key != nullptr);
    const bool paused = key && !key->enabled;
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(icons::icon(paused ? u"play"_s : u"pause"_s));
}

const GatewayKey *KeysPage::current() const
{
    const QString id = m_table->currentIndex().data(KeysModel::IdRole).toString();
    const QList<GatewayKey> &keys = m_console.configuration().keys;
    const auto found = std::find_if(keys.cbegin(), keys.cend(), [&id](const GatewayKey &key) { return key.id == id; });
    return found == keys.cend() ? nullptr : &*found;
}

void KeysPage::select(const QString &id)
{
    const int row = m_model->rowOf(id);
    const QModelIndex index = m_shown->mapFromSource(m_model->index(std::max(0, row), 0));
    if (index.isValid())
        m_table->setCurrentIndex(index);
}

void KeysPage::focusOn(const QString &id)
{
    m_filter->clear();
    load();
    select(id);
    m_table->setFocus();
}

void KeysPage::setPaused(bool paused)
{
    const GatewayKey key = *current();
    m_console.change([id = key.id, paused](const Configuration &stored) { return withKeyChanged(stored, id, [paused](GatewayKey &key) { key.enabled = !paused; }); },
                     this, [this, name = key.name, paused](const Result<void> &result) {
                         if (!result)
                             emit said({Message::Level::Error, tr("“%1” was not changed. %2").arg(name, words::notSaved(result.error())), {}, {}});
                         else
                             emit said({Message::Level::Success, paused ? tr("Key “%1” paused: requests with it are refused").arg(name) : tr("Key “%1” works again").arg(name), {}, {}, Message::UndoMs});
                     });
}

void KeysPage::remove()
{
    const GatewayKey *chosen = current();
    if (!chosen)
        return;
    const GatewayKey key = *chosen;
    const qsizetype place = m_console.configuration().keys.indexOf(key);
    const auto undo = [this, key, place] {
        const auto told = [this, name = key.name](const Result<void> &result) {
            if (!result)
                emit said({Message::Level::Error, tr("“%1” was not put back. %2").arg(name, words::notSaved(result.error())), {}, {}});
        };
        if (!key.secret.isEmpty())
            return m_console.change([key, place](const Configuration &stored) { return withKeyAdded(stored, key, place); }, this, told);
        // Locked: nobody here knows the secret, so a key put back by value would get a new one. The store still has the old.
        m_console.deleted(this, [this, id = key.id, told](const Result<QList<DeletedObject>> &list) {
            if (!list)
                return told(list.error());
            for (const DeletedObject &object : *list) {
                if (object.kind == DeletedObject::Kind::Key && object.id == id)
                    return m_console.restore(object, this, told);
            }
            told(Error{ErrorKind::NotFound, tr("it is not among the deleted keys"), {}});
        });
    };
    m_console.change([id = key.id](const Configuration &stored) { return withoutKey(stored, id); }, this, [this, name = key.name, undo](const Result<void> &result) {
        if (!result)
            emit said({Message::Level::Error, tr("“%1” was not deleted. %2").arg(name, words::notSaved(result.error())), {}, {}});
        else
            emit said({Message::Level::Success, tr("Key “%1” deleted; requests with it are refused").arg(name), tr("Undo"), undo, Message::UndoMs});
    });
}

void KeysPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    load();
    m_traffic->setCounting(true);
    m_traffic->count();
    placeButtons();
    m_minute.start(60'000, this);
}

void KeysPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_minute.stop();
    m_traffic->setCounting(false);
}

void KeysPage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_minute.timerId())
        m_model->setNow(QDateTime::currentDateTimeUtc());
    else
        Page::timerEvent(event);
}

} // namespace understudy
