// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

/// Reading and editing JSON (RFC 8259) without re-serialising it: bodies reach the provider byte for byte as the client
/// wrote them (SEMANTICS §1). QJsonDocument sorts keys, breaks large integers and drops duplicates.
namespace understudy::json {

inline constexpr int MaxDepth = 128;
inline constexpr qsizetype MaxMembers = 4096; ///< of an indexed object: an index costs more than the shortest members do

enum class Flaw { None, Empty, Syntax, TooDeep, InvalidUtf8, TrailingBytes, TooMany };

struct Problem {
    Flaw flaw = Flaw::None;
    qsizetype offset = 0;
    explicit operator bool() const { return flaw != Flaw::None; }
    bool operator==(const Problem &) const = default;
};

/// Half-open range of bytes.
struct Span {
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype size() const { return end - begin; }
    bool operator==(const Span &) const = default;
};

/// Whether the text is one JSON value, in valid UTF-8, with blanks around it allowed. One pass, no allocation, no recursion.
/// A byte-order mark is a syntax error (RFC 8259 §8.1); lone surrogate escapes are allowed, as the grammar does. `maxDepth`
/// counts open containers, at most 1024; the offset of a flaw is that of the byte that cannot stand there.
Problem validate(QByteArrayView text, int maxDepth = MaxDepth);

/// One value inside valid JSON: a view, copied freely, valid as long as the text. On text that was not validated every
/// function still stays inside its bounds and ends, with an unspecified result.
class Value {
public:
    enum class Type { Missing, Null, Bool, Number, String, Array, Object };

    Value() = default;
    explicit Value(QByteArrayView text); ///< the value at the first non-blank byte
    /// A value whose ends are known already, as the spans of an index: does not look for its end again.
    static Value exactly(QByteArrayView raw);

    Type type() const;
    bool isMissing() const { return type() == Type::Missing; }
    bool isObject() const { return type() == Type::Object; }
    bool isArray() const { return type() == Type::Array; }
    bool isString() const { return type() == Type::String; }
    bool isNumber() const { return type() == Type::Number; }
    bool isNull() const { return type() == Type::Null; }

    QByteArrayView raw() const { return m_raw; } ///< from the first to the last byte of the value

    /// The last member of that name (as most parsers choose), names compared after unescaping; Missing when there is none
    /// or this is no object.
    Value operator[](QByteArrayView name) const;
    Value first() const; ///< first element of an array, or Missing

    bool toBool(bool otherwise = false) const;
    std::optional<qint64> toInteger() const; ///< whole numbers only, also written as 3.0 or 3e2; nothing on overflow
    QString toString() const;      ///< unescaped; empty for other types
    QByteArray toUtf8() const;     ///< unescaped; empty for other types; lone surrogates become U+FFFD
    bool isEmptyString() const;    ///< "" exactly

    /// Calls f(Value name, Value value) for each member, or f(Value) for each element, in order, until it returns false.
    template<typename F>
    void members(F &&f) const
    {
        Cursor cursor(*this);
        Value name, value;
        while (cursor.nextMember(name, value) && f(name, value)) { }
    }
    template<typename F>
    void elements(F &&f) const
    {
        Cursor cursor(*this);
        Value value;
        while (cursor.nextElement(value) && f(value)) { }
    }

private:
    class Cursor {
    public:
        explicit Cursor(const Value &container);
        bool nextMember(Value &name, Value &value);
        bool nextElement(Value &value);

    private:
        QByteArrayView m_text;
        qsizetype m_at = 0;
        bool m_object = false;
        bool m_array = false;
    };
    QByteArrayView m_raw;
};

/// A top-level object with the spans of its members, found in the pass that validates. Flaw::TooMany: more than MaxMembers.
struct Member {
    Span name;  ///< with its quotes
    Span value;
};
struct ObjectIndex {
    Problem problem;
    bool isObject = false;
    Span object; ///< from { to }
    std::vector<Member> members;
};
ObjectIndex indexObject(QByteArrayView text, int maxDepth = MaxDepth);

/// How often the name occurs, and the last one.
struct Found {
    int count = 0;
    Member member;
};
Found find(const ObjectIndex &index, QByteArrayView text, QByteArrayView name);

/// Replaces a span: everything outside it stays as it is.
struct Edit {
    Span span;
    QByteArray replacement;
};
/// Applies edits that do not overlap, in any order; several insertions at one place keep their order.
QByteArray splice(QByteArrayView text, std::vector<Edit> edits);

/// The edit that adds a member as the first one of the object. The text must be an object without a problem; `name` is
/// written as it is and so must need no escapes.
Edit insertMember(const ObjectIndex &index, QByteArrayView name, QByteArrayView rawValue);

/// The text of UTF-8 that stood in a string, bytes that are none becoming U+FFFD. A U+FEFF at its beginning is kept, which
/// QString::fromUtf8 would drop as a byte-order mark.
QString textOf(QByteArrayView utf8);

/// A string as a JSON literal with its quotes; control characters, quotes and backslashes escaped, the rest as UTF-8.
QByteArray quoted(QStringView text);

} // namespace understudy::json
