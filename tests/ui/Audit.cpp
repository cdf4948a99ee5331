// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Audit.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

#include <cmath>

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QWidget *widget)
{
    QString path = widget->objectName();
    for (const QWidget *parent = widget->parentWidget(); path.isEmpty() && parent; parent = parent->parentWidget()) {
        if (!parent->objectName().isEmpty())
            path = u"in "_s + parent->objectName();
    }
    return u"%1 “%2”"_s.arg(QString::fromLatin1(widget->metaObject()->className()), path);
}

/// Parts of a composite widget, which speaks for them.
bool isInner(const QWidget *widget)
{
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent) || qobject_cast<const QHeaderView *>(parent))
            return true;
    }
    return widget->objectName().startsWith("qt_"_L1);
}

QList<QWidget *> focusable(QWidget *window)
{
    QList<QWidget *> found;
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->isVisibleTo(window) && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !isInner(widget)
            && !qobject_cast<QScrollArea *>(widget) && widget->window() == window->window())
            found.append(widget);
    }
    return found;
}

} // namespace

QStringList accessibilityProblems(QWidget *window)
{
    QStringList problems;
    const QList<QWidget *> stops = focusable(window);
    for (QWidget *widget : stops) {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
            problems.append(nameOf(widget) + u" has no accessible name"_s);
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        if (button && button->text().isEmpty() && button->toolTip().isEmpty())
            problems.append(nameOf(widget) + u" is icon-only and has no tooltip"_s);
    }
    // Once round with Tab.
    QSet<const QWidget *> seen;
    const QWidget *start = window->window();
    const QWidget *widget = start->nextInFocusChain();
    for (int steps = 0; widget && widget != start && steps < 10'000; widget = widget->nextInFocusChain(), ++steps)
        seen.insert(widget);
    for (QWidget *stop : stops) {
        if (!seen.contains(stop))
            problems.append(nameOf(stop) + u" is not in the Tab order"_s);
    }
    return problems;
}

QStringList clippedTexts(QWidget *window)
{
    QStringList problems;
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisibleTo(window) || isInner(widget) || widget->window() != window->window())
            continue;
        QString text;
        QSize needed;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->text().isEmpty() && !label->inherits("understudy::ElidedLabel")) {
            text = label->text();
            needed = label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget); button && !button->text().isEmpty()) {
            text = button->text();
            needed = button->minimumSizeHint();
            if (const auto *push = qobject_cast<const QPushButton *>(button))
                needed.setWidth(push->fontMetrics().horizontalAdvance(push->text()));
        }
        if (text.isEmpty())
            continue;
        constexpr int rounding = 2;
        if (needed.width() > widget->width() + rounding || needed.height() > widget->height() + rounding)
            problems.append(u"%1 “%2” needs %3×%4 and has %5×%6"_s.arg(nameOf(widget), text.left(40)).arg(needed.width()).arg(needed.height()).arg(widget->width()).arg(widget->height()));
        const QWidget *parent = widget->parentWidget();
        if (parent && parent->isVisibleTo(window) && !parent->inherits("QStackedWidget") && widget->geometry().right() > parent->width() + rounding)
            problems.append(u"%1 “%2” sticks out of its parent to the right"_s.arg(nameOf(widget), text.left(40)));
    }
    return problems;
}

QStringList everyText(QWidget *window)
{
    QStringList texts{window->windowTitle()};
    QList<QWidget *> all = window->findChildren<QWidget *>();
    all.append(window);
    for (QWidget *widget : std::as_const(all)) {
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription() << widget->statusTip() << widget->whatsThis();
        if (QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget))
            texts << face->text(QAccessible::Name) << face->text(QAccessible::Description) << face->text(QAccessible::Value) << face->text(QAccessible::Help);
        if (const auto *label = qobject_cast<QLabel *>(widget))
            texts << label->text();
        if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            texts << button->text();
        if (const auto *line = qobject_cast<QLineEdit *>(widget))
            texts << line->displayText() << line->placeholderText();
        if (const auto *plain = qobject_cast<QPlainTextEdit *>(widget))
            texts << plain->toPlainText();
        if (const auto *rich = qobject_cast<QTextEdit *>(widget))
            texts << rich->toPlainText();
        if (const auto *combo = qobject_cast<QComboBox *>(widget)) {
            for (int i = 0; i < combo->count(); ++i)
                texts << combo->itemText(i);
        }
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model()) {
            const QAbstractItemModel *model = view->model();
            for (int row = 0; row < model->rowCount(view->rootIndex()); ++row) {
                for (int column = 0; column < model->columnCount(view->rootIndex()); ++column) {
                    const QModelIndex index = model->index(row, column, view->rootIndex());
                    for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole), int(Qt::AccessibleDescriptionRole)})
                        texts << model->data(index, role).toString();
                }
            }
        }
    }
    texts.removeAll(QString());
    return texts;
}

double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace understudy::test
