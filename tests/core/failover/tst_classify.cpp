// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/Classify.h"

#include <QRandomGenerator>
#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

// 2026-01-01 00:00:00 UTC
constexpr WallTime Now{Milliseconds{1767225600000}};
const HttpHeaders Json{{"Content-Type", "application/json"}};
const QByteArray Answer = R"({"id":"x","choices":[{"index":0,"message":{"role":"assistant","content":"hi"},"finish_reason":"stop"}],)"
                          R"("usage":{"total_tokens":160}})";

Verdict classify(int status, const QByteArray &body, Api api = Api::ChatCompletions, const HttpHeaders &headers = Json)
{
    return classifyAnswer(api, status, headers, body, false, Now);
}

QByteArray choice(const QByteArray &message, const QByteArray &finishReason)
{
    return R"({"choices":[{"index":0,"message":)" + message + R"(,"finish_reason":)" + finishReason + "}]}";
}

} // namespace

class tst_Classify : public QObject {
    Q_OBJECT

private slots:
    void faults_data();
    void faults();
    void statuses_data();
    void statuses();
    void heads_data();
    void heads();
    void providers_data();
    void providers();
    void answers_data();
    void answers();
    void emptyAnswers_data();
    void emptyAnswers();
    void otherApis_data();
    void otherApis();
    void streamEvents_data();
    void streamEvents();
    void streamOptions_data();
    void streamOptions();
    void retryAfterHeaders_data();
    void retryAfterHeaders();
    void retryAfterOnlyForRates();
    void longTextsAreCut();
    void cutAnswersAreNeverAnswers();
    void survivesNoise();
    void speed();
};

void tst_Classify::faults_data()
{
    QTest::addColumn<TransportFault>("fault");
    QTest::addColumn<bool>("sent");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, TransportFault fault, bool sent, Outcome outcome, const QString &detail) {
        QTest::newRow(name) << fault << sent << outcome << detail;
    };
    row("refused", TransportFault::Refused, false, Outcome::ConnectFailed, u"refused"_s);
    row("DNS", TransportFault::NameNotFound, false, Outcome::ConnectFailed, u"name_not_found"_s);
    row("unreachable", TransportFault::Unreachable, false, Outcome::ConnectFailed, u"unreachable"_s);
    row("TLS", TransportFault::TlsFailed, false, Outcome::ConnectFailed, u"tls_failed"_s);
    row("proxy", TransportFault::ProxyFailed, false, Outcome::ConnectFailed, u"proxy_failed"_s);
    row("connect timeout", TransportFault::ConnectTimeout, false, Outcome::ConnectFailed, u"connect_timeout"_s);
    row("TLS after the request", TransportFault::TlsFailed, true, Outcome::Broken, u"tls_failed"_s);
    row("stale", TransportFault::StaleConnection, true, Outcome::Broken, u"stale_connection"_s);
    row("reset", TransportFault::Closed, true, Outcome::Broken, u"closed"_s);
    row("malformed HTTP", TransportFault::Malformed, true, Outcome::Broken, u"malformed_http"_s);
    row("ended too early", TransportFault::None, true, Outcome::Broken, u"early_end"_s);
}

void tst_Classify::faults()
{
    QFETCH(TransportFault, fault);
    QFETCH(bool, sent);
    QFETCH(Outcome, outcome);
    QFETCH(QString, detail);
    const Verdict verdict = classifyFault({fault, sent, u"words of the library"_s});
    QCOMPARE(verdict.outcome, outcome);
    QCOMPARE(verdict.detail, detail);
    QCOMPARE(verdict.message, u"words of the library"_s);
}

/// SEMANTICS §2, the column "how it is seen", for every status without a telling body.
void tst_Classify::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Outcome>("outcome");
    const auto rows = [](std::initializer_list<int> statuses, Outcome outcome) {
        for (const int status : statuses)
            QTest::addRow("%d", status) << status << outcome;
    };
    rows({408, 409, 425, 500, 502, 503, 504, 507, 520, 521, 522, 523, 524, 525, 526, 527, 528, 529}, Outcome::Overloaded);
    rows({505, 511, 530, 599}, Outcome::Overloaded);
    rows({407}, Outcome::ConnectFailed);
    rows({429}, Outcome::RateLimited);
    rows({402}, Outcome::QuotaExhausted);
    rows({401, 403}, Outcome::CredentialRefused);
    rows({404, 405, 410, 501}, Outcome::ModelUnavailable);
    rows({300, 301, 302, 303, 304, 307, 308, 399}, Outcome::Redirected);
    rows({400, 406, 411, 413, 415, 418, 422, 424, 431, 451, 499}, Outcome::CallerFault);
    rows({100, 101, 103, 204, 205, 199, 600, 999}, Outcome::Broken);
}

void tst_Classify::statuses()
{
    QFETCH(int, status);
    QFETCH(Outcome, outcome);
    const QByteArray bodies[] = {"", "  \r\n", "plain words", "{}", "[]", "null", "\"words\"", R"({"error":null})", R"({"error":{}})",
                                 R"({"error":{"message":"x","type":null,"param":null,"code":null}})", "<html><body>x</body></html>"};
    for (const QByteArray &body : bodies) {
        const Verdict verdict = classify(status, body);
        QVERIFY2(verdict.outcome == outcome, body + " became " + word(verdict.outcome).toString().toUtf8());
        QVERIFY(!verdict.detail.isEmpty());
    }
}

void tst_Classify::heads_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addColumn<bool>("suffices");
    QTest::newRow("200") << 200 << Json << false;
    QTest::newRow("200 without headers") << 200 << HttpHeaders() << false;
    QTest::newRow("200 HTML") << 200 << HttpHeaders{{"content-type", "Text/HTML; charset=utf-8"}} << true;
    QTest::newRow("200 event stream") << 200 << HttpHeaders{{"Content-Type", "text/event-stream"}} << false;
    QTest::newRow("200 gzip that nobody asked for") << 200 << HttpHeaders{{"Content-Encoding", "gzip"}} << true;
    QTest::newRow("200 identity") << 200 << HttpHeaders{{"Content-Encoding", "identity"}} << false;
    QTest::newRow("204") << 204 << Json << true;
    QTest::newRow("103") << 103 << Json << true;
    QTest::newRow("302") << 302 << HttpHeaders{{"Location", "https://elsewhere.example/"}} << true;
    QTest::newRow("401") << 401 << Json << false;
    QTest::newRow("502 HTML") << 502 << HttpHeaders{{"Content-Type", "text/html"}} << false;
}

void tst_Classify::heads()
{
    QFETCH(int, status);
    QFETCH(HttpHeaders, headers);
    QFETCH(bool, suffices);
    QCOMPARE(classifyHead(Api::ChatCompletions, status, headers).has_value(), suffices);
}

