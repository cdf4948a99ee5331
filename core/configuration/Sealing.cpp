// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/Sealing.h"

#include <sodium.h>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype NonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype TagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype KeySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype SaltSize = crypto_pwhash_argon2id_SALTBYTES;

unsigned char *bytes(QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); }
const unsigned char *bytes(QByteArrayView view) { return reinterpret_cast<const unsigned char *>(view.data()); }

/// What is authenticated beside the secret: the format too, so that a later one can differ.
QByteArray bound(QByteArrayView place) { return QByteArrayLiteral("understudy-config/1:") + place.toByteArray(); }

} // namespace

Result<Sealing> Sealing::create(const Secret &passphrase, const SealingCost &cost)
{
    if (sodium_init() < 0)
        return Error{ErrorKind::Internal, u"libsodium cannot start"_s, {}};
    QByteArray salt(SaltSize, Qt::Uninitialized);
    randombytes_buf(salt.data(), size_t(salt.size()));
    return restore(passphrase, salt, cost);
}

Result<Sealing> Sealing::restore(const Secret &passphrase, const QByteArray &salt, const SealingCost &cost)
{
    if (sodium_init() < 0)
        return Error{ErrorKind::Internal, u"libsodium cannot start"_s, {}};
    if (passphrase.isEmpty())
        return Error{ErrorKind::Denied, u"a passphrase is needed: the secrets of this file are sealed with one"_s, {}};
    if (salt.size() != SaltSize)
        return Error{ErrorKind::Invalid, u"the salt must have %1 bytes"_s.arg(SaltSize), {}};
    const bool cheap = cost.operations < crypto_pwhash_argon2id_OPSLIMIT_MIN || cost.memoryBytes < crypto_pwhash_argon2id_MEMLIMIT_MIN;
    if (cheap || cost.operations > MostOperations || cost.memoryBytes > MostMemoryBytes)
        return Error{ErrorKind::Invalid, u"the work of the sealing is out of range"_s, {}};

    QByteArray key(KeySize, Qt::Uninitialized);
    const QByteArray &words = passphrase.reveal();
    if (crypto_pwhash_argon2id(bytes(key), quint64(key.size()), words.constData(), quint64(words.size()), bytes(QByteArrayView(salt)),
                               cost.operations, size_t(cost.memoryBytes), crypto_pwhash_argon2id_ALG_ARGON2ID13)
        != 0) {
        return Error{ErrorKind::Unavailable, u"there is not enough memory for the passphrase's key (%1 MiB)"_s.arg(cost.memoryBytes >> 20), {}};
    }
    Sealing sealing;
    sealing.m_salt = salt;
    sealing.m_cost = cost;
    sealing.m_key = Secret(std::move(key));
    return sealing;
}

QByteArray Sealing::seal(const Secret &secret, QByteArrayView place) const
{
    const QByteArray &plain = secret.reveal();
    const QByteArray extra = bound(place);
    QByteArray sealed(NonceSize + plain.size() + TagSize, Qt::Uninitialized);
    randombytes_buf(sealed.data(), size_t(NonceSize));
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed) + NonceSize, nullptr, bytes(QByteArrayView(plain)), quint64(plain.size()),
                                               bytes(QByteArrayView(extra)), quint64(extra.size()), nullptr, bytes(QByteArrayView(sealed)),
                                               bytes(QByteArrayView(m_key.reveal())));
    return sealed.toBase64();
}

Result<Secret> Sealing::open(const QByteArray &sealed, QByteArrayView place) const
{
    const auto decoded = QByteArray::fromBase64Encoding(sealed, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() < NonceSize + TagSize)
        return Error{ErrorKind::Invalid, u"is no sealed value"_s, {}};
    const QByteArray &box = decoded.decoded;
    const QByteArray extra = bound(place);
    QByteArray plain(box.size() - NonceSize - TagSize, Qt::Uninitialized);
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes(plain), nullptr, nullptr, bytes(QByteArrayView(box)) + NonceSize, quint64(box.size() - NonceSize), bytes(QByteArrayView(extra)),
        quint64(extra.size()), bytes(QByteArrayView(box)), bytes(QByteArrayView(m_key.reveal())));
    if (opened != 0)
        return Error{ErrorKind::Denied, u"cannot be opened: the passphrase is wrong, or the value was changed or moved"_s, {}};
    return Secret(std::move(plain));
}

} // namespace understudy
