// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CandidateHealth.h"
#include "domain/ExchangeRecord.h"

#include <QHash>

namespace understudy {

/// How a candidate behaves in a drill, on the wire. The order is the order in menus.
enum class DrillFault {
    Healthy,         ///< as it is: a provider's model is really called, and costs
    Refused,         ///< nobody listens on its port
    NameNotFound,    ///< its host has no address
    Unauthorized,    ///< 401
    PaymentRequired, ///< 402
    RateLimited,     ///< 429 with Retry-After
    ServerError,     ///< 500
    Unavailable,     ///< 503
    SilentBeforeHead,   ///< accepts and never answers
    SilentBeforeOutput, ///< a head and keep-alives, never an output
    Reset,           ///< connection reset after the first output
    Stalled,         ///< silent after the first output
    CutOff,          ///< ends after some output, without the end mark
    MalformedJson,
    EmptyAnswer,     ///< 200 and whole, with nothing in it
    ErrorInside200,  ///< an error event or body under a 200
    Slow,            ///< answers, with its first output late
    SlowStream,      ///< answers, a little at a time
};
inline constexpr int DrillFaultCount = int(DrillFault::SlowStream) + 1;

/// "healthy", "refused", "name_not_found", "401", "402", "429", "500", "503", "silent_before_head", "silent_before_output", "reset",
/// "stalled", "cut_off", "malformed_json", "empty_answer", "error_inside_200", "slow", "slow_stream": on the command line and in reports.
QLatin1StringView word(DrillFault fault);
std::optional<DrillFault> drillFaultFromWord(QStringView text);

enum class DrillPreset { PrimaryDown, PrimarySlow, RateLimitStorm, EverythingDown, DiesMidStream };
inline constexpr int DrillPresetCount = int(DrillPreset::DiesMidStream) + 1;
QLatin1StringView word(DrillPreset preset); ///< "primary-down", "primary-slow", "rate-limit-storm", "everything-down", "dies-mid-stream"
std::optional<DrillPreset> drillPresetFromWord(QStringView text);
/// The faults that a preset gives a chain of that many candidates.
QList<DrillFault> faultsOf(DrillPreset preset, int candidates);

/// What shall be played.
struct DrillPlan {
    static constexpr int MostRequests = 1000;
    static constexpr int MostParallel = 50;

    QString keyId;
    QList<DrillFault> faults; ///< by place in the chain; places beyond the end are healthy
    int requests = 1;         ///< 1–MostRequests
    int parallel = 1;         ///< 1–MostParallel, at the same time
    bool stream = true;
    /// Instead of the key's timeouts, so that nobody waits three minutes for a silence; the report says so. Absent: the key's own.
    std::optional<Milliseconds> timeout = Milliseconds(3000);
    QString prompt = QStringLiteral("Who are you?");
    bool operator==(const DrillPlan &) const = default;
};

/// One request of a drill: what its client saw, and what the gateway did for it.
struct DrillExchange {
    int number = 0; ///< from 0
    int httpStatus = 0; ///< 0: none came
    bool complete = false; ///< a 200 and, streamed, an end with its mark and without an error event
    QString error; ///< what the client was told when not complete; may be empty
    qint64 durationMs = 0;
    std::optional<qint64> firstOutputMs;
    ExchangeRecord record; ///< kind Drill
    bool operator==(const DrillExchange &) const = default;
};

/// One place of the chain, as it was drilled.
struct DrillBox {
    QString channel;
    QString model;
    DrillFault fault = DrillFault::Healthy;
    bool operator==(const DrillBox &) const = default;
};

struct DrillReport {
    DrillPlan plan;
    QString keyName;
    WallTime began{};
    qint64 tookMs = 0;
    QList<DrillBox> chain;
    QList<DrillExchange> exchanges; ///< by number
    QList<CandidateHealth> health;  ///< of the drill's own breakers, at its end
    bool operator==(const DrillReport &) const = default;
};

/// The figures of a report.
struct DrillFigures {
    int requests = 0;
    int complete = 0;
    int attempts = 0;
    int rescued = 0; ///< complete, and not by the first attempt
    QHash<int, int> byStatus; ///< what clients saw: HTTP status → requests; a broken stream counts under its 200 and not as complete
    std::optional<qint64> medianMs;
    std::optional<qint64> slowestMs;
    qint64 tokens = 0;     ///< of answers
    qint64 lostTokens = 0; ///< reported for attempts that failed
    int unknownAttempts = 0;
    QList<CandidateHealth> suspended;
    bool operator==(const DrillFigures &) const = default;
};
DrillFigures figuresOf(const DrillReport &report);

} // namespace understudy
