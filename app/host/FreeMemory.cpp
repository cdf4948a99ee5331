// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/FreeMemory.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <dlfcn.h>
#endif

namespace understudy {

void releaseFreeMemory()
{
#ifdef Q_OS_UNIX
    // Looked up, not linked: only the programs have tcmalloc, this library is also in tests with the sanitizers' allocator.
    using Release = void (*)();
    static const auto release = reinterpret_cast<Release>(::dlsym(RTLD_DEFAULT, "MallocExtension_ReleaseFreeMemory"));
    if (release)
        release();
#endif
}

} // namespace understudy
