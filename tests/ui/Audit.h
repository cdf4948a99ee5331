// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QStringList>

class QWidget;

namespace understudy::test {

/// What a person with a screen reader or without a mouse would stumble over in `window` (shown): focusable widgets without an
/// accessible name, icon-only buttons without a tooltip, a Tab that does not come round to every one exactly once. One line a
/// problem, with the widget's class and object name.
QStringList accessibilityProblems(QWidget *window);

/// Visible labels, buttons, check boxes and combo boxes that got less room than their text needs, and widgets that stick out of
/// their parent.
QStringList clippedTexts(QWidget *window);

/// Every text that a person or a screen reader could find below `window`: labels, buttons, fields, item models, tooltips, names.
QStringList everyText(QWidget *window);

/// WCAG contrast of two opaque colours, 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace understudy::test
