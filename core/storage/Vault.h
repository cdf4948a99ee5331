// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/LockedBytes.h"
#include "base/Result.h"
#include "base/Secret.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace understudy {

/// Where a secret lives. It is bound into the encryption: a ciphertext moved to another place does not open.
struct SecretPlace {
    QString owner; ///< table: "channels", "gateway_keys"
    QString row; ///< id of the row
    QString field; ///< "credential", "headers", "proxy", "secret"
    bool operator==(const SecretPlace &) const = default;
};

/// Encrypts and recognises secrets with subkeys of one master key: XChaCha20-Poly1305 for what must come back, BLAKE2b for
/// finding a gateway key without decrypting all. A value whose copies share the keys, which lie in locked memory; locked when it has none.
class Vault final {
public:
    static constexpr int MasterKeyBytes = 32;

    Vault() = default; ///< locked
    /// `masterKey` has MasterKeyBytes bytes; else the vault stays locked.
    explicit Vault(const Secret &masterKey, int keyId = 1);

    bool isLocked() const { return !m_sealing; }
    int keyId() const { return m_keyId; } ///< which master key; room for rotation

    /// nonce + ciphertext + tag; a new nonce each time. Denied while locked.
    Result<QByteArray> seal(const Secret &secret, const SecretPlace &place) const;
    /// Denied while locked, for another key, and for bytes that were changed or belong elsewhere.
    Result<Secret> open(const QByteArray &sealed, const SecretPlace &place, int keyId) const;

    /// 32 bytes, the same for the same secret and master key; empty while locked.
    QByteArray lookupHash(const Secret &gatewayKey) const;

    /// 32 bytes stored beside the data, to tell a wrong master key; says nothing about the key.
    QByteArray checkValue() const;

private:
    using Key = std::shared_ptr<const LockedBytes>;
    static Key subkey(const Secret &masterKey, int number);

    Key m_sealing;
    Key m_hashing;
    Key m_check;
    int m_keyId = 1;
};

/// A new secret for clients: "sk-us_" and 43 letters and digits, 256 bits of the system's randomness.
Secret newGatewaySecret();

/// "key_" and 16 letters and digits.
QString newKeyId();

/// 32 random bytes.
Secret newMasterKey();

} // namespace understudy
