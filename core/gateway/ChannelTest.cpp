// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/ChannelTest.h"

#include "base/JsonSpan.h"
#include "catalog/ModelNames.h"
#include "failover/Classify.h"
#include "upstream/Addressing.h"

#include <QHostInfo>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

bool canChat(ModelType type) { return serves(type, Api::ChatCompletions); }

} // namespace

ChannelTest::ChannelTest(const Channel &channel, const Provider &provider, Transport &transport, const Clock &clock, Options options,
                         QObject *parent)
    : QObject(parent), m_channel(channel), m_provider(provider), m_clock(clock), m_options(std::move(options)),
      m_caller(channel, provider, transport, 2 * m_options.stageTimeout) // the stage's own timer is the one that tells
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
        fail({Outcome::ConnectFailed, 0, u"name_not_found"_s,
              u"%1 has no address: %2."_s.arg(what, problem.isEmpty() ? u"nothing found"_s : problem),
              u"Check the host in the base URL for typing errors, and that this machine has a network and a working DNS server."_s});
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
        const QString why = errors.isEmpty() ? m_socket->errorString() : errors.first().errorString();
        fail({Outcome::ConnectFailed, 0, why, u"TLS failed: %1."_s.arg(why),
              u"Check the date of this machine, whether the base URL's host is right, and whether a company proxy with its own certificate stands between."_s});
        return;
    }
    if (m_stage != TestStage::Connect)
        return;
    if (!m_addresses.isEmpty()) {
        connectNext();
        return;
    }
    const bool refused = m_socket->error() == QAbstractSocket::ConnectionRefusedError;
    fail({Outcome::ConnectFailed, 0, refused ? u"refused"_s : m_socket->errorString(),
          refused ? u"port %1 of %2 refuses connections."_s.arg(m_port).arg(m_host)
                  : u"no connection to %1 port %2: %3."_s.arg(m_host).arg(m_port).arg(m_socket->errorString()),
          refused ? u"Is the server running, and is the port in the base URL right?"_s
                  : u"Check the network, a firewall, and whether a proxy is needed (channel add --proxy)."_s});
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
    begin(TestStage::SignIn);
    m_caller.askModels([this](const WholeReply &reply) { signedIn(reply); });
}

void ChannelTest::signedIn(const WholeReply &reply)
{
    m_caller.cancel();
    const int status = reply.head.status;
    if (reply.isMissing()) {
        pass(u"HTTP %1: there is no list of models here"_s.arg(status), StageState::Warned,
             u"Some providers have none. If the completion fails too, check the base URL with its version segment (/v1)."_s);
        skip(TestStage::Models, u"there is no list"_s);
        complete();
        return;
    }
    if (!reply.arrived() || status != 200) {
        fail(failureOf(reply, Api::ChatCompletions, m_caller, m_clock.wall()));
        return;
    }
    if (const std::optional<Verdict> hidden = classifyErrorDocument(reply.body, status)) {
        fail(ProviderFailure{hidden->outcome, status, m_caller.scrubbed(hidden->message),
                             u"HTTP 200 with an error inside: %1."_s.arg(m_caller.scrubbed(hidden->message)), fixFor(hidden->outcome)});
        return;
    }
    pass(!m_caller.hasCredential() ? u"HTTP 200, without a credential"_s : u"HTTP 200, the credential is accepted"_s);
    readModels(reply);
}

void ChannelTest::readModels(const WholeReply &reply)
{
    begin(TestStage::Models);
    const Result<QStringList> listed = parseModelList(reply.body);
    if (!listed) {
        pass(u"the list cannot be read: %1"_s.arg(m_caller.scrubbed(listed.error().text)), StageState::Warned, u"Check the base URL; what answered is perhaps a web page."_s);
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
    m_caller.ask("POST", endpointUrl(m_provider.baseUrl, chat ? Api::ChatCompletions : Api::Embeddings), body,
                 [this](const WholeReply &reply) { completed(reply); });
}

void ChannelTest::completed(const WholeReply &reply)
{
    m_caller.cancel();
    const QString model = modelToAsk();
    const Api api = canChat(typeOf(model)) ? Api::ChatCompletions : Api::Embeddings;
    if (!reply.arrived()) {
        fail(failureOf(reply, api, m_caller, m_clock.wall()));
        return;
    }
    const Verdict verdict = classifyAnswer(api, reply.head.status, reply.head.headers, reply.body, false, m_clock.wall());
    if (verdict.outcome == Outcome::Answered) {
        pass(u"%1 answered"_s.arg(model));
    } else if (verdict.outcome == Outcome::CallerFault || verdict.outcome == Outcome::ContentFiltered) {
        pass(u"%1 was reached but refused the tiny request: HTTP %2, %3"_s.arg(model).arg(reply.head.status).arg(m_caller.scrubbed(verdict.message)), StageState::Warned,
             u"Real requests may still work; some models do not take max_tokens 1."_s);
    } else {
        fail(failureOf(reply, api, m_caller, m_clock.wall()));
        return;
    }
    end(true);
}

void ChannelTest::timedOut()
{
    m_caller.cancel();
    dropSocket();
    fail({Outcome::Timeout, 0, u"stage_timeout"_s, u"no answer within %1 s."_s.arg(double(m_options.stageTimeout.count()) / 1000.0),
          m_stage == TestStage::Completion ? u"The model is slow or overloaded; test again with a longer --timeout."_s
                                           : u"Check the network, a firewall, and whether a proxy is needed (channel add --proxy)."_s});
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

void ChannelTest::fail(const ProviderFailure &failure)
{
    m_timer.stop();
    emit stageDone({m_stage, StageState::Failed, Milliseconds(m_took.elapsed()), failure.text, failure.fix, failure.outcome, failure.httpStatus,
                    failure.detail});
    end(false);
}

void ChannelTest::skip(TestStage stage, const QString &why) { emit stageDone({stage, StageState::Skipped, Milliseconds{0}, why, {}, {}, 0, {}}); }

void ChannelTest::end(bool passed)
{
    m_over = true;
    m_timer.stop();
    emit finished(passed);
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
