// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/CandidatesModel.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace understudy {

class EmptyState;
class Fold;
class KeyLimitsForm;
class ToneLabel;

/// Step 1 of the wizard: name, description and which models.
class KeyBasicsStep final : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it.
    KeyBasicsStep(Console &console, const TestMemory &tests, QWidget *parent = nullptr);

    /// `ownId`: the key whose name may stay as it is; empty for a new one.
    void load(const GatewayKey &key, const QString &ownId);
    void apply(GatewayKey &key) const; ///< everything but the chain
    bool isComplete() const;
    CandidatesModel *candidates() const { return m_candidates; }
    void focusFirst();
    void showNameProblem(const QString &problem); ///< from outside, until the name changes

signals:
    void changed();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void build();
    void retranslate();
    void reload();
    void checkFields();
    void checkSelection();
    void fillFilters();
    void applyFilter();
    void showType(std::optional<ModelType> type);
    void clearFilter();
    void tickVisible();

    Console &m_console;
    const TestMemory &m_tests;
    QString m_ownId;
    bool m_hadTicks = false;
    CandidatesModel *m_candidates;
    CandidatesFilter *m_filtered;
    QLabel *m_nameLabel;
    QLabel *m_descriptionLabel;
    QLineEdit *m_name;
    ToneLabel *m_nameProblem;
    QLineEdit *m_description;
    ToneLabel *m_descriptionProblem;
    QLabel *m_modelsLabel;
    QLabel *m_count;
    QLineEdit *m_search;
    QComboBox *m_kind;
    QComboBox *m_provider;
    QComboBox *m_type;
    QCheckBox *m_healthy;
    QStackedWidget *m_stack;
    QListView *m_list;
    EmptyState *m_noMatch;
    ToneLabel *m_advice;
    ToneLabel *m_warning;
    KeyLimitsForm *m_limits;
    Fold *m_fold;
};

} // namespace understudy
