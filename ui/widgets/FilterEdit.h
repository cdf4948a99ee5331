// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LogFilterCompletion.h"

#include <QLineEdit>

#include <functional>

class QCompleter;
class QStandardItemModel;

namespace understudy {

/// A field for a filter of the log. While somebody types it says whether the text is one: a frame in green or red, and the reason by
/// problemChanged(). Proposals come below the cursor; Ctrl+Space or ↓ ask for them.
class FilterEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);

    /// Names that are proposed as values; asked for when the proposals open.
    void setNames(std::function<FilterNames()> names) { m_names = std::move(names); }
    /// Parses again: ages (since:1h) are counted from now.
    void reread();
    void addTerm(const FilterTerm &term); ///< unless it is there already

    const FilterExpression &expression() const { return m_expression; } ///< the last good one
    const std::optional<FilterProblem> &problem() const { return m_problem; }
    void propose(); ///< opens the proposals

signals:
    void expressionChanged();
    void problemChanged();

private:
    void read();
    void take(const QString &proposal);
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

    std::function<FilterNames()> m_names;
    FilterExpression m_expression;
    std::optional<FilterProblem> m_problem;
    FilterProposals m_open;
    QCompleter *m_completer;
    QStandardItemModel *m_proposals;
};

} // namespace understudy
