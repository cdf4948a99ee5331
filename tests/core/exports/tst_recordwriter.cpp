// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/RecordWriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

ExchangeRecord sample()
{
    ExchangeRecord record;
    record.id = u"req_1"_s;
    record.time = WallTime(Milliseconds(1'795'521'600'123));
    record.keyName = u"=SUM(A1)"_s;
    record.askedModel = u"auto, \"fast\""_s;
    record.stream = true;
    record.status = ExchangeStatus::Answered;
    record.servedChannel = u"built-in"_s;
    record.servedModel = u"demo/7B"_s;
    record.httpStatus = 200;
    record.durationMs = 900;
    record.firstOutputMs = 300;
    record.usage.promptTokens = 12;
    record.userAgent = u"curl/8\nX"_s;
    record.bytesIn = 40;
    record.bytesOut = 99;
    AttemptRecord attempt;
    attempt.channel = u"sf-1"_s;
    attempt.model = u"R1-32B"_s;
    attempt.outcome = Outcome::Timeout;
    record.attempts = {attempt};
    record.requestContent = "{\"model\":\"auto\",\"messages\":[]}";
    record.answerContent = "data: {\"答\":1}\n\n";
    return record;
}

QByteArray file(ExportFormat format, const ExportOptions &options, const QList<ExchangeRecord> &records)
{
    const auto writer = recordWriter(format, options);
    QByteArray text = writer->begin();
    for (const ExchangeRecord &record : records)
        text += writer->record(record);
    return text + writer->end();
}

/// RFC 4180, as a reader sees it.
QList<QStringList> rowsOf(const QByteArray &csv)
{
    QList<QStringList> rows{{}};
    QByteArray field;
    bool quoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"')
            field += csv[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == ',' || c == '\n')) {
            rows.last().append(QString::fromUtf8(field));
            field.clear();
            if (c == '\n')
                rows.append(QStringList());
        } else if (quoted || c != '\r')
            field += c;
    }
    rows.removeLast();
    return rows;
}

} // namespace

