// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LedgerQueries.h"
#include "exports/RecordWriter.h"
#include "widgets/Message.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace understudy {

class Console;
class LogExport;
class MessageBar;

/// Writes the requests that the log's filter shows into a file: for a spreadsheet, for scripts, or for viewers of HTTP traffic.
class LogExportDialog final : public QDialog {
    Q_OBJECT

public:
    /// `filter`: the filter as it was typed, for people. Deletes itself when closed, which cancels.
    LogExportDialog(Console &console, const LogQuery &query, const QString &filter, QWidget *parent = nullptr);
    ~LogExportDialog() override;

    void exportTo(const QString &file); ///< what the button does after a file was chosen

signals:
    void said(const understudy::Message &message); ///< that it is done

private:
    void build();
    void retranslate();
    void follow();
    void chooseFile();
    ExportFormat format() const;

    Console &m_console;
    const LogQuery m_query;
    const QString m_filter;
    std::unique_ptr<LogExport> m_run;
    qint64 m_written = 0;
    std::optional<LogCursor> m_reached;

    QLabel *m_intro;
    QRadioButton *m_csv;
    QRadioButton *m_lines;
    QRadioButton *m_har;
    QLabel *m_csvHint;
    QLabel *m_linesHint;
    QLabel *m_harHint;
    QCheckBox *m_mark;
    QCheckBox *m_contents;
    MessageBar *m_bar;
    QLabel *m_state;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_export;
};

} // namespace understudy
