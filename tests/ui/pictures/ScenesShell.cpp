// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/Scenes.h"

#include "base/Clock.h"
#include "dialogs/AboutDialog.h"
#include "dialogs/CommandPalette.h"
#include "dialogs/HelpWindow.h"
#include "dialogs/ShortcutsDialog.h"
#include "shell/Actions.h"
#include "shell/ClosePolicy.h"
#include "shell/Notifier.h"
#include "shell/Tray.h"

#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QTest>
#include <QVBoxLayout>

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

/// A window as large as the smallest main window, with its actions.
struct Ground final : QWidget {
    Actions actions{this};
};

QWidget *palette(Stage &stage)
{
    auto *ground = new Ground;
    auto *palette = new CommandPalette(stage.preferences, ground);
    PaletteTargets targets{[](const Wish &) {}, [](const QString &) {}, {{u"gateway"_s, u"Gateway"_s}}};
    palette->setProperty("opens", true);
    QObject::connect(ground, &QObject::objectNameChanged, palette, [=, &stage](const QString &needle) {
        palette->open(paletteEntries(ground->actions.all()) + paletteEntries(stage.console.configuration(), stage.console.catalogue(), targets));
        palette->findChild<QLineEdit *>(u"palette.search"_s)->setText(needle.mid(1));
    });
    return ground;
}

auto typing(const QString &needle)
{
    return [needle](QWidget *widget, Stage &) { widget->setObjectName(u"!"_s + needle); };
}

QWidget *help(const QString &topic)
{
    auto *window = new HelpWindow;
    window->openTopic(topic);
    return window;
}

QWidget *shortcuts(Stage &)
{
    auto *actions = new Ground;
    auto *dialog = new ShortcutsDialog(actions->actions.all(), {}, nullptr);
    actions->setParent(dialog);
    actions->hide();
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

QWidget *about(Stage &)
{
    auto *dialog = new AboutDialog(nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

/// The menu as it would hang from the tray, its submenus beside it.
QWidget *tray(Stage &stage)
{
    static const SystemClock clock;
    auto *holder = new QWidget;
    auto *notifier = new Notifier(stage.console, stage.preferences, clock, holder);
    auto *tray = new Tray(stage.console, stage.clipboard, *notifier, [] { return false; }, holder);
    auto *row = new QHBoxLayout(holder);
    row->setAlignment(Qt::AlignTop);
    QList<QMenu *> menus{tray->menu()};
    menus += tray->menu()->findChildren<QMenu *>();
    for (QMenu *menu : std::as_const(menus)) {
        auto *copy = new QMenu(holder);
        copy->addActions(menu->actions());
        copy->setWindowFlags(Qt::Widget);
        copy->show();
        row->addWidget(copy, 0, Qt::AlignTop);
    }
    return holder;
}

QWidget *question(Stage &stage, bool closing, bool withTray)
{
    auto *window = new QWidget;
    auto *policy = new ClosePolicy(stage.console, stage.preferences, window, window);
    policy->setTrayAvailable(withTray);
    if (closing)
        policy->closeWindow();
    else
        policy->quit();
    auto *box = window->findChild<QMessageBox *>();
    auto *row = new QVBoxLayout(window);
    box->setWindowFlags(Qt::Widget);
    row->addWidget(box);
    box->show();
    return window;
}

const SceneAdder scenes[]{
    {{u"palette"_s, QSize(1024, 640), palette, typing({})}},
    {{u"palette-search"_s, QSize(1024, 640), palette, typing(u"ke"_s)}},
    {{u"palette-none"_s, QSize(1024, 640), palette, typing(u"xyzzy"_s)}},
    {{u"help-failover"_s, QSize(900, 640), [](Stage &) { return help(u"failover"_s); }}},
    {{u"help-keys"_s, QSize(900, 640), [](Stage &) { return help(u"keys"_s); }}},
    {{u"help-search"_s, QSize(720, 520), [](Stage &) { return help(u"code"_s); },
      [](QWidget *widget, Stage &) { widget->findChild<QLineEdit *>(u"help.search"_s)->setText(u"503"_s); }}},
    {{u"help-billing"_s, QSize(720, 520), [](Stage &) { return help(u"billing"_s); }}},
    {{u"help-code"_s, QSize(900, 640), [](Stage &) { return help(u"code"_s); }}},
    {{u"help-troubleshooting"_s, QSize(900, 900), [](Stage &) { return help(u"troubleshooting"_s); }}},
    {{u"shortcuts"_s, QSize(680, 560), shortcuts}},
    {{u"about"_s, {}, about}},
    {{u"tray"_s, QSize(900, 360), tray,
      [](QWidget *widget, Stage &) {
          const QList<QMenu *> menus = widget->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
          for (QMenu *menu : menus)
              menu->setFixedSize(menu->sizeHint()); // now that it has its style
      }}},
    {{u"close-tray"_s, {}, [](Stage &s) { return question(s, true, true); }}},
    {{u"quit-busy"_s, {}, [](Stage &s) { return question(s, false, true); }}},
};

} // namespace

} // namespace understudy::test
