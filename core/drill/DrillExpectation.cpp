// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/DrillExpectation.h"

namespace understudy {

using namespace Qt::StringLiterals;

Result<DrillExpectation> parseDrillExpectation(const QString &text)
{
    if (text == "complete"_L1)
        return DrillExpectation {DrillExpectation::Kind::Complete, 0};
    if (text == "failed"_L1)
        return DrillExpectation {DrillExpectation::Kind::Failed, 0};
    if (text == "interrupted"_L1)
        return DrillExpectation {DrillExpectation::Kind::Interrupted, 0};
    bool ok = false;
    const int status = text.toInt(&ok);
    if (ok && status >= 200 && status <= 599)
        return DrillExpectation {DrillExpectation::Kind::Status, status};
    return Error {
        ErrorKind::Invalid, u"Expect an HTTP status such as 200 or 502, or one of: complete, failed, interrupted."_s, {}};
}

bool meets(const DrillExchange &exchange, const DrillExpectation &expectation)
{
    switch (expectation.kind) {
    case DrillExpectation::Kind::Complete:
        return exchange.complete;
    case DrillExpectation::Kind::Failed:
        return exchange.httpStatus != 200;
    case DrillExpectation::Kind::Interrupted:
        return exchange.httpStatus == 200 && !exchange.complete;
    case DrillExpectation::Kind::Status:
        break;
    }
    return exchange.httpStatus == expectation.status && (exchange.complete || expectation.status != 200);
}

QList<int> missed(const DrillReport &report, const DrillExpectation &expectation)
{
    QList<int> numbers;
    for (const DrillExchange &exchange : report.exchanges) {
        if (!meets(exchange, expectation))
            numbers.append(exchange.number);
    }
    return numbers;
}

} // namespace understudy
