// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace understudy {

/// A large button with an icon, a title, a sentence and the key that presses it. Return presses it too.
class WelcomeCard final : public QAbstractButton {
    Q_OBJECT

public:
    WelcomeCard(const QString &iconName, int key, bool primary, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &sentence);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

private:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    QString m_iconName;
    int m_key;
    bool m_primary;
    QString m_title;
    QString m_sentence;
};

} // namespace understudy
