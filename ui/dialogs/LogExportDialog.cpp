// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/LogExportDialog.h"

#include "console/Console.h"
#include "models/LogExport.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "widgets/Language.h"
#include "widgets/MessageBar.h"
#include "words/Quantities.h"

#include <QCheckBox>
#include <QDate>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int DialogWidth = 540;
constexpr int HintIndent = 26; ///< below the words of a radio button

QLabel *hintLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(HintIndent, 0, 0, 0);
    return label;
}

} // namespace

LogExportDialog::LogExportDialog(Console &console, const LogQuery &query, const QString &filter, QWidget *parent)
    : QDialog(parent), m_console(console), m_query(query), m_filter(filter), m_intro(new QLabel(this)), m_csv(new QRadioButton(this)), m_lines(new QRadioButton(this)),
      m_har(new QRadioButton(this)), m_csvHint(hintLabel(this)), m_linesHint(hintLabel(this)), m_harHint(hintLabel(this)), m_mark(new QCheckBox(this)),
      m_contents(new QCheckBox(this)), m_bar(new MessageBar(this)), m_state(new QLabel(this)), m_progress(new QProgressBar(this)), m_cancel(new QPushButton(this)),
      m_export(new QPushButton(this))
{
    setObjectName(u"logExport"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(DialogWidth);
    build();
    m_csv->setChecked(true);
    followLanguage(this, [this] { retranslate(); });
    m_csv->setFocus();
}

LogExportDialog::~LogExportDialog() = default;

void LogExportDialog::build()
{
    m_intro->setWordWrap(true);
    m_intro->setTextFormat(Qt::PlainText);
    m_csv->setObjectName(u"logExport.csv"_s);
    m_lines->setObjectName(u"logExport.lines"_s);
    m_har->setObjectName(u"logExport.har"_s);
    m_mark->setObjectName(u"logExport.mark"_s);
    m_contents->setObjectName(u"logExport.contents"_s);
    m_state->setObjectName(u"logExport.state"_s);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_cancel->setObjectName(u"logExport.cancel"_s);
    m_cancel->setAutoDefault(false);
    m_export->setObjectName(u"logExport.save"_s);
    m_export->setDefault(true);
    m_export->setIcon(icons::icon(u"download"_s, Tone::AccentText));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::PageMargin, Theme::PageMargin, Theme::WideGap);
    column->setSpacing(6);
    column->addWidget(m_bar);
    column->addWidget(m_intro);
    column->addSpacing(Theme::Gap);
    const std::initializer_list<std::pair<QRadioButton *, QLabel *>> choices{{m_csv, m_csvHint}, {m_lines, m_linesHint}, {m_har, m_harHint}};
    for (const auto &[button, hint] : choices) {
        column->addWidget(button);
        column->addWidget(hint);
        column->addSpacing(4);
        connect(button, &QRadioButton::toggled, this, &LogExportDialog::follow);
    }
    column->addSpacing(Theme::Gap);
    column->addWidget(m_mark);
    column->addWidget(m_contents);
    column->addStretch();
    column->addWidget(m_state);
    column->addWidget(m_progress);
    column->addSpacing(Theme::Gap);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    column->addLayout(buttons);
    connect(m_export, &QPushButton::clicked, this, &LogExportDialog::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (!m_run)
            return reject();
        m_run.reset();
        follow();
        m_bar->show({Message::Level::Info, tr("Cancelled. No file was written."), {}, {}});
    });
}

void LogExportDialog::retranslate()
{
    setWindowTitle(tr("Export Requests"));
    m_intro->setText(m_filter.isEmpty() ? tr("Writes all requests of the log into a file, newest first. Credentials are never in it.")
                                        : tr("Writes the requests that match “%1” into a file, newest first. Credentials are never in it.").arg(m_filter));
    m_csv->setText(tr("Table (CSV)"));
    m_csvHint->setText(tr("One line a request, for spreadsheets. Texts that would be formulas are made harmless."));
    m_lines->setText(tr("JSON lines"));
    m_linesHint->setText(tr("One object a request with all attempts, as “understudy-cli log --json” prints it."));
    m_har->setText(tr("HTTP archive (HAR)"));
    m_harHint->setText(tr("For browsers and other viewers of HTTP traffic."));
    m_mark->setText(tr("Mark the file as UTF-8 (Excel needs it)"));
    m_contents->setText(tr("With recorded requests and answers"));
    m_contents->setToolTip(tr("They hold what people wrote and what models answered. Only keys that record contents have any."));
    m_progress->setAccessibleName(tr("Writing requests"));
    m_cancel->setText(tr("Cancel"));
    m_export->setText(tr("Export…"));
    follow();
}

ExportFormat LogExportDialog::format() const
{
    return m_lines->isChecked() ? ExportFormat::JsonLines : m_har->isChecked() ? ExportFormat::Har : ExportFormat::Csv;
}

void LogExportDialog::follow()
{
    const bool busy = m_run != nullptr;
    for (QWidget *part : std::initializer_list<QWidget *>{m_csv, m_lines, m_har, m_export})
        part->setEnabled(!busy);
    m_mark->setVisible(m_csv->isChecked());
    m_contents->setVisible(!m_csv->isChecked());
    m_mark->setEnabled(!busy);
    m_contents->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_state->setVisible(busy);
    QString state = tr("%n request(s) written", nullptr, int(m_written));
    if (m_reached)
        state += u" · "_s + tr("back to %1").arg(words::absolute(words::toDateTime(m_reached->time)));
    m_state->setText(state);
}

void LogExportDialog::chooseFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString ending(suffix(format()));
    const QString name = u"understudy-log-%1.%2"_s.arg(QDate::currentDate().toString(Qt::ISODate), ending);
    auto *chooser = new QFileDialog(this, tr("Export Requests"), folder + u'/' + name, u"*."_s + ending);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(ending);
    chooser->selectFile(name);
    connect(chooser, &QFileDialog::fileSelected, this, &LogExportDialog::exportTo);
    chooser->open();
}

void LogExportDialog::exportTo(const QString &file)
{
    if (m_run)
        return;
    m_bar->clear();
    m_written = 0;
    m_reached.reset();
    ExportOptions options;
    options.byteOrderMark = m_mark->isChecked();
    options.contents = m_contents->isChecked() && !m_csv->isChecked();
    options.baseUrl = m_console.state().baseUrl;
    m_run = std::make_unique<LogExport>(m_console, m_query, format(), options, file);
    connect(m_run.get(), &LogExport::progress, this, [this](qint64 written, const std::optional<LogCursor> &reached) {
        m_written = written;
        m_reached = reached;
        follow();
    });
    connect(m_run.get(), &LogExport::failed, this, [this](const Error &error) {
        m_run.release()->deleteLater();
        follow();
        m_bar->show({Message::Level::Error, tr("The requests could not be exported: %1").arg(error.toString()), {}, {}});
    });
    connect(m_run.get(), &LogExport::finished, this, [this, file](qint64 written) {
        m_run.release()->deleteLater();
        const QString folder = QFileInfo(file).absolutePath();
        emit said({Message::Level::Success, tr("%n request(s) are in %1.", nullptr, int(written)).arg(file), tr("Open Folder"),
                   [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }});
        accept();
    });
    follow();
    m_run->start();
}

} // namespace understudy
