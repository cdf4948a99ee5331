// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerQueue.h"

#include <utility>

namespace understudy {

namespace {

qint64 weigh(const ExchangeRecord &exchange)
{
    qint64 bytes = qint64(sizeof(ExchangeRecord)) + 400 + exchange.requestContent.size() + exchange.answerContent.size();
    for (const AttemptRecord &attempt : exchange.attempts)
        bytes += qint64(sizeof(AttemptRecord)) + 150 + attempt.message.size() * 2;
    return bytes + exchange.skipped.size() * qint64(sizeof(SkippedCandidate) + 100);
}

} // namespace

void LedgerQueue::Batch::clear()
{
    exchanges.clear();
    bytes = 0;
}

bool LedgerQueue::add(ExchangeRecord &&exchange)
{
    const qint64 bytes = weigh(exchange);
    if (m_queued >= m_limits.most || m_bytes + bytes > m_limits.mostBytes)
        return false;
    m_filling.exchanges.push_back(std::move(exchange));
    m_filling.bytes += bytes;
    ++m_queued;
    m_bytes += bytes;
    if (m_filling.exchanges.size() >= m_limits.batch)
        m_full.push_back(std::exchange(m_filling, {}));
    return true;
}

void LedgerQueue::take(Batch &into)
{
    if (m_full.empty())
        return std::swap(into, m_filling);
    into = std::move(m_full.front());
    m_full.pop_front();
}

void LedgerQueue::settle(qint64 exchanges, qint64 bytes)
{
    m_queued -= exchanges;
    m_bytes -= bytes;
}

} // namespace understudy
