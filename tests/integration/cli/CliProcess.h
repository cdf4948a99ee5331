// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace understudy::test {

struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    /// One object a line.
    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        const QList<QByteArray> rows = out.split('\n');
        for (const QByteArray &row : rows) {
            if (!row.isEmpty())
                objects.append(QJsonDocument::fromJson(row).object());
        }
        return objects;
    }
};

/// A data directory of its own and the program that works in it.
class Installation {
public:
    static constexpr int PatienceMs = 20000;

    QString path() const { return m_folder.filePath(QStringLiteral("data")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QProcessEnvironment environment = cleanEnvironment();

    Ran run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        prepare(process, arguments);
        process.start();
        process.write(input);
        process.closeWriteChannel();
        Ran ran;
        if (process.waitForFinished(PatienceMs) && process.exitStatus() == QProcess::NormalExit)
            ran.code = process.exitCode();
        ran.out = process.readAllStandardOutput();
        ran.err = process.readAllStandardError();
        return ran;
    }

    void prepare(QProcess &process, const QStringList &arguments) const
    {
        process.setProgram(QStringLiteral(CLI_PROGRAM));
        process.setArguments(arguments + QStringList{QStringLiteral("--data-dir"), path()});
        process.setProcessEnvironment(environment);
    }

private:
    static QProcessEnvironment cleanEnvironment()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"UNDERSTUDY_DATA_DIR", "UNDERSTUDY_PASSPHRASE_FILE", "CREDENTIALS_DIRECTORY", "http_proxy", "https_proxy"})
            environment.remove(QLatin1StringView(name));
        return environment;
    }
    QTemporaryDir m_folder;
};

/// A running `serve --json` on a free port; ended with the object.
class Serving {
public:
    explicit Serving(const Installation &installation, const QStringList &more = {})
    {
        installation.prepare(process, QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--json")} + more);
        process.start();
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead(Installation::PatienceMs))
                return;
        }
        ready = QJsonDocument::fromJson(process.readLine()).object();
        port = quint16(QUrl(ready.value(QLatin1StringView("baseUrl")).toString()).port(0));
    }
    ~Serving()
    {
        process.kill();
        process.waitForFinished();
    }
    /// SIGTERM, and the exit code.
    int stop()
    {
        process.terminate();
        return waitForExit();
    }
    int waitForExit() { return process.waitForFinished(Installation::PatienceMs) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1; }

    QProcess process;
    QJsonObject ready;
    quint16 port = 0;
};

} // namespace understudy::test
