// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/ChannelTest.h"

#include "base/JsonSpan.h"
#include "catalog/ModelNames.h"
#include "failover/Classify.h"
#include "upstream/Addressing.h"

#include <QHostInfo>

#include <functional>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LargestAnswer = 4 * 1024 * 1024;

QString fixFor(Outcome outcome)
{
    switch (outcome) {
    case Outcome::CredentialRefused:
        return u"Check that the credential was copied whole, belongs to this provider and its region, and is not expired; then store it again "
               "(channel add ID --replace --credential prompt)."_s;
    case Outcome::QuotaExhausted: return u"Top up the account or raise its quota in the provider's console."_s;
    case Outcome::RateLimited: return u"Wait a minute and test again; the provider limits calls of this account."_s;
    case Outcome::ModelUnavailable:
        return u"Check the model's name (the models step lists what there is), and whether it must be opened for this account in the provider's console."_s;
    case Outcome::Redirected: return u"The base URL leads to a redirect, which is never followed with a credential. Store the address that it points to."_s;
    case Outcome::Overloaded: return u"The provider has trouble; look at its status page and test again later."_s;
    case Outcome::ConnectFailed:
    case Outcome::Timeout: return u"Check the network and the proxy settings of the channel."_s;
    case Outcome::Broken: return u"What answered is perhaps no OpenAI-compatible API: check the base URL with its version segment (/v1)."_s;
    default: return u"Check the base URL and the model's name."_s;
    }
}

bool canChat(ModelType type) { return serves(type, Api::ChatCompletions); }

} // namespace

struct ChannelTest::Reply {
    UpstreamHead head;
    QByteArray body;
    TransportEnd end;
};

/// One request, collected as a whole.
class ChannelTest::Call final : public UpstreamListener {
public:
    Call(Transport &transport, const UpstreamRequest &request, std::function<void(Reply)> done) : m_done(std::move(done))
    {
        m_call = transport.start(request, *this);
    }
    void onConnected() override { }
    void onHead(const UpstreamHead &head) override { m_reply.head = head; }
    void onReadable() override { m_reply.body += m_call->read(LargestAnswer - m_reply.body.size()); }
    void onEnd(const TransportEnd &end) override
    {
        m_reply.end = end;
        // The callee destroys this object.
        const std::function<void(Reply)> done = std::move(m_done);
        const Reply reply = std::move(m_reply);
        done(reply);
    }

private:
    std::function<void(Reply)> m_done;
    Reply m_reply;
    std::unique_ptr<UpstreamCall> m_call;
};

ChannelTest::ChannelTest(const Channel &channel, const Provider &provider, Transport &transport, const Clock &clock, Options options,
                         QObject *parent)
    : QObject(parent), m_channel(channel), m_provider(provider), m_transport(transport), m_clock(clock), m_options(std::move(options)),
      m_credential(channel.credential.resolve())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChannelTest::timedOut);
}

ChannelTest::~ChannelTest()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

void ChannelTest::start()
{
    const QUrl &base = m_provider.baseUrl;
    m_host = base.host();
    m_port = quint16(base.port(base.scheme() == "https"_L1 ? 443 : 80));
    if (m_channel.proxy.kind == ProxyChoice::Kind::Url) {
        const QUrl &proxy = m_channel.proxy.url;
        m_proxy = QNetworkProxy(proxy.scheme().startsWith("socks"_L1) ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, proxy.host(),
                                quint16(proxy.port(1080)));
    } else if (m_channel.proxy.kind == ProxyChoice::Kind::System && !QHostAddress(m_host).isLoopback() && m_host != "localhost"_L1) {
        m_proxy = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(base)).value(0, m_proxy);
    }
    if (m_proxy.type() != QNetworkProxy::NoProxy) {
        m_host = m_proxy.hostName();
        m_port = m_proxy.port();
    }
    lookUp();
}

