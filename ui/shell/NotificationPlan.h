// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "console/GatewayState.h"
#include "domain/CandidateHealth.h"
#include "domain/ExchangeRecord.h"
#include "domain/LimitUse.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QTime>

#include <optional>

namespace understudy {

/// One thing worth telling, without words (NotificationWords).
struct Notice {
    enum class Kind { ChannelTripped, ChannelRecovered, ChainFailed, GatewayFailed, LedgerFailing, LedgerRecovered, LimitNear, LimitReached };
    Kind kind = Kind::GatewayFailed;
    QString id;       ///< the channel's or the key's; empty for gateway and ledger
    QString name;     ///< of the key
    QString exchange; ///< the request in which a whole chain failed
    QString detail;   ///< the problem in the core's words
    bool needsAttention = false; ///< of a channel: it will not get well by itself
    std::optional<LimitUse> limit = std::nullopt; ///< of LimitNear and LimitReached
    int more = 0;     ///< what happened to the same since it was told last, when this sums up
    bool operator==(const Notice &) const = default;

    bool isError() const { return kind != Kind::ChannelRecovered && kind != Kind::LedgerRecovered; }
};

struct NotificationRules {
    enum class Which { Off, Errors, All };
    Which which = Which::Errors;
    bool quietHours = false;
    QTime quietFrom{22, 0};
    QTime quietTo{8, 0};
    bool operator==(const NotificationRules &) const = default;
};

/// Whether `at` lies in the quiet hours; they may go over midnight. From and to alike: the whole day.
bool isQuiet(const NotificationRules &rules, QTime at);

/// Decides what is told and when: changes of state only, never single requests; about one channel (key, gateway, ledger) at most
/// once in Window, the rest summed up at its end. What happens while nothing may be told is not told later either. Pure but for
/// the clock; the caller shows what it is given and calls overdue() at nextDue().
class NotificationPlan final {
public:
    static constexpr std::chrono::minutes Window{5};

    explicit NotificationPlan(const Clock &clock) : m_clock(clock) {}

    void setRules(const NotificationRules &rules) { m_rules = rules; }
    const NotificationRules &rules() const { return m_rules; }
    void pauseUntil(std::optional<MonotonicTime> until) { m_pausedUntil = until; }
    bool isPaused() const { return m_pausedUntil && m_clock.now() < *m_pausedUntil; }

    /// How things are at the start: told by nobody.
    void begin(const GatewayState &state, const QList<CandidateHealth> &health, const QList<LimitUse> &limits = {});

    [[nodiscard]] QList<Notice> state(const GatewayState &state);
    [[nodiscard]] QList<Notice> health(const QList<CandidateHealth> &health);
    /// Told when 80 % and when all of a limit of tokens is used, once each; again only after it had been less. How a limit
    /// is when it is first seen is not told, nor are limits per minute: they come and go.
    [[nodiscard]] QList<Notice> limits(const QList<LimitUse> &limits);
    [[nodiscard]] QList<Notice> recorded(const QList<ExchangeRecord> &exchanges);

    /// What the end of a window brings, and when the next one ends that has something to sum up.
    [[nodiscard]] QList<Notice> overdue();
    std::optional<MonotonicTime> nextDue() const;

private:
    struct Subject {
        MonotonicTime told;
        int untold = 0;
        Notice latest;
    };
    bool mayTell() const;
    bool isWanted(const Notice &notice) const;
    void happened(const QString &subject, const Notice &notice, QList<Notice> &out);

    const Clock &m_clock;
    NotificationRules m_rules;
    std::optional<MonotonicTime> m_pausedUntil;
    QHash<QString, Subject> m_subjects;
    QMap<QString, bool> m_tripped;
    QHash<QString, LimitLevel> m_limits;
    bool m_gatewayFailed = false;
    bool m_ledgerFailing = false;
};

} // namespace understudy
