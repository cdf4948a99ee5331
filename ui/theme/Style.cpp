// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/Style.h"

#include "theme/Theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>
#include <QToolButton>

namespace understudy {

namespace {

constexpr const char *VariantProperty = "understudyVariant";
constexpr int CellPadding = 10;

bool isVariant(const QWidget *widget, Style::Variant variant) { return Style::variantOf(widget) == variant; }

QColor mixed(const QColor &a, const QColor &b, qreal partOfB)
{
    return QColor::fromRgbF(float(a.redF() + (b.redF() - a.redF()) * partOfB), float(a.greenF() + (b.greenF() - a.greenF()) * partOfB),
                            float(a.blueF() + (b.blueF() - a.blueF()) * partOfB));
}

QRectF inside(const QRect &rect) { return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5); }

void box(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line, qreal radius = Theme::Radius, qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->drawRoundedRect(inside(rect), radius, radius);
    painter->restore();
}

/// Fields and check boxes need a line that can be seen: 3 : 1 against what is around (WCAG 1.4.11).
QColor fieldLine(const QStyleOption *option)
{
    if (!(option->state & QStyle::State_Enabled))
        return Theme::color(Tone::Hairline);
    if (option->state & QStyle::State_HasFocus)
        return Theme::color(Tone::Accent);
    return mixed(Theme::color(Tone::Muted), option->palette.color(QPalette::Base), 0.25);
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::setVariant(QWidget *widget, Variant variant) { widget->setProperty(VariantProperty, int(variant)); }

Style::Variant Style::variantOf(const QWidget *widget) { return widget ? Variant(widget->property(VariantProperty).toInt()) : Variant::Plain; }

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QToolButton *>(widget) || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // QFormLayout centres a label beside its field only when 7/4 of the label's height reach the field's.
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->buddy() && label->minimumHeight() == 0)
        label->setMinimumHeight(20);
    if (isVariant(widget, Variant::Link))
        widget->setCursor(Qt::PointingHandCursor);
}

void Style::drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool enabled = option->state & State_Enabled;
    const bool down = option->state & (State_Sunken | State_On);
    const bool over = enabled && (option->state & State_MouseOver);
    const bool focus = option->state & State_HasFocus;
    const bool quiet = isVariant(widget, Variant::Link) || isVariant(widget, Variant::Quiet) || (button && (button->features & QStyleOptionButton::Flat));
    const QRect rect = option->rect;
    const QColor accent = Theme::color(Tone::Accent);

    if (quiet) {
        if (down || over)
            box(painter, rect, down ? mixed(Theme::color(Tone::Hover), Theme::color(Tone::Muted), 0.15) : Theme::color(Tone::Hover), {});
    } else if (button && (button->features & QStyleOptionButton::DefaultButton) && enabled) {
        const QColor fill = mixed(accent, option->palette.color(QPalette::WindowText), down ? 0.22 : over ? 0.1 : 0);
        box(painter, rect, fill, {});
    } else {
        const QColor base = option->palette.color(QPalette::Button);
        const QColor fill = !enabled ? option->palette.color(QPalette::Window) : down ? mixed(base, Theme::color(Tone::Muted), 0.2) : over ? Theme::color(Tone::Hover) : base;
        box(painter, rect, fill, enabled ? mixed(Theme::color(Tone::Hairline), Theme::color(Tone::Muted), 0.3) : Theme::color(Tone::Hairline));
    }
    if (focus) {
        const bool primary = button && (button->features & QStyleOptionButton::DefaultButton) && !quiet;
        box(painter, rect.adjusted(primary ? 2 : 0, primary ? 2 : 0, primary ? -2 : 0, primary ? -2 : 0), {}, primary ? Theme::color(Tone::AccentText) : accent,
            primary ? Theme::Radius - 2 : Theme::Radius, primary ? 1.5 : 2);
    }
}

void Style::drawTab(const QStyleOption *option, QPainter *painter) const
{
    const bool chosen = option->state & State_Selected;
    painter->save();
    QRect line = option->rect;
    line.setTop(line.bottom() - (chosen ? 2 : 0));
    painter->fillRect(line, chosen ? Theme::color(Tone::Accent) : Theme::color(Tone::Hairline));
    if ((option->state & State_MouseOver) && !chosen && (option->state & State_Enabled))
        box(painter, option->rect.adjusted(2, 4, -2, -6), Theme::color(Tone::Hover), {});
    if (option->state & State_HasFocus)
        box(painter, option->rect.adjusted(2, 3, -2, -5), {}, Theme::color(Tone::Accent), Theme::Radius, 1.5);
    painter->restore();
}

