// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON scanner against Qt's parser, and what splicing promises.
#include "FuzzCheck.h"
#include "base/JsonSpan.h"

#include <QJsonDocument>

using namespace understudy::json;

namespace {

int touch(const Value &value, int depth)
{
    int seen = value.toInteger().has_value() + int(value.toUtf8().size()) + value["model"].isMissing();
    if (depth > 8)
        return seen;
    value.elements([&](const Value &element) {
        seen += touch(element, depth + 1);
        return true;
    });
    value.members([&](const Value &name, const Value &member) {
        seen += touch(name, depth + 1) + touch(member, depth + 1);
        return true;
    });
    return seen;
}

/// Qt's parser takes only objects and arrays, reads numbers at once, and is lenient inside values: control characters,
/// unknown escapes, ".5". So it may accept what is bad syntax here, but nothing that is wrong in another way.
void compareWithQt(QByteArrayView text, const Problem &problem)
{
    QJsonParseError error;
    QJsonDocument::fromJson(text.toByteArray(), &error);
    const bool qtAccepts = error.error == QJsonParseError::NoError;
    const Value value(text);
    if (!problem && (value.isObject() || value.isArray()))
        fuzz::check(qtAccepts || error.error == QJsonParseError::IllegalNumber, "Qt reads what we call valid");
    const bool mark = text.startsWith("\xef\xbb\xbf");
    if (qtAccepts && problem)
        fuzz::check(mark || problem.flaw == Flaw::Syntax || problem.flaw == Flaw::TooDeep, "Qt refuses it as well");
}

void splicing(QByteArrayView text, const ObjectIndex &index)
{
    const Span span = index.members.back().value;
    const QByteArray edited = splice(text, {{span, "[\"new\"]"}, insertMember(index, "added", "1")});
    const ObjectIndex again = indexObject(edited);
    fuzz::check(!again.problem && again.isObject, "an edited object is valid");
    fuzz::check(again.members.size() == index.members.size() + 1, "one member more");
    const Span changed = again.members.back().value;
    fuzz::check(edited.sliced(changed.begin, changed.size()) == "[\"new\"]", "the new value is found");
    fuzz::check(QByteArrayView(edited).first(index.object.begin + 1) == text.first(index.object.begin + 1), "nothing before it changed");
    fuzz::check(QByteArrayView(edited).sliced(changed.end) == text.sliced(span.end), "nothing after it changed");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text = fuzz::view(data, size);
    const Problem problem = validate(text);
    const ObjectIndex index = indexObject(text);
    fuzz::check(index.problem == problem || index.problem.flaw == Flaw::TooMany, "both passes agree");
    fuzz::check(problem.offset >= 0 && problem.offset <= text.size(), "the offset is inside");
    touch(Value(text), 0);
    compareWithQt(text, problem);
    if (!index.problem && index.isObject && !index.members.empty() && qsizetype(index.members.size()) < MaxMembers)
        splicing(text, index);
    if (!problem && Value(text).isString()) {
        const QByteArray again = quoted(Value(text).toString());
        fuzz::check(!validate(again) && Value(again).toString() == Value(text).toString(), "quoting is the way back");
    }
    return 0;
}