class TestRecordWriter : public QObject {
    Q_OBJECT

private slots:
    void fields_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char *text, const char *field) { QTest::newRow(text) << QString::fromUtf8(text) << QByteArray(field); };
        row("", "");
        row("demo", "demo");
        row("a,b", "\"a,b\"");
        row("say \"hi\"", "\"say \"\"hi\"\"\"");
        row("two\nlines", "\"two\nlines\"");
        row("=1+1", "'=1+1");
        row("+49", "'+49");
        row("-2", "'-2");
        row("@cmd", "'@cmd");
        row("\t=1", "'\t=1");
        row("  =1", "'  =1");
        row("＝1", "'＝1");
        row("=cmd|' /C calc'!A0,x", "\"'=cmd|' /C calc'!A0,x\"");
        row("a=b", "a=b");
        row("演示", "演示");
    }
    void fields()
    {
        QFETCH(QString, text);
        QTEST(csvField(text), "field");
    }

    void csv()
    {
        ExchangeRecord failed;
        failed.id = u"req_2"_s;
        const QByteArray text = file(ExportFormat::Csv, {}, {sample(), failed});
        const QList<QStringList> rows = rowsOf(text);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1].size(), rows[0].size());
        QCOMPARE(rows[2].size(), rows[0].size());
        const auto cell = [&rows](int row, const QString &name) { return rows[row][rows[0].indexOf(name)]; };
        QCOMPARE(cell(1, u"time"_s), u"2026-11-24T12:00:00.123Z"_s);
        QCOMPARE(cell(1, u"key"_s), u"'=SUM(A1)"_s);
        QCOMPARE(cell(1, u"model"_s), u"auto, \"fast\""_s);
        QCOMPARE(cell(1, u"way"_s), u"sf-1/R1-32B timeout"_s);
        QCOMPARE(cell(1, u"totalTokens"_s), u"12"_s);
        QCOMPARE(cell(1, u"completionTokens"_s), QString());
        QCOMPARE(cell(1, u"userAgent"_s), u"curl/8\nX"_s);
        QVERIFY2(cell(2, u"httpStatus"_s).isEmpty() && cell(2, u"totalTokens"_s).isEmpty(), "unknown is empty, never 0");
        QVERIFY(!text.contains("messages"));
        ExportOptions marked;
        marked.byteOrderMark = true;
        QCOMPARE(file(ExportFormat::Csv, marked, {sample(), failed}), "\xEF\xBB\xBF" + text);
    }

    void lines()
    {
        const QByteArrayList plain = file(ExportFormat::JsonLines, {}, {sample(), sample()}).split('\n');
        QCOMPARE(plain.size(), 3);
        const QJsonObject one = QJsonDocument::fromJson(plain[1]).object();
        QCOMPARE(one["id"_L1].toString(), u"req_1"_s);
        QVERIFY(one["completionTokens"_L1].isNull());
        QVERIFY(!one.contains("request"_L1));
        ExportOptions options;
        options.contents = true;
        ExchangeRecord bytes = sample();
        bytes.answerContent = QByteArray("\xff\x00z", 3);
        const QByteArrayList full = file(ExportFormat::JsonLines, options, {sample(), bytes}).split('\n');
        QCOMPARE(QJsonDocument::fromJson(full[0]).object()["answer"_L1].toString(), u"data: {\"答\":1}\n\n"_s);
        QCOMPARE(QJsonDocument::fromJson(full[1]).object()["answerBase64"_L1].toString(), u"/wB6"_s);
    }

    void har_data()
    {
        QTest::addColumn<int>("records");
        QTest::addColumn<bool>("contents");
        QTest::newRow("none") << 0 << false;
        QTest::newRow("one") << 1 << false;
        QTest::newRow("three with contents") << 3 << true;
    }
    void har()
    {
        QFETCH(int, records);
        QFETCH(bool, contents);
        ExportOptions options;
        options.contents = contents;
        options.baseUrl = QUrl(u"http://127.0.0.1:17177/v1"_s);
        QJsonParseError error;
        const QByteArray text = file(ExportFormat::Har, options, QList<ExchangeRecord>(records, sample()));
        const QJsonObject log = QJsonDocument::fromJson(text, &error).object()["log"_L1].toObject();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(log["version"_L1].toString(), u"1.2"_s);
        QVERIFY(!log["creator"_L1].toObject()["version"_L1].toString().isEmpty());
        const QJsonArray entries = log["entries"_L1].toArray();
        QCOMPARE(entries.size(), records);
        for (const QJsonValue value : entries) {
            const QJsonObject entry = value.toObject(), request = entry["request"_L1].toObject(), response = entry["response"_L1].toObject(),
                              timings = entry["timings"_L1].toObject();
            // What HAR 1.2 demands of an entry.
            for (const QString &name : {u"startedDateTime"_s, u"time"_s, u"request"_s, u"response"_s, u"cache"_s, u"timings"_s})
                QVERIFY2(entry.contains(name), qPrintable(name));
            for (const QString &name : {u"method"_s, u"url"_s, u"httpVersion"_s, u"cookies"_s, u"headers"_s, u"queryString"_s, u"headersSize"_s, u"bodySize"_s})
                QVERIFY2(request.contains(name), qPrintable(name));
            for (const QString &name : {u"status"_s, u"statusText"_s, u"httpVersion"_s, u"cookies"_s, u"headers"_s, u"content"_s, u"redirectURL"_s, u"headersSize"_s, u"bodySize"_s})
                QVERIFY2(response.contains(name), qPrintable(name));
            QCOMPARE(request["url"_L1].toString(), u"http://127.0.0.1:17177/v1/chat/completions"_s);
            QCOMPARE(timings["send"_L1].toInt() + timings["wait"_L1].toInt() + timings["receive"_L1].toInt(), entry["time"_L1].toInt());
            QCOMPARE(request.contains("postData"_L1), contents);
            QCOMPARE(response["content"_L1].toObject().contains("text"_L1), contents);
            QCOMPARE(entry["_understudy"_L1].toObject()["attempts"_L1].toArray().size(), 1);
            bool redacted = false;
            for (const QJsonValue header : request["headers"_L1].toArray()) {
                if (header.toObject()["name"_L1].toString() == "Authorization"_L1)
                    redacted = header.toObject()["value"_L1].toString() == "[redacted]"_L1;
            }
            QVERIFY(redacted);
        }
        QVERIFY(!text.contains("Bearer"));
        QCOMPARE(text.contains("messages"), contents);
    }
};

QTEST_GUILESS_MAIN(TestRecordWriter)
#include "tst_recordwriter.moc"
