// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QBasicTimer>
#include <QStackedWidget>

class QLabel;

namespace understudy {

class EmptyState;

/// A list with its four states: the content, loading, nothing there (or nothing that matches), failed. The text of loading
/// comes only after PatienceMs, so that a quick answer does not flicker; until then the last state stays.
class ListStates final : public QStackedWidget {
    Q_OBJECT

public:
    static constexpr int PatienceMs = 300;
    enum class State { Content, Loading, Empty, Failed };

    /// `name`: object name of the states: "<name>.empty", "<name>.error".
    ListStates(const QString &name, const QString &emptyIcon, QWidget *parent = nullptr);

    void setContent(QWidget *content); ///< takes ownership; shown first
    EmptyState *empty() const { return m_empty; } ///< set its texts and connect its buttons

    void showContent();
    void showLoading(const QString &text);
    void showEmpty();
    void showError(const QString &title, const Error &error);
    State state() const;

signals:
    void retried();

private:
    void timerEvent(QTimerEvent *event) override;
    void sayError();
    void go(QWidget *state);

    QWidget *m_content = nullptr;
    QLabel *m_loading;
    EmptyState *m_empty;
    EmptyState *m_failed;
    QString m_errorTitle;
    Error m_error;
    bool m_details = false;
    QBasicTimer m_patience;
};

} // namespace understudy
