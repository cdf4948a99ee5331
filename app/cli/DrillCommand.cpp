// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/KeyOptions.h"
#include "cli/RecordText.h"
#include "cli/Session.h"
#include "cli/Values.h"
#include "drill/DrillEngine.h"
#include "drill/DrillExpectation.h"
#include "exports/DrillReportHtml.h"
#include "exports/DrillReportJson.h"
#include "exports/DrillWords.h"
#include "host/DrillArchive.h"
#include "storage/LedgerWriter.h"
#include "upstream/QnamTransport.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds LogPatience(5);

OptionError wrong(const QString &option, const QString &text) { return {option, {ErrorKind::Invalid, text, {}}}; }

template <typename Enum> QString allWords(int count)
{
    QStringList words;
    for (int i = 0; i < count; ++i)
        words += word(Enum(i));
    return words.join(u", "_s);
}

/// A place as a person names it: its number from 1 on, or CHANNEL/MODEL. -1: it is not in the chain.
qsizetype placeOf(const QString &text, const QList<Candidate> &chain)
{
    bool number = false;
    const int place = text.toInt(&number);
    if (number)
        return place >= 1 && place <= chain.size() ? place - 1 : -1;
    for (qsizetype i = 0; i < chain.size(); ++i) {
        if (text == chain[i].channel + u'/' + chain[i].model)
            return i;
    }
    return -1;
}

std::optional<OptionError> takeFaults(const Arguments &args, const GatewayKey &key, DrillPlan &plan)
{
    const QString presetOption = u"preset"_s, faultOption = u"fault"_s;
    const QStringList faults = args.values(faultOption);
    plan.faults.clear();
    if (args.has(presetOption) || faults.isEmpty()) {
        const QString name = args.value(presetOption, word(DrillPreset::PrimaryDown));
        const std::optional<DrillPreset> preset = drillPresetFromWord(name);
        if (!preset)
            return wrong(presetOption, u"must be one of "_s + allWords<DrillPreset>(DrillPresetCount));
        plan.faults = faultsOf(*preset, int(key.chain.size()));
    }
    while (plan.faults.size() < key.chain.size())
        plan.faults.append(DrillFault::Healthy);
    for (const QString &text : faults) {
        const qsizetype equals = text.lastIndexOf(u'=');
        const qsizetype place = placeOf(text.left(equals), key.chain);
        if (equals < 0 || place < 0)
            return wrong(
                faultOption,
                u"needs PLACE=WORD, and PLACE is a number from 1 to %1 or CHANNEL/MODEL of the chain"_s.arg(key.chain.size()));
        const std::optional<DrillFault> fault = drillFaultFromWord(text.sliced(equals + 1));
        if (!fault)
            return wrong(faultOption, u"knows these words: "_s + allWords<DrillFault>(DrillFaultCount));
        plan.faults[place] = *fault;
    }
    return std::nullopt;
}

std::optional<OptionError> takePlan(const Arguments &args, const GatewayKey &key, DrillPlan &plan)
{
    plan.keyId = key.id;
    if (std::optional<OptionError> problem = takeFaults(args, key, plan))
        return problem;
    for (const auto &[option, into, most] : {std::tuple(u"requests"_s, &plan.requests, DrillPlan::MostRequests),
                                             std::tuple(u"parallel"_s, &plan.parallel, DrillPlan::MostParallel)}) {
        qint64 count = *into;
        if (std::optional<OptionError> problem = takeCount(args, option, count))
            return problem;
        if (count < 1 || count > most)
            return wrong(option, u"must be 1 to %1"_s.arg(most));
        *into = int(count);
    }
    plan.stream = !args.has(u"no-stream"_s);
    plan.prompt = args.value(u"prompt"_s, plan.prompt);
    if (args.has(u"own-timeouts"_s) && args.has(u"timeout"_s))
        return wrong(u"timeout"_s, u"cannot stand beside --own-timeouts"_s);
    if (args.has(u"own-timeouts"_s)) {
        plan.timeout.reset();
    } else {
        Milliseconds timeout = *plan.timeout;
        if (std::optional<OptionError> problem = takeDuration(args, u"timeout"_s, timeout))
            return problem;
        if (timeout < Milliseconds {1})
            return wrong(u"timeout"_s, u"must be at least 1ms"_s);
        plan.timeout = timeout;
    }
    return std::nullopt;
}

