// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/ChannelJobs.h"
#include "domain/Channel.h"
#include "domain/Provider.h"
#include "preferences/TestMemory.h"

#include <QWidget>

#include <array>
#include <functional>
#include <memory>
#include <optional>

class QLabel;

namespace understudy {

class Console;

/// A connection test, a line a step: what is planned, what runs, what it found and how long it took; the first failure with its
/// reason and what to do.
class TestStages final : public QWidget {
    Q_OBJECT

public:
    /// `console` outlives it.
    explicit TestStages(Console &console, QWidget *parent = nullptr);
    ~TestStages() override;

    void start(const Channel &channel, const Provider &provider, bool completion); ///< cancels one that runs
    void cancel();  ///< back to what is planned; silent
    void clear() { cancel(); }
    bool isRunning() const { return m_test != nullptr; }

signals:
    void finished(const understudy::TestMemo &memo); ///< once a test that was not cancelled

private:
    struct Line {
        QLabel *mark;
        QLabel *name;
        QLabel *took;
        QLabel *text;
        QLabel *fix;
        std::optional<StageResult> result;
    };
    void done(const StageResult &result);
    void ended(bool passed);
    void showFailure();
    void say();
    void say(TestStage stage);
    void changeEvent(QEvent *event) override;

    Console &m_console;
    std::array<Line, TestStageCount> m_lines;
    std::unique_ptr<ConnectionTest> m_test;
    int m_next = 0;     ///< the stage that runs while there is a test
    bool m_ended = false;
    QString m_provider; ///< name, for the texts
};

} // namespace understudy
