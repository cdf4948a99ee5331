// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/ProcessLimits.h"

#include "endpoint/Acceptor.h"

#include <QDir>

#ifdef Q_OS_UNIX
#include <algorithm>
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
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

void keepMemoryPrivate()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    // The limit alone is not asked where the kernel pipes cores to a program (systemd-coredump, apport).
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

int connectionsThatFit()
{
#ifdef Q_OS_LINUX
    constexpr qint64 enough = 1 << 20;
    constexpr qint64 spare = 64; // threads and their loops, the database, control connections
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    const qint64 all = limit.rlim_cur == RLIM_INFINITY ? enough : std::min(qint64(limit.rlim_cur), enough);
    const qint64 open = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
    const qint64 free = std::max<qint64>(0, all - open - spare);
    // The refusals that linger are a quarter of the connections, but never fewer than with none.
    const qint64 lingering = Acceptor::mostLingering(0);
    return int(std::max<qint64>(1, std::min((free - lingering) / 2, free * 4 / 9)));
#else
    return 0;
#endif
}

} // namespace understudy
