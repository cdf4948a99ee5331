// SPDX-License-Identifier: GPL-3.0-or-later
// A GatewayConsole on a data directory of its own, with a custom provider on loopback.
#pragma once

#include "configuration/DemoKey.h"
#include "configuration/KeySecret.h"
#include "console/GatewayConsole.h"
#include "gateway/DemoFaults.h"
#include "support/FakeUpstream.h"
#include "support/RawHttpClient.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace understudy::test {

using namespace Qt::StringLiterals;
using Phase = GatewayState::Phase;

/// Runs the event loop until the reply comes.
template<typename T, typename Ask>
std::optional<Result<T>> replyOf(Ask &&ask, int ms = 15000)
{
    QObject context;
    std::optional<Result<T>> answer;
    int times = 0;
    ask(&context, [&](const Result<T> &result) {
        answer.emplace(result);
        ++times;
    });
    if (times != 0)
        qWarning("the reply came from inside the call");
    (void)QTest::qWaitFor([&] { return times > 0; }, ms);
    QCoreApplication::processEvents();
    if (times > 1)
        qWarning("the reply came %d times", times);
    return answer;
}

class ConsoleBench {
    QTemporaryDir m_folder; // outlives the console, which writes until its end
    QString m_path;

public:
    explicit ConsoleBench(const QString &directory = {})
    {
        qunsetenv("UNDERSTUDY_PASSPHRASE_FILE");
        qunsetenv("CREDENTIALS_DIRECTORY");
        m_path = directory.isEmpty() ? m_folder.filePath(u"data"_s) : directory;
        open();
    }

    void open() { console = std::make_unique<GatewayConsole>(WorkspaceOptions{m_path, {}}); }
    QString path() const { return m_path; }

    bool waitForPhase(Phase phase, int ms = 15000)
    {
        return QTest::qWaitFor([&] { return console->state().phase == phase; }, ms);
    }
    /// Opened, listening on a free port, with the demonstration's key and a channel "lab" to `upstream`.
    bool start()
    {
        if (!waitForPhase(Phase::Stopped) || !change([this](Configuration &configuration) { fill(configuration); }).ok())
            return false;
        console->startGateway();
        return waitForPhase(Phase::Running);
    }
    /// What the change gives, or why not.
    Result<void> change(const std::function<void(Configuration &)> &edit)
    {
        const auto answer = replyOf<void>([&](QObject *context, auto done) {
            console->change([edit](const Configuration &before) -> Result<Configuration> {
                Configuration after = before;
                edit(after);
                return after;
            }, context, done);
        });
        return answer.value_or(Error{ErrorKind::Internal, u"no reply"_s, {}});
    }
    void fill(Configuration &configuration)
    {
        configuration.settings.listen = u"127.0.0.1:0"_s;
        configuration.settings.limits.drain = Milliseconds{5000};
        Provider provider;
        provider.id = provider.name = u"lab"_s;
        provider.baseUrl = QUrl(upstream.baseUrl());
        Model model;
        model.id = u"m1"_s;
        provider.models = {model};
        Channel channel;
        channel.id = channel.provider = channel.name = u"lab"_s;
        channel.credential.literal = Secret("sk-invented-credential-W3f9");
        channel.models = {u"m1"_s};
        channel.proxy.kind = ProxyChoice::Kind::None;
        GatewayKey key;
        key.id = u"key_lab"_s;
        key.name = u"lab"_s;
        key.secret = Secret(secret);
        key.chain = {{u"lab"_s, u"m1"_s}};
        configuration.providers = {provider};
        configuration.channels = {channel};
        configuration.keys = {key, makeDemoKey()};
    }
    const GatewayKey *key(const QString &name) const { return console->configuration().keyNamed(name); }
    quint16 port() const { return quint16(console->state().baseUrl.port()); }

    static QByteArray request(const QByteArray &body, const QByteArray &key = secret)
    {
        return "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key
            + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    RawAnswer ask(const QByteArray &body = question) const
    {
        RawHttpClient client;
        if (!client.connectTo(port()))
            return {};
        client.send(request(body));
        return client.receive(10000);
    }

    static inline const QByteArray secret = "sk-us_console-0000000000000000000";
    static inline const QByteArray question = R"({"model":"auto","messages":[{"role":"user","content":"hi"}]})";

    FakeUpstream upstream;
    std::unique_ptr<GatewayConsole> console;
};

} // namespace understudy::test
