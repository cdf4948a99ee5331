// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Loop.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace understudy::bench {

// Durations, and their percentiles as JSON in microseconds: {"p50":1.2,…}, null when there are none.
class Samples final {
public:
    void add(Nanoseconds duration) { m_all.push_back(duration); }

    std::string json()
    {
        if (m_all.empty())
            return "null";
        std::sort(m_all.begin(), m_all.end());
        char text[160];
        std::snprintf(text, sizeof text, R"({"p50":%.1f,"p90":%.1f,"p99":%.1f,"max":%.1f})", at(0.5), at(0.9), at(0.99), at(1));
        return text;
    }

private:
    double at(double share) const { return double(m_all[std::size_t(share * double(m_all.size() - 1))]) / 1000; }

    std::vector<Nanoseconds> m_all;
};

} // namespace understudy::bench