void Style::drawCheck(const QStyleOption *option, QPainter *painter, bool round) const
{
    const bool enabled = option->state & State_Enabled;
    const bool on = option->state & (State_On | State_NoChange);
    const QRect rect = option->rect.adjusted(1, 1, -1, -1);
    const qreal radius = round ? rect.width() / 2.0 : 4;
    const QColor mark = enabled ? Theme::color(Tone::AccentText) : option->palette.color(QPalette::Base);
    box(painter, rect, on ? (enabled ? Theme::color(Tone::Accent) : Theme::color(Tone::Hairline)) : option->palette.color(QPalette::Base),
        on && enabled ? Theme::color(Tone::Accent) : fieldLine(option), radius, (option->state & State_HasFocus) ? 2 : 1);
    if (!on)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF r(rect);
    if (round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawEllipse(r.center(), r.width() * 0.2, r.width() * 0.2);
    } else {
        painter->setPen(QPen(mark, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (option->state & State_NoChange)
            painter->drawLine(QPointF(r.left() + r.width() * 0.28, r.center().y()), QPointF(r.right() - r.width() * 0.28, r.center().y()));
        else
            painter->drawPolyline(QPolygonF{{r.left() + r.width() * 0.26, r.top() + r.height() * 0.54},
                                            {r.left() + r.width() * 0.44, r.top() + r.height() * 0.72},
                                            {r.left() + r.width() * 0.76, r.top() + r.height() * 0.32}});
    }
    painter->restore();
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: drawButton(option, painter, widget); return;
    case PE_PanelButtonTool:
        if (option->state & (State_Sunken | State_On | State_MouseOver | State_Raised))
            drawButton(option, painter, widget);
        if (option->state & State_HasFocus)
            box(painter, option->rect, {}, Theme::color(Tone::Accent), Theme::Radius, 2);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget)) {
            box(painter, option->rect.adjusted(1, 1, -1, -1), {}, Theme::color(Tone::Accent), 3);
            return;
        }
        if (qobject_cast<const QAbstractButton *>(widget) && !widget->inherits("QCheckBox") && !widget->inherits("QRadioButton"))
            return; // the bevel shows it
        box(painter, option->rect, {}, Theme::color(Tone::Accent), 3);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            const bool focus = option->state & State_HasFocus;
            box(painter, option->rect, option->palette.color(QPalette::Base), fieldLine(option), Theme::Radius, focus ? 2 : 1);
        } else {
            painter->fillRect(option->rect.adjusted(1, 1, -1, -1), option->palette.color(QPalette::Base));
        }
        return;
    case PE_FrameLineEdit: return; // part of the panel
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheck(option, painter, false); return;
    case PE_IndicatorRadioButton: drawCheck(option, painter, true); return;
    case PE_FrameGroupBox:
        box(painter, option->rect, Theme::color(Tone::Surface), Theme::color(Tone::Hairline), Theme::Radius + 2);
        return;
    case PE_Frame:
        if (isVariant(widget, Variant::Card) || qobject_cast<const QAbstractItemView *>(widget) || (widget && widget->inherits("QTextEdit"))
            || (widget && widget->inherits("QPlainTextEdit"))) {
            const bool focus = (option->state & State_HasFocus) && (isVariant(widget, Variant::Card) || widget->inherits("QTextEdit") || widget->inherits("QPlainTextEdit"));
            const QColor ground = isVariant(widget, Variant::Card) ? Theme::color(Tone::Surface) : option->palette.color(QPalette::Base);
            box(painter, option->rect, qobject_cast<const QAbstractItemView *>(widget) || isVariant(widget, Variant::Card) ? ground : QColor(),
                focus ? Theme::color(Tone::Accent) : Theme::color(Tone::Hairline), Theme::Radius + 2, focus ? 2 : 1);
            return;
        }
        break;
    case PE_FrameTabWidget:
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1), Theme::color(Tone::Hairline));
        return;
    case PE_FrameTabBarBase: {
        QRect line = option->rect;
        line.setTop(line.bottom());
        painter->fillRect(line, Theme::color(Tone::Hairline));
        return;
    }
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            const bool enabled = option->state & State_Enabled;
            if (isVariant(widget, Variant::Link) && enabled)
                copy.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::Link));
            else if ((button->features & QStyleOptionButton::DefaultButton) && enabled && !isVariant(widget, Variant::Quiet))
                copy.palette.setColor(QPalette::ButtonText, Theme::color(Tone::AccentText));
            if ((button->features & QStyleOptionButton::DefaultButton) && enabled && !copy.icon.isNull() && !isVariant(widget, Variant::Quiet)
                && !isVariant(widget, Variant::Link))
                copy.icon = QIcon(copy.icon.pixmap(copy.iconSize, painter->device()->devicePixelRatio(), QIcon::Selected));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape: drawTab(option, painter); return;
    case CE_HeaderSection: {
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        QRect line = option->rect;
        line.setTop(line.bottom());
        painter->fillRect(line, Theme::color(Tone::Hairline));
        return;
    }
    case CE_HeaderEmptyArea: {
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        QRect line = option->rect;
        line.setTop(line.bottom());
        painter->fillRect(line, Theme::color(Tone::Hairline));
        return;
    }
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader copy = *header;
            copy.palette.setColor(QPalette::ButtonText, Theme::color(Tone::Muted));
            copy.state &= ~State_On; // no bold for the column of the current cell
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_ProgressBarGroove: box(painter, option->rect, Theme::color(Tone::Hairline), {}, option->rect.height() / 2.0); return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option); bar && bar->maximum > bar->minimum) {
            QRect rect = option->rect;
            const double part = double(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
            rect.setWidth(std::max(part > 0 ? rect.height() : 0, int(rect.width() * part)));
            if (rect.width() > 0)
                box(painter, rect, Theme::color(Tone::Accent), {}, rect.height() / 2.0);
            return;
        }
        break;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return;
    const bool focus = option->state & State_HasFocus;
    box(painter, option->rect, option->palette.color(QPalette::Base), fieldLine(option), Theme::Radius, focus ? 2 : 1);
    for (const SubControl part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        const QRect rect = subControlRect(CC_SpinBox, option, part, widget);
        const bool up = part == SC_SpinBoxUp;
        const bool can = (option->state & State_Enabled) && (spin->stepEnabled & (up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled));
        if (can && (option->activeSubControls & part))
            box(painter, rect.adjusted(1, up ? 2 : 0, -2, up ? 0 : -2), Theme::color(Tone::Hover), {}, 3);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(can ? Theme::color(Tone::Muted) : Theme::color(Tone::Hairline), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF middle = QRectF(rect).center() + QPointF(-1, up ? 1 : -1);
        const qreal dy = up ? 1.8 : -1.8;
        painter->drawPolyline(QPolygonF{middle + QPointF(-3.6, dy), middle + QPointF(0, -dy), middle + QPointF(3.6, dy)});
        painter->restore();
    }
}

/// A slim rounded handle on nothing: no arrows, no groove.
void Style::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider || slider->maximum <= slider->minimum)
        return;
    const QRect handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool over = option->activeSubControls & SC_ScrollBarSlider;
    const QRect slim = slider->orientation == Qt::Vertical ? handle.adjusted(3, 1, -3, -1) : handle.adjusted(1, 3, -1, -3);
    box(painter, slim, mixed(option->palette.color(QPalette::Base), Theme::color(Tone::Muted), over ? 0.75 : 0.45), {},
        std::min(slim.width(), slim.height()) / 2.0);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const auto *slider = control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr;
    if (!slider)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool vertical = slider->orientation == Qt::Vertical;
    const QRect all = option->rect;
    const int length = vertical ? all.height() : all.width();
    const int range = slider->maximum - slider->minimum;
    const int shortest = std::min(length, 28);
    const int handle = range > 0 ? std::clamp(int(qint64(length) * slider->pageStep / (qint64(range) + slider->pageStep)), shortest, length) : length;
    const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - handle, slider->upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect rect = vertical ? QRect(all.left(), all.top() + from, all.width(), size) : QRect(all.left() + from, all.top(), size, all.height());
        return visualRect(slider->direction, all, rect);
    };
    switch (part) {
    case SC_ScrollBarSlider: return piece(start, handle);
    case SC_ScrollBarGroove: return all;
    case SC_ScrollBarSubPage: return piece(0, start);
    case SC_ScrollBarAddPage: return piece(start + handle, length - start - handle);
    default: return {}; // no arrows
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control == CC_SpinBox)
        return drawSpinBox(option, painter, widget);
    if (control == CC_ScrollBar)
        return drawScrollBar(option, painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    constexpr int textInset = 6;
    const QWidget *parent = widget ? widget->parentWidget() : nullptr;
    const bool part = qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent);
    return element == SE_LineEditContents && !part ? rect.adjusted(textInset, 0, -textInset, 0) : rect;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return 12;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return Theme::Gap;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_ScrollBarExtent: return 12;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 18;
    case PM_SmallIconSize: return 18;
    case PM_TabBarTabHSpace: return 28;
    case PM_TabBarTabVSpace: return 16;
    case PM_TabBarTabShiftVertical: return 0;
    // As wide as the rounded corners need: else the corners of what is inside cover them.
    case PM_DefaultFrameWidth: return qobject_cast<const QAbstractItemView *>(widget) ? 3 : QProxyStyle::pixelMetric(metric, option, widget);
    // Air between the columns of tables and their headers; both, so that they stay in line.
    case PM_FocusFrameHMargin:
        return qobject_cast<const QTableView *>(widget) ? CellPadding - 1 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_HeaderMargin: return CellPadding;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return 4;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText: return 0;
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_Table_GridLineColor: return int(Theme::color(Tone::Hairline).rgb());
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_FormLayoutLabelAlignment: return int(Qt::AlignLeft | Qt::AlignVCenter);
    case SH_FormLayoutFormAlignment: return int(Qt::AlignLeft | Qt::AlignTop);
    case SH_FormLayoutFieldGrowthPolicy: return 1; // QFormLayout::ExpandingFieldsGrow
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (isVariant(widget, Variant::Link))
            return {size.width() + 12, std::max(size.height() + 6, 28)};
        return {std::max(result.width() + 12, size.width() + 28), std::max(result.height(), 32)};
    case CT_ToolButton: return {std::max(result.width(), 30), std::max(result.height(), 30)};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox: return {result.width(), std::max(result.height(), 32)};
    case CT_HeaderSection: return {result.width(), std::max(result.height(), 34)};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option); item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return result;
        return {result.width() + 8, std::max(result.height(), 30)};
    default: return result;
    }
}

} // namespace understudy
