// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/QnamTransport.h"

#include "upstream/BodyDevice.h"
#include "upstream/ProxyFactory.h"
#include "upstream/QnamCall.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QBasicTimer>
#include <QTimerEvent>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxTemplates = 256;

QSslConfiguration trusting(const QList<QSslCertificate> &certificates)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificates(certificates);
    return configuration;
}

bool isBasicProxy(const UpstreamRequest &request)
{
    return request.proxy.kind == ProxyChoice::Kind::Url && !request.proxy.url.userName().isEmpty()
        && request.url.scheme() == "http"_L1 && request.proxy.url.scheme() == "http"_L1;
}

/// A call that could not even begin.
class FailedCall final : public QObject, public UpstreamCall {
public:
    FailedCall(TransportEnd end, UpstreamListener &listener) : m_end(std::move(end)), m_listener(listener) { m_timer.start(0, this); }

    QByteArray read(qint64) override { return {}; }
    qint64 available() const override { return 0; }

private:
    void timerEvent(QTimerEvent *) override
    {
        m_timer.stop();
        m_listener.onEnd(TransportEnd(m_end)); // may destroy this
    }

    const TransportEnd m_end;
    UpstreamListener &m_listener;
    QBasicTimer m_timer;
};

} // namespace

QnamTransport::QnamTransport()
    : QnamTransport(Options())
{
}

QnamTransport::QnamTransport(Options options)
    : m_options(std::move(options))
{
}

QnamTransport::~QnamTransport() { Q_ASSERT_X(inFlight() == 0, "QnamTransport", "a call outlives its transport"); }

QnamTransport::Pool &QnamTransport::pool(const ProxyChoice &proxy, bool http2)
{
    for (const auto &known : m_pools) {
        if (known->proxy == proxy && known->http2 == http2)
            return *known;
    }
    m_pools.push_back(std::make_unique<Pool>());
    m_pools.back()->proxy = proxy;
    m_pools.back()->http2 = http2;
    return *m_pools.back();
}

QNetworkAccessManager &QnamTransport::manager(Pool &pool, int index)
{
    while (pool.managers.size() <= size_t(index)) {
        auto manager = std::make_unique<QNetworkAccessManager>();
        manager->setProxyFactory(new ProxyFactory(pool.proxy)); // the manager owns it
        manager->setAutoDeleteReplies(false);
        if (canUseEpollThread())
            useEpollThread(*manager);
        pool.managers.push_back(std::move(manager));
    }
    return *pool.managers[size_t(index)];
}

QNetworkRequest QnamTransport::prepare(const UpstreamRequest &request, bool http2) const
{
    QNetworkRequest prepared(request.url);
    for (const HttpHeader &header : request.headers)
        prepared.setRawHeader(header.name, header.value);
    prepared.setRawHeader(QByteArrayLiteral("Accept-Encoding"),
                          QByteArrayLiteral("identity")); // else the library asks for, and unpacks, compressed answers
    const auto setDefault = [&prepared](const QByteArray &name, const QByteArray &value) {
        if (!prepared.hasRawHeader(name))
            prepared.setRawHeader(name, value);
    };
    setDefault(QByteArrayLiteral("User-Agent"), QByteArrayLiteral("Understudy/" UNDERSTUDY_VERSION));
    setDefault(QByteArrayLiteral("Accept-Language"), QByteArrayLiteral("*")); // else the language of this machine's user
    if (!request.body.isEmpty())
        setDefault(QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/octet-stream"));
    if (isBasicProxy(request)) {
        // A challenge cannot be answered later: the body is never sent twice.
        const QUrl &proxy = request.proxy.url;
        const QByteArray login = proxy.userName(QUrl::FullyDecoded).toUtf8() + ':' + proxy.password(QUrl::FullyDecoded).toUtf8();
        prepared.setRawHeader(QByteArrayLiteral("Proxy-Authorization"), "Basic " + login.toBase64());
    }
    // The default repeats a POST with its credential at whatever host a 307 names.
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, int(QNetworkRequest::ManualRedirectPolicy));
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, int(QNetworkRequest::Manual));
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, int(QNetworkRequest::Manual));
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, int(QNetworkRequest::Manual));
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, int(QNetworkRequest::AlwaysNetwork));
    prepared.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, http2);
    if (request.url.scheme() == "https"_L1)
        prepared.setSslConfiguration(trusting(m_options.certificates));
    return prepared;
}

