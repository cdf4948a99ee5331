// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/JsonSpan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace understudy;
using namespace understudy::json;
using namespace Qt::StringLiterals;

namespace {

QByteArray nested(int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); }

/// Random documents as text, with blanks, escapes and every kind of value; only what both parsers must accept.
class Generator {
public:
    explicit Generator(quint32 seed) : m_random(seed) {}

    int below(int limit) { return int(m_random.bounded(limit)); }

    QByteArray blank()
    {
        static const char *const kinds[] = {"", "", "", " ", "\n", "\t", "\r\n", "  "};
        return kinds[below(8)];
    }

    QByteArray string()
    {
        static const char *const pieces[] = {"a", "model", "\\n", "\\\"", "\\\\", "\\/", "\\u0041", "\\u4e2d", "\\ud83d\\ude00", "中文",
                                             "é", "😀", "{", "}", "[", "]", ",", ":", " ", "0123456789abcdef", "\\t", "\\b\\f\\r"};
        QByteArray out = "\"";
        for (int i = below(12); i > 0; --i)
            out += pieces[below(22)];
        return out + '"';
    }

    QByteArray number()
    {
        QByteArray out = below(2) ? "-" : "";
        out += below(4) == 0 ? QByteArray("0") : QByteArray::number(1 + below(99999));
        if (below(3) == 0)
            out += '.' + QByteArray::number(below(1000));
        if (below(4) == 0)
            out += QByteArray(below(2) ? "e" : "E") + (below(2) ? "+" : below(2) ? "-" : "") + QByteArray::number(below(20));
        return out;
    }

    QByteArray value(int depth)
    {
        switch (depth > 0 ? below(8) : below(5)) {
        case 0: return "true";
        case 1: return "false";
        case 2: return "null";
        case 3: return number();
        case 4: return string();
        case 5: return array(depth);
        default: return object(depth);
        }
    }

    QByteArray array(int depth)
    {
        QByteArray out = "[" + blank();
        for (int i = 0, count = below(5); i < count; ++i)
            out += (i ? "," : "") + blank() + value(depth - 1) + blank();
        return out + ']';
    }

    /// Names are unique: what a repeated one means is not the same for everybody.
    QByteArray object(int depth)
    {
        QByteArray out = "{" + blank();
        for (int i = 0, count = below(5); i < count; ++i) {
            QByteArray name = string();
            name.insert(name.size() - 1, QByteArray::number(i));
            out += (i ? "," : "") + blank() + name + blank() + ':' + blank() + value(depth - 1) + blank();
        }
        return out + '}';
    }

private:
    QRandomGenerator m_random;
};

/// Whether our view of a value is what the reference parser read. Numbers as doubles: Qt keeps some as integers.
bool same(const Value &value, const QJsonValue &expected)
{
    switch (value.type()) {
    case Value::Type::Null: return expected.isNull();
    case Value::Type::Bool: return expected.isBool() && value.toBool() == expected.toBool();
    case Value::Type::Number: return expected.isDouble() && value.raw().toByteArray().toDouble() == expected.toDouble();
    case Value::Type::String: return expected.isString() && value.toString() == expected.toString();
    case Value::Type::Missing: return false;
    case Value::Type::Array: {
        const QJsonArray array = expected.toArray();
        int at = 0;
        bool equal = expected.isArray();
        value.elements([&](const Value &element) {
            equal = equal && at < array.size() && same(element, array[at]);
            ++at;
            return equal;
        });
        return equal && at == array.size();
    }
    case Value::Type::Object: {
        const QJsonObject object = expected.toObject();
        int count = 0;
        bool equal = expected.isObject();
        value.members([&](const Value &name, const Value &member) {
            equal = equal && object.contains(name.toString()) && same(member, object[name.toString()]);
            ++count;
            return equal;
        });
        return equal && count == object.size();
    }
    }
    return false;
}

/// Walks everything that can be read; under a sanitizer it finds reads outside the text.
int touch(const Value &value, int depth = 0)
{
    int sum = int(value.raw().size()) + int(value.toUtf8().size()) + int(value.toString().size()) + value.toBool();
    sum += value.toInteger().has_value() + value["a"].isMissing() + value.first().isMissing() + value.isEmptyString();
    if (depth > 20)
        return sum;
    value.elements([&](const Value &element) {
        sum += touch(element, depth + 1);
        return true;
    });
    value.members([&](const Value &name, const Value &member) {
        sum += touch(name, depth + 1) + touch(member, depth + 1);
        return true;
    });
    return sum;
}

} // namespace

