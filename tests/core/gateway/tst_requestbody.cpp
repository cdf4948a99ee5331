// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a request's body and splicing a candidate's model into it, byte for byte.
#include "gateway/RequestBody.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

RequestBody read(const QByteArray &bytes, Api api = Api::ChatCompletions, const QByteArray &type = "application/json")
{
    BodyResult result = readRequestBody(api, type, bytes);
    return std::holds_alternative<RequestBody>(result) ? std::get<RequestBody>(result) : RequestBody();
}

int refusedWith(const QByteArray &bytes, Api api = Api::ChatCompletions, const QByteArray &type = "application/json")
{
    const BodyResult result = readRequestBody(api, type, bytes);
    const auto *refusal = std::get_if<BodyRefusal>(&result);
    return refusal && !refusal->message.isEmpty() ? refusal->status : 0;
}

QByteArray part(const QByteArray &name, const QByteArray &content)
{
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
}

/// A random JSON value of limited depth as text, with odd blanks and escapes.
QByteArray randomJson(QRandomGenerator &random, int depth)
{
    const QByteArray blank(random.bounded(3), ' ');
    switch (random.bounded(depth > 0 ? 7 : 5)) {
    case 0: return blank + QByteArray::number(random.bounded(100000)) + blank;
    case 1: return blank + "true";
    case 2: return "null" + blank;
    case 3: return "\"a\\\"b\\u00e9\\\\\xc3\xa9 {}[]:,\"";
    case 4: return "-1.5e3";
    case 5: {
        QByteArray out = "[";
        for (int i = random.bounded(4); i > 0; --i)
            out += randomJson(random, depth - 1) + (i > 1 ? "," : "");
        return out + ']';
    }
    default: {
        QByteArray out = "{" + blank;
        for (int i = random.bounded(4); i > 0; --i)
            out += "\"k" + QByteArray::number(i) + "\"" + blank + ":" + randomJson(random, depth - 1) + (i > 1 ? "," : "");
        return out + '}';
    }
    }
}

} // namespace

