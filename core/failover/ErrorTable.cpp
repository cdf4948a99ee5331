// SPDX-License-Identifier: GPL-3.0-or-later
#include "failover/ErrorTable.h"

#include <algorithm>

namespace understudy {

namespace {

/// Codes and types are compared without case, `_`, `-` and blanks, because providers write the same word in every style
/// ("rate_limit_exceeded", "RateLimitExceeded"). Dots stay: what follows the first is a finer word of the same thing.
QByteArray normalized(const QByteArray &word)
{
    QByteArray out;
    out.reserve(word.size());
    for (const char c : word.left(128)) {
        if (c == '_' || c == '-' || c == ' ')
            continue;
        out += c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
    }
    return out;
}

struct WordRule {
    const char *word;
    Outcome outcome;
};

/// Whole words, normalized; also matched against the part before the first dot.
constexpr WordRule words[] = {
    // OpenAI and everybody who follows it
    {"invalidapikey", Outcome::CredentialRefused},
    {"accountdeactivated", Outcome::CredentialRefused},
    {"invalidorganization", Outcome::CredentialRefused},
    {"invalidissuer", Outcome::CredentialRefused},
    {"authenticationerror", Outcome::CredentialRefused},
    {"invalidauthenticationerror", Outcome::CredentialRefused}, // Moonshot
    {"incorrectapikeyerror", Outcome::CredentialRefused},
    {"permissiondeniederror", Outcome::CredentialRefused},
    {"permissionerror", Outcome::CredentialRefused},
    {"insufficientquota", Outcome::QuotaExhausted},
    {"billinghardlimitreached", Outcome::QuotaExhausted},
    {"billingnotactive", Outcome::QuotaExhausted},
    {"billingerror", Outcome::QuotaExhausted},
    {"paymentrequired", Outcome::QuotaExhausted},
    {"modelnotfound", Outcome::ModelUnavailable},
    {"modelnotfounderror", Outcome::ModelUnavailable},
    {"notfounderror", Outcome::ModelUnavailable},
    {"resourcenotfounderror", Outcome::ModelUnavailable}, // Moonshot
    {"invalidmodel", Outcome::ModelUnavailable},          // Qianfan, Mistral
    {"modeldecommissioned", Outcome::ModelUnavailable},   // Groq
    {"modelnotactive", Outcome::ModelUnavailable},
    {"modelnotavailable", Outcome::ModelUnavailable},
    {"modelnotsupported", Outcome::ModelUnavailable},
    {"modelpermissionblocked", Outcome::ModelUnavailable},
    {"modeltermsrequired", Outcome::ModelUnavailable},
    {"unknownmodel", Outcome::ModelUnavailable},
    {"unsupportedmodel", Outcome::ModelUnavailable},
    {"contextlengthexceeded", Outcome::ContextExceeded},
    {"exceedcontextsizeerror", Outcome::ContextExceeded}, // llama.cpp
    {"tokenstoolong", Outcome::ContextExceeded},          // Qianfan
    {"characterstoolong", Outcome::ContextExceeded},
    {"contentpolicyviolation", Outcome::ContentFiltered},
    {"contentfilter", Outcome::ContentFiltered}, // Azure, Moonshot
    {"contentfiltererror", Outcome::ContentFiltered},
    {"responsibleaipolicyviolation", Outcome::ContentFiltered},
    {"sensitivewordsdetected", Outcome::ContentFiltered},
    {"promptblocked", Outcome::ContentFiltered},
    {"moderationblocked", Outcome::ContentFiltered},
    {"censorshipblocked", Outcome::ContentFiltered}, // StepFun
    {"ratelimited", Outcome::RateLimited},           // Mistral
    {"toomanyrequests", Outcome::RateLimited},
    {"limitrequests", Outcome::RateLimited},  // Bailian, OpenAI shape
    {"limitburstrate", Outcome::RateLimited}, // Bailian
    {"slowdown", Outcome::Overloaded},
    {"servicetiercapacityexceeded", Outcome::Overloaded}, // Mistral
    {"serviceunavailable", Outcome::Overloaded},
    {"serviceunavailableerror", Outcome::Overloaded},
    {"timeouterror", Outcome::Overloaded},
    // Azure
    {"deploymentnotfound", Outcome::ModelUnavailable},
    {"operationnotsupported", Outcome::ModelUnavailable},
    // Ark
    {"accessdenied", Outcome::CredentialRefused},
    {"accountoverdueerror", Outcome::QuotaExhausted},
    {"invalidsubscription", Outcome::QuotaExhausted},
    {"setlimitexceeded", Outcome::QuotaExhausted},
    {"quotaexceeded", Outcome::QuotaExhausted},
    {"operationdenied.serviceoverdue", Outcome::QuotaExhausted},
    {"operationdenied.servicenotopen", Outcome::ModelUnavailable},
    {"modelnotopen", Outcome::ModelUnavailable},
    {"invalidendpoint", Outcome::ModelUnavailable},
    {"invalidendpointormodel", Outcome::ModelUnavailable},
    {"outofcontexterror", Outcome::ContextExceeded},
    {"inflightbatchsizeexceeded", Outcome::RateLimited},
    {"requestbursttoofast", Outcome::RateLimited},
    {"modelloadingerror", Outcome::Overloaded},
    // Bailian
    {"arrearage", Outcome::QuotaExhausted},
    {"allocationquota", Outcome::QuotaExhausted},
    {"accessdenied.unpurchased", Outcome::ModelUnavailable},
    {"model.accessdenied", Outcome::ModelUnavailable},
    {"throttling", Outcome::RateLimited}, // Throttling.RateQuota, Throttling.AllocationQuota
    {"datainspectionfailed", Outcome::ContentFiltered},
    {"requesttimeout", Outcome::Overloaded},
    // Tencent
    {"authfailure", Outcome::CredentialRefused},
    {"unauthorizedoperation", Outcome::CredentialRefused},
    {"requestlimitexceeded", Outcome::RateLimited},
    {"failedoperation.engineserverlimitexceeded", Outcome::RateLimited},
    {"failedoperation.servicenotactivated", Outcome::ModelUnavailable},
    {"failedoperation.enginerequesttimeout", Outcome::Overloaded},
    {"failedoperation.engineservererror", Outcome::Overloaded},
    // Google
    {"unauthenticated", Outcome::CredentialRefused},
    {"permissiondenied", Outcome::CredentialRefused},
    {"apikeyinvalid", Outcome::CredentialRefused},
    {"unimplemented", Outcome::ModelUnavailable},
    {"unavailable", Outcome::Overloaded},
    {"deadlineexceeded", Outcome::Overloaded},
    // Gateways of the one-api family
    {"getchannelfailed", Outcome::Overloaded},
};

/// Parts of codes and types, for families that grow; in this order.
constexpr WordRule wordParts[] = {
    {"ratelimit", Outcome::RateLimited}, // rpm_rate_limit_exceeded, RateLimitExceeded.*, policies.ratelimit.*
    {"sensitivecontent", Outcome::ContentFiltered},
    {"illegaldetected", Outcome::ContentFiltered},
    {"overloaded", Outcome::Overloaded},
    {"quota", Outcome::QuotaExhausted}, // exceeded_current_quota_error, insufficient_user_quota
    {"insufficientbalance", Outcome::QuotaExhausted},
    {"arrear", Outcome::QuotaExhausted},
    {"overdue", Outcome::QuotaExhausted},
    {"packexhausted", Outcome::QuotaExhausted},
    {"resourceexhausted", Outcome::QuotaExhausted},
    {"lowbalance", Outcome::QuotaExhausted},
    {"apikeyinvalid", Outcome::CredentialRefused},
    {"invalidapikey", Outcome::CredentialRefused},
    {"contextlength", Outcome::ContextExceeded},
};

/// Words so general that the HTTP status knows better; they count only where it says nothing (200).
constexpr WordRule vagueWords[] = {
    {"invalidrequesterror", Outcome::CallerFault}, {"invalidrequest", Outcome::CallerFault},
    {"badrequesterror", Outcome::CallerFault},     {"badrequest", Outcome::CallerFault},
    {"invalidparameter", Outcome::CallerFault},    {"missingparameter", Outcome::CallerFault},
    {"invalidargument", Outcome::CallerFault},     {"invalidparametererror", Outcome::CallerFault},
    {"malformedjson", Outcome::CallerFault},       {"failedprecondition", Outcome::CallerFault},
    {"notfound", Outcome::ModelUnavailable},       {"unauthorized", Outcome::CredentialRefused},
    {"forbidden", Outcome::CredentialRefused},
};

struct NumberRule {
    int first;
    int last;
    Outcome outcome;
};

constexpr NumberRule zhipuNumbers[] = { // {"error":{"code":"1302",…}}
    {1000, 1004, Outcome::CredentialRefused}, {1110, 1112, Outcome::CredentialRefused}, {1113, 1113, Outcome::QuotaExhausted},
    {1120, 1120, Outcome::Overloaded},        {1121, 1121, Outcome::CredentialRefused}, {1200, 1200, Outcome::Overloaded},
    {1210, 1210, Outcome::CallerFault},       {1211, 1212, Outcome::ModelUnavailable},  {1213, 1215, Outcome::CallerFault},
    {1220, 1222, Outcome::ModelUnavailable},  {1230, 1230, Outcome::Overloaded},        {1234, 1234, Outcome::Overloaded},
    {1261, 1261, Outcome::ContextExceeded},   {1300, 1301, Outcome::ContentFiltered},   {1302, 1303, Outcome::RateLimited},
    {1304, 1304, Outcome::QuotaExhausted},    {1305, 1305, Outcome::RateLimited},       {1308, 1310, Outcome::QuotaExhausted},
    {1311, 1311, Outcome::ModelUnavailable},  {1312, 1312, Outcome::Overloaded},
};

constexpr NumberRule flatNumbers[] = { // {"code":20012,"message":…} SiliconFlow; {"error_code":336501,…} Qianfan V1
    {20012, 20012, Outcome::ModelUnavailable}, {20015, 20015, Outcome::CallerFault},       {30001, 30001, Outcome::QuotaExhausted},
    {30003, 30003, Outcome::ModelUnavailable}, {50500, 50599, Outcome::Overloaded},
    {1, 2, Outcome::Overloaded},               {4, 4, Outcome::RateLimited},               {6, 6, Outcome::CredentialRefused},
    {13, 15, Outcome::CredentialRefused},      {17, 17, Outcome::QuotaExhausted},          {18, 18, Outcome::RateLimited},
    {19, 19, Outcome::QuotaExhausted},         {100, 100, Outcome::CredentialRefused},     {110, 111, Outcome::CredentialRefused},
    {336000, 336000, Outcome::Overloaded},     {336001, 336003, Outcome::CallerFault},     {336007, 336007, Outcome::ContextExceeded},
    {336100, 336100, Outcome::Overloaded},     {336103, 336104, Outcome::ContextExceeded}, {336501, 336505, Outcome::RateLimited},
};

constexpr NumberRule miniMaxNumbers[] = { // {"base_resp":{"status_code":1002,…}}
    {1000, 1001, Outcome::Overloaded},        {1002, 1002, Outcome::RateLimited},       {1004, 1004, Outcome::CredentialRefused},
    {1008, 1008, Outcome::QuotaExhausted},    {1013, 1013, Outcome::Overloaded},        {1024, 1024, Outcome::Overloaded},
    {1026, 1027, Outcome::ContentFiltered},   {1028, 1028, Outcome::QuotaExhausted},    {1030, 1030, Outcome::QuotaExhausted},
    {1033, 1033, Outcome::Overloaded},        {1039, 1039, Outcome::RateLimited},       {1041, 1041, Outcome::RateLimited},
    {1042, 1043, Outcome::CallerFault},       {2013, 2013, Outcome::CallerFault},       {2045, 2045, Outcome::RateLimited},
    {2049, 2049, Outcome::CredentialRefused}, {2056, 2056, Outcome::QuotaExhausted},    {2061, 2061, Outcome::ModelUnavailable},
};

/// Phrases of messages, lower case; both parts must occur. In this order: the caller's own mistakes are told apart first,
/// because their texts also speak of tokens and limits.
struct PhraseRule {
    const char *phrase;
    Outcome outcome;
    const char *also = nullptr;
};

constexpr PhraseRule phrases[] = {
    {"context length", Outcome::ContextExceeded},
    {"context_length", Outcome::ContextExceeded},
    {"context window", Outcome::ContextExceeded},
    {"context size", Outcome::ContextExceeded},
    {"maximum context", Outcome::ContextExceeded},
    {"max_model_len", Outcome::ContextExceeded},
    {"prompt is too long", Outcome::ContextExceeded},
    {"prompt too long", Outcome::ContextExceeded},
    {"maximum prompt length", Outcome::ContextExceeded},
    {"input is too long", Outcome::ContextExceeded},
    {"range of input length", Outcome::ContextExceeded}, // Bailian
    {"exceeds the maximum number of tokens", Outcome::ContextExceeded}, // Gemini
    {"exceed max message tokens", Outcome::ContextExceeded},            // Ark
    {"reduce the length of the messages", Outcome::ContextExceeded},
    {"exceeds token limit", Outcome::ContextExceeded},
    {"上下文长度", Outcome::ContextExceeded},
    {"输入过长", Outcome::ContextExceeded},
    {"prompt 超长", Outcome::ContextExceeded},

    {"content management policy", Outcome::ContentFiltered}, // Azure
    {"content policy", Outcome::ContentFiltered},
    {"content filter", Outcome::ContentFiltered},
    {"content_filter", Outcome::ContentFiltered},
    {"content exists risk", Outcome::ContentFiltered}, // DeepSeek
    {"considered high risk", Outcome::ContentFiltered}, // Moonshot
    {"rejected by our safety system", Outcome::ContentFiltered},
    {"inappropriate content", Outcome::ContentFiltered}, // Bailian
    {"sensitive content", Outcome::ContentFiltered},
    {"sensitive information", Outcome::ContentFiltered},
    {"input was flagged", Outcome::ContentFiltered}, // OpenRouter
    {"敏感", Outcome::ContentFiltered},
    {"内容审核", Outcome::ContentFiltered},

    {"insufficient balance", Outcome::QuotaExhausted},
    {"balance is insufficient", Outcome::QuotaExhausted},
    {"balance is not enough", Outcome::QuotaExhausted},
    {"balance not enough", Outcome::QuotaExhausted},
    {"credit balance is too low", Outcome::QuotaExhausted},
    {"insufficient credit", Outcome::QuotaExhausted},
    {"insufficient funds", Outcome::QuotaExhausted},
    {"insufficient quota", Outcome::QuotaExhausted},
    {"not enough credits", Outcome::QuotaExhausted},
    {"not enough quota", Outcome::QuotaExhausted},
    {"requires more credits", Outcome::QuotaExhausted},
    {"used all available credits", Outcome::QuotaExhausted}, // xAI
    {"spending limit", Outcome::QuotaExhausted},
    {"overdue balance", Outcome::QuotaExhausted},
    {"in arrears", Outcome::QuotaExhausted},
    {"account is overdue", Outcome::QuotaExhausted},
    {"account is in good standing", Outcome::QuotaExhausted}, // Bailian's Arrearage
    {"current quota", Outcome::QuotaExhausted, "exceed"},
    {"your quota", Outcome::QuotaExhausted, "exceed"},
    {"quota exceeded", Outcome::QuotaExhausted},
    {"quota has been", Outcome::QuotaExhausted},
    {"quota exhausted", Outcome::QuotaExhausted},
    {"exhausted", Outcome::QuotaExhausted, "quota"},
    {"billing", Outcome::QuotaExhausted, "check your plan"},
    {"billing", Outcome::QuotaExhausted, "limit has been reached"},
    {"billing", Outcome::QuotaExhausted, "not active"},
    {"余额", Outcome::QuotaExhausted},
    {"欠费", Outcome::QuotaExhausted},
    {"额度", Outcome::QuotaExhausted},
    {"充值", Outcome::QuotaExhausted},

    {"api key", Outcome::CredentialRefused, "invalid"},
    {"api key", Outcome::CredentialRefused, "incorrect"},
    {"api key", Outcome::CredentialRefused, "not valid"}, // Gemini
    {"api key", Outcome::CredentialRefused, "expired"},
    {"api key", Outcome::CredentialRefused, "missing"},
    {"api key", Outcome::CredentialRefused, "无效"},
    {"api-key", Outcome::CredentialRefused, "invalid"}, // Bailian
    {"apikey", Outcome::CredentialRefused, "invalid"},
    {"invalid_api_key", Outcome::CredentialRefused},
    {"authentication fail", Outcome::CredentialRefused}, // DeepSeek
    {"invalid authentication", Outcome::CredentialRefused},
    {"invalid credential", Outcome::CredentialRefused},
    {"身份验证", Outcome::CredentialRefused},
    {"令牌", Outcome::CredentialRefused},
    {"鉴权失败", Outcome::CredentialRefused},

    {"model", Outcome::ModelUnavailable, "does not exist"},
    {"model", Outcome::ModelUnavailable, "not exist"}, // DeepSeek, 400
    {"model", Outcome::ModelUnavailable, "not found"},
    {"model", Outcome::ModelUnavailable, "not a valid model"}, // OpenRouter, 400
    {"model", Outcome::ModelUnavailable, "decommissioned"},
    {"model", Outcome::ModelUnavailable, "not activated"},
    {"model", Outcome::ModelUnavailable, "no endpoints found"},
    {"model_not_found", Outcome::ModelUnavailable},
    {"invalid model", Outcome::ModelUnavailable},
    {"unknown model", Outcome::ModelUnavailable},
    {"no such model", Outcome::ModelUnavailable},
    {"unsupported model", Outcome::ModelUnavailable},
    {"no endpoints found", Outcome::ModelUnavailable},
    {"endpoint that is currently closed", Outcome::ModelUnavailable}, // Ark
    {"模型不存在", Outcome::ModelUnavailable},
    {"未开通", Outcome::ModelUnavailable},

    {"rate limit", Outcome::RateLimited},
    {"rate-limit", Outcome::RateLimited},
    {"rate_limit", Outcome::RateLimited},
    {"too many requests", Outcome::RateLimited},
    {"requests per minute", Outcome::RateLimited},
    {"tokens per minute", Outcome::RateLimited},
    {"限流", Outcome::RateLimited},
    {"请求过于频繁", Outcome::RateLimited},
    {"并发", Outcome::RateLimited},
};

/// Said inside a 200 or a 4xx that is no rate limit.
constexpr const char *overloadPhrases[] = {"overloaded", "server is busy", "servers are busy", "at capacity", "over capacity",
                                           "temporarily unavailable", "internal server error", "繁忙"};

constexpr qsizetype LongestTelling = 300; // characters

template<size_t N>
std::optional<Outcome> byNumber(const NumberRule (&rules)[N], const QByteArray &code)
{
    bool ok = false;
    const int number = code.toInt(&ok);
    if (!ok)
        return std::nullopt;
    for (const NumberRule &rule : rules) {
        if (number >= rule.first && number <= rule.last)
            return rule.outcome;
    }
    return std::nullopt;
}

template<size_t N>
std::optional<Outcome> byWord(const WordRule (&rules)[N], QByteArrayView word)
{
    for (const WordRule &rule : rules) {
        if (word == QByteArrayView(rule.word))
            return rule.outcome;
    }
    return std::nullopt;
}

std::optional<Outcome> byCode(const QByteArray &text)
{
    const QByteArray word = normalized(text);
    if (word.isEmpty())
        return std::nullopt;
    if (const auto outcome = byWord(words, word))
        return outcome;
    if (const qsizetype dot = word.indexOf('.'); dot > 0) {
        if (const auto outcome = byWord(words, QByteArrayView(word).first(dot)))
            return outcome;
    }
    if (word == "resourceexhausted") // Google's one word for both: its message and RetryInfo tell
        return std::nullopt;
    for (const WordRule &rule : wordParts) {
        if (word.contains(rule.word))
            return rule.outcome;
    }
    return std::nullopt;
}

std::optional<Outcome> byNumbers(const ProviderError &error)
{
    switch (error.numbers) {
    case ProviderError::Numbers::OpenAiShape: return byNumber(zhipuNumbers, error.code);
    case ProviderError::Numbers::FlatCode: return byNumber(flatNumbers, error.code);
    case ProviderError::Numbers::BaseResp: return byNumber(miniMaxNumbers, error.code);
    case ProviderError::Numbers::None: break;
    }
    return std::nullopt;
}

/// Only the beginning is read: a complaint about the request may quote what the client wrote, and a prompt about money must
/// not suspend a channel. `status` 5xx: a server in trouble says many things; only its codes are believed. 429: its texts speak of tokens and
/// limits, and mean the rate unless they name money.
std::optional<Outcome> byPhrase(const QString &message, int status)
{
    if (status >= 500)
        return std::nullopt;
    const QByteArray text = message.left(LongestTelling).toLower().toUtf8();
    for (const PhraseRule &rule : phrases) {
        if (status == 429 && rule.outcome != Outcome::QuotaExhausted)
            continue;
        if (text.contains(rule.phrase) && (!rule.also || text.contains(rule.also)))
            return rule.outcome;
    }
    if (status == 429)
        return std::nullopt;
    for (const char *phrase : overloadPhrases) {
        if (text.contains(phrase))
            return Outcome::Overloaded;
    }
    return std::nullopt;
}

} // namespace

Outcome outcomeOfStatus(int status)
{
    if (status >= 300 && status <= 399)
        return Outcome::Redirected;
    switch (status) {
    case 401:
    case 403: return Outcome::CredentialRefused;
    case 402: return Outcome::QuotaExhausted;
    case 404:
    case 405:
    case 410:
    case 501: return Outcome::ModelUnavailable;
    case 407: return Outcome::ConnectFailed; // a proxy's word: nothing has come to the provider
    case 408:
    case 409:
    case 425: return Outcome::Overloaded;
    case 429: return Outcome::RateLimited;
    default: break;
    }
    if (status >= 400 && status <= 499)
        return Outcome::CallerFault;
    return status >= 500 && status <= 599 ? Outcome::Overloaded : Outcome::Broken;
}

Outcome outcomeOfError(const ProviderError &error, int status)
{
    const int said = error.httpCode != 0 ? error.httpCode : status;
    const bool silent = said >= 200 && said <= 299; // the status tells nothing about this error

    if (const auto outcome = byNumbers(error))
        return *outcome;
    for (const QByteArray *word : {&error.code, &error.type, &error.status}) {
        if (const auto outcome = byCode(*word))
            return *outcome;
    }
    if (error.retryAfter && said == 429) // Google: "quota" of a minute, with the delay after which it is there again
        return Outcome::RateLimited;
    if (const auto outcome = byPhrase(error.message, said))
        return *outcome;
    if (!silent)
        return outcomeOfStatus(said);
    if (normalized(error.status) == "resourceexhausted")
        return Outcome::RateLimited;
    for (const QByteArray *word : {&error.code, &error.type, &error.status}) {
        const QByteArray text = normalized(*word);
        if (const auto outcome = byWord(vagueWords, QByteArrayView(text).first(std::max<qsizetype>(text.indexOf('.'), 0))))
            return *outcome;
        if (const auto outcome = byWord(vagueWords, text))
            return *outcome;
    }
    return Outcome::Overloaded;
}

} // namespace understudy
