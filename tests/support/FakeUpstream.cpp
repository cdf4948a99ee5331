// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeUpstream.h"

#include "support/RawHttpClient.h"
#include "support/TestCertificate.h"

#include <QMutex>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 FloodHeld = 128 * 1024;

QByteArray chatChunk(const QByteArray &delta, const QByteArray &finish)
{
    return "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"fake\",\"choices\":[{\"index\":0,"
           "\"delta\":"
        + delta + ",\"finish_reason\":" + finish + "}]}";
}

QByteArray statusLine(int status) { return "HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\n"; }

QByteArray lines(const HttpHeaders &headers)
{
    QByteArray text;
    for (const HttpHeader &header : headers)
        text += header.name + ": " + header.value + "\r\n";
    return text;
}

void resetConnection(QTcpSocket &socket)
{
#ifdef Q_OS_UNIX
    const linger hard {1, 0};
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
#endif
    socket.abort();
}

} // namespace

Answer &Answer::add(Step step)
{
    steps.append(std::move(step));
    return *this;
}

Answer Answer::raw(const QByteArray &bytes) { return Answer().send(bytes); }

Answer Answer::json(int status, const QByteArray &body, const HttpHeaders &extra)
{
    return raw(statusLine(status) + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
               + "\r\n" + lines(extra) + "\r\n" + body);
}

Answer Answer::chat(const QByteArray &content)
{
    return json(
        200,
        "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"fake\",\"choices\":[{\"index\":0,\"message\":"
        "{\"role\":\"assistant\",\"content\":\""
            + content
            + "\"},\"finish_reason\":\"stop\"}],"
              "\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3,\"total_tokens\":10}}");
}

Answer Answer::error(int status, const QByteArray &message, const QByteArray &code, const HttpHeaders &extra)
{
    const QByteArray quoted = code == "null" ? code : '"' + code + '"';
    return json(status, "{\"error\":{\"message\":\"" + message + "\",\"type\":\"error\",\"param\":null,\"code\":" + quoted + "}}",
                extra);
}

Answer Answer::stream(int status, const HttpHeaders &extra)
{
    return raw(statusLine(status) + "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n" + lines(extra) + "\r\n");
}

Answer Answer::chatStream(const QList<QByteArray> &texts, bool usage)
{
    Answer answer = stream();
    answer.event(chatChunk("{\"role\":\"assistant\",\"content\":\"\"}", "null"));
    for (const QByteArray &text : texts)
        answer.delta(text);
    answer.finish();
    if (usage)
        answer.event("{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":{\"prompt_tokens\":7,"
                     "\"completion_tokens\":3,"
                     "\"total_tokens\":10}}");
    return answer.done();
}

Answer &Answer::drip(const QByteArray &bytes, int milliseconds)
{
    for (const char byte : bytes)
        pause(milliseconds).send(QByteArray(1, byte));
    return *this;
}

Answer &Answer::chunk(const QByteArray &bytes) { return send(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n"); }

Answer &Answer::delta(const QByteArray &text) { return event(chatChunk("{\"content\":\"" + text + "\"}", "null")); }

Answer &Answer::finish(const QByteArray &reason) { return event(chatChunk("{}", '"' + reason + '"')); }

/// Lives in the server's thread; everything shared with the test's thread is under the mutex.
class FakeUpstream::Server final : public QTcpServer {
public:
    struct Shared {
        QList<Answer> queue;
        Answer fallback = Answer::chat();
        std::function<Answer(const Received &)> handler;
        Accept accept = Accept::Serve;
        QByteArray greeting;
        QList<Received> requests;
        int connections = 0;
        int open = 0;
        int streaming = 0;
        int mostAtOnce = 0;
        qint64 written = 0;
        qint64 read = 0;
    };

    explicit Server(Security security)
        : m_security(security)
    {
    }
    ~Server() override
    {
        for (QTcpSocket *socket : findChildren<QTcpSocket *>()) {
            socket->disconnect(this);
            socket->abort();
        }
    }

    void start()
    {
        if (isListening())
            return;
        if (!listen(QHostAddress::LocalHost, m_port))
            qFatal("FakeUpstream cannot listen");
        m_port = serverPort();
    }

    void release(int gates)
    {
        m_permits += gates;
        while (m_permits > 0 && !m_waiting.isEmpty()) {
            --m_permits;
            const auto next = m_waiting.takeFirst();
            next();
        }
    }

    void closeAll()
    {
        for (QTcpSocket *socket : findChildren<QTcpSocket *>())
            socket->disconnectFromHost();
    }

    template <typename T> T with(const std::function<T(Shared &)> &use)
    {
        const QMutexLocker lock(&m_mutex);
        return use(m_shared);
    }

    const Security m_security;
    quint16 m_port = 0;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Connection;
    void receive(Connection &connection);
    void play(Connection &connection);
    bool flood(Connection &connection, Answer::Step &step);

    QMutex m_mutex;
    Shared m_shared;
    int m_permits = 0;
    QList<std::function<void()>> m_waiting;
};

struct FakeUpstream::Server::Connection final : QObject {
    Connection(QTcpSocket *socket, int connectionNumber)
        : QObject(socket)
        , wire(*socket)
        , number(connectionNumber)
    {
    }
    QTcpSocket &wire;
    int number;
    QByteArray in;
    QList<Answer::Step> steps;
    bool busy = false;
    bool waiting = false;
};

void FakeUpstream::Server::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = nullptr;
    if (m_security == Security::Tls) {
        auto *secure = new QSslSocket(this);
        secure->setLocalCertificate(testCertificate());
        secure->setPrivateKey(testCertificateKey());
        socket = secure;
    } else {
        socket = new QTcpSocket(this);
    }
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    Connection *connection = nullptr;
    const Accept accept = with<Accept>([&](Shared &shared) {
        connection = new Connection(socket, shared.connections++);
        ++shared.open;
        return shared.accept;
    });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket, connection] {
        with<void>([connection](Shared &shared) {
            --shared.open;
            shared.streaming -= connection->busy ? 1 : 0;
        });
        connection->busy = false;
        socket->deleteLater();
    });
    if (accept == Accept::Close)
        return socket->disconnectFromHost();
    if (accept == Accept::Reset)
        return resetConnection(*socket);
    if (accept == Accept::Ignore)
        return socket->setReadBufferSize(1);
    const auto written = [this](qint64 bytes) { with<void>([bytes](Shared &shared) { shared.written += bytes; }); };
    if (auto *secure = qobject_cast<QSslSocket *>(socket)) {
        connect(secure, &QSslSocket::encryptedBytesWritten, this, written);
        secure->startServerEncryption();
    } else {
        connect(socket, &QTcpSocket::bytesWritten, this, written);
    }
    connect(socket, &QTcpSocket::readyRead, connection, [this, connection] { receive(*connection); });
    socket->write(with<QByteArray>([](const Shared &shared) { return shared.greeting; }));
}