class tst_JsonSpan : public QObject {
    Q_OBJECT

private slots:
    void grammar_data();
    void grammar();
    void depth();
    void members();
    void integers_data();
    void integers();
    void strings_data();
    void strings();
    void lookup();
    void index_data();
    void index();
    void spliceKeepsTheRest();
    void insertsFirst();
    void quotes();
    void agreesWithQt();
    void splicesRandomDocuments();
    void survivesDamage();
    void speed();
};

void tst_JsonSpan::grammar_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Flaw>("flaw");
    QTest::addColumn<int>("offset");
    const auto good = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text << Flaw::None << 0; };
    const auto bad = [](const char *name, const QByteArray &text, Flaw flaw, int offset) { QTest::newRow(name) << text << flaw << offset; };

    good("object", "{}");
    good("array", "[]");
    good("string alone", "\"a\"");
    good("number alone", "-0.5e-7");
    good("true", "true");
    good("false", "false");
    good("null", " null ");
    good("blanks everywhere", " \t\r\n{ \"a\" : [ 1 , 2 ] , \"b\" : { } } \n");
    good("duplicate names", R"({"a":1,"a":2})");
    good("empty name", R"({"":1})");
    good("all escapes", R"("\"\\\/\b\f\n\r\t\u00e9\uABCD")");
    good("surrogate pair escape", R"("\ud83d\ude00")");
    good("lone surrogate escape", R"("\ud83d")");
    good("DEL inside a string", "\"\x7f\"");
    good("two, three and four bytes", "\"\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80\"");
    good("first and last of each length", "\"\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"");
    good("huge exponent", "1e400");
    good("long integer", "12345678901234567890123");
    good("minus zero", "-0");

    bad("nothing", "", Flaw::Empty, 0);
    bad("only blanks", " \n ", Flaw::Empty, 3);
    bad("byte-order mark", "\xef\xbb\xbf{}", Flaw::Syntax, 0);
    bad("trailing word", "{} x", Flaw::TrailingBytes, 3);
    bad("two values", "1 2", Flaw::TrailingBytes, 2);
    bad("trailing zero byte", QByteArray("{}\0", 3), Flaw::TrailingBytes, 2);
    bad("trailing comma in object", R"({"a":1,})", Flaw::Syntax, 7);
    bad("trailing comma in array", "[1,]", Flaw::Syntax, 3);
    bad("leading comma", "[,1]", Flaw::Syntax, 1);
    bad("missing comma", "[1 2]", Flaw::Syntax, 3);
    bad("missing colon", R"({"a" 1})", Flaw::Syntax, 5);
    bad("missing value", R"({"a":})", Flaw::Syntax, 5);
    bad("number as name", "{1:2}", Flaw::Syntax, 1);
    bad("wrong closer", "[1}", Flaw::Syntax, 2);
    bad("open object", R"({"a":1)", Flaw::Syntax, 6);
    bad("open array", "[1", Flaw::Syntax, 2);
    bad("open string", "\"abc", Flaw::Syntax, 4);
    bad("open long string", "\"" + QByteArray(100, 'x'), Flaw::Syntax, 101);
    bad("only a closer", "]", Flaw::Syntax, 0);
    bad("single quotes", "'a'", Flaw::Syntax, 0);
    bad("comment", "/**/1", Flaw::Syntax, 0);
    bad("capital word", "True", Flaw::Syntax, 0);
    bad("cut word", "tru", Flaw::Syntax, 0);
    bad("longer word", "trueish", Flaw::TrailingBytes, 4);
    bad("NaN", "NaN", Flaw::Syntax, 0);
    bad("infinity", "-Infinity", Flaw::Syntax, 1);
    bad("plus sign", "+1", Flaw::Syntax, 0);
    bad("leading zero", "01", Flaw::TrailingBytes, 1);
    bad("leading zero in array", "[01]", Flaw::Syntax, 2);
    bad("bare minus", "-", Flaw::Syntax, 1);
    bad("no digit after point", "1.", Flaw::Syntax, 2);
    bad("no digit before point", ".5", Flaw::Syntax, 0);
    bad("no digit in exponent", "1e", Flaw::Syntax, 2);
    bad("no digit after exponent sign", "1e+", Flaw::Syntax, 3);
    bad("hexadecimal", "0x10", Flaw::TrailingBytes, 1);
    bad("newline inside a string", "\"a\nb\"", Flaw::Syntax, 2);
    bad("tab inside a string", "\"\t\"", Flaw::Syntax, 1);
    bad("zero byte inside a string", QByteArray("\"\0\"", 3), Flaw::Syntax, 1);
    bad("unknown escape", R"("\x41")", Flaw::Syntax, 2);
    bad("escaped zero byte", QByteArray("\"\\\0\"", 4), Flaw::Syntax, 2);
    bad("short unicode escape", R"("\u12")", Flaw::Syntax, 2);
    bad("no hexadecimal digits", R"("\u12g4")", Flaw::Syntax, 2);
    bad("backslash at the end", "\"\\", Flaw::Syntax, 2);
    bad("vertical tab between", "[1,\v2]", Flaw::Syntax, 3);
    bad("no-break space between", "[1,\xc2\xa0""2]", Flaw::Syntax, 3);
    bad("lone continuation", "\"\x80\"", Flaw::InvalidUtf8, 1);
    bad("overlong slash", "\"\xc0\xaf\"", Flaw::InvalidUtf8, 1);
    bad("overlong in three", "\"\xe0\x9f\xbf\"", Flaw::InvalidUtf8, 1);
    bad("overlong in four", "\"\xf0\x8f\xbf\xbf\"", Flaw::InvalidUtf8, 1);
    bad("surrogate in UTF-8", "\"\xed\xa0\x80\"", Flaw::InvalidUtf8, 1);
    bad("beyond U+10FFFF", "\"\xf4\x90\x80\x80\"", Flaw::InvalidUtf8, 1);
    bad("byte FF", "\"\xff\"", Flaw::InvalidUtf8, 1);
    bad("cut sequence", "\"\xe4\xb8\"", Flaw::InvalidUtf8, 1);
    bad("cut sequence at the end", "\"\xe4\xb8", Flaw::InvalidUtf8, 1);
    bad("after a long plain run", "\"" + QByteArray(37, 'x') + "\xff\"", Flaw::InvalidUtf8, 38);
    bad("control after a long plain run", "\"" + QByteArray(50, 'x') + "\x1f\"", Flaw::Syntax, 51);
    bad("bad byte outside a string", "[\xff]", Flaw::InvalidUtf8, 1);
}

