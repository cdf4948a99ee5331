// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/DrillWords.h"

#include "words/Quantities.h"
#include "words/TypeWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

class Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::words)
};

} // namespace

QString faultName(DrillFault fault)
{
    switch (fault) {
    case DrillFault::Healthy: return Say::tr("Answers as it is");
    case DrillFault::Refused: return Say::tr("Refuses the connection");
    case DrillFault::NameNotFound: return Say::tr("Host name unknown");
    case DrillFault::Unauthorized: return Say::tr("401, credential refused");
    case DrillFault::PaymentRequired: return Say::tr("402, balance used up");
    case DrillFault::RateLimited: return Say::tr("429, too many requests");
    case DrillFault::ServerError: return Say::tr("500, internal error");
    case DrillFault::Unavailable: return Say::tr("503, not available");
    case DrillFault::SilentBeforeHead: return Say::tr("Never answers");
    case DrillFault::SilentBeforeOutput: return Say::tr("Answers without output");
    case DrillFault::Reset: return Say::tr("Breaks off mid-answer");
    case DrillFault::Stalled: return Say::tr("Falls silent mid-answer");
    case DrillFault::CutOff: return Say::tr("Ends too early");
    case DrillFault::MalformedJson: return Say::tr("Broken JSON");
    case DrillFault::EmptyAnswer: return Say::tr("Empty answer");
    case DrillFault::ErrorInside200: return Say::tr("Error inside a 200");
    case DrillFault::Slow: return Say::tr("Slow to begin");
    case DrillFault::SlowStream: return Say::tr("Slow throughout");
    }
    return {};
}

QString faultShort(DrillFault fault)
{
    switch (fault) {
    case DrillFault::Healthy: return Say::tr("really called");
    case DrillFault::Refused:
    case DrillFault::NameNotFound:
    case DrillFault::ServerError:
    case DrillFault::Unavailable:
    case DrillFault::MalformedJson:
    case DrillFault::ErrorInside200: return Say::tr("tried again, then the next");
    case DrillFault::Unauthorized:
    case DrillFault::PaymentRequired:
    case DrillFault::RateLimited: return Say::tr("at once the next");
    case DrillFault::SilentBeforeHead:
    case DrillFault::SilentBeforeOutput: return Say::tr("waits for the timeout, then the next");
    case DrillFault::Reset:
    case DrillFault::Stalled:
    case DrillFault::CutOff: return Say::tr("a stream cannot be rescued");
    case DrillFault::EmptyAnswer: return Say::tr("an answer, unless the key objects");
    case DrillFault::Slow: return Say::tr("an answer, if the timeout allows");
    case DrillFault::SlowStream: return Say::tr("an answer, however slow");
    }
    return {};
}

