// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/Theme.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace understudy {

/// One model of a chain as a small label: "● 32B".
struct ChainChip {
    QString mark;      ///< of its health; empty: none
    QString text;
    Tone tone = Tone::Muted;
    QString sentence;  ///< "DeepSeek-R1-Distill-Qwen-32B, healthy", for tooltips and screen readers
    bool newGroup = false; ///< of another type than the one before: no arrow leads to it
    bool operator==(const ChainChip &) const = default;
};

/// A chain in one line: `32B → 7B`. What does not fit is counted: "+2". The whole is in the tooltip and for screen readers.
class ChainChips final : public QWidget {
    Q_OBJECT

public:
    explicit ChainChips(QWidget *parent = nullptr);

    void setChips(const QList<ChainChip> &chips);
    const QList<ChainChip> &chips() const { return m_chips; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// For delegates: draws them in the middle of `rect`, from its left; gives the width that was used.
    static int paint(QPainter *painter, const QRect &rect, const QList<ChainChip> &chips, const QFont &font);
    static int widthOf(const QList<ChainChip> &chips, const QFont &font);
    static int heightOf(const QFont &font);
    static QString sentence(const QList<ChainChip> &chips); ///< one line a chip

private:
    void paintEvent(QPaintEvent *event) override;
    QList<ChainChip> m_chips;
};

} // namespace understudy
