// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace understudy {

/// One block of an event stream: everything up to and with the blank line that ends it. The views are valid until the next
/// call of any function of the reader that gave them.
struct SseEvent {
    QByteArrayView raw; ///< the original bytes, with comments in the block and its blank line: forward it, or leave it out
    QByteArrayView data; ///< the data lines, joined by LF
    QByteArrayView type; ///< the last `event` field; empty = "message"
    bool hasData = false; ///< a block with at least one data line; false: comments, pings and blank lines only
};

/// Splits an event stream (WHATWG HTML, "Server-sent events") into its events without changing a byte: the `raw` of all
/// events and of the rest, in order, are the input. Line ends are LF, CRLF or CR, split anywhere; a byte order mark at the
/// start is skipped in parsing. When a block ends in a CR that is the last byte so far, the event is given at once and an
/// LF that follows becomes the first byte of the next `raw`.
///
/// Each byte is looked at once, however it was split; a stream of ordinary events allocates nothing after the first.
class SseReader {
public:
    static constexpr qsizetype MaxEvent = 10 * 1024 * 1024;

    explicit SseReader(qsizetype maxEvent = MaxEvent)
        : m_maxEvent(maxEvent)
    {
    }

    void feed(QByteArrayView bytes);

    /// The next whole event, or false: more bytes are needed, or failed().
    bool next(SseEvent &event);

    /// After the last byte: what is left without its blank line, read as an event (WHATWG would drop it, but providers end
    /// their streams with an unfinished `data: [DONE]`). False when nothing is left. Call it once, after next() said false.
    bool takeRest(SseEvent &event);

    /// Bytes that belong to no finished event yet.
    QByteArrayView rest() const { return QByteArrayView(m_buffer).sliced(m_start); }

    /// One event was larger than the maximum; nothing more is given.
    bool failed() const { return m_failed; }

private:
    bool nextLine(qsizetype &end, qsizetype &after);
    bool takeLine(qsizetype begin, qsizetype end);
    void give(SseEvent &event, qsizetype end);
    void compact();

    struct Range {
        qsizetype begin = 0;
        qsizetype size = 0;
    };

    QByteArray m_buffer;
    QByteArray m_joined; ///< data of several lines
    qsizetype m_maxEvent;
    qsizetype m_start = 0; ///< first byte of the block being read
    qsizetype m_line = 0; ///< first byte of the line being read
    qsizetype m_scanned = 0; ///< no CR in [m_line, m_scanned)
    qsizetype m_lf = -1; ///< next LF at or after m_line; the buffer's size: none so far; before m_line: unknown
    Range m_data;
    Range m_type;
    int m_dataLines = 0;
    bool m_atStart = true; ///< of the stream: a byte order mark may come
    bool m_skipLf = false; ///< the last line ended in a CR at the end of the bytes
    bool m_failed = false;
};

} // namespace understudy
