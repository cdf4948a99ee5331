// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped gateway between many clients and a provider, and what /proc says of it.
#pragma once

#include "integration/cli/CliProcess.h"
#include "support/ProcessFigures.h"
#include "support/RawHttpClient.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <functional>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace understudy::test {

using namespace Qt::StringLiterals;

inline const QByteArray KeySecret = "sk-us_invented0000000000000000000000000000L";

inline bool isLong() { return qEnvironmentVariableIntValue("UNDERSTUDY_LONG") != 0 || qEnvironmentVariableIsSet("UNDERSTUDY_SOAK_MINUTES"); }

/// Which of its threads have used it, for a failed test's message.
inline QByteArray cpuByThread(qint64 pid)
{
    QByteArray text;
    const QString tasks = u"/proc/%1/task"_s.arg(pid);
    const QStringList all = QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &task : all) {
        QFile file(tasks + u'/' + task + u"/stat"_s);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray stat = file.readAll();
        const QList<QByteArray> fields = stat.sliced(stat.lastIndexOf(')') + 2).split(' ');
        text += stat.mid(stat.indexOf('('), stat.lastIndexOf(')') - stat.indexOf('(') + 1) + ' ' + QByteArray::number(fields.value(11).toLongLong() + fields.value(12).toLongLong()) + ' ';
    }
    return text;
}

/// This process may open so many files from now on; false when the system does not let it.
inline bool allowDescriptors(rlim_t count)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return false;
    if (limit.rlim_cur >= count)
        return true;
    limit.rlim_cur = count;
    limit.rlim_max = std::max(limit.rlim_max, count);
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

/// Runs the event loop for that long: for figures that need a span of time.
inline void span(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    static_cast<void>(QTest::qWaitFor([&] { return timer.elapsed() >= milliseconds; }, milliseconds + 1000));
}

// ---- configuration

/// One key whose chain is the channels in their order, each with all the models.
struct Setup {
    QList<QByteArray> baseUrls;
    QList<QByteArray> models{"m1"};
    QByteArray policy = "{}";
    QByteArray limits = "{}";    ///< of the gateway
    QByteArray keyLimits = "{}";

    QByteArray json() const
    {
        QByteArray providers, channels, chain;
        for (qsizetype i = 0; i < baseUrls.size(); ++i) {
            const QByteArray id = "c" + QByteArray::number(i);
            QByteArray described, named;
            for (const QByteArray &model : models) {
                described += (described.isEmpty() ? "" : ",") + QByteArray(R"({"id":")" + model + R"(","type":"chat"})");
                named += (named.isEmpty() ? "\"" : ",\"") + model + '"';
                chain += (chain.isEmpty() ? "" : ",") + QByteArray(R"({"channel":")" + id + R"(","model":")" + model + R"("})");
            }
            providers += (i ? "," : "") + QByteArray(R"({"id":"p)" + id + R"(","name":"P","baseUrl":")" + baseUrls[i] + R"(","models":[)" + described + "]}");
            channels += (i ? "," : "") + QByteArray(R"({"id":")" + id + R"(","provider":"p)" + id + R"(","name":"c","proxy":"none","credential":"sk-invented-load","models":[)" + named + "]}");
        }
        return R"({"format":"understudy-config","version":1,"settings":{"limits":)" + limits + R"(},"providers":[)" + providers + R"(],"channels":[)"
            + channels + R"(],"keys":[{"name":"load","secret":")" + KeySecret + R"(","limits":)" + keyLimits + R"(,"chain":[)" + chain + R"(],"policy":)" + policy + "}]}";
    }
};

inline QByteArray ask(const QByteArray &model, bool stream, const QByteArray &content = "hi", const QByteArray &more = {})
{
    const QByteArray body = R"({"model":")" + model + R"(","stream":)" + (stream ? "true" : "false") + R"(,"messages":[{"role":"user","content":")" + content + R"("}]})";
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + KeySecret + "\r\nContent-Type: application/json\r\n" + more
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}
inline const QByteArray Health = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

// ---- programs

/// bench-provider or bench-load (tests/bench).
class Program {
public:
    Program(const char *path, const QStringList &arguments)
    {
        process.setProgram(QString::fromLatin1(path));
        process.setArguments(arguments);
        process.start();
    }
    ~Program()
    {
        process.kill();
        process.waitForFinished();
    }
    QByteArray firstLine()
    {
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead(Installation::PatienceMs))
                return {};
        }
        return process.readLine().trimmed();
    }
    QProcess process;
};

