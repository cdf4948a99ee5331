// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/NotificationPlan.h"

#include "shell/TrayPicture.h"

#include <QDateTime>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

bool isFailed(const GatewayState &state) { return state.phase == GatewayState::Phase::Failed || state.phase == GatewayState::Phase::Broken; }

bool needsAttention(const QList<CandidateHealth> &health, const QString &channel)
{
    return std::any_of(health.begin(), health.end(), [&](const CandidateHealth &h) { return h.channel == channel && h.needsAttention; });
}

QString subjectOf(const LimitUse &use)
{
    return (use.of == LimitUse::Of::Key ? u"limit key "_s : u"limit channel "_s) + use.id + u' ' + word(use.kind);
}

} // namespace

bool isQuiet(const NotificationRules &rules, QTime at)
{
    if (!rules.quietHours)
        return false;
    if (rules.quietFrom < rules.quietTo)
        return at >= rules.quietFrom && at < rules.quietTo;
    return at >= rules.quietFrom || at < rules.quietTo;
}

bool NotificationPlan::mayTell() const
{
    return m_rules.which != NotificationRules::Which::Off && !isPaused()
        && !isQuiet(m_rules, QDateTime::fromMSecsSinceEpoch(m_clock.wall().time_since_epoch().count()).time());
}

bool NotificationPlan::isWanted(const Notice &notice) const
{
    return mayTell() && (notice.isError() || m_rules.which == NotificationRules::Which::All);
}

void NotificationPlan::happened(const QString &subject, const Notice &notice, QList<Notice> &out)
{
    const auto known = m_subjects.find(subject);
    const MonotonicTime now = m_clock.now();
    if (known != m_subjects.end() && now - known->told < Window) {
        if (isWanted(notice))
            ++known->untold;
        if (known->untold > 0)
            known->latest = notice; // how it is in the end, also when that alone would not be told
        return;
    }
    if (!isWanted(notice))
        return;
    m_subjects.insert(subject, {now, 0, notice});
    out.append(notice);
}

void NotificationPlan::begin(const GatewayState &state, const QList<CandidateHealth> &health, const QList<LimitUse> &limits)
{
    for (const LimitUse &use : limits)
        m_limits.insert(subjectOf(use), limitLevel(use));
    m_tripped = trippedChannels(health);
    m_gatewayFailed = isFailed(state);
    m_ledgerFailing = !state.ledgerProblem.isEmpty();
}

QList<Notice> NotificationPlan::state(const GatewayState &state)
{
    QList<Notice> out;
    const bool failed = isFailed(state);
    if (failed != m_gatewayFailed) {
        m_gatewayFailed = failed;
        if (failed) {
            happened(u"gateway"_s, {Notice::Kind::GatewayFailed, {}, {}, {}, state.problem ? state.problem->text : QString()}, out);
        } else if (const auto known = m_subjects.find(u"gateway"_s); known != m_subjects.end()) {
            known->untold = 0; // no news any more
        }
    }
    const bool failing = !state.ledgerProblem.isEmpty();
    if (failing != m_ledgerFailing) {
        m_ledgerFailing = failing;
        happened(u"ledger"_s, {failing ? Notice::Kind::LedgerFailing : Notice::Kind::LedgerRecovered, {}, {}, {}, state.ledgerProblem}, out);
    }
    return out;
}

QList<Notice> NotificationPlan::health(const QList<CandidateHealth> &health)
{
    QList<Notice> out;
    const QMap<QString, bool> now = trippedChannels(health);
    for (auto it = now.begin(); it != now.end(); ++it) {
        if (it.value() == m_tripped.value(it.key()))
            continue;
        Notice notice{it.value() ? Notice::Kind::ChannelTripped : Notice::Kind::ChannelRecovered, it.key(), {}, {}, {}};
        notice.needsAttention = it.value() && needsAttention(health, it.key());
        happened(u"channel "_s + it.key(), notice, out);
    }
    m_tripped = now; // one that is gone was deleted or reset: that is no recovery
    return out;
}

QList<Notice> NotificationPlan::limits(const QList<LimitUse> &limits)
{
    QList<Notice> out;
    for (const LimitUse &use : limits) {
        if (use.kind == LimitKind::RequestsPerMinute)
            continue;
        const QString subject = subjectOf(use);
        const LimitLevel level = limitLevel(use);
        const auto known = m_limits.find(subject);
        if (known == m_limits.end()) { // how it was when the gateway started is no news
            m_limits.insert(subject, level);
            continue;
        }
        if (level <= std::exchange(*known, level))
            continue;
        Notice notice{level == LimitLevel::Reached ? Notice::Kind::LimitReached : Notice::Kind::LimitNear, use.id, {}, {}, {}};
        notice.limit = use;
        // Each level is a subject of its own: the second must not wait for the window of the first.
        happened(subject + (level == LimitLevel::Reached ? u" reached"_s : u" near"_s), notice, out);
    }
    return out;
}

QList<Notice> NotificationPlan::recorded(const QList<ExchangeRecord> &exchanges)
{
    QList<Notice> out;
    for (const ExchangeRecord &exchange : exchanges) {
        if (exchange.kind != ExchangeKind::Live || exchange.status != ExchangeStatus::Failed || exchange.errorCode != "all_candidates_failed"_L1)
            continue;
        happened(u"key "_s + exchange.keyId, {Notice::Kind::ChainFailed, exchange.keyId, exchange.keyName, exchange.id, {}}, out);
    }
    return out;
}

QList<Notice> NotificationPlan::overdue()
{
    QList<Notice> out;
    const MonotonicTime now = m_clock.now();
    QStringList over;
    for (auto it = m_subjects.begin(); it != m_subjects.end(); ++it) {
        if (now - it->told < Window)
            continue;
        if (it->untold == 0 || !mayTell()) {
            over.append(it.key());
            continue;
        }
        Notice sum = it->latest;
        sum.more = it->untold;
        out.append(sum);
        *it = {now, 0, sum};
    }
    for (const QString &subject : std::as_const(over))
        m_subjects.remove(subject);
    std::sort(out.begin(), out.end(), [](const Notice &a, const Notice &b) { return std::tie(a.kind, a.id) < std::tie(b.kind, b.id); });
    return out;
}

std::optional<MonotonicTime> NotificationPlan::nextDue() const
{
    std::optional<MonotonicTime> next;
    for (const Subject &subject : m_subjects) {
        if (subject.untold > 0 && (!next || subject.told + Window < *next))
            next = subject.told + Window;
    }
    return next;
}

} // namespace understudy
