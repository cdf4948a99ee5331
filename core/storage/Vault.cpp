// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Vault.h"

#include <QtEndian>

#include <sodium.h>

#include <cstdlib>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

static_assert(Vault::MasterKeyBytes == crypto_kdf_KEYBYTES);
static_assert(Vault::MasterKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

constexpr char Context[crypto_kdf_CONTEXTBYTES + 1] = "undrstdy";
enum Subkey { Sealing = 1, Hashing = 2, Check = 3 };
constexpr qsizetype NonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype TagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype HashBytes = 32;

void useSodium()
{
    static const int state = sodium_init(); // thread-safe by the language, and idempotent by the library
    if (state < 0)
        std::abort(); // no randomness: nothing that we could do is safe
}

unsigned char *raw(QByteArray &bytes) { return reinterpret_cast<unsigned char *>(bytes.data()); }
const unsigned char *raw(const QByteArray &bytes) { return reinterpret_cast<const unsigned char *>(bytes.constData()); }

/// Each part with its length in front, so that no two places give the same bytes.
QByteArray associatedData(const SecretPlace &place, int keyId)
{
    QByteArray data;
    for (const QByteArray &part : {place.owner.toUtf8(), place.row.toUtf8(), place.field.toUtf8(), QByteArray::number(keyId)}) {
        const quint32 size = qToBigEndian(quint32(part.size()));
        data.append(reinterpret_cast<const char *>(&size), sizeof size).append(part);
    }
    return data;
}

Error locked() { return {ErrorKind::Denied, u"The vault is locked: the master key is not available."_s, u"vault"_s}; }

QByteArray randomWord(int length)
{
    static constexpr char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    useSodium();
    QByteArray word(length, Qt::Uninitialized);
    for (char &letter : word)
        letter = alphabet[randombytes_uniform(sizeof alphabet - 1)];
    return word;
}

} // namespace

Vault::Key Vault::subkey(const Secret &masterKey, int number)
{
    const auto key = std::make_shared<LockedBytes>(MasterKeyBytes);
    crypto_kdf_derive_from_key(key->data(), key->size(), quint64(number), Context, raw(masterKey.reveal()));
    key->makeReadOnly();
    return key;
}

Vault::Vault(const Secret &masterKey, int keyId)
{
    useSodium();
    m_keyId = keyId;
    if (masterKey.reveal().size() != MasterKeyBytes)
        return;
    m_sealing = subkey(masterKey, Sealing);
    m_hashing = subkey(masterKey, Hashing);
    m_check = subkey(masterKey, Check);
}

Result<QByteArray> Vault::seal(const Secret &secret, const SecretPlace &place) const
{
    if (isLocked())
        return locked();
    const QByteArray data = associatedData(place, m_keyId);
    QByteArray nonce(NonceBytes, Qt::Uninitialized);
    randombytes_buf(nonce.data(), size_t(nonce.size()));
    QByteArray sealed(secret.reveal().size() + TagBytes, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed), nullptr, raw(secret.reveal()), quint64(secret.reveal().size()),
                                               raw(data), quint64(data.size()), nullptr, raw(std::as_const(nonce)),
                                               m_sealing->data());
    return nonce + sealed;
}

Result<Secret> Vault::open(const QByteArray &sealed, const SecretPlace &place, int keyId) const
{
    if (isLocked())
        return locked();
    const QString where = place.owner + u'/' + place.row + u'/' + place.field;
    if (keyId != m_keyId)
        return Error {ErrorKind::Denied, u"This secret was encrypted with another master key (number %1)."_s.arg(keyId), where};
    const Error changed {ErrorKind::Denied,
                         u"This secret cannot be decrypted: the stored bytes were changed or belong elsewhere. Enter it anew."_s,
                         where};
    if (sealed.size() < NonceBytes + TagBytes)
        return changed;
    const QByteArray data = associatedData(place, m_keyId);
    QByteArray plain(sealed.size() - NonceBytes - TagBytes, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, raw(sealed) + NonceBytes,
                                                   quint64(sealed.size() - NonceBytes), raw(data), quint64(data.size()),
                                                   raw(sealed), m_sealing->data())
        != 0)
        return changed;
    return Secret(std::move(plain));
}

QByteArray Vault::lookupHash(const Secret &gatewayKey) const
{
    if (isLocked())
        return {};
    QByteArray hash(HashBytes, Qt::Uninitialized);
    crypto_generichash(raw(hash), size_t(hash.size()), raw(gatewayKey.reveal()), quint64(gatewayKey.reveal().size()),
                       m_hashing->data(), m_hashing->size());
    return hash;
}

QByteArray Vault::checkValue() const
{
    if (isLocked())
        return {};
    QByteArray value(HashBytes, Qt::Uninitialized);
    static constexpr char text[] = "understudy vault check 1";
    crypto_generichash(raw(value), size_t(value.size()), reinterpret_cast<const unsigned char *>(text), sizeof text - 1,
                       m_check->data(), m_check->size());
    return value;
}

Secret newGatewaySecret() { return Secret("sk-us_" + randomWord(43)); }
QString newKeyId() { return QString::fromLatin1("key_" + randomWord(16)); }

Secret newMasterKey()
{
    useSodium();
    QByteArray key(Vault::MasterKeyBytes, Qt::Uninitialized);
    randombytes_buf(key.data(), size_t(key.size()));
    return Secret(std::move(key));
}

} // namespace understudy