void tst_JsonSpan::grammar()
{
    QFETCH(QByteArray, text);
    QFETCH(Flaw, flaw);
    QFETCH(int, offset);
    const Problem problem = validate(text);
    QCOMPARE(problem.flaw, flaw);
    QCOMPARE(problem.offset, qsizetype(offset));
    QCOMPARE(indexObject(text).problem, problem);

    // The same at the end of an exact allocation: a read past the end shows under a sanitizer.
    std::vector<char> exact(text.cbegin(), text.cend());
    QCOMPARE(validate(QByteArrayView(exact.data(), qsizetype(exact.size()))), problem);
}

void tst_JsonSpan::members()
{
    const auto with = [](qsizetype count) { return "{\"m\":{" + QByteArray("\"\":0,").repeated(10000) + "\"\":0}" + QByteArray(",\"\":0").repeated(count - 1) + '}'; };
    QVERIFY(!indexObject(with(MaxMembers)).problem);
    QCOMPARE(indexObject(with(MaxMembers + 1)).problem.flaw, Flaw::TooMany);
    QVERIFY(!validate(with(MaxMembers + 1)));
}

void tst_JsonSpan::depth()
{
    QVERIFY(!validate(nested(128)));
    QCOMPARE(validate(nested(129)), (Problem{Flaw::TooDeep, 128}));
    QVERIFY(!validate(nested(1), 1));
    QCOMPARE(validate(nested(2), 1).flaw, Flaw::TooDeep);
    QCOMPARE(validate("[]", 0).flaw, Flaw::TooDeep);
    QVERIFY(!validate(nested(1024), 100000));
    QCOMPARE(validate(nested(1025), 100000).flaw, Flaw::TooDeep);
    QCOMPARE(validate(QByteArray(1000000, '[')).flaw, Flaw::TooDeep);
    QByteArray mixed;
    for (int i = 0; i < 64; ++i)
        mixed += "{\"a\":[";
    QVERIFY(!validate(mixed + QByteArray("]}").repeated(64)));
    QCOMPARE(validate(mixed + QByteArray("}]").repeated(64)).flaw, Flaw::Syntax);
}

