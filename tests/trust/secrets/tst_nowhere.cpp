// SPDX-License-Identifier: GPL-3.0-or-later
// A whole life of the program that ships, with providers that repeat the credential wherever they can: afterwards no key is anywhere
// but in the requests to its own provider.
#include "Codings.h"
#include "integration/cli/CliProcess.h"
#include "support/FakeUpstream.h"
#include "support/RawHttpClient.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace understudy;
using namespace understudy::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray First = "sk-Vq7dXw2/Rk9+Zt4bJm8=Hc3nLp6f";
const QByteArray Second = "sk-Gb5yNs8/Wd2+Ke7vQx4=Ta9uRf3j";
const QByteArray Gateway = "sk-us_T5yGk2mWq8Zr4Xv7Nb3Jc6Hd9Lf1PsA0uEiOe2R";
const QList<QByteArray> Secrets{First, Second, Gateway};

QByteArray config(const FakeUpstream &first, const FakeUpstream &second)
{
    return R"({ "format": "understudy-config", "version": 1,
        "providers": [ { "id": "one", "name": "One", "baseUrl": ")" + first.baseUrl().toUtf8() + R"(", "models": [ { "id": "m1", "type": "chat" } ] },
                       { "id": "two", "name": "Two", "baseUrl": ")" + second.baseUrl().toUtf8() + R"(", "models": [ { "id": "m2", "type": "chat" } ] } ],
        "channels": [ { "id": "c1", "provider": "one", "name": "c1", "proxy": "none", "credential": ")" + First + R"(", "models": ["m1"] },
                      { "id": "c2", "provider": "two", "name": "c2", "proxy": "none", "credential": ")" + Second + R"(", "models": ["m2"] } ],
        "keys": [ { "name": "app", "secret": ")" + Gateway + R"(", "chain": [ { "channel": "c1", "model": "m1" }, { "channel": "c2", "model": "m2" } ],
                    "policy": { "retries": 0, "timeoutMs": 15000, "backoffMs": 1, "recordContent": true, "breaker": { "enabled": false } } } ] })";
}

/// A provider that repeats the credential in the way that the request asks for.
Answer indiscreet(const Received &request, const QByteArray &credential)
{
    const auto asked = [&](QByteArrayView word) { return request.body.contains(word); };
    const HttpHeaders headers{{"x-echo", credential}, {"x-request-id", credential}, {"x-ratelimit-limit-requests", credential}, {"set-cookie", "k=" + credential}};
    const auto error = [&](int status, const QByteArray &echo, const QByteArray &code) {
        return Answer::json(status, R"({"error":{"message":")" + QByteArray(status == 401 ? "Incorrect API key provided: " : "Something is wrong: ") + echo + R"(.","type":")" + echo + R"(","param":")" + echo + R"(","code":")" + code + R"("}})", headers);
    };
    QByteArray unicode;
    for (const char c : credential)
        unicode += "\\u00" + QByteArray(1, c).toHex();
    if (asked("case-401"))
        return error(401, credential, "invalid_api_key");
    if (asked("case-400"))
        return error(400, credential, "bad_request");
    if (asked("case-slash"))
        return error(400, QByteArray(credential).replace("/", "\\/"), "bad_request");
    if (asked("case-unicode"))
        return error(400, unicode, "bad_request");
    if (asked("case-code"))
        return error(422, "x", credential);
    if (asked("case-long"))
        return error(401, QByteArray(490, 'x') + credential, QByteArray(52, 'x') + credential);
    if (asked("case-429"))
        return error(429, credential, "rate_limit_exceeded");
    if (asked("case-500"))
        return Answer::json(500, "<html><body>Authorization: Bearer " + credential + "</body></html>", headers);
    if (asked("case-redirect"))
        return Answer::json(302, "{}", HttpHeaders{{"location", "http://127.0.0.1:1/?key=" + credential}});
    if (asked("case-garbage"))
        return Answer::raw("HTTP/1.1 OK " + credential + "\r\n\r\n").close();
    if (asked("case-early"))
        return Answer::stream(200, headers).event(R"({"error":{"message":")" + credential + R"(","code":")" + credential + R"("}})").last();
    if (asked("case-late"))
        return Answer::stream(200, headers).delta("hel").event(R"({"error":{"message":")" + credential + R"(","code":"server_error"}})").last();
    return asked("\"stream\":true") ? Answer::chatStream() : Answer::chat();
}

QByteArray authorization(const Received &request)
{
    return headerValue(request.headers, "authorization").value_or(QByteArray()).replace("Bearer ", "");
}