void ChannelTest::lookUp()
{
    begin(TestStage::Name);
    const QHostAddress literal(m_host);
    if (!literal.isNull()) {
        QMetaObject::invokeMethod(this, [this, literal] { lookedUp({literal}, {}); }, Qt::QueuedConnection);
        return;
    }
    m_lookup = QHostInfo::lookupHost(m_host, this, [this](const QHostInfo &info) {
        m_lookup = -1;
        lookedUp(info.addresses(), info.error() == QHostInfo::NoError ? QString() : info.errorString());
    });
}

void ChannelTest::lookedUp(const QList<QHostAddress> &addresses, const QString &problem)
{
    if (m_over || m_stage != TestStage::Name)
        return;
    const QString what = m_proxy.type() == QNetworkProxy::NoProxy ? m_host : u"the proxy %1"_s.arg(m_host);
    if (addresses.isEmpty()) {
        fail(u"%1 has no address: %2."_s.arg(what, problem.isEmpty() ? u"nothing found"_s : problem),
             u"Check the host in the base URL for typing errors, and that this machine has a network and a working DNS server."_s);
        return;
    }
    pass(u"%1 is %2%3"_s.arg(what, addresses.first().toString(), addresses.size() > 1 ? u" and %1 more"_s.arg(addresses.size() - 1) : QString()));
    m_addresses = addresses;
    begin(TestStage::Connect);
    connectNext();
}

void ChannelTest::connectNext()
{
    dropSocket();
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setProxy(QNetworkProxy::NoProxy); // a proxy is what we connect to
    connect(m_socket.get(), &QSslSocket::connected, this, &ChannelTest::connected);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &ChannelTest::socketFailed, Qt::QueuedConnection);
    m_socket->connectToHost(m_addresses.takeFirst(), m_port);
}

void ChannelTest::connected()
{
    if (m_over || m_stage != TestStage::Connect)
        return;
    pass(u"connected to %1 port %2"_s.arg(m_socket->peerAddress().toString()).arg(m_port));
    if (m_provider.baseUrl.scheme() != "https"_L1) {
        skip(TestStage::Tls, u"the base URL is plain http"_s);
        signIn();
    } else if (m_proxy.type() != QNetworkProxy::NoProxy) {
        skip(TestStage::Tls, u"checked by the next step, through the proxy"_s);
        signIn();
    } else {
        encrypt();
    }
}

/// Not at once: we are often called from inside one of its signals.
void ChannelTest::dropSocket()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket.release()->deleteLater();
}

void ChannelTest::encrypt()
{
    begin(TestStage::Tls);
    connect(m_socket.get(), &QSslSocket::encrypted, this, [this] {
        pass(u"%1, certificate of %2"_s.arg(m_socket->sessionProtocol() == QSsl::TlsV1_3 ? u"TLS 1.3"_s : u"TLS"_s,
                                           m_socket->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0, m_host)));
        signIn();
    });
    m_socket->setPeerVerifyName(m_host);
    m_socket->startClientEncryption();
}

void ChannelTest::socketFailed()
{
    if (m_over || !m_socket)
        return;
    if (m_stage == TestStage::Tls) {
        const QList<QSslError> errors = m_socket->sslHandshakeErrors();
        fail(u"TLS failed: %1."_s.arg(errors.isEmpty() ? m_socket->errorString() : errors.first().errorString()),
             u"Check the date of this machine, whether the base URL's host is right, and whether a company proxy with its own certificate stands between."_s);
        return;
    }
    if (m_stage != TestStage::Connect)
        return;
    if (!m_addresses.isEmpty()) {
        connectNext();
        return;
    }
    const bool refused = m_socket->error() == QAbstractSocket::ConnectionRefusedError;
    fail(refused ? u"port %1 of %2 refuses connections."_s.arg(m_port).arg(m_host) : u"no connection to %1 port %2: %3."_s.arg(m_host).arg(m_port).arg(m_socket->errorString()),
         refused ? u"Is the server running, and is the port in the base URL right?"_s : u"Check the network, a firewall, and whether a proxy is needed (channel add --proxy)."_s);
}

