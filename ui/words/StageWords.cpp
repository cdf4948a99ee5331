// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ChannelWords.h"
#include "words/Quantities.h"

#include <QCoreApplication>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text) { return QCoreApplication::translate("understudy::words", text); }

QString passed(TestStage stage)
{
    switch (stage) {
    case TestStage::Name: return say(QT_TRANSLATE_NOOP("understudy::words", "The host has an address."));
    case TestStage::Connect: return say(QT_TRANSLATE_NOOP("understudy::words", "The server accepts connections."));
    case TestStage::Tls: return say(QT_TRANSLATE_NOOP("understudy::words", "Encrypted, and the certificate is valid."));
    case TestStage::SignIn: return say(QT_TRANSLATE_NOOP("understudy::words", "The provider accepts the key."));
    case TestStage::Models: return say(QT_TRANSLATE_NOOP("understudy::words", "All ticked models are offered."));
    case TestStage::Completion: return say(QT_TRANSLATE_NOOP("understudy::words", "A model answered."));
    }
    return {};
}

QString skipped(TestStage stage)
{
    switch (stage) {
    case TestStage::Tls: return say(QT_TRANSLATE_NOOP("understudy::words", "Not checked by itself: plain http, or through a proxy."));
    case TestStage::SignIn: return say(QT_TRANSLATE_NOOP("understudy::words", "This provider has no list to sign in with; the answer tells."));
    case TestStage::Models: return say(QT_TRANSLATE_NOOP("understudy::words", "This provider offers no list of models."));
    case TestStage::Completion: return say(QT_TRANSLATE_NOOP("understudy::words", "Not asked for, or no ticked model can answer cheaply."));
    case TestStage::Name:
    case TestStage::Connect: break;
    }
    return say(QT_TRANSLATE_NOOP("understudy::words", "Not needed."));
}

StageWords warned(const StageResult &result)
{
    switch (result.stage) {
    case TestStage::SignIn:
        return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "There is no list of models at this address.")),
                say(QT_TRANSLATE_NOOP("understudy::words", "Some providers have none. If the answer fails too, check the base URL with its version (/v1)."))};
    case TestStage::Models:
        return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "Not every ticked model is in the provider's list.")),
                say(QT_TRANSLATE_NOOP("understudy::words", "Untick them, or open them in the provider's console. Some lists are not complete."))};
    case TestStage::Completion:
        return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "The model was reached but refused this tiny request.")),
                say(QT_TRANSLATE_NOOP("understudy::words", "Real requests may still work; some models do not take a limit of one token."))};
    default: return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "Passed, with something to know.")), {}};
    }
}

/// Before anything of the provider's API answered.
StageWords unreachable(const StageResult &result)
{
    const bool late = result.outcome == Outcome::Timeout;
    switch (result.stage) {
    case TestStage::Name:
        return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "No address was found for the host.")),
                say(QT_TRANSLATE_NOOP("understudy::words", "Check the host in the base URL for typing errors, and that this computer has a network."))};
    case TestStage::Tls:
        return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "No encrypted connection came about.")),
                say(QT_TRANSLATE_NOOP("understudy::words", "Check the date of this computer, the host of the base URL, and whether a company proxy with its own certificate stands between."))};
    default:
        return {{}, late ? say(QT_TRANSLATE_NOOP("understudy::words", "No answer came in time.")) : say(QT_TRANSLATE_NOOP("understudy::words", "The server cannot be reached.")),
                late ? say(QT_TRANSLATE_NOOP("understudy::words", "Test again later. If it stays so, check the network, a firewall, and whether a proxy is needed (Advanced)."))
                     : say(QT_TRANSLATE_NOOP("understudy::words", "Is the server running, and is the port in the base URL right? Check the network, a firewall, and whether a proxy is needed (Advanced)."))};
    }
}

