// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/FaultServer.h"

#include "base/JsonSpan.h"

#include <QHostAddress>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// RFC 6761: never has an address. One name for all places, so that a drill alone never looks like a machine without a network.
const QString MissingHost = u"drill.invalid"_s;
constexpr QByteArrayView PlacePrefix = "/place-";

void resetConnection(QTcpSocket &socket)
{
#ifdef Q_OS_UNIX
    const linger hard {1, 0};
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
#endif
    socket.abort();
}

/// "POST /place-2/v1/chat/completions HTTP/1.1" → 2 and the path; -1: something else.
struct Target {
    int place = -1;
    std::optional<Api> api;
};
Target parseTarget(QByteArrayView head)
{
    const QByteArrayView line = head.first(std::max<qsizetype>(head.indexOf('\r'), 0));
    const qsizetype from = line.indexOf(' ') + 1;
    const qsizetype to = line.lastIndexOf(' ');
    if (from <= 0 || to <= from)
        return {};
    const QByteArrayView path = line.sliced(from, to - from);
    const qsizetype end = path.indexOf("/v1/");
    if (!path.startsWith(PlacePrefix) || end < PlacePrefix.size())
        return {};
    bool ok = false;
    const int place = path.sliced(PlacePrefix.size(), end - PlacePrefix.size()).toInt(&ok);
    return {ok ? place : -1, apiFromPath(path.sliced(end + 3))};
}

qsizetype contentLength(QByteArrayView head)
{
    const QByteArray lower = head.toByteArray().toLower();
    const qsizetype at = lower.indexOf("\r\ncontent-length:");
    if (at < 0)
        return 0;
    const qsizetype begin = at + qsizetype(sizeof("\r\ncontent-length:")) - 1;
    bool ok = false;
    const qlonglong length = lower.sliced(begin, lower.indexOf('\r', begin) - begin).trimmed().toLongLong(&ok);
    return ok ? qsizetype(length) : -1;
}

} // namespace

/// One connection of the drill's gateway: reads a request, plays its script, reads the next. Dies with its socket.
class FaultServer::Connection final : public QObject {
public:
    Connection(QTcpSocket *socket, FaultServer &server)
        : QObject(socket)
        , m_socket(*socket)
        , m_server(server)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Connection::go);
        connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    void read()
    {
        m_buffer += m_socket.readAll();
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (m_buffer.size() > LargestHead + LargestBody || (end < 0 && m_buffer.size() > LargestHead)) {
            m_socket.abort();
            return;
        }
        if (m_playing || end < 0)
            return;
        const QByteArrayView head = QByteArrayView(m_buffer).first(end + 2);
        const qsizetype length = contentLength(head);
        const Target target = parseTarget(head);
        if (length < 0 || length > LargestBody || !target.api || target.place < 0 || target.place >= m_server.m_faults.size()) {
            m_socket.abort();
            return;
        }
        if (m_buffer.size() < end + 4 + length)
            return;
        const json::Value body(QByteArrayView(m_buffer).sliced(end + 4, length));
        const FaultRequest request {*target.api, body["model"].toUtf8(), body["stream"].toBool(),
                                    body["stream_options"]["include_usage"].toBool()};
        m_steps = faultScript(m_server.m_faults[target.place], request, m_server.m_slow);
        m_buffer.remove(0, end + 4 + length);
        m_next = 0;
        m_playing = true;
        go();
    }

    void go()
    {
        while (m_next < m_steps.size()) {
            const FaultStep &step = m_steps[m_next];
            switch (step.kind) {
            case FaultStep::Kind::Send:
                m_socket.write(step.bytes);
                m_socket.flush();
                break;
            case FaultStep::Kind::Wait:
                ++m_next;
                m_timer.start(step.time);
                return;
            case FaultStep::Kind::Drip: // stays at this step
                m_socket.write(step.bytes);
                m_timer.start(step.time);
                return;
            case FaultStep::Kind::Hold:
                return;
            case FaultStep::Kind::Close:
                m_socket.disconnectFromHost();
                return;
            case FaultStep::Kind::Reset:
                resetConnection(m_socket);
                return;
            }
            ++m_next;
        }
        m_playing = false;
        if (!m_buffer.isEmpty())
            QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
    }

    QTcpSocket &m_socket;
    FaultServer &m_server;
    QByteArray m_buffer;
    QList<FaultStep> m_steps;
    qsizetype m_next = 0;
    bool m_playing = false;
    QTimer m_timer;
};

FaultServer::FaultServer(const QList<DrillFault> &faults, Milliseconds slow)
    : m_faults(faults)
    , m_slow(slow)
{
    m_server.setMaxPendingConnections(MostConnections);
    m_server.setListenBacklogSize(MostConnections);
    connect(&m_server, &QTcpServer::newConnection, this, &FaultServer::accept);
}

FaultServer::~FaultServer() = default;

Result<void> FaultServer::listen()
{
    if (!m_server.listen(QHostAddress::LocalHost, 0) || !m_nobody.bind(QHostAddress::LocalHost, 0)) {
        return Error {
            ErrorKind::Unavailable,
            u"The drill could not open a port of 127.0.0.1 for its failing models: %1. Close programs that hold many ports, and try again."_s
                .arg(m_server.isListening() ? m_nobody.errorString() : m_server.errorString()),
            {}};
    }
    return {};
}

QUrl FaultServer::baseUrl(int place) const
{
    QUrl url;
    url.setScheme(u"http"_s);
    const DrillFault fault = m_faults.value(place);
    url.setHost(fault == DrillFault::NameNotFound ? MissingHost : u"127.0.0.1"_s);
    url.setPort(fault == DrillFault::Refused ? m_nobody.localPort() : m_server.serverPort());
    url.setPath(QString::fromLatin1(PlacePrefix) + QString::number(place) + u"/v1"_s);
    return url;
}

void FaultServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        if (m_server.findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly).size() > MostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        new Connection(socket, *this); // the socket's child
    }
}

} // namespace understudy