const QnamTransport::Template &QnamTransport::prepared(const UpstreamRequest &request)
{
    const bool http2 = request.http2 && request.url.scheme() == "https"_L1;
    const auto known = m_templates.constFind(request.url);
    if (known != m_templates.constEnd() && known->headers == request.headers && known->pool->http2 == http2
        && known->pool->proxy == request.proxy)
        return *known;
    if (m_templates.size() >= MaxTemplates)
        m_templates.clear();
    Template fresh {request.headers, prepare(request, http2), &pool(request.proxy, http2), nullptr};
    fresh.origin = &fresh.pool->groups.origin(request.url);
    return *m_templates.insert(request.url, std::move(fresh));
}

std::unique_ptr<UpstreamCall> QnamTransport::start(const UpstreamRequest &request, UpstreamListener &listener)
{
    const Template &found = prepared(request);
    const std::optional<ConnectionGroups::Place> taken = found.pool->groups.take(*found.origin);
    if (!taken) {
        return std::make_unique<FailedCall>(
            TransportEnd{TransportFault::Malformed, false, u"the provider has left too many connections in a state that cannot be trusted"_s}, listener);
    }
    const ConnectionGroups::Place &place = *taken;
    if (found.pool->managers.size() <= size_t(place.manager) && !canStartThread()) {
        found.pool->groups.release(place);
        return std::make_unique<FailedCall>(TransportEnd{TransportFault::Unreachable, false, u"this process has no file descriptors left (ulimit -n)"_s}, listener);
    }
    QNetworkRequest wire = found.request;
    if (place.group > 0)
        wire.setPeerVerifyName(ConnectionGroups::groupName(*place.origin, place.group));

    auto call = std::make_unique<QnamCall>(*this, *found.pool, place, listener);
    QNetworkAccessManager &through = manager(*found.pool, place.manager);
    auto *body = new BodyDevice(request.body);
    // Also a GET takes a device, an empty one: without it the library would send it again after a closed connection.
    call->run(request.method == "POST" ? through.post(wire, body) : through.sendCustomRequest(wire, request.method, body), body,
              request.backPressure);
    call->connectDeadline = MonotonicTime::clock::now() + request.connectTimeout;
    awaitConnection(*call);
    return call;
}

void QnamTransport::awaitConnection(QnamCall &call)
{
    call.connectingIndex = int(m_connecting.size());
    m_connecting.push_back(&call);
    if (m_timer.isActive() && m_timerDue <= call.connectDeadline)
        return;
    m_timerDue = call.connectDeadline;
    const auto left = std::chrono::ceil<Milliseconds>(m_timerDue - MonotonicTime::clock::now());
    m_timer.start(int(std::max<qint64>(0, left.count())), Qt::PreciseTimer, this);
}

void QnamTransport::forget(QnamCall &call)
{
    if (call.connectingIndex < 0)
        return;
    m_connecting.back()->connectingIndex = call.connectingIndex;
    m_connecting[size_t(call.connectingIndex)] = m_connecting.back();
    m_connecting.pop_back();
    call.connectingIndex = -1;
}

void QnamTransport::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    m_timer.stop();
    const MonotonicTime now = MonotonicTime::clock::now();
    const auto due = [now](const QnamCall *call) { return call->connectDeadline <= now; };
    // A listener may destroy this and other calls, or start new ones: look afresh after each.
    for (;;) {
        const auto late = std::find_if(m_connecting.begin(), m_connecting.end(), due);
        if (late == m_connecting.end())
            break;
        (*late)->connectTimedOut();
    }
    if (m_connecting.empty() || m_timer.isActive())
        return;
    const auto next = std::min_element(m_connecting.begin(), m_connecting.end(), [](const QnamCall *a, const QnamCall *b) {
        return a->connectDeadline < b->connectDeadline;
    });
    QnamCall &earliest = **next;
    forget(earliest);
    awaitConnection(earliest);
}

int QnamTransport::managers() const
{
    int count = 0;
    for (const auto &pool : m_pools)
        count += int(pool->managers.size());
    return count;
}

int QnamTransport::inFlight() const
{
    int count = 0;
    for (const auto &pool : m_pools)
        count += pool->groups.inFlight();
    return count;
}

} // namespace understudy
