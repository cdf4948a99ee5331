// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/ChannelJobs.h"
#include "domain/Channel.h"
#include "preferences/TestMemory.h"

#include <QObject>

#include <memory>

namespace understudy {

class Console;

/// Tests channels one after the other and remembers how each went. Destroying it cancels.
class TestRound final : public QObject {
    Q_OBJECT

public:
    /// Both outlive it. Channels that are gone when their turn comes are passed over.
    TestRound(Console &console, TestMemory &tests, const QStringList &channels, QObject *parent = nullptr);
    ~TestRound() override;

    void start();
    int total() const { return int(m_channels.size()); }
    int done() const { return m_next > 0 && m_test ? m_next - 1 : m_next; }
    int passed() const { return m_passed; }
    QStringList failed() const { return m_failed; } ///< names of channels

signals:
    void progressed();
    void finished(); ///< once

private:
    void next();
    void ended(const Channel &channel, bool passed);

    Console &m_console;
    TestMemory &m_tests;
    QStringList m_channels;
    int m_next = 0;
    int m_passed = 0;
    QStringList m_failed;
    TestMemo m_memo;
    std::unique_ptr<ConnectionTest> m_test;
};

} // namespace understudy
