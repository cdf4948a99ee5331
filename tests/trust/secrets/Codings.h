// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <algorithm>

namespace understudy::test {

struct Needle {
    QByteArray coding;
    QByteArray bytes;
};

/// A secret in every usual coding, and every piece of it of twelve bytes as it is: half a key is a leak too.
inline QList<Needle> needles(const QByteArray &secret)
{
    constexpr qsizetype piece = 12;
    QList<Needle> list;
    for (qsizetype i = 6; i + piece <= secret.size(); ++i) // what stands before the sixth is a prefix that everybody knows
        list.append({"plain", secret.mid(i, piece)});
    QByteArray reversed = secret;
    std::reverse(reversed.begin(), reversed.end());
    list.append({"reversed", reversed});
    list.append({"hex", secret.toHex()});
    list.append({"HEX", secret.toHex().toUpper()});
    for (qsizetype before = 0; before < 3; ++before) { // the coding depends on where in a text the secret begins
        for (const auto &[name, options] : {std::pair{"base64", QByteArray::Base64Encoding}, std::pair{"base64url", QByteArray::Base64UrlEncoding}}) {
            const QByteArray coded = (QByteArray(before, 'x') + secret).toBase64(options | QByteArray::OmitTrailingEquals);
            list.append({name, coded.mid(before == 0 ? 0 : before + 1).chopped(3)});
        }
    }
    QByteArray little, big, percent, unicode;
    for (const char c : secret) {
        little.append(c).append('\0');
        big.append('\0').append(c);
        percent += '%' + QByteArray(1, c).toHex();
        unicode += "\\u00" + QByteArray(1, c).toHex();
    }
    list.append({"UTF-16LE", little.chopped(1)});
    list.append({"UTF-16BE", big.mid(1)});
    list.append({"all percent", percent});
    list.append({"all PERCENT", percent.toUpper()});
    list.append({"percent", secret.toPercentEncoding()});
    list.append({"lower percent", secret.toPercentEncoding().replace("%2F", "%2f").replace("%2B", "%2b").replace("%3D", "%3d")});
    list.append({"JSON", QByteArray(secret).replace("/", "\\/")});
    list.append({"unicode JSON", unicode});
    return list;
}

/// How the first secret found in `text` is written there; nothing when there is none.
inline QByteArray found(const QByteArray &text, const QList<QByteArray> &secrets)
{
    for (const QByteArray &secret : secrets) {
        for (const Needle &needle : needles(secret)) {
            if (text.contains(needle.bytes))
                return needle.coding + " of secret " + QByteArray::number(secrets.indexOf(secret));
        }
    }
    return {};
}

} // namespace understudy::test
