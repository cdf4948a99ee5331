// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QNetworkAccessManager;

namespace understudy {

/// Whether a manager's thread can be given our event dispatcher: built with the private headers of this very Qt, on Linux.
/// Without it a thread looks at all its connections at every turn (poll), so there must be few of them.
bool canUseEpollThread();

/// Whether the system has descriptors for one more manager's thread. Without them Qt, and our dispatcher too, end the process.
bool canStartThread();

/// Does it, before the manager's first request. The manager ends and deletes the thread, as it does with its own.
void useEpollThread(QNetworkAccessManager &manager);

} // namespace understudy