/// Every provider of PROVIDERS.md with the shapes that it sends.
void tst_Classify::providers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, int status, const char *body, Outcome outcome, const QString &detail) {
        QTest::newRow(name) << status << QByteArray(body) << outcome << detail;
    };
    using O = Outcome;

    row("Ark bad key", 401, R"({"error":{"code":"AuthenticationError","message":"The API key is missing or invalid.","param":"","type":"Unauthorized"}})",
        O::CredentialRefused, u"AuthenticationError"_s);
    row("Ark overdue", 403, R"({"error":{"code":"AccountOverdueError","message":"overdue balance","param":"","type":"Forbidden"}})",
        O::QuotaExhausted, u"AccountOverdueError"_s);
    row("Ark access denied", 403, R"({"error":{"code":"AccessDenied","message":"no access","type":"Forbidden"}})", O::CredentialRefused,
        u"AccessDenied"_s);
    row("Ark closed endpoint, 400", 400, R"({"error":{"code":"InvalidEndpoint.ClosedEndpoint","message":"closed","type":"BadRequest"}})",
        O::ModelUnavailable, u"InvalidEndpoint.ClosedEndpoint"_s);
    row("Ark model not open", 404, R"({"error":{"code":"ModelNotOpen","message":"Your account has not activated the model","type":"NotFound"}})",
        O::ModelUnavailable, u"ModelNotOpen"_s);
    row("Ark no such model", 404, R"({"error":{"code":"InvalidEndpointOrModel.NotFound","message":"x","type":"NotFound"}})",
        O::ModelUnavailable, u"InvalidEndpointOrModel.NotFound"_s);
    row("Ark RPM", 429, R"({"error":{"code":"RateLimitExceeded.EndpointRPMExceeded","message":"RPM","type":"TooManyRequests"}})",
        O::RateLimited, u"RateLimitExceeded.EndpointRPMExceeded"_s);
    row("Ark account rate", 429, R"({"error":{"code":"AccountRateLimitExceeded","message":"RPM","type":"TooManyRequests"}})", O::RateLimited,
        u"AccountRateLimitExceeded"_s);
    row("Ark free trial used up", 429, R"({"error":{"code":"QuotaExceeded","message":"free trial quota","type":"TooManyRequests"}})",
        O::QuotaExhausted, u"QuotaExceeded"_s);
    row("Ark limit set by the user", 429, R"({"error":{"code":"SetLimitExceeded","message":"paused","type":"TooManyRequests"}})",
        O::QuotaExhausted, u"SetLimitExceeded"_s);
    row("Ark overloaded, 429", 429, R"({"error":{"code":"ServerOverloaded","message":"try later","type":"TooManyRequests"}})", O::Overloaded,
        u"ServerOverloaded"_s);
    row("Ark missing parameter", 400, R"({"error":{"code":"MissingParameter","message":"messages","type":"BadRequest"}})", O::CallerFault,
        u"MissingParameter"_s);
    row("Ark sensitive", 400, R"({"error":{"code":"SensitiveContentDetected.Violence","message":"x","type":"BadRequest"}})",
        O::ContentFiltered, u"SensitiveContentDetected.Violence"_s);
    row("Ark input sensitive", 400, R"({"error":{"code":"InputTextSensitiveContentDetected","message":"x","type":"BadRequest"}})",
        O::ContentFiltered, u"InputTextSensitiveContentDetected"_s);
    row("Ark context", 400, R"({"error":{"code":"OutofContextError","message":"Total tokens of image and text exceed max message tokens","type":"BadRequest"}})",
        O::ContextExceeded, u"OutofContextError"_s);

    row("DeepSeek balance", 402, R"({"error":{"message":"Insufficient Balance","type":"unknown_error","param":null,"code":"invalid_request_error"}})",
        O::QuotaExhausted, u"invalid_request_error"_s);
    row("DeepSeek bad key", 401, R"({"error":{"message":"Authentication Fails","type":"authentication_error","param":null,"code":"invalid_request_error"}})",
        O::CredentialRefused, u"invalid_request_error"_s);
    row("DeepSeek no such model, 400", 400, R"({"error":{"message":"Model Not Exist","type":"invalid_request_error","param":null,"code":"invalid_request_error"}})",
        O::ModelUnavailable, u"invalid_request_error"_s);
    row("DeepSeek context", 400, R"({"error":{"message":"This model's maximum context length is 65536 tokens. However, you requested 70000 tokens","type":"invalid_request_error","param":null,"code":"invalid_request_error"}})",
        O::ContextExceeded, u"invalid_request_error"_s);
    row("DeepSeek content", 400, R"({"error":{"message":"Content Exists Risk","type":"invalid_request_error","param":null,"code":"invalid_request_error"}})",
        O::ContentFiltered, u"invalid_request_error"_s);
    row("DeepSeek parameters", 422, R"({"error":{"message":"Invalid max_tokens value","type":"invalid_request_error","param":null,"code":"invalid_request_error"}})",
        O::CallerFault, u"invalid_request_error"_s);
    row("DeepSeek busy", 503, R"({"error":{"message":"Service is too busy","type":"service_unavailable_error","param":null,"code":"service_unavailable_error"}})",
        O::Overloaded, u"service_unavailable_error"_s);

    row("Bailian bad key", 401, R"({"error":{"message":"Incorrect API key provided. ","type":"invalid_request_error","param":null,"code":"invalid_api_key"}})",
        O::CredentialRefused, u"invalid_api_key"_s);
    row("Bailian flat shape", 400, R"({"code":"InvalidApiKey","message":"Invalid API-key provided.","request_id":"r"})", O::CredentialRefused,
        u"InvalidApiKey"_s);
    row("Bailian arrears, 400", 400, R"({"error":{"message":"Access denied, please make sure your account is in good standing.","type":"Arrearage","param":null,"code":"Arrearage"}})",
        O::QuotaExhausted, u"Arrearage"_s);
    row("Bailian throttling", 429, R"({"code":"Throttling.RateQuota","message":"Requests rate limit exceeded"})", O::RateLimited,
        u"Throttling.RateQuota"_s);
    row("Bailian burst", 429, R"({"error":{"message":"too fast","type":"limit_burst_rate","code":"limit_burst_rate"}})", O::RateLimited,
        u"limit_burst_rate"_s);
    row("Bailian free tier", 403, R"({"error":{"message":"The free tier of the model has been exhausted.","type":"AllocationQuota.FreeTierOnly","code":"AllocationQuota.FreeTierOnly"}})",
        O::QuotaExhausted, u"AllocationQuota.FreeTierOnly"_s);
    row("Bailian inspection", 400, R"({"error":{"code":"data_inspection_failed","message":"Input data may contain inappropriate content.","type":"data_inspection_failed"}})",
        O::ContentFiltered, u"data_inspection_failed"_s);
    row("Bailian context", 400, R"({"error":{"code":"invalid_parameter_error","message":"Range of input length should be [1, 98304]","type":"invalid_request_error"}})",
        O::ContextExceeded, u"invalid_parameter_error"_s);
    row("Bailian not purchased", 403, R"({"code":"AccessDenied.Unpurchased","message":"Access to model denied."})", O::ModelUnavailable,
        u"AccessDenied.Unpurchased"_s);

    row("SiliconFlow no such model, 400", 400, R"({"code":20012,"message":"Model does not exist. Please check it carefully.","data":null})",
        O::ModelUnavailable, u"20012"_s);
    row("SiliconFlow the same inside a 200", 200, R"({"code":20012,"message":"Model does not exist. Please check it carefully.","data":null})",
        O::ModelUnavailable, u"20012"_s);
    row("SiliconFlow balance, 403", 403, R"({"code":30001,"message":"Sorry, your account balance is insufficient","data":null})",
        O::QuotaExhausted, u"30001"_s);
    row("SiliconFlow disabled", 403, R"({"code":30003,"message":"Model disabled.","data":null})", O::ModelUnavailable, u"30003"_s);
    row("SiliconFlow bad key is a string", 401, R"("Invalid token")", O::CredentialRefused, u"http_401"_s);
    row("SiliconFlow TPM", 429, R"({"message":"Request was rejected due to rate limiting. Details:TPM limit reached.","data":null})",
        O::RateLimited, u"http_429"_s);
    row("SiliconFlow overloaded", 503, R"({"code":50505,"message":"Model service overloaded. Please try again later.","data":null})",
        O::Overloaded, u"50505"_s);
    row("SiliconFlow parameter", 400, R"({"code":20015,"message":"The parameter is invalid. Please check again.","data":null})",
        O::CallerFault, u"20015"_s);

    row("LKEAP bad key", 401, R"({"error":{"message":"Incorrect API key provided","type":"authentication_error","param":null,"code":"invalid_api_key"}})",
        O::CredentialRefused, u"invalid_api_key"_s);
    row("Tencent envelope, rate", 200, R"({"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"too fast"},"RequestId":"r"}})",
        O::RateLimited, u"RequestLimitExceeded"_s);
    row("Tencent key", 200, R"({"Response":{"Error":{"Code":"AuthFailure.SignatureFailure","Message":"x"},"RequestId":"r"}})",
        O::CredentialRefused, u"AuthFailure.SignatureFailure"_s);
    row("Hunyuan arrears", 400, R"({"error":{"message":"x","code":"ResourceUnavailable.InArrears"}})", O::QuotaExhausted,
        u"ResourceUnavailable.InArrears"_s);
    row("Hunyuan text refused", 400, R"({"error":{"message":"x","code":"OperationDenied.TextIllegalDetected"}})", O::ContentFiltered,
        u"OperationDenied.TextIllegalDetected"_s);

    row("Qianfan rate inside a 200", 200, R"({"code":"rpm_rate_limit_exceeded","msg":"Rate limit reached for RPM"})", O::RateLimited,
        u"rpm_rate_limit_exceeded"_s);
    row("Qianfan rate, V2", 429, R"({"error":{"code":"tpm_rate_limit_exceeded","message":"x","type":"rate_limit_exceeded"},"id":"as-1"})",
        O::RateLimited, u"tpm_rate_limit_exceeded"_s);
    row("Qianfan V1 RPM inside a 200", 200, R"({"error_code":336501,"error_msg":"Rate limit reached for RPM"})", O::RateLimited, u"336501"_s);
    row("Qianfan V1 TPM", 200, R"({"error_code":336502,"error_msg":"Rate limit reached for TPM"})", O::RateLimited, u"336502"_s);
    row("Qianfan V1 token", 200, R"({"error_code":110,"error_msg":"Access token invalid or no longer valid"})", O::CredentialRefused,
        u"110"_s);
    row("Qianfan malformed", 400, R"({"error":{"code":"malformed_json","message":"Invalid Argument","type":"invalid_request_error"}})",
        O::CallerFault, u"malformed_json"_s);
    row("Qianfan model", 400, R"({"error":{"code":"invalid_model","message":"no permission","type":"invalid_request_error"}})",
        O::ModelUnavailable, u"invalid_model"_s);
    row("Qianfan too long", 400, R"({"error":{"code":"tokens_too_long","message":"Prompt tokens too long","type":"invalid_request_error"}})",
        O::ContextExceeded, u"tokens_too_long"_s);

    row("Moonshot rate", 429, R"({"error":{"message":"max organization concurrency: 1","type":"rate_limit_reached_error"}})", O::RateLimited,
        u"rate_limit_reached_error"_s);
    row("Moonshot overloaded, 429", 429, R"({"error":{"message":"The engine is currently overloaded","type":"engine_overloaded_error"}})",
        O::Overloaded, u"engine_overloaded_error"_s);
    row("Moonshot quota", 429, R"({"error":{"message":"check your plan","type":"exceeded_current_quota_error"}})", O::QuotaExhausted,
        u"exceeded_current_quota_error"_s);
    row("Moonshot key", 401, R"({"error":{"message":"Invalid Authentication","type":"invalid_authentication_error"}})", O::CredentialRefused,
        u"invalid_authentication_error"_s);
    row("Moonshot content", 400, R"({"error":{"message":"The request was rejected because it was considered high risk","type":"content_filter"}})",
        O::ContentFiltered, u"content_filter"_s);
    row("Moonshot model", 404, R"({"error":{"message":"Not found the model or Permission denied","type":"resource_not_found_error"}})",
        O::ModelUnavailable, u"resource_not_found_error"_s);

    row("Zhipu concurrency", 429, R"({"error":{"code":"1302","message":"您当前使用该API的并发数过高"}})", O::RateLimited, u"1302"_s);
    row("Zhipu concurrency inside a 200", 200, R"({"error":{"code":"1302","message":"x"}})", O::RateLimited, u"1302"_s);
    row("Zhipu arrears, 429", 429, R"({"error":{"code":"1113","message":"您的账户已欠费"}})", O::QuotaExhausted, u"1113"_s);
    row("Zhipu key", 401, R"({"error":{"code":"1002","message":"x"}})", O::CredentialRefused, u"1002"_s);
    row("Zhipu model, 400", 400, R"({"error":{"code":"1211","message":"模型不存在"}})", O::ModelUnavailable, u"1211"_s);
    row("Zhipu parameter", 400, R"({"error":{"code":"1214","message":"x"}})", O::CallerFault, u"1214"_s);
    row("Zhipu context", 400, R"({"error":{"code":"1261","message":"Prompt 超长"}})", O::ContextExceeded, u"1261"_s);
    row("Zhipu sensitive", 400, R"({"error":{"code":"1301","message":"x"},"contentFilter":[{"level":1}]})", O::ContentFiltered, u"1301"_s);
    row("Zhipu server", 500, R"({"error":{"code":"1234","message":"network error"}})", O::Overloaded, u"1234"_s);

    row("MiniMax timeout", 200, R"({"base_resp":{"status_code":1001,"status_msg":"timeout"}})", O::Overloaded, u"1001"_s);
    row("MiniMax rate", 200, R"({"choices":null,"base_resp":{"status_code":1002,"status_msg":"rate limit"}})", O::RateLimited, u"1002"_s);
    row("MiniMax key", 200, R"({"base_resp":{"status_code":1004,"status_msg":"login fail"}})", O::CredentialRefused, u"1004"_s);
    row("MiniMax balance", 200, R"({"base_resp":{"status_code":1008,"status_msg":"insufficient balance"}})", O::QuotaExhausted, u"1008"_s);
    row("MiniMax parameter", 200, R"({"base_resp":{"status_code":2013,"status_msg":"invalid params"}})", O::CallerFault, u"2013"_s);
    row("MiniMax sensitive", 200, R"({"base_resp":{"status_code":1026,"status_msg":"input sensitive"}})", O::ContentFiltered, u"1026"_s);
    row("MiniMax internal", 200, R"({"base_resp":{"status_code":1024,"status_msg":"internal error"}})", O::Overloaded, u"1024"_s);
    row("MiniMax unknown number", 200, R"({"base_resp":{"status_code":4711,"status_msg":"?"}})", O::Overloaded, u"4711"_s);
    row("MiniMax error object", 429, R"({"type":"error","error":{"type":"rate_limit_error","message":"x","http_code":"429"}})",
        O::RateLimited, u"rate_limit_error"_s);

    row("StepFun balance", 402, R"({"error":{"message":"x","type":"insufficient_balance"}})", O::QuotaExhausted, u"insufficient_balance"_s);
    row("StepFun censorship", 451, R"({"error":{"message":"x","type":"censorship_blocked"}})", O::ContentFiltered, u"censorship_blocked"_s);

    row("OpenAI key", 401, R"({"error":{"message":"Incorrect API key provided: sk-x***y","type":"invalid_request_error","param":null,"code":"invalid_api_key"}})",
        O::CredentialRefused, u"invalid_api_key"_s);
    row("OpenAI key said in a 400", 400, R"({"error":{"message":"Incorrect API key provided","type":"invalid_request_error","param":null,"code":"invalid_api_key"}})",
        O::CredentialRefused, u"invalid_api_key"_s);
    row("OpenAI quota", 429, R"({"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}})",
        O::QuotaExhausted, u"insufficient_quota"_s);
    row("OpenAI quota by its text alone", 429, R"({"error":{"message":"You exceeded your current quota, please check your plan and billing details."}})",
        O::QuotaExhausted, u"http_429"_s);
    row("OpenAI rate", 429, R"({"error":{"message":"Rate limit reached for gpt-4o on tokens per min (TPM): Limit 30000, Used 29000. Visit https://platform.openai.com/account/rate-limits to learn more. You can increase your rate limit by adding a payment method to your account.","type":"tokens","param":null,"code":"rate_limit_exceeded"}})",
        O::RateLimited, u"rate_limit_exceeded"_s);
    row("OpenAI model", 404, R"({"error":{"message":"The model `x` does not exist or you do not have access to it.","type":"invalid_request_error","param":null,"code":"model_not_found"}})",
        O::ModelUnavailable, u"model_not_found"_s);
    row("OpenAI model said in a 400", 400, R"({"error":{"message":"x","type":"invalid_request_error","param":"model","code":"model_not_found"}})",
        O::ModelUnavailable, u"model_not_found"_s);
    row("OpenAI context", 400, R"({"error":{"message":"This model's maximum context length is 128000 tokens.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}})",
        O::ContextExceeded, u"context_length_exceeded"_s);
    row("OpenAI content", 400, R"({"error":{"message":"Your request was rejected by our safety system.","type":"invalid_request_error","param":null,"code":"content_policy_violation"}})",
        O::ContentFiltered, u"content_policy_violation"_s);
    row("OpenAI parameter", 400, R"({"error":{"message":"Invalid type for 'temperature'","type":"invalid_request_error","param":"temperature","code":"invalid_type"}})",
        O::CallerFault, u"invalid_type"_s);
    row("OpenAI server", 500, R"({"error":{"message":"The server had an error","type":"server_error","param":null,"code":null}})",
        O::Overloaded, u"server_error"_s);
    row("OpenAI region", 403, R"({"error":{"message":"Country not supported","type":"request_forbidden","param":null,"code":"unsupported_country_region_territory"}})",
        O::CredentialRefused, u"unsupported_country_region_territory"_s);

    row("OpenRouter credits in a 200", 200, R"({"error":{"code":402,"message":"This request requires more credits"},"user_id":"u"})",
        O::QuotaExhausted, u"http_402"_s);
    row("OpenRouter number wins over the status", 400, R"({"error":{"code":429,"message":"x"}})", O::RateLimited, u"http_429"_s);
    row("OpenRouter upstream", 200, R"({"error":{"code":502,"message":"Provider returned error","metadata":{"provider_name":"p"}}})",
        O::Overloaded, u"http_502"_s);
    row("OpenRouter model", 400, R"({"error":{"code":400,"message":"x/y is not a valid model ID"}})", O::ModelUnavailable, u"http_400"_s);
    row("OpenRouter flagged, 403", 403, R"({"error":{"code":403,"message":"Your chosen model requires moderation and your input was flagged"}})",
        O::ContentFiltered, u"http_403"_s);
    row("OpenRouter error inside the choice", 200,
        R"({"choices":[{"index":0,"error":{"code":429,"message":"x"},"message":{"content":""},"finish_reason":"error"}]})", O::RateLimited,
        u"http_429"_s);

    row("Groq too large is a rate", 413, R"({"error":{"message":"Request too large for model on tokens per minute (TPM).","type":"tokens","code":"rate_limit_exceeded"}})",
        O::RateLimited, u"rate_limit_exceeded"_s);
    row("Groq gone", 400, R"({"error":{"message":"The model has been decommissioned","type":"invalid_request_error","code":"model_decommissioned"}})",
        O::ModelUnavailable, u"model_decommissioned"_s);
    row("Groq without a code", 503, R"({"error":{"message":"Service Unavailable","type":"internal_server_error"}})", O::Overloaded,
        u"internal_server_error"_s);

    row("Together text", 200, R"({"error":"model overloaded"})", O::Overloaded, u"error_in_answer"_s);
    row("Together text, 401", 401, R"({"error":"Invalid API key provided"})", O::CredentialRefused, u"http_401"_s);
    row("Together object", 429, R"({"id":"x","error":{"message":"slow","type":"rate_limit","param":null,"code":null}})", O::RateLimited,
        u"rate_limit"_s);

    row("Fireworks fault", 429, R"({"fault":{"faultstring":"Spike arrest violation","detail":{"errorcode":"policies.ratelimit.SpikeArrestViolation"}}})",
        O::RateLimited, u"policies.ratelimit.SpikeArrestViolation"_s);
    row("Fireworks fault in a 200", 200, R"({"fault":{"faultstring":"x","detail":{"errorcode":"policies.ratelimit.QuotaViolation"}}})",
        O::RateLimited, u"policies.ratelimit.QuotaViolation"_s);
    row("Fireworks rate said in a 400", 400, R"({"error":{"type":"invalid_request_error","message":"rate limit exceeded, please try again later"}})",
        O::RateLimited, u"invalid_request_error"_s);

    row("Mistral flat", 429, R"({"object":"error","message":"Requests rate limit exceeded","type":"rate_limited","param":null,"code":"1300"})",
        O::RateLimited, u"1300"_s);
    row("Mistral capacity", 429, R"({"object":"error","message":"Service tier capacity exceeded for this model.","type":"service_tier_capacity_exceeded","param":null,"code":"3505"})",
        O::Overloaded, u"3505"_s);
    row("Mistral model", 400, R"({"object":"error","message":"Invalid model: x","type":"invalid_model","param":null,"code":"1500"})",
        O::ModelUnavailable, u"1500"_s);
    row("Mistral key", 401, R"({"message":"Unauthorized","request_id":"r"})", O::CredentialRefused, u"http_401"_s);
    row("Mistral validation", 422, R"({"object":"error","message":{"detail":[{"type":"missing","loc":["body","model"],"msg":"Field required"}]},"type":"invalid_request_error"})",
        O::CallerFault, u"invalid_request_error"_s);
    row("FastAPI", 422, R"({"detail":[{"loc":["body"],"msg":"field required","type":"value_error"}]})", O::CallerFault, u"http_422"_s);
    row("a code that nobody can see", 503, R"({"error":{"message":"x","code":"\ufeff","type":" \t"}})", O::Overloaded, u"http_503"_s);
    row("a code of a byte-order mark in a 200", 200, "{\"error\":{\"message\":\"x\",\"code\":\"\xef\xbb\xbf\"}}", O::Overloaded, u"error_in_answer"_s);
    row("the next word after it", 429, R"({"error":{"message":"x","code":"\u200b","type":"rate_limit_error"}})", O::RateLimited, u"rate_limit_error"_s);
    row("a mark before a code", 503, R"({"error":{"message":"x","code":"\ufeffbusy"}})", O::Overloaded, u"\ufeffbusy"_s);

    row("Gemini key is a 400 in an array", 400, R"([{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}]}}])",
        O::CredentialRefused, u"API_KEY_INVALID"_s);
    row("Gemini rate with a delay", 429, R"([{"error":{"code":429,"message":"You exceeded your current quota","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34s"}]}}])",
        O::RateLimited, u"RESOURCE_EXHAUSTED"_s);
    row("Gemini quota without a delay", 429, R"([{"error":{"code":429,"message":"You exceeded your current quota, please check your plan and billing details","status":"RESOURCE_EXHAUSTED"}}])",
        O::QuotaExhausted, u"RESOURCE_EXHAUSTED"_s);
    row("Gemini busy", 429, R"([{"error":{"code":429,"message":"Resource exhausted. Please try again later.","status":"RESOURCE_EXHAUSTED"}}])",
        O::RateLimited, u"RESOURCE_EXHAUSTED"_s);
    row("Gemini overloaded", 503, R"([{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}])", O::Overloaded,
        u"UNAVAILABLE"_s);
    row("Gemini unknown field", 400, R"([{"error":{"code":400,"message":"Invalid JSON payload received. Unknown name \"thinking\"","status":"INVALID_ARGUMENT"}}])",
        O::CallerFault, u"INVALID_ARGUMENT"_s);
    row("Gemini context", 400, R"([{"error":{"code":400,"message":"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}}])",
        O::ContextExceeded, u"INVALID_ARGUMENT"_s);
    row("Gemini array inside a 200", 200, R"([{"error":{"code":503,"message":"x","status":"UNAVAILABLE"}}])", O::Overloaded, u"UNAVAILABLE"_s);

    row("xAI key said in a 400", 400, R"({"code":"Client specified an invalid argument","error":"Incorrect API key provided: xx***yy. You can obtain an API key from https://console.x.ai."})",
        O::CredentialRefused, u"Client specified an invalid argument"_s);
    row("xAI credits", 429, R"({"code":"Some resource has been exhausted","error":"Your team has either used all available credits or reached its monthly spending limit."})",
        O::QuotaExhausted, u"Some resource has been exhausted"_s);

    row("Azure rate", 429, R"({"error":{"code":"429","message":"Requests have exceeded token rate limit of your current pricing tier. Please retry after 20 seconds."}})",
        O::RateLimited, u"http_429"_s);
    row("Azure deployment", 404, R"({"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}})",
        O::ModelUnavailable, u"DeploymentNotFound"_s);
    row("Azure content", 400, R"({"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}})",
        O::ContentFiltered, u"content_filter"_s);
    row("Azure key", 401, R"({"error":{"code":"401","message":"Access denied due to invalid subscription key."}})", O::CredentialRefused,
        u"http_401"_s);

    row("Ollama model", 404, R"({"error":{"message":"model \"x\" not found, try pulling it first","type":"api_error","param":null,"code":null}})",
        O::ModelUnavailable, u"api_error"_s);
    row("Ollama native text in a 200", 200, R"({"error":"model runner has unexpectedly stopped"})", O::Overloaded, u"error_in_answer"_s);
    row("vLLM flat", 404, R"({"object":"error","message":"The model `x` does not exist.","type":"NotFoundError","param":null,"code":404})",
        O::ModelUnavailable, u"NotFoundError"_s);
    row("vLLM context", 400, R"({"object":"error","message":"This model's maximum context length is 4096 tokens.","type":"BadRequestError","param":null,"code":400})",
        O::ContextExceeded, u"BadRequestError"_s);
    row("vLLM flat in a 200", 200, R"({"object":"error","message":"x","type":"BadRequestError","param":null,"code":400})", O::CallerFault,
        u"BadRequestError"_s);
    row("vLLM key", 401, R"({"error":"Unauthorized"})", O::CredentialRefused, u"http_401"_s);
    row("llama.cpp context", 400, R"({"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error","n_ctx":4096}})",
        O::ContextExceeded, u"exceed_context_size_error"_s);
    row("LM Studio", 404, R"({"error":{"message":"No models loaded.","type":"invalid_request_error","param":"model","code":"model_not_found"}})",
        O::ModelUnavailable, u"model_not_found"_s);

    row("complaint that quotes the client", 422, (QByteArray(R"({"error":{"message":"messages.0.content: invalid: )") + QByteArray(300, 'x')
        + R"( insufficient balance"}})").constData(), O::CallerFault, u"http_422"_s);
    row("nginx page", 502, "<html>\r\n<head><title>502 Bad Gateway</title></head></html>", O::Overloaded, u"html_page"_s);
    row("plain text", 503, "upstream connect error or disconnect/reset before headers", O::Overloaded, u"http_503"_s);
    row("cut error body", 429, R"({"error":{"message":"slow do)", O::RateLimited, u"http_429"_s);
    row("quota text and a failing server", 500, R"({"error":{"message":"could not read quota exceeded table"}})", O::Overloaded, u"http_500"_s);
    row("unexplained error in a 200", 200, R"({"error":{"message":"something odd"}})", O::Overloaded, u"error_in_answer"_s);
    row("caller's fault in a 200", 200, R"({"error":{"message":"x","type":"invalid_request_error"}})", O::CallerFault,
        u"invalid_request_error"_s);
    row("Anthropic overloaded", 529, R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})", O::Overloaded,
        u"overloaded_error"_s);
}

