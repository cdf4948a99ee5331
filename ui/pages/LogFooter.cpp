// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/LogFooter.h"

#include "console/Console.h"
#include "dialogs/ClearLog.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Language.h"
#include "widgets/ToneLabel.h"
#include "words/Quantities.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

LogFooter::LogFooter(Console &console, QWidget *parent)
    : QWidget(parent), m_console(console), m_full(new ToneLabel(this)), m_export(new QPushButton(this)), m_count(new ElidedLabel(this)), m_kept(new QPushButton(this)),
      m_clear(new QPushButton(this)), m_older(new QPushButton(this))
{
    build();
    connect(m_kept, &QPushButton::clicked, this, [this] { emit wished(Wish::show(PageId::Settings, u"privacy"_s)); });
    connect(m_clear, &QPushButton::clicked, this, &LogFooter::clear);
    connect(m_older, &QPushButton::clicked, this, &LogFooter::olderWished);
    connect(m_export, &QPushButton::clicked, this, &LogFooter::exportWished);
    followLanguage(this, [this] { retranslate(); });
}

void LogFooter::build()
{
    m_count->setObjectName(u"log.count"_s);
    m_count->setElideMode(Qt::ElideRight);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_full->setObjectName(u"log.full"_s);
    m_export->setObjectName(u"log.exportAll"_s);
    m_kept->setObjectName(u"log.kept"_s);
    m_clear->setObjectName(u"log.clear"_s);
    m_older->setObjectName(u"log.older"_s);
    for (QPushButton *link : {m_export, m_kept, m_clear, m_older})
        Style::setVariant(link, Style::Variant::Link);
    m_kept->hide();
    auto *end = new QHBoxLayout;
    end->addWidget(m_full, 1);
    end->addWidget(m_export);
    auto *row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(m_kept);
    row->addWidget(m_clear);
    row->addWidget(m_older);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addLayout(end);
    column->addLayout(row);
}

void LogFooter::retranslate()
{
    m_export->setText(tr("Export…"));
    m_kept->setToolTip(tr("How long requests stay in the log. Change it in Settings ▸ Privacy and logs."));
    m_clear->setText(tr("Clear…"));
    m_clear->setToolTip(tr("Delete the requests of the log. Usage statistics stay."));
    say();
    sayKept();
}

void LogFooter::tell(const Facts &facts)
{
    m_facts = facts;
    say();
}

void LogFooter::say()
{
    const bool searching = m_facts.end == End::Searching, full = m_facts.end == End::Full;
    QString text = m_facts.filtering ? tr("%1 of %Ln request(s)", nullptr, m_facts.all).arg(words::count(m_facts.shown)) : tr("%Ln request(s)", nullptr, m_facts.all);
    if (m_facts.searchedTo && m_facts.filtering && m_facts.end != End::Beginning)
        text += u" · "_s + tr("searched back to %1").arg(words::absolute(words::toDateTime(*m_facts.searchedTo)));
    if (m_facts.pinned > 0)
        text += u" · "_s + tr("%n pinned", nullptr, m_facts.pinned);
    if (const qint64 journaled = m_console.state().ledgerJournaled; journaled > 0)
        text += u" · "_s + tr("%Ln more still to come", nullptr, int(journaled));
    m_count->setFullText(text);
    m_full->say(full ? tr("The list is full with %Ln request(s). A narrower filter shows older ones; an export has them all.", nullptr, m_facts.all) : QString(), Tone::Caution);
    m_export->setVisible(full);
    m_older->setVisible(!full);
    m_older->setEnabled(m_facts.end != End::Beginning);
    m_older->setText(searching ? tr("Stop Searching") : m_facts.end == End::More ? tr("Load Older") : tr("No older requests"));
    m_clear->setEnabled(!m_clearing && m_facts.all > 0);
}

void LogFooter::refresh()
{
    m_console.retention(this, [this](const Result<RetentionPolicy> &policy) {
        m_retention = policy ? std::optional(*policy) : std::nullopt;
        sayKept();
    });
}

void LogFooter::sayKept()
{
    m_kept->setVisible(m_retention.has_value());
    if (!m_retention)
        return;
    const int days = m_retention->days, megabytes = m_console.state().database.startsWith("postgres"_L1) ? 0 : m_retention->megabytes;
    const QString size = megabytes % 1024 == 0 ? tr("%1 GB").arg(words::count(megabytes / 1024)) : tr("%1 MB").arg(words::count(megabytes));
    if (days > 0 && megabytes > 0)
        m_kept->setText(tr("Kept %n day(s), up to %1", nullptr, days).arg(size));
    else if (days > 0)
        m_kept->setText(tr("Kept %n day(s)", nullptr, days));
    else if (megabytes > 0)
        m_kept->setText(tr("Kept up to %1").arg(size));
    else
        m_kept->setText(tr("Kept without limit"));
}

void LogFooter::clear()
{
    const auto begun = [this] {
        m_clearing = true;
        say();
    };
    clearLog(this, m_console, begun, [this](const Result<qint64> &rows) {
        m_clearing = false;
        say();
        if (!rows) {
            emit said({Message::Level::Error, tr("The log could not be cleared: %1").arg(rows.error().text), {}, {}});
            return;
        }
        emit cleared();
        emit said({Message::Level::Success, tr("%Ln request(s) deleted.", nullptr, int(*rows)), {}, {}, Message::UndoMs});
    });
}

} // namespace understudy
