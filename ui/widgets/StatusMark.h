// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/Marks.h"

#include <QWidget>

namespace understudy {

/// Shows one; as wide as its text.
class StatusMark final : public QWidget {
    Q_OBJECT

public:
    explicit StatusMark(QWidget *parent = nullptr);
    void setStatus(const Status &status);
    const Status &status() const { return m_status; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// Draws one at the left of `rect`, for delegates; gives the width that it took.
    static int paint(QPainter *painter, const QRect &rect, const Status &status, const QFont &font, const QColor &onSelection = {});
    static int widthOf(const Status &status, const QFont &font);

private:
    void paintEvent(QPaintEvent *event) override;
    Status m_status;
};

} // namespace understudy
