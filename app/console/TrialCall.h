// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Secret.h"
#include "console/TrialRun.h"
#include "upstream/SseReader.h"
#include "upstream/Transport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QUrl>

#include <memory>

namespace understudy {

/// One chat request to the gateway over HTTP, as any client sends it. start() once; then text() as it arrives and finished() once,
/// never from inside start(). Destroying it closes the connection.
class TrialCall final : public QObject, private UpstreamListener {
    Q_OBJECT

public:
    static constexpr qsizetype LargestAnswer = 8 * 1024 * 1024; ///< bytes of an answer that is not streamed

    /// `transport` outlives the call. `requestId` goes as x-request-id, so that the gateway tells of it.
    TrialCall(const TrialRequest &request, const QUrl &baseUrl, const Secret &key, const QString &requestId, Transport &transport);
    ~TrialCall() override;
    Q_DISABLE_COPY_MOVE(TrialCall)

    void start();

signals:
    void text(const QString &delta, bool reasoning);
    void finished(const understudy::TrialResult &result);

private:
    void onConnected() override { }
    void onHead(const UpstreamHead &head) override;
    void onReadable() override;
    void onEnd(const TransportEnd &end) override;

    void takeEvents();
    void takeEvent(QByteArrayView data);
    void takeWhole();
    void say(const QString &text, bool reasoning);
    void flush();

    const TrialRequest m_request;
    Transport &m_transport;
    UpstreamRequest m_upstream;
    std::unique_ptr<UpstreamCall> m_call;
    QElapsedTimer m_took;
    TrialResult m_result;
    bool m_events = false;
    bool m_done = false; ///< the stream's own end mark has come
    SseReader m_reader;
    QByteArray m_body;
    QString m_pending; ///< text of one kind that is not told yet
    bool m_pendingReasoning = false;
};

} // namespace understudy
