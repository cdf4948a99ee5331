// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace understudy {

/// A part of a form that most people never open: a line that says what is in it and whether something there differs from the
/// default; pressed, it shows `content`.
class Fold final : public QWidget {
    Q_OBJECT

public:
    /// `name`: object name of the button. Takes `content`.
    Fold(const QString &name, QWidget *content, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setOpen(bool open);
    bool isOpen() const { return m_open; }
    QPushButton *button() const { return m_button; }

signals:
    void toggled(bool open);

private:
    void draw();
    bool m_open = false;
    QPushButton *m_button;
    QWidget *m_content;
};

} // namespace understudy
