// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/RecordJson.h"
#include "cli/RecordText.h"
#include "cli/Session.h"

#include <QJsonArray>

#include <chrono>
#include <thread>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

/// A script asks as soon as it has the answer; the gateway gathers for up to 0.1 s what it records.
constexpr std::chrono::milliseconds Patience{300};
constexpr std::chrono::milliseconds LookAgain{30};

Result<ExchangeRecord> find(Session &session, const QString &id)
{
    const auto until = std::chrono::steady_clock::now() + Patience;
    for (;;) {
        const Result<std::unique_ptr<LedgerReader>> reader = session.ledger();
        if (!reader)
            return reader.error();
        Result<ExchangeRecord> record = (*reader)->exchange(id);
        const bool missing = !record && record.error().kind == ErrorKind::NotFound;
        if (!missing || std::chrono::steady_clock::now() >= until)
            return record;
        std::this_thread::sleep_for(LookAgain);
    }
}

} // namespace

int runExplain(Session &session)
{
    const Result<ExchangeRecord> record = find(session, session.args.positional(0));
    if (!record && record.error().kind == ErrorKind::NotFound)
        return session.fail({ErrorKind::NotFound, u"The log has no request “%1”. The id is in the answer's header x-request-id and in “understudy-cli log”; "
                                                  "a request is in the log when it has ended."_s.arg(session.args.positional(0)), {}});
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
