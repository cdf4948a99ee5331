// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "drill/FaultScript.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace understudy {

/// The failing candidates of one drill, on loopback: every place of the chain has a base URL of its own, behind which its fault
/// is played by raw bytes. Lives in one thread with an event loop; nothing blocks. Its end closes every connection.
class FaultServer final : public QObject {
public:
    static constexpr int MostConnections = 512;
    static constexpr qsizetype LargestHead = 64 * 1024;
    static constexpr qsizetype LargestBody = 4 * 1024 * 1024;

    /// `faults` by place; `slow` as in faultScript().
    FaultServer(const QList<DrillFault> &faults, Milliseconds slow);
    ~FaultServer() override;
    Q_DISABLE_COPY_MOVE(FaultServer)

    /// Takes free ports of 127.0.0.1. Unavailable: there are none.
    Result<void> listen();

    /// Where that place is found; without a listener or an address where the fault says so.
    QUrl baseUrl(int place) const;

private:
    class Connection;
    void accept();

    const QList<DrillFault> m_faults;
    const Milliseconds m_slow;
    QTcpSocket m_nobody; ///< holds a port on which nobody listens
    QTcpServer m_server;
};

} // namespace understudy
