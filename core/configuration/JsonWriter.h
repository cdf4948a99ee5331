// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/JsonSpan.h"

#include <QByteArray>
#include <QLocale>
#include <QStringList>

namespace understudy {

/// Writes JSON with members in the order of the calls (QJsonDocument sorts them by name) and two blanks of indentation.
/// Inside an array the name is left out: pass none.
class JsonWriter final {
public:
    void openObject(QLatin1StringView name = {}) { open(name, '{'); }
    void openArray(QLatin1StringView name = {}) { open(name, '['); }
    void closeObject() { close('}'); }
    void closeArray() { close(']'); }

    void raw(QByteArrayView name, QByteArrayView value)
    {
        begin(name);
        m_text += value;
    }
    void text(QLatin1StringView name, QStringView value) { raw(name, json::quoted(value)); }
    void integer(QLatin1StringView name, qint64 value) { raw(name, QByteArray::number(value)); }
    void boolean(QLatin1StringView name, bool value) { raw(name, value ? "true" : "false"); }
    /// The shortest text that reads back as the same number.
    void number(QLatin1StringView name, double value) { raw(name, QByteArray::number(value, 'g', QLocale::FloatingPointShortest)); }
    void texts(QLatin1StringView name, const QStringList &values)
    {
        QByteArrayList quoted;
        for (const QString &value : values)
            quoted.append(json::quoted(value));
        raw(name, '[' + quoted.join(", ") + ']');
    }

    QByteArray finished() const { return m_text + '\n'; }

private:
    void begin(QByteArrayView name)
    {
        if (m_depth > 0) {
            m_text += m_first ? "\n" : ",\n";
            m_text += QByteArray(2 * m_depth, ' ');
        }
        m_first = false;
        if (!name.isEmpty())
            m_text += json::quoted(QString::fromUtf8(name)) + ": ";
    }
    void open(QByteArrayView name, char bracket)
    {
        begin(name);
        m_text += bracket;
        ++m_depth;
        m_first = true;
    }
    void close(char bracket)
    {
        --m_depth;
        if (!m_first)
            m_text += '\n' + QByteArray(2 * m_depth, ' ');
        m_text += bracket;
        m_first = false;
    }

    QByteArray m_text;
    int m_depth = 0;
    bool m_first = true;
};

} // namespace understudy