/// The fast provider of the benchmark: a model's name says what it answers ("stream-CHUNKS-MSms", "answer-BYTES").
class BenchProvider : private Program {
public:
    BenchProvider() : Program(BENCH_PROVIDER, {}) { baseUrl = "http://127.0.0.1:" + firstLine() + "/v1"; }
    QByteArray baseUrl;
};

/// As Serving, with a limit of descriptors.
class LimitedServing {
public:
    LimitedServing(const Installation &installation, rlim_t most)
    {
        installation.prepare(process, {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--json"_s});
        process.setChildProcessModifier([most] {
            const rlimit limit{most, most};
            ::setrlimit(RLIMIT_NOFILE, &limit);
        });
        process.start();
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead(Installation::PatienceMs))
                return;
        }
        port = quint16(QUrl(QJsonDocument::fromJson(process.readLine()).object().value("baseUrl"_L1).toString()).port(0));
    }
    ~LimitedServing()
    {
        process.kill();
        process.waitForFinished();
    }
    int stop()
    {
        process.terminate();
        return process.waitForFinished(Installation::PatienceMs) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    QProcess process;
    quint16 port = 0;
};

/// Many plain sockets at once, without an event loop.
class Crowd {
public:
    struct One {
        int fd = -1;
        QByteArray in;
        bool closed = false;
        bool whole() const { return parseAnswer(in, closed).complete; }
    };

    Crowd() = default;
    ~Crowd() { leave(); }
    Q_DISABLE_COPY_MOVE(Crowd)

    /// Connects `count` more, each with its request; how many came through.
    int join(quint16 port, int count, const QByteArray &request)
    {
        int joined = 0;
        for (int i = 0; i < count; ++i) {
            const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            if (fd < 0)
                break;
            sockaddr_in address{};
            address.sin_family = AF_INET;
            address.sin_port = htons(port);
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
                ::close(fd);
                continue;
            }
            ::fcntl(fd, F_SETFL, O_NONBLOCK);
            // Fails when it is refused already; then the refusal can still be read.
            static_cast<void>(::send(fd, request.constData(), size_t(request.size()), MSG_NOSIGNAL));
            all.push_back({fd, {}, false});
            ++joined;
        }
        return joined;
    }
    void ask(const QByteArray &request)
    {
        for (One &one : all) {
            one.in.clear();
            static_cast<void>(::send(one.fd, request.constData(), size_t(request.size()), MSG_NOSIGNAL));
        }
    }
    /// Reads until `enough` holds for each, or the time is over: for how many it does not.
    int waitFor(const std::function<bool(const One &)> &enough, int timeoutMs)
    {
        QElapsedTimer timer;
        timer.start();
        while (true) {
            std::vector<pollfd> waiting;
            std::vector<size_t> who;
            int missing = 0;
            for (size_t i = 0; i < all.size(); ++i) {
                if (enough(all[i]))
                    continue;
                ++missing;
                if (!all[i].closed) {
                    waiting.push_back({all[i].fd, POLLIN, 0});
                    who.push_back(i);
                }
            }
            if (missing == 0 || waiting.empty() || timer.elapsed() > timeoutMs)
                return missing;
            ::poll(waiting.data(), nfds_t(waiting.size()), 100);
            for (size_t i = 0; i < waiting.size(); ++i) {
                if (waiting[i].revents)
                    read(all[who[i]]);
            }
        }
    }
    int answeredWith(int status) const
    {
        return int(std::count_if(all.begin(), all.end(), [status](const One &one) { return parseAnswer(one.in, one.closed).status == status; }));
    }
    void leave()
    {
        for (const One &one : all)
            ::close(one.fd);
        all.clear();
    }
    std::vector<One> all;

private:
    static void read(One &one)
    {
        char bytes[16384];
        while (true) {
            const ssize_t count = ::recv(one.fd, bytes, sizeof bytes, 0);
            if (count > 0) {
                one.in.append(bytes, count);
                continue;
            }
            one.closed = count == 0 || (errno != EAGAIN && errno != EINTR);
            return;
        }
    }
};

inline bool isWhole(const Crowd::One &one) { return one.whole(); }

} // namespace understudy::test
