// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Drill.h"

#include <QScrollArea>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace understudy {

class FigureTile;
class ToneLabel;

/// What came of a drill: what clients saw, the figures, each place of the chain against what was played there, breakers, and the
/// drill before.
class DrillVerdictView final : public QScrollArea {
    Q_OBJECT

public:
    explicit DrillVerdictView(QWidget *parent = nullptr);

    void present(const DrillReport &report, const std::optional<DrillReport> &before);
    void retranslate();
    QString headline() const;
    QPushButton *save() const { return m_save; }

private:
    void say();
    void showFigures();
    QLabel *line(const QString &text, QVBoxLayout *into);

    std::optional<DrillReport> m_report;
    std::optional<DrillReport> m_before;
    ToneLabel *m_headline;
    QLabel *m_seen;
    QLabel *m_why;
    FigureTile *m_whole;
    FigureTile *m_attempts;
    FigureTile *m_time;
    FigureTile *m_tokens;
    QWidget *m_lines = nullptr; ///< made anew for each report
    QVBoxLayout *m_column;
    QPushButton *m_save;
};

} // namespace understudy
