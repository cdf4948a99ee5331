// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/DrillChain.h"

#include "theme/Theme.h"
#include "words/DrillWords.h"
#include "words/RecordWords.h"
#include "words/TypeWords.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int Inset = 10;

} // namespace

DrillBoxButton::DrillBoxButton(const words::DrillPlace &place, QWidget *parent) : QAbstractButton(parent), m_place(place)
{
    setObjectName(u"drill.box.%1"_s.arg(place.position));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(Widest);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractButton::clicked, this, [this] { openMenu(); });
    retranslate();
}

void DrillBoxButton::setFault(DrillFault fault)
{
    m_fault = fault;
    retranslate();
}

void DrillBoxButton::retranslate()
{
    const QString who = tr("%1: %2, %3").arg(words::position(m_place.position), words::modelName(m_place.model), words::drillPlaceName(m_place));
    const QString how = m_place.leftOut ? tr("Left out: %1").arg(words::skipText(*m_place.leftOut)) : words::faultName(m_fault);
    setAccessibleName(tr("%1. %2").arg(who, how));
    setAccessibleDescription(m_place.leftOut ? QString() : words::faultProof(m_fault));
    setToolTip(who + u'\n' + how + (m_place.leftOut ? QString() : u'\n' + words::faultProof(m_fault)));
    update();
}

QSize DrillBoxButton::sizeHint() const
{
    const int line = QFontMetrics(font()).height(), small = QFontMetrics(Theme::small()).height();
    return {Narrowest, 2 * Inset + 2 * small + 2 * line + 10};
}

QMenu *DrillBoxButton::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"drill.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    auto *oneOf = new QActionGroup(menu);
    for (const QList<DrillFault> &group : words::faultGroups()) {
        if (!menu->isEmpty())
            menu->addSeparator();
        for (const DrillFault fault : group) {
            QAction *action = menu->addAction(words::faultName(fault) + u'\t' + words::faultShort(fault));
            action->setObjectName(u"drill.fault."_s + word(fault));
            action->setToolTip(words::faultProof(fault));
            action->setCheckable(true);
            oneOf->addAction(action);
            action->setChecked(fault == m_fault);
            connect(action, &QAction::triggered, this, [this, fault] {
                setFault(fault);
                emit faultChosen(fault);
            });
        }
    }
    return menu;
}

void DrillBoxButton::openMenu()
{
    QMenu *menu = makeMenu();
    menu->popup(mapToGlobal(QPoint(0, height() + 2)));
    menu->setActiveAction(menu->findChild<QAction *>(u"drill.fault."_s + word(m_fault)));
}

void DrillBoxButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // With Ctrl it runs the drill.
        if (event->modifiers() & Qt::ControlModifier)
            break;
        [[fallthrough]];
    case Qt::Key_Down:
        openMenu();
        return;
    case Qt::Key_Left: emit stepWished(-1); return;
    case Qt::Key_Right: emit stepWished(1); return;
    default: break;
    }
    QAbstractButton::keyPressEvent(event);
}

void DrillBoxButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Status status = words::faultStatus(m_fault);
    const bool healthy = m_fault == DrillFault::Healthy;
    painter.setPen(hasFocus() ? QPen(Theme::color(Tone::Accent), 2) : QPen(!m_place.leftOut && !healthy ? Theme::color(status.tone) : Theme::color(Tone::Hairline)));
    painter.setBrush(underMouse() && isEnabled() ? Theme::color(Tone::Hover) : Theme::color(Tone::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::Radius, Theme::Radius);

    QRect line = rect().adjusted(Inset + 2, Inset, -Inset - 2, 0);
    const auto write = [&](const QString &text, const QFont &font, const QColor &color, int gap, Qt::TextElideMode elide = Qt::ElideRight) {
        const QFontMetrics metrics(font);
        line.setHeight(metrics.height());
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, elide, line.width()));
        line.moveTop(line.bottom() + 1 + gap);
    };
    const QColor text = palette().color(QPalette::Active, QPalette::WindowText), muted = Theme::color(Tone::Muted);
    write(words::position(m_place.position), Theme::small(), muted, 1);
    write(words::modelName(m_place.model), Theme::strong(), m_place.leftOut ? muted : text, 1, Qt::ElideMiddle);
    write(words::drillPlaceName(m_place), Theme::small(), muted, 6);
    if (m_place.leftOut) {
        write(u"○ "_s + tr("left out"), font(), muted, 0);
        return;
    }
    const int arrow = 12;
    line.setRight(line.right() - arrow);
    write(status.mark + u' ' + status.word, font(), Theme::color(status.tone), 0);
    if (!isEnabled()) // a drill runs: what it plays stays readable
        return;
    painter.setPen(QPen(muted, 1.4));
    const QPointF tip(width() - Inset - 6, line.top() - line.height() / 2.0 + 1);
    painter.drawPolyline(QPolygonF({tip + QPointF(-4, -3), tip + QPointF(0, 2), tip + QPointF(4, -3)}));
}

DrillChain::DrillChain(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    viewport()->setAutoFillBackground(false);
    setPlaces({});
}

void DrillChain::setPlaces(const QList<words::DrillPlace> &places)
{
    m_places = places;
    m_boxes.clear();
    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins({});
    row->setSpacing(4);
    for (const words::DrillPlace &place : places) {
        if (!m_boxes.isEmpty()) {
            auto *arrow = new QLabel(u"→"_s, content);
            arrow->setForegroundRole(QPalette::PlaceholderText);
            row->addWidget(arrow);
        }
        auto *box = new DrillBoxButton(place, content);
        box->setEnabled(m_editable && !place.leftOut);
        connect(box, &DrillBoxButton::faultChosen, this, &DrillChain::faultsChanged);
        const int at = int(m_boxes.size());
        connect(box, &DrillBoxButton::stepWished, this, [this, at](int step) {
            for (int to = at + step; to >= 0 && to < int(m_boxes.size()); to += step) {
                if (m_boxes[to]->isEnabled())
                    return m_boxes[to]->setFocus(Qt::OtherFocusReason);
            }
        });
        row->addWidget(box, 1, Qt::AlignTop);
        m_boxes.append(box);
    }
    row->addStretch();
    setWidget(content); // deletes the old one
    fitHeight();
}

void DrillChain::setFaults(const QList<DrillFault> &faults)
{
    for (qsizetype i = 0; i < m_boxes.size(); ++i)
        m_boxes[i]->setFault(faults.value(i, DrillFault::Healthy));
}

QList<DrillFault> DrillChain::faults() const
{
    QList<DrillFault> faults;
    for (const DrillBoxButton *box : m_boxes)
        faults.append(box->fault());
    return faults;
}

void DrillChain::setEditable(bool editable)
{
    m_editable = editable;
    for (DrillBoxButton *box : m_boxes)
        box->setEnabled(editable && !box->place().leftOut);
}

void DrillChain::retranslate()
{
    for (DrillBoxButton *box : m_boxes)
        box->retranslate();
    fitHeight();
}

void DrillChain::fitHeight()
{
    const QSize wanted = widget()->sizeHint();
    const int bar = wanted.width() > viewport()->width() ? horizontalScrollBar()->sizeHint().height() + 2 : 0;
    setFixedHeight(wanted.height() + bar);
}

void DrillChain::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fitHeight();
}

void DrillChain::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && widget())
        fitHeight();
}

} // namespace understudy