void tst_JsonSpan::integers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("known");
    QTest::addColumn<qint64>("number");
    const auto row = [](const char *text, std::optional<qint64> number) {
        QTest::newRow(text) << QByteArray(text) << number.has_value() << number.value_or(0);
    };
    row("0", 0);
    row("-7", -7);
    row("160", 160);
    row("3.0", 3);
    row("3e2", 300);
    row("1.5e1", 15);
    row("9223372036854775807", std::numeric_limits<qint64>::max());
    row("-9223372036854775808", std::numeric_limits<qint64>::min());
    row("1e16", 10000000000000000);
    row("9223372036854775808", std::nullopt);
    row("9.3e18", std::nullopt);
    row("1e400", std::nullopt);
    row("1.5", std::nullopt);
    row("\"3\"", std::nullopt);
    row("null", std::nullopt);
    row("true", std::nullopt);
    row("", std::nullopt);
}

void tst_JsonSpan::integers()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, known);
    QFETCH(qint64, number);
    const auto got = Value(text).toInteger();
    QCOMPARE(got.has_value(), known);
    QCOMPARE(got.value_or(0), number);
}

void tst_JsonSpan::strings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("empty") << QByteArray("\"\"") << QString();
    QTest::newRow("plain") << QByteArray("\"abc\"") << u"abc"_s;
    QTest::newRow("escapes") << QByteArray(R"("\"\\\/\b\f\n\r\t")") << u"\"\\/\b\f\n\r\t"_s;
    QTest::newRow("unicode") << QByteArray(R"("mod\u0065l \u4e2d")") << u"model 中"_s;
    QTest::newRow("pair") << QByteArray(R"("\uD83D\uDE00!")") << u"😀!"_s;
    QTest::newRow("lone high") << QByteArray(R"("\ud83dx")") << u"\ufffdx"_s;
    QTest::newRow("lone low") << QByteArray(R"("\ude00")") << u"\ufffd"_s;
    QTest::newRow("high and no low") << QByteArray(R"("\ud83d\u0041")") << u"\ufffdA"_s;
    // QString::fromUtf8 drops a leading U+FEFF as a byte-order mark.
    QTest::newRow("U+FEFF first") << QByteArray("\"\xef\xbb\xbf\xef\xbb\xbfx\"") << u"\ufeff\ufeffx"_s;
    QTest::newRow("not a string") << QByteArray("12") << QString();
}

void tst_JsonSpan::strings()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, plain);
    QCOMPARE(Value(text).toString(), plain);
    QCOMPARE(Value(text).toUtf8(), plain.toUtf8());
    QCOMPARE(Value(text).isEmptyString(), text == "\"\"");
}

void tst_JsonSpan::lookup()
{
    const Value root(R"( {"a":{"b":[10,{"c":null}]},"e\u0078t":true,"d":1,"d":2,"s":"\"}"} )");
    QVERIFY(root.isObject());
    QCOMPARE(root["a"]["b"].first().toInteger(), std::optional<qint64>(10));
    QVERIFY(root["ext"].toBool());
    QVERIFY(!root["ext"].toBool(false) == false);
    QCOMPARE(root["d"].toInteger(), std::optional<qint64>(2)); // the last, as most parsers choose
    QCOMPARE(root["s"].toString(), u"\"}"_s);
    QVERIFY(root["missing"].isMissing());
    QVERIFY(root["d"]["x"].isMissing());
    QVERIFY(root["a"].first().isMissing());
    QVERIFY(Value().isMissing());
    QVERIFY(Value("   ").isMissing());
    QVERIFY(Value("null").isNull());
    int seen = 0;
    root.members([&](const Value &, const Value &) { return ++seen < 2; });
    QCOMPARE(seen, 2);
    seen = 0;
    Value("[1,2,3]").elements([&](const Value &element) {
        seen = seen * 10 + int(*element.toInteger());
        return true;
    });
    QCOMPARE(seen, 123);
}

