// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/JsonSpan.h"
#include "snippets/Quoting.h"
#include "snippets/Snippets.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

const QByteArray inventedKey = "sk-us_inventedForTests0123456789";

/// Ends with its exit code and output; stops the test when the program hangs.
struct Ran {
    int code = -1;
    QByteArray output;
    QByteArray errors;
};
Ran run(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment, const QString &folder)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(30000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &text, bool executable = false)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(text);
    if (executable)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

QProcessEnvironment withKey()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OPENAI_API_KEY"_s, QString::fromLatin1(inventedKey));
    return environment;
}

} // namespace

class TestSnippets : public QObject {
    Q_OBJECT
private slots:
    void words();
    void clientWaitsLonger();
    void placeholdersHideTheKey_data();
    void placeholdersHideTheKey();
    void curl_data() { hostileTexts(); }
    void curl();
    void dotEnv_data() { hostileTexts(); }
    void dotEnv();
    void python_data() { hostileTexts(); }
    void python();
    void node_data() { hostileTexts(); }
    void node();
    void powerShell_data();
    void powerShell();

private:
    static void hostileTexts();
    static SnippetInput input();
};

void TestSnippets::hostileTexts()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<bool>("filledIn");
    const auto row = [](const char *name, const QString &text) {
        QTest::addRow("%s", name) << text << false << false;
        QTest::addRow("%s, stream, key filled in", name) << text << true << true;
    };
    row("plain", u"demo/DeepSeek-R1-Distill-Qwen-7B"_s);
    row("Chinese", u"你是谁？"_s);
    row("quotes of all kinds", u"it's \"so\" `called` ‘typographic’ “quotes” '''"_s);
    row("shell expansions", u"$HOME $(touch pwned) `touch pwned` !! ~ *; touch pwned # \\"_s);
    row("ends with a backslash", u"C:\\"_s);
    row("two lines", u"first\nimport os; os.abort()\r\nthird\ttab"_s);
    row("separators and emoji", u"a\u2028b\u2029c 😀 \x7f"_s);
    row("looks like a file or option", u"@/etc/passwd"_s);
    row("templates", u"${process.exit(9)} {0} %s %1 %2 \\u0022"_s);
}

SnippetInput TestSnippets::input()
{
    QFETCH(QString, text);
    QFETCH(bool, stream);
    QFETCH(bool, filledIn);
    SnippetInput input;
    input.baseUrl = u"http://127.0.0.1:17177/v1"_s;
    input.model = text;
    input.prompt = text;
    input.keyName = text;
    input.stream = stream;
    input.timeout = Milliseconds(190000);
    if (filledIn)
        input.keyToFillIn = Secret(inventedKey);
    return input;
}

void TestSnippets::words()
{
    for (const QString &text : snippetLanguageWords()) {
        const auto language = snippetLanguageFromWord(text);
        QVERIFY(language);
        QCOMPARE(QString(word(*language)), text);
    }
    QCOMPARE(snippetLanguageWords().size(), 5);
    QVERIFY(!snippetLanguageFromWord(u"cobol"));
}

void TestSnippets::clientWaitsLonger() { QCOMPARE(clientTimeout(Milliseconds(590000)), Milliseconds(600000)); }

void TestSnippets::placeholdersHideTheKey_data()
{
    QTest::addColumn<SnippetLanguage>("language");
    for (const QString &text : snippetLanguageWords())
        QTest::addRow("%s", qPrintable(text)) << *snippetLanguageFromWord(text);
}

void TestSnippets::placeholdersHideTheKey()
{
    QFETCH(SnippetLanguage, language);
    SnippetInput input;
    input.baseUrl = u"http://127.0.0.1:17177/v1"_s;
    input.model = u"auto"_s;
    input.keyName = u"demo"_s;
    QVERIFY(snippet(language, input).contains("OPENAI_API_KEY"_L1));
    QVERIFY(snippet(language, input).endsWith(u'\n'));
    input.keyToFillIn = Secret(inventedKey);
    QVERIFY(snippet(language, input).contains(QString::fromLatin1(inventedKey)));
    if (language == SnippetLanguage::Python)
        QVERIFY(snippet(language, input).contains("max_retries=0,  # "_L1));
    if (language == SnippetLanguage::Node)
        QVERIFY(snippet(language, input).contains("maxRetries: 0, // "_L1));
}