void ChannelTest::signIn()
{
    dropSocket();
    if (!m_provider.dialect.modelList) {
        skip(TestStage::SignIn, u"this provider has no list of models to sign in with; the completion tells"_s);
        skip(TestStage::Models, u"this provider has no list of models"_s);
        complete();
        return;
    }
    if (m_stage != TestStage::SignIn) {
        m_listUrls = modelListUrls(m_provider.baseUrl);
        begin(TestStage::SignIn);
    }
    m_call = std::make_unique<Call>(m_transport, request("GET", m_listUrls.takeFirst(), {}), [this](const Reply &reply) { signedIn(reply); });
}

void ChannelTest::signedIn(const Reply &reply)
{
    m_call.reset();
    const int status = reply.head.status;
    const bool missing = reply.end.fault == TransportFault::None && (status == 404 || status == 405 || status == 501);
    if (missing && !m_listUrls.isEmpty()) {
        signIn();
        return;
    }
    if (missing) {
        pass(u"HTTP %1: there is no list of models here"_s.arg(status), StageState::Warned,
             u"Some providers have none. If the completion fails too, check the base URL with its version segment (/v1)."_s);
        skip(TestStage::Models, u"there is no list"_s);
        complete();
        return;
    }
    if (reply.end.fault != TransportFault::None || status != 200) {
        failWith(reply, Api::ChatCompletions);
        return;
    }
    if (const std::optional<Verdict> hidden = classifyErrorDocument(reply.body, status)) {
        fail(u"HTTP 200 with an error inside: %1."_s.arg(scrubbed(hidden->message)), fixFor(hidden->outcome));
        return;
    }
    pass(m_credential.isEmpty() ? u"HTTP 200, without a credential"_s : u"HTTP 200, the credential is accepted"_s);
    readModels(reply);
}

void ChannelTest::readModels(const Reply &reply)
{
    begin(TestStage::Models);
    const Result<QStringList> listed = parseModelList(reply.body);
    if (!listed) {
        pass(u"the list cannot be read: %1"_s.arg(scrubbed(listed.error().text)), StageState::Warned, u"Check the base URL; what answered is perhaps a web page."_s);
        complete();
        return;
    }
    QStringList missing;
    for (const QString &model : m_channel.models) {
        if (!listed->contains(model))
            missing.append(model);
    }
    if (missing.isEmpty()) {
        pass(u"%1 models are offered, all %2 of the channel among them"_s.arg(listed->size()).arg(m_channel.models.size()));
    } else {
        pass(u"%1 models are offered; not listed: %2"_s.arg(listed->size()).arg(missing.mid(0, 5).join(u", "_s)), StageState::Warned,
             u"Take them out of the channel, or open them in the provider's console. Some lists are not complete."_s);
    }
    complete();
}

void ChannelTest::complete()
{
    if (!m_options.completion) {
        skip(TestStage::Completion, u"not asked for"_s);
        end(true);
        return;
    }
    const QString model = modelToAsk();
    if (model.isEmpty()) {
        skip(TestStage::Completion, u"no model of this channel can be asked for a cheap answer"_s);
        end(true);
        return;
    }
    begin(TestStage::Completion);
    const bool chat = canChat(typeOf(model));
    const QByteArray quoted = json::quoted(model);
    const QByteArray body = chat ? R"({"model":)" + quoted + R"(,"messages":[{"role":"user","content":"hi"}],"max_tokens":1})"
                                 : R"({"model":)" + quoted + R"(,"input":"hi"})";
    m_call = std::make_unique<Call>(m_transport, request("POST", endpointUrl(m_provider.baseUrl, chat ? Api::ChatCompletions : Api::Embeddings), body),
                                    [this](const Reply &reply) { completed(reply); });
}

