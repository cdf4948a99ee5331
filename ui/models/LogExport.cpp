// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/LogExport.h"

#include "console/Console.h"

#include <QFileInfo>

namespace understudy {

LogExport::LogExport(Console &console, const LogQuery &query, ExportFormat format, const ExportOptions &options, const QString &file, QObject *parent)
    : QObject(parent), m_console(console), m_query(query), m_writer(recordWriter(format, options)), m_file(file)
{
    m_query.before.reset();
    m_query.limit = PageSize;
    m_query.contents = options.contents;
}

void LogExport::start()
{
    const bool open = m_file.open(QIODevice::WriteOnly) && m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && write(m_writer->begin());
    if (open)
        askPage();
    else
        QMetaObject::invokeMethod(this, &LogExport::fail, Qt::QueuedConnection);
}

void LogExport::fail()
{
    const QString why = m_file.errorString();
    discard();
    emit failed({ErrorKind::Unavailable, why, QFileInfo(m_file.fileName()).fileName()});
}

/// At once, not only when somebody destroys this.
void LogExport::discard()
{
    m_file.cancelWriting();
    m_file.commit();
}

bool LogExport::write(const QByteArray &piece) { return m_file.write(piece) == piece.size(); }

void LogExport::askPage()
{
    m_console.logPage(m_query, this, [this](const Result<LogSlice> &page) {
        if (page)
            return take(*page);
        discard();
        emit failed(page.error());
    });
}

void LogExport::take(const LogSlice &page)
{
    for (const ExchangeRecord &record : page.exchanges) {
        if (!write(m_writer->record(record)))
            return fail();
    }
    m_written += page.exchanges.size();
    m_query.before = page.next;
    if (page.next) {
        emit progress(m_written, page.next);
        return askPage();
    }
    if (!write(m_writer->end()) || !m_file.commit())
        return fail();
    emit finished(m_written);
}

} // namespace understudy
