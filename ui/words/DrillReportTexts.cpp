// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/DrillReportTexts.h"

#include "words/DrillWords.h"
#include "words/Quantities.h"
#include "words/RecordWords.h"

#include <QCoreApplication>
#include <QLocale>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

class Say {
    Q_DECLARE_TR_FUNCTIONS(understudy::words)
};

QString withMark(const Status &status) { return status.mark + u' ' + status.word; }

} // namespace

DrillHtmlTexts drillReportTexts(const DrillReport &report)
{
    const DrillVerdict verdict = drillVerdict(report);
    DrillHtmlTexts texts;
    texts.language = QLocale().bcp47Name();
    texts.title = Say::tr("Failover drill of “%1”").arg(report.keyName);
    const QString how = report.plan.stream ? Say::tr("streamed") : Say::tr("not streamed");
    texts.summary = Say::tr("%1 · %n request(s), %2 at a time · %3", "when, how many, how many at once, how", report.plan.requests)
                        .arg(absolute(toDateTime(report.began)), count(report.plan.parallel), how);
    texts.verdict = {withMark(verdict.status), verdict.seen, verdict.why};
    for (const Status &place : verdict.places)
        texts.verdict.append(withMark(place));
    texts.verdict += verdict.breakers;
    texts.verdict.removeAll(QString());
    texts.chain = Say::tr("The chain");
    texts.requests = Say::tr("The requests");
    texts.columns = {u"#"_s, Say::tr("Your application saw"), Say::tr("Time", "that it took"), Say::tr("Attempts in time"), Say::tr("Attempts")};
    texts.whole = Say::tr("%1 whole", "HTTP status of a whole answer");
    texts.brokenOff = Say::tr("%1, broken off", "HTTP status of an answer that broke off");
    texts.nothing = Say::tr("nothing", "no answer came");
    texts.fault = &faultName;
    texts.outcome = &outcomeName;
    texts.skipped = &skipText;
    return texts;
}

} // namespace understudy::words
