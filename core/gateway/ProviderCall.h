// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Secret.h"
#include "domain/Channel.h"
#include "domain/Provider.h"
#include "upstream/Transport.h"

#include <QList>

#include <functional>
#include <memory>

namespace understudy {

/// What a provider said, collected as a whole.
struct WholeReply {
    UpstreamHead head;
    QByteArray body; ///< at most ProviderCall::LargestAnswer bytes
    TransportEnd end;

    bool arrived() const { return end.fault == TransportFault::None; }
    /// An answer that says that there is nothing at this address.
    bool isMissing() const;
};

/// One request for which the whole answer is waited. Destroying it cancels it silently; that is allowed inside `done`.
class ProviderCall final : private UpstreamListener {
public:
    static constexpr qsizetype LargestAnswer = 4 * 1024 * 1024;
    using Done = std::function<void(const WholeReply &)>;

    /// `transport` outlives the call. `done` is called at most once, never from inside the constructor.
    ProviderCall(Transport &transport, const UpstreamRequest &request, Done done);
    ~ProviderCall() override;
    Q_DISABLE_COPY_MOVE(ProviderCall)

private:
    void onConnected() override { }
    void onHead(const UpstreamHead &head) override { m_reply.head = head; }
    void onReadable() override;
    void onEnd(const TransportEnd &end) override;

    Done m_done;
    WholeReply m_reply;
    std::unique_ptr<UpstreamCall> m_call;
};

/// Calls a provider in the name of a channel, outside of any client's request: tests and questions. One call at a time; a new one
/// and the destructor cancel the running one. The texts it gives hold no secret of the channel.
class ChannelCaller final {
public:
    /// `transport` outlives this.
    ChannelCaller(const Channel &channel, const Provider &provider, Transport &transport, Milliseconds connectTimeout);

    void ask(const QByteArray &method, const QUrl &url, const QByteArray &body, ProviderCall::Done done);
    /// GET of the list of models: where one address has none, the next one is asked (modelListUrls). `done` gets the last reply.
    void askModels(ProviderCall::Done done);
    void cancel() { m_call.reset(); }

    bool hasCredential() const { return !m_credential.isEmpty(); }
    QString scrubbed(QString text) const;

private:
    void askNextList(QList<QUrl> urls, const ProviderCall::Done &done);

    const Channel m_channel;
    const Provider m_provider;
    Transport &m_transport;
    const Milliseconds m_connectTimeout;
    const Secret m_credential;
    std::unique_ptr<ProviderCall> m_call;
};

} // namespace understudy
