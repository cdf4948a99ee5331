// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/CallOrder.h"

#include "catalog/Lookup.h"
#include "failover/ChainPlan.h"
#include "failover/WorstCase.h"
#include "words/TypeWords.h"

#include <QCoreApplication>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

class Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::words)
};

QList<ChainEntry> entriesOf(const Configuration &configuration, const Catalogue &catalogue, const GatewayKey &key)
{
    QList<ChainEntry> entries;
    for (int i = 0; i < int(key.chain.size()); ++i) {
        ChainEntry entry;
        entry.position = i;
        entry.channel = key.chain[i].channel;
        entry.model = key.chain[i].model;
        if (const Result<ResolvedCandidate> found = resolveCandidate(configuration, catalogue, key.chain[i])) {
            entry.type = found->model.type;
            entry.context = found->model.context;
            entry.paused = found->channel && !found->channel->enabled;
            entry.builtIn = found->builtIn;
        }
        entries.append(entry);
    }
    return entries;
}

int startOf(const QList<ChainEntry> &entries, const QString &asked) { return chooseStart(entries, Api::ChatCompletions, asked, true).start; }

/// In a few words; the log has the long ones.
QString leftOutText(const ChainEntry &entry, SkipReason reason)
{
    const QString name = shortModelName(entry.model);
    switch (reason) {
    case SkipReason::TypeMismatch: return Say::tr("%1: another type (%2), never stands in").arg(name, typeName(entry.type));
    case SkipReason::Paused: return Say::tr("%1: its channel is paused").arg(name);
    default: return Say::tr("%1: cannot be called now").arg(name);
    }
}

} // namespace

QList<AskedModel> askedModels(const Configuration &configuration, const Catalogue &catalogue, const GatewayKey &key)
{
    const QList<ChainEntry> entries = entriesOf(configuration, catalogue, key);
    QList<AskedModel> models{{u"auto"_s, Say::tr("auto · the whole chain"), startOf(entries, u"auto"_s) >= 0}};
    for (int i = 0; i < int(entries.size()); ++i) {
        const ChainEntry &entry = entries[i];
        const bool chats = serves(entry.type, Api::ChatCompletions);
        const QString asked = !chats || startOf(entries, entry.model) == i ? entry.model : entry.channel + u'/' + entry.model;
        models.append({asked, modelName(entry.model) + u" · "_s + entry.channel + u" · "_s + position(i), chats});
    }
    return models;
}

CallOrder callOrder(const Configuration &configuration, const Catalogue &catalogue, const GatewayKey &key, const QString &asked)
{
    const QList<ChainEntry> entries = entriesOf(configuration, catalogue, key);
    const int start = startOf(entries, asked);
    const ChainPlan plan = planChain(entries, {}, Api::ChatCompletions, start);
    CallOrder order;
    order.candidates = int(plan.order.size());
    order.worstCase = worstCase(std::max(1, order.candidates), key.policy, reasoningInChain(configuration, catalogue, key)).total;
    QStringList names;
    for (const int i : plan.order) {
        if (!names.isEmpty())
            order.chips.append({u"⇢"_s, {}, Tone::Muted, {}});
        names.append(shortModelName(entries[i].model));
        order.chips.append({{}, names.last(), names.size() == 1 ? Tone::Accent : Tone::Good,
                            u"%1/%2 (%3)"_s.arg(entries[i].channel, modelName(entries[i].model), position(i))});
    }
    for (const SkippedCandidate &skipped : plan.skipped) {
        order.leftOut.append(leftOutText(entries[skipped.position], skipped.reason));
        order.chips.append({u"○"_s, shortModelName(skipped.model), Tone::Muted, order.leftOut.last()});
    }
    for (int i = 0; i < start; ++i)
        order.leftOut.append(Say::tr("%1: stands before the start").arg(shortModelName(entries[i].model)));
    if (names.isEmpty())
        order.sentence = Say::tr("No model of this key can answer a chat request.");
    else if (names.size() == 1)
        order.sentence = Say::tr("Calls only %1: no backup steps in from here.").arg(names.first());
    else
        order.sentence = Say::tr("Calls %1, in this order.").arg(names.join(u" ⇢ "_s));
    return order;
}

} // namespace understudy::words
