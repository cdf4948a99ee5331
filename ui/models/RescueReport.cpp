// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RescueReport.h"

#include "models/UsageParts.h"

#include <QCoreApplication>
#include <QLocale>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::RescueReport)
};

} // namespace

RescueFigures RescueFigures::of(const UsageReport &report, const UsageNames &names)
{
    const UsageRow total = totalOf(report);
    RescueFigures figures;
    figures.requests = total.requests - total.ending(Ending::Cancelled);
    figures.savedByRetry = total.ending(Ending::AfterRetry);
    figures.savedByBackup = total.ending(Ending::AfterBackup);
    figures.lost = total.failures();
    figures.wouldHaveFailed = figures.saved() + figures.lost;
    if (figures.saved() > 0)
        figures.addedMs = total.addedMs / figures.saved();
    const UsageRow failed = totalOf(usage::partOf(report, usage::Part::Failed));
    figures.failedTokens = failed.all.total;
    figures.failedEstimated = failed.estimatedAttempts > 0;
    figures.unknownAttempts = failed.unknownAttempts + total.unknownAnswers;
    figures.costs = costsOf(report, names, true);
    return figures;
}

QString rescueHeadline(const RescueFigures &figures)
{
    if (figures.requests == 0)
        return Say::tr("No request in this time");
    if (figures.wouldHaveFailed == 0)
        return Say::tr("Nothing had to be saved");
    return Say::tr("%n request(s) saved", nullptr, int(figures.saved()));
}

QStringList rescueSentences(const RescueFigures &figures)
{
    QStringList said;
    if (figures.notCounted > 0)
        said.append(Say::tr("%Ln request(s) are recorded and not counted here yet.", nullptr, int(figures.notCounted)));
    if (figures.requests == 0)
        return said;
    said.append(Say::tr("%n request(s) ended in this time.", nullptr, int(figures.requests)));
    said.append(figures.wouldHaveFailed ? Say::tr("%n of them would have failed with the first try alone.", nullptr, int(figures.wouldHaveFailed))
                                        : Say::tr("All of them were answered at the first try or from the cache."));
    if (figures.saved() > 0) {
        said.append(Say::tr("Saved: %1 (%2 by a backup, %3 by a retry).").arg(words::count(figures.saved()), words::count(figures.savedByBackup), words::count(figures.savedByRetry)));
        said.append(Say::tr("A saved request came %1 later on average.").arg(words::duration(*figures.addedMs)));
    }
    if (figures.lost > 0)
        said.append(Say::tr("%n got no whole answer in spite of everything.", nullptr, int(figures.lost)));
    if (figures.failedTokens > 0) {
        const QString costs = costsText(figures.costs);
        const QString tokens = words::tokenSum({figures.failedTokens, true, 0, figures.failedEstimated});
        said.append(costs.isEmpty() ? Say::tr("Failed attempts used %1 tokens.").arg(tokens) : Say::tr("Failed attempts used %1 tokens (%2).").arg(tokens, costs));
    }
    if (figures.unknownAttempts > 0)
        said.append(Say::tr("What %n attempt(s) used is unknown: nobody reported it.", nullptr, int(figures.unknownAttempts)));
    return said;
}

QByteArray rescueHtml(const RescueFigures &figures, const QString &period, const ChartFigures &endings)
{
    QString html = u"<!DOCTYPE html><html lang=\"%1\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>%2</title><style>"
                   ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
                   "h1{font-size:2rem;margin:0}table{border-collapse:collapse;width:100%}th,td{padding:.3rem .6rem;text-align:right;border-bottom:1px solid #8884}"
                   "th:first-child,td:first-child{text-align:left}p.period{opacity:.7;margin-top:0}</style></head><body>"_s
                       .arg(QLocale().bcp47Name(), Say::tr("Rescue report").toHtmlEscaped());
    html += u"<h1>%1</h1><p class=\"period\">%2 · Understudy</p><ul>"_s.arg(rescueHeadline(figures).toHtmlEscaped(), period.toHtmlEscaped());
    for (const QString &sentence : rescueSentences(figures))
        html += u"<li>%1</li>"_s.arg(sentence.toHtmlEscaped());
    html += u"</ul><table><thead><tr>"_s;
    for (const QString &header : endings.table.headers)
        html += u"<th>%1</th>"_s.arg(header.toHtmlEscaped());
    html += u"</tr></thead><tbody>"_s;
    for (const FigureRow &row : endings.table.rows) {
        if (row.cells.last().value.toLongLong() == 0)
            continue;
        html += u"<tr>"_s;
        for (const FigureCell &cell : row.cells)
            html += u"<td>%1</td>"_s.arg(cell.text.toHtmlEscaped());
        html += u"</tr>"_s;
    }
    html += u"</tbody></table></body></html>\n"_s;
    return html.toUtf8();
}

} // namespace understudy
