// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "integration/cli/CliProcess.h"
#include "support/FakeUpstream.h"
#include "support/MetricsReader.h"
#include "support/RawHttpClient.h"

#include <QTest>

namespace understudy::test {

using namespace Qt::StringLiterals;

inline const QByteArray KeySecret = "sk-us_invented0000000000000000000000000000A";

inline QByteArray labConfig(const QString &baseUrl)
{
    return R"({ "format": "understudy-config", "version": 1,
        "providers": [ { "id": "lab", "name": "Lab", "baseUrl": ")" + baseUrl.toUtf8() + R"(", "models": [ { "id": "m1", "type": "chat" } ] } ],
        "channels": [ { "id": "c1", "provider": "lab", "name": "c1", "proxy": "none", "credential": "sk-invented-credential", "models": ["m1"] } ],
        "keys": [ { "name": "app", "secret": ")" + KeySecret + R"(", "chain": [ { "channel": "c1", "model": "m1" } ] } ] })";
}

inline QByteArray question(const QByteArray &secret = KeySecret)
{
    const QByteArray body = R"({"model":"auto","messages":[{"role":"user","content":"hi"}]})";
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + secret
        + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline RawAnswer ask(quint16 port, const QByteArray &request = question())
{
    RawHttpClient client;
    if (!client.connectTo(port))
        return {};
    client.send(request);
    return client.receive(20000);
}

/// How many of `count` questions were answered.
inline int answered(quint16 port, int count, const QByteArray &secret = KeySecret)
{
    int whole = 0;
    for (int i = 0; i < count; ++i)
        whole += ask(port, question(secret)).status == 200;
    return whole;
}

/// One figure of /metrics.
inline double figure(quint16 port, const QString &name)
{
    return readMetrics(ask(port, "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").body).sum(u"understudy_"_s + name);
}

} // namespace understudy::test
