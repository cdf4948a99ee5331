// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/OlderRequests.h"
#include "pages/RequestActions.h"
#include "widgets/Page.h"

#include <QTimer>

class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QToolButton;

namespace understudy {

class Console;
class ListStates;
class LogDetail;
class LogFilter;
class LogFilterBar;
class LogFooter;
class LogModel;
class LogTable;
class ToneLabel;

/// 请求日志: the requests that a filter asks for, the last ones as they end and older ones from the ledger, each with its way through the
/// chain; below the list, what happened to the chosen one and why. Hidden, it does nothing and catches up when shown.
class LogPage final : public Page {
    Q_OBJECT

public:
    explicit LogPage(const RequestActions::Means &means, QWidget *parent = nullptr);
    ~LogPage() override;

    QString title() const override { return tr("Request log"); }
    void refresh() override;
    QWidget *filterField() const override;
    /// An exchange to be shown with its details, a gateway key whose requests are to be shown, or a filter: "filter:status:failed".
    void focusOn(const QString &id) override;
    QString helpTopic() const override { return QStringLiteral("log"); }

    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }

private:
    enum class Empty { Nothing, NoMatch };

    void build();
    QWidget *buildList();
    void connectParts();
    void connectFooter();
    void connectDetail();
    void retranslate();
    void follow();
    void fillMenu(QMenu *menu, const QModelIndex &cell);
    void showState();      ///< which of the list's states holds
    void showNews();       ///< "12 new ↑"
    void showDetail();
    void select(int sourceRow);
    void showExchange(const QString &id);
    void applyFilter();    ///< of the bar
    void searchMore();     ///< older ones, when what is there does not fill the list
    void loadOlder();
    void loadAtEnd();      ///< who scrolls to the end wants more
    void forgetOlder();
    void forgetPlace();
    void takeCleared();
    void goToNews();
    int waiting() const;   ///< recent ones that are not rows yet
    void placeNews();
    int chosen() const;    ///< row of the model, −1: none
    void togglePin();
    void exportShown();
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    RequestActions::Means m_means;
    Console &m_console;
    LogModel *m_log;
    LogFilter *m_filter;
    OlderRequests m_older;
    bool m_paused = false;
    bool m_moreOlder = true;
    std::optional<LogCursor> m_followedTo; ///< how far back the last ones reached when the list took them
    std::optional<LogCursor> m_loadedTo;   ///< how far back the ledger was read for the present filter
    bool m_hasOlder = false;             ///< rows of the model come from the ledger
    int m_unseen = 0;
    Empty m_empty = Empty::Nothing;
    std::optional<Error> m_problem; ///< why older ones could not be had, while the list has nothing else to show
    QTimer m_searchSoon;

    QLabel *m_heading = nullptr;
    LogFilterBar *m_bar = nullptr;
    ToneLabel *m_reason = nullptr;
    QToolButton *m_export = nullptr;
    QToolButton *m_pause = nullptr;
    ListStates *m_states = nullptr;
    QSplitter *m_split = nullptr;
    LogTable *m_table = nullptr;
    QPushButton *m_news = nullptr;
    LogFooter *m_footer = nullptr;
    LogDetail *m_detail = nullptr;
    RequestActions *m_actions = nullptr;
};

} // namespace understudy