void tst_Classify::providers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Outcome, outcome);
    QFETCH(QString, detail);
    const Verdict verdict = classify(status, body);
    QCOMPARE(word(verdict.outcome), word(outcome));
    QCOMPARE(verdict.detail, detail);
    QCOMPARE(classify(status, "\n\n  " + body), verdict);
    if (body.startsWith('{') || body.startsWith('[')) {
        // The same document as an event of a stream or as the answer of another path says the same.
        if (status == 200 && !body.contains("\"choices\":[")) {
            const auto event = classifyErrorDocument(body, 200);
            QVERIFY(event && event->outcome == outcome && event->detail == detail);
            QCOMPARE(word(classify(200, body, Api::AudioSpeech).outcome), word(outcome));
            QCOMPARE(word(classify(200, body, Api::Embeddings).outcome), word(outcome));
        }
        if (status >= 400)
            QCOMPARE(word(classify(status, body, Api::AudioTranscriptions).outcome), word(outcome));
    }
}

void tst_Classify::answers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail"); // empty: an answer
    const auto row = [](const char *name, const QByteArray &body, const QString &detail) { QTest::newRow(name) << body << detail; };
    row("plain answer", Answer, {});
    row("blank lines first (DeepSeek)", "\n\n \r\n" + Answer + "\n", {});
    row("length without text", choice(R"({"role":"assistant","content":""})", "\"length\""), {});
    row("refusal", choice(R"({"role":"assistant","content":null,"refusal":"no"})", "\"stop\""), {});
    row("content_filter", choice(R"({"role":"assistant","content":""})", "\"content_filter\""), {});
    row("tool calls only", choice(R"({"role":"assistant","content":null,"tool_calls":[{"id":"a"}]})", "\"tool_calls\""), {});
    row("empty message and stop", choice(R"({"role":"assistant","content":""})", "\"stop\""), {});
    row("choice without message (Gemini)", R"({"choices":[{"index":0,"finish_reason":"length"}]})", {});
    row("error: null beside the answer", R"({"error":null,"choices":[{"message":{"content":"x"}}]})", {});
    row("code 0 beside the answer", R"({"code":0,"msg":"ok","choices":[{"message":{"content":"x"}}]})", {});
    row("base_resp 0 beside the answer (MiniMax)", R"({"choices":[{"message":{"content":"x"}}],"base_resp":{"status_code":0,"status_msg":""}})", {});
    row("the word error as text", choice(R"({"role":"assistant","content":"{\"error\":{\"code\":429}}"})", "\"stop\""), {});
    row("empty body", "", u"empty_body"_s);
    row("only blank lines", "\n\n\r\n ", u"empty_body"_s);
    row("web page", "<!DOCTYPE html><html></html>", u"html_page"_s);
    row("web page after blanks", "\n <HTML>", u"html_page"_s);
    row("plain text", "OK", u"malformed_json"_s);
    row("zero bytes", QByteArray(10, '\0'), u"malformed_json"_s);
    row("gzip bytes", "\x1f\x8b\x08xxxx", u"malformed_json"_s);
    row("cut in a string", Answer.first(70), u"truncated_json"_s);
    row("cut between members", Answer.chopped(1), u"truncated_json"_s);
    row("two answers", Answer + Answer, u"malformed_json"_s);
    row("trailing comma", R"({"choices":[{}],})", u"malformed_json"_s);
    row("bad UTF-8", QByteArray(Answer).replace("hi", "\xff\xfe"), u"malformed_json"_s);
    row("byte-order mark", "\xef\xbb\xbf" + Answer, u"malformed_json"_s);
    row("too deep", R"({"choices":)" + QByteArray(200, '[') + QByteArray(200, ']') + '}', u"malformed_json"_s);
    row("no choices", R"({"id":"x","usage":{}})", u"no_choices"_s);
    row("empty object", "{}", u"no_choices"_s);
    row("choices: []", R"({"choices":[]})", u"no_choices"_s);
    row("choices: null", R"({"choices":null})", u"no_choices"_s);
    row("choices: {}", R"({"choices":{}})", u"no_choices"_s);
    row("an array", "[]", u"no_choices"_s);
    row("a string", "\"fine\"", u"no_choices"_s);
    row("null", "null", u"no_choices"_s);
    row("code 200 and nothing else", R"({"code":200,"msg":"success","data":null})", u"no_choices"_s);
    row("out of resources (DeepSeek)", choice(R"({"role":"assistant","content":"half"})", "\"insufficient_system_resource\""),
        u"insufficient_system_resource"_s);
    row("network_error (Zhipu)", choice(R"({"role":"assistant","content":"half"})", "\"network_error\""), u"network_error"_s);
}

