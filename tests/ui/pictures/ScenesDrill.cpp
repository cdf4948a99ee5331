// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/Scenes.h"

#include "pages/DrillPage.h"
#include "ui/DrillSamples.h"
#include "widgets/DrillChain.h"

#include <QComboBox>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize PageSize(804, 590);

QWidget *drill(Stage &stage)
{
    return new DrillPage(stage.console);
}

void play(QWidget *page, Stage &stage, DrillPreset preset, const QString &key, int requests)
{
    auto *drill = static_cast<DrillPage *>(page);
    drill->focusOn(key);
    page->findChild<QSpinBox *>(u"drill.requests"_s)->setValue(requests);
    page->findChild<DrillChain *>(u"drill.chain"_s)->setFaults(faultsOf(preset, int(page->findChild<DrillChain *>(u"drill.chain"_s)->places().size())));
    page->findChild<QPushButton *>(u"drill.run"_s)->click();
    const DrillReport report = drillReport(stage.console, drill->plan());
    if (stage.console.drillRun)
        playReport(*stage.console.drillRun, report);
}

const SceneAdder idle{{u"drill-idle"_s, PageSize, drill, [](QWidget *page, Stage &) { static_cast<DrillPage *>(page)->focusOn(u"key_tutorial"_s); }}};
const SceneAdder one{{u"drill-one"_s, PageSize, drill, [](QWidget *page, Stage &) { static_cast<DrillPage *>(page)->focusOn(u"key_shop"_s); }}};
const SceneAdder running{{u"drill-running"_s, PageSize, drill, [](QWidget *page, Stage &stage) {
    auto *drill = static_cast<DrillPage *>(page);
    drill->focusOn(u"key_tutorial"_s);
    page->findChild<QSpinBox *>(u"drill.requests"_s)->setValue(8);
    page->findChild<QPushButton *>(u"drill.run"_s)->click();
    DrillReport report = drillReport(stage.console, drill->plan());
    DrillRun &run = *stage.console.drillRun;
    const QList<AttemptRecord> &attempts = report.exchanges[1].record.attempts; // later ones find the primary tripped
    emit run.attemptBegan(1, attempts[0]);
    emit run.attemptEnded(1, attempts[0]);
    emit run.attemptBegan(1, attempts[1]);
    for (const int i : {0, 2, 3})
        playExchange(run, report.exchanges[i]);
}}};
const SceneAdder passed{{u"drill-passed"_s, PageSize, drill, [](QWidget *page, Stage &stage) { play(page, stage, DrillPreset::PrimaryDown, u"key_tutorial"_s, 5); }}};
const SceneAdder again{{u"drill-again"_s, QSize(1100, 860), drill, [](QWidget *page, Stage &stage) {
    play(page, stage, DrillPreset::EverythingDown, u"key_tutorial"_s, 5);
    play(page, stage, DrillPreset::PrimaryDown, u"key_tutorial"_s, 5);
}}};
const SceneAdder broken{{u"drill-broken"_s, PageSize, drill, [](QWidget *page, Stage &stage) { play(page, stage, DrillPreset::DiesMidStream, u"key_tutorial"_s, 1); }}};
const SceneAdder requests{{u"drill-requests"_s, PageSize, drill, [](QWidget *page, Stage &stage) {
    play(page, stage, DrillPreset::PrimaryDown, u"key_demo"_s, 12);
    page->findChild<QTabWidget *>(u"drill.tabs"_s)->setCurrentIndex(1);
}}};
const SceneAdder longChain{{u"drill-long"_s, PageSize, drill, [](QWidget *page, Stage &stage) {
    Configuration changed = stage.console.stored;
    QList<Candidate> &chain = changed.keys[0].chain;
    chain = {changed.keys[0].chain[0], changed.keys[1].chain[0], {u"office-1"_s, u"qwen2.5-72b-instruct"_s}, {u"deepseek-1"_s, u"deepseek-reasoner"_s}, changed.keys[0].chain[1]};
    stage.console.setConfiguration(changed);
    static_cast<DrillPage *>(page)->focusOn(u"key_tutorial"_s);
}}};
const SceneAdder noKeys{{u"drill-empty"_s, PageSize, drill, nullptr, FakeConsole::Start::Empty}};
const SceneAdder locked{{u"drill-locked"_s, PageSize, [](Stage &stage) {
    stage.console.gateway.vault.locked = true;
    return drill(stage);
}}};

/// The menu of a box by itself: a picture holds one window.
class MenuPicture final : public QWidget {
public:
    explicit MenuPicture(Stage &stage) : m_page(stage.console)
    {
        m_page.focusOn(u"key_tutorial"_s);
        m_page.resize(PageSize);
        m_page.show();
        m_menu = m_page.findChild<DrillChain *>(u"drill.chain"_s)->boxes().first()->makeMenu();
        m_menu->ensurePolished();
        m_menu->resize(m_menu->sizeHint());
        resize(m_menu->size());
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).drawPixmap(0, 0, m_menu->grab());
    }

    DrillPage m_page;
    QMenu *m_menu = nullptr;
};
const SceneAdder menu{{u"drill-menu"_s, QSize(), [](Stage &stage) -> QWidget * { return new MenuPicture(stage); }}};

} // namespace

} // namespace understudy::test
