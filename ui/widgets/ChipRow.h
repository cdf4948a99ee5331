// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/Marks.h"

#include <QList>
#include <QWidget>

namespace understudy {

/// Chips in one line. Where there is no room for all, those before the last one make way for "…": how it ended stays visible.
class ChipRow final : public QWidget {
    Q_OBJECT

public:
    explicit ChipRow(QWidget *parent = nullptr);

    /// `sentence`: what a screen reader says of the whole; empty: the chips' own sentences.
    void setChips(const QList<Chip> &chips, const QString &sentence = {});
    const QList<Chip> &chips() const { return m_chips; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    // For delegates
    static void paint(QPainter *painter, const QRect &rect, const QList<Chip> &chips, const QFont &font, const QColor &onSelection = {});
    static QSize sizeOf(const QList<Chip> &chips, const QFont &font);
    /// The tooltip at `position`: the sentence of the chip there, all of them where they are cut; empty where there is none.
    static QString sentenceAt(const QPoint &position, const QRect &rect, const QList<Chip> &chips, const QFont &font);
    static QString sentenceOf(const QList<Chip> &chips); ///< all of them

private:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

    QList<Chip> m_chips;
};

} // namespace understudy
