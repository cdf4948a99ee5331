// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/QnamThread.h"

#include "base/EpollDispatcher.h"

#include <QNetworkAccessManager>
#include <QThread>

#if defined(UNDERSTUDY_QNAM_PRIVATE) && defined(Q_OS_LINUX)
#include <private/qnetworkaccessmanager_p.h>
#endif

namespace understudy {

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
