// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ChartCard.h"

#include "theme/Icons.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/FittedTable.h"
#include "widgets/Language.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

ChartCard::ChartCard(const QString &name, QWidget *chart, QAbstractItemModel *twin, QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_head(new QHBoxLayout), m_copy(new QToolButton(this)), m_chartButton(new QToolButton(this)), m_tableButton(new QToolButton(this)), m_chart(chart),
      m_table(new FittedTable(this))
{
    setFrameShape(QFrame::StyledPanel);
    Style::setVariant(this, Style::Variant::Card);
    m_title->setFont(Theme::strong());
    auto *choice = new QButtonGroup(this);
    for (QToolButton *button : {m_chartButton, m_tableButton}) {
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        choice->addButton(button);
    }
    m_chartButton->setChecked(true);
    m_chartButton->setObjectName(name + u".showChart"_s);
    m_tableButton->setObjectName(name + u".showTable"_s);
    m_table->setObjectName(name + u".table"_s);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setModel(twin);
    chart->setParent(this);
    chart->setObjectName(name);

    m_copy->setObjectName(name + u".copyPicture"_s);
    m_copy->setIcon(icons::icon(u"copy"_s));
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    connect(m_copy, &QToolButton::clicked, this, &ChartCard::copyPicture);
    connect(m_table, &QTableView::activated, this, &ChartCard::rowActivated);

    m_head->setSpacing(4);
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_copy);
    m_head->addWidget(m_chartButton);
    m_head->addWidget(m_tableButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 8, 8);
    column->addLayout(m_head);
    column->addWidget(chart);
    column->addWidget(m_table);
    m_table->hide();

    connect(m_tableButton, &QToolButton::toggled, this, [this](bool table) {
        m_chart->setVisible(!table);
        m_copy->setVisible(!table);
        m_table->setVisible(table);
    });
    auto *turn = new QShortcut(Qt::Key_T, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(turn, &QShortcut::activated, this, [this] { showTable(!showsTable()); });
    followLanguage(this, [this] {
        m_copy->setAccessibleName(tr("Copy the chart as a picture"));
        m_copy->setToolTip(tr("Copy the chart as a picture"));
        m_chartButton->setText(tr("Chart"));
        m_tableButton->setText(tr("Table"));
        m_chartButton->setToolTip(tr("Show the chart (T)"));
        m_tableButton->setToolTip(tr("Show the same figures as a table (T)"));
    });
}

void ChartCard::setTitle(const QString &title)
{
    m_title->setText(title);
    m_chart->setAccessibleName(title);
    m_table->setAccessibleName(title);
}

void ChartCard::setDescription(const QString &sentence)
{
    m_chart->setAccessibleDescription(sentence);
    m_chart->setToolTip(sentence);
    m_table->setAccessibleDescription(sentence);
}

void ChartCard::addTool(QWidget *tool) { m_head->insertWidget(m_head->indexOf(m_copy), tool); }

/// With its title, on the surface of the card: what is pasted into a report says what it is.
void ChartCard::copyPicture()
{
    const QPixmap chart = m_chart->grab();
    const qreal ratio = chart.devicePixelRatio();
    const int above = QFontMetrics(m_title->font()).height() + 2 * Theme::Gap;
    QPixmap picture(QSize(chart.width(), chart.height() + int(above * ratio)));
    picture.setDevicePixelRatio(ratio);
    picture.fill(Theme::color(Tone::Surface));
    QPainter painter(&picture);
    painter.setFont(m_title->font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QPointF(Theme::Gap, Theme::Gap + QFontMetrics(m_title->font()).ascent()), m_title->text());
    painter.drawPixmap(0, above, chart);
    painter.end();
    QGuiApplication::clipboard()->setPixmap(picture);
}

void ChartCard::showTable(bool table) { (table ? m_tableButton : m_chartButton)->setChecked(true); }
bool ChartCard::showsTable() const { return m_tableButton->isChecked(); }

} // namespace understudy
