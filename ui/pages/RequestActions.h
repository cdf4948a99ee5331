// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/TrialRun.h"
#include "widgets/Message.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace understudy {

class Console;
class LogDetail;

/// What is done with the request whose details are open: asking the ledger for what was recorded of it, sending it once more, copying it
/// as a curl command, and recording the contents of its key from now on. `detail` outlives it.
class RequestActions final : public QObject {
    Q_OBJECT

public:
    RequestActions(Console &console, LogDetail &detail, QObject *parent = nullptr);
    ~RequestActions() override;

    /// Another request is presented: says whether its key records, and completes it when nobody moves on within a moment.
    void follow();
    void repeat();

signals:
    void said(const understudy::Message &message);
    void showWished(const QString &id); ///< the request that repeating made

private:
    void complete();
    void showRecording();
    void setRecording(bool on);
    void record(const QString &keyId, const QString &keyName, bool on);
    void copyAsCurl();

    Console &m_console;
    LogDetail &m_detail;
    QTimer m_completeSoon;
    std::unique_ptr<TrialRun> m_repeat;
};

} // namespace understudy
