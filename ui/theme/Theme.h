// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

namespace understudy {

/// What a colour says. A status is always shape + word + colour (docs: the mark and the word come from words/).
enum class Tone {
    Good,      ///< healthy, answered
    Caution,   ///< degraded, retried, waiting for a person
    Bad,       ///< tripped, failed
    Muted,     ///< not configured, secondary text
    Accent,    ///< the one thing to do, selection, failed over
    AccentText,///< on top of Accent
    Hairline,  ///< borders and separators
    Surface,   ///< cards and panels on the window
    Hover,     ///< under the pointer
    ChartPrompt, ChartCompletion, ChartReasoning, ChartCached, ChartLost, ///< series, distinguishable without colour vision
};

/// Colours and fonts of both modes; the only place with hexadecimal colours.
class Theme final : public QObject {
    Q_OBJECT

public:
    /// One a program, made after QApplication; it installs the style and the palette. `choice`: "system", "light", "dark".
    explicit Theme(const QString &choice = QStringLiteral("system"), QObject *parent = nullptr);

    void choose(const QString &choice);
    bool isDark() const { return m_dark; }

    /// By the application's present palette, so that a widget needs no Theme to paint: call it inside paintEvent.
    static QColor color(Tone tone);
    static bool darkNow();
    static QPalette palette(bool dark);

    static QFont monospace(); ///< the system's fixed font in the size of the application's
    static QFont heading();   ///< page titles
    static QFont strong();
    static QFont small();

    // Distances in device-independent pixels; everything is a multiple of 4.
    static constexpr int Gap = 8;
    static constexpr int WideGap = 16;
    static constexpr int PageMargin = 20;
    static constexpr int Radius = 6;
    static constexpr int RowHeight = 36;
    static constexpr int TallRowHeight = 52;

    /// Whether the desktop wants animations; they are never needed.
    static bool animates();

signals:
    void changed(); ///< after the palette has been set

private:
    void apply();
    QString m_choice;
    bool m_dark = false;
};

} // namespace understudy
