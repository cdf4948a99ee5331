// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/Acceptor.h"

#include <QTcpSocket>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <sys/socket.h>
#endif
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace understudy {

using namespace Qt::StringLiterals;

namespace {
constexpr int ResumeAfterMs = 200;
constexpr int ProbeMs = 300;
constexpr int RefusedLingerMs = 1000;
constexpr int Backlog = 1024;
constexpr int AtOnce = 256; ///< so that a flood does not keep the thread from its other work
constexpr int FewestRefused = 32;
constexpr int MostRefused = 1024;

void closeDescriptor([[maybe_unused]] qintptr descriptor)
{
#ifdef Q_OS_UNIX
    ::close(int(descriptor));
#endif
}

bool somethingAnswers(const QHostAddress &address, quint16 port)
{
    QHostAddress target = address;
    if (address == QHostAddress(QHostAddress::AnyIPv6))
        target = QHostAddress(QHostAddress::LocalHostIPv6);
    else if (address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4))
        target = QHostAddress(QHostAddress::LocalHost);
    QTcpSocket probe;
    probe.connectToHost(target, port);
    return probe.waitForConnected(ProbeMs);
}
} // namespace

Acceptor::Acceptor(std::vector<Target> shards, int maxConnections, QObject *parent)
    : QTcpServer(parent), m_shards(std::move(shards)), m_max(maxConnections)
{
    // A crowd that comes at once would otherwise be left to its own repeated attempts to connect.
    setListenBacklogSize(Backlog);
    m_resume.setSingleShot(true);
    connect(&m_resume, &QTimer::timeout, this, [this] {
        if (m_notifier)
            m_notifier->setEnabled(true);
        else
            resumeAccepting();
    });
    connect(this, &QTcpServer::acceptError, this, &Acceptor::pause);
}

Result<void> Acceptor::open(const QHostAddress &address, quint16 port)
{
    if (listen(address, port)) {
        acceptOurselves();
        return {};
    }
    const QString place = address.toString() + u':' + QString::number(port);
    if (serverError() == QAbstractSocket::AddressInUseError) {
        const QString who = somethingAnswers(address, port) ? u"another program answers there (perhaps this gateway runs already)"_s
                                                            : u"nothing answers there, so its owner may still be starting or closing"_s;
        return Error{ErrorKind::Conflict,
                     u"port %1 is in use on %2: %3. Stop that program, or choose another port (0 picks a free one)"_s.arg(port).arg(
                         address.toString(), who),
                     place};
    }
    if (serverError() == QAbstractSocket::SocketAccessError)
        return Error{ErrorKind::Denied, u"port %1 may not be opened by this user; choose a port above 1023"_s.arg(port), place};
    return Error{ErrorKind::Unavailable, u"cannot listen on %1: %2"_s.arg(place, errorString()), place};
}

/// Qt's listening socket remembers its first error for ever: once out of descriptors, it would report that again after each
/// connection, and every later one would wait for the pause.
void Acceptor::acceptOurselves()
{
#ifdef Q_OS_LINUX
    pauseAccepting();
    m_notifier = std::make_unique<QSocketNotifier>(socketDescriptor(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        for (int i = 0; i < AtOnce; ++i) {
            const int descriptor = ::accept4(int(socketDescriptor()), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
            if (descriptor >= 0) {
                incomingConnection(descriptor);
                continue;
            }
            if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM)
                return pause();
            if (errno != EINTR && errno != ECONNABORTED)
                return;
        }
    });
#endif
}

void Acceptor::stop()
{
    m_resume.stop();
    m_notifier.reset();
    close();
}

int Acceptor::connections() const
{
    int sum = 0;
    for (const Target &shard : m_shards)
        sum += shard.connections();
    return sum;
}

void Acceptor::incomingConnection(qintptr descriptor)
{
    if (m_shards.empty() || connections() >= m_max) {
        refuse(descriptor);
        return;
    }
    std::size_t chosen = m_next % m_shards.size();
    for (std::size_t i = 0; i < m_shards.size(); ++i) {
        const std::size_t candidate = (m_next + i) % m_shards.size();
        if (m_shards[candidate].connections() < m_shards[chosen].connections())
            chosen = candidate;
    }
    m_next = chosen + 1;
    m_shards[chosen].take(descriptor);
}

int Acceptor::mostLingering(int maxConnections) { return std::clamp(maxConnections / 4, FewestRefused, MostRefused); }

void Acceptor::refuse(qintptr descriptor)
{
    // Each that lingers holds a descriptor: in a flood the oldest has had its answer long ago.
    if (m_refused.size() >= mostLingering(m_max))
        delete m_refused.takeFirst();
    auto *socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        closeDescriptor(descriptor);
        return;
    }
    m_refused.append(socket);
    connect(socket, &QObject::destroyed, this, [this, socket] { m_refused.removeOne(socket); });
    WholeResponse full = openAiError(503, "too_many_connections", u"The gateway has as many connections as it may have. Try again soon.");
    full.headers.append(HttpHeader{"Retry-After", "1"});
    const SystemClock clock;
    ResponseContext context;
    context.requestId = m_ids.next(clock.wall());
    QByteArray out;
    appendResponseHead(out, full.status, full.headers, context, BodyFraming::Length, full.body.size(), true, m_date.at(clock.wall()));
    socket->write(out + full.body);
    connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->readAll(); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->flush();
    QTimer::singleShot(RefusedLingerMs, socket, [socket] { socket->abort(); socket->deleteLater(); });
}

void Acceptor::pause()
{
    // Out of descriptors: the connection stays in the kernel's queue, and trying at once again would burn a core.
    if (m_notifier)
        m_notifier->setEnabled(false);
    else
        pauseAccepting();
    m_resume.start(ResumeAfterMs);
}

} // namespace understudy
