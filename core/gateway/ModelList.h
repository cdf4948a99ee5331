// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "gateway/ProviderCall.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace understudy {

/// Asks a channel's provider which models it has, at the same addresses and with the same words for failures as ChannelTest.
///
/// start() once; then finished() exactly once, never from inside it. Destroying it cancels silently. Runs in the thread that made it,
/// whose event loop must run.
class ModelList final : public QObject {
    Q_OBJECT

public:
    static constexpr Milliseconds Patience{15000};

    /// `transport` and `clock` outlive the question.
    ModelList(const Channel &channel, const Provider &provider, Transport &transport, const Clock &clock, Milliseconds patience = Patience,
              QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ModelList)

    void start();

signals:
    /// Ids in the provider's order. NotFound: it has no list. Denied: the credential is refused. Unavailable: everything else.
    void finished(const understudy::Result<QStringList> &models);

private:
    void take(const WholeReply &reply);
    void end(const Result<QStringList> &models);

    const bool m_mayHaveList;
    const Clock &m_clock;
    ChannelCaller m_caller;
    QTimer m_timer;
};

} // namespace understudy