void tst_JsonSpan::index_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("first") << QByteArray(R"({"model":"a","x":1})") << 1 << QByteArray("\"model\"") << QByteArray("\"a\"");
    // The name of the outer member was once overwritten by the names inside its value.
    QTest::newRow("value with names of its own") << QByteArray(R"({"model":{"x":{"y":1}},"z":2})") << 1 << QByteArray("\"model\"")
                                                 << QByteArray(R"({"x":{"y":1}})");
    QTest::newRow("only nested") << QByteArray(R"({"a":{"model":1},"b":[{"model":2}]})") << 0 << QByteArray() << QByteArray();
    QTest::newRow("after nested") << QByteArray(R"({"messages":[{"role":"u","model":0}],"model" : "b" })") << 1 << QByteArray("\"model\"")
                                  << QByteArray("\"b\"");
    QTest::newRow("twice") << QByteArray(R"({"model":1,"model":2})") << 2 << QByteArray("\"model\"") << QByteArray("2");
    QTest::newRow("escaped name") << QByteArray(R"({"mod\u0065l":[1]})") << 1 << QByteArray(R"("mod\u0065l")") << QByteArray("[1]");
    QTest::newRow("plain and escaped") << QByteArray(R"({"model":1,"\u006dodel":2})") << 2 << QByteArray(R"("\u006dodel")")
                                       << QByteArray("2");
    QTest::newRow("as a value only") << QByteArray(R"({"a":"model"})") << 0 << QByteArray() << QByteArray();
    QTest::newRow("empty object") << QByteArray("{ }") << 0 << QByteArray() << QByteArray();
}

void tst_JsonSpan::index()
{
    QFETCH(QByteArray, text);
    QFETCH(int, count);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const ObjectIndex found = indexObject(text);
    QVERIFY(!found.problem);
    QVERIFY(found.isObject);
    QCOMPARE(found.object, (Span{0, text.size()}));
    const Found member = find(found, text, "model");
    QCOMPARE(member.count, count);
    QCOMPARE(text.sliced(member.member.name.begin, member.member.name.size()), name);
    QCOMPARE(text.sliced(member.member.value.begin, member.member.value.size()), value);
    QVERIFY(!indexObject("[{\"model\":1}]").isObject);
    QVERIFY(indexObject("[{\"model\":1}]").members.empty());
}

void tst_JsonSpan::spliceKeepsTheRest()
{
    const QByteArray text = R"( {"z":1.0, "model" : "old", "n":12345678901234567890, "z":2} )";
    const ObjectIndex index = indexObject(text);
    const Span span = find(index, text, "model").member.value;
    const Edit model{span, "\"new\""};
    const Edit added = insertMember(index, "stream_options", R"({"include_usage":true})");
    const QByteArray expected = R"( {"stream_options":{"include_usage":true},"z":1.0, "model" : "new", "n":12345678901234567890, "z":2} )";
    QCOMPARE(splice(text, {model, added}), expected);
    QCOMPARE(splice(text, {added, model}), expected);
    QCOMPARE(splice(text, {}), text);
    QCOMPARE(splice("abc", {{{1, 1}, "1"}, {{1, 1}, "2"}, {{1, 2}, "x"}}), QByteArray("a12xc"));
    QCOMPARE(splice("abc", {{{1, 2}, "x"}, {{1, 1}, "1"}}), QByteArray("a1xc"));
    QCOMPARE(splice("abc", {{{0, 3}, ""}}), QByteArray());
}

void tst_JsonSpan::insertsFirst()
{
    const QByteArray empty = " { } ";
    QCOMPARE(splice(empty, {insertMember(indexObject(empty), "a", "1")}), QByteArray(" {\"a\":1 } "));
    const QByteArray full = R"({"b":2})";
    QCOMPARE(splice(full, {insertMember(indexObject(full), "a", "1")}), QByteArray(R"({"a":1,"b":2})"));
}

void tst_JsonSpan::quotes()
{
    const QString hard = u"a\"b\\c\n\t\u0001\u007f中😀/"_s;
    const QByteArray literal = quoted(hard);
    QVERIFY(!validate(literal));
    QCOMPARE(Value(literal).toString(), hard);
    QCOMPARE(quoted(u"x"), QByteArray("\"x\""));
    QCOMPARE(quoted(QStringView()), QByteArray("\"\""));
    QString all;
    for (char16_t c = 0; c < 0x250; ++c)
        all += QChar(c);
    QVERIFY(!validate(quoted(all)));
    QCOMPARE(Value(quoted(all)).toString(), all);
}

