// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/ProviderCall.h"

#include "upstream/Addressing.h"

namespace understudy {

using namespace Qt::StringLiterals;

bool WholeReply::isMissing() const
{
    return arrived() && (head.status == 404 || head.status == 405 || head.status == 501);
}

ProviderCall::ProviderCall(Transport &transport, const UpstreamRequest &request, Done done) : m_done(std::move(done))
{
    m_call = transport.start(request, *this);
}

ProviderCall::~ProviderCall() = default;

void ProviderCall::onReadable()
{
    while (m_call->available() > 0 && m_reply.body.size() < LargestAnswer)
        m_reply.body += m_call->read(LargestAnswer - m_reply.body.size());
}

void ProviderCall::onEnd(const TransportEnd &end)
{
    m_reply.end = end;
    // The callee may destroy this object.
    const Done done = std::move(m_done);
    const WholeReply reply = std::move(m_reply);
    done(reply);
}

ChannelCaller::ChannelCaller(const Channel &channel, const Provider &provider, Transport &transport, Milliseconds connectTimeout)
    : m_channel(channel), m_provider(provider), m_transport(transport), m_connectTimeout(connectTimeout),
      m_credential(channel.credential.resolve())
{
}

void ChannelCaller::ask(const QByteArray &method, const QUrl &url, const QByteArray &body, ProviderCall::Done done)
{
    UpstreamRequest request;
    request.method = method;
    request.url = url;
    HttpHeaders client;
    setHeader(client, "Accept", "application/json");
    if (!body.isEmpty())
        setHeader(client, "Content-Type", "application/json");
    request.headers = buildHeaders(client, m_provider.dialect, m_credential, m_channel.headers);
    request.body = body;
    request.connectTimeout = m_connectTimeout;
    request.http2 = m_provider.dialect.http2;
    request.proxy = m_channel.proxy;
    m_call = std::make_unique<ProviderCall>(m_transport, request, std::move(done));
}

void ChannelCaller::askModels(ProviderCall::Done done) { askNextList(modelListUrls(m_provider.baseUrl), done); }

void ChannelCaller::askNextList(QList<QUrl> urls, const ProviderCall::Done &done)
{
    const QUrl url = urls.takeFirst();
    ask("GET", url, {}, [this, urls, done](const WholeReply &reply) {
        if (reply.isMissing() && !urls.isEmpty())
            askNextList(urls, done);
        else
            done(reply);
    });
}

QString ChannelCaller::scrubbed(QString text) const
{
    const QString dots = u"••••"_s;
    if (!m_credential.isEmpty())
        text.replace(QString::fromUtf8(m_credential.reveal()), dots);
    for (const HttpHeader &header : m_channel.headers) {
        if (!header.value.isEmpty())
            text.replace(QString::fromUtf8(header.value), dots);
    }
    if (!m_channel.proxy.url.password().isEmpty())
        text.replace(m_channel.proxy.url.password(), dots);
    return text;
}

} // namespace understudy
