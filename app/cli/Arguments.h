// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace understudy::cli {

class Session;

/// Exit codes (SEMANTICS §9).
enum ExitCode { Done = 0, Failed = 1, UsageError = 2, OwnedByAnother = 3 };

/// One option of a command, as data: parsing and help come from the same row.
struct OptionSpec {
    const char *name;      ///< without the dashes
    const char *value;     ///< what help calls its value; nullptr: a switch
    const char *help;
    bool repeatable = false;
};

struct PositionalSpec {
    const char *name;
    const char *help;
    bool required = true;
};

struct CommandSpec {
    const char *path;    ///< "channel add"
    const char *summary; ///< one line for lists
    const char *details; ///< what a newcomer needs to know; paragraphs separated by empty lines
    std::vector<PositionalSpec> positionals;
    std::vector<OptionSpec> options;
    std::vector<const char *> examples; ///< whole command lines, without the program's name
    int (*run)(Session &session);
};

/// A command line, understood.
struct Arguments {
    const CommandSpec *command = nullptr; ///< nullptr: general help or the version was asked for
    QString group;                        ///< "channel" when help for a group of commands was asked for
    bool help = false;
    bool version = false;
    QStringList positionals;
    QHash<QString, QStringList> options; ///< by name; switches have one empty value

    bool has(const QString &name) const { return options.contains(name); }
    QString value(const QString &name, const QString &otherwise = {}) const
    {
        const auto found = options.constFind(name);
        return found == options.cend() ? otherwise : found->last();
    }
    QStringList values(const QString &name) const { return options.value(name); }
    QString positional(qsizetype index) const { return positionals.value(index); }
};

/// Options that every command takes.
const std::vector<OptionSpec> &commonOptions();

/// `words`: what was typed, without the program's name. Long options only, as "--name value" or "--name=value"; "--" ends them; a
/// lone "-" is a positional. Errors are Invalid and say what is there instead; they never repeat a word that may be a secret.
Result<Arguments> parseArguments(const QStringList &words, const std::vector<CommandSpec> &commands);

/// Whether a word looks like a credential or gateway key ("sk-…", a long random text): it must not be repeated on a screen.
bool looksLikeSecret(QStringView word);

} // namespace understudy::cli
