// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/StreamText.h"

#include "base/JsonSpan.h"

#include <map>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// One choice of the answer, as it grows.
class Told {
public:
    enum class Kind { Text, Reasoning, Tool };

    void add(Kind kind, const QString &piece)
    {
        if (piece.isEmpty())
            return;
        turnTo(kind);
        m_text += piece;
    }
    void callTool(const QString &name)
    {
        closeLast();
        m_text += (m_text.isEmpty() ? QString() : u"\n\n"_s) + name + u'(';
        m_kind = Kind::Tool;
    }
    QString text()
    {
        closeLast();
        return m_text;
    }

private:
    void closeLast()
    {
        if (m_kind == Kind::Reasoning)
            m_text += u"\n</think>"_s;
        else if (m_kind == Kind::Tool)
            m_text += u')';
        m_kind = Kind::Text;
    }
    void turnTo(Kind kind)
    {
        if (m_kind == kind)
            return;
        closeLast();
        if (!m_text.isEmpty())
            m_text += u"\n\n"_s;
        if (kind == Kind::Reasoning)
            m_text += u"<think>\n"_s;
        m_kind = kind;
    }

    QString m_text;
    Kind m_kind = Kind::Text;
};

using Choices = std::map<qint64, Told>;

void takeChoice(const json::Value &choice, Choices &told)
{
    Told &one = told[choice["index"].toInteger().value_or(0)];
    const json::Value delta = choice["delta"];
    const QString reasoning = delta["reasoning_content"].toString();
    one.add(Told::Kind::Reasoning, reasoning.isEmpty() ? delta["reasoning"].toString() : reasoning);
    one.add(Told::Kind::Text, delta["content"].toString());
    one.add(Told::Kind::Text, delta["refusal"].toString());
    one.add(Told::Kind::Text, choice["text"].toString()); // completions
    delta["tool_calls"].elements([&one](const json::Value &call) {
        const json::Value function = call["function"];
        if (const QString name = function["name"].toString(); !name.isEmpty())
            one.callTool(name);
        one.add(Told::Kind::Tool, function["arguments"].toString());
        return true;
    });
}

void takeEvent(QByteArrayView data, Choices &told)
{
    const json::Value event(data);
    if (!event.isObject())
        return; // [DONE], or cut
    event["choices"].elements([&told](const json::Value &choice) {
        takeChoice(choice, told);
        return true;
    });
    const QByteArray type = event["type"].toUtf8();
    if (type == "response.output_text.delta" || type == "response.refusal.delta")
        told[0].add(Told::Kind::Text, event["delta"].toString());
    else if (type == "response.reasoning_text.delta" || type == "response.reasoning_summary_text.delta")
        told[0].add(Told::Kind::Reasoning, event["delta"].toString());
    if (const QString error = event["error"]["message"].toString(); !error.isEmpty())
        told[0].add(Told::Kind::Text, u"✕ "_s + error);
}

} // namespace

std::optional<QString> textOfStream(QByteArrayView events)
{
    if (events.startsWith("\xEF\xBB\xBF"))
        events = events.sliced(3);
    if (!events.startsWith("data:") && !events.startsWith("event:") && !events.startsWith(":") && !events.startsWith("id:") && !events.startsWith("retry:"))
        return std::nullopt;
    Choices told;
    QByteArray data;
    bool hasData = false;
    for (qsizetype at = 0; at <= events.size();) {
        qsizetype end = at;
        while (end < events.size() && events[end] != '\n' && events[end] != '\r')
            ++end;
        const QByteArrayView line = events.sliced(at, end - at);
        if (line.startsWith("data:")) {
            const QByteArrayView value = line.sliced(line.size() > 5 && line[5] == ' ' ? 6 : 5);
            data = hasData ? data + '\n' + value.toByteArray() : value.toByteArray();
            hasData = true;
        }
        if ((line.isEmpty() || end == events.size()) && std::exchange(hasData, false))
            takeEvent(data, told);
        at = end + (end + 1 < events.size() && events[end] == '\r' && events[end + 1] == '\n' ? 2 : 1);
    }
    QStringList texts;
    for (auto &[index, choice] : told) {
        if (const QString text = choice.text(); !text.isEmpty())
            texts.append(text);
    }
    return texts.isEmpty() ? std::nullopt : std::optional(texts.join(u"\n\n"_s));
}

} // namespace understudy
