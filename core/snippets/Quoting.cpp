// SPDX-License-Identifier: GPL-3.0-or-later
#include "snippets/Quoting.h"

#include "base/JsonSpan.h"

#include <QRegularExpression>

namespace understudy::quoting {

using namespace Qt::StringLiterals;

namespace {

/// A JSON string is also a string of Python and JavaScript: json::quoted escapes only what all three escape alike. The line
/// separators are legal in ES2019 but not before, and NUL is legal nowhere in a shell, so both are written as escapes or left out.
QString quoted(const QString &text)
{
    QString literal = QString::fromUtf8(json::quoted(text));
    literal.replace(QChar(0x2028), u"\\u2028"_s);
    literal.replace(QChar(0x2029), u"\\u2029"_s);
    return literal;
}

} // namespace

QString bash(const QString &text)
{
    QString inner = text;
    inner.remove(QChar(0)); // cannot be part of an argument
    return u'\'' + inner.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString powerShell(const QString &text)
{
    QString inner;
    for (const QChar c : text) {
        inner += c;
        if (c == u'\'' || (c >= QChar(0x2018) && c <= QChar(0x201b)))
            inner += c;
    }
    return u'\'' + inner + u'\'';
}

QString python(const QString &text) { return quoted(text); }
QString javaScript(const QString &text) { return quoted(text); }

QString dotEnv(const QString &text)
{
    static const QRegularExpression harmless(u"\\A[A-Za-z0-9_./:@%+,-]+\\z"_s);
    if (harmless.match(text).hasMatch())
        return text;
    const QString line = comment(text);
    if (!line.contains(u'\''))
        return u'\'' + line + u'\'';
    QString inner = line;
    static const QRegularExpression special(u"([\\\\\"$`])"_s);
    return u'"' + inner.replace(special, u"\\\\1"_s) + u'"';
}

QString asciiJson(const QString &json)
{
    QString ascii;
    for (const QChar c : json) {
        if (c.unicode() < 0x80)
            ascii += c;
        else
            ascii += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
    }
    return ascii;
}

QString comment(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c == QChar(0x2028) || c == QChar(0x2029))
            c = u' ';
    }
    return line;
}

} // namespace understudy::quoting
