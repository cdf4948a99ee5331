// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalogue.h"
#include "models/PasteReader.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

const QString Key = u"sk-invented0123456789abcdefghij"_s;

} // namespace

class TestPasteReader : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_known = Catalogue::load()->providers(); }

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("key"); // "env:NAME" for a variable
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QStringList>("models");
        const QStringList none;

        QTest::newRow("curl of a tutorial") << u"curl https://api.siliconflow.cn/v1/chat/completions \\\n  -H \"Content-Type: application/json\" \\\n  -H \"Authorization: Bearer %1\" \\\n"
                                                "  -d '{\"model\": \"deepseek-ai/DeepSeek-V3\", \"messages\": []}'"_s.arg(Key)
                                            << u"https://api.siliconflow.cn/v1"_s << Key << u"siliconflow"_s << QStringList{u"deepseek-ai/DeepSeek-V3"_s};
        QTest::newRow("curl with a variable") << u"curl -sS --request POST --url 'https://api.deepseek.com/v1/chat/completions' --header 'Authorization: Bearer $DEEPSEEK_API_KEY'"_s
                                              << u"https://api.deepseek.com/v1"_s << u"env:DEEPSEEK_API_KEY"_s << u"deepseek"_s << none;
        QTest::newRow("curl with --header=") << u"curl --header='authorization: bearer %1' https://llm.example.com/v1/models"_s.arg(Key)
                                             << u"https://llm.example.com/v1"_s << Key << QString() << none;
        QTest::newRow("curl for cmd") << u"curl.exe https://api.openai.com/v1/responses ^\r\n -H \"Authorization: Bearer %OPENAI_API_KEY%\" ^\r\n -d \"{\\\"model\\\": \\\"gpt-5\\\"}\""_s
                                      << u"https://api.openai.com/v1"_s << u"env:OPENAI_API_KEY"_s << u"openai"_s << QStringList{u"gpt-5"_s};
        QTest::newRow("PowerShell") << u"Invoke-RestMethod -Uri \"https://api.moonshot.cn/v1/chat/completions\" `\n -Headers @{\"Authorization\"=\"Bearer %1\"}"_s.arg(Key)
                                    << u"https://api.moonshot.cn/v1"_s << Key << u"moonshot"_s << none;
        QTest::newRow("Azure header") << u"curl https://res.openai.azure.com/openai/v1/chat/completions -H 'api-key: abcdef0123456789abcdef0123456789'"_s
                                      << u"https://res.openai.azure.com/openai/v1"_s << u"abcdef0123456789abcdef0123456789"_s << QString() << none;
        QTest::newRow(".env") << u"# mine\nexport SILICONFLOW_API_KEY=\"%1\"\nSILICONFLOW_BASE_URL=https://api.siliconflow.cn/v1/\nSILICONFLOW_MODEL=deepseek-ai/DeepSeek-R1\n"_s.arg(Key)
                              << u"https://api.siliconflow.cn/v1"_s << Key << u"siliconflow"_s << QStringList{u"deepseek-ai/DeepSeek-R1"_s};
        QTest::newRow("one line of .env") << u"DEEPSEEK_API_KEY=%1"_s.arg(Key) << QString() << Key << u"deepseek"_s << none;
        QTest::newRow("Python") << u"client = OpenAI(base_url=\"https://llm.example.com/v1\", api_key=\"%1\")\nclient.chat(model=\"qwen2.5\")"_s.arg(Key)
                                << u"https://llm.example.com/v1"_s << Key << QString() << QStringList{u"qwen2.5"_s};
        QTest::newRow("Python with os.environ") << u"OpenAI(base_url='https://llm.example.com/v1', api_key=os.environ['MY_KEY'])"_s
                                                << u"https://llm.example.com/v1"_s << u"env:MY_KEY"_s << QString() << none;
        QTest::newRow("an address") << u"https://ark.cn-beijing.volces.com/api/v3"_s << u"https://ark.cn-beijing.volces.com/api/v3"_s << QString() << u"ark"_s << none;
        QTest::newRow("an address of a call") << u"  https://api.deepseek.com/v1/chat/completions?x=1#y "_s << u"https://api.deepseek.com/v1"_s << QString() << u"deepseek"_s << none;
        QTest::newRow("no version is added") << u"https://llm.example.com"_s << u"https://llm.example.com"_s << QString() << QString() << none;
        QTest::newRow("user information is dropped") << u"https://user:pw@llm.example.com/v1"_s << u"https://llm.example.com/v1"_s << QString() << QString() << none;
        QTest::newRow("a key") << Key << QString() << Key << QString() << none;
        QTest::newRow("a telling key") << u"gsk_Invented0123456789abcdef"_s << QString() << u"gsk_Invented0123456789abcdef"_s << u"groq"_s << none;
        QTest::newRow("a key with Bearer") << u"Authorization: Bearer %1"_s.arg(Key) << QString() << Key << QString() << none;
        QTest::newRow("a variable") << u"$OPENAI_API_KEY"_s << QString() << u"env:OPENAI_API_KEY"_s << u"openai"_s << none;
        QTest::newRow("prose") << u"The address is https://llm.example.com/v1, and the key %1."_s.arg(Key) << u"https://llm.example.com/v1"_s << Key << QString() << none;

        QTest::newRow("empty") << u" \n\t"_s << QString() << QString() << QString() << none;
        QTest::newRow("a word") << u"hello"_s << QString() << QString() << QString() << none;
        QTest::newRow("a placeholder") << u"curl https://api.openai.com/v1/models -H 'Authorization: Bearer <your key>'"_s << u"https://api.openai.com/v1"_s << QString() << u"openai"_s << none;
        QTest::newRow("another placeholder") << u"OPENAI_API_KEY=sk-xxxxxxxxxxxxxxxxxxxxxxxx"_s << QString() << QString() << u"openai"_s << none;
        QTest::newRow("file and script addresses") << u"file:///etc/passwd"_s << QString() << QString() << QString() << none;
        QTest::newRow("javascript") << u"javascript:alert(document.cookie)//abcdefgh"_s << QString() << u""_s << QString() << none;
        QTest::newRow("unclosed quote") << u"curl 'https://api.deepseek.com/v1/models"_s << u"https://api.deepseek.com/v1"_s << QString() << u"deepseek"_s << none;
        QTest::newRow("control characters") << u"curl https://exa\u0001mple.com/v1"_s << QString() << QString() << QString() << none;
        QTest::newRow("a key with a line break") << u"-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----"_s << QString() << QString() << QString() << none;
    }
    void reads()
    {
        QFETCH(QString, text);
        const Pasted pasted = readPasted(text, m_known);
        QTEST(pasted.baseUrl.toString(), "url");
        const Credential &credential = pasted.credential;
        QTEST(credential.environment.isEmpty() ? QString::fromUtf8(credential.literal.reveal()) : u"env:"_s + credential.environment, "key");
        QTEST(pasted.provider, "provider");
        QTEST(pasted.models, "models");
        QVERIFY(!pasted.gatewayKey);
    }

    void aGatewayKeyIsNoProviderKey_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("alone") << u"sk-us_Invented0Invented0Invented0Invented0000"_s;
        QTest::newRow("in a curl of our own") << u"curl http://127.0.0.1:17177/v1/chat/completions -H 'Authorization: Bearer sk-us_Invented0Invented0Invented0Invented0000'"_s;
        QTest::newRow("in .env") << u"OPENAI_API_KEY=sk-us_Invented0Invented0Invented0Invented0000\nOPENAI_BASE_URL=http://127.0.0.1:17177/v1"_s;
    }
    void aGatewayKeyIsNoProviderKey()
    {
        QFETCH(QString, text);
        const Pasted pasted = readPasted(text, m_known);
        QVERIFY(pasted.gatewayKey);
        QVERIFY(pasted.credential.isEmpty());
    }

    void anUnknownHostGivesAName() { QCOMPARE(readPasted(u"https://api.llm.example.com/v1", m_known).name, u"llm.example.com"_s); }

    /// Whatever is in a clipboard must neither hang nor crash.
    void hostileTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a megabyte of one letter") << QString(1 << 20, u'a');
        QTest::newRow("backslashes") << u"curl "_s + QString(1 << 18, u'\\');
        QTest::newRow("quotes") << u"curl "_s + QString(1 << 18, u'"');
        QTest::newRow("equals signs") << QString(1 << 18, u'=');
        QTest::newRow("many assignments") << u"A_KEY=b\n"_s.repeated(30'000);
        QTest::newRow("many models") << u"curl x "_s + u"\"model\":\"m\","_s.repeated(10'000);
        QTest::newRow("lone surrogates") << u"curl https://"_s + QString(QChar(0xd800)).repeated(5000) + u"/v1"_s;
        QTest::newRow("zeros") << QString(5000, QChar(0));
        QTest::newRow("long host") << u"https://"_s + QString(100'000, u'h') + u"/v1"_s;
    }
    void hostileTexts()
    {
        QFETCH(QString, text);
        QElapsedTimer timer;
        timer.start();
        const Pasted pasted = readPasted(text, m_known);
        QVERIFY(pasted.models.size() <= 64);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

private:
    QList<Provider> m_known;
};

QTEST_GUILESS_MAIN(TestPasteReader)
#include "tst_pastereader.moc"
