// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CandidateFacts.h"

#include "catalog/Catalogue.h"
#include "catalog/Lookup.h"
#include "catalog/ModelNames.h"
#include "words/TypeWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostSuggested = 3;

words::Health healthOf(const Console &console, const TestMemory &tests, const CandidateFacts &facts)
{
    const QList<CandidateHealth> breakers = console.health();
    const QList<ExchangeRecord> recent = console.recent();
    words::HealthFacts known;
    known.paused = facts.paused;
    known.breakers = &breakers;
    known.recent = &recent;
    known.builtIn = facts.origin == ProviderOrigin::BuiltIn || facts.channelName.isEmpty();
    if (!known.builtIn)
        known.lastTest = tests.last(facts.candidate.channel);
    return words::healthOf(facts.candidate.channel, facts.candidate.model, known);
}

bool answersErrors(const Catalogue &catalogue, const Candidate &candidate)
{
    const DemoModel *demo = candidate.channel == BuiltInChannelId ? catalogue.demo().model(candidate.model) : nullptr;
    return demo && demo->fault.has_value();
}

} // namespace

QString CandidateFacts::name() const { return model.name.isEmpty() ? words::modelName(candidate.model) : model.name; }

Status CandidateFacts::status() const
{
    const auto say = [](const char *text) { return QCoreApplication::translate("understudy::CandidateFacts", text); };
    if (missing) {
        const QString word = say(QT_TRANSLATE_NOOP("understudy::CandidateFacts", "no longer there"));
        return {u"✕"_s, word, Tone::Bad, word};
    }
    if (fails) {
        const QString word = say(QT_TRANSLATE_NOOP("understudy::CandidateFacts", "fails on purpose"));
        return {u"✕"_s, word, Tone::Caution, word};
    }
    return words::healthStatus(health);
}

bool CandidateFacts::usable() const
{
    return !paused && !missing && !fails && health.level != words::HealthLevel::Tripped && health.level != words::HealthLevel::TestFailed;
}

CandidateFacts candidateFacts(const Console &console, const TestMemory &tests, const Candidate &candidate)
{
    CandidateFacts facts;
    facts.candidate = candidate;
    const Result<ResolvedCandidate> found = resolveCandidate(console.configuration(), console.catalogue(), candidate);
    if (!found) {
        facts.model = guessModel(candidate.model);
        facts.provider = candidate.channel;
        facts.providerName = candidate.channel;
        facts.missing = true;
        return facts;
    }
    facts.model = found->model;
    facts.provider = found->provider->id;
    facts.providerName = found->provider->name;
    facts.origin = found->provider->origin;
    if (found->channel) {
        facts.channelName = found->channel->name;
        facts.paused = !found->channel->enabled;
    }
    facts.fails = answersErrors(console.catalogue(), candidate);
    facts.health = healthOf(console, tests, facts);
    return facts;
}

QList<CandidateFacts> everyCandidate(const Console &console, const TestMemory &tests)
{
    QList<CandidateFacts> all;
    const Configuration &configuration = console.configuration();
    const auto add = [&](const QString &channel, const QString &model) {
        CandidateFacts facts = candidateFacts(console, tests, {channel, model});
        if (!facts.missing)
            all.append(std::move(facts));
    };
    for (const Channel &channel : configuration.channels) {
        for (const QString &model : channel.models)
            add(channel.id, model);
    }
    const QList<Provider> runtimes = console.localRuntimes();
    for (const Provider &runtime : runtimes) {
        if (configuration.channel(runtime.id))
            continue; // a channel of that name hides the runtime
        for (const Model &model : runtime.models)
            add(runtime.id, model.id);
    }
    for (const Model &model : console.catalogue().builtIn().models) {
        add(BuiltInChannelId, model.id);
    }
    return all;
}

QList<Candidate> suggestedSelection(const QList<CandidateFacts> &all, const QString &provider)
{
    QList<CandidateFacts> chosen;
    for (const CandidateFacts &facts : all) {
        if (!provider.isEmpty() && facts.provider == provider && !facts.paused)
            chosen.append(facts);
    }
    if (chosen.isEmpty() && provider.isEmpty()) {
        for (const CandidateFacts &facts : all) {
            const bool fits = chosen.isEmpty() || chosen.first().model.type == facts.model.type;
            if (facts.origin != ProviderOrigin::BuiltIn && facts.usable() && fits && chosen.size() < MostSuggested)
                chosen.append(facts);
        }
    }
    const auto addBuiltIns = [&](qsizetype until) {
        for (const CandidateFacts &facts : all) {
            const bool fits = chosen.isEmpty() || (chosen.first().model.type == facts.model.type && !chosen.contains(facts));
            // "large to small": what stands behind is not larger than what is in front.
            const bool smaller = chosen.isEmpty() || chosen.first().model.size == 0 || facts.model.size < chosen.first().model.size;
            if (facts.origin == ProviderOrigin::BuiltIn && facts.usable() && fits && smaller && chosen.size() < until)
                chosen.append(facts);
        }
    };
    if (chosen.size() == 1 || (chosen.isEmpty() && provider.isEmpty()))
        addBuiltIns(2);
    QList<Candidate> candidates;
    for (const CandidateFacts &facts : std::as_const(chosen))
        candidates.append(facts.candidate);
    return candidates;
}

} // namespace understudy