void tst_Classify::answers()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const Verdict verdict = classify(200, body);
    QCOMPARE(verdict.detail, detail);
    const bool resources = detail == "insufficient_system_resource"_L1 || detail == "network_error"_L1;
    const Outcome expected = detail.isEmpty() ? Outcome::Answered : resources ? Outcome::Overloaded : Outcome::Broken;
    QCOMPARE(word(verdict.outcome), word(expected));
    QCOMPARE(classify(201, body).outcome, verdict.outcome);
}

void tst_Classify::emptyAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("failure");
    const auto row = [](const char *name, const QByteArray &body, bool failure) { QTest::newRow(name) << body << failure; };
    row("empty text", choice(R"({"role":"assistant","content":""})", "\"stop\""), true);
    row("null text", choice(R"({"role":"assistant","content":null})", "\"stop\""), true);
    row("no text", choice(R"({"role":"assistant"})", "\"stop\""), true);
    row("empty everything", choice(R"({"role":"assistant","content":"","reasoning_content":"","tool_calls":[],"refusal":null})", "null"), true);
    row("text", choice(R"({"role":"assistant","content":"x"})", "\"stop\""), false);
    row("reasoning only", choice(R"({"role":"assistant","content":"","reasoning_content":"hm"})", "\"stop\""), false);
    row("tool call", choice(R"({"role":"assistant","content":"","tool_calls":[{"id":"a"}]})", "\"stop\""), false);
    row("refusal", choice(R"({"role":"assistant","content":"","refusal":"no"})", "\"stop\""), false);
    row("length", choice(R"({"role":"assistant","content":""})", "\"length\""), false);
    row("filtered", choice(R"({"role":"assistant","content":""})", "\"content_filter\""), false);
    row("completion", R"({"choices":[{"text":"","finish_reason":"stop"}]})", true);
    row("completion with text", R"({"choices":[{"text":"x","finish_reason":"stop"}]})", false);
}

