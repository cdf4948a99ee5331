// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dialogue.h"

#include <functional>

namespace understudy::bench {

// Reads one answer and says whether it is all that the provider wrote for this prompt, no more and no less.
class AnswerCheck final {
public:
    // `chunk` is called for each chunk of a stream that carries content, with the time when the provider wrote it.
    AnswerCheck(Script script, std::function<void(Nanoseconds written)> chunk)
        : m_script(script)
        , m_chunk(std::move(chunk))
    {
    }

    void begin(std::string nonce, std::string digest);
    void head(int status) { m_status = status; }
    void body(std::string_view piece);
    // A short word for what is wrong, or nothing: complete and right.
    std::string problem() const;

private:
    void takeEvent(std::string_view event);

    Script m_script;
    std::function<void(Nanoseconds)> m_chunk;
    std::string m_nonce;
    std::string m_digest;
    int m_status = 0;
    std::string m_text; // the body, of a stream the event that is not complete yet

    int m_chunks = 0;
    bool m_finished = false;
    bool m_done = false;
    const char *m_streamProblem = nullptr;
};

} // namespace understudy::bench
