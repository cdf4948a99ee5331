// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Help.h"

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Width = 96;

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

/// One paragraph, broken at blanks, every line but the first indented.
QString wrapped(const QString &paragraph, qsizetype first, qsizetype indent)
{
    QString result;
    qsizetype column = first;
    const QStringList words = paragraph.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (column > indent && column + 1 + word.size() > Width) {
            result += u'\n' + QString(indent, u' ');
            column = indent;
        } else if (!result.isEmpty()) {
            result += u' ';
            ++column;
        }
        result += word;
        column += word.size();
    }
    return result;
}

QString row(const QString &name, const QString &help, qsizetype column)
{
    const QString left = u"  "_s + name;
    if (left.size() + 2 > column)
        return left + u'\n' + QString(column, u' ') + wrapped(help, column, column) + u'\n';
    return left.leftJustified(column) + wrapped(help, column, column) + u'\n';
}

QString optionRow(const OptionSpec &option)
{
    QString name = u"--"_s + text(option.name);
    if (option.value)
        name += u' ' + text(option.value);
    return row(name, text(option.help) + (option.repeatable ? u" (may be repeated)"_s : QString()), 28);
}

QString commandRows(const std::vector<CommandSpec> &commands, const QString &group)
{
    QString rows;
    for (const CommandSpec &command : commands) {
        const QString path = text(command.path);
        if (group.isEmpty() || path.startsWith(group + u' '))
            rows += row(path, text(command.summary), 20);
    }
    return rows;
}

} // namespace

QString generalHelp(const std::vector<CommandSpec> &commands)
{
    QString help = u"understudy-cli: a local gateway that keeps applications answering when a model provider fails\n\n"
                   "Usage: understudy-cli COMMAND [OPTIONS]\n\nCommands\n"_s;
    help += commandRows(commands, {});
    help += u"\nOptions of every command\n"_s;
    for (const OptionSpec &option : commonOptions())
        help += optionRow(option);
    help += u"\nFirst steps\n"
            "  understudy-cli serve --demo                    try a failover, with nothing configured\n"
            "  understudy-cli channel add sf --provider siliconflow   connect a provider (asks for the credential)\n"
            "  understudy-cli channel test sf                 see that it works, or why not\n"
            "  understudy-cli key create app --model sf/deepseek-ai/DeepSeek-R1 --model built-in/demo/DeepSeek-R1-Distill-Qwen-7B\n"
            "  understudy-cli serve                           point any OpenAI client at http://127.0.0.1:17177/v1\n"
            "  understudy-cli log                             what was called, and what stepped in\n"
            "\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 (serve) another process owns the data directory.\n"
            "“understudy-cli COMMAND --help” explains each command.\n"_s;
    return help;
}

QString groupHelp(const QString &group, const std::vector<CommandSpec> &commands)
{
    return u"Usage: understudy-cli %1 COMMAND [OPTIONS]\n\n"_s.arg(group) + commandRows(commands, group)
        + u"\n“understudy-cli %1 COMMAND --help” explains each.\n"_s.arg(group);
}

QString commandHelp(const CommandSpec &command)
{
    QString usage = u"Usage: understudy-cli "_s + text(command.path);
    for (const PositionalSpec &positional : command.positionals)
        usage += positional.required ? u' ' + text(positional.name) : u" ["_s + text(positional.name) + u']';
    QString help = usage + u" [OPTIONS]\n\n"_s + wrapped(text(command.summary), 0, 0) + u'\n';
    const QStringList paragraphs = text(command.details).split(u"\n\n"_s, Qt::SkipEmptyParts);
    for (const QString &paragraph : paragraphs)
        help += u'\n' + wrapped(QString(paragraph).replace(u'\n', u' '), 0, 0) + u'\n';
    if (!command.positionals.empty()) {
        help += u'\n';
        for (const PositionalSpec &positional : command.positionals)
            help += row(text(positional.name), text(positional.help), 28);
    }
    help += u"\nOptions\n"_s;
    for (const OptionSpec &option : command.options)
        help += optionRow(option);
    for (const OptionSpec &option : commonOptions())
        help += optionRow(option);
    if (!command.examples.empty()) {
        help += u"\nExamples\n"_s;
        for (const char *example : command.examples)
            help += u"  "_s + text(example) + u'\n';
    }
    return help;
}

} // namespace understudy::cli
