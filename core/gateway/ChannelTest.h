// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "domain/ConnectionStages.h"
#include "gateway/ProviderCall.h"
#include "gateway/ProviderFailure.h"

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
    void lookUp();
    void lookedUp(const QList<QHostAddress> &addresses, const QString &problem);
    void connectNext();
    void connected();
    void encrypt();
    void socketFailed();
    void dropSocket();
    void signIn();
    void signedIn(const WholeReply &reply);
    void readModels(const WholeReply &reply);
    void complete();
    void completed(const WholeReply &reply);
    void timedOut();

    void begin(TestStage stage);
    void pass(const QString &text, StageState state = StageState::Passed, const QString &fix = {});
    void skip(TestStage stage, const QString &why);
    void fail(const ProviderFailure &failure);
    void end(bool passed);

    ModelType typeOf(const QString &model) const;
    QString modelToAsk() const;

    const Channel m_channel;
    const Provider m_provider;
    const Clock &m_clock;
    const Options m_options;
    ChannelCaller m_caller;
    QNetworkProxy m_proxy{QNetworkProxy::NoProxy};
    QString m_host;
    quint16 m_port = 0;
    TestStage m_stage = TestStage::Name;
    bool m_over = false;
    int m_lookup = -1;
    QList<QHostAddress> m_addresses;
    std::unique_ptr<QSslSocket> m_socket;
    QElapsedTimer m_took;
    QTimer m_timer;
};

} // namespace understudy
