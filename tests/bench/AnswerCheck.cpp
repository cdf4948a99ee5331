// SPDX-License-Identifier: GPL-3.0-or-later
#include "AnswerCheck.h"

namespace understudy::bench {

void AnswerCheck::begin(std::string nonce, std::string digest)
{
    m_nonce = std::move(nonce);
    m_digest = std::move(digest);
    m_status = m_chunks = 0;
    m_finished = m_done = false;
    m_streamProblem = nullptr;
    m_text.clear();
}

void AnswerCheck::body(std::string_view piece)
{
    m_text.append(piece);
    if (!m_script.isStream() || m_status != 200)
        return;
    std::size_t begin = 0;
    for (std::size_t end; (end = m_text.find("\n\n", begin)) != m_text.npos; begin = end + 2)
        takeEvent(std::string_view(m_text).substr(begin, end - begin));
    m_text.erase(0, begin);
}

void AnswerCheck::takeEvent(std::string_view event)
{
    if (event == "data: [DONE]") {
        m_done = true;
    } else if (event.find(R"("error")") != event.npos) {
        m_streamProblem = "error event";
    } else if (const auto content = stringMember(event, R"("content")")) {
        const auto chunk = readChunk(*content, m_nonce);
        if (!chunk)
            m_streamProblem = "foreign chunk";
        else if (chunk->index != m_chunks || m_finished)
            m_streamProblem = "chunks missing or out of order";
        else
            m_chunk(chunk->written);
        ++m_chunks;
    } else if (event.find(R"("finish_reason":"stop")") != event.npos) {
        m_finished = true;
    } else if (event.find(R"("usage":{)") != event.npos) {
        m_streamProblem = "usage that was not asked for";
    }
}

std::string AnswerCheck::problem() const
{
    if (m_status != 200)
        return "status " + std::to_string(m_status);
    if (m_script.isStream()) {
        if (m_streamProblem)
            return m_streamProblem;
        return m_chunks == m_script.chunks && m_finished && m_done && m_text.empty() ? "" : "incomplete stream";
    }
    if (stringMember(m_text, R"("content")") != answerContent(m_nonce, m_digest, m_script.bytes))
        return "wrong content";
    return m_text.find(R"("finish_reason":"stop")") != m_text.npos && m_text.ends_with("}") ? "" : "incomplete answer";
}

} // namespace understudy::bench
