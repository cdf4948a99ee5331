// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upstream/QnamTransport.h"

#include <QNetworkReply>

namespace understudy {

class BodyDevice;

/// One request on QNetworkAccessManager. Used by QnamTransport only.
class QnamCall final : public QObject, public UpstreamCall {
public:
    QnamCall(QnamTransport &transport, QnamTransport::Pool &pool, ConnectionGroups::Place place, UpstreamListener &listener);
    ~QnamCall() override;
    Q_DISABLE_COPY_MOVE(QnamCall)

    /// `bounded`: hold back a provider that is faster than the reader.
    void run(QNetworkReply *reply, BodyDevice *body, bool bounded);

    QByteArray read(qint64 maximum) override;
    qint64 available() const override;

    /// The connect timeout is over: aborts, and tells the listener.
    void connectTimedOut();

    MonotonicTime connectDeadline {};
    int connectingIndex = -1; ///< place in the transport's list; -1 = not in it

private:
    template <typename F> bool tell(F &&callback);
    bool noteSent();
    bool takeHead();
    void onReadable();
    void onFinished();
    void end(TransportEnd end);
    void close();
    bool mayBeSent(TransportFault found) const;
    TransportFault fault(QNetworkReply::NetworkError error) const;

    QnamTransport &m_transport;
    QnamTransport::Pool &m_pool;
    ConnectionGroups::Place m_place;
    UpstreamListener &m_listener;
    QNetworkReply *m_reply = nullptr;
    bool *m_destroyed = nullptr; ///< set while a callback runs; the listener may destroy the call in it
    bool m_bodyless = false;
    bool m_bounded = true;
    qint64 m_taken = 0; ///< bytes that were read
    bool m_newConnection = false;
    bool m_sent = false;
    bool m_headSeen = false;
    bool m_redirected = false;
    bool m_finished = false; ///< the reply is whole; the end is told when all was read
    bool m_closed = false; ///< its place is free again
    bool m_ended = false;
};

} // namespace understudy