QString chainText(const DrillReport &report)
{
    QStringList places;
    for (const DrillBox &box : report.chain)
        places += u"%1/%2 (%3)"_s.arg(box.channel, box.model, word(box.fault));
    return places.join(u" → "_s);
}

QString exchangeText(const DrillExchange &exchange)
{
    const QString status = exchange.httpStatus == 0 ? u"nothing"_s : QString::number(exchange.httpStatus);
    const QString seen = exchange.complete ? status : exchange.httpStatus == 200 ? status + u" broken off"_s : status;
    return u"#%1  %2  %3  %4"_s.arg(exchange.number + 1, -4)
        .arg(seen.leftJustified(14), shownDuration(Milliseconds(exchange.durationMs)).rightJustified(8), chips(exchange.record));
}

/// Runs to its end on the application's event loop. Its requests go into the log, where they count for nothing.
Result<DrillReport> play(Session &session, const StoredConfiguration &stored, const Workspace &workspace, const DrillPlan &plan)
{
    const Catalogue &catalogue = workspace.catalogue();
    LedgerWriter log(workspace.database(), LedgerWriter::TotalsListener());
    QnamTransport transport;
    const SystemClock clock;
    DrillEngine engine(stored.configuration, stored.locked, catalogue, plan, clock, transport);
    std::optional<Result<DrillReport>> result;
    QObject::connect(&engine, &DrillEngine::exchangeEnded, &engine, [&](const DrillExchange &exchange) {
        log.record(ExchangeRecord(exchange.record));
        if (!session.out.isJson())
            session.out.line(exchangeText(exchange));
    });
    QObject::connect(&engine, &DrillEngine::finished, &engine, [&](const DrillReport &report) {
        result.emplace(report);
        QCoreApplication::exit();
    });
    QObject::connect(&engine, &DrillEngine::failed, &engine, [&](const Error &error) {
        result.emplace(error);
        QCoreApplication::exit();
    });
    engine.start();
    QCoreApplication::exec();
    if (!log.stop(LogPatience))
        session.out.warning(u"The requests of the drill could not be written into the log: %1"_s.arg(log.health().error));
    if (!result)
        return Error {ErrorKind::Unavailable, u"The drill was interrupted."_s, {}};
    return *result;
}

Result<void> writeReport(const QString &path, const DrillReport &report)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(path.endsWith(".html"_L1) ? drillReportToHtml(report) : QJsonDocument(drillReportToJson(report)).toJson());
    if (!file.commit())
        return Error {ErrorKind::Unavailable,
                      u"The report could not be written: %1. Choose another place with --report."_s.arg(file.errorString()),
                      path};
    return {};
}

struct Judgement {
    QString expected; ///< empty: nothing was
    QList<int> missed;
    std::optional<DrillReport> before;
    QStringList changes;
};

void printJson(Session &session, const DrillReport &report, const Judgement &judgement)
{
    QJsonObject json = drillReportToJson(report);
    json.insert(u"expect"_s, judgement.expected.isEmpty() ? QJsonValue() : QJsonValue(judgement.expected));
    json.insert(u"held"_s, judgement.missed.isEmpty());
    json.insert(u"comparedWith"_s, judgement.before ? QJsonValue(isoTime(judgement.before->began)) : QJsonValue());
    json.insert(u"changes"_s, QJsonArray::fromStringList(judgement.changes));
    session.out.json(json);
}

