// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/CandidateHealth.h"
#include "domain/UsageReport.h"
#include "widgets/Page.h"

#include <QBasicTimer>
#include <QElapsedTimer>

#include <optional>

class QFrame;
class QLabel;
class QPushButton;
class QScrollArea;

namespace understudy {

class ChannelHealthModel;
class Console;
class EmptyState;
class FigureTile;
class FittedTable;
class LogModel;
class Preferences;
class SetupChecklist;
class TestMemory;

/// 概览: is it working now? Steps to a first failover while there are some left, four figures of today, the channels' health and the
/// last requests. With nothing to tell there are only the steps. Hidden, it does nothing at all and catches up when shown.
class OverviewPage final : public Page {
    Q_OBJECT

public:
    static constexpr int LastRequests = 10;
    static constexpr int FollowMs = 5'000; ///< how often the ledger is asked at most while requests end

    OverviewPage(Console &console, Preferences &preferences, const TestMemory &tests, QWidget *parent = nullptr);
    ~OverviewPage() override;

    QString title() const override { return tr("Overview"); }
    void refresh() override;
    QString helpTopic() const override { return QStringLiteral("start"); }
    /// Shows the steps again, even when all are done.
    void recallChecklist();

private:
    void build();
    QWidget *buildTiles();
    QWidget *buildLists();
    void connectButtons();
    void retranslate();
    void catchUp();       ///< everything that is known without asking
    void showSteps();
    void showFigures();
    void showHealth();
    void showParts();     ///< what is there at all
    void askUsage();
    void follow();        ///< asks again, at most every FollowMs
    void leadTiles();     ///< to the log
    void showActions();
    bool somethingHappened() const;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

    Console &m_console;
    Preferences &m_preferences;
    const TestMemory &m_tests;
    LogModel *m_last;
    ChannelHealthModel *m_channels;
    std::optional<UsageRow> m_today;
    UsageReportQuery m_asked;     ///< what m_today is about
    qint64 m_journaled = 0;       ///< requests that the ledger has recorded and not counted yet
    bool m_usageFailed = false;
    quint64 m_question = 0;
    bool m_recalled = false;      ///< the steps were asked for
    QElapsedTimer m_healthSince;  ///< when Console::health was last told
    QBasicTimer m_follow;
    QBasicTimer m_countdown;      ///< only while a suspension runs

    QLabel *m_heading = nullptr;
    QPushButton *m_seeDemo = nullptr;
    QPushButton *m_removeDemo = nullptr;
    QPushButton *m_rescue = nullptr;
    QPushButton *m_drill = nullptr;
    QScrollArea *m_scroll = nullptr;
    QLabel *m_behind = nullptr;
    SetupChecklist *m_steps = nullptr;
    QWidget *m_tiles = nullptr;
    QWidget *m_lists = nullptr;
    EmptyState *m_nothing = nullptr;
    FigureTile *m_requests = nullptr;
    FigureTile *m_success = nullptr;
    FigureTile *m_saved = nullptr;
    FigureTile *m_tokens = nullptr;
    QLabel *m_lastTitle = nullptr;
    QPushButton *m_showAll = nullptr;
    FittedTable *m_lastTable = nullptr;
    QLabel *m_healthTitle = nullptr;
    QPushButton *m_manage = nullptr;
    FittedTable *m_healthTable = nullptr;
    QLabel *m_noRequests = nullptr;
    QLabel *m_noChannels = nullptr;
};

} // namespace understudy
