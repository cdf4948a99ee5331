// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/ModelsPage.h"

#include "catalog/Catalogue.h"
#include "console/Console.h"
#include "dialogs/ChannelsPanel.h"
#include "models/ProvidersFilter.h"
#include "models/ProvidersModel.h"
#include "models/TestRound.h"
#include "pages/BuiltInModelsPanel.h"
#include "widgets/Ask.h"
#include "widgets/EmptyState.h"
#include "widgets/Language.h"
#include "words/ChannelWords.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTimerEvent>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int SoonMs = 200;
constexpr int TokensOfATest = 10; ///< about: a prompt of one word and one token of answer

} // namespace

ModelsPage::ModelsPage(Console &console, TestMemory &tests, QWidget *parent)
    : Page(parent), m_console(console), m_tests(tests), m_model(new ProvidersModel(console, tests, this)), m_filter(new ProvidersFilter(this))
{
    m_filter->setSourceModel(m_model);
    setObjectName(u"models"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::WideGap, Theme::PageMargin, Theme::WideGap);
    column->setSpacing(Theme::Gap);
    column->addWidget(buildHead());
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"models.tabs"_s);
    m_own = new QStackedWidget(m_tabs);
    m_own->addWidget(buildProviders());
    m_channels = new ChannelsPanel(console, tests, m_own);
    m_own->addWidget(m_channels);
    m_builtIn = new BuiltInModelsPanel(console, m_tabs);
    m_tabs->addTab(m_own, {});
    m_tabs->addTab(m_builtIn, {});
    column->addWidget(m_tabs, 1);
    connectTable();

    const auto soon = [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start(SoonMs, this);
    };
    connect(&console, &Console::configurationChanged, this, [this] {
        if (isVisible())
            follow();
    });
    connect(&console, &Console::healthChanged, this, soon);
    connect(&console, &Console::recorded, this, soon);
    connect(&console, &Console::stateChanged, this, soon);
    connect(m_channels, &ChannelsPanel::wished, this, &ModelsPage::wished);
    connect(m_channels, &ChannelsPanel::said, this, &ModelsPage::said);
    connect(m_channels, &ChannelsPanel::back, this, &ModelsPage::leaveChannels);
    connect(m_channels, &ChannelsPanel::tested, this, &ModelsPage::follow);
    connect(m_builtIn, &BuiltInModelsPanel::wished, this, &ModelsPage::wished);
    select({});
    followLanguage(this, [this] { retranslate(); });
}

ModelsPage::~ModelsPage() = default;

QString ModelsPage::title() const { return tr("Large models"); }

void ModelsPage::refresh() { follow(); }

void ModelsPage::createNew() { emit wished(Wish::make(Wish::What::CreateChannel, current())); }

QWidget *ModelsPage::filterField() const { return m_search; }

void ModelsPage::focusOn(const QString &provider)
{
    m_tabs->setCurrentIndex(0);
    leaveChannels();
    m_search->clear();
    m_configured->setChecked(false);
    select(provider);
    m_table->setFocus();
}

void ModelsPage::showChannels(const QString &provider, const QString &channel)
{
    m_tabs->setCurrentIndex(0);
    select(provider);
    m_channels->showProvider(provider, channel);
    m_own->setCurrentWidget(m_channels);
    m_channels->setFocus();
}

void ModelsPage::leaveChannels()
{
    m_own->setCurrentIndex(0);
    follow();
    m_table->setFocus();
}

QString ModelsPage::current() const
{
    if (m_own->currentIndex() == 1)
        return m_channels->provider();
    return m_table->currentIndex().data(ProvidersModel::IdRole).toString();
}

void ModelsPage::select(const QString &provider)
{
    const QModelIndex index = m_filter->mapFromSource(m_model->index(std::max(0, m_model->row(provider)), 0));
    m_table->setCurrentIndex(index.isValid() ? index : m_filter->index(0, 0));
    m_table->scrollTo(m_table->currentIndex());
}

void ModelsPage::follow()
{
    const QString provider = m_table->currentIndex().data(ProvidersModel::IdRole).toString();
    m_model->update();
    if (!m_table->currentIndex().isValid())
        select(provider);
    m_channels->refresh();
    m_builtIn->refresh();
    m_testAll->setEnabled(!m_console.configuration().channels.isEmpty());
    showNoMatch();
}

void ModelsPage::askToTest(const QString &provider)
{
    if (m_round) {
        m_round.reset();
        showRound();
        return;
    }
    QStringList channels;
    int left = 0;
    for (const Channel &channel : m_console.configuration().channels) {
        if (!provider.isEmpty() && channel.provider != provider)
            continue;
        if (channel.autoTest && channel.enabled)
            channels.append(channel.id);
        else
            ++left;
    }
    if (channels.isEmpty()) {
        emit said({Message::Level::Info, tr("No channel can be tested: they are paused or marked “do not test automatically”."), {}, {}, 8000});
        return;
    }
    QString text = tr("About %1 tokens at each provider, so about %2 in all.").arg(TokensOfATest).arg(TokensOfATest * channels.size());
    if (left > 0)
        text += u' ' + tr("%n channel(s) are left out: paused, or marked “do not test automatically”.", nullptr, left);
    ask(this, {tr("Test %n channel(s)?", nullptr, int(channels.size())), text, {tr("Cancel"), tr("Test")}, 1, false, {}}, [this, channels](int choice, bool) {
        if (choice == 1)
            testAll(channels);
    });
}

