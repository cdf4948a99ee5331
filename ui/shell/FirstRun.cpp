// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FirstRun.h"

#include "configuration/DemoKey.h"
#include "console/Console.h"
#include "dialogs/DemoSwitch.h"
#include "preferences/Preferences.h"
#include "widgets/NextFreePort.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

using Phase = GatewayState::Phase;

const GatewayKey *demoKeyOf(const Configuration &configuration)
{
    const auto found = std::find_if(configuration.keys.begin(), configuration.keys.end(), isDemoKey);
    return found == configuration.keys.end() ? nullptr : &*found;
}

} // namespace

FirstRun::FirstRun(Console &console, Preferences &preferences, DemoSwitch &demo, QObject *parent)
    : QObject(parent), m_console(console), m_preferences(preferences), m_demo(demo)
{
    connect(&m_console, &Console::stateChanged, this, &FirstRun::takeState);
}

bool FirstRun::hasDemo() const { return demoKeyOf(m_console.configuration()) != nullptr; }

void FirstRun::seeDemo()
{
    if (m_step != Step::Idle)
        return;
    m_preferences.set(preferences::WelcomeSeen, true);
    m_moved = false;
    m_asked = false;
    m_step = Step::Opening;
    // While the data is being opened nothing is known; takeState() goes on.
    if (m_console.state().phase != Phase::Opening)
        makeKey();
}

void FirstRun::makeKey()
{
    m_step = Step::Gateway;
    const GatewayKey *present = demoKeyOf(m_console.configuration());
    if (present && present->enabled) {
        m_keyId = present->id;
        takeState();
        return;
    }
    m_step = Step::Waiting;
    const GatewayKey fresh = makeDemoKey();
    const Console::Change change = [fresh](const Configuration &stored) -> Result<Configuration> {
        Configuration wanted = stored;
        const auto demo = std::find_if(wanted.keys.begin(), wanted.keys.end(), isDemoKey);
        if (demo != wanted.keys.end())
            demo->enabled = true;
        else if (wanted.keyNamed(fresh.name))
            return Error{ErrorKind::Conflict, u"A key of another purpose has the name “demo”."_s, {}};
        else
            wanted.keys.append(fresh);
        return wanted;
    };
    m_console.change(change, this, [this](const Result<void> &changed) {
        const GatewayKey *made = changed ? demoKeyOf(m_console.configuration()) : nullptr;
        if (!made) {
            const bool taken = !changed && changed.error().kind == ErrorKind::Conflict;
            fail(taken ? tr("The demo key could not be made: one of your keys has the name “demo” already. Rename that key, then try again.")
                       : tr("The demo key could not be made: %1").arg(changed ? tr("it was removed meanwhile.") : changed.error().text));
            return;
        }
        m_keyId = made->id;
        m_step = Step::Gateway;
        takeState();
    });
}

void FirstRun::takeState()
{
    const GatewayState state = m_console.state();
    if (m_step == Step::Opening && state.phase != Phase::Opening)
        return makeKey();
    if (m_step != Step::Gateway)
        return;
    if (m_asked && (state.phase == Phase::Stopped || state.phase == Phase::Failed))
        return; // from before
    switch (state.phase) {
    case Phase::Running: return finish();
    case Phase::Starting: m_asked = false; return;
    case Phase::Opening:
    case Phase::Stopping: return; // another state follows
    case Phase::Broken: return fail(tr("The gateway cannot start because its data cannot be opened: %1").arg(state.problem ? state.problem->text : QString()));
    case Phase::Stopped: return start();
    case Phase::Failed: break;
    }
    if (state.problem && state.problem->kind == ErrorKind::Conflict && !m_moved)
        moveToFreePort();
    else
        fail(tr("The gateway could not start: %1").arg(state.problem ? state.problem->text : QString()));
}

void FirstRun::moveToFreePort()
{
    m_step = Step::Waiting;
    m_moved = true;
    useNextFreePort(m_console, this, [this](const Result<quint16> &port) {
        if (!port)
            return fail(tr("The gateway's port is in use by another program, and no other one could be taken: %1").arg(port.error().text));
        emit said({Message::Level::Info,
                   tr("The gateway's port was in use by another program, so it now listens on port %1. Clients need the new address; the header shows it.").arg(*port),
                   {}, {}, 0});
        m_step = Step::Gateway;
        start();
    });
}

void FirstRun::start()
{
    m_asked = true;
    m_console.startGateway();
}

void FirstRun::finish()
{
    m_step = Step::Idle;
    if (m_console.state().attached)
        emit said({Message::Level::Info,
                   tr("Another program runs the gateway on these data, so the primary model cannot be broken from here. “understudy-cli serve --demo” breaks it there."), {}, {}, 0});
    else
        m_demo.setBroken(true);
    emit ready(m_keyId);
}

void FirstRun::fail(const QString &text)
{
    m_step = Step::Idle;
    emit said({Message::Level::Error, text, {}, {}, 0});
}

void FirstRun::removeDemo()
{
    QStringList ids;
    for (const GatewayKey &key : m_console.configuration().keys) {
        if (isDemoKey(key))
            ids.append(key.id);
    }
    if (ids.isEmpty())
        return;
    const Console::Change change = [](const Configuration &stored) -> Result<Configuration> {
        Configuration wanted = stored;
        wanted.keys.removeIf(isDemoKey);
        return wanted;
    };
    m_console.change(change, this, [this, ids](const Result<void> &changed) {
        if (!changed)
            return fail(tr("The demonstration could not be removed: %1").arg(changed.error().text));
        m_demo.setBroken(false);
        emit said({Message::Level::Success, tr("The demonstration was removed."), tr("Undo"), [this, ids] { restore(ids); }, Message::UndoMs});
    });
}

void FirstRun::restore(const QStringList &ids)
{
    m_console.deleted(this, [this, ids](const Result<QList<DeletedObject>> &deleted) {
        if (!deleted)
            return fail(tr("The demonstration could not be brought back: %1").arg(deleted.error().text));
        for (const DeletedObject &object : *deleted) {
            if (object.kind != DeletedObject::Kind::Key || !ids.contains(object.id))
                continue;
            m_console.restore(object, this, [this](const Result<void> &restored) {
                if (!restored)
                    fail(tr("The demonstration could not be brought back: %1").arg(restored.error().text));
            });
        }
    });
}

} // namespace understudy
