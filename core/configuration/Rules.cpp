// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/Rules.h"

#include "configuration/KeySecret.h"

#include <QRegularExpression>

#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString &text) { return Error{ErrorKind::Invalid, text, {}}; }

bool printable(QStringView text)
{
    const QList<uint> characters = text.toUcs4();
    return std::all_of(characters.cbegin(), characters.cend(), [](uint c) { return c == ' ' || (QChar::isPrint(c) && c != 0xfffd); })
        && text.isValidUtf16();
}

Result<void> checkText(QStringView text, qsizetype shortest, qsizetype longest)
{
    const qsizetype length = text.toUcs4().size();
    if (length < shortest || length > longest)
        return invalid(shortest == 0 ? u"must have at most %1 characters"_s.arg(longest)
                                     : u"must have %1 to %2 characters"_s.arg(shortest).arg(longest));
    if (!printable(text))
        return invalid(u"must not contain control characters or broken Unicode"_s);
    if (shortest > 0 && (text.front().isSpace() || text.back().isSpace()))
        return invalid(u"must not begin or end with a blank"_s);
    return {};
}

bool visibleAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool isHan(uint c)
{
    return QChar::script(c) == QChar::Script_Han;
}

} // namespace

Result<void> checkKeyName(QStringView name)
{
    const QList<uint> characters = name.toUcs4();
    const auto allowed = [](uint c) {
        return (c < 0x80 && (QChar::isLetterOrNumber(c) || c == '_' || c == '-')) || isHan(c);
    };
    if (characters.isEmpty() || characters.size() > LongestName || !std::all_of(characters.cbegin(), characters.cend(), allowed))
        return invalid(u"must be 1 to %1 letters, digits, Chinese characters, _ or -"_s.arg(LongestName));
    return {};
}

Result<void> checkChannelName(QStringView name) { return checkText(name, 1, LongestName); }
Result<void> checkProviderName(QStringView name) { return checkText(name, 1, 64); }
Result<void> checkDescription(QStringView text) { return checkText(text, 0, LongestDescription); }
Result<void> checkModelId(QStringView id) { return checkText(id, 1, LongestModelId); }

Result<void> checkId(QStringView id)
{
    static const QRegularExpression pattern(u"\\A[a-z0-9][a-z0-9-]{0,31}\\z"_s);
    if (!pattern.match(id.toString()).hasMatch())
        return invalid(u"must be 1 to 32 small letters, digits or -, and not begin with -"_s);
    return {};
}

Result<void> checkBaseUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return invalid(u"must be an address such as https://api.example.com/v1"_s);
    if (!url.userInfo().isEmpty())
        return invalid(u"must not contain a user or password; give them as credential of the channel"_s);
    if (url.hasQuery() || url.hasFragment())
        return invalid(u"must not have a query or fragment"_s);
    if (url.path().endsWith(u'/'))
        return invalid(u"must not end with a slash"_s);
    if (url.toEncoded().size() > 2048)
        return invalid(u"is longer than 2048 characters"_s);
    return {};
}

Result<void> checkEnvironmentName(QStringView name)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z_][A-Za-z0-9_]{0,127}\\z"_s);
    if (!pattern.match(name.toString()).hasMatch())
        return invalid(u"must name an environment variable of letters, digits and _ after env:"_s);
    return {};
}

Result<void> checkKeySecret(const Secret &secret)
{
    const QByteArray &bytes = secret.reveal();
    if (bytes.size() < ShortestSecret || bytes.size() > LongestSecret)
        return invalid(u"must have at least %1 and at most %2 characters"_s.arg(ShortestSecret).arg(LongestSecret));
    if (!visibleAscii(bytes))
        return invalid(u"must consist of letters, digits and signs without blanks (it travels in a header)"_s);
    return {};
}

Result<void> checkCredential(const Credential &credential)
{
    if (!credential.environment.isEmpty()) {
        if (!credential.literal.isEmpty())
            return invalid(u"must be either a text or a variable, not both"_s);
        return checkEnvironmentName(credential.environment);
    }
    const QByteArray &bytes = credential.literal.reveal();
    if (bytes.startsWith(KeySecretPrefix))
        return invalid(u"this is a gateway key of this program, not a provider key"_s);
    if (bytes.startsWith("Bearer "))
        return invalid(u"must be the key alone, without \"Bearer \" before it"_s);
    if (bytes.startsWith("env:"))
        return invalid(u"must not begin with env:, which names a variable"_s);
    if (bytes.size() > LongestSecret)
        return invalid(u"must have at most %1 characters"_s.arg(LongestSecret));
    if (!visibleAscii(bytes))
        return invalid(u"must consist of letters, digits and signs without blanks (it travels in a header)"_s);
    return {};
}

