// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/SecretInput.h"

#include "configuration/Rules.h"

#include <QFile>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString &text) { return Error{ErrorKind::Invalid, text, {}}; }

Secret firstLine(QByteArray text)
{
    const qsizetype end = text.indexOf('\n');
    return Secret((end < 0 ? text : text.left(end)).trimmed());
}

bool standardInputIsTerminal()
{
#ifdef Q_OS_UNIX
    return ::isatty(STDIN_FILENO) == 1;
#else
    return false;
#endif
}

} // namespace

#ifdef Q_OS_UNIX

Result<Secret> askSecret(const QString &question)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0)
        return Error{ErrorKind::Unavailable, u"There is no terminal to ask on. Give the secret on standard input or as env:NAME."_s, {}};
    termios before{};
    const bool known = ::tcgetattr(terminal, &before) == 0;
    if (known) {
        termios silent = before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(terminal, TCSAFLUSH, &silent);
    }
    const QByteArray prompt = question.toUtf8() + ": ";
    [[maybe_unused]] ssize_t ignored = ::write(terminal, prompt.constData(), size_t(prompt.size()));
    QByteArray text;
    char byte = 0;
    while (text.size() < LongestSecretLine && ::read(terminal, &byte, 1) == 1 && byte != '\n')
        text.append(byte);
    ignored = ::write(terminal, "\n", 1);
    if (known)
        ::tcsetattr(terminal, TCSAFLUSH, &before);
    ::close(terminal);
    return Secret(text.trimmed());
}

#else

Result<Secret> askSecret(const QString &)
{
    return Error{ErrorKind::Unavailable, u"This system has no terminal to ask on. Give the secret on standard input or as env:NAME."_s, {}};
}

#endif

std::optional<bool> askYes(const QString &question)
{
    QFile input;
    if (!standardInputIsTerminal() || !input.open(stdin, QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray prompt = question.toUtf8() + " (yes/no) ";
    std::fwrite(prompt.constData(), 1, size_t(prompt.size()), stderr);
    std::fflush(stderr);
    return input.readLine(LongestSecretLine).trimmed().compare("yes", Qt::CaseInsensitive) == 0;
}

Result<Secret> readSecretLine()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error{ErrorKind::Unavailable, u"Standard input cannot be read."_s, {}};
    return firstLine(input.readLine(LongestSecretLine));
}

Result<Credential> takeCredential(const QString &option, const QString &source, const QString &question)
{
    if (source.startsWith("env:"_L1)) {
        Credential credential;
        credential.environment = source.mid(4);
        if (const Result<void> named = checkEnvironmentName(credential.environment); !named)
            return invalid(u"--%1: the name after “env:” %2."_s.arg(option, named.error().text));
        return credential;
    }
    if (!source.isEmpty() && source != "-"_L1 && source != "prompt"_L1)
        return invalid(u"A secret never stands on the command line: other users of this machine could read it, and the shell remembers it. "
                       "(Take this one as known to others.) Use “--%1 env:NAME”, “--%1 -” with the secret on standard input, or “--%1 prompt” "
                       "to be asked."_s.arg(option));
    const bool ask = source == "prompt"_L1 || (source.isEmpty() && standardInputIsTerminal());
    const Result<Secret> secret = ask ? askSecret(question) : readSecretLine();
    if (!secret)
        return secret.error();
    if (secret->isEmpty())
        return invalid(u"No secret came. Give it on standard input (printf %s \"$KEY\" | understudy-cli …), as “--%1 env:NAME”, or at the prompt."_s
                           .replace("%1"_L1, option)); // not arg(): the text has a %s
    Credential credential;
    credential.literal = *secret;
    return credential;
}

Result<Secret> takePassphrase(const QString &source, bool twice)
{
    Secret passphrase;
    if (source.startsWith("env:"_L1)) {
        passphrase = Secret(qgetenv(source.mid(4).toLocal8Bit().constData()));
    } else if (source.startsWith("file:"_L1)) {
        QFile file(source.mid(5));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Unavailable, u"The passphrase file cannot be read: %1."_s.arg(file.errorString()), file.fileName()};
        passphrase = firstLine(file.readLine(LongestSecretLine));
    } else if (!source.isEmpty()) {
        return invalid(u"A passphrase never stands on the command line. Use env:NAME or file:PATH, or leave the option out to be asked."_s);
    } else {
        const Result<Secret> first = askSecret(u"Passphrase"_s);
        if (!first)
            return Error{first.error().kind, u"There is no terminal to ask for the passphrase on. Use --passphrase-from env:NAME or file:PATH."_s, {}};
        if (twice) {
            const Result<Secret> second = askSecret(u"Passphrase again"_s);
            if (!second)
                return second.error();
            if (!(*first == *second))
                return invalid(u"The two passphrases differ. Nothing was written."_s);
        }
        passphrase = *first;
    }
    if (passphrase.isEmpty())
        return invalid(u"The passphrase is empty. Set the variable or file that --passphrase-from names."_s);
    return passphrase;
}

} // namespace understudy::cli