void ModelsPage::testAll(const QStringList &channels)
{
    m_round = std::make_unique<TestRound>(m_console, m_tests, channels);
    connect(m_round.get(), &TestRound::progressed, this, [this] {
        showRound();
        follow();
    });
    connect(m_round.get(), &TestRound::finished, this, [this] {
        const QStringList failed = m_round->failed();
        const QString works = tr("%n channel(s) work", nullptr, m_round->passed());
        m_round.release()->deleteLater(); // we are inside its signal
        showRound();
        follow();
        if (failed.isEmpty())
            emit said({Message::Level::Success, tr("Tested: %1.").arg(works), {}, {}, 8000});
        else
            emit said({Message::Level::Warning, tr("Tested: %1; these do not: %2. Open one to see why.").arg(works, failed.join(u", "_s)), {}, {}, 0});
    });
    m_round->start();
}

void ModelsPage::showRound()
{
    m_testAll->setText(m_round ? tr("Cancel Tests (%1 of %2)").arg(m_round->done()).arg(m_round->total()) : tr("Test All"));
}

void ModelsPage::removeProvider(const QString &id)
{
    const Provider *provider = m_console.configuration().provider(id);
    if (!provider)
        return;
    if (const int used = m_model->channelsOf(id); used > 0) {
        emit said({Message::Level::Warning, tr("“%1” still has %n channel(s). Delete them first.", nullptr, used).arg(provider->name), {}, {}, 0});
        showChannels(id);
        return;
    }
    const QPointer<ModelsPage> self(this);
    m_console.change(
        [id](const Configuration &before) -> Result<Configuration> {
            Configuration after = before;
            after.providers.removeIf([&id](const Provider &entry) { return entry.id == id; });
            return after;
        },
        this, [this, self, removed = *provider](const Result<void> &result) {
            if (!result) {
                emit said({Message::Level::Error, words::notSaved(result.error()), {}, {}, 0});
                return;
            }
            const auto undo = [self, removed] {
                if (!self)
                    return;
                self->m_console.change(
                    [removed](const Configuration &before) -> Result<Configuration> {
                        Configuration after = before;
                        if (!after.provider(removed.id))
                            after.providers.append(removed);
                        return after;
                    },
                    self, [self](const Result<void> &back) {
                        if (!back)
                            emit self->said({Message::Level::Error, words::notSaved(back.error()), {}, {}, 0});
                    });
            };
            emit said({Message::Level::Success, tr("Provider “%1” deleted").arg(removed.name), tr("Undo"), undo, Message::UndoMs});
        });
}

void ModelsPage::openMenu(QWidget *over)
{
    const QModelIndex index = m_table->currentIndex();
    const QString id = current();
    if (id.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"models.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &name, const QString &text, auto act) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    const bool configured = index.data(ProvidersModel::ConfiguredRole).toBool();
    add(u"models.menuChannels"_s, tr("Call Channels") + u"\tEnter"_s, [this, id] { showChannels(id); });
    add(u"models.menuCreate"_s, tr("Create Call Channel") + u"\tC"_s, [this, id] { emit wished(Wish::make(Wish::What::CreateChannel, id)); });
    add(u"models.menuKey"_s, tr("Create Gateway Access Key") + u"\tK"_s, [this, id] { emit wished(Wish::make(Wish::What::CreateKey, id)); })->setEnabled(configured);
    menu->addSeparator();
    add(u"models.menuTest"_s, tr("Test Its Channels"), [this, id] { askToTest(id); })->setEnabled(configured && !m_round);
    add(u"models.menuEdit"_s, tr("Edit Provider…"), [this, id] { emit wished(Wish::make(Wish::What::EditProvider, id)); });
    if (index.data(ProvidersModel::OriginRole).toInt() == int(ProviderOrigin::Custom))
        add(u"models.menuDelete"_s, tr("Delete Provider"), [this, id] { removeProvider(id); });
    menu->popup(over->mapToGlobal(QPoint(0, over->height())));
}

void ModelsPage::keyPressEvent(QKeyEvent *event)
{
    const bool onTable = m_table->hasFocus() && m_table->currentIndex().isValid();
    if (!onTable || (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier))
        return Page::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: showChannels(current()); return;
    case Qt::Key_C: emit wished(Wish::make(Wish::What::CreateChannel, current())); return;
    case Qt::Key_K: emit wished(Wish::make(Wish::What::CreateKey, current())); return;
    case Qt::Key_Delete:
        if (m_table->currentIndex().data(ProvidersModel::OriginRole).toInt() == int(ProviderOrigin::Custom))
            removeProvider(current());
        return;
    default: Page::keyPressEvent(event);
    }
}

/// Letters are commands here, not a search in the first column.
bool ModelsPage::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (object == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_C || key == Qt::Key_K || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Delete) {
            keyPressEvent(static_cast<QKeyEvent *>(event));
            return true;
        }
    }
    if (object == m_table && event->type() == QEvent::ContextMenu) {
        if (QWidget *cell = m_table->indexWidget(m_table->currentIndex().siblingAtColumn(ProvidersModel::Actions)))
            openMenu(cell);
        return true;
    }
    return Page::eventFilter(object, event);
}

void ModelsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    follow();
    fitColumns();
    if (!m_search->hasFocus())
        m_table->setFocus();
}

void ModelsPage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_soon.timerId())
        return Page::timerEvent(event);
    m_soon.stop();
    if (isVisible())
        follow();
}

} // namespace understudy
