// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace understudy {

/// What was recorded of a request or an answer, JSON laid out; or why there is nothing, with the button that changes it.
class ContentView final : public QStackedWidget {
    Q_OBJECT

public:
    explicit ContentView(const QString &name, QWidget *parent = nullptr);

    void show(const QByteArray &content, const QString &accessibleName);
    void sayNothing(const QString &why, const QString &button); ///< no button when its text is empty
    QPushButton *button() const { return m_button; }
    static QString laidOut(const QByteArray &content);

private:
    QPlainTextEdit *m_text;
    QLabel *m_why;
    QPushButton *m_button;
};

} // namespace understudy