void tst_Classify::emptyAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, failure);
    const Verdict strict = classifyAnswer(Api::ChatCompletions, 200, Json, body, true, Now);
    QCOMPARE(word(strict.outcome), word(failure ? Outcome::Broken : Outcome::Answered));
    QCOMPARE(strict.detail, failure ? u"empty_answer"_s : QString());
    QCOMPARE(word(classify(200, body).outcome), word(Outcome::Answered));
}

void tst_Classify::otherApis_data()
{
    QTest::addColumn<Api>("api");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, Api api, const QByteArray &body, const QString &detail) {
        QTest::newRow(name) << api << body << detail;
    };
    row("completions", Api::Completions, R"({"choices":[{"text":"x"}]})", {});
    row("responses", Api::Responses, R"({"object":"response","error":null,"output":[{"type":"message"}]})", {});
    row("responses incomplete", Api::Responses, R"({"status":"incomplete","error":null,"output":[]})", {});
    row("responses without output", Api::Responses, R"({"object":"response"})", u"no_output"_s);
    row("responses failed", Api::Responses, R"({"status":"failed","error":{"code":"server_error","message":"x"},"output":[]})", u"server_error"_s);
    row("embeddings", Api::Embeddings, R"({"object":"list","data":[{"embedding":[0.1]}]})", {});
    row("embeddings empty", Api::Embeddings, R"({"object":"list","data":[]})", u"no_data"_s);
    row("images", Api::ImageGenerations, R"({"created":1,"data":[{"url":"x"}]})", {});
    row("images without data", Api::ImageGenerations, R"({"created":1})", u"no_data"_s);
    row("rerank", Api::Rerank, R"({"results":[{"index":0}]})", {});
    row("moderations", Api::Moderations, R"({"results":[{"flagged":false}]})", {});
    row("moderations with choices", Api::Moderations, R"({"choices":[{}]})", u"no_results"_s);
    row("speech bytes", Api::AudioSpeech, QByteArray("ID3\x04\0\0\xff\xfb", 8), {});
    row("speech bytes that begin like JSON", Api::AudioSpeech, QByteArray("{\0\xff", 3), {});
    row("speech nothing", Api::AudioSpeech, "", u"empty_body"_s);
    row("speech page", Api::AudioSpeech, "<html>", u"html_page"_s);
    row("transcript JSON", Api::AudioTranscriptions, R"({"text":"hello"})", {});
    row("transcript text", Api::AudioTranscriptions, "hello", {});
    row("transcript SRT", Api::AudioTranslations, "1\n00:00:00,000 --> 00:00:01,000\nhello\n", {});
    row("transcript error in a 200", Api::AudioTranscriptions, R"({"error":{"message":"x","code":"server_error"}})", u"server_error"_s);
}

