// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Autostart.h"
#include "console/GatewayConsole.h"
#include "console/Leaving.h"
#include "console/Options.h"
#include "console/SingleInstance.h"
#include "host/ProcessLimits.h"
#include "host/TerminationSignals.h"
#include "preferences/Preferences.h"
#include "preferences/TestMemory.h"
#include "shell/MainWindow.h"
#include "shell/Navigation.h"
#include "shell/Shell.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "translations/Translations.h"

#include <QApplication>
#include <QStandardPaths>

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

void obey(Shell &shell, const QJsonObject &wish)
{
    shell.open(pageFromWord(wish.value("page"_L1).toString()), wish.value("minimized"_L1).toBool());
}

SystemHooks systemHooks(const ConsoleOptions &options)
{
    const QString home = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    QStringList command{QCoreApplication::applicationFilePath(), u"--minimized"_s};
    if (!options.workspace.dataDirectory.isEmpty())
        command << u"--data-dir"_s << options.workspace.dataDirectory;
    if (!options.workspace.database.isEmpty())
        command << u"--database"_s << options.workspace.database;
    return {[home] { return startsAtLogin(home); }, [home, command](bool on) { return setStartsAtLogin(on, home, command); }};
}

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
    // Who starts the program again while this one finishes its requests shall get a window.
    const Leaving leaving(app, console, [&instance] { instance.reset(); });
    const TerminationSignals termination;
    QObject::connect(&termination, &TerminationSignals::received, &app, &QCoreApplication::quit);
    QObject::connect(&termination, &TerminationSignals::insisted, &app, &QCoreApplication::quit);
    if (preferences.get(preferences::StartGateway))
        console.startGateway();

    Shell shell(console, preferences, memory, theme, translations, systemHooks(options));
    QObject::connect(&shell, &Shell::visibilityChanged, &console, &GatewayConsole::setVisible);
    QObject::connect(&shell, &Shell::quitWanted, &app, &QCoreApplication::quit);
    if (instance)
        QObject::connect(instance.get(), &SingleInstance::wished, &shell, [&shell](const QJsonObject &wish) { obey(shell, wish); });
    obey(shell, options.wish());
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (const std::optional<int> code = answerWithoutDisplay(argc, argv))
        return *code;
    keepMemoryPrivate();
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
