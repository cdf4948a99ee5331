// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/StrictJson.h"

#include <algorithm>
#include <cmath>

namespace understudy::strict {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestEcho = 40; // a name from outside is repeated in an error only so far

QString echoed(const QString &name)
{
    return name.size() <= LongestEcho ? name : name.left(LongestEcho) + u'…';
}

QLatin1StringView kindName(json::Value::Type type)
{
    using Type = json::Value::Type;
    switch (type) {
    case Type::Missing: return "nothing"_L1;
    case Type::Null: return "null"_L1;
    case Type::Bool: return "true or false"_L1;
    case Type::Number: return "a number"_L1;
    case Type::String: return "a text"_L1;
    case Type::Array: return "a list"_L1;
    case Type::Object: return "an object"_L1;
    }
    return "nothing"_L1;
}

QString flawText(json::Flaw flaw)
{
    using json::Flaw;
    switch (flaw) {
    case Flaw::Empty: return u"there is nothing to read; a JSON object is expected"_s;
    case Flaw::TooDeep: return u"nested too deeply"_s;
    case Flaw::InvalidUtf8: return u"not valid UTF-8"_s;
    case Flaw::TooMany: return u"it has too many members"_s;
    case Flaw::TrailingBytes: return u"something stands after the end of the JSON value"_s;
    case Flaw::None:
    case Flaw::Syntax: break;
    }
    return u"not valid JSON from here on"_s;
}

} // namespace

void Failure::add(const QString &where, const QString &text, ErrorKind kind)
{
    if (!m_first)
        m_first = Error{kind, text, where};
}

QString wrongKind(QLatin1StringView wanted, const json::Value &value)
{
    return "must be %1, not %2"_L1.arg(wanted, kindName(value.type()));
}

QByteArrayView withoutByteOrderMark(QByteArrayView text) { return text.startsWith("\xef\xbb\xbf") ? text.sliced(3) : text; }

Result<json::Value> document(QByteArrayView marked, int maxDepth)
{
    const QByteArrayView text = withoutByteOrderMark(marked);
    const json::Problem problem = json::validate(text, maxDepth);
    if (!problem)
        return json::Value(text);
    const QByteArrayView before = text.first(std::min(problem.offset, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const qsizetype lineBegin = before.lastIndexOf('\n') + 1;
    // Columns are characters, not bytes: bytes that continue a UTF-8 sequence do not count.
    const auto column = std::count_if(before.begin() + lineBegin, before.end(), [](char c) { return (c & 0xc0) != 0x80; }) + 1;
    return Error{ErrorKind::Invalid, flawText(problem.flaw), u"%1:%2"_s.arg(line).arg(column)};
}

ObjectReader::ObjectReader(const json::Value &value, const QString &path, Failure &failure) : m_path(path), m_failure(failure)
{
    if (!value.isObject()) {
        failure.add(path, wrongKind("an object"_L1, value));
        return;
    }
    value.members([&](const json::Value &name, const json::Value &member) {
        m_entries.push_back({name.toString(), member, false});
        return true;
    });
    std::vector<QStringView> names;
    for (const Entry &entry : m_entries)
        names.push_back(entry.name);
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    if (twice != names.end())
        failure.add(path.isEmpty() ? echoed(twice->toString()) : path + u'.' + echoed(twice->toString()), u"stands twice"_s);
}

QString ObjectReader::pathOf(QLatin1StringView name) const
{
    return m_path.isEmpty() ? QString(name) : m_path + u'.' + name;
}

bool ObjectReader::has(QLatin1StringView name) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [name](const Entry &entry) { return entry.name == name; });
}

void ObjectReader::require(QLatin1StringView name)
{
    if (!has(name))
        m_failure.add(pathOf(name), u"is missing"_s);
}

json::Value ObjectReader::take(QLatin1StringView name)
{
    m_known.append(name);
    for (Entry &entry : m_entries) {
        if (entry.name == name) {
            entry.taken = true;
            return entry.value;
        }
    }
    return {};
}

QString ObjectReader::text(QLatin1StringView name, const QString &otherwise)
{
    const json::Value value = take(name);
    if (value.isMissing())
        return otherwise;
    if (!value.isString()) {
        fail(name, wrongKind("a text"_L1, value));
        return otherwise;
    }
    return value.toString();
}

bool ObjectReader::boolean(QLatin1StringView name, bool otherwise)
{
    const json::Value value = take(name);
    if (value.isMissing())
        return otherwise;
    if (value.type() != json::Value::Type::Bool) {
        fail(name, wrongKind("true or false"_L1, value));
        return otherwise;
    }
    return value.toBool();
}

qint64 ObjectReader::integer(QLatin1StringView name, qint64 otherwise, qint64 lowest, qint64 highest)
{
    const json::Value value = take(name);
    if (value.isMissing())
        return otherwise;
    if (!value.isNumber()) {
        fail(name, wrongKind("a number"_L1, value));
        return otherwise;
    }
    const std::optional<qint64> number = value.toInteger();
    if (!number || *number < lowest || *number > highest) {
        fail(name, u"must be a whole number from %1 to %2"_s.arg(lowest).arg(highest));
        return otherwise;
    }
    return *number;
}

double ObjectReader::number(QLatin1StringView name, double otherwise, double lowest, double highest)
{
    const json::Value value = take(name);
    if (value.isMissing())
        return otherwise;
    if (!value.isNumber()) {
        fail(name, wrongKind("a number"_L1, value));
        return otherwise;
    }
    bool ok = false;
    const double number = value.raw().toByteArray().toDouble(&ok); // false for what a double cannot hold
    if (!ok || !std::isfinite(number) || number < lowest || number > highest) {
        fail(name, u"must be a number from %1 to %2"_s.arg(lowest).arg(highest, 0, 'f', 0));
        return otherwise;
    }
    return number;
}

QStringList ObjectReader::texts(QLatin1StringView name)
{
    QStringList list;
    each(name, [&](const json::Value &value, const QString &path) {
        if (value.isString())
            list.append(value.toString());
        else
            m_failure.add(path, wrongKind("a text"_L1, value));
    });
    return list;
}

void ObjectReader::each(QLatin1StringView name, const std::function<void(const json::Value &, const QString &)> &f)
{
    const json::Value value = take(name);
    if (value.isMissing())
        return;
    if (!value.isArray()) {
        fail(name, wrongKind("a list"_L1, value));
        return;
    }
    int index = 0;
    value.elements([&](const json::Value &element) {
        f(element, u"%1[%2]"_s.arg(pathOf(name)).arg(index++));
        return !m_failure.happened();
    });
}

void ObjectReader::eachMember(QLatin1StringView name,
                              const std::function<void(const QString &, const json::Value &, const QString &)> &f)
{
    const json::Value value = take(name);
    if (value.isMissing())
        return;
    const ObjectReader inner(value, pathOf(name), m_failure);
    for (const Entry &entry : inner.m_entries) {
        if (m_failure.happened())
            return;
        f(entry.name, entry.value, inner.m_path + u'.' + echoed(entry.name));
    }
}

void ObjectReader::finish()
{
    m_known.removeDuplicates();
    for (const Entry &entry : m_entries) {
        if (!entry.taken) {
            m_failure.add(m_path.isEmpty() ? echoed(entry.name) : m_path + u'.' + echoed(entry.name),
                          u"is not known here; known are %1"_s.arg(m_known.join(u", "_s)));
            return;
        }
    }
}

} // namespace understudy::strict
