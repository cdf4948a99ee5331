// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Arguments.h"

#include <algorithm>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestHarmlessWord = 32;

Error invalid(const QString &text) { return Error{ErrorKind::Invalid, text, {}}; }

QString text(const char *latin1) { return QString::fromUtf8(latin1); }

QString shown(const QString &word) { return looksLikeSecret(word) ? u"(not shown: it looks like a secret)"_s : u"“%1”"_s.arg(word); }

/// How many letters must change to get from one word to the other; small words only.
qsizetype distance(QStringView left, QStringView right)
{
    QList<qsizetype> row(right.size() + 1);
    for (qsizetype i = 0; i <= right.size(); ++i)
        row[i] = i;
    for (qsizetype i = 1; i <= left.size(); ++i) {
        qsizetype corner = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= right.size(); ++j) {
            const qsizetype above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, corner + (left[i - 1] == right[j - 1] ? 0 : 1)});
            corner = above;
        }
    }
    return row.last();
}

/// " Did you mean “x”?", or nothing.
QString suggestion(const QString &word, const QStringList &known, const QString &prefix = {})
{
    const auto best = std::min_element(known.begin(), known.end(),
                                       [&](const QString &a, const QString &b) { return distance(word, a) < distance(word, b); });
    if (best == known.end() || distance(word, *best) > 2)
        return {};
    return u" Did you mean “%1%2”?"_s.arg(prefix, *best);
}

const OptionSpec *findOption(const CommandSpec &command, const QString &name)
{
    for (const std::vector<OptionSpec> *list : {&command.options, &commonOptions()}) {
        for (const OptionSpec &option : *list) {
            if (text(option.name) == name)
                return &option;
        }
    }
    return nullptr;
}

QStringList optionNames(const CommandSpec &command)
{
    QStringList names;
    for (const std::vector<OptionSpec> *list : {&command.options, &commonOptions()}) {
        for (const OptionSpec &option : *list)
            names.append(text(option.name));
    }
    return names;
}

class Parser {
public:
    Parser(const QStringList &words, const std::vector<CommandSpec> &commands) : m_words(words), m_commands(commands) {}

    Result<Arguments> parse()
    {
        takeLeadingOptions();
        if (const Result<void> found = findCommand(); !found)
            return found.error();
        if (!m_result.command)
            return m_result;
        bool optionsOver = false;
        while (m_at < m_words.size()) {
            const QString word = m_words.at(m_at++);
            if (!optionsOver && word == "--"_L1) {
                optionsOver = true;
            } else if (!optionsOver && word.startsWith(u'-') && word != "-"_L1) {
                if (const Result<void> taken = takeOption(word); !taken)
                    return taken.error();
            } else {
                m_result.positionals.append(word);
            }
        }
        if (!m_result.help) {
            if (const Result<void> complete = checkPositionals(); !complete)
                return complete.error();
        }
        return m_result;
    }

private:
    /// Common options may stand before the command: they are read after it is known.
    void takeLeadingOptions()
    {
        QStringList leading;
        qsizetype at = 0;
        while (at < m_words.size() && m_words.at(at).startsWith("--"_L1) && m_words.at(at) != "--"_L1) {
            const QString word = m_words.at(at++);
            leading.append(word);
            const QString name = word.mid(2);
            for (const OptionSpec &option : commonOptions()) {
                if (text(option.name) == name && option.value && at < m_words.size())
                    leading.append(m_words.at(at++));
            }
        }
        m_words = m_words.mid(at) + leading;
    }

    Result<void> findCommand()
    {
        QStringList path;
        bool help = false;
        if (!m_words.isEmpty() && m_words.first() == "help"_L1) {
            help = true;
            m_words.removeFirst();
        }
        while (path.size() < 2 && m_at < m_words.size() && !m_words.at(m_at).startsWith(u'-'))
            path.append(m_words.at(m_at++));
        m_result.help = help;
        for (qsizetype length = path.size(); length > 0; --length) {
            const QString wanted = path.mid(0, length).join(u' ');
            for (const CommandSpec &command : m_commands) {
                if (text(command.path) == wanted) {
                    m_at -= path.size() - length;
                    m_result.command = &command;
                    return {};
                }
            }
        }
        return withoutCommand(path);
    }

