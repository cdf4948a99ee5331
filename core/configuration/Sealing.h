// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/Secret.h"

namespace understudy {

/// Numbers of Argon2id: how much work one guess of the passphrase is. The defaults are libsodium's "moderate" (about 1 s).
struct SealingCost {
    quint64 operations = 3;
    quint64 memoryBytes = 256ULL * 1024 * 1024;
    bool operator==(const SealingCost &) const = default;
};

/// Seals single secrets of an exported file with a key made from a passphrase: Argon2id, then XChaCha20-Poly1305 with a random
/// nonce before each. The place of a secret ("channels/sf-1/credential") is bound to it, so that sealed values cannot be swapped.
/// Everything is base64 in the file.
class Sealing final {
public:
    static constexpr quint64 MostOperations = 20;                      ///< caps of what a foreign file may ask us to compute
    static constexpr quint64 MostMemoryBytes = 1024ULL * 1024 * 1024;

    /// For writing: a fresh salt. Denied when the passphrase is empty, Unavailable when there is not enough memory.
    static Result<Sealing> create(const Secret &passphrase, const SealingCost &cost);
    /// For reading. Invalid when the salt or numbers are out of range. A wrong passphrase shows only in `open`.
    static Result<Sealing> restore(const Secret &passphrase, const QByteArray &salt, const SealingCost &cost);

    const QByteArray &salt() const { return m_salt; }
    const SealingCost &cost() const { return m_cost; }

    QByteArray seal(const Secret &secret, QByteArrayView place) const;
    /// Denied: wrong passphrase, other place, or changed bytes; these cannot be told apart.
    Result<Secret> open(const QByteArray &sealed, QByteArrayView place) const;

private:
    Sealing() = default;
    QByteArray m_salt;
    SealingCost m_cost;
    Secret m_key;
};

} // namespace understudy
