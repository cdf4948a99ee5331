// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/LogDetail.h"

#include "theme/Icons.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/Language.h"
#include "widgets/StatusMark.h"
#include "widgets/Waterfall.h"
#include "words/Quantities.h"
#include "words/RecordWords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

LogDetail::LogDetail(QWidget *parent)
    : QFrame(parent), m_status(new StatusMark), m_verdict(new QLabel), m_facts(new QLabel), m_copyId(new QPushButton), m_usage(new QPushButton),
      m_close(new QToolButton), m_waterfall(new Waterfall), m_whyTitle(new QLabel), m_why(new QLabel), m_scroll(new QScrollArea)
{
    setFrameShape(QFrame::StyledPanel);
    Style::setVariant(this, Style::Variant::Card);
    setFocusProxy(m_scroll);
    m_verdict->setWordWrap(true);
    m_verdict->setFont(Theme::strong());
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setWordWrap(true);
    m_whyTitle->setFont(Theme::strong());
    m_why->setWordWrap(true);
    for (QLabel *label : {m_verdict, m_facts, m_why}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    for (QPushButton *button : {m_copyId, m_usage})
        Style::setVariant(button, Style::Variant::Link);
    m_copyId->setObjectName(u"log.copyId"_s);
    m_usage->setObjectName(u"log.usage"_s);
    m_close->setObjectName(u"log.closeDetail"_s);
    m_close->setIcon(icons::icon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_why->setObjectName(u"log.why"_s);
    m_scroll->setObjectName(u"log.detail"_s);
    m_waterfall->setObjectName(u"log.waterfall"_s);

    auto *content = new QWidget;
    auto *parts = new QVBoxLayout(content);
    parts->setContentsMargins(0, 0, 12, 10);
    parts->setSpacing(4);
    parts->addWidget(m_verdict);
    parts->addWidget(m_facts);
    parts->addSpacing(4);
    parts->addWidget(m_waterfall);
    parts->addSpacing(4);
    parts->addWidget(m_whyTitle);
    parts->addWidget(m_why);
    parts->addStretch();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Gap);
    head->addWidget(m_status);
    head->addStretch();
    head->addWidget(m_copyId);
    head->addWidget(m_usage);
    head->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 6, 6, 2);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);

    connect(m_copyId, &QPushButton::clicked, this, [this] {
        if (m_record)
            QGuiApplication::clipboard()->setText(m_record->id);
    });
    connect(m_usage, &QPushButton::clicked, this, [this] {
        if (m_record)
            emit wished(Wish::show(PageId::Usage, m_record->keyId));
    });
    connect(m_close, &QToolButton::clicked, this, &LogDetail::closed);
    followLanguage(this, [this] { retranslate(); });
}

void LogDetail::retranslate()
{
    m_copyId->setText(tr("Copy Request ID"));
    m_usage->setText(tr("Usage of the Key"));
    m_close->setAccessibleName(tr("Close details"));
    m_close->setToolTip(tr("Close details (Esc)"));
    m_whyTitle->setText(tr("Why"));
    m_scroll->setAccessibleName(tr("Details of the request"));
    if (m_record)
        say();
}

void LogDetail::present(const ExchangeRecord &record)
{
    if (record == m_record)
        return;
    m_record = record;
    say();
    m_scroll->ensureVisible(0, 0);
}

void LogDetail::say()
{
    const ExchangeRecord &record = *m_record;
    m_status->setStatus(words::statusOf(record));
    m_verdict->setText(words::verdict(record).text);
    QStringList facts{words::absolute(words::toDateTime(record.time)), tr("key %1").arg(record.keyName), record.id};
    if (!record.userAgent.isEmpty())
        facts.append(record.userAgent);
    if (record.stream)
        facts.append(tr("streamed"));
    m_waterfall->showExchange(record);
    m_facts->setText(facts.join(u" · "_s));
    QStringList lines;
    for (const QString &sentence : words::whySentences(record))
        lines.append(u"• "_s + sentence);
    m_why->setText(lines.join(u'\n'));
    m_scroll->setAccessibleDescription(words::rowSentence(record));
}

void LogDetail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace understudy
