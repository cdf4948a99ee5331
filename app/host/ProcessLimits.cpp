// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/ProcessLimits.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <algorithm>
#include <sys/resource.h>
#endif

namespace understudy {

void raiseFileLimit()
{
#ifdef Q_OS_UNIX
    constexpr rlim_t enough = 65536; // some systems say "infinity" but refuse it
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    const rlim_t wanted = limit.rlim_max == RLIM_INFINITY ? enough : std::min(limit.rlim_max, enough);
    if (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur < wanted) {
        limit.rlim_cur = wanted;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
#endif
}

} // namespace understudy