Result<void> checkProxy(const ProxyChoice &proxy)
{
    if (proxy.kind != ProxyChoice::Kind::Url) {
        if (!proxy.url.isEmpty())
            return invalid(u"must not have an address unless it is one"_s);
        return {};
    }
    const bool scheme = proxy.url.scheme() == "http"_L1 || proxy.url.scheme() == "socks5"_L1;
    const bool bare = (proxy.url.path().isEmpty() || proxy.url.path() == "/"_L1) && !proxy.url.hasQuery() && !proxy.url.hasFragment();
    if (!proxy.url.isValid() || !scheme || proxy.url.host().isEmpty() || !bare)
        return invalid(u"must be \"system\", \"none\" or an address such as http://proxy.example.com:3128 or socks5://127.0.0.1:1080"_s);
    return {};
}

Result<void> checkHeader(const HttpHeader &header)
{
    // Framing belongs to the transport and the credential to its own member: twice is once too often.
    static constexpr std::array reserved{"host",       "content-length", "transfer-encoding", "connection",   "keep-alive",
                                         "upgrade",    "te",             "trailer",           "expect",       "authorization",
                                         "content-type", "accept",       "accept-encoding",   "proxy-authorization", "proxy-connection"};
    static const QRegularExpression token(u"\\A[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}\\z"_s);
    if (!token.match(QString::fromLatin1(header.name)).hasMatch())
        return invalid(u"is no valid header name"_s);
    for (const char *name : reserved) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return invalid(u"is set by the gateway itself"_s);
    }
    const bool plain = std::all_of(header.value.cbegin(), header.value.cend(), [](char c) { return c >= 0x20 && c < 0x7f; });
    if (header.value.size() > LongestSecret || !plain || header.value.trimmed() != header.value)
        return invalid(u"must be at most %1 printable ASCII characters without blanks at the ends"_s.arg(LongestSecret));
    return {};
}

Result<void> checkHost(QStringView host)
{
    static const QRegularExpression name(u"\\A[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?\\z"_s);
    const QString text = host.toString();
    if (name.match(text).hasMatch())
        return {};
    const QHostAddress literal(text.startsWith(u'[') && text.endsWith(u']') ? text.mid(1, text.size() - 2) : text);
    if (literal.protocol() == QAbstractSocket::IPv6Protocol)
        return {};
    return invalid(u"must be a host name or address without port, such as gateway.example.com"_s);
}

Result<void> checkOrigin(QStringView origin)
{
    const QUrl url(origin.toString(), QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty() || !url.path().isEmpty() || url.hasQuery() || url.hasFragment()
        || !url.userInfo().isEmpty())
        return invalid(u"must be an origin such as https://app.example.com, without a path"_s);
    return {};
}

Result<void> checkClientAddress(QStringView text)
{
    const QString address = text.toString();
    const qsizetype slash = address.indexOf(u'/');
    const QHostAddress literal(address.left(slash < 0 ? address.size() : slash));
    // QHostAddress also takes "127.1" and numbers; a list that protects must not be read in two ways.
    const bool canonical = literal.protocol() == QAbstractSocket::IPv6Protocol || literal.toString() == address.left(slash < 0 ? address.size() : slash);
    bool good = !literal.isNull() && canonical && literal.scopeId().isEmpty();
    if (good && slash >= 0) {
        const int bits = literal.protocol() == QAbstractSocket::IPv6Protocol ? 128 : 32;
        static const QRegularExpression number(u"\\A[0-9]{1,3}\\z"_s);
        const QString length = address.mid(slash + 1);
        good = number.match(length).hasMatch() && length.toInt() <= bits;
    }
    if (!good)
        return invalid(u"must be an address such as 192.168.1.20 or a network such as 192.168.1.0/24"_s);
    return {};
}

Result<ListenAddress> parseListenAddress(QStringView text)
{
    static const QRegularExpression pattern(u"\\A(?:\\[([0-9A-Fa-f:.%a-z]+)\\]|([0-9.]+|localhost)):([0-9]{1,5})\\z"_s);
    const QRegularExpressionMatch match = pattern.match(text.toString());
    ListenAddress listen;
    bool good = match.hasMatch() && match.captured(3).toInt() <= 65535;
    if (good) {
        const bool six = match.hasCaptured(1) && !match.captured(1).isEmpty();
        const QString host = six ? match.captured(1) : match.captured(2);
        listen.address = host == "localhost"_L1 ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
        listen.port = quint16(match.captured(3).toInt());
        good = listen.address.protocol() == (six ? QAbstractSocket::IPv6Protocol : QAbstractSocket::IPv4Protocol)
            && (six || host == "localhost"_L1 || listen.address.toString() == host);
    }
    if (!good)
        return invalid(u"must be ADDRESS:PORT, such as 127.0.0.1:17177 or [::1]:17177"_s);
    return listen;
}

} // namespace understudy