class TestRequestBody : public QObject {
    Q_OBJECT

private slots:
    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("empty") << QByteArray() << 400;
        QTest::newRow("text") << QByteArray("hello") << 400;
        QTest::newRow("cut") << QByteArray("{\"model\":") << 400;
        QTest::newRow("two objects") << QByteArray("{}{}") << 400;
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}") << 400;
        QTest::newRow("array") << QByteArray("[]") << 400;
        QTest::newRow("model is a number") << QByteArray("{\"model\":3}") << 400;
        QTest::newRow("model twice") << QByteArray("{\"model\":\"a\",\"model\":\"a\"}") << 400;
        QTest::newRow("model twice, escaped") << QByteArray("{\"model\":\"a\",\"mod\\u0065l\":\"b\"}") << 400;
        QTest::newRow("stream twice") << QByteArray("{\"stream\":true,\"stream\":false}") << 400;
        QTest::newRow("stream is text") << QByteArray("{\"stream\":\"yes\"}") << 400;
        QTest::newRow("fine") << QByteArray("{\"model\":null,\"stream\":null}") << 0;
    }
    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QCOMPARE(refusedWith(bytes), status);
    }

    void contentTypes()
    {
        QCOMPARE(refusedWith("{}", Api::ChatCompletions, "text/plain"), 415);
        QCOMPARE(refusedWith("{}", Api::ChatCompletions, ""), 0);
        QCOMPARE(refusedWith("{}", Api::ChatCompletions, "Application/JSON; charset=utf-8"), 0);
        QCOMPARE(refusedWith("{}", Api::AudioTranscriptions, "application/json"), 415);
        QCOMPARE(refusedWith("x", Api::AudioTranscriptions, "multipart/form-data"), 400);
        QCOMPARE(refusedWith("x", Api::AudioTranscriptions, "multipart/form-data; boundary=b"), 400);
    }

    void members()
    {
        const RequestBody body = read(R"({"model":"a\/b","stream":true,"stream_options":{"include_usage":true},"previous_response_id":"r"})");
        QCOMPARE(body.model, u"a/b"_s);
        QVERIFY(body.stream && body.clientWantsUsage);
        QVERIFY(body.pinId.isEmpty());
        QCOMPARE(read(R"({"previous_response_id":"r"})", Api::Responses).pinId, "r");
        QCOMPARE(read(R"({"conversation":{"id":"c"}})", Api::Responses).pinId, "c");
        QCOMPARE(read(R"({"stream":true})", Api::Embeddings).stream, false);
    }

    void splices_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("usage");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("same model") << QByteArray("{ \"model\" : \"new\" }") << false << QByteArray("{ \"model\" : \"new\" }");
        QTest::newRow("other model") << QByteArray("{ \"model\" : \"old\", \"x\":1.0 }") << false << QByteArray("{ \"model\" : \"new\", \"x\":1.0 }");
        QTest::newRow("model is null") << QByteArray("{\"model\":null}") << false << QByteArray("{\"model\":\"new\"}");
        QTest::newRow("no model") << QByteArray("{ \"x\":1}") << false << QByteArray("{\"model\":\"new\", \"x\":1}");
        QTest::newRow("nothing at all") << QByteArray("{}") << false << QByteArray("{\"model\":\"new\"}");
        QTest::newRow("nested model stays") << QByteArray("{\"a\":{\"model\":\"old\"},\"model\":\"old\"}") << false
                                            << QByteArray("{\"a\":{\"model\":\"old\"},\"model\":\"new\"}");
        QTest::newRow("usage added") << QByteArray("{\"model\":\"new\"}") << true
                                     << QByteArray("{\"stream_options\":{\"include_usage\":true},\"model\":\"new\"}");
        QTest::newRow("options null") << QByteArray("{\"model\":\"old\",\"stream_options\":null}") << true
                                      << QByteArray("{\"model\":\"new\",\"stream_options\":{\"include_usage\":true}}");
        QTest::newRow("options empty") << QByteArray("{\"model\":\"new\",\"stream_options\":{ }}") << true
                                       << QByteArray("{\"model\":\"new\",\"stream_options\":{\"include_usage\":true }}");
        QTest::newRow("options off") << QByteArray("{\"model\":\"new\",\"stream_options\":{\"include_usage\" : false}}") << true
                                     << QByteArray("{\"model\":\"new\",\"stream_options\":{\"include_usage\" : true}}");
        QTest::newRow("options on") << QByteArray("{\"model\":\"new\",\"stream_options\":{\"include_usage\":true}}") << true
                                    << QByteArray("{\"model\":\"new\",\"stream_options\":{\"include_usage\":true}}");
    }
    void splices()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, usage);
        QFETCH(QByteArray, expected);
        QCOMPARE(bodyForCandidate(read(bytes), u"new"_s, usage), expected);
    }

    /// Against a reference parser: the result says what the original said, but for the model; and no byte outside it changed.
    void spliceProperty()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 3000; ++round) {
            const QByteArray before = randomJson(random, 3), after = randomJson(random, 3);
            const QByteArray bytes = "{ \"first\":" + before + " ,\n\"model\":\"old\",\"last\": " + after + "}";
            const QByteArray result = bodyForCandidate(read(bytes), u"n\"ew\u6a21"_s, false);
            QByteArray expected = bytes;
            expected.replace("\"old\"", "\"n\\\"ew\xe6\xa8\xa1\"");
            QCOMPARE(result, expected);
            QJsonObject reference = QJsonDocument::fromJson(bytes).object();
            reference[u"model"_s] = u"n\"ew\u6a21"_s;
            QCOMPARE(QJsonDocument::fromJson(result).object(), reference);
        }
    }

    void canonical()
    {
        const QByteArray a = canonicalBody(read(R"({"model":"x","b":[1, 2],"a":"s p","user":"u","stream":true,"stream_options":{}})"));
        const QByteArray b = canonicalBody(read("{\"a\" : \"s p\",\n \"b\":[1,2],\"model\":\"y\"}"));
        QCOMPARE(a, b);
        QVERIFY(a != canonicalBody(read(R"({"a":"sp","b":[1,2]})")));
        QVERIFY(canonicalBody(read(R"({"a":"1","b":"2"})")) != canonicalBody(read(R"({"a":"1\nb=2"})")));
    }

    void multipart()
    {
        const QByteArray type = "multipart/form-data; boundary=\"b\"";
        const QByteArray file = part("file", QByteArray("\0\r\n--c\r\nmodel", 13));
        const QByteArray bytes = file + part("model", "old") + "--b--\r\n";
        const RequestBody body = read(bytes, Api::AudioTranscriptions, type);
        QCOMPARE(body.model, u"old"_s);
        QCOMPARE(bodyForCandidate(body, u"new-longer"_s, false), file + part("model", "new-longer") + "--b--\r\n");
        QCOMPARE(bodyForCandidate(body, u"old"_s, false), bytes);
        const QByteArray without = file + "--b--\r\n";
        QCOMPARE(bodyForCandidate(read(without, Api::AudioTranscriptions, type), u"new"_s, false), part("model", "new") + without);
        QCOMPARE(refusedWith(part("model", "a") + part("model", "b") + "--b--", Api::AudioTranscriptions, type), 400);
        QCOMPARE(refusedWith(part("model", "a") + "--b\r\nContent", Api::AudioTranscriptions, type), 400);
        QCOMPARE(refusedWith(part("model", ""), Api::AudioTranscriptions, type), 400); // no end
        QCOMPARE(read("preamble\r\n" + part("model", "m") + "--b--", Api::AudioTranscriptions, type).model, u"m"_s);
    }

    /// How real clients write their parts: none of it is taken for a trick.
    void multipartOfRealClients()
    {
        const QByteArray model = "; name=model\r\n\r\nold\r\n";
        for (const QByteArray &head : {QByteArray("content-disposition: form-data; name=\"file\"; filename=\"C:\\music\\a.wav\"\r\ncontent-type: audio/wav"),
                                       QByteArray("Content-Disposition: form-data; name=\"file\"; filename=\"a\\\"b.wav\""),
                                       QByteArray("Content-Type: audio/wav\r\nContent-Disposition: form-data; name=file; filename=a.wav; filename*=utf-8''%e6%ad%8c.wav"),
                                       QByteArray("Content-Disposition: form-data; name=\"file\"; filename=\"\xe6\xad\x8c; name=x.wav\"\r\nContent-Length: 3"),
                                       QByteArray("Content-Disposition: form-data; name=\"timestamp_granularities[]\"\r\nContent-Transfer-Encoding: binary")}) {
            const QByteArray mark = "------WebKitFormBoundary7MA4YWxkTrZu0gW";
            const QByteArray bytes = mark + "\r\n" + head + "\r\n\r\nabc\r\n" + mark + " \r\nContent-Disposition: form-data" + model + mark + "--";
            QCOMPARE(read(bytes, Api::AudioTranscriptions, "multipart/form-data; charset=utf-8; boundary=\"" + mark.sliced(2) + '"').model, u"old"_s);
        }
    }

    /// Whatever the bytes are, reading ends and stays inside them (the sanitizers watch).
    void multipartSurvivesMutation()
    {
        QRandomGenerator random(11);
        const QByteArray type = "multipart/form-data; boundary=b";
        const QByteArray good = part("file", "xyz") + part("model", "m") + "--b--\r\n";
        for (int round = 0; round < 5000; ++round) {
            QByteArray bytes = good;
            for (int i = random.bounded(4); i >= 0; --i)
                bytes[random.bounded(int(bytes.size()))] = "\r\n-b\"; x"[random.bounded(8)];
            bytes.truncate(random.bounded(int(bytes.size()) + 1));
            const BodyResult result = readRequestBody(Api::AudioTranscriptions, type, bytes);
            if (const auto *body = std::get_if<RequestBody>(&result))
                QVERIFY(bodyForCandidate(*body, u"new"_s, false).contains("new"));
        }
    }
};

QTEST_APPLESS_MAIN(TestRequestBody)
#include "tst_requestbody.moc"
