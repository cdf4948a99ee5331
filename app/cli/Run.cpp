// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Run.h"

#include "cli/CommandTable.h"
#include "cli/Help.h"
#include "cli/Session.h"

namespace understudy::cli {

using namespace Qt::StringLiterals;

int run(const QStringList &words)
{
    const bool json = words.contains(u"--json"_s);
    const Output output(json);
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
    if (arguments->has(u"database"_s)) {
        if (const Result<DatabaseLocation> location = DatabaseLocation::parse(arguments->value(u"database"_s)); !location)
            return session.refuse(Error{ErrorKind::Invalid, location.error().text, {}}, u"database"_s);
    }
    return arguments->command->run(session);
}

} // namespace understudy::cli
