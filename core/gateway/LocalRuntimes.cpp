// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/LocalRuntimes.h"

#include "catalog/Catalogue.h"
#include "catalog/ModelNames.h"
#include "gateway/ProviderCall.h"
#include "upstream/Addressing.h"

#include <QHostAddress>
#include <QTimerEvent>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

bool isOnThisMachine(const Provider &provider)
{
    const QString host = provider.baseUrl.host();
    return provider.origin == ProviderOrigin::Local && (host == "localhost"_L1 || QHostAddress(host).isLoopback());
}

} // namespace

/// One runtime that is being asked.
class LocalRuntimes::Question final {
public:
    Question(LocalRuntimes &owner, const Provider &provider) : m_owner(owner), m_provider(provider)
    {
        m_provider.models.clear();
        UpstreamRequest request;
        request.method = "GET";
        request.url = modelListUrls(provider.baseUrl).first();
        request.headers = {{"Accept", "application/json"}};
        request.connectTimeout = Limit;
        request.proxy.kind = ProxyChoice::Kind::None;
        m_call = std::make_unique<ProviderCall>(owner.m_transport, request, [this](const WholeReply &reply) { take(reply); });
    }

    bool answered() const { return !m_provider.models.isEmpty(); }
    const Provider &provider() const { return m_provider; }

private:
    void take(const WholeReply &reply)
    {
        if (reply.arrived() && reply.head.status == 200) {
            if (const Result<QStringList> ids = parseModelList(reply.body)) {
                for (const QString &id : *ids)
                    m_provider.models.append(guessModel(id));
            }
        }
        if (--m_owner.m_open == 0)
            m_owner.m_timer.start(0, &m_owner); // not from inside the transport's callback
    }

    LocalRuntimes &m_owner;
    Provider m_provider;
    std::unique_ptr<ProviderCall> m_call;
};

LocalRuntimes::LocalRuntimes(const QList<Provider> &providers, Transport &transport) : m_transport(transport)
{
    for (const Provider &provider : providers) {
        if (isOnThisMachine(provider))
            m_providers.append(provider);
    }
}

LocalRuntimes::~LocalRuntimes() = default;

void LocalRuntimes::ask()
{
    if (m_timer.isActive())
        return;
    m_timer.start(int(m_providers.isEmpty() ? 0 : Limit.count()), this);
    m_open = int(m_providers.size());
    for (const Provider &provider : std::as_const(m_providers))
        m_questions.push_back(std::make_unique<Question>(*this, provider));
}

void LocalRuntimes::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        finish();
}

void LocalRuntimes::finish()
{
    m_timer.stop();
    QList<Provider> runtimes;
    for (const auto &question : m_questions) {
        if (question->answered())
            runtimes.append(question->provider());
    }
    m_questions.clear(); // what did not answer in time is cancelled
    emit found(runtimes);
}

} // namespace understudy
