// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/Router.h"

#include "base/JsonSpan.h"
#include "gateway/SnapshotView.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView versionPrefix("/v1");

bool isUnderV1(QByteArrayView path)
{
    return path.startsWith("/v1/");
}

bool isModelPath(QByteArrayView path)
{
    return path == "/v1/models" || path.startsWith("/v1/models/");
}

/// The one method of each path; empty for an unknown path.
QByteArrayView methodOf(QByteArrayView path)
{
    if (path == "/health" || path == "/health/ready" || path == "/metrics" || isModelPath(path))
        return "GET";
    if (isUnderV1(path) && apiFromPath(path.sliced(versionPrefix.size())))
        return "POST";
    return {};
}

QByteArray presentedSecret(const HttpHeaders &headers)
{
    if (const auto authorization = headerValue(headers, "authorization")) {
        constexpr QByteArrayView scheme("bearer ");
        if (authorization->size() > scheme.size()
            && QByteArrayView(*authorization).first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0)
            return authorization->sliced(scheme.size()).trimmed();
    }
    for (const char *name : {"api-key", "x-api-key"}) {
        if (const auto value = headerValue(headers, name))
            return value->trimmed();
    }
    return {};
}

WholeResponse jsonResponse(const QByteArray &body, int status = 200)
{
    return {status, {{"Content-Type", "application/json"}}, body};
}

QByteArray modelJson(const RuntimeCandidate &candidate)
{
    const QLatin1StringView type = word(candidate.entry.type);
    return "{\"id\":" + json::quoted(candidate.entry.model) + ",\"object\":\"model\",\"created\":0,\"owned_by\":"
        + json::quoted(candidate.providerId) + ",\"type\":\"" + QByteArray(type.data(), type.size()) + "\"}";
}

bool addressAllowed(const RuntimeKey &key, const QHostAddress &peer)
{
    return key.addresses.empty()
        || std::any_of(key.addresses.begin(), key.addresses.end(), [&](const AddressRange &range) { return range.contains(peer); });
}

} // namespace

Router::Router(const ExchangeServices &services, const CurrentSnapshot &snapshot, ShardCounters &counters, std::function<GatewayStats()> stats, std::function<LedgerFigures()> ledger)
    : m_services(services), m_counters(counters), m_stats(std::move(stats)), m_ledger(std::move(ledger)), m_snapshot(snapshot)
{
}

Router::~Router()
{
    for (Exchange *exchange : m_exchanges)
        delete exchange;
}

void Router::shutDown()
{
    const std::vector<Exchange *> running(m_exchanges.begin(), m_exchanges.end());
    for (Exchange *exchange : running)
        exchange->shutDown();
}

Admission Router::admit(const RequestHead &head)
{
    if (auto refusal = route(head))
        return {nullptr, std::move(refusal)};
    if (!isUnderV1(head.path))
        return head.path == "/metrics" && !head.peer.isLoopback() ? authenticate(head) : Admission{};
    return authenticate(head);
}

std::optional<WholeResponse> Router::route(const RequestHead &head) const
{
    const QByteArrayView wanted = methodOf(head.path);
    if (wanted.isEmpty()) {
        return ownError(404, "not_found", u"There is nothing at “%1”. The API is below /v1, for instance /v1/chat/completions."_s.arg(
                                              QString::fromUtf8(head.path.first(std::min<qsizetype>(head.path.size(), 100)))));
    }
    if (head.method != wanted && !(wanted == "GET" && head.method == "HEAD")) {
        WholeResponse response = ownError(405, "method_not_allowed", u"This path takes %1 only."_s.arg(QString::fromLatin1(wanted)));
        response.headers.append(HttpHeader{"Allow", wanted == "GET" ? QByteArray("GET, HEAD") : wanted.toByteArray()});
        return response;
    }
    if (m_draining && isUnderV1(head.path) && wanted == "POST")
        return ownError(503, "gateway_stopping", u"The gateway is stopping."_s);
    return std::nullopt;
}

