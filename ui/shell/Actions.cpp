// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Actions.h"

#include "shell/Navigation.h"
#include "theme/Icons.h"
#include "widgets/Language.h"

#include <QMenu>

namespace understudy {

using namespace Qt::StringLiterals;

Actions::Actions(QWidget *window) : QObject(window), m_window(window)
{
    using What = Wish::What;
    wish(QT_TR_NOOP("Command Palette…"), u"search"_s, QKeySequence(u"Ctrl+K"_s), u"action.palette"_s, Wish::make(What::ShowPalette));
    int number = 1;
    for (const PageId page : Navigation::order()) {
        QAction *action = wish("", Navigation::iconName(page), QKeySequence(u"Ctrl+%1"_s.arg(number++)), u"action.page."_s + pageWord(page), Wish::show(page));
        m_pages.append(action);
    }
    // The settings have the usual shortcut of settings as well.
    m_pages.last()->setShortcuts({m_pages.last()->shortcut(), QKeySequence(u"Ctrl+,"_s)});
    connect(add(QT_TR_NOOP("New on This Page…"), u"add"_s, QKeySequence(u"Ctrl+N"_s), u"action.new"_s), &QAction::triggered, this, &Actions::newWished);
    connect(add(QT_TR_NOOP("Filter"), u"filter"_s, QKeySequence(u"Ctrl+F"_s), u"action.filter"_s), &QAction::triggered, this, &Actions::filterWished);
    connect(add(QT_TR_NOOP("Refresh"), u"refresh"_s, QKeySequence(u"F5"_s), u"action.refresh"_s), &QAction::triggered, this, &Actions::refreshWished);
    connect(add(QT_TR_NOOP("Undo Last Deletion"), u"undo"_s, QKeySequence(u"Ctrl+Z"_s), u"action.undo"_s), &QAction::triggered, this, &Actions::undoWished);
    wish(QT_TR_NOOP("Copy Base URL"), u"copy"_s, QKeySequence(u"Ctrl+Shift+C"_s), u"action.copyUrl"_s, Wish::make(What::CopyBaseUrl));
    m_toggle = wish(QT_TR_NOOP("Start Gateway"), u"play"_s, QKeySequence(u"Ctrl+Shift+G"_s), u"action.toggle"_s, Wish::make(What::ToggleGateway));
    wish(QT_TR_NOOP("See a Failover"), u"play"_s, {}, u"action.demo"_s, Wish::make(What::SeeDemo));
    m_removeDemo = wish(QT_TR_NOOP("Remove the Demo"), u"delete"_s, {}, u"action.removeDemo"_s, Wish::make(What::RemoveDemo));
    wish(QT_TR_NOOP("Import…"), u"download"_s, {}, u"action.import"_s, Wish::make(What::Import));
    wish(QT_TR_NOOP("Export…"), u"upload"_s, {}, u"action.export"_s, Wish::make(What::Export));
    connect(add(QT_TR_NOOP("Collapse Navigation"), u"menu"_s, QKeySequence(u"F9"_s), u"action.collapse"_s), &QAction::triggered, this, &Actions::collapseWished);
    connect(add(QT_TR_NOOP("Help for This Page"), u"help"_s, QKeySequence(u"F1"_s), u"action.help"_s), &QAction::triggered, this, &Actions::helpWished);
    wish(QT_TR_NOOP("Keyboard Shortcuts"), u"command"_s, QKeySequence(u"Ctrl+?"_s), u"action.shortcuts"_s, Wish::make(What::ShowShortcuts));
    wish(QT_TR_NOOP("Rescue Report"), u"usage"_s, {}, u"action.rescueReport"_s, Wish::make(What::ShowRescueReport));
    wish(QT_TR_NOOP("About Understudy"), u"info"_s, {}, u"action.about"_s, Wish::make(What::ShowAbout));
    connect(add(QT_TR_NOOP("Close Window"), u"close"_s, QKeySequence(u"Ctrl+W"_s), u"action.close"_s), &QAction::triggered, this, &Actions::closeWished);
    wish(QT_TR_NOOP("Quit"), u"close"_s, QKeySequence(u"Ctrl+Q"_s), u"action.quit"_s, Wish::make(What::Quit));
    buildMenu(window);
    followLanguage(window, [this] { retranslate(); });
}

QAction *Actions::add(const char *text, const QString &iconName, const QKeySequence &shortcut, const QString &name)
{
    auto *action = new QAction(icons::icon(iconName), {}, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    m_texts[action] = text;
    m_order.append(action);
    m_window->addAction(action);
    return action;
}

QAction *Actions::wish(const char *text, const QString &iconName, const QKeySequence &shortcut, const QString &name, const Wish &wish)
{
    QAction *action = add(text, iconName, shortcut, name);
    connect(action, &QAction::triggered, this, [this, wish] { emit wished(wish); });
    return action;
}

QList<QAction *> Actions::all() const { return m_order; }

void Actions::buildMenu(QWidget *window)
{
    m_menu = new QMenu(window);
    m_go = new QMenu(m_menu);
    m_view = new QMenu(m_menu);
    m_go->addActions(m_pages);
    const auto choice = [this](const char *text, const QString &name, auto signal, const QString &value) {
        QAction *action = add(text, {}, {}, name);
        action->setIcon({});
        connect(action, &QAction::triggered, this, [this, signal, value] { emit (this->*signal)(value); });
        m_view->addAction(action);
    };
    choice(QT_TR_NOOP("Light Theme"), u"action.theme.light"_s, &Actions::themeWished, u"light"_s);
    choice(QT_TR_NOOP("Dark Theme"), u"action.theme.dark"_s, &Actions::themeWished, u"dark"_s);
    choice(QT_TR_NOOP("Theme of the System"), u"action.theme.system"_s, &Actions::themeWished, u"system"_s);
    m_view->addSeparator();
    choice("中文", u"action.language.zh"_s, &Actions::languageWished, u"zh_CN"_s);
    choice("English", u"action.language.en"_s, &Actions::languageWished, u"en"_s);
    // In the order of their making, with a line before each group.
    const QStringList groups{u"action.new"_s, u"action.copyUrl"_s, u"action.import"_s, u"action.help"_s, u"action.close"_s};
    for (QAction *action : std::as_const(m_order)) {
        if (groups.contains(action->objectName()))
            m_menu->addSeparator();
        if (action == m_pages.first())
            m_menu->addMenu(m_go);
        if (action->objectName() == "action.collapse"_L1)
            m_menu->addMenu(m_view);
        if (!m_pages.contains(action) && !m_view->actions().contains(action))
            m_menu->addAction(action);
    }
}

void Actions::retranslate()
{
    for (const auto &[action, text] : m_texts) {
        if (*text)
            action->setText(tr(text));
    }
    for (qsizetype i = 0; i < m_pages.size(); ++i)
        m_pages[i]->setText(Navigation::label(Navigation::order()[i]));
    m_go->setTitle(tr("Go To"));
    m_view->setTitle(tr("View"));
    m_toggle->setText(m_running ? tr("Stop Gateway") : tr("Start Gateway"));
}

void Actions::setState(const GatewayState &state, bool hasDemo)
{
    m_running = state.isRunning();
    m_toggle->setText(m_running ? tr("Stop Gateway") : tr("Start Gateway"));
    m_toggle->setIcon(icons::icon(m_running ? u"stop"_s : u"play"_s));
    m_toggle->setEnabled(!state.attached);
    m_removeDemo->setEnabled(hasDemo);
}

} // namespace understudy
