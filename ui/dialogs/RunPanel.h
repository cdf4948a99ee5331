// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/TrialRun.h"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace understudy {

class Console;
class DemoSwitch;
class Waterfall;

/// Sends one request of the key from inside the program and shows what came of it: the attempts as they happen, the answer as it
/// streams, a verdict, and why. Nothing but the question's line until the first run.
class RunPanel final : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it. `demo`: the key is the demonstration's, so its primary can be repaired and broken; nullptr: it is not.
    RunPanel(Console &console, DemoSwitch *demo, QWidget *parent = nullptr);
    ~RunPanel() override;

    QString prompt() const;
    bool isRunning() const { return m_running; }
    void run(const TrialRequest &request); ///< one at a time; a second one while it runs is ignored
    void stop();
    void setRunnable(bool runnable);
    QPushButton *runButton() const { return m_run; }

signals:
    void promptChanged();
    void runWished();
    void began();  ///< the results have become visible
    void finished(const QString &exchangeId); ///< empty: none is known
    void recorded(const understudy::ExchangeRecord &exchange);
    void terminalWished();    ///< "Now from Your Own Terminal"
    void ownProviderWished(); ///< "Use My Own Provider"

private:
    QWidget *buildResults();
    void retranslate();
    void addText(const QString &delta, bool reasoning);
    void finish(const TrialResult &result);
    void showRecord(const ExchangeRecord &exchange);
    void showVerdict();
    void showRunning(bool running);

    Console &m_console;
    DemoSwitch *m_demo;
    std::unique_ptr<TrialRun> m_trial;
    bool m_running = false;
    bool m_promptTouched = false;
    bool m_reasoning = false; ///< of the last piece of text
    std::optional<TrialResult> m_result;
    std::optional<ExchangeRecord> m_record;

    QLabel *m_promptLabel;
    QLineEdit *m_prompt;
    QPushButton *m_run;
    QPushButton *m_repair;
    QWidget *m_results;
    QLabel *m_verdict;
    Waterfall *m_waterfall;
    QTabWidget *m_texts;
    QPlainTextEdit *m_answer;
    QPlainTextEdit *m_why;
    QWidget *m_next;
    QPushButton *m_terminal;
    QPushButton *m_ownProvider;
};

} // namespace understudy
