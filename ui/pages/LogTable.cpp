// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/LogTable.h"

#include "models/LogModel.h"
#include "theme/Theme.h"
#include "widgets/ChipDelegate.h"
#include "words/Quantities.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int CellMargins = 22;
constexpr int EndRows = 3; ///< who is so near the end is about to see it

} // namespace

LogTable::LogTable(QWidget *parent) : QTableView(parent)
{
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideMiddle);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(Theme::RowHeight - 4);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    setItemDelegateForColumn(LogModel::Chain, new ChipDelegate(LogModel::ChipsRole, this));
    setItemDelegateForColumn(LogModel::Result, new StatusDelegate(LogModel::StatusRole, this));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (isAtTop())
            emit reachedTop();
        else if (verticalScrollBar()->maximum() - verticalScrollBar()->value() <= EndRows * verticalHeader()->defaultSectionSize())
            emit reachedEnd();
    });
}

bool LogTable::isAtTop() const { return verticalScrollBar()->value() < verticalHeader()->defaultSectionSize(); }

void LogTable::showDates(bool dates)
{
    if (dates == m_dated)
        return;
    m_dated = dates;
    shapeColumns();
}

void LogTable::shapeColumns()
{
    if (!model())
        return;
    const QFontMetrics metrics(font());
    const auto width = [&metrics](std::initializer_list<QString> texts) {
        int widest = 0;
        for (const QString &text : texts)
            widest = std::max(widest, metrics.horizontalAdvance(text));
        return widest;
    };
    const QString widest[LogModel::ColumnCount] = {m_dated ? u"30 Sep 00:00"_s : u"▸ 00:00:00"_s, u"shop-assis"_s, u"DeepSee"_s, {}, u"✕ 503 "_s, words::duration(Milliseconds(590'000)), words::duration(Milliseconds(888)), u"123,456"_s};
    for (int column = 0; column < LogModel::ColumnCount; ++column) {
        if (column == LogModel::Chain) {
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
            continue;
        }
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
        setColumnWidth(column, width({widest[column], model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()}) + CellMargins);
    }
}

void LogTable::rowsInserted(const QModelIndex &parent, int start, int end)
{
    const int before = verticalScrollBar()->value();
    const bool above = !isAtTop() && start <= rowAt(0);
    QTableView::rowsInserted(parent, start, end);
    if (!above)
        return;
    updateGeometries(); // else the scroll bar still ends where it did
    verticalScrollBar()->setValue(before + (end - start + 1) * verticalHeader()->defaultSectionSize());
    emit insertedAbove(end - start + 1);
}

void LogTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        emit copyWished();
    } else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        emit pauseWished();
    } else if (event->key() == Qt::Key_P && event->modifiers() == Qt::NoModifier) {
        emit pinWished();
    } else if (event->key() == Qt::Key_R && event->modifiers() == Qt::NoModifier) {
        emit repeatWished();
    } else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit detailsWished();
    } else {
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace understudy
