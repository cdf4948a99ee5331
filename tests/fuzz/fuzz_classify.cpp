// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a provider answers: one verdict, with a reason, and never an answer that is none.
// Input: path, status (two bytes), flags, then a header value up to the first line feed, then the body.
#include "FuzzCheck.h"
#include "base/JsonSpan.h"
#include "failover/Classify.h"
#include "failover/Decide.h"

using namespace understudy;

namespace {

void checkVerdict(const Verdict &verdict)
{
    fuzz::check(verdict.outcome == Outcome::Answered || !verdict.detail.isEmpty(), "every failure has a word");
    fuzz::check(verdict.message.size() <= 512, "messages are cut");
    fuzz::check(verdict.detail.size() <= 64, "details are cut");
    fuzz::check(!verdict.retryAfter || verdict.retryAfter->count() >= 0, "no negative wait");
    fuzz::check(!verdict.retryAfter || verdict.outcome == Outcome::RateLimited, "a wait belongs to a rate limit");
    DecisionInput input;
    input.verdict = verdict;
    fuzz::check(!decide(Policy(), input).reason.isEmpty(), "every decision has a reason");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 4)
        return 0;
    const Api api = Api(data[0] % ApiCount);
    const int status = (data[1] * 256 + data[2]) % 700;
    const bool strict = data[3] & 1;
    QByteArrayView rest = fuzz::view(data + 4, size - 4);
    const qsizetype line = std::max<qsizetype>(rest.indexOf('\n'), 0);
    const QByteArray header = rest.first(line).toByteArray();
    static constexpr const char *names[] = {"Retry-After", "retry-after-ms", "x-ratelimit-reset-tokens", "Content-Type"};
    const HttpHeaders headers{{names[(data[3] >> 1) % 4], header}};
    const QByteArrayView body = rest.sliced(line);
    constexpr WallTime now{Milliseconds{1767225600000}};

    const Verdict verdict = classifyAnswer(api, status, headers, body, strict, now);
    checkVerdict(verdict);
    if (verdict.outcome == Outcome::Answered) {
        fuzz::check(status >= 200 && status <= 299 && status != 204, "only success is an answer");
        fuzz::check(!body.isEmpty(), "an answer has bytes");
        const char *member = traits(api).answerMember;
        fuzz::check(!member || (!json::validate(body) && json::Value(body)[member].isArray()), "a JSON answer has its member");
    }
    if (const auto head = classifyHead(api, status, headers))
        fuzz::check(*head == verdict, "the head alone says the same as the whole");
    if (const auto event = classifyErrorDocument(body, 200)) {
        checkVerdict(*event);
        fuzz::check(event->outcome != Outcome::Answered, "an error document is no answer");
    }
    return 0;
}
