// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace understudy {

/// A striped band with one line of text, for what must not be mistaken for normal work: a drill that runs.
class StripedBanner final : public QWidget {
    Q_OBJECT

public:
    explicit StripedBanner(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;

private:
    void paintEvent(QPaintEvent *event) override;

    QLabel *m_text;
};

} // namespace understudy
