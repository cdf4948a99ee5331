// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RecordingRounds.h"

#include "preferences/Preferences.h"

#include <QPointer>

#include <algorithm>

namespace understudy {

namespace {

bool records(const Configuration &configuration, const QString &keyId)
{
    return std::any_of(configuration.keys.begin(), configuration.keys.end(), [&keyId](const GatewayKey &key) { return key.id == keyId && key.policy.recordContent; });
}

} // namespace

RecordingRounds::RecordingRounds(Console &console, Preferences &preferences, QObject *parent)
    : QObject(parent), m_console(console), m_preferences(preferences), m_leftovers(preferences.get(preferences::RecordingRounds))
{
    connect(&m_console, &Console::recorded, this, &RecordingRounds::count);
    connect(&m_console, &Console::configurationChanged, this, &RecordingRounds::follow);
    follow();
}

RecordingRounds::~RecordingRounds()
{
    m_console.disconnect(this);
    const QStringList keys = m_rounds.keys(); // they stay in the preferences: nobody hears any more whether it worked
    for (const QString &keyId : keys)
        record(m_console, keyId, false, this, [](const Result<void> &) {});
}

void RecordingRounds::record(Console &console, const QString &keyId, bool on, QObject *context, Console::Reply<void> done)
{
    console.change(
        [keyId, on](const Configuration &stored) -> Result<Configuration> {
            Configuration after = stored;
            for (GatewayKey &key : after.keys) {
                if (key.id == keyId)
                    key.policy.recordContent = on;
            }
            return after;
        },
        context, std::move(done));
}

void RecordingRounds::begin(const QString &keyId, QObject *context, Console::Reply<void> done)
{
    m_leftovers.removeAll(keyId);
    m_rounds.insert(keyId, {});
    remember(); // before it is on: a crash in between must not leave it on
    record(m_console, keyId, true, this, [this, keyId, context = QPointer<QObject>(context), done = std::move(done)](const Result<void> &result) {
        if (const auto round = m_rounds.find(keyId); result && round != m_rounds.end())
            round->since = SystemClock().wall();
        if (!result)
            forget(keyId);
        emit counted(keyId);
        if (context)
            done(result);
    });
}

void RecordingRounds::forget(const QString &keyId)
{
    if (m_rounds.remove(keyId) + m_leftovers.removeAll(keyId) > 0)
        remember();
}

int RecordingRounds::left(const QString &keyId) const
{
    const auto round = m_rounds.constFind(keyId);
    return round == m_rounds.cend() ? 0 : round->left;
}

void RecordingRounds::count(const QList<ExchangeRecord> &exchanges)
{
    QStringList touched;
    for (const ExchangeRecord &exchange : exchanges) {
        const auto round = m_rounds.find(exchange.keyId);
        if (round == m_rounds.end() || !round->since || exchange.time < *round->since || exchange.kind == ExchangeKind::Drill)
            continue;
        round->left = std::max(0, round->left - 1);
        if (!touched.contains(exchange.keyId))
            touched.append(exchange.keyId);
    }
    for (const QString &keyId : std::as_const(touched)) {
        if (left(keyId) == 0)
            end(keyId);
        emit counted(keyId);
    }
}

/// When it cannot be switched off now, the next request tries again, and at the latest the next start.
void RecordingRounds::end(const QString &keyId)
{
    const auto round = m_rounds.find(keyId);
    if (round != m_rounds.end() && std::exchange(round->ending, true))
        return;
    record(m_console, keyId, false, this, [this, keyId](const Result<void> &done) {
        if (done)
            return forget(keyId);
        if (const auto still = m_rounds.find(keyId); still != m_rounds.end())
            still->ending = false;
    });
}

void RecordingRounds::follow()
{
    if (m_console.configuration().keys.isEmpty())
        return; // not read yet, or nothing to do
    const QStringList leftovers = m_leftovers;
    for (const QString &keyId : leftovers) {
        if (records(m_console.configuration(), keyId))
            end(keyId);
        else
            forget(keyId);
    }
    const QStringList keys = m_rounds.keys();
    for (const QString &keyId : keys) {
        if (m_rounds.value(keyId).since && !records(m_console.configuration(), keyId)) {
            forget(keyId);
            emit counted(keyId);
        }
    }
}

void RecordingRounds::remember()
{
    m_preferences.set(preferences::RecordingRounds, m_leftovers + m_rounds.keys());
    m_preferences.sync();
}

} // namespace understudy
