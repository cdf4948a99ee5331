// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <QHostAddress>
#include <QStringList>

namespace understudy {

/// Limits and lists of the endpoint (SEMANTICS §8, §9). Every duration may be 1 ms, so that tests are quick.
struct EndpointSettings {
    qint64 maxBodyBytes = 64 * 1024 * 1024;
    qint64 maxBufferedBytes = 512 * 1024 * 1024; ///< for the whole process; see BodyBudget
    int maxHeaderBytes = 64 * 1024;
    int maxTargetBytes = 8 * 1024;
    Milliseconds headerTimeout{10000};   ///< from the first byte (or the connection) to the end of the head
    Milliseconds bodyTimeout{30000};     ///< longest time for the next 64 KiB of a body, or its end
    Milliseconds keepAlive{75000};       ///< longest time between two requests
    Milliseconds writeStall{60000};      ///< longest time that a client takes nothing while something waits for it
    Milliseconds linger{2000};           ///< longest wait for the client's close after our last byte
    int maxConnections = 4096;           ///< total; the Acceptor counts
    QHostAddress boundAddress = QHostAddress(QHostAddress::LocalHost);
    QStringList allowedHosts;   ///< names (or name:port) beside the loopback names and this machine's addresses
    QStringList allowedOrigins; ///< "https://app.example", or "*" for every origin
};

} // namespace understudy
