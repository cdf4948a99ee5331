// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "catalog/Catalogue.h"
#include "domain/Configuration.h"

#include <QHostAddress>

namespace understudy {

// What a configuration may hold: one rule, one function, used by files, the command line and dialogs alike. An error's text
// completes the sentence "<this field> …" and never repeats a secret; `where` is empty except in the functions that take a path.

/// Both ends belong to it.
struct Range {
    qint64 lowest;
    qint64 highest;
    bool contains(qint64 value) const { return value >= lowest && value <= highest; }
};

namespace ranges {
inline constexpr qint64 SafeInteger = 9007199254740991; ///< 2^53 − 1: larger ones do not survive other JSON programs
inline constexpr Range Retries{0, 3};
inline constexpr Range Duration{1, 30LL * 24 * 3600 * 1000}; ///< milliseconds
inline constexpr Range Drain{0, 3600 * 1000};                ///< milliseconds
inline constexpr Range CacheTtl{1, 30 * 24 * 3600};          ///< seconds
inline constexpr Range BreakerFailures{1, 100};
inline constexpr Range Count{0, 1'000'000'000}; ///< 0 = no limit
inline constexpr Range Tokens{0, SafeInteger};
inline constexpr Range Bytes{1, 1LL << 40};
inline constexpr Range HeaderBytes{256, 1LL << 30}; ///< less holds no request
inline constexpr Range TargetBytes{64, 1LL << 30};  ///< the longest path of the gateway and a little
inline constexpr Range Connections{1, 1'000'000};
inline constexpr double LargestSize = 1e6;  ///< billions of parameters
inline constexpr double LargestPrice = 1e9; ///< per million tokens
} // namespace ranges

inline constexpr qsizetype LongestName = 32;
inline constexpr qsizetype LongestDescription = 128;
inline constexpr qsizetype LongestModelId = 256;
inline constexpr qsizetype ShortestSecret = 20;
inline constexpr qsizetype LongestSecret = 4096;
inline constexpr qsizetype LongestChain = 64;
inline constexpr qsizetype MostHeaders = 32;

Result<void> checkKeyName(QStringView name);     ///< 1–32 letters, digits, Chinese characters, `_`, `-`
Result<void> checkChannelName(QStringView name); ///< 1–32 printable characters, no blanks at the ends
Result<void> checkProviderName(QStringView name);///< 1–64, likewise
Result<void> checkDescription(QStringView text); ///< at most 128 printable characters
Result<void> checkId(QStringView id);            ///< of a provider or channel: [a-z0-9][a-z0-9-]{0,31}
Result<void> checkModelId(QStringView id);       ///< 1–256 printable characters, no blanks at the ends
Result<void> checkBaseUrl(const QUrl &url);      ///< http(s) with a host; no query, fragment, user; no slash at the end
Result<void> checkEnvironmentName(QStringView name);

/// A gateway key: the program's own or the user's, 20–4096 visible ASCII characters (it travels in a header).
Result<void> checkKeySecret(const Secret &secret);
/// A provider's credential: visible ASCII, and no gateway key of this program.
Result<void> checkCredential(const Credential &credential);
Result<void> checkProxy(const ProxyChoice &proxy);
Result<void> checkHeader(const HttpHeader &header); ///< an extra header of a channel; framing and credentials are not its business
Result<void> checkHost(QStringView host);           ///< of allowedHosts: a name or literal address, without port
Result<void> checkOrigin(QStringView origin);       ///< of allowedOrigins: scheme://host[:port]
Result<void> checkClientAddress(QStringView text);  ///< a literal address or a network in CIDR form

struct ListenAddress {
    QHostAddress address;
    quint16 port = 0; ///< 0 = any free port
    bool operator==(const ListenAddress &) const = default;
};
/// "127.0.0.1:17177", "[::1]:17177", "localhost:17177" (127.0.0.1).
Result<ListenAddress> parseListenAddress(QStringView text);

// Whole parts. `path` is put before the member ("keys[0]" → "keys[0].policy.retries").
Result<void> checkSettings(const Settings &settings, const QString &path);
Result<void> checkProvider(const Provider &provider, const QString &path);
Result<void> checkChannel(const Channel &channel, const QString &path); ///< without looking at its provider
Result<void> checkPolicy(const Policy &policy, const QString &path);
Result<void> checkKey(const GatewayKey &key, const QString &path); ///< without looking at its channels

/// Everything: each part by itself, names and ids unique, references lead somewhere. `where` is a path as in the file
/// ("channels[1].models[0]").
Result<void> validate(const Configuration &configuration, const Catalogue &catalogue);

/// As `validate`, for parts that will be seen through `whole`: paths count in `part`, references are looked up in `whole`. For
/// an import that was merged into what existed.
Result<void> validatePart(const Configuration &part, const Configuration &whole, const Catalogue &catalogue);

/// What is allowed but probably not meant; texts for a person, in order: a key with one model, all models behind one channel,
/// a channel without credential, limits of bodies that contradict each other, a plain http address that is not local, models of a key without a backup of their type.
QStringList advice(const Configuration &configuration, const Catalogue &catalogue);

} // namespace understudy
