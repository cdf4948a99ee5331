// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/CommandPalette.h"

#include "dialogs/PaletteList.h"
#include "preferences/Preferences.h"
#include "theme/Icons.h"
#include "theme/Style.h"
#include "widgets/Language.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int PanelWidth = 600;
constexpr int Rows = 9;

} // namespace

CommandPalette::CommandPalette(Preferences &preferences, QWidget *window)
    : QWidget(window), m_preferences(preferences), m_panel(new QFrame(this)), m_needle(new QLineEdit(m_panel)), m_view(new QListView(m_panel)),
      m_none(new QLabel(m_panel)), m_list(new PaletteList(this))
{
    setObjectName(u"palette"_s);
    m_panel->setFrameShape(QFrame::StyledPanel);
    Style::setVariant(m_panel, Style::Variant::Card);
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(Theme::Gap, Theme::Gap, Theme::Gap, Theme::Gap);
    m_needle->setObjectName(u"palette.search"_s);
    m_needle->addAction(icons::icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_needle->installEventFilter(this);
    column->addWidget(m_needle);
    m_view->setObjectName(u"palette.list"_s);
    m_view->setModel(m_list);
    m_view->setItemDelegate(new PaletteDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus); // the keyboard stays in the field
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->viewport()->setAutoFillBackground(false);
    column->addWidget(m_view);
    m_none->setObjectName(u"palette.none"_s);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setMinimumHeight(2 * Theme::RowHeight);
    m_none->setWordWrap(true);
    m_none->hide();
    column->addWidget(m_none);
    connect(m_needle, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &index) {
        choose(index.row());
        runCurrent();
    });
    window->installEventFilter(this);
    followLanguage(this, [this] {
        m_needle->setPlaceholderText(tr("Search commands, keys, channels and settings"));
        m_needle->setAccessibleName(tr("Command"));
        m_view->setAccessibleName(tr("Commands"));
    });
    hide();
}

void CommandPalette::toggle(const QList<PaletteEntry> &entries)
{
    if (isVisible())
        dismiss();
    else
        open(entries);
}

void CommandPalette::open(const QList<PaletteEntry> &entries)
{
    m_before = QApplication::focusWidget();
    m_list->setEntries(entries, m_preferences.get(preferences::PaletteRecent));
    m_needle->clear();
    search({});
    place();
    show();
    raise();
    m_needle->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::dismiss()
{
    if (!isVisible())
        return;
    const bool hadFocus = m_needle->hasFocus();
    hide();
    m_list->setEntries({}, {}); // what the entries hold on to is let go
    if (hadFocus && m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place()
{
    setGeometry(parentWidget()->rect());
    const int width = std::min(PanelWidth, this->width() - 4 * Theme::WideGap);
    const int row = std::max(Theme::RowHeight, fontMetrics().height() + 14);
    m_view->setFixedHeight(std::min(Rows, std::max(1, m_list->rowCount())) * row + 2);
    m_panel->setFixedWidth(width);
    m_panel->layout()->activate();
    m_panel->adjustSize();
    m_panel->move((this->width() - width) / 2, std::min(96, height() / 8));
}

void CommandPalette::search(const QString &needle)
{
    m_list->setNeedle(needle);
    const bool any = m_list->rowCount() > 0;
    m_view->setVisible(any);
    m_none->setVisible(!any);
    m_none->setText(any ? QString() : tr("Nothing is called “%1”.").arg(needle));
    choose(0);
    place();
}

void CommandPalette::choose(int row)
{
    const int rows = m_list->rowCount();
    if (rows == 0) {
        m_needle->setAccessibleDescription(m_none->text());
        return;
    }
    const QModelIndex index = m_list->index((row + rows) % rows);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    m_needle->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString()); // the focus is here, the choice is there
}

void CommandPalette::runCurrent()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    const PaletteEntry entry = m_list->entry(index.row());
    QStringList recent = m_preferences.get(preferences::PaletteRecent);
    recent.removeAll(entry.id);
    recent.prepend(entry.id);
    m_preferences.set(preferences::PaletteRecent, recent.mid(0, Remembered));
    dismiss();
    entry.run();
}

bool CommandPalette::keyPressed(int key)
{
    const int row = m_view->currentIndex().row();
    const int last = m_list->rowCount() - 1;
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Tab: choose(row + 1); return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab: choose(row - 1); return true;
    case Qt::Key_PageDown: choose(std::min(row + Rows - 1, last)); return true;
    case Qt::Key_PageUp: choose(std::max(row - Rows + 1, 0)); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: runCurrent(); return true;
    case Qt::Key_Escape: dismiss(); return true;
    default: return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_needle) {
        if (event->type() == QEvent::KeyPress)
            return keyPressed(static_cast<QKeyEvent *>(event)->key());
        // An input method's window takes the focus away for a moment, as a menu does.
        if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason
            && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            dismiss();
    } else if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor veil = palette().color(QPalette::Shadow);
    veil.setAlphaF(0.35f);
    painter.fillRect(rect(), veil);
}

void CommandPalette::mousePressEvent(QMouseEvent *event)
{
    if (!m_panel->geometry().contains(event->pos()))
        dismiss();
}

} // namespace understudy
