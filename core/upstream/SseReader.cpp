// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/SseReader.h"

#include <cstring>

namespace understudy {

namespace {

constexpr qsizetype CompactFrom = 32 * 1024;

qsizetype find(const QByteArray &buffer, char wanted, qsizetype from, qsizetype to)
{
    if (from >= to)
        return to;
    const void *hit = std::memchr(buffer.constData() + from, wanted, size_t(to - from));
    return hit ? static_cast<const char *>(hit) - buffer.constData() : to;
}

} // namespace

void SseReader::feed(QByteArrayView bytes)
{
    if (m_failed || bytes.isEmpty())
        return;
    if (m_start == m_buffer.size() || m_start > CompactFrom)
        compact();
    const qsizetype before = m_buffer.size();
    m_buffer.append(bytes.data(), bytes.size());
    if (m_lf == before) // "none so far": look on in the new bytes only
        m_lf = find(m_buffer, '\n', before, m_buffer.size());
}

void SseReader::compact()
{
    const qsizetype gone = m_start;
    if (gone == m_buffer.size())
        m_buffer.resize(0); // keeps the memory for the next event
    else
        m_buffer.remove(0, gone);
    m_start = 0;
    m_line -= gone;
    m_scanned -= gone;
    m_lf = m_lf < gone ? -1 : m_lf - gone;
    m_data.begin -= gone;
    m_type.begin -= gone;
}

bool SseReader::nextLine(qsizetype &end, qsizetype &after)
{
    const qsizetype size = m_buffer.size();
    if (m_skipLf && m_line < size) {
        if (m_buffer.at(m_line) == '\n')
            m_scanned = ++m_line;
        m_skipLf = false;
    }
    // The next LF is remembered, so that a stream of CRs does not search the whole buffer once per line.
    if (m_lf < m_line)
        m_lf = find(m_buffer, '\n', m_line, size);
    const qsizetype cr = find(m_buffer, '\r', m_scanned, m_lf);
    if (cr == size) {
        m_scanned = size;
        return false;
    }
    end = cr;
    if (cr == m_lf) {
        after = cr + 1;
    } else if (cr + 1 < size) {
        after = m_buffer.at(cr + 1) == '\n' ? cr + 2 : cr + 1;
    } else {
        after = cr + 1;
        m_skipLf = true;
    }
    return true;
}

/// Whether the line is the blank one that ends a block.
bool SseReader::takeLine(qsizetype begin, qsizetype end)
{
    if (m_atStart) {
        m_atStart = false;
        if (end - begin >= 3 && std::memcmp(m_buffer.constData() + begin, "\xEF\xBB\xBF", 3) == 0)
            begin += 3;
    }
    if (begin == end)
        return true;
    const qsizetype colon = find(m_buffer, ':', begin, end);
    const auto name = QByteArrayView(m_buffer).sliced(begin, colon - begin);
    qsizetype value = qMin(colon + 1, end);
    if (value < end && m_buffer.at(value) == ' ')
        ++value;
    if (name == "data") {
        if (m_dataLines == 1)
            m_joined = m_buffer.mid(m_data.begin, m_data.size);
        if (m_dataLines++ > 0)
            m_joined.append('\n').append(m_buffer.constData() + value, end - value);
        else
            m_data = {value, end - value};
    } else if (name == "event") {
        m_type = {value, end - value};
    }
    return false;
}

void SseReader::give(SseEvent &event, qsizetype end)
{
    const QByteArrayView all(m_buffer);
    event.raw = all.sliced(m_start, end - m_start);
    event.hasData = m_dataLines > 0;
    if (m_dataLines > 1)
        event.data = m_joined;
    else
        event.data = m_dataLines == 1 ? all.sliced(m_data.begin, m_data.size) : QByteArrayView();
    event.type = m_type.size > 0 ? all.sliced(m_type.begin, m_type.size) : QByteArrayView();
    m_start = m_line = m_scanned = end;
    m_data = m_type = {end, 0};
    m_dataLines = 0;
}

bool SseReader::next(SseEvent &event)
{
    qsizetype end = 0;
    qsizetype after = 0;
    while (!m_failed && nextLine(end, after)) {
        const qsizetype begin = m_line;
        m_line = m_scanned = after;
        const bool blank = takeLine(begin, end);
        if (after - m_start > m_maxEvent)
            break;
        if (blank) {
            give(event, after);
            return true;
        }
    }
    const qsizetype seen = qMax(m_line, m_scanned);
    m_failed = m_failed || seen - m_start > m_maxEvent;
    return false;
}

bool SseReader::takeRest(SseEvent &event)
{
    if (m_failed || m_start == m_buffer.size())
        return false;
    if (m_line < m_buffer.size())
        takeLine(m_line, m_buffer.size());
    give(event, m_buffer.size());
    return true;
}

} // namespace understudy
