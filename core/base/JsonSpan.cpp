// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/JsonSpan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace understudy::json {

namespace {

constexpr bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The first byte at or after p that is not plain inside a string: a quote, a backslash, a control character, or (Ascii)
/// anything beyond ASCII. Wide steps first, because nearly all of a body is the inside of strings.
template<bool Ascii>
const char *endOfPlain(const char *p, const char *end)
{
#if defined(__SSE2__)
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i backslash = _mm_set1_epi8('\\');
    const __m128i control = _mm_set1_epi8(0x1f);
    for (; end - p >= 16; p += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(p));
        __m128i special = _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash));
        special = _mm_or_si128(special, _mm_cmpeq_epi8(_mm_min_epu8(bytes, control), bytes));
        const int mask = _mm_movemask_epi8(Ascii ? _mm_or_si128(special, bytes) : special);
        if (mask != 0)
            return p + std::countr_zero(unsigned(mask));
    }
#else
    for (; end - p >= 8; p += 8) {
        quint64 word;
        std::memcpy(&word, p, 8);
        constexpr quint64 ones = 0x0101010101010101u;
        constexpr quint64 highs = 0x8080808080808080u;
        const auto hasZero = [](quint64 x) { return (x - ones) & ~x & highs; };
        const quint64 control = (word - ones * 0x20) & ~word & highs;
        if ((Ascii ? word & highs : 0) | control | hasZero(word ^ (ones * '"')) | hasZero(word ^ (ones * '\\')))
            break;
    }
#endif
    while (p != end) {
        const auto c = static_cast<unsigned char>(*p);
        if (c == '"' || c == '\\' || c < 0x20 || (Ascii && c >= 0x80))
            break;
        ++p;
    }
    return p;
}

/// Length of the well-formed UTF-8 sequence at p (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF), or 0.
int utf8Length(const char *p, const char *end)
{
    const auto byte = [p](int i) { return static_cast<unsigned char>(p[i]); };
    const auto tail = [&](int i) { return (byte(i) & 0xc0) == 0x80; };
    const unsigned char lead = byte(0);
    const auto left = end - p;
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf)
        return left >= 2 && tail(1) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef) {
        if (left < 3 || !tail(1) || !tail(2))
            return 0;
        if ((lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xed && byte(1) > 0x9f))
            return 0;
        return 3;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        if (left < 4 || !tail(1) || !tail(2) || !tail(3))
            return 0;
        if ((lead == 0xf0 && byte(1) < 0x90) || (lead == 0xf4 && byte(1) > 0x8f))
            return 0;
        return 4;
    }
    return 0;
}

/// Past a run of well-formed sequences beyond ASCII; stops at the first other byte. Three bytes a character is the rule in
/// Chinese text, so that case comes first and without a call.
const char *endOfUtf8Run(const char *p, const char *end)
{
    while (p != end && static_cast<unsigned char>(*p) >= 0x80) {
        const auto byte = [p](int i) { return static_cast<unsigned char>(p[i]); };
        if (end - p >= 3 && byte(0) >= 0xe1 && byte(0) <= 0xec && (byte(1) & 0xc0) == 0x80 && (byte(2) & 0xc0) == 0x80) {
            p += 3;
            continue;
        }
        const int length = utf8Length(p, end);
        if (length == 0)
            break;
        p += length;
    }
    return p;
}

/// The one strict pass. Keeps the kinds of the open containers in a bit set, so that depth costs no allocation.
class Scanner {
public:
    Scanner(QByteArrayView text, int maxDepth)
        : m_begin(text.data()), m_at(m_begin), m_end(m_begin + text.size()), m_maxDepth(std::clamp(maxDepth, 0, DepthLimit))
    {
    }

    /// Also fills the index when there is one.
    Problem run(ObjectIndex *index);

private:
    static constexpr int DepthLimit = 1024;

