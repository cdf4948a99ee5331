// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/Theme.h"

#include <QFrame>

#include <optional>

class QLabel;

namespace understudy {

/// One figure on a card: what it is, how much, and a line below that puts it into proportion. The tooltip states what was counted.
/// Screen readers get all of it as one sentence. With an action it is a button: pointer, Tab, Enter and Space reach it.
class FigureTile final : public QFrame {
    Q_OBJECT

public:
    explicit FigureTile(QWidget *parent = nullptr);

    void setTexts(const QString &caption, const QString &counted); ///< `counted`: the tooltip
    /// An unknown figure is a word, not 0. `tone` colours it when it asks for attention.
    void setFigure(const QString &figure, const QString &detail, std::optional<Tone> tone = std::nullopt);
    void setAction(const QString &action); ///< what a click does, in words; empty: nothing
    QString figure() const;
    QString detail() const;

signals:
    void clicked();

private:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintFigure();
    void fitFigure();
    void sayName();
    void sayPurpose();

    QLabel *m_caption;
    QLabel *m_figure;
    QLabel *m_detail;
    QString m_counted;
    QString m_action;
    std::optional<Tone> m_tone;
    bool m_painting = false;
};

} // namespace understudy