void tst_Classify::otherApis()
{
    QFETCH(Api, api);
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const Verdict verdict = classify(200, body, api, {});
    QCOMPARE(verdict.detail, detail);
    QCOMPARE(verdict.outcome == Outcome::Answered, detail.isEmpty());
}

void tst_Classify::streamEvents_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("outcome"); // empty: no error
    const auto row = [](const char *name, const char *event, const QString &outcome) { QTest::newRow(name) << QByteArray(event) << outcome; };
    row("delta", R"({"id":"x","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"hi"},"finish_reason":null}]})", {});
    row("usage chunk", R"({"choices":[],"usage":{"total_tokens":3}})", {});
    row("delta with error: null", R"({"choices":[{"delta":{}}],"error":null})", {});
    row("end mark", "[DONE]", {});
    row("nothing", "", {});
    row("OpenRouter mid-stream", R"({"id":"x","error":{"code":"server_error","message":"Provider disconnected"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]})", u"overloaded"_s);
    row("numeric", R"({"error":{"code":429,"message":"x"}})", u"rate_limited"_s);
    row("text", R"({"error":"unexpected end"})", u"overloaded"_s);
    row("Qianfan", R"({"code":"rpm_rate_limit_exceeded","msg":"x"})", u"rate_limited"_s);
    row("responses created", R"({"type":"response.created","response":{"id":"r","error":null,"status":"in_progress"}})", {});
    row("responses delta", R"({"type":"response.output_text.delta","delta":"hi"})", {});
    row("responses failed", R"({"type":"response.failed","response":{"error":{"code":"rate_limit_exceeded","message":"x"}}})", u"rate_limited"_s);
    row("responses error event", R"({"type":"error","code":"server_error","message":"x","param":null,"sequence_number":1})", u"overloaded"_s);
    row("responses error event without code", R"({"type":"error","code":null,"message":"x"})", u"overloaded"_s);
    row("MiniMax", R"({"base_resp":{"status_code":1002,"status_msg":"x"}})", u"rate_limited"_s);
}

