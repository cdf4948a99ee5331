// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Secret.h"
#include "domain/ModelType.h"
#include "upstream/SseReader.h"
#include "upstream/Transport.h"

#include <QElapsedTimer>
#include <QObject>

#include <optional>

namespace understudy {

/// What the client of a drilled request saw.
struct DrillSight {
    int httpStatus = 0; ///< 0 = none came
    bool complete = false; ///< a 200, whole; streamed: with its end mark and without an error event
    QString error; ///< what it was told when not complete
    qint64 durationMs = 0;
    std::optional<qint64> firstOutputMs; ///< streamed answers only
    bool operator==(const DrillSight &) const = default;
};

/// What is asked, as any client would write it.
struct DrillQuestion {
    Api api = Api::ChatCompletions;
    bool stream = true;
    QString prompt;
    QByteArray requestId; ///< goes as x-request-id
};

/// One request to the drill's gateway over real HTTP. start() once, then ended() once, from the event loop. Destroying it closes
/// the connection, as a client that leaves does.
class DrillCall final : public QObject, private UpstreamListener {
    Q_OBJECT

public:
    static constexpr qsizetype LargestAnswer = 8 * 1024 * 1024; ///< of an answer that is not streamed; the rest is not looked at

    /// `transport` outlives the call.
    DrillCall(const DrillQuestion &question, const QUrl &baseUrl, const Secret &key, Transport &transport);
    ~DrillCall() override;
    Q_DISABLE_COPY_MOVE(DrillCall)

    void start();

signals:
    void ended(const understudy::DrillSight &sight);

private:
    void onConnected() override { }
    void onHead(const UpstreamHead &head) override;
    void onReadable() override;
    void onEnd(const TransportEnd &end) override;

    void takeEvent(QByteArrayView data);
    void takeWhole();

    const DrillQuestion m_question;
    Transport &m_transport;
    UpstreamRequest m_upstream;
    std::unique_ptr<UpstreamCall> m_call;
    QElapsedTimer m_took;
    DrillSight m_sight;
    bool m_events = false;
    bool m_whole = false; ///< the end mark has come, or a body that is an answer
    SseReader m_reader;
    QByteArray m_body;
};

} // namespace understudy
