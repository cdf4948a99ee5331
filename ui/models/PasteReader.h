// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Channel.h"
#include "domain/Provider.h"

#include <QStringList>

namespace understudy {

/// What a pasted text says about a channel. Whatever was not recognised is empty.
struct Pasted {
    QUrl baseUrl;          ///< http(s), without the path of a single call, user, query and fragment
    Credential credential; ///< a literal, or a variable ("$NAME" and the like); placeholders such as "<your key>" are none
    QStringList models;
    QString provider; ///< id of a known one: by its address, by the name of a variable, or by how the key begins
    QString name;     ///< for a provider that is not known: its host, without "api."
    bool gatewayKey = false; ///< the key in it is one of this program's; it is not in `credential`

    bool isEmpty() const { return baseUrl.isEmpty() && credential.isEmpty() && models.isEmpty() && provider.isEmpty() && !gatewayKey; }
    bool operator==(const Pasted &) const = default;
};

/// Reads a curl command (POSIX shell, cmd or PowerShell), a block of NAME=value lines, a few lines of a program (base_url="…"), an
/// address, or a key alone. Never runs or expands anything; looks at no more than the first LargestPaste characters.
Pasted readPasted(QStringView text, const QList<Provider> &known);

inline constexpr qsizetype LargestPaste = 64 * 1024;

} // namespace understudy
