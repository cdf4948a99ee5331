// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/UsageCosts.h"

#include "models/UsageParts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::UsageCosts)
};

constexpr int Million = 1'000'000;
constexpr std::array Tones{Tone::ChartPrompt, Tone::ChartCompletion, Tone::ChartReasoning, Tone::ChartCached};

/// With a price; else null.
const Model *pricedModel(const AttemptCell &cell, const UsageNames &names)
{
    const auto model = names.models.constFind({cell.channel, cell.model});
    return model == names.models.cend() || (!model->priceIn && !model->priceOut) ? nullptr : &*model;
}

bool isUnknown(const AttemptCell &cell) { return cell.attempts > 0 && cell.unknown == cell.attempts; }

QString placeOf(const AttemptCell &cell, UsageBy what)
{
    switch (what) {
    case UsageBy::Key: return cell.keyId;
    case UsageBy::Channel: return cell.channel;
    case UsageBy::Model: return cell.model;
    case UsageBy::Provider: return cell.provider;
    case UsageBy::Slot: break;
    }
    return QString::number(cell.slot);
}

/// Of one currency, with what nobody told.
struct Spent {
    double amount = 0;
    bool known = false;
    bool unknown = false;
};

FigureCell spentCell(const Spent &spent, const QString &currency, const UsageLink &link)
{
    FigureCell cell = usage::moneyCell(spent.amount, currency, link);
    if (!spent.unknown)
        return cell;
    return {words::andUnknown(spent.known ? cell.text : QString()), spent.known ? cell.value : QVariant(), link.text()};
}

/// What was spent in one currency, by whatever an attempt belongs to.
QHash<QString, Spent> spentBy(const UsageReport &report, const UsageNames &names, UsageBy what, const QString &currency)
{
    QHash<QString, Spent> spent;
    for (const AttemptCell &cell : report.attempts) {
        const Model *model = pricedModel(cell, names);
        if (!model || model->currency != currency)
            continue;
        Costs cost;
        addCost(cost, cell, names);
        Spent &one = spent[placeOf(cell, what)];
        one.amount += cost.value(currency);
        one.known = one.known || !cost.isEmpty();
        one.unknown = one.unknown || cell.unknown > 0;
    }
    return spent;
}

} // namespace

void addCost(Costs &costs, const AttemptCell &cell, const UsageNames &names)
{
    const Model *model = pricedModel(cell, names);
    if (!model || isUnknown(cell))
        return;
    costs[model->currency] += (double(cell.tokens.prompt) * model->priceIn.value_or(0) + double(cell.tokens.completion) * model->priceOut.value_or(0)) / Million;
}

bool hasUnknownCosts(const UsageReport &report, const UsageNames &names)
{
    return std::any_of(report.attempts.begin(), report.attempts.end(), [&](const AttemptCell &cell) { return cell.unknown > 0 && pricedModel(cell, names); });
}

QList<QPair<QString, QString>> withoutPrice(const UsageReport &report, const UsageNames &names)
{
    QList<QPair<QString, QString>> found;
    for (const AttemptCell &cell : report.attempts) {
        const QPair<QString, QString> place(cell.channel, cell.model);
        if (names.providerOf.contains(cell.channel) && !pricedModel(cell, names) && !found.contains(place))
            found.append(place);
    }
    return found;
}

double budgetFor(const Budget &budget, const QDateTime &from, const QDateTime &to)
{
    double share = 0;
    for (QDate month(from.date().year(), from.date().month(), 1); month.startOfDay() < to; month = month.addMonths(1)) {
        const QDateTime begin = month.startOfDay(), end = month.addMonths(1).startOfDay();
        const qint64 shared = std::max(begin, from).msecsTo(std::min(end, to));
        if (shared > 0)
            share += double(shared) / double(begin.msecsTo(end));
    }
    return share * budget.perMonth;
}

Costs costsOf(const UsageReport &report, const UsageNames &names, bool failedOnly)
{
    Costs costs;
    for (const AttemptCell &cell : report.attempts) {
        const bool failed = cell.outcome != Outcome::Answered && cell.outcome != Outcome::ClientGone;
        if (!failedOnly || failed)
            addCost(costs, cell, names);
    }
    return costs;
}

QString costText(double cost, const QString &currency)
{
    const QString number = QLocale().toString(cost, 'f', cost > 0 && cost < 0.1 ? 4 : 2);
    return currency.isEmpty() ? number : currency + u' ' + number;
}

QString costsText(const Costs &costs, bool unknown)
{
    QStringList parts;
    for (auto it = costs.cbegin(); it != costs.cend(); ++it)
        parts.append(costText(it.value(), it.key()));
    const QString known = parts.isEmpty() ? QString() : u"≈ "_s + parts.join(u" + "_s);
    return unknown ? words::andUnknown(known) : known;
}

