// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/LedgerQueries.h"
#include "exports/RecordWriter.h"

#include <QObject>
#include <QSaveFile>

#include <memory>

namespace understudy {

class Console;

/// Writes the requests of a query into a file, page by page, newest first. The file is whole or not there; destroying this before the
/// end leaves nothing behind. One of finished() and failed() comes, once, never from inside start().
class LogExport final : public QObject {
    Q_OBJECT

public:
    static constexpr int PageSize = 500;

    LogExport(Console &console, const LogQuery &query, ExportFormat format, const ExportOptions &options, const QString &file, QObject *parent = nullptr);

    void start();

signals:
    void progress(qint64 written, const std::optional<understudy::LogCursor> &reached);
    void finished(qint64 written);
    void failed(const understudy::Error &error);

private:
    void askPage();
    void take(const LogSlice &page);
    bool write(const QByteArray &piece);
    void fail();
    void discard();

    Console &m_console;
    LogQuery m_query;
    std::unique_ptr<RecordWriter> m_writer;
    QSaveFile m_file;
    qint64 m_written = 0;
};

} // namespace understudy
