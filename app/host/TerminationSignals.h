// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace understudy {

/// SIGTERM and SIGINT as Qt signals: the first asks for an orderly end, the second for a quick one, and the third ends the
/// process at once, without any clean-up (exit code 128 + its number), also when the event loop hangs. One object a process.
/// SIGPIPE is ignored from here on: a log reader that went away must not stop a gateway.
class TerminationSignals final : public QObject {
    Q_OBJECT

public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override; ///< gives the signals their default meaning back

signals:
    void received(); ///< once
    void insisted(); ///< once, after received()

private:
    QSocketNotifier *m_notifier = nullptr;
    int m_told = 0;
};

} // namespace understudy
