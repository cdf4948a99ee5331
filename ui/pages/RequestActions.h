// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/TrialRun.h"
#include "widgets/Message.h"
#include "widgets/Wish.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace understudy {

class Console;
class LogDetail;
class Preferences;
class RecordingRounds;
class SecretClipboard;
struct GatewayKey;

/// What is done with the request whose details are open: asking the ledger for what was recorded of it, sending it once more, copying it
/// as a curl command, opening a channel that it used, and recording the contents of its key from now on. All outlive it.
class RequestActions final : public QObject {
    Q_OBJECT

public:
    struct Means {
        Console &console;
        Preferences &preferences;
        SecretClipboard &clipboard;
        RecordingRounds &rounds;
    };
    RequestActions(const Means &means, LogDetail &detail, QObject *parent = nullptr);
    ~RequestActions() override;

    /// Another request is presented: says whether its key records, and completes it when nobody moves on within a moment.
    void follow();
    void repeat();

signals:
    void said(const understudy::Message &message);
    void wished(const understudy::Wish &wish);
    void showWished(const QString &id); ///< the request that repeating made

private:
    const GatewayKey *key() const; ///< of the request; null: it does not exist any more
    void complete();
    void showRecording();
    void setRecording(bool on);
    void recordSome(const QString &keyId, const QString &keyName);
    void record(const QString &keyId, const QString &keyName, bool on);
    void copyAsCurl();
    void copyWithKey();
    void openChannel(const QString &id);

    Means m_means;
    LogDetail &m_detail;
    QTimer m_completeSoon;
    std::unique_ptr<TrialRun> m_repeat;
};

} // namespace understudy
