// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace understudy {

/// What was recorded of a request or an answer: readable (JSON laid out, a stream as the text that it says) or as it was sent; or why there
/// is nothing, with the button that changes it.
class ContentView final : public QStackedWidget {
    Q_OBJECT

public:
    explicit ContentView(const QString &name, QWidget *parent = nullptr);

    void show(const QByteArray &content, const QString &accessibleName);
    void sayNothing(const QString &why, const QString &button); ///< no button when its text is empty
    void setRaw(bool raw); ///< as it was sent, where that is text
    bool hasTwoForms() const; ///< readable is another text than what was sent
    QPushButton *button() const { return m_button; }

private:
    static QString laidOut(const QByteArray &content);
    void say();

    QPlainTextEdit *m_text;
    QLabel *m_why;
    QPushButton *m_button;
    QString m_readable;
    std::optional<QString> m_sent; ///< absent: nothing is shown, or it is no text
    bool m_raw = false;
};

} // namespace understudy
