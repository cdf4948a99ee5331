// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/FieldGrammar.h"

#include <algorithm>

namespace understudy {

bool isToken(QByteArrayView text) { return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenChar); }

bool isFieldValue(QByteArrayView text) { return std::all_of(text.begin(), text.end(), isFieldValueChar); }

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace understudy
