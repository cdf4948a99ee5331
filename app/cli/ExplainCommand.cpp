// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/RecordJson.h"
#include "cli/RecordText.h"
#include "cli/Session.h"

#include <QJsonArray>

namespace understudy::cli {

using namespace Qt::StringLiterals;

int runExplain(Session &session)
{
    const Result<std::unique_ptr<LedgerReader>> reader = session.ledger();
    if (!reader)
        return session.fail(reader.error());
    const Result<ExchangeRecord> record = (*reader)->exchange(session.args.positional(0));
    if (!record && record.error().kind == ErrorKind::NotFound)
        return session.fail({ErrorKind::NotFound, u"The log has no request “%1”. The id is in the answer's header x-request-id and in “understudy-cli log”; "
                                                  "a request is in the log a moment after its end."_s.arg(session.args.positional(0)), {}});
    if (!record)
        return session.fail(record.error());
    const QStringList lines = explanation(*record);
    if (session.out.isJson()) {
        QJsonObject json = toJson(*record);
        json.insert(u"explanation"_s, QJsonArray::fromStringList(lines));
        session.out.json(json);
        return Done;
    }
    for (const QString &line : lines)
        session.out.line(line);
    return Done;
}

} // namespace understudy::cli
