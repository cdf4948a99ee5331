// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/SimulatedTransport.h"

#include "base/JsonSpan.h"
#include "gateway/SimulatedAnswer.h"

#include <QBasicTimer>
#include <QObject>
#include <QTimerEvent>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int PiecesBeforeReset = 3;

/// Plays one answer, piece by piece, from the event loop.
class SimulatedCall final : public QObject, public UpstreamCall {
public:
    SimulatedCall(SimulatedAnswer answer, SimulatedFault fault, Milliseconds pace, UpstreamListener &listener)
        : m_answer(std::move(answer)), m_fault(fault), m_pace(pace), m_listener(listener)
    {
        if (m_fault.kind == SimulatedFault::Kind::ResetStream)
            cutAnswer();
        if (m_fault.kind != SimulatedFault::Kind::Hang)
            m_timer.start(0, this);
    }

    QByteArray read(qint64 maximum) override
    {
        if (m_buffer.size() <= maximum)
            return std::exchange(m_buffer, {});
        const QByteArray bytes = m_buffer.first(maximum);
        m_buffer.remove(0, maximum);
        return bytes;
    }
    qint64 available() const override { return m_buffer.size(); }

private:
    void cutAnswer()
    {
        if (m_answer.pieces.size() == 1)
            m_answer.pieces[0].truncate(m_answer.pieces[0].size() / 2);
        else if (m_answer.pieces.size() > PiecesBeforeReset)
            m_answer.pieces.resize(PiecesBeforeReset);
    }

    void timerEvent(QTimerEvent *) override
    {
        if (m_fault.kind == SimulatedFault::Kind::Refused) {
            end({TransportFault::Refused, false, u"Connection refused"_s});
            return;
        }
        if (!m_headSent) {
            m_headSent = true;
            if (m_pace > Milliseconds{0})
                m_timer.start(int(m_pace.count()), this);
            m_listener.onHead({m_answer.status, {{"content-type", m_answer.contentType}}}); // may destroy this
            return;
        }
        if (m_next < m_answer.pieces.size()) {
            m_buffer += m_answer.pieces[m_next++];
            m_listener.onReadable(); // may destroy this
            return;
        }
        if (!m_buffer.isEmpty())
            return; // the reader is slow; the end comes after the last byte
        if (m_fault.kind == SimulatedFault::Kind::ResetStream)
            end({TransportFault::Closed, true, u"Connection reset by peer"_s});
        else
            end({TransportFault::None, true, {}});
    }

    void end(const TransportEnd &end)
    {
        m_timer.stop();
        m_listener.onEnd(end); // may destroy this
    }

    SimulatedAnswer m_answer;
    const SimulatedFault m_fault;
    const Milliseconds m_pace;
    UpstreamListener &m_listener;
    QBasicTimer m_timer;
    QByteArray m_buffer;
    qsizetype m_next = 0;
    bool m_headSent = false;
};

} // namespace

const QUrl &SimulatedTransport::baseUrl()
{
    static const QUrl url(u"builtin://demo/v1"_s);
    return url;
}

std::unique_ptr<UpstreamCall> SimulatedTransport::start(const UpstreamRequest &request, UpstreamListener &listener)
{
    const QByteArray path = request.url.path().toUtf8().sliced(baseUrl().path().size());
    const Api api = apiFromPath(path).value_or(Api::Moderations); // an unknown path is answered like one that we do not serve
    const qint64 now = std::chrono::duration_cast<std::chrono::seconds>(m_clock.wall().time_since_epoch()).count();
    const SimulatedFault fault = m_faults.next(json::Value(request.body)["model"].toString());
    SimulatedAnswer answer = fault.kind == SimulatedFault::Kind::Status
        ? simulatedError(fault.status, "simulated_fault", u"This simulated model is set to fail with status %1."_s.arg(fault.status))
        : simulate(m_demo, api, request.body, now);
    return std::make_unique<SimulatedCall>(std::move(answer), fault, m_pace, listener);
}

} // namespace understudy
