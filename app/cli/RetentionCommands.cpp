// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/SecretInput.h"
#include "cli/Session.h"
#include "storage/LedgerBatch.h"
#include "storage/Retention.h"

#include <QJsonObject>

#include <array>
#include <chrono>
#include <thread>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

struct Amount {
    QString option;
    int RetentionPolicy::*member;
    int most;
};

const std::array<Amount, 3> &amounts()
{
    static const std::array<Amount, 3> all{Amount{u"days"_s, &RetentionPolicy::days, RetentionPolicy::MostDays},
                                           Amount{u"megabytes"_s, &RetentionPolicy::megabytes, RetentionPolicy::MostMegabytes},
                                           Amount{u"content-days"_s, &RetentionPolicy::contentDays, RetentionPolicy::MostDays}};
    return all;
}

Result<std::unique_ptr<Connection>> connection(Session &session)
{
    const Result<Workspace *> workspace = session.workspace(Session::Keyring::Later);
    return workspace ? (*workspace)->database().connect() : Result<std::unique_ptr<Connection>>(workspace.error());
}

QString amountText(int amount, const QString &unit) { return amount == 0 ? u"without limit"_s : QString::number(amount) + unit; }

void print(const Session &session, const RetentionPolicy &policy)
{
    if (session.out.isJson()) {
        session.out.json(QJsonObject{{u"days"_s, policy.days}, {u"megabytes"_s, policy.megabytes}, {u"contentDays"_s, policy.contentDays}});
        return;
    }
    session.out.line(u"requests: %1"_s.arg(amountText(policy.days, u" days"_s)));
    session.out.line(u"database (SQLite): %1"_s.arg(amountText(policy.megabytes, u" MB, then the oldest requests go first"_s)));
    session.out.line(u"recorded prompts and answers: %1"_s.arg(amountText(policy.contentDays, u" days"_s)));
}

/// Everything up to `until`, step by step; between two the writer of a running gateway gets its turn.
Result<qint64> clearAll(const Connection &connection, WallTime until)
{
    qint64 removed = 0;
    for (;;) {
        const auto began = std::chrono::steady_clock::now();
        const Result<Forgotten> step = clearLog(connection, until);
        if (!step)
            return step.error();
        removed += step->exchanges;
        if (!step->more)
            return removed;
        std::this_thread::sleep_for(std::chrono::steady_clock::now() - began);
    }
}

} // namespace

int runRetention(Session &session)
{
    RetentionPolicy asked;
    QList<const Amount *> given;
    for (const Amount &amount : amounts()) {
        if (!session.args.has(amount.option))
            continue;
        bool ok = false;
        const qint64 number = parseCount(session.args.value(amount.option), &ok);
        if (!ok || number > amount.most)
            return session.refuse({ErrorKind::Invalid, u"“%1” is not a number from 0 (without limit) to %2."_s.arg(session.args.value(amount.option)).arg(amount.most), {}}, amount.option);
        asked.*amount.member = int(number);
        given.append(&amount);
    }
    const Result<std::unique_ptr<Connection>> database = connection(session);
    if (!database)
        return session.fail(database.error());
    Result<RetentionPolicy> policy = readRetention(**database);
    if (!policy)
        return session.fail(policy.error());
    for (const Amount *amount : std::as_const(given))
        (*policy).*(amount->member) = asked.*(amount->member);
    if (!given.isEmpty()) {
        if (const Result<void> stored = writeRetention(**database, *policy); !stored)
            return session.fail(stored.error());
        session.out.note(u"A running gateway looks for what to delete each hour, and a minute after its start."_s);
    }
    print(session, *policy);
    return Done;
}

int runLogClearing(Session &session)
{
    for (const QString &option : {u"follow"_s, u"since"_s, u"key"_s, u"filter"_s, u"limit"_s, u"format"_s}) {
        if (session.args.has(option))
            return session.refuse({ErrorKind::Invalid, u"deletes the whole log, so it stands without --%1"_s.arg(option), {}}, u"clear"_s);
    }
    if (!session.args.has(u"yes"_s)) {
        const std::optional<bool> agreed = askYes(u"Every request that is in the log now is deleted, with recorded contents. Usage statistics, free tokens and limits stay. "
                                                  "This cannot be undone. Delete?"_s);
        if (!agreed)
            return session.refuse({ErrorKind::Invalid, u"deletes every request of the log for good; there is no terminal to ask on, so add --yes"_s, {}}, u"clear"_s);
        if (!*agreed) {
            session.out.noteAlways(u"Nothing was deleted."_s);
            return Failed;
        }
    }
    const WallTime until = SystemClock().wall();
    const Result<std::unique_ptr<Connection>> database = connection(session);
    if (!database)
        return session.fail(database.error());
    // What waits in the journal belongs to the log, which is to go, and to the statistics, which stay.
    if (const Result<qint64> folded = foldJournal((*session.workspace())->database()); !folded)
        return session.fail(folded.error());
    const Result<qint64> removed = clearAll(**database, until);
    if (!removed)
        return session.fail(removed.error());
    if (session.out.isJson())
        session.out.json(QJsonObject{{u"deleted"_s, *removed}});
    else
        session.out.line(u"%1 requests deleted. The usage statistics stay."_s.arg(*removed));
    return Done;
}

} // namespace understudy::cli