void tst_JsonSpan::agreesWithQt()
{
    Generator generator(20260101);
    for (int round = 0; round < 3000; ++round) {
        QByteArray text = generator.blank() + (round % 2 ? generator.object(4) : generator.array(4)) + generator.blank();
        QJsonParseError error;
        QJsonDocument reference = QJsonDocument::fromJson(text, &error);
        QVERIFY2(error.error == QJsonParseError::NoError, text);
        QVERIFY2(!validate(text), text);
        const QJsonValue expected = reference.isObject() ? QJsonValue(reference.object()) : QJsonValue(reference.array());
        QVERIFY2(same(Value(text), expected), text);

        // One damaged byte: whatever Qt refuses as syntax we refuse too. Not the other way round: Qt accepts more (lone
        // control characters in strings, words it does not end) and reads numbers while it parses.
        text[generator.below(int(text.size()))] = "{}[]\",:\\x0 \x01\xff"[generator.below(13)];
        reference = QJsonDocument::fromJson(text, &error);
        if (!validate(text)) {
            const bool known = error.error == QJsonParseError::NoError || error.error == QJsonParseError::IllegalNumber;
            QVERIFY2(known, text);
        }
    }
}

void tst_JsonSpan::splicesRandomDocuments()
{
    Generator generator(7);
    for (int round = 0; round < 2000; ++round) {
        const QByteArray text = generator.blank() + generator.object(3) + generator.blank();
        const ObjectIndex index = indexObject(text);
        QVERIFY(!index.problem && index.isObject);
        int members = 0;
        Value(text).members([&](const Value &name, const Value &value) {
            const Member &member = index.members[size_t(members++)];
            if (Value::exactly(text.sliced(member.value.begin, member.value.size())).type() != value.type())
                return false;
            const bool same = text.sliced(member.name.begin, member.name.size()) == name.raw()
                && text.sliced(member.value.begin, member.value.size()) == value.raw();
            if (!same)
                qWarning() << text;
            return same;
        });
        QCOMPARE(members, int(index.members.size()));
        if (index.members.empty())
            continue;
        const Member &chosen = index.members[size_t(generator.below(members))];
        const QByteArray replacement = generator.value(2);
        const QByteArray edited = splice(text, {{chosen.value, replacement}});
        QCOMPARE(edited.first(chosen.value.begin), text.first(chosen.value.begin));
        QCOMPARE(edited.sliced(chosen.value.begin + replacement.size()), text.sliced(chosen.value.end));
        const ObjectIndex again = indexObject(edited);
        QVERIFY2(!again.problem, edited);
        QCOMPARE(again.members.size(), index.members.size());
        const QByteArray name = Value(text.sliced(chosen.name.begin, chosen.name.size())).toUtf8();
        const Span value = find(again, edited, name).member.value;
        QCOMPARE(edited.sliced(value.begin, value.size()), replacement);
    }
}

void tst_JsonSpan::survivesDamage()
{
    Generator generator(99);
    int sum = 0;
    for (int round = 0; round < 4000; ++round) {
        QByteArray text = generator.value(5);
        if (generator.below(2))
            text.truncate(generator.below(int(text.size()) + 1));
        for (int flips = generator.below(4); flips > 0 && !text.isEmpty(); --flips)
            text[generator.below(int(text.size()))] = char(generator.below(256));
        const std::vector<char> exact(text.cbegin(), text.cend()); // no terminating zero behind it
        const QByteArrayView view(exact.data(), qsizetype(exact.size()));
        sum += int(validate(view).offset) + int(indexObject(view).members.size()) + touch(Value(view));
    }
    QVERIFY(sum != 0);
}

void tst_JsonSpan::speed()
{
    QByteArray text = R"({"model":"m","messages":[)";
    for (int i = 0; i < 200; ++i)
        text += R"({"role":"user","content":")" + QByteArray(5000, 'x') + "\\n" + QByteArray("中文和英文 mixed ").repeated(20) + "\"},";
    text.chop(1);
    text += "]}";
    int members = 0;
    QBENCHMARK { members += int(indexObject(text).members.size()); }
    QVERIFY(members > 0);
}

QTEST_APPLESS_MAIN(tst_JsonSpan)
#include "tst_jsonspan.moc"
