// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/JsonSpan.h"
#include "base/Result.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

/// Reading a JSON document that people write by hand: a member that nobody knows, one that stands twice or one of the wrong
/// kind is refused with its path, never guessed at. QJsonDocument can do none of the three.
namespace understudy::strict {

/// Keeps the first error of one document; later ones are consequences more often than news.
class Failure {
public:
    void add(const QString &where, const QString &text, ErrorKind kind = ErrorKind::Invalid);
    bool happened() const { return m_first.has_value(); }
    const Error &error() const { return *m_first; }

private:
    std::optional<Error> m_first;
};

/// Editors put the mark of UTF-8 in front of a file; it is no part of the document.
QByteArrayView withoutByteOrderMark(QByteArrayView text);

/// The top-level value, or an error whose `where` is "line:column" of the byte that broke the syntax.
Result<json::Value> document(QByteArrayView text, int maxDepth);

/// One object. Every getter answers with the default when the member is absent, and reports when it is there but wrong.
/// Call `finish` last: it reports members that no getter asked for. A reader of something that is no object reports that and is
/// empty. Does not own the text.
class ObjectReader {
public:
    ObjectReader(const json::Value &value, const QString &path, Failure &failure);

    /// "path.name", or the name alone at the top.
    QString pathOf(QLatin1StringView name) const;
    bool has(QLatin1StringView name) const;
    void require(QLatin1StringView name);

    json::Value take(QLatin1StringView name); ///< Missing when absent
    QString text(QLatin1StringView name, const QString &otherwise = {});
    bool boolean(QLatin1StringView name, bool otherwise);
    qint64 integer(QLatin1StringView name, qint64 otherwise, qint64 lowest, qint64 highest);
    double number(QLatin1StringView name, double otherwise, double lowest, double highest);
    QStringList texts(QLatin1StringView name);

    /// Calls f(element, path of the element) for each element of an array.
    void each(QLatin1StringView name, const std::function<void(const json::Value &, const QString &)> &f);
    /// Calls f(name, value, path of the member) for each member of an object member whose names are the user's own.
    void eachMember(QLatin1StringView name, const std::function<void(const QString &, const json::Value &, const QString &)> &f);

    void fail(QLatin1StringView name, const QString &text) { m_failure.add(pathOf(name), text); }
    void finish();

private:
    struct Entry {
        QString name;
        json::Value value;
        bool taken = false;
    };
    QString m_path;
    Failure &m_failure;
    std::vector<Entry> m_entries;
    QStringList m_known;
};

/// "must be a text, not a number": what a value of the wrong kind is told.
QString wrongKind(QLatin1StringView wanted, const json::Value &value);

} // namespace understudy::strict
