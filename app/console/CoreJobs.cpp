// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/CoreJobs.h"

#include "console/TrialSession.h"
#include "drill/DrillEngine.h"
#include "gateway/ChannelTest.h"
#include "gateway/ModelList.h"
#include "upstream/QnamTransport.h"

#include <atomic>

namespace understudy {

namespace {

std::atomic<quint64> lastNumber{0};

/// The object that the caller owns, with the job that dies with it.
template<typename Face>
class Remote final : public Face {
public:
    std::unique_ptr<CoreJob> job;
};

/// A signal of `from`, which lives in the core's thread, becomes the same signal of the face, if that is still there.
template<typename From, typename Face, typename... Args>
void pass(From *from, void (From::*said)(Args...), QObject *voice, const QPointer<Face> &face, void (Face::*says)(Args...))
{
    QObject::connect(from, said, voice, [face, says](Args... args) {
        if (face)
            emit (face->*says)(args...);
    }, Qt::QueuedConnection);
}

} // namespace

CoreJob::CoreJob(ConsoleCore *core, const ConsoleCore::MakeJob &make) : m_core(core), m_number(++lastNumber)
{
    QMetaObject::invokeMethod(core, [core, number = m_number, make] { core->begin(number, make); }, Qt::QueuedConnection);
}

CoreJob::~CoreJob()
{
    if (m_core)
        QMetaObject::invokeMethod(m_core, [core = m_core.data(), number = m_number] { core->drop(number); }, Qt::QueuedConnection);
}

std::unique_ptr<ConnectionTest> runConnectionTest(ConsoleCore *core, QObject *voice, const Channel &channel, const Provider &provider, bool completion)
{
    auto remote = std::make_unique<Remote<ConnectionTest>>();
    const QPointer<ConnectionTest> face(remote.get());
    remote->job = std::make_unique<CoreJob>(core, [=](QnamTransport &transport, const Clock &clock) -> std::unique_ptr<QObject> {
        ChannelTest::Options options;
        options.completion = completion;
        auto test = std::make_unique<ChannelTest>(channel, provider, transport, clock, options);
        pass(test.get(), &ChannelTest::stageDone, voice, face, &ConnectionTest::stageDone);
        pass(test.get(), &ChannelTest::finished, voice, face, &ConnectionTest::finished);
        QObject::connect(test.get(), &ChannelTest::finished, core, [core, channel](bool passed) {
            if (passed)
                core->noteTested(channel);
        });
        test->start();
        return test;
    });
    return remote;
}

std::unique_ptr<ModelListing> runModelListing(ConsoleCore *core, QObject *voice, const Channel &channel, const Provider &provider)
{
    auto remote = std::make_unique<Remote<ModelListing>>();
    const QPointer<ModelListing> face(remote.get());
    remote->job = std::make_unique<CoreJob>(core, [=](QnamTransport &transport, const Clock &clock) -> std::unique_ptr<QObject> {
        auto list = std::make_unique<ModelList>(channel, provider, transport, clock);
        QObject::connect(list.get(), &ModelList::finished, voice, [face](const Result<QStringList> &models) {
            if (!face)
                return;
            if (models)
                emit face->listed(*models);
            else
                emit face->failed(models.error());
        }, Qt::QueuedConnection);
        list->start();
        return list;
    });
    return remote;
}

std::unique_ptr<DrillRun> runDrill(ConsoleCore *core, QObject *voice, const DrillPlan &plan)
{
    auto remote = std::make_unique<Remote<DrillRun>>();
    const QPointer<DrillRun> face(remote.get());
    remote->job = std::make_unique<CoreJob>(core, [=](QnamTransport &transport, const Clock &) -> std::unique_ptr<QObject> {
        Result<std::unique_ptr<DrillEngine>> made = core->makeDrill(plan, transport);
        if (!made) {
            QMetaObject::invokeMethod(voice, [face, error = made.error()] {
                if (face)
                    emit face->failed(error);
            }, Qt::QueuedConnection);
            return std::make_unique<QObject>();
        }
        std::unique_ptr<DrillEngine> engine = std::move(made).value();
        pass(engine.get(), &DrillEngine::attemptBegan, voice, face, &DrillRun::attemptBegan);
        pass(engine.get(), &DrillEngine::attemptEnded, voice, face, &DrillRun::attemptEnded);
        QObject::connect(engine.get(), &DrillEngine::exchangeEnded, core, [core](const DrillExchange &exchange) { core->recordDrilled(exchange.record); });
        pass(engine.get(), &DrillEngine::exchangeEnded, voice, face, &DrillRun::exchangeEnded);
        QObject::connect(engine.get(), &DrillEngine::finished, core, [core, voice, face](const DrillReport &report) {
            QMetaObject::invokeMethod(voice, [face, report, before = core->keepDrill(report)] {
                if (face && before)
                    emit face->playedBefore(*before);
                if (face)
                    emit face->finished(report);
            }, Qt::QueuedConnection);
        });
        pass(engine.get(), &DrillEngine::failed, voice, face, &DrillRun::failed);
        engine->start();
        return engine;
    });
    return remote;
}

std::unique_ptr<TrialRun> runTrial(ConsoleCore *core, QObject *voice, const TrialRequest &request)
{
    auto remote = std::make_unique<Remote<TrialRun>>();
    const QPointer<TrialRun> face(remote.get());
    remote->job = std::make_unique<CoreJob>(core, [=](QnamTransport &transport, const Clock &) -> std::unique_ptr<QObject> {
        std::unique_ptr<TrialSession> session = core->makeTrial(request, transport);
        pass(session.get(), &TrialSession::attemptBegan, voice, face, &TrialRun::attemptBegan);
        pass(session.get(), &TrialSession::attemptEnded, voice, face, &TrialRun::attemptEnded);
        pass(session.get(), &TrialSession::text, voice, face, &TrialRun::text);
        pass(session.get(), &TrialSession::finished, voice, face, &TrialRun::finished);
        pass(session.get(), &TrialSession::recorded, voice, face, &TrialRun::recorded);
        session->start();
        return session;
    });
    return remote;
}

} // namespace understudy
