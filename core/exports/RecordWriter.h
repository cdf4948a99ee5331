// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

#include <QUrl>

#include <memory>
#include <optional>

namespace understudy {

enum class ExportFormat { Csv, JsonLines, Har };

QLatin1StringView suffix(ExportFormat format); ///< "csv", "jsonl", "har"

struct ExportOptions {
    bool byteOrderMark = false; ///< of CSV: some spreadsheets need it to see UTF-8
    bool contents = false;      ///< JSON lines and HAR: with what was recorded of requests and answers
    QUrl baseUrl{QStringLiteral("http://127.0.0.1/v1")}; ///< of HAR: what the paths belong to
};

/// Exchanges as a file, piece by piece: begin, one piece a record, end. The pieces one after the other are the file. Nothing of a
/// credential can be in it, since none is in a record; contents only when asked for.
class RecordWriter {
public:
    virtual ~RecordWriter() = default;
    virtual QByteArray begin() const { return {}; }
    virtual QByteArray record(const ExchangeRecord &exchange) = 0;
    virtual QByteArray end() const { return {}; }
};

std::unique_ptr<RecordWriter> recordWriter(ExportFormat format, const ExportOptions &options);

/// One field of CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it.
QByteArray csvField(const QString &text);

} // namespace understudy
