// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/GatewayConsole.h"
#include "console/Leaving.h"
#include "console/Options.h"
#include "console/SingleInstance.h"
#include "host/ProcessLimits.h"
#include "host/TerminationSignals.h"
#include "preferences/Preferences.h"
#include "preferences/TestMemory.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "translations/Translations.h"

#ifdef UNDERSTUDY_WINDOW
#include "shell/MainWindow.h"
#endif

#include <QApplication>
#include <QSystemTrayIcon>

#include <cstdio>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

int print(const ParsedOptions &parsed)
{
    std::fputs(parsed.text.toLocal8Bit().constData(), parsed.code == 0 ? stdout : stderr);
    return parsed.code;
}

/// What needs no display must not need one.
std::optional<int> answerWithoutDisplay(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    for (const QString &asked : {u"--help"_s, u"-h"_s, u"--version"_s, u"-v"_s}) {
        if (arguments.contains(asked))
            return print(parseConsoleOptions(arguments));
    }
    return std::nullopt;
}

#ifdef UNDERSTUDY_WINDOW
std::optional<PageId> pageFromWord(const QString &word)
{
    static const QHash<QString, PageId> pages{{u"overview"_s, PageId::Overview}, {u"models"_s, PageId::Models}, {u"keys"_s, PageId::Keys},
                                              {u"usage"_s, PageId::Usage},       {u"log"_s, PageId::Log},       {u"settings"_s, PageId::Settings}};
    const auto found = pages.constFind(word);
    return found == pages.cend() ? std::nullopt : std::optional(*found);
}

void obey(MainWindow &window, const QJsonObject &wish)
{
    if (const std::optional<PageId> page = pageFromWord(wish.value("page"_L1).toString()))
        window.showPage(*page);
    if (!wish.value("minimized"_L1).toBool())
        window.showAndRaise();
}

void showFirst(MainWindow &window, const ConsoleOptions &options)
{
    obey(window, options.wish());
    if (options.minimized && !QSystemTrayIcon::isSystemTrayAvailable())
        window.showMinimized(); // hidden without a tray it could not be found again
}
#endif

/// Everything lives here, in the order of its dependence.
int run(QApplication &app, const ConsoleOptions &options)
{
    const QString path = options.workspace.dataDirectory.isEmpty() ? DataDirectory::defaultPath() : options.workspace.dataDirectory;
    std::unique_ptr<SingleInstance> instance;
    if (const Result<DataDirectory> directory = DataDirectory::open(path)) { // else the window says why not
        instance = std::make_unique<SingleInstance>(*directory);
        const Result<SingleInstance::Role> role = instance->claim(options.wish());
        if (!role)
            return print({std::nullopt, role.error().toString() + u'\n', 1});
        if (*role == SingleInstance::Role::Second)
            return 0;
    }
    Preferences preferences(path + "/console.ini"_L1);
    TestMemory memory(path + "/console.ini"_L1);
    Translations translations;
    translations.choose(preferences.get(preferences::Language));
    Theme theme(preferences.get(preferences::Theme));

    GatewayConsole console(options.workspace);
    const Leaving leaving(app, console);
    const TerminationSignals termination;
    QObject::connect(&termination, &TerminationSignals::received, &app, &QCoreApplication::quit);
    if (preferences.get(preferences::StartGateway))
        console.startGateway();

#ifdef UNDERSTUDY_WINDOW
    MainWindow window(console, preferences);
    QObject::connect(&window, &MainWindow::visibilityChanged, &console, &GatewayConsole::setVisible);
    if (instance)
        QObject::connect(instance.get(), &SingleInstance::wished, &window, [&window](const QJsonObject &wish) { obey(window, wish); });
    showFirst(window, options);
#endif
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (const std::optional<int> code = answerWithoutDisplay(argc, argv))
        return *code;
    raiseFileLimit();
    QCoreApplication::setApplicationName(u"understudy"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(UNDERSTUDY_VERSION));
    QGuiApplication::setDesktopFileName(u"understudy"_s);
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setWindowIcon(QIcon::fromTheme(u"understudy"_s, icons::program()));
    const ParsedOptions parsed = parseConsoleOptions(QCoreApplication::arguments());
    return parsed.options ? run(app, *parsed.options) : print(parsed);
}
