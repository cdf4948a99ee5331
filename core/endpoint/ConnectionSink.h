// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/ConnectionGuard.h"

#include <QPointer>

namespace understudy {

/// The ResponseSink of one request on one connection. May outlive the connection; then it does nothing.
/// The listener is never called from inside a call to the sink, and never after finish, abort, sendWhole or the sink's end.
class ConnectionSink final : public ResponseSink {
public:
    explicit ConnectionSink(ConnectionGuard *guard) : m_guard(guard) {}
    ~ConnectionSink() override;
    Q_DISABLE_COPY_MOVE(ConnectionSink)

    void setListener(SinkListener *listener) override { m_listener = listener; }
    void sendWhole(const WholeResponse &response) override;
    void begin(int status, const HttpHeaders &headers) override;
    void write(QByteArrayView bytes) override;
    void finish() override;
    void abort() override;
    qint64 backlog() const override;
    qint64 bytesWritten() const override { return m_written; }

    // For the guard.
    void detach() { m_guard = nullptr; }
    void count(qint64 bytes) { m_written += bytes; }
    SinkListener *listener() const { return m_listener; }

private:
    ConnectionGuard *m_guard; ///< nullptr: finished or the client is gone
    SinkListener *m_listener = nullptr;
    qint64 m_written = 0;
};

} // namespace understudy
