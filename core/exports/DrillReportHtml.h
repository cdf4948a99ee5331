// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Drill.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace understudy {

/// The words of the page, so that the console can write it in the language of the program. Plain text; the page escapes it.
struct DrillHtmlTexts {
    QString language; ///< "en", "zh-CN"
    QString title;
    QString summary; ///< when, how many
    QStringList verdict;
    QString chain;
    QString requests;
    QStringList columns; ///< number, what its client saw, time, attempts in time, attempts
    QString whole; ///< "%1 whole": %1 is the status
    QString brokenOff; ///< "%1, broken off"
    QString nothing; ///< no status came
    std::function<QString(DrillFault)> fault;
    std::function<QString(Outcome)> outcome;
    std::function<QString(SkipReason)> skipped;
};

DrillHtmlTexts englishDrillTexts(const DrillReport &report);

/// A drill's report as one page that needs nothing else: no script, no address, light or dark as the reader's system is. Every
/// text is escaped. UTF-8.
QByteArray drillReportToHtml(const DrillReport &report, const DrillHtmlTexts &texts);
/// In English.
QByteArray drillReportToHtml(const DrillReport &report);

} // namespace understudy
