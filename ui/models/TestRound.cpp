// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/TestRound.h"

#include "catalog/Catalogue.h"
#include "console/Console.h"

namespace understudy {

TestRound::TestRound(Console &console, TestMemory &tests, const QStringList &channels, QObject *parent)
    : QObject(parent), m_console(console), m_tests(tests), m_channels(channels)
{
}

TestRound::~TestRound() = default;

void TestRound::start() { next(); }

void TestRound::next()
{
    while (m_next < m_channels.size()) {
        const Channel *channel = m_console.configuration().channel(m_channels[m_next++]);
        const Provider *provider = channel ? m_console.catalogue().resolve(m_console.configuration(), channel->provider) : nullptr;
        if (!provider)
            continue;
        m_memo = {};
        m_test = m_console.testChannel(*channel, *provider, true);
        connect(m_test.get(), &ConnectionTest::stageDone, this, [this](const StageResult &result) {
            m_memo.took += result.took;
            if (result.state == StageState::Failed)
                m_memo.failedAt = result.stage;
        });
        connect(m_test.get(), &ConnectionTest::finished, this, [this, channel = *channel](bool passed) { ended(channel, passed); });
        emit progressed();
        return;
    }
    emit finished();
}

void TestRound::ended(const Channel &channel, bool passed)
{
    m_test.release()->deleteLater(); // we are inside one of its signals
    m_memo.when = QDateTime::currentDateTimeUtc();
    m_memo.passed = passed;
    m_tests.remember(channel.id, m_memo);
    if (passed) {
        ++m_passed;
        m_console.resetBreakers(channel.id);
    } else {
        m_failed.append(channel.name);
    }
    next();
}

} // namespace understudy
