// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/KeySecret.h"

#include <sodium.h>

namespace understudy {

namespace {

constexpr QByteArrayView alphabet("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
constexpr int SecretLength = 40;
constexpr int IdLength = 20;

QByteArray randomText(QByteArrayView from, int length)
{
    if (sodium_init() < 0)
        qFatal("libsodium has no random source"); // a key that can be guessed is worse than no program
    QByteArray text(length, Qt::Uninitialized);
    for (char &c : text)
        c = from[qsizetype(randombytes_uniform(quint32(from.size())))];
    return text;
}

} // namespace

Secret makeKeySecret() { return Secret(KeySecretPrefix + randomText(alphabet, SecretLength)); }

QString makeKeyId() { return QStringLiteral("key_") + QString::fromLatin1(randomText(alphabet.first(36), IdLength)); }

} // namespace understudy
