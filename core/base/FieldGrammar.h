// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>

namespace understudy {

/// Which octets may stand where in HTTP fields, for all who read, build or judge them.
namespace grammar {

enum CharClass : quint8 { Token = 1, Value = 2 };

inline constexpr auto Classes = [] {
    std::array<quint8, 256> table{};
    for (int c = 0; c < 256; ++c) {
        bool token = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        for (const char *mark = "!#$%&'*+-.^_`|~"; *mark; ++mark)
            token = token || c == *mark;
        if (token)
            table[std::size_t(c)] |= Token;
        if (c == '\t' || (c >= 0x20 && c != 0x7f))
            table[std::size_t(c)] |= Value;
    }
    return table;
}();

} // namespace grammar

inline bool isTokenChar(char c) { return grammar::Classes[quint8(c)] & grammar::Token; }
inline bool isFieldValueChar(char c) { return grammar::Classes[quint8(c)] & grammar::Value; }

bool isToken(QByteArrayView text);      ///< RFC 9110 §5.6.2, not empty
bool isFieldValue(QByteArrayView text); ///< RFC 9110 §5.5: no control characters but HTAB; may be empty
bool isDigits(QByteArrayView text);     ///< ASCII digits alone, not empty; may be more than any type holds

} // namespace understudy
