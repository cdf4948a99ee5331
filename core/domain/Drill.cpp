// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Drill.h"

#include <algorithm>
#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, DrillFaultCount> FaultWords{
    "healthy"_L1, "refused"_L1, "name_not_found"_L1, "401"_L1, "402"_L1, "429"_L1, "500"_L1, "503"_L1, "silent_before_head"_L1,
    "silent_before_output"_L1, "reset"_L1, "stalled"_L1, "cut_off"_L1, "malformed_json"_L1, "empty_answer"_L1, "error_inside_200"_L1, "slow"_L1,
    "slow_stream"_L1};

constexpr std::array<QLatin1StringView, DrillPresetCount> PresetWords{
    "primary-down"_L1, "primary-slow"_L1, "rate-limit-storm"_L1, "everything-down"_L1, "dies-mid-stream"_L1};

template<typename Enum, size_t Count>
std::optional<Enum> fromWord(const std::array<QLatin1StringView, Count> &words, QStringView text)
{
    const auto found = std::find(words.begin(), words.end(), text);
    return found == words.end() ? std::nullopt : std::optional(Enum(found - words.begin()));
}

} // namespace

QLatin1StringView word(DrillFault fault) { return FaultWords[size_t(fault)]; }
std::optional<DrillFault> drillFaultFromWord(QStringView text) { return fromWord<DrillFault>(FaultWords, text); }
QLatin1StringView word(DrillPreset preset) { return PresetWords[size_t(preset)]; }
std::optional<DrillPreset> drillPresetFromWord(QStringView text) { return fromWord<DrillPreset>(PresetWords, text); }

QList<DrillFault> faultsOf(DrillPreset preset, int candidates)
{
    QList<DrillFault> faults(candidates, DrillFault::Healthy);
    if (candidates == 0)
        return faults;
    switch (preset) {
    case DrillPreset::PrimaryDown:
        faults[0] = DrillFault::Unavailable;
        break;
    case DrillPreset::PrimarySlow:
        faults[0] = DrillFault::SilentBeforeOutput;
        break;
    case DrillPreset::RateLimitStorm: // all but the last one
        std::fill(faults.begin(), faults.begin() + std::max(1, candidates - 1), DrillFault::RateLimited);
        break;
    case DrillPreset::EverythingDown:
        faults.fill(DrillFault::Unavailable);
        break;
    case DrillPreset::DiesMidStream:
        faults[0] = DrillFault::Reset;
        break;
    }
    return faults;
}

DrillFigures figuresOf(const DrillReport &report)
{
    DrillFigures figures;
    QList<qint64> times;
    for (const DrillExchange &exchange : report.exchanges) {
        ++figures.requests;
        figures.complete += exchange.complete ? 1 : 0;
        ++figures.byStatus[exchange.httpStatus];
        times.append(exchange.durationMs);
        const QList<AttemptRecord> &attempts = exchange.record.attempts;
        figures.attempts += int(attempts.size());
        figures.rescued += exchange.complete && attempts.size() > 1 ? 1 : 0;
        figures.tokens += exchange.complete ? exchange.record.usage.total().value_or(0) : 0;
        for (const AttemptRecord &attempt : attempts) {
            if (attempt.outcome != Outcome::Answered)
                figures.lostTokens += attempt.usage.total().value_or(0);
            figures.unknownAttempts += attempt.provenance == Provenance::Unknown ? 1 : 0;
        }
    }
    if (!times.isEmpty()) {
        std::sort(times.begin(), times.end());
        figures.medianMs = times[times.size() / 2];
        figures.slowestMs = times.last();
    }
    std::copy_if(report.health.begin(), report.health.end(), std::back_inserter(figures.suspended),
                 [](const CandidateHealth &health) { return health.suspendedFor.has_value(); });
    return figures;
}

} // namespace understudy
