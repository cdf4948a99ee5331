// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/RowDelegate.h"

#include "theme/Theme.h"
#include "widgets/StatusMark.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace understudy {

namespace {

constexpr int Inset = 10; // as the header's texts
constexpr int LineGap = 2;

class Tinter final : public QObject {
public:
    explicit Tinter(QAbstractItemView *view) : QObject(view), m_view(view)
    {
        view->installEventFilter(this);
        tint();
    }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange)
            tint();
        return false;
    }
    void tint()
    {
        // Mixed, not translucent: the row and its cells are filled one over the other.
        const QColor accent = Theme::color(Tone::Accent), base = QApplication::palette().color(QPalette::Base);
        const auto mix = [](float a, float b) { return a * 0.14F + b * 0.86F; };
        QPalette palette;
        palette.setColor(QPalette::Highlight, QColor::fromRgbF(mix(accent.redF(), base.redF()), mix(accent.greenF(), base.greenF()), mix(accent.blueF(), base.blueF())));
        palette.setColor(QPalette::HighlightedText, QApplication::palette().color(QPalette::Text));
        m_view->setPalette(palette);
    }
    QAbstractItemView *m_view;
};

} // namespace

void tintSelection(QAbstractItemView *view) { new Tinter(view); }

RowDelegate::RowDelegate(int detailRole, int statusRole, QObject *parent) : QStyledItemDelegate(parent), m_detailRole(detailRole), m_statusRole(statusRole) {}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    plain.text.clear();
    QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->indexWidget(index))
        return;

    const QRect room = option.rect.adjusted(Inset, 0, -Inset, 0);
    const QVariant status = m_statusRole < 0 ? QVariant() : index.data(m_statusRole);
    if (status.canConvert<Status>()) {
        StatusMark::paint(painter, room, status.value<Status>(), option.font);
        return;
    }
    painter->save();
    const QString detail = m_detailRole < 0 ? QString() : index.data(m_detailRole).toString();
    const QFont small = Theme::small();
    const int first = option.fontMetrics.height();
    const int second = detail.isEmpty() ? 0 : QFontMetrics(small).height() + LineGap;
    QRect line(room.left(), room.top() + (room.height() - first - second) / 2, room.width(), first);
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, line.width()));
    if (!detail.isEmpty()) {
        line = QRect(room.left(), line.bottom() + 1 + LineGap, room.width(), second - LineGap);
        painter->setFont(small);
        painter->setPen(Theme::color(Tone::Muted));
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(small).elidedText(detail, Qt::ElideMiddle, line.width()));
    }
    painter->restore();
}

} // namespace understudy
