// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Run.h"

#include "cli/CommandTable.h"
#include "cli/Help.h"
#include "cli/Session.h"

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

int runCommand(const QStringList &words, const Output &output)
{
    const std::vector<CommandSpec> &commands = commandTable();
    const Result<Arguments> arguments = parseArguments(words, commands);
    if (!arguments) {
        output.error(arguments.error());
        return UsageError;
    }
    if (arguments->version) {
        output.line(u"understudy-cli " UNDERSTUDY_VERSION ""_s);
        return Done;
    }
    if (arguments->help || !arguments->command) {
        output.raw((arguments->command            ? commandHelp(*arguments->command)
                        : arguments->group.isEmpty() ? generalHelp(commands)
                                                     : groupHelp(arguments->group, commands))
                       .toUtf8());
        return Done;
    }
    Session session(*arguments, output);
    for (const QString &option : {u"data-dir"_s, u"database"_s}) {
        // An empty variable in a script must not silently mean the usual place.
        if (arguments->has(option) && arguments->value(option).isEmpty())
            return session.refuse(Error{ErrorKind::Invalid, u"is empty; leave it out for the usual place"_s, {}}, option);
    }
    if (arguments->has(u"database"_s)) {
        if (const Result<DatabaseLocation> location = DatabaseLocation::parse(arguments->value(u"database"_s)); !location)
            return session.refuse(Error{ErrorKind::Invalid, location.error().text, {}}, u"database"_s);
    }
    return arguments->command->run(session);
}

} // namespace

int run(const QStringList &words)
{
    const Output output(words.contains(u"--json"_s));
    const int code = runCommand(words, output);
    if (code != Done || output.lost().isEmpty())
        return code;
    output.error({ErrorKind::Unavailable, u"The result could not be written to standard output: %1."_s.arg(output.lost()), {}});
    return Failed;
}

} // namespace understudy::cli
