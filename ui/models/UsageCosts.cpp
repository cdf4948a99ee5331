// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/UsageCosts.h"

#include "words/Quantities.h"

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

void add(Costs &costs, const AttemptCell &cell, const UsageNames &names)
{
    const auto model = names.models.constFind({cell.channel, cell.model});
    if (model == names.models.cend() || (!model->priceIn && !model->priceOut))
        return;
    costs[model->currency] += (double(cell.tokens.prompt) * model->priceIn.value_or(0) + double(cell.tokens.completion) * model->priceOut.value_or(0)) / Million;
}

FigureCell money(double value, const QString &currency) { return {costText(value, currency), value}; }

} // namespace

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
        if (!failedOnly || cell.outcome != Outcome::Answered)
            add(costs, cell, names);
    }
    return costs;
}

QList<Costs> costsBySlot(const UsageReport &report, const UsageNames &names)
{
    QList<Costs> bySlot(report.slotCount());
    for (const AttemptCell &cell : report.attempts)
        add(bySlot[cell.slot], cell, names);
    return bySlot;
}

QString costText(double cost, const QString &currency)
{
    const QString number = QLocale().toString(cost, 'f', cost > 0 && cost < 0.1 ? 4 : 2);
    return currency.isEmpty() ? number : currency + u' ' + number;
}

QString costsText(const Costs &costs)
{
    QStringList parts;
    for (auto it = costs.cbegin(); it != costs.cend(); ++it)
        parts.append(costText(it.value(), it.key()));
    return parts.isEmpty() ? QString() : u"≈ "_s + parts.join(u" + "_s);
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
    const QList<Costs> bySlot = costsBySlot(report, names);
    Costs spent;
    double largest = 0;
    for (int slot = 0; slot < report.slotCount(); ++slot) {
        FigureRow row{{{names.slotNames.value(slot), {}}}, {}};
        for (qsizetype i = 0; i < currencies.size(); ++i) {
            const double now = bySlot[slot].value(currencies[i]);
            const double then = spent[currencies[i]] += now;
            figures.series[i].values.append(then);
            largest = std::max(largest, then);
            row.cells += {money(now, currencies[i]), money(then, currencies[i])};
        }
        if (budget.isSet()) {
            const double allowed = budgetFor(budget, begin, words::toDateTime(report.query.edges[slot + 1]));
            figures.series.last().values.append(allowed);
            largest = std::max(largest, allowed);
            row.cells.append(money(allowed, budget.currency));
        }
        figures.table.rows.append(row);
    }
    figures.axis = {largest < 0.1 ? u"%.4f"_s : u"%.2f"_s, 0.0001};
    figures.sentence = Say::tr("%1 in all; an estimate from the prices of the models.").arg(costsText(total));
    if (budget.isSet()) {
        const double used = total.value(budget.currency), allowed = figures.series.last().values.last();
        const QString part = words::percent(used / allowed), whole = costText(allowed, budget.currency);
        figures.sentence += u' ' + (used > allowed ? Say::tr("That is %1 of the budget of %2 for this time: more than planned.") : Say::tr("That is %1 of the budget of %2 for this time.")).arg(part, whole);
    }
    return figures;
}

} // namespace usage

} // namespace understudy