QByteArray post(const QByteArray &word, bool stream = false, const QByteArray &credentials = "Authorization: Bearer " + Gateway, const QByteArray &target = "/v1/chat/completions",
                const QByteArray &model = "auto")
{
    const QByteArray body = R"({"model":")" + model + R"(",)" + (stream ? R"("stream":true,)" : "") + R"("messages":[{"role":"user","content":")" + word + R"("}]})";
    return "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + credentials
        + "\r\nCookie: k=" + Gateway + "\r\nX-Forwarded-For: " + Gateway
        + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Where in a folder a secret is, and how it is written; nothing when nowhere.
QByteArray leakIn(const QString &folder, int *files = nullptr)
{
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        const QByteArray bytes = content(path);
        if (files)
            ++*files;
        if (bytes.startsWith("\x1f\x8b"))
            return path.toUtf8() + " is compressed; this test does not look into it";
        if (const QByteArray leak = found(path.toUtf8() + bytes, Secrets); !leak.isEmpty())
            return path.toUtf8() + ": " + leak;
    }
    return {};
}

#ifdef Q_OS_LINUX
QList<QByteArray> childrenOf(qint64 parent)
{
    QList<QByteArray> children;
    for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const QByteArray stat = content(u"/proc/"_s + entry + u"/stat"_s);
        if (stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1).toLongLong() == parent)
            children.append(entry.toLatin1());
    }
    return children;
}
#endif

} // namespace

