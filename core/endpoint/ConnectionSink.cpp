// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/ConnectionSink.h"

namespace understudy {

ConnectionSink::~ConnectionSink()
{
    if (ConnectionGuard *guard = std::exchange(m_guard, nullptr))
        guard->sinkDropped();
}

void ConnectionSink::sendWhole(const WholeResponse &response)
{
    if (m_guard)
        m_guard->sendWhole(response);
}

void ConnectionSink::begin(int status, const HttpHeaders &headers)
{
    if (m_guard)
        m_guard->begin(status, headers);
}

void ConnectionSink::write(QByteArrayView bytes)
{
    if (m_guard && !bytes.isEmpty())
        m_guard->write(bytes);
}

void ConnectionSink::finish()
{
    if (m_guard)
        m_guard->finish();
}

void ConnectionSink::abort()
{
    if (m_guard)
        m_guard->abort();
}

qint64 ConnectionSink::backlog() const { return m_guard ? m_guard->backlog() : 0; }

} // namespace understudy