Admission Router::authenticate(const RequestHead &head) const
{
    if (m_snapshot().vaultLocked) {
        return {nullptr, ownError(503, "vault_locked", u"The gateway's secrets are locked. Unlock them in the console, or start the gateway with "
                                                       "its passphrase or key file."_s)};
    }
    const QByteArray secret = presentedSecret(head.headers);
    const std::shared_ptr<const RuntimeKey> key = secret.isEmpty() ? nullptr : m_snapshot().find(secret);
    if (!key) {
        WholeResponse response = ownError(401, "invalid_api_key",
                                          secret.isEmpty() ? u"No gateway key was given. Send “Authorization: Bearer sk-us_…”."_s
                                                           : u"This gateway key is not known here. Check it, or make one with “understudy-cli key create”."_s);
        response.headers.append(HttpHeader{"WWW-Authenticate", "Bearer"});
        return {nullptr, std::move(response)};
    }
    if (!key->key.enabled)
        return {nullptr, ownError(403, "key_disabled", u"This gateway key is paused."_s)};
    if (key->key.expiresAt && key->key.expiresAt->toMSecsSinceEpoch() <= m_services.clock.wall().time_since_epoch().count())
        return {nullptr, ownError(403, "key_expired", u"This gateway key has expired."_s)};
    if (!addressAllowed(*key, head.peer))
        return {nullptr, ownError(403, "address_not_allowed", u"This gateway key may not be used from this address."_s)};
    return {key, std::nullopt};
}

void Router::handle(ClientRequest &&request, std::unique_ptr<ResponseSink> sink)
{
    const std::optional<Api> api =
        isUnderV1(request.head.path) ? apiFromPath(QByteArrayView(request.head.path).sliced(versionPrefix.size())) : std::nullopt;
    if (!api) {
        sink->sendWhole(answerOwn(request));
        return;
    }
    auto key = std::static_pointer_cast<const RuntimeKey>(request.admission);
    auto *exchange = new Exchange(m_services, std::move(key), *api, std::move(request), std::move(sink),
                                  [this](Exchange *ended) { exchangeEnded(ended); });
    m_exchanges.insert(exchange);
    m_counters.inFlight.fetch_add(1, std::memory_order_relaxed);
    m_services.ledger.began();
    exchange->start();
}

void Router::exchangeEnded(Exchange *exchange)
{
    m_exchanges.erase(exchange);
    m_counters.inFlight.fetch_sub(1, std::memory_order_relaxed);
    exchange->deleteLater();
    if (m_exchanges.empty())
        emit idle();
}

WholeResponse Router::answerOwn(const ClientRequest &request) const
{
    const QByteArray &path = request.head.path;
    if (path == "/health" || path == "/health/ready")
        return health(path != "/health");
    if (path == "/metrics")
        return metrics();
    const auto key = std::static_pointer_cast<const RuntimeKey>(request.admission);
    return path == "/v1/models" ? modelList(*key) : oneModel(*key, path.sliced(QByteArrayView("/v1/models/").size()));
}

WholeResponse Router::health(bool ready) const
{
    if (ready && m_draining)
        return jsonResponse("{\"status\":\"stopping\"}", 503);
    if (ready && m_snapshot().vaultLocked)
        return jsonResponse("{\"status\":\"vault_locked\"}", 503);
    return jsonResponse("{\"status\":\"ok\"}");
}

WholeResponse Router::metrics() const
{
    const Milliseconds now = m_services.state.now();
    Metrics metrics{m_stats(), m_ledger ? m_ledger() : LedgerFigures(), candidateHealth(m_snapshot(), now), limitUse(m_snapshot(), now),
                    m_services.state.network().blame(now), {}};
    for (const CandidateHealth &candidate : std::as_const(metrics.candidates))
        metrics.channels.append(candidate.channel);
    return {200, {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}}, prometheusText(metrics)};
}

WholeResponse Router::modelList(const RuntimeKey &key) const
{
    QByteArray data;
    QSet<QString> seen;
    for (const RuntimeCandidate &candidate : key.candidates) {
        if (seen.contains(candidate.entry.model))
            continue;
        seen.insert(candidate.entry.model);
        data += (data.isEmpty() ? "" : ",") + modelJson(candidate);
    }
    return jsonResponse("{\"object\":\"list\",\"data\":[" + data + "]}");
}

WholeResponse Router::oneModel(const RuntimeKey &key, const QByteArray &encodedId) const
{
    const QString id = QString::fromUtf8(QByteArray::fromPercentEncoding(encodedId));
    for (const RuntimeCandidate &candidate : key.candidates) {
        if (candidate.entry.model == id)
            return jsonResponse(modelJson(candidate));
    }
    return ownError(404, "model_not_found", u"This gateway key has no model “%1”."_s.arg(id), "model");
}

} // namespace understudy
