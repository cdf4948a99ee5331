// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/QnamThread.h"

#include "base/EpollDispatcher.h"

#include <QNetworkAccessManager>
#include <QThread>

#if defined(UNDERSTUDY_QNAM_PRIVATE) && defined(Q_OS_LINUX)
#include <private/qnetworkaccessmanager_p.h>
#endif

#ifdef Q_OS_UNIX
#include <algorithm>
#include <array>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace understudy {

bool canStartThread()
{
#ifdef Q_OS_UNIX
    std::array<int, 4> tried{}; // a loop takes two of them, and its first connection one
    for (int &fd : tried)
        fd = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    const bool enough = std::all_of(tried.begin(), tried.end(), [](int fd) { return fd >= 0; });
    for (const int fd : tried) {
        if (fd >= 0)
            ::close(fd);
    }
    return enough;
#else
    return true;
#endif
}

#if defined(UNDERSTUDY_QNAM_PRIVATE) && defined(Q_OS_LINUX)

bool canUseEpollThread()
{
    // The layout of private members may differ in every release.
    return QByteArrayView(qVersion()) == QByteArrayView(QT_VERSION_STR);
}

void useEpollThread(QNetworkAccessManager &manager)
{
    auto *d = static_cast<QNetworkAccessManagerPrivate *>(QObjectPrivate::get(&manager));
    Q_ASSERT(!d->thread);
    d->thread = new QThread;
    d->thread->setObjectName(QStringLiteral("http"));
    d->thread->setEventDispatcher(new EpollDispatcher); // owned by the thread
    d->thread->start();
}

#else

bool canUseEpollThread() { return false; }
void useEpollThread(QNetworkAccessManager &) { }

#endif

} // namespace understudy