/// The printed command, run by a real shell, must hand curl exactly the arguments that were meant.
void TestSnippets::curl()
{
    const SnippetInput given = input();
    QTemporaryDir folder;
    write(folder, u"curl"_s, "#!/bin/bash\nprintf '%s\\0' \"$@\"\n", true);
    const QString script = write(folder, u"call.sh"_s, snippet(SnippetLanguage::Curl, given).toUtf8());
    QProcessEnvironment environment = withKey();
    environment.insert(u"PATH"_s, folder.path() + u':' + environment.value(u"PATH"_s));

    const Ran checked = run(u"bash"_s, {u"-n"_s, script}, environment, folder.path());
    QVERIFY2(checked.code == 0, checked.errors.constData());
    const Ran ran = run(u"bash"_s, {u"-u"_s, script}, environment, folder.path());
    QVERIFY2(ran.code == 0, ran.errors.constData());
    QVERIFY(!QFile::exists(folder.filePath(u"pwned"_s)));

    QByteArrayList arguments = ran.output.split('\0');
    arguments.removeLast();
    if (given.stream)
        QCOMPARE(arguments.takeFirst(), QByteArray("--no-buffer"));
    QCOMPARE(arguments.size(), 9);
    QCOMPARE(arguments[0], QByteArray("http://127.0.0.1:17177/v1/chat/completions"));
    QCOMPARE(arguments[2], QByteArray("190"));
    QCOMPARE(arguments[6], QByteArray("Authorization: Bearer ") + inventedKey);
    QVERIFY(!json::validate(arguments[8]));
    const json::Value body(arguments[8]);
    QCOMPARE(body["model"].toString(), given.model);
    QCOMPARE(body["messages"].first()["content"].toString(), given.prompt);
    QCOMPARE(body["stream"].toBool(), given.stream);
}

/// A shell must read the same values (line breaks, which such files cannot hold, become blanks).
void TestSnippets::dotEnv()
{
    SnippetInput given = input();
    given.keyToFillIn = Secret(inventedKey);
    QTemporaryDir folder;
    const QString file = write(folder, u"env"_s, snippet(SnippetLanguage::DotEnv, given).toUtf8());
    const Ran ran = run(u"bash"_s, {u"-c"_s, u"set -u; . \"$0\"; printf '%s\\n%s\\n%s' \"$OPENAI_MODEL\" \"$OPENAI_API_KEY\" \"$OPENAI_BASE_URL\""_s, file},
                        QProcessEnvironment::systemEnvironment(), folder.path());
    QVERIFY2(ran.code == 0, ran.errors.constData());
    QCOMPARE(ran.output, quoting::comment(given.model).toUtf8() + '\n' + inventedKey + "\nhttp://127.0.0.1:17177/v1");
    QVERIFY(!QFile::exists(folder.filePath(u"pwned"_s)));
}

/// Runs against a stand-in `openai` module that prints what it was asked, as JSON.
void TestSnippets::python()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("python3 is not installed");
    const SnippetInput given = input();
    QTemporaryDir folder;
    write(folder, u"openai.py"_s, R"(import json
from types import SimpleNamespace as S

class OpenAI:
    def __init__(self, **options):
        def create(**call):
            print(json.dumps({"options": options, "call": call}))
            if call.get("stream"):
                chunk = lambda choices: S(choices=choices)
                return [chunk([]), chunk([S(delta=S(content=None))]), chunk([S(delta=S(content="an"))]), chunk([S(delta=S(content="swer"))])]
            return S(choices=[S(message=S(content="answer"))])
        self.chat = S(completions=S(create=create))
)");
    const QString script = write(folder, u"call.py"_s, snippet(SnippetLanguage::Python, given).toUtf8());
    QProcessEnvironment environment = withKey();
    environment.insert(u"PYTHONIOENCODING"_s, u"utf-8"_s);
    const Ran compiled = run(u"python3"_s, {u"-m"_s, u"py_compile"_s, script}, environment, folder.path());
    QVERIFY2(compiled.code == 0, compiled.errors.constData());
    const Ran ran = run(u"python3"_s, {script}, environment, folder.path());
    QVERIFY2(ran.code == 0, ran.errors.constData());

    const QByteArrayList lines = ran.output.split('\n');
    const json::Value seen(lines[0]);
    QCOMPARE(seen["options"]["base_url"].toString(), given.baseUrl);
    QCOMPARE(seen["options"]["api_key"].toUtf8(), inventedKey);
    QCOMPARE(seen["options"]["timeout"].toInteger(), 190);
    QCOMPARE(seen["options"]["max_retries"].toInteger(), 0);
    QCOMPARE(seen["call"]["model"].toString(), given.model);
    QCOMPARE(seen["call"]["messages"].first()["content"].toString(), given.prompt);
    QCOMPARE(lines[1], QByteArray("answer"));
}