void printText(Session &session, const DrillReport &report, const Judgement &judgement)
{
    session.out.line({});
    const QStringList verdict = drillVerdict(report);
    for (const QString &line : verdict)
        session.out.line(line);
    if (judgement.before && judgement.changes.isEmpty())
        session.out.line(u"Nothing has changed since the same drill at %1."_s.arg(shownTime(judgement.before->began)));
    else if (judgement.before)
        session.out.line(u"Since the same drill at %1:"_s.arg(shownTime(judgement.before->began)));
    for (const QString &line : judgement.changes)
        session.out.line(u"  "_s + line);
    if (judgement.expected.isEmpty())
        return;
    if (judgement.missed.isEmpty()) {
        session.out.line(u"As expected: %1."_s.arg(judgement.expected));
        return;
    }
    QStringList numbers;
    for (const int number : judgement.missed.first(std::min<qsizetype>(judgement.missed.size(), 10)))
        numbers += u"#%1"_s.arg(number + 1);
    if (judgement.missed.size() > 10)
        numbers += u"…"_s;
    session.out.line(u"Not as expected: %1 of %2 did not see “%3” (%4)."_s.arg(judgement.missed.size())
                         .arg(report.exchanges.size())
                         .arg(judgement.expected, numbers.join(u", "_s)));
}

} // namespace

int runDrill(Session &session)
{
    const Arguments &args = session.args;
    std::optional<DrillExpectation> expectation;
    if (args.has(u"expect"_s)) {
        const Result<DrillExpectation> parsed = parseDrillExpectation(args.value(u"expect"_s));
        if (!parsed)
            return session.refuse(parsed.error(), u"expect"_s);
        expectation = *parsed;
    }
    const QString path = args.value(u"report"_s);
    if (args.has(u"report"_s) && !path.endsWith(".html"_L1) && !path.endsWith(".json"_L1))
        return session.refuse({ErrorKind::Invalid, u"must end in .html or .json"_s, {}}, u"report"_s);

    const Result<StoredConfiguration> stored = session.stored();
    if (!stored)
        return session.fail(stored.error());
    const GatewayKey *key = stored->configuration.keyNamed(args.positional(0));
    if (!key)
        return session.fail(
            {ErrorKind::NotFound, u"There is no key “%1”. “understudy-cli key list” shows all."_s.arg(args.positional(0)), {}});
    DrillPlan plan;
    if (const std::optional<OptionError> problem = takePlan(args, *key, plan))
        return session.refuse(problem->error, problem->option);
    const Workspace &workspace = **session.workspace();

    QStringList real;
    const QList<Candidate> calls = drillRealCalls(stored->configuration, workspace.catalogue(), plan);
    for (const Candidate &candidate : calls)
        real += candidate.channel + u'/' + candidate.model;
    if (!real.isEmpty() && !args.has(u"yes"_s)) {
        return session.fail({ErrorKind::Invalid,
                             u"These models stay healthy in this drill, so they may really be called and cost tokens, up to %1 "
                             u"times: %2. Add --yes if that is what you want, "
                             "or give them a fault (--fault PLACE=WORD)."_s.arg(plan.requests)
                                 .arg(real.join(u", "_s)),
                             {}},
                            UsageError);
    }
    DrillReport announced;
    const QList<DrillFault> faults = plan.faults;
    for (qsizetype i = 0; i < key->chain.size(); ++i)
        announced.chain.append({key->chain[i].channel, key->chain[i].model, faults[i]});
    session.out.note(u"Drill of “%1”: %2"_s.arg(key->name, chainText(announced)));
    if (!real.isEmpty())
        session.out.note(u"Really called where nothing before them answers: %1."_s.arg(real.join(u", "_s)));

    const Result<DrillReport> report = play(session, *stored, workspace, plan);
    if (!report)
        return session.fail(report.error());
    Judgement judgement;
    judgement.expected = args.value(u"expect"_s);
    if (expectation)
        judgement.missed = missed(*report, *expectation);
    const DrillArchive archive(workspace.directory());
    judgement.before = archive.last(plan);
    if (judgement.before)
        judgement.changes = drillChanges(*judgement.before, *report);
    if (const Result<void> kept = archive.keep(*report); !kept)
        session.out.warning(kept.error().toString());

    if (session.out.isJson())
        printJson(session, *report, judgement);
    else
        printText(session, *report, judgement);
    if (!path.isEmpty()) {
        if (const Result<void> written = writeReport(path, *report); !written)
            return session.fail(written.error());
        session.out.note(u"The report is in %1."_s.arg(path));
    }
    return judgement.missed.isEmpty() ? Done : Failed;
}

} // namespace understudy::cli
