# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables: medians over the repetitions, and ratios to nginx within each repetition."""

from statistics import median

BUSY_CORES = 0.15   # when others use more, the figures are marked


def at(*path):
    def value(result):
        for name in path:
            result = result.get(name) if result else None
        return result
    return value


RATE = ("req/s", at("perSecond"), 0)
CPU = ("CPU ms/1000", at("cpuMsPer1000"), 1)
CORES = ("cores", at("cores"), 3)
LEDGER = ("ledger %", at("ledgerPercent"), 1)   # of the CPU of load, provider and gateway
LATENCY = [("p50 µs", at("latencyUs", "p50"), 0), ("p99 µs", at("latencyUs", "p99"), 0)]
MEMORY = [("RSS MB", at("rssMb"), 1), ("PSS MB", at("pssMb"), 1)]
STREAM = [("first token p50 µs", at("firstTokenUs", "p50"), 0), ("p99", at("firstTokenUs", "p99"), 0),
          ("chunk delay p50 µs", at("chunkDelayUs", "p50"), 0), ("p99", at("chunkDelayUs", "p99"), 0)]
HELD = [("at once", at("mostOpen"), 0), ("KB/stream", at("kbPerStream"), 1)]
FAILED = ("failed", at("failed"), 0)


def columns(scenario):
    if scenario.held:
        return [("intact", at("good"), 0), *HELD, *STREAM, CORES, *MEMORY, FAILED]
    if scenario.streams:
        return [("streams", at("good"), 0), *STREAM, CORES, *MEMORY, FAILED]
    return [RATE, *LATENCY, CPU, LEDGER, *MEMORY, FAILED]


def compared(scenario):
    """(title, value, how): a ratio to nginx in the same repetition, or what is added to the direct way."""
    if scenario.held:
        return [("CPU ÷ nginx", at("cores"), "nginx")]
    if scenario.streams:
        return [("CPU ÷ nginx", at("cores"), "nginx"), ("first token + µs", at("firstTokenUs", "p50"), "direct")]
    return [("req/s ÷ nginx", at("perSecond"), "nginx"), ("p50 + µs", at("latencyUs", "p50"), "direct")]


def show(number, digits):
    return "-" if number is None else f"{number:,.{digits}f}"


def middle(results, value):
    found = [value(result) for result in results.values()]
    found = [number for number in found if number is not None]
    return median(found) if found else None


def against(mine, theirs, value, how):
    pairs = [(value(mine[rep]), value(theirs[rep])) for rep in mine if rep in theirs]
    pairs = [(one, other) for one, other in pairs if one is not None and other is not None]
    if how == "direct":
        return show(median(one - other for one, other in pairs), 0) if pairs else "-"
    ratios = [one / other for one, other in pairs if other]
    return show(median(ratios), 2) if ratios else "-"


def table(scenario, measured, all_measured):
    """`measured`: {peer: {repetition: result}}."""
    rows = [["", *(title for title, _, _ in columns(scenario)), *(title for title, _, _ in compared(scenario))]]
    twin = all_measured.get(scenario.healthy_twin, {})
    if twin:
        rows[0].append("÷ healthy")
    for peer, results in measured.items():
        row = [peer] + [show(middle(results, value), digits) for _, value, digits in columns(scenario)]
        for _, value, how in compared(scenario):
            row.append(against(results, measured.get(how, {}), value, how))
        if twin:
            row.append(against(results, twin.get(peer, {}), at("perSecond"), peer))
        rows.append(row)
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = [f"{scenario.name}: {scenario.title}"]
    for row in rows:
        lines.append("  " + row[0].ljust(widths[0]) + "".join("  " + cell.rjust(width) for cell, width in zip(row[1:], widths[1:])))
    problems = {f"{peer}: {problem}" for peer, results in measured.items() for result in results.values()
                for problem in result.get("problems", {})}
    for peer, results in measured.items():
        busy = [result["othersCores"] for result in results.values() if result["othersCores"] > BUSY_CORES]
        if busy:
            problems.add(f"{peer}: other processes used up to {max(busy):.1f} cores in {len(busy)} of {len(results)} runs")
    return "\n".join(lines + [f"  ! {problem}" for problem in sorted(problems)])
