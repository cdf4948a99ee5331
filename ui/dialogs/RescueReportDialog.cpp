// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/RescueReportDialog.h"

#include "console/Console.h"
#include "models/UsagePeriod.h"
#include "widgets/FiguresChart.h"
#include "widgets/Language.h"
#include "widgets/Message.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

RescueReportDialog::RescueReportDialog(Console &console, QWidget *parent)
    : QDialog(parent), m_console(console), m_sheet(new QWidget(this)), m_period(new QComboBox(this)), m_headline(new QLabel(m_sheet)), m_span(new QLabel(m_sheet)),
      m_sentences(new QLabel(m_sheet)), m_chart(new FiguresChart(FiguresChart::Shape::Columns, m_sheet)), m_save(new QPushButton(this)), m_close(new QPushButton(this))
{
    build();
    followLanguage(this, [this] { retranslate(); });
    connect(m_period, &QComboBox::currentIndexChanged, this, &RescueReportDialog::ask);
    connect(m_save, &QPushButton::clicked, this, &RescueReportDialog::save);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&m_console, &Console::stateChanged, this, [this] {
        const qint64 waiting = m_console.state().ledgerJournaled;
        if (!m_known || waiting == m_figures.notCounted)
            return;
        if (waiting == 0) // all is counted now
            return ask();
        present();
    });
    m_period->setCurrentIndex(int(UsagePeriod::ThirtyDays));
}

void RescueReportDialog::build()
{
    setObjectName(u"rescue"_s);
    m_period->setObjectName(u"rescue.period"_s);
    m_headline->setObjectName(u"rescue.headline"_s);
    m_sentences->setObjectName(u"rescue.sentences"_s);
    m_save->setObjectName(u"rescue.save"_s);
    m_close->setObjectName(u"rescue.close"_s);
    m_close->setDefault(true);
    m_headline->setFont(Theme::heading());
    m_span->setForegroundRole(QPalette::PlaceholderText);
    m_sentences->setWordWrap(true);
    m_sentences->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (int i = 0; i < int(UsagePeriod::Custom); ++i)
        m_period->addItem(QString());

    auto *sheet = new QVBoxLayout(m_sheet);
    sheet->setContentsMargins(Theme::WideGap, Theme::WideGap, Theme::WideGap, Theme::Gap);
    sheet->addWidget(m_headline);
    sheet->addWidget(m_span);
    sheet->addSpacing(Theme::Gap);
    sheet->addWidget(m_sentences);
    sheet->addWidget(m_chart);
    sheet->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_period);
    buttons->addStretch();
    buttons->addWidget(m_save);
    buttons->addWidget(m_close);
    buttons->setContentsMargins(Theme::WideGap, 0, Theme::WideGap, Theme::WideGap);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_sheet, 1);
    column->addLayout(buttons);
    resize(640, 560);
}

void RescueReportDialog::retranslate()
{
    setWindowTitle(tr("Rescue Report"));
    const QStringList periods{tr("Today"), tr("Yesterday"), tr("Last 7 days"), tr("Last 30 days"), tr("This month")};
    for (int i = 0; i < m_period->count(); ++i)
        m_period->setItemText(i, periods[i]);
    m_period->setAccessibleName(tr("Period"));
    m_save->setText(tr("Save…"));
    m_close->setText(tr("Close"));
    ask(); // the names of the slots are words, too
}

QString RescueReportDialog::periodText() const
{
    const QLocale locale;
    const DayRange days = daysOf(UsagePeriod(m_period->currentIndex()), QDate::currentDate());
    const QString first = locale.toString(days.first, QLocale::LongFormat);
    return days.first == days.last ? first : tr("%1 to %2").arg(first, locale.toString(days.last, QLocale::LongFormat));
}

void RescueReportDialog::ask()
{
    m_known = false;
    m_save->setEnabled(false);
    m_headline->setText(tr("Adding up…"));
    m_span->setText(periodText());
    const quint64 question = ++m_question;
    const auto [from, to] = spanOf(UsagePeriod(m_period->currentIndex()), QDateTime::currentDateTime());
    const UsageSlots asked = usageSlots(from, to);
    UsageReportQuery query;
    query.edges = asked.edges;
    m_console.report(query, this, [this, question, names = asked.names](const Result<UsageReport> &answer) {
        if (question != m_question)
            return;
        if (!answer) {
            m_headline->setText(tr("The usage could not be read"));
            m_sentences->setText(answer.error().text);
            m_chart->hide();
            return;
        }
        UsageNames all = UsageNames::of(m_console.configuration(), m_console.catalogue());
        all.slotNames = names;
        m_figures = RescueFigures::of(*answer, all);
        m_endings = usage::endingsOverTime(*answer, all);
        m_known = true;
        present();
    });
}

void RescueReportDialog::present()
{
    m_figures.notCounted = m_console.state().ledgerJournaled;
    m_headline->setText(rescueHeadline(m_figures));
    m_sentences->setText(rescueSentences(m_figures).join(u'\n'));
    m_chart->setFigures(m_endings);
    m_chart->setAccessibleName(tr("How requests ended"));
    m_chart->setAccessibleDescription(m_endings.sentence);
    m_chart->setVisible(!m_endings.isEmpty());
    m_save->setEnabled(true);
}

QByteArray RescueReportDialog::html() const { return m_known ? rescueHtml(m_figures, periodText(), m_endings) : QByteArray(); }

QPixmap RescueReportDialog::picture() const { return m_sheet->grab(); }

void RescueReportDialog::save()
{
    const QString page = tr("Web page (*.html)");
    const QString picture = tr("Picture (*.png)");
    auto *chooser = new QFileDialog(this, tr("Save Rescue Report"), {}, page + u";;"_s + picture);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->selectFile(u"understudy-rescue-report"_s);
    chooser->setDefaultSuffix(u"html"_s);
    connect(chooser, &QFileDialog::filterSelected, chooser, [chooser, picture](const QString &filter) { chooser->setDefaultSuffix(filter == picture ? u"png"_s : u"html"_s); });
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        const bool asPicture = path.endsWith(".png"_L1, Qt::CaseInsensitive);
        const bool written = file.open(QIODevice::WriteOnly) && (asPicture ? this->picture().save(&file, "PNG") : file.write(html()) >= 0) && file.commit();
        emit said(written ? Message{Message::Level::Success, tr("The report was saved to %1.").arg(path), {}, {}, Message::UndoMs}
                          : Message{Message::Level::Error, tr("The file could not be written: %1. Choose another folder.").arg(file.errorString()), {}, {}, 0});
    });
    chooser->open();
}

} // namespace understudy
