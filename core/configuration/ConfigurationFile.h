// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "catalog/Catalogue.h"
#include "configuration/Sealing.h"
#include "domain/Configuration.h"

#include <functional>
#include <optional>

namespace understudy {

inline constexpr qsizetype LargestConfigurationFile = 16 * 1024 * 1024; ///< bytes

/// What reading a file depends on beside its text.
struct ReadOptions {
    Secret passphrase; ///< for sealed secrets; empty: a file with sealed secrets is refused with Denied
    Settings settings; ///< what members of `settings` that the file does not give are taken from
    /// The environment, for the `secret` of a key given as env:NAME, which is read once, here. (A channel's credential keeps the
    /// name and is read by Credential::resolve.)
    std::function<QByteArray(const QString &)> environment = [](const QString &name) { return qgetenv(name.toLocal8Bit().constData()); };
};

/// A configuration file (SEMANTICS §9) as a value, with defaults applied and everything valid. Unknown members, members that
/// stand twice, bad values and references that lead nowhere are refused: `where` is their path ("keys[0].policy.retries"), or
/// "line:column" for broken syntax. Errors: Invalid, Denied (passphrase). Never repeats a secret.
///
/// Beyond the paragraphs of §9 these are understood:
/// - providers: a catalogue's provider by `id` alone stays the catalogue's (it is not listed in the result); with other members it
///   is the user's version of it: given members replace the catalogue's, the list of models as a whole.
/// - `dialect`: a name ("openai", "azure", "local" …), or an object {id, auth, streamOptions, modelList, http2} whose absent members are
///   those of the dialect `id`.
/// - channels: `modelTypes` {model: type}; `name` defaults to the id; `proxy` is "system", "none", an address or sealed; `headers` is an
///   object whose values are texts, {"sealed"} or null (left out by an export; `merge` keeps the existing value).
/// - `suspendSeconds` may have decimals; `limits.maxTargetBytes` of the settings.
/// Keys have no id, and no secret where the file gives none: `importInto` fills both.
Result<Configuration> parseConfiguration(QByteArrayView text, const Catalogue &catalogue, const ReadOptions &options = {});

/// Reads a file and merges it into what exists (Merge.h): missing ids and secrets of keys are made, and the whole is valid
/// afterwards, or nothing is returned. References may lead to what exists already; `options.settings` is ignored: the existing
/// settings are kept where the file is silent. Importing the same file twice changes nothing the second time.
Result<Configuration> importInto(const Configuration &existing, QByteArrayView text, const Catalogue &catalogue, const ReadOptions &options = {});

/// Whether a passphrase will be needed; false for what is no configuration.
bool isSealedConfiguration(QByteArrayView text);

struct WriteOptions {
    std::optional<Secret> passphrase; ///< absent: secrets are left out; variables (env:NAME) are written in both cases
    SealingCost cost;
};

/// The canonical file: the order of SEMANTICS §9, two blanks of indentation, a newline at the end; optional members only where they
/// differ from their default. The same configuration gives the same bytes when nothing is sealed. Reading it gives the same
/// configuration but for key ids and, when not sealed, secrets (credentials, key secrets, header values, a proxy's user).
/// The configuration must be valid. Errors: those of Sealing::create.
Result<QByteArray> serializeConfiguration(const Configuration &configuration, const Catalogue &catalogue, const WriteOptions &options = {});

/// The places that sealed secrets are bound to.
namespace places {
QByteArray credential(const QString &channel);
QByteArray proxy(const QString &channel);
QByteArray header(const QString &channel, const QByteArray &name);
QByteArray keySecret(const QString &keyName);
}

} // namespace understudy
