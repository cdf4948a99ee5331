// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/LimitUse.h"

#include <algorithm>
#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

QLatin1StringView word(LimitKind kind)
{
    static constexpr std::array words{"requests_per_minute"_L1, "tokens_per_day"_L1, "tokens_per_month"_L1, "free_tokens"_L1};
    static_assert(words.size() == LimitKindCount);
    return words[size_t(kind)];
}

LimitLevel limitLevel(qint64 used, qint64 limit)
{
    if (limit <= 0)
        return LimitLevel::Fine;
    if (used >= limit)
        return LimitLevel::Reached;
    // As floating point: limits may be near the end of the range.
    return double(used) * 100 >= double(limit) * NearPercent ? LimitLevel::Near : LimitLevel::Fine;
}

int usedPercent(const LimitUse &use)
{
    if (use.limit <= 0 || use.used <= 0)
        return 0;
    if (use.used >= use.limit)
        return 100;
    return std::clamp(int(double(use.used) * 100 / double(use.limit)), 1, 99);
}

const LimitUse *tightest(const QList<LimitUse> &all, LimitUse::Of of, const QString &id)
{
    const LimitUse *found = nullptr;
    for (const LimitUse &use : all) {
        if (use.of != of || use.id != id || use.limit <= 0)
            continue;
        if (!found || double(use.used) * double(found->limit) > double(found->used) * double(use.limit))
            found = &use;
    }
    return found;
}

} // namespace understudy