    bool fail(Flaw flaw)
    {
        if (!m_problem)
            m_problem = {flaw, m_at - m_begin};
        return false;
    }
    qsizetype here() const { return m_at - m_begin; }
    void skipBlanks()
    {
        while (m_at != m_end && isBlank(*m_at))
            ++m_at;
    }
    bool string();
    bool escape();
    bool number();
    bool word(const char *text, qsizetype length);
    bool scalar();
    bool name(bool keep);
    bool value(ObjectIndex *index);

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    int m_maxDepth;
    Span m_name;               // of the member of the top level that is being read
    qsizetype m_valueBegin = 0; // and of its value
    Problem m_problem;
};

bool Scanner::escape()
{
    ++m_at; // the backslash
    if (m_at == m_end)
        return fail(Flaw::Syntax);
    const char c = *m_at;
    if (c == 'u') {
        for (int i = 1; i <= 4; ++i) {
            if (m_at + i >= m_end || hexValue(m_at[i]) < 0)
                return fail(Flaw::Syntax);
        }
        m_at += 5;
        return true;
    }
    if (!std::strchr("\"\\/bfnrt", c) || c == '\0')
        return fail(Flaw::Syntax);
    ++m_at;
    return true;
}

bool Scanner::string()
{
    if (m_at == m_end || *m_at != '"')
        return fail(Flaw::Syntax);
    ++m_at;
    while (true) {
        m_at = endOfPlain<true>(m_at, m_end);
        if (m_at == m_end)
            return fail(Flaw::Syntax);
        const auto c = static_cast<unsigned char>(*m_at);
        if (c == '"') {
            ++m_at;
            return true;
        }
        if (c == '\\') {
            if (!escape())
                return false;
        } else if (c < 0x20) {
            return fail(Flaw::Syntax);
        } else {
            const char *run = endOfUtf8Run(m_at, m_end);
            if (run == m_at)
                return fail(Flaw::InvalidUtf8);
            m_at = run;
        }
    }
}

bool Scanner::number()
{
    const auto digits = [this] {
        const char *start = m_at;
        while (m_at != m_end && isDigit(*m_at))
            ++m_at;
        return m_at != start;
    };
    if (*m_at == '-')
        ++m_at;
    if (m_at != m_end && *m_at == '0')
        ++m_at;
    else if (!digits())
        return fail(Flaw::Syntax);
    if (m_at != m_end && *m_at == '.') {
        ++m_at;
        if (!digits())
            return fail(Flaw::Syntax);
    }
    if (m_at != m_end && (*m_at | 0x20) == 'e') {
        ++m_at;
        if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        if (!digits())
            return fail(Flaw::Syntax);
    }
    return true;
}

bool Scanner::word(const char *text, qsizetype length)
{
    if (m_end - m_at < length || std::memcmp(m_at, text, size_t(length)) != 0)
        return fail(Flaw::Syntax);
    m_at += length;
    return true;
}

bool Scanner::scalar()
{
    switch (*m_at) {
    case '"': return string();
    case 't': return word("true", 4);
    case 'f': return word("false", 5);
    case 'n': return word("null", 4);
    default:
        if (*m_at == '-' || isDigit(*m_at))
            return number();
        if (static_cast<unsigned char>(*m_at) >= 0x80 && utf8Length(m_at, m_end) == 0)
            return fail(Flaw::InvalidUtf8);
        return fail(Flaw::Syntax);
    }
}

/// `"name" :` of a member, up to where its value is due. Only names of the top level are kept: the value of a member may hold
/// names of its own, which come before the member is complete.
bool Scanner::name(bool keep)
{
    skipBlanks();
    const qsizetype begin = here();
    if (!string())
        return false;
    if (keep)
        m_name = {begin, here()};
    skipBlanks();
    if (m_at == m_end || *m_at != ':')
        return fail(Flaw::Syntax);
    ++m_at;
    return true;
}