StageWords failed(const StageResult &result, const QString &provider)
{
    if (!result.outcome || *result.outcome == Outcome::ConnectFailed || *result.outcome == Outcome::Timeout || result.stage < TestStage::SignIn)
        return unreachable(result);
    switch (*result.outcome) {
    case Outcome::CredentialRefused:
        return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "The provider rejected the key.")),
                say(QT_TRANSLATE_NOOP("understudy::words", "Check that it is a key of %1 and its region, copied whole, and not expired.")).arg(provider)};
    case Outcome::QuotaExhausted:
        return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "The balance or quota of the account is used up.")),
                say(QT_TRANSLATE_NOOP("understudy::words", "Top up the account or raise its quota in the provider's console."))};
    case Outcome::RateLimited:
        return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "The provider limits the calls of this account just now.")),
                say(QT_TRANSLATE_NOOP("understudy::words", "Wait a minute and test again."))};
    case Outcome::Overloaded:
        return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "The provider has trouble or is overloaded.")),
                say(QT_TRANSLATE_NOOP("understudy::words", "Look at its status page and test again later. The channel can be saved all the same."))};
    case Outcome::ModelUnavailable:
        return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "The provider does not offer this model to this account.")),
                say(QT_TRANSLATE_NOOP("understudy::words", "Check its name with Fetch List, and whether it must be opened in the provider's console first."))};
    case Outcome::Redirected:
        return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "The address leads to another one, which is never followed with a key.")),
                say(QT_TRANSLATE_NOOP("understudy::words", "Enter the address that it leads to as base URL."))};
    case Outcome::Broken:
        return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "What answered is no OpenAI-compatible interface.")),
                say(QT_TRANSLATE_NOOP("understudy::words", "Check the base URL with its version (/v1)."))};
    default:
        return {{}, say(QT_TRANSLATE_NOOP("understudy::words", "The provider refused the request.")),
                say(QT_TRANSLATE_NOOP("understudy::words", "Check the base URL and the names of the models."))};
    }
}

} // namespace

QString stageName(TestStage stage)
{
    switch (stage) {
    case TestStage::Name: return say(QT_TRANSLATE_NOOP("understudy::words", "Name lookup"));
    case TestStage::Connect: return say(QT_TRANSLATE_NOOP("understudy::words", "Connect"));
    case TestStage::Tls: return say(QT_TRANSLATE_NOOP("understudy::words", "Encryption (TLS)"));
    case TestStage::SignIn: return say(QT_TRANSLATE_NOOP("understudy::words", "Sign-in"));
    case TestStage::Models: return say(QT_TRANSLATE_NOOP("understudy::words", "Model list"));
    case TestStage::Completion: return say(QT_TRANSLATE_NOOP("understudy::words", "One-token answer"));
    }
    return {};
}

StageWords stageWords(const StageResult &result, const QString &provider)
{
    StageWords words;
    switch (result.state) {
    case StageState::Passed:
        words = {{u"✓"_s, {}, Tone::Good, {}}, passed(result.stage), {}};
        break;
    case StageState::Skipped:
        words = {{u"○"_s, {}, Tone::Muted, {}}, skipped(result.stage), {}};
        break;
    case StageState::Warned:
        words = warned(result);
        words.status = {u"◐"_s, {}, Tone::Caution, {}};
        break;
    case StageState::Failed:
        words = failed(result, provider);
        words.status = {u"✕"_s, {}, Tone::Bad, {}};
        if (result.httpStatus > 0)
            words.text = u"%1: %2"_s.arg(result.httpStatus).arg(words.text);
        break;
    }
    // The provider's own words help most where ours can only be general.
    if (!result.detail.isEmpty() && (result.state == StageState::Failed || result.state == StageState::Warned))
        words.text += u' ' + say(QT_TRANSLATE_NOOP("understudy::words", "(“%1”)")).arg(result.detail.left(200));
    words.status.sentence = u"%1: %2"_s.arg(stageName(result.stage), words.text);
    return words;
}

Status testStatus(const std::optional<TestMemo> &memo)
{
    if (!memo)
        return {u"○"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Not tested")), Tone::Muted, {}};
    if (memo->passed)
        return {u"✓"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Works, %1")).arg(duration(memo->took)), Tone::Good, {}};
    return {u"✕"_s, say(QT_TRANSLATE_NOOP("understudy::words", "Failed: %1")).arg(stageName(memo->failedAt)), Tone::Bad, {}};
}

} // namespace understudy::words