namespace usage {

ChartFigures costOverTime(const UsageReport &report, const UsageNames &names, const Budget &budget)
{
    ChartFigures figures;
    const Costs total = costsOf(report, names);
    if (total.isEmpty() || report.slotCount() == 0)
        return figures;
    figures.categories = names.slotNames;
    const QStringList currencies = total.keys();
    figures.table.headers = {Say::tr("Time")};
    for (const QString &currency : currencies) {
        const QString name = currency.isEmpty() ? Say::tr("Cost") : currency;
        figures.series.append({name, Tones[size_t(figures.series.size()) % Tones.size()], false, {}});
        figures.table.headers += {name, currencies.size() > 1 ? Say::tr("%1, in all").arg(name) : Say::tr("In all")};
    }
    if (budget.isSet()) {
        figures.series.append({Say::tr("Budget, spread evenly (%1)").arg(budget.currency), Tone::ChartLost, false, {}});
        figures.table.headers.append(Say::tr("Budget until then"));
    }
    const QDateTime begin = words::toDateTime(report.query.edges.first());
    QList<QHash<QString, Spent>> bySlot; // by currency
    for (const QString &currency : currencies)
        bySlot.append(spentBy(report, names, UsageBy::Slot, currency));
    QList<Spent> until(currencies.size());
    const UsageLink link = UsageLink(report.query).called();
    double largest = 0;
    for (int slot = 0; slot < report.slotCount(); ++slot) {
        FigureRow row{{textCell(names.slotNames.value(slot))}, {}};
        for (qsizetype i = 0; i < currencies.size(); ++i) {
            const Spent now = bySlot[i].value(QString::number(slot));
            Spent &then = until[i];
            then = {then.amount + now.amount, then.known || now.known, then.unknown || now.unknown};
            figures.series[i].values.append(then.amount);
            largest = std::max(largest, then.amount);
            row.cells += {spentCell(now, currencies[i], link.during(slot)), spentCell(then, currencies[i], link.upTo(slot))};
            if (now.known || now.unknown)
                row.filter = link.during(slot).text();
        }
        if (budget.isSet()) {
            const double allowed = budgetFor(budget, begin, words::toDateTime(report.query.edges[slot + 1]));
            figures.series.last().values.append(allowed);
            largest = std::max(largest, allowed);
            row.cells.append({costText(allowed, budget.currency), allowed});
        }
        figures.links.append(row.filter);
        figures.table.rows.append(row);
    }
    figures.axis = {largest < 0.1 ? u"%.4f"_s : u"%.2f"_s, 0.0001};
    figures.sentence = Say::tr("%1 in all; an estimate from the prices of the models.").arg(costsText(total, hasUnknownCosts(report, names)));
    if (const auto missing = withoutPrice(report, names).size())
        figures.sentence += u' ' + Say::tr("%n model(s) without a price are not in it.", nullptr, int(missing));
    if (budget.isSet()) {
        const double used = total.value(budget.currency), allowed = figures.series.last().values.last();
        const QString part = words::percent(used / allowed), whole = costText(allowed, budget.currency);
        figures.sentence += u' ' + (used > allowed ? Say::tr("That is %1 of the budget of %2 for this time: more than planned.") : Say::tr("That is %1 of the budget of %2 for this time.")).arg(part, whole);
    }
    return figures;
}

ChartFigures costRanking(const UsageReport &report, const UsageNames &names, UsageBy what, const QString &currency, int most)
{
    const QHash<QString, Spent> spent = spentBy(report, names, what, currency);
    QStringList ids = spent.keys();
    std::sort(ids.begin(), ids.end(), [&](const QString &a, const QString &b) { return spent[a].amount != spent[b].amount ? spent[a].amount > spent[b].amount : a < b; });
    Spent rest;
    const int others = int(ids.size()) > most ? int(ids.size()) - most + 1 : 0;
    for (int i = 0; i < others; ++i) {
        const Spent one = spent[ids.takeLast()];
        rest = {rest.amount + one.amount, rest.known || one.known, rest.unknown || one.unknown};
    }
    ChartFigures figures;
    figures.series = {{currency.isEmpty() ? Say::tr("Cost") : Say::tr("Cost in %1").arg(currency), Tone::ChartPrompt, false, {}}};
    figures.table.headers = {QString(), figures.series.first().name};
    double all = 0;
    const auto append = [&](const QString &name, const Spent &one, const UsageLink &link) {
        figures.categories.append(name);
        figures.series.first().values.append(one.amount);
        figures.links.append(link.text());
        figures.table.rows.append({{textCell(name), spentCell(one, currency, link)}, link.text()});
        all += one.amount;
    };
    const UsageLink link = UsageLink(report.query).called();
    for (const QString &id : std::as_const(ids))
        append(names.name(report, what, id), spent[id], link.of(what, id));
    if (others)
        append(Say::tr("%n other(s)", nullptr, others), rest, {});
    sayRanks(figures, all);
    const double largest = figures.series.first().values.value(0);
    figures.axis = {largest < 0.1 ? u"%.4f"_s : u"%.2f"_s, 0.0001};
    return figures;
}

} // namespace usage

} // namespace understudy
