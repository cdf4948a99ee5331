// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MainWindow.h"

#include "configuration/DemoKey.h"
#include "preferences/Preferences.h"
#include "shell/Actions.h"
#include "shell/HeaderStrip.h"
#include "shell/Navigation.h"
#include "theme/Icons.h"
#include "widgets/Language.h"
#include "widgets/MessageBar.h"
#include "widgets/StateNotice.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize FirstSize{1180, 760};

} // namespace

MainWindow::MainWindow(Console &console, Preferences &preferences)
    : m_console(console), m_preferences(preferences), m_header(new HeaderStrip(this)), m_navigation(new Navigation(this)), m_notice(new StateNotice(console, this)),
      m_messages(new MessageBar(this)), m_pages(new QStackedWidget(this)), m_actions(new Actions(this))
{
    setObjectName(u"window"_s);
    setWindowIcon(icons::program());
    setMinimumSize(Smallest);
    auto *page = new QVBoxLayout;
    page->setContentsMargins({});
    page->setSpacing(0);
    auto *above = new QVBoxLayout;
    above->setContentsMargins(Theme::PageMargin, Theme::Gap, Theme::PageMargin, 0);
    above->addWidget(m_notice);
    above->addWidget(m_messages);
    page->addLayout(above);
    page->addWidget(m_pages, 1);
    auto *body = new QHBoxLayout;
    body->setContentsMargins({});
    body->setSpacing(0);
    body->addWidget(m_navigation);
    body->addLayout(page, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(body, 1);

    m_header->menuButton()->setMenu(m_actions->menu());
    connectActions();
    connect(m_navigation, &Navigation::chosen, this, [this](PageId chosen) { emit wished(Wish::show(chosen)); });
    connect(m_notice, &StateNotice::wished, this, &MainWindow::wished);
    connect(m_notice, &StateNotice::said, this, &MainWindow::say);
    connect(&m_console, &Console::stateChanged, this, &MainWindow::showState);
    connect(&m_console, &Console::configurationChanged, this, &MainWindow::showState);
    collapse(m_preferences.get(preferences::NavigationCollapsed));
    showState();
    followLanguage(this, [this] { retitle(); });
}

MainWindow::~MainWindow() = default;

void MainWindow::connectActions()
{
    connect(m_header, &HeaderStrip::copyWished, this, [this] { emit wished(Wish::make(Wish::What::CopyBaseUrl)); });
    connect(m_header, &HeaderStrip::toggleWished, this, [this] { emit wished(Wish::make(Wish::What::ToggleGateway)); });
    connect(m_header, &HeaderStrip::networkWished, this, [this] { emit wished(Wish::show(PageId::Settings, u"gateway"_s)); });
    connect(m_header, &HeaderStrip::paletteWished, this, [this] { emit wished(Wish::make(Wish::What::ShowPalette)); });
    connect(m_actions, &Actions::wished, this, &MainWindow::wished);
    connect(m_actions, &Actions::closeWished, this, &MainWindow::closeWished);
    connect(m_actions, &Actions::collapseWished, this, [this] { collapse(!m_navigation->isCollapsed()); });
    const auto onPage = [this](auto &&act) {
        if (Page *shown = page(m_page))
            act(*shown);
    };
    connect(m_actions, &Actions::refreshWished, this, [onPage] { onPage([](Page &shown) { shown.refresh(); }); });
    connect(m_actions, &Actions::newWished, this, [onPage] { onPage([](Page &shown) { shown.createNew(); }); });
    connect(m_actions, &Actions::filterWished, this, [onPage] {
        onPage([](Page &shown) {
            if (QWidget *field = shown.filterField())
                field->setFocus(Qt::ShortcutFocusReason);
        });
    });
    connect(m_actions, &Actions::helpWished, this, [this, onPage] {
        onPage([this](Page &shown) { emit wished(Wish::make(Wish::What::ShowHelp, shown.helpTopic())); });
    });
    connect(m_actions, &Actions::undoWished, this, [this] {
        // Only what the bar still offers as an undo; other actions are not taken back by Ctrl+Z.
        if (m_messages->isShowing() && m_messages->message().lastsMs == Message::UndoMs)
            m_messages->act();
    });
    connect(m_actions, &Actions::languageWished, this, [this](const QString &language) { m_preferences.set(preferences::Language, language); });
    connect(m_actions, &Actions::themeWished, this, [this](const QString &theme) { m_preferences.set(preferences::Theme, theme); });
}

void MainWindow::addPage(PageId page, MakePage make) { m_makers[page] = std::move(make); }

Page *MainWindow::page(PageId page) const
{
    const auto made = m_made.find(page);
    return made == m_made.end() ? nullptr : made->second;
}

void MainWindow::showPage(PageId page, const QString &id)
{
    Page *shown = this->page(page);
    if (!shown) {
        const auto maker = m_makers.find(page);
        if (maker == m_makers.end())
            return;
        shown = maker->second();
        m_made[page] = shown;
        m_pages->addWidget(shown);
        connect(shown, &Page::wished, this, &MainWindow::wished);
        connect(shown, &Page::said, this, &MainWindow::say);
    }
    m_page = page;
    m_pages->setCurrentWidget(shown);
    m_navigation->setCurrent(page);
    if (page != PageId::Welcome)
        m_preferences.set(preferences::LastPage, m_navigation->order().contains(page) ? pageWord(page) : QString());
    if (!id.isEmpty())
        shown->focusOn(id);
    if (!shown->isAncestorOf(focusWidget()) && focusWidget() != m_navigation)
        shown->setFocus(Qt::OtherFocusReason);
    retitle();
}

void MainWindow::say(const Message &message) { m_messages->show(message); }

void MainWindow::showAndRaise()
{
    restoreGeometryOnce();
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
}

void MainWindow::restoreGeometryOnce()
{
    if (m_geometryRestored)
        return;
    m_geometryRestored = true;
    resize(FirstSize);
    if (const QByteArray geometry = m_preferences.get(preferences::WindowGeometry); !geometry.isEmpty())
        restoreGeometry(geometry);
}

void MainWindow::collapse(bool collapsed)
{
    m_navigation->setCollapsed(collapsed);
    m_preferences.set(preferences::NavigationCollapsed, collapsed);
}

void MainWindow::showState()
{
    const GatewayState state = m_console.state();
    m_header->setState(state);
    const QList<GatewayKey> &keys = m_console.configuration().keys;
    m_actions->setState(state, std::any_of(keys.begin(), keys.end(), isDemoKey));
}

void MainWindow::retitle()
{
    const Page *shown = page(m_page);
    setWindowTitle(shown ? tr("%1 — Understudy").arg(shown->title()) : u"Understudy"_s);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    emit closeWished();
}

void MainWindow::showEvent(QShowEvent *event)
{
    restoreGeometryOnce();
    QWidget::showEvent(event);
    emit visibilityChanged(true);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_preferences.set(preferences::WindowGeometry, saveGeometry());
    if (!isVisible())
        emit visibilityChanged(false);
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        emit visibilityChanged(isVisible() && !isMinimized());
}

} // namespace understudy
