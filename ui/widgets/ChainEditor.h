// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace understudy {

class ChainModel;
class ElidedLabel;

/// Edits the call order: by drag, Alt+Up and Alt+Down, buttons and a context menu, all of which call the model. Says where a row
/// went ("moved to position 2 of 3"), also to screen readers.
class ChainEditor final : public QWidget {
    Q_OBJECT

public:
    /// `model` outlives it.
    explicit ChainEditor(ChainModel *model, QWidget *parent = nullptr);

    QListView *view() const { return m_view; }

signals:
    void said(const QString &text); ///< what the line below the list says, too

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void retranslate();
    void updateActions();
    void openMenu(const QPoint &at);
    int row() const;
    void select(int row);
    void step(int direction);
    void makePrimary();
    void removeRow();
    void suggest();
    void announce(const QString &text);

    ChainModel *m_model;
    QListView *m_view;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
    QPushButton *m_suggest;
    ElidedLabel *m_line;
    QString m_said; ///< what happened last; until then the line shows the suggested order
};

} // namespace understudy