/// Values without recursion: a hostile depth must not reach the C++ stack.
bool Scanner::value(ObjectIndex *index)
{
    std::array<quint64, DepthLimit / 64> objects; // one bit for each open container, set as it is opened
    const auto isObject = [&objects](int level) { return (objects[size_t(level) / 64] >> (level % 64) & 1) != 0; };
    const auto open = [&objects](int level, bool object) {
        quint64 &word = objects[size_t(level) / 64];
        word = (word & ~(quint64(1) << (level % 64))) | (quint64(object) << (level % 64));
    };
    objects.fill(0);
    int depth = 0;

    while (true) {
        skipBlanks(); // a value is due
        if (m_at == m_end)
            return fail(depth == 0 ? Flaw::Empty : Flaw::Syntax);
        if (depth == 1)
            m_valueBegin = here();
        if (*m_at == '{' || *m_at == '[') {
            if (depth >= m_maxDepth)
                return fail(Flaw::TooDeep);
            const bool object = *m_at == '{';
            if (depth == 0 && index && object) {
                index->isObject = true;
                index->object.begin = here();
            }
            open(depth++, object);
            ++m_at;
            skipBlanks();
            if (m_at == m_end)
                return fail(Flaw::Syntax);
            if (*m_at != (object ? '}' : ']')) {
                if (object && !name(depth == 1))
                    return false;
                continue;
            }
            ++m_at;
            --depth;
            if (depth == 0 && index)
                index->object.end = here();
        } else if (!scalar()) {
            return false;
        }

        while (true) { // a value has ended: close what ends with it, up to the next value
            if (index && depth == 1 && index->isObject) {
                if (qsizetype(index->members.size()) >= MaxMembers)
                    return fail(Flaw::TooMany);
                index->members.push_back({m_name, {m_valueBegin, here()}});
            }
            if (depth == 0)
                return true;
            skipBlanks();
            if (m_at == m_end)
                return fail(Flaw::Syntax);
            const bool object = isObject(depth - 1);
            if (*m_at == (object ? '}' : ']')) {
                ++m_at;
                --depth;
                if (depth == 0 && index)
                    index->object.end = here();
                continue;
            }
            if (*m_at != ',')
                return fail(Flaw::Syntax);
            ++m_at;
            if (object && !name(depth == 1))
                return false;
            break;
        }
    }
}

Problem Scanner::run(ObjectIndex *index)
{
    if (value(index)) {
        skipBlanks();
        if (m_at != m_end)
            fail(Flaw::TrailingBytes);
    }
    return m_problem;
}

/// Past the string that begins at `at`; the end of the text at the latest.
qsizetype skipString(QByteArrayView text, qsizetype at)
{
    const char *p = text.data() + at + 1;
    const char *end = text.data() + text.size();
    while (p < end) {
        p = endOfPlain<false>(p, end);
        if (p == end)
            break;
        if (*p == '"')
            return p + 1 - text.data();
        p += *p == '\\' && end - p > 1 ? 2 : 1;
    }
    return text.size();
}

/// Past the value that begins at `at`, trusting that the text is valid.
qsizetype skipValue(QByteArrayView text, qsizetype at)
{
    if (at >= text.size())
        return text.size();
    if (text[at] == '"')
        return skipString(text, at);
    if (text[at] != '{' && text[at] != '[') {
        while (at < text.size() && text[at] != ',' && text[at] != '}' && text[at] != ']' && !isBlank(text[at]))
            ++at;
        return at;
    }
    int depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = skipString(text, at);
            continue;
        }
        ++at;
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return at;
    }
    return text.size();
}

