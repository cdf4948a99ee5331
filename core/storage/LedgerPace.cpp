// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/LedgerPace.h"

#include <algorithm>

namespace understudy {

void LedgerPace::took(size_t exchanges, std::chrono::nanoseconds in)
{
    const std::chrono::duration<double> time = std::max<std::chrono::nanoseconds>(in, m_limits.window);
    m_fast = double(exchanges) >= m_limits.fastFrom * time.count();
}

} // namespace understudy
