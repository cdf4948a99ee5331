// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into the program under test: its wall clock is off by as many seconds as the file UNDERSTUDY_TEST_CLOCK says (a
// 64-bit integer, read anew at every look). The monotonic clocks stay as they are.
#include <cstdint>
#include <cstdlib>
#include <ctime>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

std::int64_t offset()
{
    static const volatile std::int64_t *const place = [] {
        const char *path = std::getenv("UNDERSTUDY_TEST_CLOCK");
        const int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
        void *mapped = fd >= 0 ? mmap(nullptr, sizeof(std::int64_t), PROT_READ, MAP_SHARED, fd, 0) : MAP_FAILED;
        if (fd >= 0)
            close(fd);
        return mapped == MAP_FAILED ? nullptr : static_cast<const volatile std::int64_t *>(mapped);
    }();
    return place ? *place : 0;
}

} // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec *time) noexcept
{
    const int result = int(syscall(SYS_clock_gettime, clock, time));
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        time->tv_sec += offset();
    return result;
}

int gettimeofday(timeval *time, void *) noexcept
{
    timespec exact;
    const int result = clock_gettime(CLOCK_REALTIME, &exact);
    time->tv_sec = exact.tv_sec;
    time->tv_usec = exact.tv_nsec / 1000;
    return result;
}

time_t time(time_t *place) noexcept
{
    timespec exact;
    clock_gettime(CLOCK_REALTIME, &exact);
    if (place)
        *place = exact.tv_sec;
    return exact.tv_sec;
}

} // extern "C"