void FakeUpstream::Server::receive(Connection &connection)
{
    const QByteArray fresh = connection.wire.readAll();
    with<void>([&fresh](Shared &shared) { shared.read += fresh.size(); });
    connection.in += fresh;
    const qsizetype headEnd = connection.in.indexOf("\r\n\r\n");
    if (connection.busy || headEnd < 0)
        return;
    const QByteArray head = connection.in.left(headEnd);
    Received request;
    request.connection = connection.number;
    const QList<QByteArray> all = head.split('\n');
    const QList<QByteArray> first = all.first().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (qsizetype i = 1; i < all.size(); ++i) {
        const qsizetype colon = all[i].indexOf(':');
        request.headers.append({all[i].left(colon), all[i].mid(colon + 1).trimmed()});
    }
    const QByteArray after = connection.in.mid(headEnd + 4);
    QByteArray rest;
    if (headerValue(request.headers, "transfer-encoding")) {
        const Dechunked chunks = dechunk(after);
        if (!chunks.complete)
            return;
        request.body = chunks.body;
        rest = chunks.rest;
    } else {
        const qint64 length = headerValue(request.headers, "content-length").value_or("0").toLongLong();
        if (after.size() < length)
            return;
        request.body = after.left(length);
        rest = after.mid(length);
    }
    request.raw = connection.in.left(connection.in.size() - rest.size());
    connection.in = rest;
    connection.busy = true;
    std::function<Answer(const Received &)> handler;
    Answer answer = with<Answer>([&](Shared &shared) {
        shared.requests.append(request);
        shared.mostAtOnce = qMax(shared.mostAtOnce, ++shared.streaming);
        handler = shared.handler;
        return handler || shared.queue.isEmpty() ? shared.fallback : shared.queue.takeFirst();
    });
    if (handler)
        answer = handler(request);
    connection.steps = answer.steps;
    if (answer.steps.isEmpty())
        connection.steps = {{Answer::Step::Hang, {}, 0}};
    play(connection);
}

/// Whether all of it is on its way.
bool FakeUpstream::Server::flood(Connection &connection, Answer::Step &step)
{
    while (step.times != 0 && connection.wire.bytesToWrite() <= FloodHeld) {
        if (connection.wire.write(step.bytes) < 0) // the other side has left
            return false;
        step.times -= step.times > 0 ? 1 : 0;
    }
    connection.wire.flush();
    return step.times == 0;
}

