// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace understudy {

/// SIGTERM and SIGINT as one Qt signal; the second one ends the process at once, without any clean-up (exit code 128 + its
/// number). One object a process. SIGPIPE is ignored from here on: a log reader that went away must not stop a gateway.
class TerminationSignals final : public QObject {
    Q_OBJECT

public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override; ///< gives the signals their default meaning back

signals:
    void received(); ///< once

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace understudy
