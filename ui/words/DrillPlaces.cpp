// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/DrillPlaces.h"

#include "catalog/Lookup.h"
#include "failover/ChainPlan.h"
#include "words/TypeWords.h"

#include <QCoreApplication>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

class Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::words)
};

} // namespace

QList<DrillPlace> drillPlaces(const Configuration &configuration, const Catalogue &catalogue, const GatewayKey &key)
{
    QList<DrillPlace> places;
    QList<ChainEntry> entries;
    for (int i = 0; i < int(key.chain.size()); ++i) {
        const Candidate &candidate = key.chain[i];
        DrillPlace place{i, candidate.channel, {}, candidate.model, DrillPlace::Answers::Provider, {}};
        ChainEntry entry{i, candidate.channel, candidate.model};
        if (const Result<ResolvedCandidate> found = resolveCandidate(configuration, catalogue, candidate)) {
            entry.type = found->model.type;
            entry.context = found->model.context;
            entry.paused = found->channel && !found->channel->enabled;
            entry.builtIn = found->builtIn;
            if (found->builtIn) {
                place.answers = found->provider->id == BuiltInChannelId ? DrillPlace::Answers::Simulated : DrillPlace::Answers::Local;
                place.channelName = place.answers == DrillPlace::Answers::Simulated ? builtInName() : found->provider->name;
            } else {
                place.channelName = found->channel ? found->channel->name : candidate.channel;
                place.provider = found->provider->name;
            }
        }
        places.append(place);
        entries.append(entry);
    }
    const StartChoice choice = chooseStart(entries, Api::ChatCompletions, u"auto", true);
    const ChainPlan plan = planChain(entries, {}, Api::ChatCompletions, choice.start);
    for (const SkippedCandidate &skipped : plan.skipped)
        places[skipped.position].leftOut = skipped.reason;
    for (int i = 0; i < choice.start; ++i)
        places[i].leftOut = SkipReason::TypeMismatch; // only another type stands before the start of "auto"
    return places;
}

QString drillPlaceName(const DrillPlace &place)
{
    return place.provider.isEmpty() || place.provider == place.channelName ? place.channelName
                                                                          : Say::tr("%1 (%2)", "channel (provider)").arg(place.channelName, place.provider);
}

DrillCost drillCost(const QList<DrillPlace> &places, const QList<DrillFault> &faults, int requests)
{
    const DrillPlace *first = nullptr;   // the first that answers by itself
    const DrillPlace *billed = nullptr;  // the first that somebody may bill
    const DrillPlace *another = nullptr; // and the next of those
    for (const DrillPlace &place : places) {
        if (place.leftOut || faults.value(place.position, DrillFault::Healthy) != DrillFault::Healthy)
            continue;
        if (!first)
            first = &place;
        if (place.answers != DrillPlace::Answers::Provider)
            continue;
        if (!billed)
            billed = &place;
        else if (!another && drillPlaceName(place) != drillPlaceName(*billed))
            another = &place;
    }
    if (!first)
        return {Say::tr("No provider is called: Understudy itself plays every place of the chain."), false};
    if (!billed && first->answers == DrillPlace::Answers::Local)
        return {Say::tr("%1 on this computer is really called: about %n request(s).", nullptr, requests).arg(drillPlaceName(*first)), false};
    if (!billed)
        return {Say::tr("No provider is called: simulated models give the answers."), false};
    if (billed != first)
        return {Say::tr("%1 is really called where the models before it fail: at most %n request(s) that cost tokens.", nullptr, requests).arg(drillPlaceName(*billed)), true};
    const QString text = Say::tr("%1 is really called: about %n request(s) that cost tokens.", nullptr, requests).arg(drillPlaceName(*billed));
    return {another ? Say::tr("%1 %2", "two sentences").arg(text, Say::tr("If it fails, %1 is called as well.").arg(drillPlaceName(*another))) : text, true};
}

} // namespace understudy::words
