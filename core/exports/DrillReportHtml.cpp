// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/DrillReportHtml.h"

#include "exports/DrillWords.h"

#include <QDateTime>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

// Colours by name and by role, so that they follow the reader's theme.
const QString Style = uR"(
:root { color-scheme: light dark; --good: seagreen; --bad: firebrick; --quiet: dimgray; --line: lightgray }
@media (prefers-color-scheme: dark) { :root { --good: mediumseagreen; --bad: lightcoral; --quiet: darkgray; --line: dimgray } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin-bottom: 0 } h2 { font-size: 1.1rem; margin-top: 2rem }
.quiet { color: var(--quiet) } .good { color: var(--good) } .bad { color: var(--bad) }
.verdict p { margin: .2rem 0 } .verdict p:first-child { font-size: 1.2rem; font-weight: 600 }
.chain { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; list-style: none }
.chain li { border: 1px solid var(--line); border-radius: 6px; padding: .4rem .7rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line) }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.bars { position: relative; width: 14rem; height: 1rem }
.bars i { position: absolute; top: .1rem; height: .8rem; min-width: 2px; border-radius: 2px; background: var(--bad) }
.bars i.good { background: var(--good) }
.attempts { margin: 0; padding: 0; list-style: none }
@media print { body { margin: 0; max-width: none } }
)"_s;

QString escaped(const QString &text) { return text.toHtmlEscaped(); }

QString element(const QString &name, const QString &text, const QString &more = {})
{
    return u'<' + name + more + u'>' + escaped(text) + u"</"_s + name + u'>';
}

QString chainItem(const DrillBox &box, const DrillHtmlTexts &texts)
{
    const bool healthy = box.fault == DrillFault::Healthy;
    return u"<li>"_s + element(u"b"_s, box.model) + u"<br>"_s + element(u"span"_s, box.channel, u" class=\"quiet\""_s) + u" · "_s
        + element(u"span"_s, texts.fault(box.fault), healthy ? u" class=\"good\""_s : u" class=\"bad\""_s) + u"</li>"_s;
}

/// The attempts on a common time scale.
QString bars(const ExchangeRecord &record, qint64 longest)
{
    QString text;
    for (const AttemptRecord &attempt : record.attempts) {
        const double left = 100.0 * double(attempt.startedMs) / double(longest);
        const double width = 100.0 * double(std::max<qint64>(attempt.endedMs - attempt.startedMs, 0)) / double(longest);
        text += u"<i%1 style=\"left:%2%;width:%3%\" title=\"%4\"></i>"_s.arg(
            attempt.outcome == Outcome::Answered ? u" class=\"good\""_s : QString(), QString::number(left, 'f', 1),
            QString::number(width, 'f', 1), escaped(attempt.channel + u'/' + attempt.model));
    }
    return u"<div class=\"bars\">"_s + text + u"</div>"_s;
}

QString attemptItem(const AttemptRecord &attempt, const DrillHtmlTexts &texts)
{
    const bool good = attempt.outcome == Outcome::Answered;
    QString said = texts.outcome(attempt.outcome);
    if (attempt.httpStatus != 0)
        said += u" (%1)"_s.arg(attempt.httpStatus);
    QString text = element(u"span"_s, (good ? u"✓ "_s : u"✕ "_s) + attempt.channel + u'/' + attempt.model,
                           good ? u" class=\"good\""_s : u" class=\"bad\""_s);
    text += u" · "_s + escaped(said) + u" · "_s + escaped(drillTime(attempt.endedMs - attempt.startedMs));
    if (!attempt.message.isEmpty())
        text += u"<br>"_s + element(u"span"_s, attempt.message, u" class=\"quiet\""_s);
    return u"<li>"_s + text + u"</li>"_s;
}

QString seenText(const DrillExchange &exchange, const DrillHtmlTexts &texts)
{
    if (exchange.httpStatus == 0)
        return texts.nothing;
    const QString status = QString::number(exchange.httpStatus);
    if (exchange.complete)
        return texts.whole.arg(status);
    return exchange.httpStatus == 200 ? texts.brokenOff.arg(status) : status;
}

