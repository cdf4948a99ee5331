// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"

#include <QHash>

namespace understudy {

class Preferences;

/// Records the contents of a key for a number of requests and then no longer. The key's policy is switched on, the requests that arrive
/// after that are counted as they end, and it is switched off again; also when this goes, as the console does when it is quit. What a
/// crash left on is remembered in the preferences and switched off at the next start. Whoever switches a key off meanwhile ends its round.
///
/// Counting follows the requests by a moment, so that a few more are recorded when they come fast.
class RecordingRounds final : public QObject {
    Q_OBJECT

public:
    static constexpr int Requests = 10;

    /// Both outlive it.
    RecordingRounds(Console &console, Preferences &preferences, QObject *parent = nullptr);
    ~RecordingRounds() override;

    /// `done` as of Console::change.
    void begin(const QString &keyId, QObject *context, Console::Reply<void> done);
    void forget(const QString &keyId); ///< its recording goes on, or not, as a person says
    int left(const QString &keyId) const; ///< requests that are still to come; 0: no round

    /// Switches a key's recording, without a round.
    static void record(Console &console, const QString &keyId, bool on, QObject *context, Console::Reply<void> done);

signals:
    void counted(const QString &keyId); ///< left() has changed

private:
    struct Round {
        std::optional<WallTime> since; ///< absent: not switched on yet
        int left = Requests;
        bool ending = false; ///< it is being switched off
    };

    void count(const QList<ExchangeRecord> &exchanges);
    void follow();
    void end(const QString &keyId);
    void remember();

    Console &m_console;
    Preferences &m_preferences;
    QHash<QString, Round> m_rounds;
    QStringList m_leftovers; ///< of a run before this one
};

} // namespace understudy