class TestNowhere final : public QObject {
    Q_OBJECT

private slots:
    /// The search itself: each coding is found in a file, and nothing is found where nothing is.
    void theSearchFinds()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        for (const Needle &needle : needles(First)) {
            QVERIFY2(needle.bytes.size() >= 12, needle.coding);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("before " + needle.bytes + " after") > 0);
            file.close();
            QVERIFY2(leakIn(folder.path()).contains("secret 0"), needle.coding);
        }
        for (int before = 0; before < 3; ++before)
            QVERIFY(!found((QByteArray(before, 'b') + First + "behind").toBase64(), Secrets).isEmpty());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("sk-us_\xe2\x80\xa2\xe2\x80\xa2" "Oe2R sk-") > 0);
        file.close();
        QCOMPARE(leakIn(folder.path()), QByteArray());
    }

    void aWholeLife()
    {
        FakeUpstream first, second;
        for (FakeUpstream *upstream : {&first, &second})
            upstream->setHandler([](const Received &request) { return indiscreet(request, authorization(request)); });
        Installation installation;
        installation.environment.insert(u"INVENTED_PASSPHRASE"_s, u"an invented passphrase"_s);
        QByteArray said; // everything that the program has ever printed
        const auto run = [&](const QStringList &words, const QByteArray &input = {}) {
            const Ran ran = installation.run(words, input);
            said += ran.out + '\n' + ran.err + '\n';
            return ran;
        };
        const Ran imported = run({u"import"_s, u"-"_s}, config(first, second));
        QVERIFY2(imported.code == 0, imported.err);

        QByteArray answers;
        {
            Serving serving(installation);
            QVERIFY(serving.port != 0);
            const auto ask = [&](const QByteArray &request) {
                RawHttpClient client;
                if (!client.connectTo(serving.port, 30000))
                    return 0;
                client.send(request);
                client.waitClosed(30000);
                const QByteArray answer = client.received();
                answers += answer;
                return answer.mid(9, 3).toInt();
            };
            QCOMPARE(ask(post("plain")), 200);
            QCOMPARE(ask(post("plain", true)), 200);
            const auto failing = [&](const QByteArray &word, int status, bool stream = false) {
                const int got = ask(post(word, stream));
                if (got != status)
                    qWarning() << word << got << answers.last(qMin(answers.size(), qsizetype(800)));
                return got == status;
            };
            for (const auto &[word, status] : {std::pair{"case-401", 502}, std::pair{"case-long", 502}, std::pair{"case-400", 400}, std::pair{"case-slash", 400}, std::pair{"case-unicode", 400}, std::pair{"case-code", 422},
                                               std::pair{"case-429", 429}, std::pair{"case-500", 503}, std::pair{"case-redirect", 502}, std::pair{"case-garbage", 502}})
                QVERIFY(failing(word, status));
            QVERIFY(failing("case-early", 503, true));
            QVERIFY(failing("case-late", 200, true));
            QCOMPARE(ask(post("plain", false, "Authorization: Bearer " + First)), 401);
            QCOMPARE(ask(post("plain", false, "api-key: " + Gateway)), 200);
            QCOMPARE(ask(post("plain", false, "x-api-key: " + Gateway, "/v1/chat/completions?api_key=" + Gateway)), 200);
            QCOMPARE(ask(post("plain", false, "x-no-key: " + Gateway, "/v1/chat/completions?api_key=" + Gateway)), 401);

            for (const QStringList &words : {QStringList{u"doctor"_s}, {u"channel"_s, u"list"_s}, {u"key"_s, u"list"_s}, {u"key"_s, u"show"_s, u"app"_s}, {u"provider"_s, u"list"_s},
                                             {u"channel"_s, u"test"_s, u"c1"_s}, {u"snippet"_s, u"app"_s}, {u"vault"_s, u"show"_s}, {u"vault"_s, u"rotate"_s}, {u"usage"_s}, {u"log"_s}, {u"export"_s},
                                             {u"drill"_s, u"app"_s, u"--preset"_s, u"everything-down"_s}}) {
                run(words);
                if (words.first() != "snippet"_L1 && words.first() != "export"_L1)
                    run(words + QStringList{u"--json"_s});
            }
            QCOMPARE(ask(post("plain")), 200); // with the rotated master key
#ifdef Q_OS_LINUX
            const QString process = u"/proc/%1/"_s.arg(serving.process.processId());
            QVERIFY(content(process + u"cmdline"_s).contains("serve"));
            QCOMPARE(found(content(process + u"cmdline"_s) + content(process + u"environ"_s), Secrets), QByteArray());
            for (const QByteArray &child : childrenOf(serving.process.processId()))
                QCOMPARE(found(content(u"/proc/"_s + QString::fromLatin1(child) + u"/environ"_s), Secrets), QByteArray());
            if (const QByteArray whileRunning = leakIn(installation.path()); !whileRunning.isEmpty())
                QFAIL(whileRunning);
#endif
            QCOMPARE(serving.stop(), 0);
            said += serving.process.readAllStandardOutput() + serving.process.readAllStandardError();
        }
        const QList<QJsonObject> rows = run({u"log"_s, u"--json"_s}).lines();
        QVERIFY(rows.size() >= 15);
        for (const QJsonObject &row : rows)
            run({u"explain"_s, row.value("id"_L1).toString()});
        const Ran sealed = run({u"export"_s, u"--seal"_s, u"--passphrase-from"_s, u"env:INVENTED_PASSPHRASE"_s});
        QVERIFY2(sealed.out.contains("\"sealed\""), sealed.err);

        QCOMPARE(found(said, Secrets), QByteArray());
        for (const QByteArray &line : answers.split('\n')) {
            const QByteArray leak = found(line, Secrets);
            QVERIFY2(leak.isEmpty(), leak + " in " + line);
        }
        int files = 0;
        const QByteArray leak = leakIn(installation.path(), &files);
        QVERIFY2(leak.isEmpty(), leak);
        QVERIFY2(files >= 3, "database, master key and lock at least");

        // Each credential reached its own provider only, and the client's key none.
        const auto arrived = [](const FakeUpstream &upstream) {
            QByteArray all;
            for (const Received &request : upstream.requests())
                all += request.raw;
            return all;
        };
        QVERIFY(arrived(first).contains(First) && arrived(second).contains(Second));
        QCOMPARE(found(arrived(first), {Second, Gateway}), QByteArray());
        QCOMPARE(found(arrived(second), {First, Gateway}), QByteArray());
    }

    void promptsAreKeptOnlyWhereAskedFor_data()
    {
        QTest::addColumn<bool>("recorded");
        QTest::newRow("as it is") << false;
        QTest::newRow("recorded") << true;
    }
    void promptsAreKeptOnlyWhereAskedFor()
    {
        QFETCH(bool, recorded);
        const QByteArray prompt = "a-word-of-the-prompt", answer = "a-word-of-the-answer";
        FakeUpstream first, second;
        first.setDefault(Answer::chat(answer));
        const Installation installation;
        const Ran imported = installation.run({u"import"_s, u"-"_s}, recorded ? config(first, second) : config(first, second).replace("\"recordContent\": true, ", ""));
        QVERIFY2(imported.code == 0, imported.err);
        Serving serving(installation);
        RawHttpClient client;
        QVERIFY(client.connectTo(serving.port));
        client.send(post(prompt));
        QVERIFY(client.waitClosed(30000));
        QVERIFY(client.received().contains(answer));
        QCOMPARE(serving.stop(), 0);
        QByteArray kept;
        for (QDirIterator it(installation.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
            kept += content(it.next());
        QCOMPARE(kept.contains(prompt), recorded);
        QCOMPARE(kept.contains(answer), recorded);
    }
};

QTEST_GUILESS_MAIN(TestNowhere)
#include "tst_nowhere.moc"