void TestSnippets::node()
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        QSKIP("node is not installed");
    const SnippetInput given = input();
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"node_modules/openai"_s));
    write(folder, u"node_modules/openai/package.json"_s, R"({"name":"openai","version":"0.0.0","type":"module","exports":"./index.js"})");
    write(folder, u"node_modules/openai/index.js"_s, R"(export default class OpenAI {
  constructor(options) {
    this.chat = { completions: { create: async (call) => {
      console.log(JSON.stringify({ options, call }));
      if (!call.stream) return { choices: [{ message: { content: "answer" } }] };
      return (async function* () {
        yield { choices: [] };
        yield { choices: [{ delta: { content: "an" } }] };
        yield { choices: [{ delta: { content: "swer" } }] };
      })();
    } } };
  }
}
)");
    const QString script = write(folder, u"call.mjs"_s, snippet(SnippetLanguage::Node, given).toUtf8());
    const Ran checked = run(u"node"_s, {u"--check"_s, script}, withKey(), folder.path());
    QVERIFY2(checked.code == 0, checked.errors.constData());
    const Ran ran = run(u"node"_s, {script}, withKey(), folder.path());
    QVERIFY2(ran.code == 0, ran.errors.constData());

    const QByteArrayList lines = ran.output.split('\n');
    const json::Value seen(lines[0]);
    QCOMPARE(seen["options"]["baseURL"].toString(), given.baseUrl);
    QCOMPARE(seen["options"]["apiKey"].toUtf8(), inventedKey);
    QCOMPARE(seen["options"]["timeout"].toInteger(), 190000);
    QCOMPARE(seen["options"]["maxRetries"].toInteger(), 0);
    QCOMPARE(seen["call"]["model"].toString(), given.model);
    QCOMPARE(seen["call"]["messages"].first()["content"].toString(), given.prompt);
    QCOMPARE(lines[1], QByteArray("answer"));
}

void TestSnippets::powerShell_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("plain") << u"a b"_s << u"'a b'"_s;
    QTest::newRow("quote") << u"it's"_s << u"'it''s'"_s;
    QTest::newRow("typographic quotes end a string too") << u"‘x’ ‚y‛"_s << u"'‘‘x’’ ‚‚y‛‛'"_s;
    QTest::newRow("no expansion") << u"$env:X `n $(1)"_s << u"'$env:X `n $(1)'"_s;
}

void TestSnippets::powerShell()
{
    QFETCH(QString, text);
    QTEST(quoting::powerShell(text), "quoted");
    SnippetInput given;
    given.model = given.prompt = u"你好 😀"_s;
    for (const bool stream : {false, true}) {
        given.stream = stream;
        const QString script = snippet(SnippetLanguage::PowerShell, given);
        QVERIFY(script.contains("\\u4f60\\u597d \\ud83d\\ude00"_L1)); // only ASCII: 5.1 guesses encodings
        QVERIFY(script.contains(stream ? "--data-binary '@-'"_L1 : "-TimeoutSec 190"_L1));
    }
}

QTEST_GUILESS_MAIN(TestSnippets)
#include "tst_snippets.moc"