void tst_Classify::streamEvents()
{
    QFETCH(QByteArray, event);
    QFETCH(QString, outcome);
    const auto verdict = classifyErrorDocument(event, 200);
    QCOMPARE(verdict ? word(verdict->outcome).toString() : QString(), outcome);
}

void tst_Classify::streamOptions_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("names");
    QTest::newRow("message") << 400 << QByteArray(R"({"error":{"message":"Unrecognized request argument supplied: stream_options","type":"invalid_request_error"}})") << true;
    QTest::newRow("param") << 400 << QByteArray(R"({"error":{"message":"no such thing","param":"stream_options.include_usage"}})") << true;
    QTest::newRow("validation") << 422 << QByteArray(R"({"detail":[{"loc":["body","stream_options"],"msg":"stream_options: extra fields not permitted"}]})") << true;
    QTest::newRow("plain text") << 400 << QByteArray("unknown field include_usage") << true;
    QTest::newRow("something else") << 400 << QByteArray(R"({"error":{"message":"bad temperature"}})") << false;
    QTest::newRow("server error") << 500 << QByteArray(R"({"error":{"message":"stream_options"}})") << false;
}

void tst_Classify::streamOptions()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, names);
    QCOMPARE(classify(status, body).namesStreamOptions, names);
}

void tst_Classify::retryAfterHeaders_data()
{
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addColumn<qint64>("ms"); // -1: nothing
    const auto row = [](const char *name, const HttpHeaders &headers, qint64 ms) { QTest::newRow(name) << headers << ms; };
    row("none", {}, -1);
    row("seconds", {{"Retry-After", "30"}}, 30000);
    row("zero", {{"retry-after", "0"}}, 0);
    row("with blanks", {{"Retry-After", " 7 "}}, 7000);
    row("fraction", {{"Retry-After", "1.5"}}, 1500);
    row("tiny fraction is never early", {{"Retry-After", "0.0001"}}, 1);
    row("date", {{"Retry-After", "Thu, 01 Jan 2026 00:02:00 GMT"}}, 120000);
    row("date in the past", {{"Retry-After", "Wed, 31 Dec 2025 23:59:00 GMT"}}, 0);
    row("date of leap day", {{"Retry-After", "Sat, 29 Feb 2020 00:00:00 GMT"}}, 0);
    row("no such date", {{"Retry-After", "Mon, 30 Feb 2026 00:00:00 GMT"}}, -1);
    row("date in another form", {{"Retry-After", "2026-01-01T00:02:00Z"}}, -1);
    row("negative", {{"Retry-After", "-5"}}, -1);
    row("words", {{"Retry-After", "soon"}}, -1);
    row("empty", {{"Retry-After", ""}}, -1);
    row("not a number", {{"Retry-After", "nan"}}, -1);
    row("infinite", {{"Retry-After", "inf"}}, -1);
    row("absurd", {{"Retry-After", "99999999999999999999"}}, 366LL * 24 * 3600 * 1000);
    row("more digits than any number", {{"Retry-After", QByteArray(1000, '9')}}, 366LL * 24 * 3600 * 1000);
    row("year 9999", {{"Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"}}, 366LL * 24 * 3600 * 1000);
    row("milliseconds", {{"retry-after-ms", "250"}}, 250);
    row("seconds before milliseconds", {{"retry-after-ms", "250"}, {"Retry-After", "2"}}, 2000);
    row("nonsense falls through", {{"Retry-After", "soon"}, {"retry-after-ms", "250"}}, 250);
    row("reset", {{"x-ratelimit-reset-requests", "20ms"}}, 20);
    row("reset minutes", {{"x-ratelimit-reset-tokens", "6m0s"}}, 360000);
    row("reset hours", {{"x-ratelimit-reset-tokens", "1h2m3.5s"}}, 3723500);
    row("reset plain seconds", {{"x-ratelimit-reset-tokens", "2"}}, 2000);
    row("both resets, nothing said: the earlier", {{"x-ratelimit-reset-requests", "1s"}, {"x-ratelimit-reset-tokens", "5s"}}, 1000);
    row("the one that is used up", {{"x-ratelimit-reset-requests", "1s"}, {"x-ratelimit-reset-tokens", "5s"},
                                     {"x-ratelimit-remaining-requests", "9"}, {"x-ratelimit-remaining-tokens", "0"}}, 5000);
    row("reset nonsense", {{"x-ratelimit-reset-tokens", "5 parsecs"}}, -1);
    row("reset as a point in time", {{"x-ratelimit-reset-tokens", "1767225600000"}}, -1);
    row("explicit before reset", {{"x-ratelimit-reset-requests", "20ms"}, {"Retry-After", "3"}}, 3000);
}