void ChannelTest::completed(const Reply &reply)
{
    m_call.reset();
    const QString model = modelToAsk();
    const Api api = canChat(typeOf(model)) ? Api::ChatCompletions : Api::Embeddings;
    if (reply.end.fault != TransportFault::None) {
        failWith(reply, api);
        return;
    }
    const Verdict verdict = classifyAnswer(api, reply.head.status, reply.head.headers, reply.body, false, m_clock.wall());
    if (verdict.outcome == Outcome::Answered) {
        pass(u"%1 answered"_s.arg(model));
    } else if (verdict.outcome == Outcome::CallerFault || verdict.outcome == Outcome::ContentFiltered) {
        pass(u"%1 was reached but refused the tiny request: HTTP %2, %3"_s.arg(model).arg(reply.head.status).arg(scrubbed(verdict.message)), StageState::Warned,
             u"Real requests may still work; some models do not take max_tokens 1."_s);
    } else {
        failWith(reply, api);
        return;
    }
    end(true);
}

void ChannelTest::timedOut()
{
    m_call.reset();
    dropSocket();
    fail(u"no answer within %1 s."_s.arg(double(m_options.stageTimeout.count()) / 1000.0),
         m_stage == TestStage::Completion ? u"The model is slow or overloaded; test again with a longer --timeout."_s
                                          : u"Check the network, a firewall, and whether a proxy is needed (channel add --proxy)."_s);
}

void ChannelTest::begin(TestStage stage)
{
    m_stage = stage;
    m_took.start();
    m_timer.start(int(m_options.stageTimeout.count()));
}

void ChannelTest::pass(const QString &text, StageState state, const QString &fix)
{
    m_timer.stop();
    emit stageDone({m_stage, state, Milliseconds(m_took.elapsed()), text, fix, {}, 0, {}});
}

void ChannelTest::skip(TestStage stage, const QString &why) { emit stageDone({stage, StageState::Skipped, Milliseconds{0}, why, {}, {}, 0, {}}); }

void ChannelTest::fail(const QString &text, const QString &fix)
{
    pass(text, StageState::Failed, fix);
    end(false);
}

void ChannelTest::failWith(const Reply &reply, Api api)
{
    if (reply.end.fault != TransportFault::None) {
        const Verdict verdict = classifyFault(reply.end);
        fail(u"the call failed: %1 (%2)."_s.arg(verdict.detail, scrubbed(reply.end.detail)), fixFor(verdict.outcome));
        return;
    }
    Verdict verdict = classifyAnswer(api, reply.head.status, reply.head.headers, reply.body, false, m_clock.wall());
    const QString said = scrubbed(verdict.message);
    fail(u"HTTP %1, %2%3"_s.arg(reply.head.status).arg(word(verdict.outcome), said.isEmpty() ? u"."_s : u": “%1”"_s.arg(said)), fixFor(verdict.outcome));
}

void ChannelTest::end(bool passed)
{
    m_over = true;
    m_timer.stop();
    emit finished(passed);
}

UpstreamRequest ChannelTest::request(const QByteArray &method, const QUrl &url, const QByteArray &body) const
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
    request.connectTimeout = 2 * m_options.stageTimeout; // the stage's own timer is the one that tells
    request.http2 = m_provider.dialect.http2;
    request.proxy = m_channel.proxy;
    return request;
}

QString ChannelTest::scrubbed(QString text) const
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

ModelType ChannelTest::typeOf(const QString &model) const
{
    const auto own = m_channel.modelTypes.constFind(model);
    if (own != m_channel.modelTypes.cend())
        return *own;
    const Model *listed = m_provider.model(model);
    return listed ? listed->type : guessType(model);
}

QString ChannelTest::modelToAsk() const
{
    if (!m_options.model.isEmpty())
        return m_options.model;
    for (const Api api : {Api::ChatCompletions, Api::Embeddings}) {
        for (const QString &model : m_channel.models) {
            if (serves(typeOf(model), api))
                return model;
        }
    }
    return {};
}

} // namespace understudy
