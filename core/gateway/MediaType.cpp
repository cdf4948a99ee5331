// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/MediaType.h"

#include <QList>

namespace understudy {

namespace {

/// Every value that a reader may find.
QList<QByteArray> valuesOf(QByteArrayView field, QByteArrayView wanted, bool backslashEscapes)
{
    QList<QByteArray> values;
    for (qsizetype at = field.indexOf(';'); at >= 0 && at < field.size();) {
        QByteArray name, value;
        bool quoted = false, valued = false;
        for (++at; at < field.size() && (quoted || field[at] != ';'); ++at) {
            const char c = field[at];
            if (quoted && backslashEscapes && c == '\\' && at + 1 < field.size())
                value += field[++at];
            else if (valued && c == '"')
                quoted = !quoted;
            else if (!valued && c == '=')
                valued = true;
            else
                (valued ? value : name) += c;
        }
        name = name.trimmed();
        const qsizetype star = name.indexOf('*');
        if (valued && QByteArrayView(name).first(star < 0 ? name.size() : star).compare(wanted, Qt::CaseInsensitive) == 0)
            values += star < 0 ? QList<QByteArray>{value.trimmed()} : QList<QByteArray>{value, "*"}; // decoded or not
    }
    return values;
}

} // namespace

QByteArrayView mediaType(QByteArrayView field)
{
    const qsizetype semicolon = field.indexOf(';');
    return (semicolon < 0 ? field : field.first(semicolon)).trimmed();
}

std::optional<QByteArray> parameterValue(QByteArrayView field, QByteArrayView name)
{
    const QList<QByteArray> values = valuesOf(field, name, true);
    if (values.size() > 1 || values != valuesOf(field, name, false))
        return std::nullopt;
    return values.isEmpty() ? QByteArray() : values.first();
}

} // namespace understudy
