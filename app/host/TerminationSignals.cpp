// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/TerminationSignals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace understudy {

#ifdef Q_OS_UNIX

namespace {

// Only what POSIX allows in a handler: a write to this pipe and _exit.
int wakePipe[2] = {-1, -1};
volatile sig_atomic_t seen = 0;

void onSignal(int number)
{
    if (seen >= 2)
        ::_exit(128 + number);
    seen = seen + 1;
    [[maybe_unused]] const ssize_t ignored = ::write(wakePipe[1], "x", 1);
}

void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
}

} // namespace

TerminationSignals::TerminationSignals(QObject *parent) : QObject(parent)
{
    if (::pipe2(wakePipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals keep their default meaning: the process still ends
    m_notifier = new QSocketNotifier(wakePipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char bytes[8];
        ssize_t count = ::read(wakePipe[0], bytes, sizeof bytes);
        for (; count > 0; --count) {
            if (m_told++ == 0)
                emit received();
            else
                emit insisted();
        }
    });
    seen = 0;
    handle(SIGTERM, onSignal);
    handle(SIGINT, onSignal);
    handle(SIGPIPE, SIG_IGN);
}

TerminationSignals::~TerminationSignals()
{
    handle(SIGTERM, SIG_DFL);
    handle(SIGINT, SIG_DFL);
    delete m_notifier;
    for (int &end : wakePipe) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

#else

TerminationSignals::TerminationSignals(QObject *parent) : QObject(parent) { }
TerminationSignals::~TerminationSignals() = default;

#endif

} // namespace understudy
