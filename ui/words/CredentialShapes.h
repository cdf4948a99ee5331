// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringList>

/// How the keys of some providers begin. Enough to notice a key that was taken from another provider's console; never a reason to
/// refuse one, as providers change their shapes without asking.
namespace understudy::words {

/// How keys of that provider begin, as far as known: "sk-or-"; empty when unknown.
QStringList credentialPrefixes(QStringView provider);

/// The providers whose keys alone begin like this one; empty when the beginning says nothing ("sk-" is everybody's).
QStringList providersOfCredential(QByteArrayView credential);

} // namespace understudy::words
