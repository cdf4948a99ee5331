// SPDX-License-Identifier: GPL-3.0-or-later
#include "snippets/CurlCommand.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

class TestCurlCommand : public QObject {
    Q_OBJECT

private slots:
    void commands_data()
    {
        QTest::addColumn<int>("api");
        QTest::addColumn<bool>("stream");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("command");
        const auto row = [](const char *name, Api api, bool stream, const char *content, const char *command) {
            QTest::newRow(name) << int(api) << stream << QByteArray(content) << QString::fromUtf8(command);
        };
        row("recorded", Api::ChatCompletions, false, "{\"it\":\"it's\"}",
            "curl 'http://127.0.0.1:17177/v1/chat/completions' \\\n  -H \"Authorization: Bearer $OPENAI_API_KEY\" \\\n  -H 'Content-Type: application/json' \\\n"
            "  --data-raw '{\"it\":\"it'\\''s\"}'");
        row("not recorded, streamed", Api::ChatCompletions, true, "",
            "curl -N 'http://127.0.0.1:17177/v1/chat/completions' \\\n  -H \"Authorization: Bearer $OPENAI_API_KEY\" \\\n  -H 'Content-Type: application/json' \\\n"
            "  --data-raw '{\"model\":\"a\\\"b\",\"messages\":[{\"role\":\"user\",\"content\":\"…\"}],\"stream\":true}'");
        row("a form", Api::AudioTranscriptions, false, "",
            "curl 'http://127.0.0.1:17177/v1/audio/transcriptions' \\\n  -H \"Authorization: Bearer $OPENAI_API_KEY\" \\\n  -F 'model=a\"b' \\\n  -F file=@audio.mp3");
    }
    void commands()
    {
        QFETCH(int, api);
        QFETCH(bool, stream);
        QFETCH(QByteArray, content);
        ExchangeRecord record;
        record.api = Api(api);
        record.stream = stream;
        record.askedModel = u"a\"b"_s;
        record.requestContent = content;
        QTEST(curlCommand(u"http://127.0.0.1:17177/v1"_s, record), "command");
        QFETCH(QString, command);
        QCOMPARE(curlCommand(u"http://127.0.0.1:17177/v1"_s, record, Secret("sk-us_it's")),
                 command.replace(u"\"Authorization: Bearer $OPENAI_API_KEY\""_s, u"'Authorization: Bearer sk-us_it'\\''s'"_s));
    }
};

QTEST_GUILESS_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"
