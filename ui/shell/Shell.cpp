// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Shell.h"

#include "base/Clock.h"
#include "console/Console.h"
#include "preferences/Preferences.h"
#include "shell/Actions.h"
#include "shell/ClosePolicy.h"
#include "shell/MainWindow.h"
#include "shell/Navigation.h"
#include "shell/Notifier.h"
#include "shell/Tray.h"
#include "shell/Wiring.h"
#include "theme/Theme.h"
#include "translations/Translations.h"

#include <QGuiApplication>
#include <QSessionManager>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

const SystemClock systemClock;

} // namespace

Shell::Shell(Console &console, Preferences &preferences, TestMemory &tests, Theme &theme, Translations &translations, SystemHooks hooks)
    : m_console(console), m_preferences(preferences), m_theme(theme), m_translations(translations),
      m_window(std::make_unique<MainWindow>(console, preferences)), m_notifier(std::make_unique<Notifier>(console, preferences, systemClock)),
      m_tray(std::make_unique<Tray>(console, m_clipboard, *m_notifier)), m_close(std::make_unique<ClosePolicy>(console, preferences, m_window.get())),
      m_wiring(std::make_unique<Wiring>(WiringParts{console, preferences, tests, m_clipboard, *m_window, *m_tray, std::move(hooks)}))
{
    m_notifier->setOutput([this](const NoticeText &words, bool error) { m_tray->show(words, error); });
    follow();
}

Shell::~Shell() = default;

void Shell::follow()
{
    connect(m_window.get(), &MainWindow::wished, this, &Shell::fulfil);
    connect(m_window.get(), &MainWindow::closeWished, m_close.get(), &ClosePolicy::closeWindow);
    connect(m_window.get(), &MainWindow::visibilityChanged, this, &Shell::visibilityChanged);
    connect(m_close.get(), &ClosePolicy::hideWanted, m_window.get(), &QWidget::hide);
    connect(m_close.get(), &ClosePolicy::askingNeedsWindow, m_window.get(), &MainWindow::showAndRaise);
    connect(m_close.get(), &ClosePolicy::quitWanted, this, &Shell::quitWanted);
    connect(m_tray.get(), &Tray::openWanted, m_window.get(), &MainWindow::showAndRaise);
    connect(m_tray.get(), &Tray::availableChanged, m_close.get(), &ClosePolicy::setTrayAvailable);
    m_close->setTrayAvailable(m_tray->isAvailable());
    connect(m_tray.get(), &Tray::wished, this, [this](const Wish &wish) {
        if (wish.what != Wish::What::ToggleGateway && wish.what != Wish::What::CopyBaseUrl && wish.what != Wish::What::Quit)
            m_window->showAndRaise();
        fulfil(wish);
    });
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, [this](QSessionManager &) { m_close->setSessionEnding(true); });
    connect(&m_preferences, &Preferences::changed, this, [this](QLatin1StringView name) {
        if (name == preferences::Language.name)
            m_translations.choose(m_preferences.get(preferences::Language));
        else if (name == preferences::Theme.name)
            m_theme.choose(m_preferences.get(preferences::Theme));
    });
    // What is stored is known a moment after the start; until then nothing can be said about the first page.
    connect(&m_console, &Console::stateChanged, this, &Shell::whenOpened);
}

void Shell::fulfil(const Wish &wish)
{
    if (wish.what == Wish::What::Quit)
        m_close->quit();
    else
        m_wiring->fulfil(wish);
}

PageId Shell::firstPage() const
{
    const Configuration &configuration = m_console.configuration();
    if (configuration.keys.isEmpty() && configuration.channels.isEmpty() && m_console.state().phase != GatewayState::Phase::Broken)
        return PageId::Welcome;
    const QString wanted = m_preferences.get(preferences::StartPage);
    return pageFromWord(wanted == "last"_L1 ? m_preferences.get(preferences::LastPage) : wanted).value_or(PageId::Overview);
}

void Shell::whenOpened()
{
    if (m_pageChosen || m_console.state().phase == GatewayState::Phase::Opening)
        return;
    m_pageChosen = true;
    m_window->showPage(firstPage());
}

void Shell::open(std::optional<PageId> page, bool minimized)
{
    if (page) {
        m_pageChosen = true;
        m_window->showPage(*page);
    } else {
        whenOpened();
    }
    if (!minimized)
        m_window->showAndRaise();
    else if (!m_tray->isAvailable())
        m_window->showMinimized(); // hidden without a tray it could not be found again
}

} // namespace understudy
