// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Secret.h"
#include "domain/Channel.h"
#include "domain/ConnectionStages.h"
#include "domain/Provider.h"
#include "upstream/Transport.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <memory>

namespace understudy {

/// Tries a channel as a caller would, step by step: the provider's name, a connection, TLS, the credential, the list of models, one
/// answer of one token. Real calls, which may cost a little (the last step).
///
/// start() once; then stageDone() for each step in order (every step up to the first that failed, skipped ones too), then finished()
/// exactly once. Destroying it cancels silently. Runs in the thread that made it, whose event loop must run.
class ChannelTest final : public QObject {
    Q_OBJECT

public:
    struct Options {
        QString model;          ///< for the completion; empty: the channel's first one that can answer a chat or embed a text
        bool completion = true;
        Milliseconds stageTimeout{15000};
    };

    /// `transport` and `clock` outlive the test.
    ChannelTest(const Channel &channel, const Provider &provider, Transport &transport, const Clock &clock, Options options,
                QObject *parent = nullptr);
    ~ChannelTest() override;
    Q_DISABLE_COPY_MOVE(ChannelTest)

    void start();

signals:
    void stageDone(const understudy::StageResult &result);
    void finished(bool passed);

private:
    class Call;
    struct Reply;

    void lookUp();
    void lookedUp(const QList<QHostAddress> &addresses, const QString &problem);
    void connectNext();
    void connected();
    void encrypt();
    void socketFailed();
    void dropSocket();
    void signIn();
    void signedIn(const Reply &reply);
    void readModels(const Reply &reply);
    void complete();
    void completed(const Reply &reply);
    void timedOut();

    void begin(TestStage stage);
    void pass(const QString &text, StageState state = StageState::Passed, const QString &fix = {});
    void skip(TestStage stage, const QString &why);
    void fail(const QString &text, const QString &fix);
    void failWith(const Reply &reply, Api api);
    void end(bool passed);

    UpstreamRequest request(const QByteArray &method, const QUrl &url, const QByteArray &body) const;
    QString scrubbed(QString text) const;
    ModelType typeOf(const QString &model) const;
    QString modelToAsk() const;

    const Channel m_channel;
    const Provider m_provider;
    Transport &m_transport;
    const Clock &m_clock;
    const Options m_options;
    const Secret m_credential;
    QNetworkProxy m_proxy{QNetworkProxy::NoProxy};
    QString m_host;
    quint16 m_port = 0;
    TestStage m_stage = TestStage::Name;
    bool m_over = false;
    int m_lookup = -1;
    QList<QHostAddress> m_addresses;
    QList<QUrl> m_listUrls;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<Call> m_call;
    QElapsedTimer m_took;
    QTimer m_timer;
};

} // namespace understudy
