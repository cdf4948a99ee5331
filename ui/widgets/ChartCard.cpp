// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ChartCard.h"

#include "models/FigureTable.h"
#include "theme/Icons.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/CellLinks.h"
#include "widgets/FiguresChart.h"
#include "widgets/FittedTable.h"
#include "widgets/Language.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastName = 90; ///< pixels of what a row is called

} // namespace

ChartCard::ChartCard(const QString &name, FiguresChart *chart, QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_head(new QHBoxLayout), m_copy(new QToolButton(this)), m_chartButton(new QToolButton(this)), m_tableButton(new QToolButton(this)),
      m_headline(new QLabel(this)), m_help(new QPushButton(this)), m_chart(chart), m_model(new FigureModel(this)), m_table(new FittedTable(this))
{
    setMouseTracking(true); // the chart lets the pointer through
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
    m_table->setModel(m_model);
    m_table->setLeastStretch(LeastName);
    m_headline->setObjectName(name + u".headline"_s);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_headline->setForegroundRole(QPalette::PlaceholderText);
    m_help->setObjectName(name + u".help"_s);
    m_help->hide();
    chart->setParent(this);
    chart->setObjectName(name);

    m_copy->setObjectName(name + u".copyPicture"_s);
    m_copy->setIcon(icons::icon(u"copy"_s));
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    connect(m_copy, &QToolButton::clicked, this, &ChartCard::copyPicture);
    connect(m_help, &QPushButton::clicked, this, &ChartCard::helpWanted);
    connect(new CellLinks(m_table, FigureModel::FilterRole), &CellLinks::followed, this, &ChartCard::followed);

    m_head->setSpacing(4);
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_copy);
    m_head->addWidget(m_chartButton);
    m_head->addWidget(m_tableButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 8, 8);
    column->setSpacing(4);
    column->addLayout(m_head);
    column->addWidget(m_headline);
    column->addWidget(m_help, 0, Qt::AlignLeft);
    column->addWidget(chart);
    column->addWidget(m_table);
    m_table->hide();

    connect(m_tableButton, &QToolButton::toggled, this, &ChartCard::showParts);
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

void ChartCard::setFigures(const ChartFigures &figures)
{
    m_chart->setFigures(figures);
    m_model->setTable(figures.table);
    m_chart->setAccessibleDescription(figures.sentence);
    m_table->setAccessibleDescription(figures.sentence);
    showParts();
}

const ChartFigures &ChartCard::figures() const { return m_chart->figures(); }

void ChartCard::setReason(const QString &sentence, const QString &button)
{
    m_reason = sentence;
    m_help->setText(button);
    showParts();
}

void ChartCard::showParts()
{
    const bool shown = m_reason.isEmpty(), table = showsTable();
    const QString saying = figures().headline.isEmpty() ? figures().sentence : figures().headline;
    m_headline->setText(shown ? saying : m_reason);
    m_headline->setVisible(!m_headline->text().isEmpty());
    m_help->setVisible(!shown && !m_help->text().isEmpty());
    m_chart->setVisible(shown && !table);
    m_copy->setVisible(shown && !table);
    m_table->setVisible(shown && table);
    m_chartButton->setVisible(shown);
    m_tableButton->setVisible(shown);
}

QString ChartCard::linkAt(const QPoint &at) const
{
    return m_chart->isVisible() && m_chart->geometry().contains(at) ? figures().links.value(m_chart->categoryAt(m_chart->mapFrom(this, at))) : QString();
}

bool ChartCard::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QFrame::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    if (linkAt(help->pos()).isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), figures().categories.value(m_chart->categoryAt(m_chart->mapFrom(this, help->pos()))) + u'\n' + tr("Show these requests"), this);
    return true;
}

void ChartCard::mouseMoveEvent(QMouseEvent *event)
{
    if (linkAt(event->position().toPoint()).isEmpty())
        unsetCursor();
    else
        setCursor(Qt::PointingHandCursor);
}

void ChartCard::mouseReleaseEvent(QMouseEvent *event)
{
    const QString filter = event->button() == Qt::LeftButton ? linkAt(event->position().toPoint()) : QString();
    if (!filter.isEmpty())
        emit followed(filter);
}

void ChartCard::addTool(QWidget *tool) { m_head->insertWidget(m_head->indexOf(m_copy), tool); }

/// With its title and what it says, on the surface of the card: what is pasted into a report speaks for itself.
void ChartCard::copyPicture()
{
    const QPixmap chart = m_chart->grab();
    const qreal ratio = chart.devicePixelRatio();
    const int titleHeight = QFontMetrics(m_title->font()).height() + Theme::Gap;
    const QRect saying(Theme::Gap, Theme::Gap + titleHeight, int(chart.width() / ratio) - 2 * Theme::Gap, m_headline->isVisible() ? m_headline->height() : 0);
    const int above = saying.bottom() + Theme::Gap;
    QPixmap picture(QSize(chart.width(), chart.height() + int(above * ratio)));
    picture.setDevicePixelRatio(ratio);
    picture.fill(Theme::color(Tone::Surface));
    QPainter painter(&picture);
    painter.setFont(m_title->font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QPointF(Theme::Gap, Theme::Gap + QFontMetrics(m_title->font()).ascent()), m_title->text());
    painter.setFont(m_headline->font());
    painter.setPen(Theme::color(Tone::Muted));
    painter.drawText(saying, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_headline->text());
    painter.drawPixmap(0, above, chart);
    painter.end();
    QGuiApplication::clipboard()->setPixmap(picture);
}

void ChartCard::showTable(bool table) { (table ? m_tableButton : m_chartButton)->setChecked(true); }
bool ChartCard::showsTable() const { return m_tableButton->isChecked(); }

} // namespace understudy
