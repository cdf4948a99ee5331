// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Navigation.h"

#include "theme/Icons.h"
#include "widgets/Language.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

enum Role { Page = Qt::UserRole + 1, Badge, IconName };

constexpr int RowHeight = 36;
constexpr int Indent = 14;
constexpr int IconSide = 18;

/// A rounded row with an icon, a word and a badge. The view's own indentation is not used: it cannot be switched off for one row.
class RowDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {Navigation::IconWidth, RowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *view = qobject_cast<const Navigation *>(option.widget);
        const bool collapsed = view && view->isCollapsed();
        const bool chosen = option.state & QStyle::State_Selected;
        const bool enabled = index.flags() & Qt::ItemIsSelectable;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF row = QRectF(option.rect).adjusted(8, 2, -8, -2);
        if (chosen || ((option.state & QStyle::State_MouseOver) && enabled)) {
            QColor fill = Theme::color(chosen ? Tone::Accent : Tone::Muted);
            fill.setAlphaF(chosen ? 0.14F : 0.1F);
            painter->setBrush(fill);
            painter->setPen((option.state & QStyle::State_HasFocus) && chosen ? QPen(Theme::color(Tone::Accent), 1.5) : QPen(Qt::NoPen));
            painter->drawRoundedRect(row, Theme::Radius, Theme::Radius);
        }
        const Tone tone = chosen ? Tone::Accent : Tone::Muted;
        const int indent = index.parent().isValid() && !collapsed ? Indent : 0;
        const QRect icon(int(row.left()) + 11 + indent, option.rect.center().y() - IconSide / 2 + 1, IconSide, IconSide);
        if (const QString name = index.data(IconName).toString(); !name.isEmpty())
            icons::icon(name, tone).paint(painter, icon);
        paintBadge(painter, index.data(Badge).toInt(), row, icon, collapsed);
        if (!collapsed) {
            painter->setFont(chosen ? Theme::strong() : option.font);
            painter->setPen(chosen ? option.palette.color(QPalette::Link) : option.palette.color(enabled ? QPalette::Text : QPalette::PlaceholderText));
            QRect text = option.rect;
            text.setLeft(icon.right() + 11);
            text.setRight(int(row.right()) - (index.data(Badge).toInt() ? 36 : 6));
            painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
        }
        painter->restore();
    }

private:
    static void paintBadge(QPainter *painter, int count, const QRectF &row, const QRect &icon, bool collapsed)
    {
        if (count <= 0)
            return;
        const QString text = count > 99 ? u"99+"_s : QString::number(count);
        painter->setFont(Theme::small());
        const int width = std::max(20, QFontMetrics(painter->font()).horizontalAdvance(text) + 12);
        QRectF pill(row.right() - width - 6, row.center().y() - 9, width, 18);
        if (collapsed)
            pill.moveTopLeft(QPointF(icon.right() - 6, icon.top() - 10));
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::color(Tone::Bad));
        painter->drawRoundedRect(pill, 9, 9);
        painter->setPen(QApplication::palette().color(QPalette::Base));
        painter->drawText(pill, Qt::AlignCenter, text);
    }
};

} // namespace

const QList<PageId> &Navigation::order()
{
    static const QList<PageId> pages{PageId::Overview, PageId::Models, PageId::Keys, PageId::Usage, PageId::Log, PageId::Drill, PageId::Settings};
    return pages;
}

QString Navigation::label(PageId page)
{
    switch (page) {
    case PageId::Welcome: return tr("Welcome");
    case PageId::Overview: return tr("Overview");
    case PageId::Models: return tr("Large models");
    case PageId::Keys: return tr("Gateway access keys");
    case PageId::Usage: return tr("Usage statistics");
    case PageId::Log: return tr("Request log");
    case PageId::Drill: return tr("Failover drill");
    case PageId::Settings: return tr("Settings");
    }
    return {};
}

