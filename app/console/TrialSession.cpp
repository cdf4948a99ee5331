// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/TrialSession.h"

namespace understudy {

namespace {

constexpr int AskEvery = 250; // milliseconds
constexpr int MostQuestions = 40;

} // namespace

TrialSession::TrialSession(std::unique_ptr<TrialCall> call, const QString &refusal, bool elsewhere)
    : m_call(std::move(call)), m_refusal(refusal), m_elsewhere(elsewhere)
{
    m_again.setInterval(AskEvery);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (++m_asked >= MostQuestions)
            m_again.stop();
        emit wanted(m_exchangeId);
    });
    if (!m_call)
        return;
    connect(m_call.get(), &TrialCall::text, this, &TrialSession::text);
    connect(m_call.get(), &TrialCall::finished, this, &TrialSession::finish);
}

TrialSession::~TrialSession() = default;

void TrialSession::start()
{
    if (m_call) {
        m_call->start();
        return;
    }
    QMetaObject::invokeMethod(this, [this] {
        TrialResult result;
        result.error = m_refusal;
        finish(result);
    }, Qt::QueuedConnection);
}

void TrialSession::progress(const ExchangeProgress &step)
{
    if (m_told)
        return;
    if (step.step == ExchangeProgress::Step::AttemptBegan)
        emit attemptBegan(step.attempt);
    else
        emit attemptEnded(step.attempt);
}

void TrialSession::take(const ExchangeRecord &exchange)
{
    m_again.stop();
    if (!m_record)
        m_record = exchange;
    tellRecord();
}

void TrialSession::finish(const TrialResult &result)
{
    m_finished = true;
    m_exchangeId = result.exchangeId;
    emit finished(result);
    if (m_elsewhere && !m_exchangeId.isEmpty())
        m_again.start();
    tellRecord();
}

void TrialSession::tellRecord()
{
    if (!m_finished || !m_record || m_told)
        return;
    m_told = true;
    if (m_elsewhere) {
        for (const AttemptRecord &attempt : std::as_const(m_record->attempts)) {
            emit attemptBegan(attempt);
            emit attemptEnded(attempt);
        }
    }
    emit recorded(*m_record);
}

} // namespace understudy