void tst_Classify::retryAfterHeaders()
{
    QFETCH(HttpHeaders, headers);
    QFETCH(qint64, ms);
    const auto wait = retryAfter(headers, Now);
    QCOMPARE(wait ? qint64(wait->count()) : qint64(-1), ms);
}

void tst_Classify::retryAfterOnlyForRates()
{
    const HttpHeaders headers{{"Content-Type", "application/json"}, {"Retry-After", "5"}};
    QCOMPARE(classify(429, "{}", Api::ChatCompletions, headers).retryAfter, std::optional(Milliseconds{5000}));
    QCOMPARE(classify(503, "{}", Api::ChatCompletions, headers).retryAfter, std::nullopt);
    const QByteArray qianfan = R"({"code":"rpm_rate_limit_exceeded","msg":"x"})"; // moc reads no raw strings inside macros
    QCOMPARE(classify(200, qianfan, Api::ChatCompletions, headers).retryAfter, std::optional(Milliseconds{5000}));
    const QByteArray google = R"([{"error":{"code":429,"message":"x","status":"RESOURCE_EXHAUSTED","details":[{"retryDelay":"34s"}]}}])";
    QCOMPARE(classify(429, google).retryAfter, std::optional(Milliseconds{34000}));
    QCOMPARE(classify(429, google, Api::ChatCompletions, headers).retryAfter, std::optional(Milliseconds{5000}));
}

void tst_Classify::longTextsAreCut()
{
    const auto error = [](const QByteArray &message, const QByteArray &code) {
        return classify(400, R"({"error":{"message":")" + message + R"(","code":")" + code + "\"}}");
    };
    const QByteArray words(100000, 'w');
    QCOMPARE(error(words, words).message.size(), 512);
    QVERIFY(error("x", words).detail.size() <= 64);
    QCOMPARE(classify(400, words).message.size(), 512);
    QCOMPARE(error(QByteArray("中").repeated(600), "x").message, QString(512, u'中'));
}

/// A broken answer is never delivered as a whole one: no prefix of an answer is an answer.
void tst_Classify::cutAnswersAreNeverAnswers()
{
    for (qsizetype length = 0; length < Answer.size(); ++length) {
        const Verdict verdict = classify(200, Answer.first(length));
        QVERIFY2(verdict.outcome == Outcome::Broken, QByteArray::number(length));
        QVERIFY(verdict.detail == "truncated_json"_L1 || verdict.detail == "empty_body"_L1);
    }
}

void tst_Classify::survivesNoise()
{
    QRandomGenerator random(5);
    const QByteArray seeds[] = {Answer, R"([{"error":{"code":429,"details":[{"retryDelay":"34s"}]}}])",
                                R"({"base_resp":{"status_code":1002,"status_msg":"x"},"choices":null})",
                                R"({"fault":{"faultstring":"x","detail":{"errorcode":"a.b"}}})", R"({"code":"x","msg":"y","data":null})"};
    for (int round = 0; round < 5000; ++round) {
        QByteArray body = seeds[round % 5];
        for (int flips = random.bounded(6); flips > 0; --flips)
            body[random.bounded(int(body.size()))] = char(random.bounded(256));
        body.truncate(random.bounded(int(body.size()) + 1));
        const std::vector<char> exact(body.cbegin(), body.cend());
        const QByteArrayView view(exact.data(), qsizetype(exact.size()));
        const int status = random.bounded(2) ? 200 : 400 + random.bounded(200);
        const Verdict verdict = classifyAnswer(Api(random.bounded(ApiCount)), status, Json, view, random.bounded(2) == 0, Now);
        QVERIFY(status < 400 || verdict.outcome != Outcome::Answered);
        QVERIFY(verdict.outcome == Outcome::Answered || !verdict.detail.isEmpty());
        QVERIFY(verdict.message.size() <= 512 && verdict.detail.size() <= 64);
        QVERIFY(!verdict.retryAfter || verdict.retryAfter->count() >= 0);
        classifyErrorDocument(view, 200);
    }
}

void tst_Classify::speed()
{
    const QByteArray body = choice(R"({"role":"assistant","content":")" + QByteArray(1000, 'x') + "\"}", "\"stop\"");
    int answers = 0;
    QBENCHMARK { answers += classify(200, body).outcome == Outcome::Answered; }
    QVERIFY(answers > 0);
}

QTEST_APPLESS_MAIN(tst_Classify)
#include "tst_classify.moc"
