// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/StreamText.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class TestStreamText : public QObject {
    Q_OBJECT

private slots:
    void says_data()
    {
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<QString>("text"); // empty: nothing
        const auto row = [](const char *name, const QByteArray &events, const char *text) { QTest::newRow(name) << events << QString::fromUtf8(text); };
        const auto delta = [](const QByteArray &members, int index = 0) { return "data: {\"choices\":[{\"index\":" + QByteArray::number(index) + ",\"delta\":{" + members + "}}]}\n\n"; };
        row("nothing", "", "");
        row("json", "{\"choices\":[]}", "");
        row("text that is no stream", "dataset: one", "");
        row("an empty stream", "data: [DONE]\n\n", "");
        row("pieces", delta("\"role\":\"assistant\"") + delta("\"content\":\"Who \"") + delta("\"content\":\"are you?\"") + "data: [DONE]\n\n", "Who are you?");
        row("the end is missing", delta("\"content\":\"a\"") + "data: {\"choices\":[{\"delta\":{\"con", "a");
        row("no blank line at the end", "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}", "a");
        row("CRLF, comments, mark", "\xEF\xBB\xBF: ping\r\n\r\nevent: x\r\ndata:{\"choices\":[{\"delta\":{\"content\":\"答\"}}]}\r\n\r\n", "答");
        row("one event over two lines", "data: {\"choices\":\ndata: [{\"delta\":{\"content\":\"a\"}}]}\n\n", "a");
        row("reasoning first", delta("\"reasoning_content\":\"h\"") + delta("\"reasoning_content\":\"m\"") + delta("\"content\":\"a\""), "<think>\nhm\n</think>\n\na");
        row("reasoning alone", delta("\"reasoning\":\"hm\""), "<think>\nhm\n</think>");
        row("tools", delta("\"content\":\"a\"") + delta("\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":\"{\"}}]") + delta("\"tool_calls\":[{\"function\":{\"arguments\":\"}\"}}]")
                + delta("\"tool_calls\":[{\"function\":{\"name\":\"g\",\"arguments\":\"1\"}}]"),
            "a\n\nf({})\n\ng(1)");
        row("two choices", delta("\"content\":\"a\"", 1) + delta("\"content\":\"b\"") + delta("\"content\":\"c\"", 1), "b\n\nac");
        row("completions", "data: {\"choices\":[{\"text\":\"a\"}]}\n\ndata: {\"choices\":[{\"text\":\"b\"}]}\n\n", "ab");
        row("responses", "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"a\"}\n\n", "a");
        row("an error", delta("\"content\":\"a\"") + "data: {\"error\":{\"message\":\"broke\"}}\n\n", "a✕ broke");
    }
    void says()
    {
        QFETCH(QByteArray, events);
        QTEST(textOfStream(events).value_or(QString()), "text");
    }
};

QTEST_GUILESS_MAIN(TestStreamText)
#include "tst_streamtext.moc"
