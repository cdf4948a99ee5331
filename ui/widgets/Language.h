// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

namespace understudy {

/// Says the texts of `widget`: calls `say` now and again each time the program's language changes, as long as the widget lives.
///
///     followLanguage(this, [this] { m_save->setText(tr("Save")); … });
void followLanguage(QWidget *widget, std::function<void()> say);

} // namespace understudy
