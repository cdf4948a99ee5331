// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/ChannelJobs.h"
#include "console/ConsoleCore.h"
#include "console/DrillRun.h"
#include "console/TrialRun.h"

#include <QPointer>

namespace understudy {

/// The GUI thread's end of a job that runs in the core's thread. Its destruction ends the job there.
class CoreJob final {
public:
    CoreJob(ConsoleCore *core, const ConsoleCore::MakeJob &make);
    ~CoreJob();
    Q_DISABLE_COPY_MOVE(CoreJob)

private:
    QPointer<ConsoleCore> m_core; ///< dies only while this thread waits for it
    quint64 m_number;
};

// What Console gives out. `voice` lives in the GUI thread as long as the core: signals of the job come through it.
std::unique_ptr<ConnectionTest> runConnectionTest(ConsoleCore *core, QObject *voice, const Channel &channel, const Provider &provider, bool completion);
std::unique_ptr<ModelListing> runModelListing(ConsoleCore *core, QObject *voice, const Channel &channel, const Provider &provider);
std::unique_ptr<DrillRun> runDrill(ConsoleCore *core, QObject *voice, const DrillPlan &plan);
std::unique_ptr<TrialRun> runTrial(ConsoleCore *core, QObject *voice, const TrialRequest &request);

} // namespace understudy
