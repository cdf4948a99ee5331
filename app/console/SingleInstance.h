// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "storage/DataDirectory.h"

#include <QJsonObject>
#include <QLockFile>
#include <QObject>

#include <memory>

namespace understudy {

class ControlServer;

/// One console for each data directory and user. The first one takes the wishes of those that come later and end again. A lock file decides,
/// so neither a socket nor a lock that a killed process left is in the way.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    enum class Role {
        First,  ///< this process; wished() tells of later ones
        Second, ///< the first one has taken the wish: nothing is left to do
    };

    explicit SingleInstance(const DataDirectory &directory, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Once, after the application object was made. `wish` goes to the first one, if there is one: JSON, any members. May block for
    /// `patience` when the first one is just starting. Unavailable: it is there but does not answer.
    Result<Role> claim(const QJsonObject &wish, std::chrono::milliseconds patience = std::chrono::seconds(5));

signals:
    void wished(const QJsonObject &wish);

private:
    const QString m_address;
    QLockFile m_lock;
    std::unique_ptr<ControlServer> m_server;
};

} // namespace understudy
