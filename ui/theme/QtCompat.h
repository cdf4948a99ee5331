// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place where the windows tell versions of Qt apart.

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QStyle>
#include <QStyleHints>
#include <QWidget>

namespace understudy::compat {

/// Whether the desktop asks for dark windows. Before Qt 6.5 only its palette tells.
inline bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#endif
    return QApplication::style() && QApplication::style()->standardPalette().color(QPalette::Window).lightness() < 128;
}

template<typename Slot>
void onSystemSchemeChanged([[maybe_unused]] QObject *context, [[maybe_unused]] Slot slot)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, context, slot);
#endif
}

template<typename Slot>
void onCheckChanged(QCheckBox *box, QObject *context, Slot slot)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    QObject::connect(box, &QCheckBox::checkStateChanged, context, [slot](Qt::CheckState state) { slot(state == Qt::Checked); });
#else
    QObject::connect(box, &QCheckBox::stateChanged, context, [slot](int state) { slot(state == Qt::Checked); });
#endif
}

/// Tells a screen reader something that changed by itself.
inline void announce(QWidget *widget, [[maybe_unused]] const QString &text)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(widget, text);
#else
    QAccessibleEvent event(widget, QAccessible::Alert);
#endif
    QAccessible::updateAccessibility(&event);
}

} // namespace understudy::compat
