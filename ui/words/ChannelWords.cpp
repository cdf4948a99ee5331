// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ChannelWords.h"

#include "configuration/KeySecret.h"
#include "configuration/Rules.h"
#include "words/CredentialShapes.h"
#include "words/Quantities.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text) { return QCoreApplication::translate("understudy::words", text); }

FieldNote error(const QString &text) { return {FieldNote::Level::Error, text}; }
FieldNote warning(const QString &text) { return {FieldNote::Level::Warning, text}; }
FieldNote hint(const QString &text) { return {FieldNote::Level::Hint, text}; }

/// Why a short text of a person is refused; the check itself is the rule's.
FieldNote textNote(QStringView text, qsizetype longest, const Result<void> &checked)
{
    if (checked)
        return {};
    if (text.isEmpty())
        return error(say(QT_TRANSLATE_NOOP("understudy::words", "This is needed.")));
    if (text.toUcs4().size() > longest)
        return error(say(QT_TRANSLATE_NOOP("understudy::words", "Too long: at most %1 characters.")).arg(longest));
    if (text.front().isSpace() || text.back().isSpace())
        return error(say(QT_TRANSLATE_NOOP("understudy::words", "Must not begin or end with a blank.")));
    return error(say(QT_TRANSLATE_NOOP("understudy::words", "Contains a character that cannot be shown. Remove it.")));
}

bool isLocal(const QUrl &url) { return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback(); }

bool hasVersion(const QUrl &url)
{
    static const QRegularExpression segment(u"/(v\\d+[a-z0-9]*|api/v\\d+)(/|\\z)"_s);
    return segment.match(url.path()).hasMatch();
}

} // namespace

Credential typedCredential(QStringView text)
{
    QStringView rest = text.trimmed();
    if (rest.startsWith(u"Bearer "_s, Qt::CaseInsensitive))
        rest = rest.mid(7).trimmed();
    Credential credential;
    if (rest.startsWith(u"env:"))
        credential.environment = rest.mid(4).trimmed().toString();
    else
        credential.literal = Secret(rest.toUtf8());
    // "env:" alone names nothing, and must not pass for "no credential".
    if (credential.isEmpty() && !rest.isEmpty())
        credential.environment = u"?"_s;
    return credential;
}

QUrl typedBaseUrl(QStringView text)
{
    QString address = text.trimmed().toString();
    static const QRegularExpression call(
        u"/(chat/completions|completions|responses|embeddings|models|rerank|images/generations|audio/(speech|transcriptions|translations)|moderations)/*\\z"_s);
    address.remove(call);
    while (address.endsWith(u'/'))
        address.chop(1);
    return QUrl(address, QUrl::StrictMode);
}

FieldNote channelNameNote(QStringView name, const QStringList &taken)
{
    const FieldNote note = textNote(name, LongestName, checkChannelName(name));
    if (note.level == FieldNote::Level::None && taken.contains(name))
        return error(say(QT_TRANSLATE_NOOP("understudy::words", "Another channel of this provider has this name. Choose a different one.")));
    return note;
}

FieldNote providerNameNote(QStringView name) { return textNote(name, 64, checkProviderName(name)); }
FieldNote descriptionNote(QStringView text) { return textNote(text, LongestDescription, checkDescription(text)); }
FieldNote modelIdNote(QStringView id) { return textNote(id, LongestModelId, checkModelId(id)); }

FieldNote modelsNote(qsizetype chosen)
{
    return chosen > 0 ? FieldNote() : error(say(QT_TRANSLATE_NOOP("understudy::words", "Tick at least one model.")));
}