void FakeUpstream::Server::play(Connection &connection)
{
    const auto later = [this, guard = QPointer<Connection>(&connection)] {
        if (guard)
            play(*guard);
    };
    while (!connection.steps.isEmpty() && connection.busy) {
        Answer::Step step = connection.steps.takeFirst();
        switch (step.kind) {
        case Answer::Step::Send:
            connection.wire.write(step.bytes);
            connection.wire.flush();
            break;
        case Answer::Step::Flood:
            if (flood(connection, step))
                break;
            connection.steps.prepend(step);
            if (connection.wire.bytesToWrite() == 0) // the system took it all, and said so before anybody listened
                QTimer::singleShot(0, &connection, later);
            else
                connect(&connection.wire, &QTcpSocket::bytesWritten, &connection, later, Qt::SingleShotConnection);
            return;
        case Answer::Step::Gate:
            if (m_permits == 0) {
                m_waiting.append(later);
                return;
            }
            --m_permits;
            break;
        case Answer::Step::Pause:
            return QTimer::singleShot(step.milliseconds, Qt::PreciseTimer, &connection, later);
        case Answer::Step::Close:
            return connection.wire.disconnectFromHost();
        case Answer::Step::Reset:
            return resetConnection(connection.wire);
        case Answer::Step::Hang:
            return;
        }
    }
    if (!connection.busy)
        return;
    connection.busy = false;
    with<void>([](Shared &shared) { --shared.streaming; });
    if (!connection.in.isEmpty())
        receive(connection);
}

FakeUpstream::FakeUpstream(Security security)
    : m_server(new Server(security))
{
    m_server->start();
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
}

FakeUpstream::~FakeUpstream()
{
    m_thread.quit();
    m_thread.wait();
}

quint16 FakeUpstream::port() const { return m_server->m_port; }

QString FakeUpstream::baseUrl(const QString &host) const
{
    return u"%1://%2:%3/v1"_s.arg(m_server->m_security == Security::Tls ? u"https"_s : u"http"_s, host).arg(port());
}

void FakeUpstream::enqueue(const Answer &answer, int times)
{
    m_server->with<void>([&](Server::Shared &shared) {
        for (int i = 0; i < times; ++i)
            shared.queue.append(answer);
    });
}

void FakeUpstream::setDefault(const Answer &answer)
{
    m_server->with<void>([&](Server::Shared &shared) { shared.fallback = answer; });
}

void FakeUpstream::setHandler(std::function<Answer(const Received &)> handler)
{
    m_server->with<void>([&](Server::Shared &shared) { shared.handler = std::move(handler); });
}

void FakeUpstream::setAccept(Accept accept)
{
    m_server->with<void>([&](Server::Shared &shared) { shared.accept = accept; });
}

void FakeUpstream::setGreeting(const QByteArray &bytes)
{
    m_server->with<void>([&](Server::Shared &shared) { shared.greeting = bytes; });
}

void FakeUpstream::release(int gates)
{
    QMetaObject::invokeMethod(
        m_server, [server = m_server, gates] { server->release(gates); }, Qt::BlockingQueuedConnection);
}

void FakeUpstream::refuse()
{
    QMetaObject::invokeMethod(
        m_server, [server = m_server] { server->close(); }, Qt::BlockingQueuedConnection);
}

void FakeUpstream::listenAgain()
{
    QMetaObject::invokeMethod(
        m_server, [server = m_server] { server->start(); }, Qt::BlockingQueuedConnection);
}

void FakeUpstream::closeConnections()
{
    QMetaObject::invokeMethod(
        m_server, [server = m_server] { server->closeAll(); }, Qt::BlockingQueuedConnection);
}

QList<Received> FakeUpstream::requests() const
{
    return m_server->with<QList<Received>>([](Server::Shared &shared) { return shared.requests; });
}

int FakeUpstream::requestCount() const
{
    return m_server->with<int>([](Server::Shared &shared) { return int(shared.requests.size()); });
}

int FakeUpstream::connections() const
{
    return m_server->with<int>([](Server::Shared &shared) { return shared.connections; });
}

int FakeUpstream::openConnections() const
{
    return m_server->with<int>([](Server::Shared &shared) { return shared.open; });
}

int FakeUpstream::streaming() const
{
    return m_server->with<int>([](Server::Shared &shared) { return shared.streaming; });
}

int FakeUpstream::mostAtOnce() const
{
    return m_server->with<int>([](Server::Shared &shared) { return shared.mostAtOnce; });
}

qint64 FakeUpstream::bytesWritten() const
{
    return m_server->with<qint64>([](Server::Shared &shared) { return shared.written; });
}

qint64 FakeUpstream::bytesRead() const
{
    return m_server->with<qint64>([](Server::Shared &shared) { return shared.read; });
}

bool FakeUpstream::waitForRequests(int count, int timeoutMs) const
{
    return waitFor([this, count] { return requestCount() >= count; }, timeoutMs);
}

bool FakeUpstream::waitForOpenConnections(int count, int timeoutMs) const
{
    return waitFor([this, count] { return openConnections() == count; }, timeoutMs);
}

bool FakeUpstream::waitFor(const std::function<bool()> &condition, int timeoutMs) const
{
    return QTest::qWaitFor([&condition] { return condition(); }, timeoutMs);
}

} // namespace understudy::test
