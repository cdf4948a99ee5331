// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/Theme.h"

#include <QString>

namespace understudy {

/// A status as shape, word and colour: never the colour alone.
struct Status {
    QString mark; ///< "●", "◐", "▲", "○", "‖", "✕", "⟳", "⇢", "✓", "⚡"
    QString word; ///< in the language of the program
    Tone tone = Tone::Muted;
    QString sentence; ///< for screen readers and tooltips; empty: the word
    bool operator==(const Status &) const = default;
};

/// A small word with a mark and a tone. One with a mark and no text is a step between two others ("⇢"), drawn without a frame.
struct Chip {
    QString mark; ///< "✕", "⟳✕", "✓", "⟳✓", "○", "⚡", "⇢", or empty
    QString text; ///< short
    Tone tone = Tone::Muted;
    QString sentence; ///< for tooltips and screen readers; empty for a step
    bool operator==(const Chip &) const = default;
};

} // namespace understudy
