// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RawHttpClient.h"

#include <QHostAddress>
#include <QTest>

namespace understudy::test {

Dechunked dechunk(QByteArrayView bytes)
{
    Dechunked result;
    for (;;) {
        const qsizetype lineEnd = bytes.indexOf("\r\n");
        if (lineEnd < 0)
            return result;
        bool valid = false;
        const QByteArray size = bytes.first(lineEnd).toByteArray().split(';').first().trimmed();
        const qint64 length = size.toLongLong(&valid, 16);
        if (!valid || length < 0)
            return result;
        bytes = bytes.sliced(lineEnd + 2);
        if (length == 0) {
            const qsizetype end = bytes.startsWith("\r\n") ? 0 : bytes.indexOf("\r\n\r\n");
            if (end < 0)
                return result;
            result.complete = true;
            result.rest = bytes.sliced(end == 0 ? 2 : end + 4).toByteArray();
            return result;
        }
        result.body += bytes.first(qMin(length, bytes.size()));
        if (bytes.size() < length + 2)
            return result;
        bytes = bytes.sliced(length + 2);
    }
}

RawAnswer parseAnswer(QByteArrayView bytes, bool closed)
{
    RawAnswer answer;
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return answer;
    const QList<QByteArray> lines = bytes.first(headEnd).toByteArray().split('\n');
    answer.status = lines.first().mid(9, 3).toInt();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        answer.headers.append({lines[i].left(colon).trimmed(), lines[i].mid(colon + 1).trimmed()});
    }
    const QByteArrayView body = bytes.sliced(headEnd + 4);
    if (headerValue(answer.headers, "transfer-encoding")) {
        const Dechunked chunks = dechunk(body);
        answer.body = chunks.body;
        answer.complete = chunks.complete;
    } else if (const auto length = headerValue(answer.headers, "content-length")) {
        answer.body = body.first(qMin(body.size(), length->toLongLong())).toByteArray();
        answer.complete = body.size() >= length->toLongLong();
    } else {
        answer.body = body.toByteArray();
        answer.complete = closed || answer.status == 204 || answer.status == 304;
    }
    return answer;
}

bool RawHttpClient::connectTo(quint16 port, int timeoutMs)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return waitConnected(timeoutMs);
}

bool RawHttpClient::waitConnected(int timeoutMs)
{
    const bool connected = QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }, timeoutMs);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1); // else the second of two pieces waits 40 ms for the first one's ACK
    return connected;
}

RawAnswer RawHttpClient::receive(int timeoutMs)
{
    RawAnswer answer;
    (void)QTest::qWaitFor(
        [&] {
            collect();
            const bool closed = m_socket.state() == QAbstractSocket::UnconnectedState;
            answer = parseAnswer(m_received, closed);
            return answer.complete || closed;
        },
        timeoutMs);
    // Whatever follows (an answer to a pipelined request) stays for the next call.
    const qsizetype headEnd = m_received.indexOf("\r\n\r\n");
    if (answer.complete && headerValue(answer.headers, "transfer-encoding"))
        m_received = dechunk(QByteArrayView(m_received).sliced(headEnd + 4)).rest;
    else
        m_received.remove(0, headEnd < 0 ? m_received.size() : headEnd + 4 + answer.body.size());
    return answer;
}

bool RawHttpClient::waitFor(QByteArrayView text, int timeoutMs)
{
    return QTest::qWaitFor(
        [&] {
            collect();
            return m_received.contains(text);
        },
        timeoutMs);
}

bool RawHttpClient::waitClosed(int timeoutMs)
{
    return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, timeoutMs);
}

} // namespace understudy::test
