// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/DrillCall.h"

#include "base/JsonSpan.h"
#include "upstream/Addressing.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds ConnectTimeout {5000};
constexpr qsizetype Piece = 64 * 1024;

QByteArray bodyOf(const DrillQuestion &question)
{
    const QByteArray prompt = json::quoted(question.prompt);
    const QByteArray begin = "{\"model\":\"auto\",";
    switch (question.api) {
    case Api::Embeddings:
        return begin + "\"input\":" + prompt + '}';
    case Api::ImageGenerations:
        return begin + "\"prompt\":" + prompt + '}';
    case Api::AudioSpeech:
        return begin + "\"input\":" + prompt + ",\"voice\":\"alloy\"}";
    case Api::Rerank:
        return begin + "\"query\":" + prompt + ",\"documents\":[\"one\",\"two\"]}";
    default:
        break;
    }
    return begin + "\"messages\":[{\"role\":\"user\",\"content\":" + prompt + "}]"
        + (question.stream ? ",\"stream\":true}" : "}");
}

} // namespace

DrillCall::DrillCall(const DrillQuestion &question, const QUrl &baseUrl, const Secret &key, Transport &transport)
    : m_question(question)
    , m_transport(transport)
{
    m_upstream.url = endpointUrl(baseUrl, question.api);
    m_upstream.headers = {{"Content-Type", "application/json"},
                          {"Accept", question.stream ? "text/event-stream" : "application/json"},
                          {"Authorization", "Bearer " + key.reveal()},
                          {"X-Request-Id", question.requestId}};
    m_upstream.body = bodyOf(question);
    m_upstream.connectTimeout = ConnectTimeout;
    m_upstream.proxy.kind = ProxyChoice::Kind::None;
}

DrillCall::~DrillCall() = default;

void DrillCall::start()
{
    m_took.start();
    m_call = m_transport.start(m_upstream, *this);
}

void DrillCall::onHead(const UpstreamHead &head)
{
    m_sight.httpStatus = head.status;
    m_events = headerValue(head.headers, "content-type").value_or(QByteArray()).startsWith("text/event-stream");
}

void DrillCall::onReadable()
{
    while (m_call->available() > 0) {
        const QByteArray bytes = m_call->read(Piece);
        if (!m_events) {
            m_body += bytes.first(std::min(bytes.size(), LargestAnswer - m_body.size()));
            continue;
        }
        if (!m_sight.firstOutputMs)
            m_sight.firstOutputMs = m_took.elapsed(); // the gateway keeps everything back until there is an output
        m_reader.feed(bytes);
        for (SseEvent event; m_reader.next(event);) {
            if (event.hasData)
                takeEvent(event.data);
        }
    }
}

void DrillCall::takeEvent(QByteArrayView data)
{
    if (data == "[DONE]")
        m_whole = true;
    else if (const json::Value error = json::Value(data)["error"]; error.isObject())
        m_sight.error = error["message"].toString();
}

void DrillCall::takeWhole()
{
    if (m_sight.httpStatus == 200) {
        const char *member = traits(m_question.api).answerMember;
        m_whole = !m_body.isEmpty() && (!member || !json::Value(m_body)[member].isMissing());
        return;
    }
    m_sight.error = json::Value(m_body)["error"]["message"].toString();
    if (m_sight.error.isEmpty())
        m_sight.error = u"HTTP %1"_s.arg(m_sight.httpStatus);
}

void DrillCall::onEnd(const TransportEnd &end)
{
    onReadable();
    m_sight.durationMs = m_took.elapsed();
    if (m_events) {
        if (SseEvent event; m_reader.takeRest(event) && event.hasData)
            takeEvent(event.data);
    } else if (m_sight.httpStatus != 0) {
        takeWhole();
    }
    m_sight.complete = m_sight.httpStatus == 200 && m_sight.error.isEmpty() && m_whole;
    if (!m_sight.complete && m_sight.error.isEmpty())
        m_sight.error =
            m_sight.httpStatus == 0 ? u"The drill's gateway cannot be reached: %1"_s.arg(end.detail) : u"The answer broke off."_s;
    emit ended(m_sight);
}

} // namespace understudy
