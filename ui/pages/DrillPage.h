// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Drill.h"
#include "widgets/Page.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QHash>

#include <memory>
#include <optional>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace understudy {

class Console;
class DrillChain;
class DrillRequestsModel;
class DrillRun;
class DrillVerdictView;
class ElidedLabel;
class EmptyState;
class ListStates;
class StripedBanner;
class ToneLabel;
class Waterfall;
struct Error;

/// 容灾演练: a key's chain as boxes, each with a behaviour; requests that meet them, live; then the verdict. Everything runs on a gateway
/// of the drill's own, so that of the console need not run. Leaving the page does not stop a drill.
class DrillPage final : public Page {
    Q_OBJECT

public:
    static constexpr Milliseconds ShortTimeout{3000};

    explicit DrillPage(Console &console, QWidget *parent = nullptr);
    ~DrillPage() override;

    QString title() const override { return tr("Failover drill"); }
    QWidget *filterField() const override;
    /// A key: chosen, with its primary down, and Run has the focus. While a drill runs it goes on, and nothing is chosen.
    void focusOn(const QString &keyId) override;
    QString helpTopic() const override { return QStringLiteral("drill"); }

    /// What Run would play now.
    DrillPlan plan() const;
    bool isRunning() const { return m_run != nullptr; }
    /// JSON for *.json, else HTML in the language of the program. Success and failure are said.
    void saveReport(const QString &path);

private:
    enum class Empty { NoKey, Locked, NoChat };

    void build();
    QWidget *buildContent();
    QWidget *buildOptions();
    QWidget *buildResults();
    QWidget *buildRequests();
    void connectParts();
    void retranslate();
    void follow();      ///< configuration or state has changed
    void fillKeys();
    void showKey();     ///< the chosen key's chain
    void showState();
    void applyPreset();
    void showPreset();  ///< the one that the boxes show
    void sayCost();
    void sayProgress();
    void runOrStop();
    void run();
    void stop();
    void over();        ///< after a run, however it ended
    void finished(const DrillReport &report);
    void failed(const Error &error);
    void showSelected();
    void sayHint(const QString &played);
    void sayRequest();
    int selectedRow() const;
    void setEditable(bool editable);
    void chooseFile();
    void showEvent(QShowEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

    Console &m_console;
    DrillRequestsModel *m_requests;
    std::unique_ptr<DrillRun> m_run;
    DrillPlan m_running;                    ///< what runs
    QHash<QString, DrillReport> m_previous; ///< by key: the last whole one of this session
    std::optional<DrillReport> m_sameBefore; ///< the last one of the plan that runs, of any session
    std::optional<DrillReport> m_report;
    std::optional<DrillReport> m_before;
    QString m_wantedKey; ///< what focusOn asked for and the list does not hold yet
    QString m_shownKey;  ///< whose chain the boxes are
    Empty m_empty = Empty::NoKey;
    int m_shown = -1;    ///< the request that the waterfall shows
    QElapsedTimer m_since;                  ///< the drill began
    QBasicTimer m_progress;

    QLabel *m_heading = nullptr;
    QComboBox *m_key = nullptr;
    QComboBox *m_preset = nullptr;
    QPushButton *m_start = nullptr;
    QAction *m_startKey = nullptr;
    ListStates *m_states = nullptr;
    DrillChain *m_chain = nullptr;
    QLabel *m_countLabel = nullptr;
    QSpinBox *m_count = nullptr;
    QLabel *m_parallelLabel = nullptr;
    QSpinBox *m_parallel = nullptr;
    QCheckBox *m_stream = nullptr;
    QLabel *m_timeoutLabel = nullptr;
    QComboBox *m_timeout = nullptr;
    ToneLabel *m_cost = nullptr;
    ToneLabel *m_note = nullptr;
    StripedBanner *m_banner = nullptr;
    QStackedWidget *m_results = nullptr;
    EmptyState *m_hint = nullptr;
    QTabWidget *m_tabs = nullptr;
    DrillVerdictView *m_verdict = nullptr;
    QSplitter *m_split = nullptr;
    QTableView *m_table = nullptr;
    ElidedLabel *m_said = nullptr; ///< what the client of the chosen request noticed
    Waterfall *m_waterfall = nullptr;
};

} // namespace understudy