QString Navigation::iconName(PageId page)
{
    switch (page) {
    case PageId::Welcome: return u"home"_s;
    case PageId::Overview: return u"overview"_s;
    case PageId::Models: return u"models"_s;
    case PageId::Keys: return u"keys"_s;
    case PageId::Usage: return u"usage"_s;
    case PageId::Log: return u"log"_s;
    case PageId::Drill: return u"drill"_s;
    case PageId::Settings: return u"settings"_s;
    }
    return {};
}

Navigation::Navigation(QWidget *parent) : QTreeView(parent), m_model(new QStandardItemModel(this))
{
    setObjectName(u"navigation"_s);
    for (const PageId page : order()) {
        auto *item = new QStandardItem;
        item->setData(int(page), Page);
        item->setData(iconName(page), IconName);
        item->setEditable(false);
        m_items[page] = item;
        if (page == PageId::Models) {
            m_group = new QStandardItem;
            m_group->setFlags(Qt::ItemIsEnabled);
            m_model->appendRow(m_group);
            m_group->appendRow(item);
        } else {
            m_model->appendRow(item);
        }
    }
    setModel(m_model);
    setItemDelegate(new RowDelegate(this));
    setHeaderHidden(true);
    setIndentation(0);
    setItemsExpandable(false);
    setRootIsDecorated(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setUniformRowHeights(true);
    viewport()->setAutoFillBackground(false);
    setViewportMargins(0, Theme::Gap, 0, 0);
    expandAll();
    setCollapsed(false);
    followLanguage(this, [this] { retranslate(); });
}

void Navigation::retranslate()
{
    setAccessibleName(tr("Navigation"));
    m_group->setText(tr("Model configuration"));
    for (const auto &[page, item] : m_items) {
        item->setText(label(page));
        item->setToolTip(m_collapsed ? label(page) : QString());
    }
}

void Navigation::setCurrent(PageId page)
{
    m_silent = true;
    const auto item = m_items.find(page);
    if (item == m_items.end())
        selectionModel()->clear();
    else
        setCurrentIndex(item->second->index());
    m_silent = false;
}

void Navigation::setBadge(PageId page, int count, const QString &sentence)
{
    QStandardItem *item = m_items.at(page);
    item->setData(count, Badge);
    item->setData(count ? label(page) + u", "_s + sentence : label(page), Qt::AccessibleTextRole);
    item->setToolTip(count ? sentence : m_collapsed ? label(page) : QString());
}

void Navigation::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? IconWidth : FullWidth);
    setRowHidden(m_group->row(), {}, false);
    for (const auto &[page, item] : m_items)
        item->setToolTip(collapsed ? label(page) : QString());
    viewport()->update();
}

void Navigation::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_silent && current.isValid() && (current.flags() & Qt::ItemIsSelectable))
        emit chosen(PageId(current.data(Page).toInt()));
}

void Navigation::mousePressEvent(QMouseEvent *event)
{
    QTreeView::mousePressEvent(event);
    // Again on the current entry: back from wherever the page has led to.
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && index == currentIndex() && (index.flags() & Qt::ItemIsSelectable))
        emit chosen(PageId(index.data(Page).toInt()));
}

QString pageWord(PageId page)
{
    switch (page) {
    case PageId::Welcome: return u"welcome"_s;
    case PageId::Overview: return u"overview"_s;
    case PageId::Models: return u"models"_s;
    case PageId::Keys: return u"keys"_s;
    case PageId::Usage: return u"usage"_s;
    case PageId::Log: return u"log"_s;
    case PageId::Drill: return u"drill"_s;
    case PageId::Settings: return u"settings"_s;
    }
    return {};
}

std::optional<PageId> pageFromWord(QStringView word)
{
    for (const PageId page : {PageId::Welcome, PageId::Overview, PageId::Models, PageId::Keys, PageId::Usage, PageId::Log, PageId::Drill, PageId::Settings}) {
        if (pageWord(page) == word)
            return page;
    }
    return std::nullopt;
}

} // namespace understudy
