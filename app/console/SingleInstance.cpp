// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SingleInstance.h"

#include "control/ControlAddress.h"
#include "control/ControlClient.h"
#include "control/ControlServer.h"

#include <QDeadlineTimer>

#include <thread>

namespace understudy {

using namespace Qt::StringLiterals;

SingleInstance::SingleInstance(const DataDirectory &directory, QObject *parent)
    : QObject(parent), m_address(consoleAddress(directory)), m_lock(directory.path() + "/console.lock"_L1)
{
    m_lock.setStaleLockTime(0); // only a dead process makes it stale
}

SingleInstance::~SingleInstance() { m_server.reset(); }

Result<SingleInstance::Role> SingleInstance::claim(const QJsonObject &wish, std::chrono::milliseconds patience)
{
    constexpr std::chrono::milliseconds pause{50};
    const QDeadlineTimer deadline(patience);
    while (!m_lock.tryLock(0)) {
        if (m_lock.error() != QLockFile::LockFailedError)
            return Role::First; // nowhere to write; the console itself will say so
        const Result<QJsonObject> taken = askOwner(m_address, wish, std::chrono::milliseconds(std::max<qint64>(deadline.remainingTime(), 1)));
        if (taken)
            return Role::Second;
        if (deadline.hasExpired() || taken.error().kind != ErrorKind::NotFound)
            return Error{ErrorKind::Unavailable, u"Understudy is running already on this data directory but does not answer. End it and try again."_s, {}};
        std::this_thread::sleep_for(pause); // it holds the lock and does not listen yet
    }
    m_server = std::make_unique<ControlServer>([this](const QJsonObject &asked) {
        // Queued, so that the answer leaves before windows are moved.
        QMetaObject::invokeMethod(this, [this, asked] { emit wished(asked); }, Qt::QueuedConnection);
        return QJsonObject{{u"ok"_s, true}};
    });
    (void)m_server->listen(m_address); // without it a later process waits in vain and says so
    return Role::First;
}

} // namespace understudy
