// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/Scenes.h"

#include "dialogs/DemoSwitch.h"
#include "dialogs/ViewCodeDialog.h"
#include "pages/WelcomePage.h"
#include "widgets/Waterfall.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

QWidget *viewCode(Stage &stage, const QString &keyId)
{
    auto *demo = new DemoSwitch(stage.console, &stage.console);
    demo->setBroken(true);
    auto *dialog = new ViewCodeDialog(stage.console, stage.preferences, stage.clipboard, demo, keyId);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

void settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

void click(QWidget *window, const QString &name)
{
    if (auto *button = window->findChild<QPushButton *>(name))
        button->click();
    settle();
}

QWidget *waterfalls(Stage &stage)
{
    auto *window = new QWidget;
    auto *column = new QVBoxLayout(window);
    for (const int i : {0, 1, 2}) {
        auto *one = new Waterfall;
        one->showExchange(stage.console.exchangesNewestFirst[i]);
        column->addWidget(one);
    }
    ExchangeRecord fast = stage.console.exchangesNewestFirst.first();
    for (AttemptRecord &attempt : fast.attempts) {
        attempt.startedMs /= 15'000;
        attempt.endedMs /= 15'000;
    }
    auto *quick = new Waterfall;
    quick->showExchange(fast);
    column->addWidget(quick);
    column->addStretch();
    return window;
}

const SceneAdder all{{u"waterfall"_s, QSize(760, 560), waterfalls}};
const SceneAdder welcome{{u"welcome"_s, QSize(804, 590), [](Stage &stage) { return new WelcomePage(stage.preferences); }, nullptr, FakeConsole::Start::Empty}};
const SceneAdder code{{u"viewcode-curl"_s, QSize(860, 620), [](Stage &stage) { return viewCode(stage, u"key_tutorial"_s); }}};
const SceneAdder python{{u"viewcode-python"_s, QSize(860, 620), [](Stage &stage) { return viewCode(stage, u"key_tutorial"_s); },
                         [](QWidget *window, Stage &) { window->findChild<QTabBar *>(u"viewCode.tabs"_s)->setCurrentIndex(2); }}};
const SceneAdder use{{u"viewcode-use"_s, QSize(860, 620), [](Stage &stage) { return viewCode(stage, u"key_tutorial"_s); },
                      [](QWidget *window, Stage &) { window->findChild<QTabBar *>(u"viewCode.tabs"_s)->setCurrentIndex(5); }}};
const SceneAdder ran{{u"viewcode-ran"_s, QSize(860, 620), [](Stage &stage) { return viewCode(stage, u"key_demo"_s); },
                      [](QWidget *window, Stage &) { click(window, u"viewCode.run"_s); }}};
const SceneAdder roomy{{u"viewcode-roomy"_s, QSize(), [](Stage &stage) { return viewCode(stage, u"key_demo"_s); },
                        [](QWidget *window, Stage &stage) {
                            click(window, u"viewCode.run"_s);
                            ExchangeRecord received = stage.console.exchangesNewestFirst.first();
                            received.id = u"req_9999"_s;
                            received.keyId = u"key_demo"_s;
                            received.userAgent = u"curl/7.88.1"_s;
                            stage.console.record({received});
                        }}};

} // namespace

} // namespace understudy::test
