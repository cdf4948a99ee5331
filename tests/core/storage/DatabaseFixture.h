// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Database.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace understudy {

/// Fresh databases of both engines. PostgreSQL is a private server in a temporary folder, reached by a Unix socket and started
/// at the first use; without its programs the rows of that engine are skipped, and the message says so.
class DatabaseFixture final {
public:
    DatabaseFixture();
    ~DatabaseFixture();
    Q_DISABLE_COPY_MOVE(DatabaseFixture)

    /// Test data rows "sqlite" and "postgresql" in a column `engine`.
    static void addEngines();

    /// A new empty place; an error when there is no server.
    Result<DatabaseLocation> location(Engine engine);
    /// A new folder, mode 0700.
    QString folder();

    bool startPostgres(); ///< false: see `problem`
    QString problem() const { return m_problem; }
    void stopPostgres();

private:
    QStringList asServerUser(const QString &program) const;
    bool runTool(const QString &program, const QStringList &arguments);

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_problem;
    int m_counter = 0;
};

#define OPEN_DATABASE(database)                                                                                                  \
    QFETCH(int, engine);                                                                                                         \
    const auto location = fixture->location(Engine(engine));                                                                     \
    if (!location)                                                                                                               \
        QSKIP(qPrintable(location.error().text));                                                                                \
    auto opened = Database::open(*location);                                                                                     \
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().toString()));                                                \
    const Database database = *opened

#define VERIFY_OK(result)                                                                                                        \
    do {                                                                                                                         \
        const auto &checkedResult = (result);                                                                                    \
        QVERIFY2(checkedResult.ok(), qPrintable(checkedResult.ok() ? QString() : checkedResult.error().toString()));             \
    } while (false)

} // namespace understudy
