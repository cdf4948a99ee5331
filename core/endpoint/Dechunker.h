// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace understudy {

/// Takes the chunked framing off a request body, strictly (RFC 9112 §7.1): sizes are 1 to 15 hexadecimal digits and nothing
/// else, lines end with CRLF, extensions and trailers are skipped but bounded. Pure; never holds data.
class Dechunker final {
public:
    static constexpr int MaxLineBytes = 1024;            ///< a size with its extensions, or one trailer line
    static constexpr qint64 MaxOverheadBytes = 16 * 1024; ///< all extensions and trailers of a body

    enum class State { More, Done, Malformed, TooLarge };

    explicit Dechunker(qint64 maxBodyBytes) : m_maxBody(maxBodyBytes) {}

    /// Reads from `bytes`, appends the body to `body` and says how many bytes it used: all, or up to the end of the message,
    /// or up to the error.
    State feed(QByteArrayView bytes, QByteArray &body, qsizetype &used);

    qint64 bodyBytes() const { return m_bodyBytes; }

private:
    enum class Step { Size, Extension, SizeEnd, Data, DataCr, DataLf, TrailerStart, Trailer, TrailerEnd, LastLf, Done };

    State one(char c);
    State sizeChar(char c);
    bool overhead(char c);

    const qint64 m_maxBody;
    qint64 m_bodyBytes = 0;
    qint64 m_chunk = 0; ///< left of the current chunk
    qint64 m_overhead = 0;
    int m_line = 0;
    bool m_trailerName = true; ///< before the colon of a trailer line
    Step m_step = Step::Size;
};

} // namespace understudy
