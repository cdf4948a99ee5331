// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages cost over a large ledger. `page_figures [ROWS]` (a million) fills a database, opens the window on it, and prints for 用量统计
// over 30 days and 请求日志 how long it takes from the click to the content, how long the painting of it takes, and the longest time that the
// GUI thread's loop stood still on the way.
#include "ConsoleBench.h"
#include "models/UsagePeriod.h"
#include "preferences/Preferences.h"
#include "preferences/TestMemory.h"
#include "shell/MainWindow.h"
#include "shell/Shell.h"
#include "storage/LedgerWriter.h"
#include "support/ManyExchanges.h"
#include "theme/Theme.h"
#include "translations/Translations.h"
#include "widgets/FiguresChart.h"
#include "widgets/ListStates.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QTableView>
#include <QTimer>

#include <cstdio>

using namespace understudy;
using namespace understudy::test;
using namespace std::chrono_literals;

namespace {

bool fill(const Database &database, int rows)
{
    LedgerWriter writer(database, {});
    const auto end = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
    const Milliseconds apart(Milliseconds(24h * 30).count() / rows);
    for (int i = 0; i < rows; ++i) {
        while (writer.health().queued > 100'000) {
            if (!writer.flush(60s))
                return false;
        }
        writer.record(oneOfMany(i, WallTime(end.time_since_epoch()) - apart * (rows - i)));
    }
    return writer.flush(60s) && writer.health().dropped == 0;
}

/// `begin` asks for the content of the page, `isThere` tells when it is shown.
void measure(const char *what, QWidget *page, const std::function<void()> &begin, const std::function<bool()> &isThere)
{
    qint64 longestUs = 0;
    QElapsedTimer sinceLast, timer;
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, page, [&] {
        longestUs = std::max(longestUs, sinceLast.nsecsElapsed() / 1000 - 1000);
        sinceLast.start();
    });
    sinceLast.start();
    beat.start(1);
    timer.start();
    begin();
    QEventLoop loop;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &loop, [&] {
        if (isThere())
            loop.quit();
    });
    watch.start(0);
    loop.exec();
    const qint64 shown = timer.nsecsElapsed() / 1000;
    timer.start();
    (void)page->grab();
    const qint64 painted = timer.nsecsElapsed() / 1000;
    QTimer::singleShot(200, &loop, &QEventLoop::quit); // what is laid out afterwards counts as well
    loop.exec();
    std::printf("%-44s content after %6.1f ms, painted in %5.1f ms, longest block of the GUI thread %5.1f ms\n", what, double(shown) / 1000, double(painted) / 1000,
                double(longestUs) / 1000);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const int rows = argc > 1 ? std::max(1000, atoi(argv[1])) : 1'000'000;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"data"_s);
    {
        ConsoleBench before(path);
        if (!before.start())
            return 1;
    }
    {
        const auto database = Database::open(DatabaseLocation::sqlite(path + u"/understudy.db"_s));
        QElapsedTimer took;
        took.start();
        if (!database || !fill(*database, rows)) {
            std::printf("the ledger could not be filled\n");
            return 1;
        }
        std::printf("%d exchanges, written in %lld s\n", rows, took.elapsed() / 1000);
    }
    ConsoleBench console(path);
    if (!console.start())
        return 1;
    Preferences preferences(console.path() + u"/console.ini"_s);
    preferences.set(preferences::WelcomeSeen, true);
    TestMemory memory(console.path() + u"/console.ini"_s);
    Translations translations;
    translations.choose(u"zh_CN"_s);
    Theme theme;
    Shell shell(*console.console, preferences, memory, theme, translations, SystemHooks{});
    QObject::connect(&shell, &Shell::visibilityChanged, console.console.get(), &GatewayConsole::setVisible);
    shell.open(PageId::Models, false);
    shell.window().show();
    MainWindow &window = shell.window();
    for (int round = 0; round < 2; ++round) {
        window.showPage(PageId::Usage);
        QWidget *usage = window.page(PageId::Usage);
        auto *range = usage->findChild<QComboBox *>(u"usage.range"_s);
        const auto *chart = usage->findChild<FiguresChart *>(u"usage.tokensChart"_s);
        const auto days = [chart](int count) { return [chart, count] { return chart->figures().categories.size() == count; }; };
        measure("usage, 7 days", usage, [range] { range->setCurrentIndex(int(UsagePeriod::SevenDays)); }, days(7));
        measure("usage, 30 days", usage, [range] { range->setCurrentIndex(int(UsagePeriod::ThirtyDays)); }, days(30));
        window.showPage(PageId::Log);
        QWidget *log = window.page(PageId::Log);
        measure("request log", log, [] {}, [log] {
            const QAbstractItemModel *rows = log->findChild<QTableView *>(u"log.table"_s)->model();
            return rows && rows->rowCount() > 0 && log->findChild<ListStates *>()->state() == ListStates::State::Content;
        });
        window.showPage(PageId::Models);
    }
    return 0;
}
