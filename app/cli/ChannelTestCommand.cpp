// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ChannelTestRun.h"
#include "cli/Commands.h"
#include "cli/KeyOptions.h"
#include "cli/Session.h"
#include "cli/Values.h"
#include "upstream/QnamTransport.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

QString mark(StageState state)
{
    switch (state) {
    case StageState::Passed: return u"✓"_s;
    case StageState::Warned: return u"!"_s;
    case StageState::Failed: return u"✕"_s;
    case StageState::Skipped: break;
    }
    return u"○"_s;
}

QJsonObject toJson(const StageResult &result)
{
    return {{u"stage"_s, word(result.stage)},
            {u"state"_s, word(result.state)},
            {u"ms"_s, qint64(result.took.count())},
            {u"text"_s, result.text},
            {u"fix"_s, result.fix}};
}

void print(const Output &out, const StageResult &result)
{
    const QString took = result.state == StageState::Skipped ? QString() : shownDuration(result.took);
    out.line(u"%1 %2 %3  %4"_s.arg(mark(result.state), QString(word(result.stage)).leftJustified(11), took.rightJustified(8), result.text));
    if (!result.fix.isEmpty())
        out.line(QString(24, u' ') + result.fix);
}

} // namespace

bool runChannelTest(const Channel &channel, const Provider &provider, const ChannelTest::Options &options,
                    const std::function<void(const StageResult &)> &each)
{
    QnamTransport transport;
    const SystemClock clock;
    ChannelTest test(channel, provider, transport, clock, options);
    bool good = false;
    QObject::connect(&test, &ChannelTest::stageDone, &test, each);
    // Queued: the end may come before the loop runs.
    QObject::connect(&test, &ChannelTest::finished, &test, [&good](bool passed) {
        good = passed;
        QCoreApplication::exit();
    }, Qt::QueuedConnection);
    test.start();
    QCoreApplication::exec();
    return good;
}

int runChannelTest(Session &session)
{
    const QString id = session.args.positional(0);
    ChannelTest::Options options;
    options.model = session.args.value(u"model"_s);
    options.completion = !session.args.has(u"no-completion"_s);
    if (const std::optional<OptionError> problem = takeDuration(session.args, u"timeout"_s, options.stageTimeout))
        return session.refuse(problem->error, problem->option);
    const Result<StoredConfiguration> stored = session.stored();
    if (!stored)
        return session.fail(stored.error());
    Workspace &workspace = **session.workspace();
    const Channel *channel = stored->configuration.channel(id);
    if (!channel && id == BuiltInChannelId)
        return session.fail({ErrorKind::Invalid, u"The built-in models are inside this program; there is nothing to test."_s, {}});
    if (!channel)
        return session.fail({ErrorKind::NotFound, u"There is no channel “%1”. “understudy-cli channel list” shows all."_s.arg(id), {}});
    if (stored->locked && channel->credential.environment.isEmpty())
        return session.fail(workspace.vaultProblem().value_or(Error{ErrorKind::Denied, u"The secrets are locked."_s, {}}));
    if (!channel->credential.environment.isEmpty() && channel->credential.resolve().isEmpty())
        session.out.warning(u"%1 is not set here, so the test goes without a credential."_s.arg(channel->credential.environment));
    const Provider *provider = workspace.catalogue().resolve(stored->configuration, channel->provider);
    if (!provider)
        return session.fail({ErrorKind::NotFound, u"The provider “%1” of this channel does not exist any more."_s.arg(channel->provider), {}});

    QJsonArray stages;
    const bool passed = runChannelTest(*channel, *provider, options, [&](const StageResult &result) {
        if (session.out.isJson())
            stages.append(toJson(result));
        else
            print(session.out, result);
    });
    if (session.out.isJson())
        session.out.json(QJsonObject{{u"channel"_s, id}, {u"passed"_s, passed}, {u"stages"_s, stages}});
    else
        session.out.line(passed ? u"Channel %1 works."_s.arg(id) : u"Channel %1 does not work yet."_s.arg(id));
    if (passed)
        (void)session.ask({{u"do"_s, u"reset-channel"_s}, {u"channel"_s, id}}); // nobody there: nothing to reset
    return passed ? Done : Failed;
}

} // namespace understudy::cli