qsizetype skipBlanks(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

void appendUtf8(QByteArray &out, char32_t code)
{
    if (code < 0x80) {
        out += char(code);
    } else if (code < 0x800) {
        out += char(0xc0 | (code >> 6));
        out += char(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        out += char(0xe0 | (code >> 12));
        out += char(0x80 | ((code >> 6) & 0x3f));
        out += char(0x80 | (code & 0x3f));
    } else {
        out += char(0xf0 | (code >> 18));
        out += char(0x80 | ((code >> 12) & 0x3f));
        out += char(0x80 | ((code >> 6) & 0x3f));
        out += char(0x80 | (code & 0x3f));
    }
}

int hexFour(QByteArrayView text, qsizetype at)
{
    if (at + 4 > text.size())
        return -1;
    int code = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexValue(text[at + i]);
        if (digit < 0)
            return -1;
        code = code * 16 + digit;
    }
    return code;
}

/// The code point of the \u escape whose digits begin at `at`; joins surrogate pairs; `at` moves past it.
char32_t unicodeEscape(QByteArrayView text, qsizetype &at)
{
    const int unit = hexFour(text, at);
    at = std::min(at + 4, text.size());
    if (unit >= 0xd800 && unit <= 0xdbff && at + 6 <= text.size() && text[at] == '\\' && text[at + 1] == 'u') {
        const int low = hexFour(text, at + 2);
        if (low >= 0xdc00 && low <= 0xdfff) {
            at += 6;
            return char32_t(0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
        }
    }
    return unit < 0 || (unit >= 0xd800 && unit <= 0xdfff) ? U'\ufffd' : char32_t(unit);
}

/// `raw` with its quotes.
QByteArray unescaped(QByteArrayView raw)
{
    const QByteArrayView inner = raw.size() >= 2 ? raw.sliced(1, raw.size() - 2) : QByteArrayView();
    if (!inner.contains('\\'))
        return inner.toByteArray();
    QByteArray out;
    out.reserve(inner.size());
    for (qsizetype i = 0; i < inner.size();) {
        if (inner[i] != '\\') {
            out += inner[i++];
            continue;
        }
        if (++i >= inner.size())
            break;
        const char c = inner[i++];
        switch (c) {
        case 'b': out += '\b'; break;
        case 'f': out += '\f'; break;
        case 'n': out += '\n'; break;
        case 'r': out += '\r'; break;
        case 't': out += '\t'; break;
        case 'u': appendUtf8(out, unicodeEscape(inner, i)); break;
        default: out += c;
        }
    }
    return out;
}

bool sameName(QByteArrayView raw, QByteArrayView name)
{
    if (raw.size() < 2)
        return false;
    const QByteArrayView inner = raw.sliced(1, raw.size() - 2);
    return inner == name || (inner.contains('\\') && unescaped(raw) == name);
}

} // namespace

Problem validate(QByteArrayView text, int maxDepth)
{
    return Scanner(text, maxDepth).run(nullptr);
}

ObjectIndex indexObject(QByteArrayView text, int maxDepth)
{
    ObjectIndex index;
    index.problem = Scanner(text, maxDepth).run(&index);
    return index;
}

Value::Value(QByteArrayView text)
{
    const qsizetype begin = skipBlanks(text, 0);
    m_raw = text.sliced(begin, skipValue(text, begin) - begin);
}

Value Value::exactly(QByteArrayView raw)
{
    Value value;
    value.m_raw = raw;
    return value;
}

Value::Type Value::type() const
{
    if (m_raw.isEmpty())
        return Type::Missing;
    switch (m_raw[0]) {
    case '{': return Type::Object;
    case '[': return Type::Array;
    case '"': return Type::String;
    case 't':
    case 'f': return Type::Bool;
    case 'n': return Type::Null;
    default: return Type::Number;
    }
}

Value Value::operator[](QByteArrayView name) const
{
    Value found;
    members([&](const Value &key, const Value &value) {
        if (sameName(key.m_raw, name))
            found = value;
        return true;
    });
    return found;
}

Value Value::first() const
{
    Value found;
    elements([&](const Value &value) {
        found = value;
        return false;
    });
    return found;
}

bool Value::toBool(bool otherwise) const
{
    return type() == Type::Bool ? m_raw[0] == 't' : otherwise;
}

std::optional<qint64> Value::toInteger() const
{
    if (!isNumber())
        return std::nullopt;
    qint64 whole = 0;
    const char *end = m_raw.data() + m_raw.size();
    const auto exact = std::from_chars(m_raw.data(), end, whole);
    if (exact.ec == std::errc() && exact.ptr == end)
        return whole;
    if (exact.ec == std::errc::result_out_of_range && exact.ptr == end)
        return std::nullopt;
    double number = 0;
    const auto loose = std::from_chars(m_raw.data(), end, number);
    constexpr double limit = 9223372036854775808.0; // 2^63, exact as a double
    if (loose.ec != std::errc() || loose.ptr != end || number < -limit || number >= limit || number != std::trunc(number))
        return std::nullopt;
    return qint64(number);
}

QByteArray Value::toUtf8() const
{
    return isString() ? unescaped(m_raw) : QByteArray();
}

QString Value::toString() const
{
    return textOf(toUtf8());
}

bool Value::isEmptyString() const
{
    return m_raw == "\"\"";
}

Value::Cursor::Cursor(const Value &container)
    : m_text(container.m_raw), m_at(1), m_object(container.isObject()), m_array(container.isArray())
{
}

bool Value::Cursor::nextElement(Value &value)
{
    if (!m_array)
        return false;
    m_at = skipBlanks(m_text, m_at);
    if (m_at < m_text.size() && m_text[m_at] == ',')
        m_at = skipBlanks(m_text, m_at + 1);
    if (m_at >= m_text.size() || m_text[m_at] == ']')
        return false;
    const qsizetype end = std::max(skipValue(m_text, m_at), m_at + 1);
    value.m_raw = m_text.sliced(m_at, end - m_at);
    m_at = end;
    return true;
}

bool Value::Cursor::nextMember(Value &name, Value &value)
{
    if (!m_object)
        return false;
    m_at = skipBlanks(m_text, m_at);
    if (m_at < m_text.size() && m_text[m_at] == ',')
        m_at = skipBlanks(m_text, m_at + 1);
    if (m_at >= m_text.size() || m_text[m_at] != '"')
        return false;
    qsizetype end = skipString(m_text, m_at);
    name.m_raw = m_text.sliced(m_at, end - m_at);
    m_at = skipBlanks(m_text, end);
    if (m_at >= m_text.size() || m_text[m_at] != ':')
        return false;
    m_at = skipBlanks(m_text, m_at + 1);
    end = skipValue(m_text, m_at);
    value.m_raw = m_text.sliced(m_at, end - m_at);
    m_at = end;
    return true;
}

Found find(const ObjectIndex &index, QByteArrayView text, QByteArrayView name)
{
    Found found;
    for (const Member &member : index.members) {
        if (sameName(text.sliced(member.name.begin, member.name.size()), name)) {
            ++found.count;
            found.member = member;
        }
    }
    return found;
}

QByteArray splice(QByteArrayView text, std::vector<Edit> edits)
{
    // Insertions at one place keep their order and come before a replacement that begins there.
    std::stable_sort(edits.begin(), edits.end(), [](const Edit &a, const Edit &b) {
        return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
    });
    qsizetype size = text.size();
    for (const Edit &edit : edits)
        size += edit.replacement.size() - edit.span.size();
    QByteArray out;
    out.reserve(size);
    qsizetype at = 0;
    for (const Edit &edit : edits) {
        out.append(text.sliced(at, edit.span.begin - at));
        out.append(edit.replacement);
        at = edit.span.end;
    }
    out.append(text.sliced(at));
    return out;
}

Edit insertMember(const ObjectIndex &index, QByteArrayView name, QByteArrayView rawValue)
{
    const qsizetype at = index.object.begin + 1;
    QByteArray member = '"' + name.toByteArray() + "\":" + rawValue.toByteArray();
    if (!index.members.empty())
        member += ',';
    return {{at, at}, member};
}

QString textOf(QByteArrayView utf8)
{
    QString text = QString::fromUtf8(utf8);
    if (utf8.startsWith("\xef\xbb\xbf")) // fromUtf8 takes it for a byte-order mark
        text.prepend(QChar(QChar::ByteOrderMark));
    return text;
}

QByteArray quoted(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out += '"';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            constexpr char digits[] = "0123456789abcdef";
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    return out += '"';
}

} // namespace understudy::json