FieldNote credentialNote(const Credential &credential, const Provider &provider, const std::function<QString(const QString &)> &providerName)
{
    if (!credential.environment.isEmpty()) {
        if (!checkEnvironmentName(credential.environment))
            return error(say(QT_TRANSLATE_NOOP("understudy::words", "After env: stands the name of an environment variable, of letters, digits and _.")));
        if (!qEnvironmentVariableIsSet(credential.environment.toLocal8Bit().constData()))
            return warning(say(QT_TRANSLATE_NOOP("understudy::words", "%1 is not set here. It must be set where the gateway runs.")).arg(credential.environment));
        return hint(say(QT_TRANSLATE_NOOP("understudy::words", "Read from the environment when the gateway loads its configuration.")));
    }
    const QByteArray &bytes = credential.literal.reveal();
    if (bytes.isEmpty()) {
        if (provider.dialect.auth == AuthStyle::None)
            return hint(say(QT_TRANSLATE_NOOP("understudy::words", "This provider needs no key.")));
        return hint(say(QT_TRANSLATE_NOOP("understudy::words", "From the provider's console. It is kept encrypted on this computer.")));
    }
    if (bytes.startsWith(KeySecretPrefix))
        return error(say(QT_TRANSLATE_NOOP("understudy::words", "This is a gateway key of this program, not a provider key. Paste the key that the provider's console gave you.")));
    if (bytes.contains(' ') || bytes.contains('\t') || bytes.contains('\n'))
        return error(say(QT_TRANSLATE_NOOP("understudy::words", "There is a blank inside. Copy the key again, as a whole and without the text around it.")));
    if (!checkCredential(credential)) {
        if (bytes.size() > LongestSecret)
            return error(say(QT_TRANSLATE_NOOP("understudy::words", "Too long: at most %1 characters.")).arg(LongestSecret));
        return error(say(QT_TRANSLATE_NOOP("understudy::words", "Only letters, digits and signs can be sent to a provider. Copy the key again.")));
    }
    const QStringList owners = providersOfCredential(bytes);
    if (!owners.isEmpty() && !owners.contains(provider.id) && provider.origin == ProviderOrigin::Catalogue)
        return warning(say(QT_TRANSLATE_NOOP("understudy::words", "This looks like a key of %1, not of %2.")).arg(providerName(owners.first()), provider.name));
    const QStringList prefixes = credentialPrefixes(provider.id);
    const bool fits = prefixes.isEmpty() || std::any_of(prefixes.cbegin(), prefixes.cend(), [&bytes](const QString &prefix) { return bytes.startsWith(prefix.toLatin1()); });
    if (!fits)
        return warning(say(QT_TRANSLATE_NOOP("understudy::words", "Keys of %1 usually begin with %2. Test the channel before you rely on it.")).arg(provider.name, prefixes.last()));
    return {};
}

FieldNote baseUrlNote(const QUrl &url)
{
    if (url.isEmpty())
        return error(say(QT_TRANSLATE_NOOP("understudy::words", "This is needed: everything before /chat/completions, such as https://llm.example.com/v1.")));
    if (!checkBaseUrl(url)) {
        if (!url.userInfo().isEmpty())
            return error(say(QT_TRANSLATE_NOOP("understudy::words", "Must not hold a user or password. Give the key in its own field.")));
        if (url.hasQuery() || url.hasFragment())
            return error(say(QT_TRANSLATE_NOOP("understudy::words", "Must not have a part after ? or #. Remove it.")));
        return error(say(QT_TRANSLATE_NOOP("understudy::words", "Must be an address such as https://llm.example.com/v1.")));
    }
    if (url.scheme() == "http"_L1 && !isLocal(url))
        return warning(say(QT_TRANSLATE_NOOP("understudy::words", "Plain http to another computer: the key can be read on the way. Use https unless you trust this network.")));
    if (!hasVersion(url))
        return hint(say(QT_TRANSLATE_NOOP("understudy::words", "Most providers have a version at the end, such as /v1. The address is used as it is; test it.")));
    return {};
}

FieldNote proxyNote(const ProxyChoice &proxy)
{
    if (checkProxy(proxy))
        return {};
    return error(say(QT_TRANSLATE_NOOP("understudy::words", "Must be an address such as http://proxy.example.com:3128 or socks5://127.0.0.1:1080.")));
}

FieldNote headerNote(const HttpHeaders &headers, qsizetype index)
{
    const HttpHeader &header = headers[index];
    const QString name = QString::fromLatin1(header.name);
    for (qsizetype other = 0; other < index; ++other) {
        if (headers[other].name.compare(header.name, Qt::CaseInsensitive) == 0)
            return error(say(QT_TRANSLATE_NOOP("understudy::words", "The header %1 stands twice.")).arg(name));
    }
    if (header.name.isEmpty())
        return error(say(QT_TRANSLATE_NOOP("understudy::words", "A header needs a name.")));
    if (!checkHeader({header.name, "x"}))
        return error(say(QT_TRANSLATE_NOOP("understudy::words", "%1 cannot be an extra header: it is no valid name, or the gateway sets it itself.")).arg(name));
    if (!checkHeader(header))
        return error(say(QT_TRANSLATE_NOOP("understudy::words", "The value of %1 must be printable ASCII characters without blanks at the ends.")).arg(name));
    return {};
}

QString notSaved(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Denied:
        return say(QT_TRANSLATE_NOOP("understudy::words", "Not saved: the stored secrets are locked. Unlock them under Settings, Secrets; then save again."));
    case ErrorKind::Conflict:
    case ErrorKind::NotFound:
        return say(QT_TRANSLATE_NOOP("understudy::words", "Not saved: the configuration was changed elsewhere in the meantime. (%1)")).arg(error.toString());
    case ErrorKind::Unavailable:
        return say(QT_TRANSLATE_NOOP("understudy::words", "Not saved: the data cannot be written now. Try again in a moment. (%1)")).arg(error.toString());
    case ErrorKind::Invalid:
    case ErrorKind::Internal: break;
    }
    return say(QT_TRANSLATE_NOOP("understudy::words", "Not saved: %1")).arg(error.toString());
}

} // namespace understudy::words
