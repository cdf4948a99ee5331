// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace understudy {

/// F1: the help, offline, in the language of the program, with a search over all topics. One window; a topic link goes on inside it,
/// a web address is opened by the desktop.
class HelpWindow final : public QWidget {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);

    /// Shows the window with that topic (help::topicFor).
    void openTopic(const QString &id);
    QString topic() const { return m_topic; }

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void search(const QString &needle);
    void fillList(const QStringList &topics);
    void showTopic(const QString &topic, const QString &anchor = {});
    void dress();
    void mark();
    void follow(const QUrl &link);

    QString m_topic;
    QLineEdit *m_needle;
    QListWidget *m_list;
    QLabel *m_none;
    QTextBrowser *m_text;
};

} // namespace understudy