    Result<void> withoutCommand(const QStringList &path)
    {
        const bool asksHelp = m_result.help || m_words.contains(u"--help"_s) || m_words.contains(u"-h"_s);
        if (path.isEmpty()) {
            m_result.version = m_words.contains(u"--version"_s);
            if (asksHelp || m_result.version) {
                m_result.help = !m_result.version;
                return {};
            }
            return invalid(u"Which command? “understudy-cli --help” lists them; “understudy-cli serve --demo” is a good first one."_s);
        }
        QStringList firstWords;
        QStringList inGroup;
        for (const CommandSpec &command : m_commands) {
            const QStringList parts = text(command.path).split(u' ');
            if (!firstWords.contains(parts.first()))
                firstWords.append(parts.first());
            if (parts.size() > 1 && parts.first() == path.first())
                inGroup.append(parts.at(1));
        }
        if (inGroup.isEmpty())
            return invalid(u"There is no command %1.%2 “understudy-cli --help” lists all."_s.arg(shown(path.first()), suggestion(path.first(), firstWords)));
        if (path.size() == 1) {
            if (asksHelp) {
                m_result.group = path.first();
                m_result.help = true;
                return {};
            }
            return invalid(u"“%1” needs one of: %2."_s.arg(path.first(), inGroup.join(u", "_s)));
        }
        return invalid(u"“%1” knows no %2; it has: %3.%4"_s.arg(path.first(), shown(path.at(1)), inGroup.join(u", "_s), suggestion(path.at(1), inGroup)));
    }

    Result<void> takeOption(const QString &word)
    {
        if (word == "-h"_L1) {
            m_result.help = true;
            return {};
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const QString command = text(m_result.command->path);
        const OptionSpec *option = word.startsWith("--"_L1) ? findOption(*m_result.command, name) : nullptr;
        if (!option) {
            static const QStringList secretNames{u"api-key"_s, u"apikey"_s, u"token"_s, u"password"_s, u"passphrase"_s, u"secret"_s, u"credential"_s};
            if (secretNames.contains(name))
                return invalid(u"“--%1” is not taken here: other users of this machine can read arguments. See “understudy-cli %2 --help” for how "
                               "secrets are given."_s.arg(name, command));
            return invalid(u"“%1” has no option %2.%3 “understudy-cli %1 --help” lists them."_s
                               .arg(command, shown(word.left(equals < 0 ? -1 : equals)), suggestion(name, optionNames(*m_result.command), u"--"_s)));
        }
        if (name == "help"_L1) {
            m_result.help = true;
            return {};
        }
        if (!option->value) {
            if (equals >= 0)
                return invalid(u"“--%1” is a switch and takes no value."_s.arg(name));
            m_result.options.insert(name, {QString()});
            return {};
        }
        QString value;
        if (equals >= 0)
            value = word.mid(equals + 1);
        else if (m_at < m_words.size() && (!m_words.at(m_at).startsWith("--"_L1)))
            value = m_words.at(m_at++);
        else
            return invalid(u"“--%1” needs a value: --%1 %2 (%3)."_s.arg(name, text(option->value), text(option->help)));
        QStringList &values = m_result.options[name];
        if (!values.isEmpty() && !option->repeatable)
            return invalid(u"“--%1” is given twice."_s.arg(name));
        values.append(value);
        return {};
    }

    Result<void> checkPositionals() const
    {
        const CommandSpec &command = *m_result.command;
        const QString path = text(command.path);
        const auto required = std::count_if(command.positionals.begin(), command.positionals.end(), [](const PositionalSpec &p) { return p.required; });
        if (m_result.positionals.size() < required) {
            const PositionalSpec &missing = command.positionals.at(size_t(m_result.positionals.size()));
            return invalid(u"“%1” needs %2: %3."_s.arg(path, text(missing.name), text(missing.help)));
        }
        if (m_result.positionals.size() > qsizetype(command.positionals.size()))
            return invalid(u"“%1” has no use for %2. “understudy-cli %1 --help” shows what it takes."_s
                               .arg(path, shown(m_result.positionals.at(qsizetype(command.positionals.size())))));
        return {};
    }

    QStringList m_words;
    const std::vector<CommandSpec> &m_commands;
    qsizetype m_at = 0;
    Arguments m_result;
};

} // namespace

const std::vector<OptionSpec> &commonOptions()
{
    static const std::vector<OptionSpec> options{
        {"data-dir", "FOLDER", "where database, master key and lock are; default: $UNDERSTUDY_DATA_DIR, else the user's data folder"},
        {"database", "URL", "postgresql://USER@HOST/NAME instead of the SQLite file in the data directory. No password in it: use PGPASSFILE, or "
                            "add ?passwordSource=env:NAME or ?passwordSource=file:PATH"},
        {"json", nullptr, "machine-readable output; errors too, on standard error"},
        {"help", nullptr, "this text"},
    };
    return options;
}

bool looksLikeSecret(QStringView word)
{
    if (word.contains("sk-"_L1))
        return true;
    if (word.size() < LongestHarmlessWord || word.contains(u'/') || word.contains(u' '))
        return false;
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

Result<Arguments> parseArguments(const QStringList &words, const std::vector<CommandSpec> &commands) { return Parser(words, commands).parse(); }

} // namespace understudy::cli
