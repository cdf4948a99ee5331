// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/Scenes.h"

#include "pages/UsagePage.h"
#include "widgets/ChartCard.h"

#include <QScrollArea>
#include <QScrollBar>

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize PageSize(804, 590);

QWidget *usage(Stage &stage) { return new UsagePage(stage.console); }

const SceneAdder usageScene{{u"usage"_s, PageSize, usage}};
const SceneAdder usageBelow{{u"usage-below"_s, PageSize, usage, [](QWidget *page, Stage &) {
    auto *scroll = page->findChild<QScrollArea *>(u"usage.scroll"_s);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
}}};
const SceneAdder usageTable{{u"usage-table"_s, QSize(1100, 900), usage, [](QWidget *page, Stage &) { page->findChild<ChartCard *>()->showTable(true); }}};
const SceneAdder usageEmpty{{u"usage-empty"_s, PageSize, usage, nullptr, FakeConsole::Start::Empty}};
const SceneAdder usageError{{u"usage-error"_s, PageSize, [](Stage &stage) -> QWidget * {
    stage.console.nextError = Error{ErrorKind::Unavailable, u"The database does not answer. Start PostgreSQL, or look into Settings for its address."_s, u"db.example.test"_s};
    return new UsagePage(stage.console);
}}};

} // namespace

} // namespace understudy::test
