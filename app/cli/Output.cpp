// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Output.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <cstdio>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

bool write(std::FILE *stream, const QByteArray &bytes)
{
    const bool written = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream) == size_t(bytes.size());
    return std::fflush(stream) == 0 && written;
}

QLatin1StringView word(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid: return "invalid"_L1;
    case ErrorKind::NotFound: return "not_found"_L1;
    case ErrorKind::Conflict: return "conflict"_L1;
    case ErrorKind::Denied: return "denied"_L1;
    case ErrorKind::Unavailable: return "unavailable"_L1;
    case ErrorKind::Internal: break;
    }
    return "internal"_L1;
}

} // namespace

qsizetype displayWidth(QStringView text)
{
    qsizetype width = 0;
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        const bool wide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3)
            || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60);
        width += c.isMark() || c.isLowSurrogate() ? 0 : wide ? 2 : 1;
    }
    return width;
}

QStringList tableLines(const QStringList &headline, const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QString &title : headline)
        widths.append(displayWidth(title));
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
    QStringList lines;
    const auto add = [&](const QStringList &row) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i) {
            text += row[i];
            if (i + 1 < row.size())
                text += QString(widths[i] - displayWidth(row[i]) + 2, u' ');
        }
        lines.append(text);
    };
    add(headline);
    for (const QStringList &row : rows)
        add(row);
    return lines;
}

void Output::result(const QByteArray &bytes) const
{
    if (!write(stdout, bytes) && m_lost.isEmpty())
        m_lost = qt_error_string(errno);
}

void Output::line(const QString &text) const { result(text.toUtf8() + '\n'); }

void Output::raw(const QByteArray &bytes) const { result(bytes); }

void Output::json(const QJsonValue &value) const
{
    // QJsonDocument takes no bare values.
    QByteArray text;
    if (value.isObject()) {
        text = QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    } else if (value.isArray()) {
        text = QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    } else {
        text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        text = text.sliced(1, text.size() - 2);
    }
    result(text + '\n');
}

void Output::table(const QStringList &headline, const QList<QStringList> &rows, const QString &whenEmpty) const
{
    if (rows.isEmpty()) {
        note(whenEmpty);
        return;
    }
    const QStringList lines = tableLines(headline, rows);
    for (const QString &text : lines)
        line(text);
}

void Output::note(const QString &text) const
{
    if (!m_json)
        noteAlways(text);
}

void Output::noteAlways(const QString &text) const { write(stderr, text.toUtf8() + '\n'); }

void Output::warning(const QString &text) const { write(stderr, "warning: " + text.toUtf8() + '\n'); }

void Output::error(const Error &error) const
{
    if (!m_json) {
        write(stderr, "understudy-cli: " + error.toString().toUtf8() + '\n');
        return;
    }
    const QJsonObject body{{u"kind"_s, word(error.kind)}, {u"text"_s, error.text}, {u"where"_s, error.where}};
    write(stderr, QJsonDocument(QJsonObject{{u"error"_s, body}}).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace understudy::cli
