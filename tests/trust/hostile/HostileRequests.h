// SPDX-License-Identifier: GPL-3.0-or-later
// The requests that mean harm, and the words they are written in.
#pragma once

#include "integration/GatewayBench.h"

namespace understudy::test {

inline const QByteArray Host = "Host: 127.0.0.1\r\n", Key = "Authorization: Bearer " + GatewayBench::secret + "\r\n", Json = "Content-Type: application/json\r\n",
                 Chunked = "Transfer-Encoding: chunked\r\n", Chat = R"({"model":"m1","messages":[{"role":"user","content":"row"}]})",
                 ChatPath = "/v1/chat/completions", Health = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                 Last = "0\r\n\r\n";
inline const QString EvilModel = u"m\r\nx-evil: 1\r\n\r\n\u5bb6\""_s; // a configuration would refuse it; the wire must bear it all the same

inline QByteArray number(qint64 value) { return QByteArray::number(value); }
inline QByteArray length(const QByteArray &body) { return "Content-Length: " + number(body.size()) + "\r\n"; }
inline QByteArray chunk(const QByteArray &body) { return QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n"; }
/// A request whose fields are all given but Host and key.
inline QByteArray ask(const QByteArray &line, const QByteArray &fields = {}, const QByteArray &body = {})
{
    return line + "\r\n" + Host + Key + fields + "\r\n" + body;
}
inline QByteArray post(const QByteArray &fields, const QByteArray &body, const QByteArray &target = ChatPath)
{
    return ask("POST " + target + " HTTP/1.1", Json + fields, body);
}
inline QByteArray whole(const QByteArray &body, const QByteArray &more = {}) { return post(length(body) + more, body); }
inline QByteArray get(const QByteArray &target, const QByteArray &more = {}) { return ask("GET " + target + " HTTP/1.1", more); }
/// The whole head is given but its Host.
inline QByteArray headed(const QByteArray &fields, const QByteArray &body = Chat)
{
    return "POST " + ChatPath + " HTTP/1.1\r\n" + fields + Json + length(body) + "\r\n" + body;
}
inline QByteArray chatOf(const QByteArray &content) { return QByteArray(Chat).replace("row", content); }
/// A second request that would reach the provider if anybody took it for one.
inline QByteArray smuggled() { return whole(chatOf("smuggled")); }
inline QByteArray nested(const QByteArray &open, int levels, const QByteArray &inner, const QByteArray &close)
{
    return R"({"model":"m1","x":)" + open.repeated(levels) + inner + close.repeated(levels) + '}';
}

struct Part {
    QByteArray head;
    QByteArray content;
};
inline QByteArray field(const QByteArray &name) { return "Content-Disposition: form-data; name=\"" + name + "\""; }
inline QByteArray form(const QList<Part> &parts, const QByteArray &end = "--xyz--\r\n")
{
    QByteArray body;
    for (const Part &part : parts)
        body += "--xyz\r\n" + part.head + "\r\n\r\n" + part.content + "\r\n";
    return body + end;
}
inline QByteArray upload(const QByteArray &body, const QByteArray &type = "multipart/form-data; boundary=xyz", const QByteArray &more = {})
{
    return ask("POST /v1/audio/transcriptions HTTP/1.1", "Content-Type: " + type + "\r\n" + length(body) + more, body);
}
inline const Part File{"Content-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\nContent-Type: audio/wav", QByteArray("RIFF\0\r\n\n", 8)};
inline const Part Model{field("model"), "w1"};

struct Row {
    QByteArray name;
    QByteArray in;
    QByteArray answers; ///< "status[ code]", joined by " | ", and what becomes of the connection: open or close
    QList<QByteArray> upstream; ///< bodies that reach the provider
};

/// At least 120, no two alike, each with the one answer that is allowed.
QList<Row> hostileRequests();

} // namespace understudy::test
