// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Options.h"

#include <QCommandLineParser>

namespace understudy {

using namespace Qt::StringLiterals;

QJsonObject ConsoleOptions::wish() const { return {{u"do"_s, u"show-window"_s}, {u"page"_s, page}, {u"minimized"_s, minimized}}; }

ParsedOptions parseConsoleOptions(const QStringList &arguments)
{
    const QCommandLineOption directory(u"data-dir"_s, u"The folder that holds the installation (default: UNDERSTUDY_DATA_DIR, else %1)."_s
                                                          .arg(DataDirectory::defaultPath()), u"FOLDER"_s);
    const QCommandLineOption database(u"database"_s, u"A PostgreSQL database instead of the file in the folder: postgresql://USER@HOST/NAME."_s, u"URL"_s);
    const QCommandLineOption minimized(u"minimized"_s, u"Start in the tray, or minimised where there is none."_s);
    const QCommandLineOption page(u"page"_s, u"Show this page: overview, models, keys, usage, log, settings."_s, u"PAGE"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The desktop console of Understudy. “understudy-cli” is the same gateway without windows."_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({directory, database, minimized, page});

    if (!parser.parse(arguments))
        return {std::nullopt, parser.errorText() + u"\n“understudy --help” shows what there is.\n"_s, 2};
    if (parser.isSet(help))
        return {std::nullopt, parser.helpText().replace("<executable_name>"_L1, "understudy"_L1), 0}; // Qt's word without an application
    if (parser.isSet(version))
        return {std::nullopt, u"understudy " UNDERSTUDY_VERSION "\n"_s, 0};
    if (!parser.positionalArguments().isEmpty())
        return {std::nullopt, u"“%1” is no option.\n“understudy --help” shows what there is.\n"_s.arg(parser.positionalArguments().first()), 2};
    ConsoleOptions options;
    options.workspace = {parser.value(directory), parser.value(database)};
    options.minimized = parser.isSet(minimized);
    options.page = parser.value(page);
    return {options, {}, 0};
}

} // namespace understudy
