// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace understudy {

/// What stands where a list has nothing to show: an icon, one sentence, at most one primary button and one link.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(const QString &iconName, QWidget *parent = nullptr);

    /// Empty texts hide their part. `objectName` of the buttons: "<name>.primary", "<name>.secondary".
    void setTexts(const QString &title, const QString &sentence, const QString &primary = {}, const QString &secondary = {});

    QPushButton *primary() const { return m_primary; }
    QPushButton *secondary() const { return m_secondary; }

private:
    QLabel *m_icon;
    QString m_iconName;
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_primary;
    QPushButton *m_secondary;
    void changeEvent(QEvent *event) override;
    void drawIcon();
};

} // namespace understudy
