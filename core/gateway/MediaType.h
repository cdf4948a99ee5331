// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace understudy {

/// "Text/HTML; a=b" → "Text/HTML".
QByteArrayView mediaType(QByteArrayView field);

/// The value of a parameter of a field such as Content-Type or Content-Disposition (RFC 9110 §5.6.6), names without case; empty
/// when it is not given. Nothing when two readers could find different ones: given twice, in pieces or coded (RFC 2231: name*),
/// or behind a backslash in quotes, which escapes for some and is a character of a file's name for others.
std::optional<QByteArray> parameterValue(QByteArrayView field, QByteArrayView name);

} // namespace understudy
