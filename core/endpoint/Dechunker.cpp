// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/Dechunker.h"

#include "base/FieldGrammar.h"

namespace understudy {

namespace {
constexpr int MaxSizeDigits = 15; // fits into 63 bits

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}
} // namespace

Dechunker::State Dechunker::feed(QByteArrayView bytes, QByteArray &body, qsizetype &used)
{
    used = 0;
    while (used < bytes.size() && m_step != Step::Done) {
        if (m_step == Step::Data) {
            const qsizetype part = qsizetype(std::min<qint64>(m_chunk, bytes.size() - used));
            body.append(bytes.sliced(used, part));
            used += part;
            m_bodyBytes += part;
            m_chunk -= part;
            if (m_chunk == 0)
                m_step = Step::DataCr;
            continue;
        }
        const State state = one(bytes[used]);
        if (state != State::More)
            return state;
        ++used;
    }
    return m_step == Step::Done ? State::Done : State::More;
}

Dechunker::State Dechunker::one(char c)
{
    const auto expect = [&](char wanted, Step next) {
        m_step = next;
        return c == wanted ? State::More : State::Malformed;
    };
    switch (m_step) {
    case Step::Size: return sizeChar(c);
    case Step::Extension:
        if (c == '\r')
            m_step = Step::SizeEnd;
        else if (!overhead(c))
            return State::Malformed;
        return State::More;
    case Step::SizeEnd:
        m_line = 0;
        if (m_chunk > m_maxBody - m_bodyBytes)
            return c == '\n' ? State::TooLarge : State::Malformed;
        return expect('\n', m_chunk == 0 ? Step::TrailerStart : Step::Data);
    case Step::DataCr: return expect('\r', Step::DataLf);
    case Step::DataLf:
        m_line = 0;
        return expect('\n', Step::Size);
    case Step::TrailerStart:
        if (c == '\r') {
            m_step = Step::LastLf;
            return State::More;
        }
        m_line = 0;
        m_trailerName = true;
        m_step = Step::Trailer;
        return overhead(c) && isTokenChar(c) ? State::More : State::Malformed;
    case Step::Trailer:
        if (c == '\r') {
            m_step = Step::TrailerEnd;
            return m_trailerName ? State::Malformed : State::More;
        }
        if (!overhead(c) || (m_trailerName && c != ':' && !isTokenChar(c)))
            return State::Malformed;
        m_trailerName = m_trailerName && c != ':';
        return State::More;
    case Step::TrailerEnd: return expect('\n', Step::TrailerStart);
    case Step::LastLf: return expect('\n', Step::Done);
    case Step::Data:
    case Step::Done: break;
    }
    return State::More;
}

Dechunker::State Dechunker::sizeChar(char c)
{
    if (const int digit = hexDigit(c); digit >= 0) {
        if (++m_line > MaxSizeDigits)
            return State::Malformed;
        m_chunk = m_chunk * 16 + digit;
        return State::More;
    }
    if (m_line == 0 || (c != ';' && c != '\r'))
        return State::Malformed;
    m_step = c == ';' ? Step::Extension : Step::SizeEnd;
    return State::More;
}

bool Dechunker::overhead(char c)
{
    return ++m_line <= MaxLineBytes && ++m_overhead <= MaxOverheadBytes && isFieldValueChar(c);
}

} // namespace understudy
