// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/Theme.h"

#include <QFrame>

#include <optional>

class QLabel;

namespace understudy {

/// One figure on a card: what it is, how much, and a line below that puts it into proportion. The tooltip states what was counted.
/// Screen readers get all of it as one sentence.
class FigureTile final : public QFrame {
    Q_OBJECT

public:
    explicit FigureTile(QWidget *parent = nullptr);

    void setTexts(const QString &caption, const QString &counted); ///< `counted`: the tooltip
    /// An unknown figure is a word, not 0. `tone` colours it when it asks for attention.
    void setFigure(const QString &figure, const QString &detail, std::optional<Tone> tone = std::nullopt);
    QString figure() const;
    QString detail() const;

private:
    void changeEvent(QEvent *event) override;
    void paintFigure();
    void sayName();

    QLabel *m_caption;
    QLabel *m_figure;
    QLabel *m_detail;
    std::optional<Tone> m_tone;
    bool m_painting = false;
};

} // namespace understudy
