// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/TrialCall.h"

#include "base/JsonSpan.h"
#include "domain/ModelType.h"
#include "upstream/Addressing.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds ConnectTimeout{5000};
constexpr qsizetype Piece = 64 * 1024;

QByteArray chatBody(const TrialRequest &request)
{
    return "{\"model\":" + json::quoted(request.model) + ",\"messages\":[{\"role\":\"user\",\"content\":" + json::quoted(request.prompt) + "}]"
        + (request.stream ? ",\"stream\":true}" : "}");
}

QString reasoningOf(const json::Value &message)
{
    const QString text = message["reasoning_content"].toString();
    return text.isEmpty() ? message["reasoning"].toString() : text;
}

} // namespace

TrialCall::TrialCall(const TrialRequest &request, const QUrl &baseUrl, const Secret &key, const QString &requestId, Transport &transport)
    : m_request(request), m_transport(transport)
{
    m_upstream.url = endpointUrl(baseUrl, Api::ChatCompletions);
    m_upstream.headers = {{"Content-Type", "application/json"},
                          {"Accept", request.stream ? "text/event-stream" : "application/json"},
                          {"Authorization", "Bearer " + key.reveal()},
                          {"X-Request-Id", requestId.toLatin1()}};
    m_upstream.body = request.body.isEmpty() ? chatBody(request) : request.body;
    m_upstream.connectTimeout = ConnectTimeout;
    m_upstream.proxy.kind = ProxyChoice::Kind::None;
}

TrialCall::~TrialCall() = default;

void TrialCall::start()
{
    m_took.start();
    m_call = m_transport.start(m_upstream, *this);
}

void TrialCall::onHead(const UpstreamHead &head)
{
    m_result.httpStatus = head.status;
    m_result.exchangeId = QString::fromLatin1(headerValue(head.headers, "x-request-id").value_or(QByteArray()));
    m_events = headerValue(head.headers, "content-type").value_or(QByteArray()).startsWith("text/event-stream");
}

void TrialCall::onReadable()
{
    while (m_call->available() > 0) {
        const QByteArray bytes = m_call->read(Piece);
        if (m_events) {
            m_reader.feed(bytes);
            takeEvents();
        } else if (m_body.size() + bytes.size() <= LargestAnswer) {
            m_body += bytes;
        }
    }
    flush();
}

void TrialCall::takeEvents()
{
    SseEvent event;
    while (m_reader.next(event)) {
        if (event.hasData)
            takeEvent(event.data);
    }
}

void TrialCall::takeEvent(QByteArrayView data)
{
    if (data == "[DONE]") {
        m_done = true;
        return;
    }
    const json::Value chunk(data);
    if (const json::Value error = chunk["error"]; error.isObject()) {
        m_result.error = error["message"].toString();
        return;
    }
    chunk["choices"].elements([this](const json::Value &choice) {
        const json::Value delta = choice["delta"];
        say(reasoningOf(delta), true);
        say(delta["content"].toString(), false);
        return true;
    });
}

void TrialCall::takeWhole()
{
    const json::Value answer(m_body);
    if (m_result.httpStatus != 200) {
        m_result.error = answer["error"]["message"].toString();
        if (m_result.error.isEmpty())
            m_result.error = u"HTTP %1"_s.arg(m_result.httpStatus);
        return;
    }
    answer["choices"].elements([this](const json::Value &choice) {
        const json::Value message = choice["message"];
        say(reasoningOf(message), true);
        say(message["content"].toString(), false);
        m_done = true;
        return true;
    });
}

/// What came in one piece is told in one piece.
void TrialCall::say(const QString &text, bool reasoning)
{
    if (text.isEmpty())
        return;
    if (m_pendingReasoning != reasoning)
        flush();
    m_pendingReasoning = reasoning;
    m_pending += text;
}

void TrialCall::flush()
{
    if (!m_pending.isEmpty())
        emit text(std::exchange(m_pending, {}), m_pendingReasoning);
}

void TrialCall::onEnd(const TransportEnd &end)
{
    onReadable();
    if (m_events) {
        if (SseEvent event; m_reader.takeRest(event) && event.hasData)
            takeEvent(event.data);
    } else if (m_result.httpStatus != 0) {
        takeWhole();
    }
    flush();
    m_result.durationMs = m_took.elapsed();
    m_result.complete = m_result.httpStatus == 200 && m_result.error.isEmpty() && m_done;
    if (!m_result.complete && m_result.error.isEmpty())
        m_result.error = m_result.httpStatus == 0 ? u"The gateway cannot be reached: %1"_s.arg(end.detail) : u"The answer broke off."_s;
    emit finished(m_result);
}

} // namespace understudy
