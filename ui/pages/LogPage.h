// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/OlderRequests.h"
#include "widgets/Page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QToolButton;

namespace understudy {

class Console;
class ListStates;
class LogDetail;
class LogFilter;
class LogModel;
class LogTable;

/// 请求日志: the last requests as they end, each with its way through the chain; below the list, what happened to the chosen one and why.
/// Older ones come from the ledger when asked for. Hidden, it does nothing and catches up when shown.
class LogPage final : public Page {
    Q_OBJECT

public:
    explicit LogPage(Console &console, QWidget *parent = nullptr);
    ~LogPage() override;

    QString title() const override { return tr("Request log"); }
    void refresh() override;
    QWidget *filterField() const override;
    /// An exchange to be shown with its details, a gateway key whose requests are to be shown, "filter:" with a filter, or empty for all.
    void focusOn(const QString &id) override;
    QString helpTopic() const override { return QStringLiteral("log"); }

    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }

private:
    enum class Empty { Nothing, NoMatch };

    void build();
    QWidget *buildList();
    void connectParts();
    void retranslate();
    void follow();
    void fillKeys();
    void showState();      ///< which of the list's states holds
    void showNews();       ///< "12 new ↑"
    void showDetail();
    void select(int sourceRow);
    void showExchange(const QString &id);
    void clearFilter();
    void loadOlder();
    void forgetOlder();
    void goToNews();
    int waiting() const;   ///< recent ones that are not rows yet
    void placeNews();
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    Console &m_console;
    LogModel *m_log;
    LogFilter *m_filter;
    OlderRequests m_older;
    bool m_paused = false;
    bool m_moreOlder = true;
    std::optional<WallTime> m_loadedTo; ///< how far back the ledger was read for the present key
    int m_unseen = 0;
    Empty m_empty = Empty::Nothing;
    std::optional<Error> m_problem; ///< why older ones could not be had, while the list has nothing else to show

    QLabel *m_heading = nullptr;
    QLineEdit *m_text = nullptr;
    QComboBox *m_key = nullptr;
    QToolButton *m_pause = nullptr;
    ListStates *m_states = nullptr;
    QSplitter *m_split = nullptr;
    LogTable *m_table = nullptr;
    QPushButton *m_news = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_loadOlder = nullptr;
    LogDetail *m_detail = nullptr;
};

} // namespace understudy
