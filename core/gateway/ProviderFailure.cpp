// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/ProviderFailure.h"

#include "failover/Classify.h"

namespace understudy {

using namespace Qt::StringLiterals;

QString fixFor(Outcome outcome)
{
    switch (outcome) {
    case Outcome::CredentialRefused:
        return u"Check that the credential was copied whole, belongs to this provider and its region, and is not expired; then store it again "
               "(channel add ID --replace --credential prompt)."_s;
    case Outcome::QuotaExhausted: return u"Top up the account or raise its quota in the provider's console."_s;
    case Outcome::RateLimited: return u"Wait a minute and test again; the provider limits calls of this account."_s;
    case Outcome::ModelUnavailable:
        return u"Check the model's name (the models step lists what there is), and whether it must be opened for this account in the provider's console."_s;
    case Outcome::Redirected: return u"The base URL leads to a redirect, which is never followed with a credential. Store the address that it points to."_s;
    case Outcome::Overloaded: return u"The provider has trouble; look at its status page and test again later."_s;
    case Outcome::ConnectFailed:
    case Outcome::Timeout: return u"Check the network and the proxy settings of the channel."_s;
    case Outcome::Broken: return u"What answered is perhaps no OpenAI-compatible API: check the base URL with its version segment (/v1)."_s;
    default: return u"Check the base URL and the model's name."_s;
    }
}

ProviderFailure failureOf(const WholeReply &reply, Api api, const ChannelCaller &caller, WallTime now)
{
    if (!reply.arrived()) {
        const Verdict verdict = classifyFault(reply.end);
        return {verdict.outcome, 0, verdict.detail,
                u"the call failed: %1 (%2)."_s.arg(verdict.detail, caller.scrubbed(reply.end.detail)), fixFor(verdict.outcome)};
    }
    const Verdict verdict = classifyAnswer(api, reply.head.status, reply.head.headers, reply.body, false, now);
    const QString said = caller.scrubbed(verdict.message);
    return {verdict.outcome, reply.head.status, said,
            u"HTTP %1, %2%3"_s.arg(reply.head.status).arg(word(verdict.outcome), said.isEmpty() ? u"."_s : u": “%1”"_s.arg(said)),
            fixFor(verdict.outcome)};
}

} // namespace understudy