QString exchangeRow(const DrillExchange &exchange, qint64 longest, const DrillHtmlTexts &texts)
{
    QString attempts;
    for (const AttemptRecord &attempt : exchange.record.attempts)
        attempts += attemptItem(attempt, texts);
    for (const SkippedCandidate &skipped : exchange.record.skipped)
        attempts += element(u"li"_s, u"○ "_s + skipped.channel + u'/' + skipped.model + u" · "_s + texts.skipped(skipped.reason),
                            u" class=\"quiet\""_s);
    QString seen = element(u"span"_s, seenText(exchange, texts), exchange.complete ? u" class=\"good\""_s : u" class=\"bad\""_s);
    if (!exchange.error.isEmpty())
        seen += u"<br>"_s + element(u"span"_s, exchange.error, u" class=\"quiet\""_s);
    return u"<tr><td class=\"number\">%1</td><td>"_s.arg(exchange.number + 1) + seen + u"</td><td class=\"number\">"_s
        + escaped(drillTime(exchange.durationMs)) + u"</td><td>"_s + bars(exchange.record, longest)
        + u"</td><td><ul class=\"attempts\">"_s + attempts + u"</ul></td></tr>\n"_s;
}

} // namespace

DrillHtmlTexts englishDrillTexts(const DrillReport &report)
{
    const QDateTime began = QDateTime::fromMSecsSinceEpoch(report.began.time_since_epoch().count()).toUTC();
    const QString requests = report.plan.requests == 1 ? u"1 request"_s : u"%1 requests"_s.arg(report.plan.requests);
    DrillHtmlTexts texts;
    texts.language = u"en"_s;
    texts.title = u"Failover drill of “%1”"_s.arg(report.keyName);
    texts.summary = u"%1 UTC · %2, %3 at a time · %4"_s.arg(began.toString(u"yyyy-MM-dd HH:mm:ss"_s), requests,
                                                            QString::number(report.plan.parallel),
                                                            report.plan.stream ? u"streamed"_s : u"not streamed"_s);
    texts.verdict = drillVerdict(report);
    texts.chain = u"The chain"_s;
    texts.requests = u"The requests"_s;
    texts.columns = {u"#"_s, u"Its client saw"_s, u"Time"_s, u"Attempts in time"_s, u"Attempts"_s};
    texts.whole = u"%1 whole"_s;
    texts.brokenOff = u"%1, broken off"_s;
    texts.nothing = u"nothing"_s;
    texts.fault = [](DrillFault fault) { return QString(word(fault)); };
    texts.outcome = [](Outcome outcome) { return QString(word(outcome)); };
    texts.skipped = [](SkipReason reason) { return QString(word(reason)); };
    return texts;
}

QByteArray drillReportToHtml(const DrillReport &report) { return drillReportToHtml(report, englishDrillTexts(report)); }

QByteArray drillReportToHtml(const DrillReport &report, const DrillHtmlTexts &texts)
{
    QString page = u"<!DOCTYPE html>\n<html lang=\""_s + escaped(texts.language)
        + u"\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"_s;
    page += element(u"title"_s, texts.title) + u"<style>"_s + Style + u"</style></head><body>\n"_s;
    page += element(u"h1"_s, texts.title) + element(u"p"_s, texts.summary, u" class=\"quiet\""_s) + u"<div class=\"verdict\">"_s;
    for (const QString &line : texts.verdict)
        page += element(u"p"_s, line);
    page += u"</div>\n"_s + element(u"h2"_s, texts.chain) + u"<ol class=\"chain\">"_s;
    for (const DrillBox &box : report.chain)
        page += chainItem(box, texts);
    page += u"</ol>\n"_s + element(u"h2"_s, texts.requests) + u"<table><thead><tr>"_s;
    for (const QString &column : texts.columns)
        page += element(u"th"_s, column);
    page += u"</tr></thead><tbody>\n"_s;
    qint64 longest = 1;
    for (const DrillExchange &exchange : report.exchanges)
        longest = std::max({longest, exchange.durationMs, exchange.record.durationMs});
    for (const DrillExchange &exchange : report.exchanges)
        page += exchangeRow(exchange, longest, texts);
    page += u"</tbody></table>\n</body></html>\n"_s;
    return page.toUtf8();
}

} // namespace understudy