QString faultProof(DrillFault fault)
{
    switch (fault) {
    case DrillFault::Healthy: return Say::tr("Nothing is changed: the model is really called and gives the answer.");
    case DrillFault::Refused: return Say::tr("Nobody listens there, as when a server is down. The gateway tries again, then calls the next model.");
    case DrillFault::NameNotFound: return Say::tr("Its address does not exist, as with a mistyped base URL. The gateway tries again, then calls the next model.");
    case DrillFault::Unauthorized: return Say::tr("The credential is refused. Trying again could not help: the next model is called at once, and this one rests for minutes.");
    case DrillFault::PaymentRequired: return Say::tr("The balance is used up. Trying again could not help: the next model is called at once, and this one rests for minutes.");
    case DrillFault::RateLimited: return Say::tr("It asks for a pause. The gateway does not wait: the next model is called at once, and this one rests as long as it asked for.");
    case DrillFault::ServerError: return Say::tr("It has an error of its own. The gateway tries again, then calls the next model.");
    case DrillFault::Unavailable: return Say::tr("It is overloaded or under maintenance. The gateway tries again, then calls the next model.");
    case DrillFault::SilentBeforeHead: return Say::tr("It takes the request and never answers. Only the timeout ends that; then the next model is called.");
    case DrillFault::SilentBeforeOutput: return Say::tr("It answers with signs of life and never with an output. They do not stop the timeout; then the next model is called.");
    case DrillFault::Reset: return Say::tr("The connection breaks after the first output. A stream has begun by then and cannot be rescued; an answer in one piece can.");
    case DrillFault::Stalled: return Say::tr("It says nothing more after the first output. A stream has begun by then and cannot be rescued; an answer in one piece can.");
    case DrillFault::CutOff: return Say::tr("It ends without its end mark. The gateway never passes that off as a whole answer.");
    case DrillFault::MalformedJson: return Say::tr("Its answer cannot be read. A 200 alone is no success: the next model is called.");
    case DrillFault::EmptyAnswer: return Say::tr("A whole answer with nothing in it. It counts as an answer, unless the key says that empty answers are failures.");
    case DrillFault::ErrorInside200: return Say::tr("It says 200 and means an error. The gateway looks inside and calls the next model.");
    case DrillFault::Slow: return Say::tr("It answers late. Within the timeout that is an answer; beyond it the next model is called.");
    case DrillFault::SlowStream: return Say::tr("Its answer comes a little at a time. While it goes on, the gateway passes it on and calls nobody else.");
    }
    return {};
}

Status faultStatus(DrillFault fault)
{
    const QString mark = fault == DrillFault::Healthy ? u"●"_s : fault == DrillFault::Slow || fault == DrillFault::SlowStream || fault == DrillFault::EmptyAnswer ? u"◐"_s : u"✕"_s;
    const Tone tone = fault == DrillFault::Healthy ? Tone::Good : mark == u"◐"_s ? Tone::Caution : Tone::Bad;
    return {mark, faultName(fault), tone, faultProof(fault)};
}

QList<QList<DrillFault>> faultGroups()
{
    using F = DrillFault;
    return {{F::Healthy, F::Slow, F::SlowStream},
            {F::Refused, F::NameNotFound},
            {F::Unauthorized, F::PaymentRequired, F::RateLimited, F::ServerError, F::Unavailable},
            {F::SilentBeforeHead, F::SilentBeforeOutput},
            {F::Reset, F::Stalled, F::CutOff},
            {F::MalformedJson, F::EmptyAnswer, F::ErrorInside200}};
}

QString presetName(DrillPreset preset)
{
    switch (preset) {
    case DrillPreset::PrimaryDown: return Say::tr("Primary down");
    case DrillPreset::PrimarySlow: return Say::tr("Primary slow");
    case DrillPreset::RateLimitStorm: return Say::tr("Rate limit storm");
    case DrillPreset::EverythingDown: return Say::tr("Everything down");
    case DrillPreset::DiesMidStream: return Say::tr("Dies in mid-stream");
    }
    return {};
}

QString presetProof(DrillPreset preset)
{
    switch (preset) {
    case DrillPreset::PrimaryDown: return Say::tr("The primary model answers 503; a backup shall step in.");
    case DrillPreset::PrimarySlow: return Say::tr("The primary model gives no output; a backup shall step in after the timeout.");
    case DrillPreset::RateLimitStorm: return Say::tr("Every model but the last one answers 429; the last one shall step in without waiting.");
    case DrillPreset::EverythingDown: return Say::tr("Every model answers 503; the client shall get an honest error.");
    case DrillPreset::DiesMidStream: return Say::tr("The primary model breaks off after its first output; the client shall learn that its answer is not whole.");
    }
    return {};
}

std::optional<DrillPreset> presetOf(const QList<DrillFault> &faults, int candidates)
{
    for (int i = 0; i < DrillPresetCount; ++i) {
        if (candidates > 0 && faultsOf(DrillPreset(i), candidates) == faults)
            return DrillPreset(i);
    }
    return std::nullopt;
}

} // namespace understudy::words
