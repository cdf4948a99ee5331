// SPDX-License-Identifier: GPL-3.0-or-later
// What the console costs. `console_figures FOLDER_OF_BENCH [PAGE]` prints the GUI thread's longest block while 200 streams run through the
// gateway, and what the process does in 10 s of rest. PAGE (overview, log …): with the whole window, else the engine alone.
// With --check as the last argument it is a test: only the streams, and the GUI thread must not block for 50 ms in the best of three rounds
// (the machine may be busy with something else in one of them).
#include "ConsoleBench.h"
#include "preferences/Preferences.h"
#include "preferences/TestMemory.h"
#include "shell/MainWindow.h"
#include "shell/Navigation.h"
#include "shell/Shell.h"
#include "theme/Theme.h"
#include "translations/Translations.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

#include <cstdio>
#include <sys/resource.h>

using namespace understudy;
using namespace understudy::test;

namespace {

struct Spent {
    double cpu = 0;
    long switches = 0;
    static Spent now()
    {
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
        return {seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_nvcsw + usage.ru_nivcsw};
    }
};

double residentMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return double(line.mid(6).trimmed().split(' ').first().toLongLong()) / 1024.0;
    }
    return 0;
}

void runFor(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

void rest(const char *what)
{
    runFor(1500);
    const Spent before = Spent::now();
    runFor(10'000);
    const Spent after = Spent::now();
    std::printf("%-36s CPU %.2f %%, %ld context switches in 10 s, RSS %.1f MB\n", what, (after.cpu - before.cpu) * 10, after.switches - before.switches,
                residentMegabytes());
    std::fflush(stdout);
}

constexpr qint64 LongestBlockUs = 50'000;

/// 200 streams of 50 pieces a second; `longest`: the longest time that the GUI thread's loop did not turn, in microseconds.
void streamThrough(const QString &bench, quint16 port, bool quick, qint64 &longest)
{
    QProcess load;
    load.setProcessChannelMode(quick ? QProcess::MergedChannels : QProcess::ForwardedChannels);
    load.start(bench + u"/bench-load"_s, {u"--port"_s, QString::number(port), u"--model"_s, u"stream-100-20ms"_s, u"--connections"_s, u"200"_s, u"--header"_s,
                                          u"Authorization: Bearer "_s + QString::fromLatin1(ConsoleBench::secret), u"--warm-up"_s, quick ? u"500"_s : u"3000"_s,
                                          u"--duration"_s, quick ? u"2500"_s : u"6000"_s, u"--ramp"_s, quick ? u"500"_s : u"2000"_s});
    QElapsedTimer sinceLast;
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
        longest = std::max(longest, sinceLast.nsecsElapsed() / 1000 - 5000);
        sinceLast.start();
    });
    sinceLast.start();
    beat.start(5);
    QEventLoop loop;
    QObject::connect(&load, &QProcess::finished, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const QString bench = QCoreApplication::arguments().value(1);
    QProcess provider;
    provider.start(bench + u"/bench-provider"_s, {});
    if (!provider.waitForReadyRead(5000))
        return 1;
    const QByteArray said = provider.readLine();
    const QString port = QString::fromLatin1(said.trimmed().split(' ').last());

    ConsoleBench console;
    if (!console.start())
        return 1;
    const Result<void> changed = console.change([&](Configuration &configuration) {
        configuration.providers.first().baseUrl = QUrl(u"http://127.0.0.1:%1/v1"_s.arg(port));
        configuration.providers.first().models.first().id = u"stream-100-20ms"_s;
        configuration.channels.first().models = {u"stream-100-20ms"_s};
        configuration.keys.first().chain = {{u"lab"_s, u"stream-100-20ms"_s}};
    });
    if (!changed) {
        std::printf("%s\n", qPrintable(changed.error().toString()));
        return 1;
    }
    Preferences preferences(console.path() + u"/console.ini"_s);
    preferences.set(preferences::WelcomeSeen, true);
    TestMemory memory(console.path() + u"/console.ini"_s);
    Translations translations;
    translations.choose(u"zh_CN"_s);
    Theme theme;
    std::unique_ptr<Shell> shell;
    if (const QString page = QCoreApplication::arguments().value(2); !page.isEmpty()) {
        shell = std::make_unique<Shell>(*console.console, preferences, memory, theme, translations, SystemHooks{});
        QObject::connect(shell.get(), &Shell::visibilityChanged, console.console.get(), &GatewayConsole::setVisible);
        shell->open(pageFromWord(page), false);
        shell->window().hide();
    }
    if (QCoreApplication::arguments().last() != "--check"_L1)
        rest("at rest, hidden");
    if (shell)
        shell->window().show();
    else
        console.console->setVisible(true);
    if (QCoreApplication::arguments().last() != "--check"_L1)
        rest("at rest, visible");

    int signalsSeen = 0;
    qint64 told = 0;
    QObject::connect(console.console.get(), &Console::recorded, &app, [&](const QList<ExchangeRecord> &exchanges) {
        ++signalsSeen;
        told += exchanges.size();
    });
    const bool check = QCoreApplication::arguments().last() == "--check"_L1;
    qint64 longest = 0;
    QElapsedTimer took;
    Spent before;
    for (int round = 0; round < (check ? 3 : 1); ++round) {
        longest = 0;
        before = Spent::now();
        took.start();
        streamThrough(bench, console.port(), check, longest);
        if (check && longest > 0 && longest <= LongestBlockUs)
            break;
    }
    std::printf("200 streams: GUI thread's longest block %.1f ms; CPU of the process %.0f %%; %lld exchanges told in %d signals in %.1f s; RSS %.1f MB\n",
                double(longest) / 1000, (Spent::now().cpu - before.cpu) * 100'000 / double(took.elapsed()), static_cast<long long>(told), signalsSeen,
                double(took.elapsed()) / 1000, residentMegabytes());
    if (check) {
        provider.kill();
        provider.waitForFinished();
        return told > 0 && longest <= LongestBlockUs ? 0 : 1;
    }
    rest("at rest again, visible");
    if (shell) {
        shell->window().hide();
        rest("at rest again, hidden");
    }
    provider.terminate();
    provider.waitForFinished();
    return 0;
}
