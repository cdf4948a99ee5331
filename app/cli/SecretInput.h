// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Channel.h"

namespace understudy::cli {

inline constexpr qsizetype LongestSecretLine = 65536;

/// Asks on the terminal without echo. Unavailable: there is no terminal.
Result<Secret> askSecret(const QString &question);

/// Whether the person at the terminal answers "yes". Nothing: standard input is no terminal.
std::optional<bool> askYes(const QString &question);

/// The first line of standard input.
Result<Secret> readSecretLine();

/// Where a credential comes from, as an option says it: "env:NAME" (the name is stored, not the value), "-" (first line of standard
/// input), "prompt"; empty: a prompt on a terminal, else standard input. Anything else may be the secret itself: it is
/// refused and not repeated. `option` is what the texts call it, without the dashes.
Result<Credential> takeCredential(const QString &option, const QString &source, const QString &question);

/// A passphrase: "env:NAME", "file:PATH" (first line), or empty: asked on the terminal, twice with `twice`.
Result<Secret> takePassphrase(const QString &source, bool twice);

} // namespace understudy::cli
