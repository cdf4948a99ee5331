// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/UsageReport.h"
#include "models/UsagePeriod.h"
#include "widgets/Page.h"

#include <QBasicTimer>

#include <optional>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QToolButton;

namespace understudy {

class Console;
class FigureTile;
class FittedTable;
class KeyUsageModel;
class ListStates;
class Preferences;
class UsageCharts;

/// 用量统计: how many requests and tokens in a period, when, by whom, by which channel and model, what was lost and why. Asks when it is
/// shown, when period or key change, and while it is watched at most every FollowMs as requests end.
class UsagePage final : public Page {
    Q_OBJECT

public:
    static constexpr int FollowMs = 5'000;

    UsagePage(Console &console, Preferences &preferences, QWidget *parent = nullptr);
    ~UsagePage() override;

    QString title() const override { return tr("Usage statistics"); }
    void refresh() override;
    QWidget *filterField() const override;
    /// A key, or empty for all.
    void focusOn(const QString &keyId) override;
    /// What the export writes: every figure of the page, for a file. Empty while nothing is shown.
    QByteArray csv(bool byteOrderMark) const;
    QString helpTopic() const override { return QStringLiteral("usage"); }

private:
    void build();
    QWidget *buildContent();
    void retranslate();
    void sayEmpty();
    void sayPeriod();
    void sayBehind();
    void follow();
    void fillKeys();
    void fillPlaces();
    void ask();
    void present(const UsageReport &report);
    void exportCsv();
    std::pair<QDateTime, QDateTime> span() const;
    void showLog(const QString &filter);
    void showTiles(const UsageSummary &summary);
    void showTables();
    QString keyId() const;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

    Console &m_console;
    Preferences &m_preferences;
    KeyUsageModel *m_byKey;
    std::optional<UsageReport> m_report;
    std::optional<UsageSummary> m_period; ///< of the same report
    UsageSlots m_slots;
    std::optional<UsageSummary> m_ever;
    QString m_wantedKey;       ///< what focusOn asked for and the list of keys does not hold yet
    quint64 m_question = 0;    ///< answers to older ones are late
    bool m_stale = true;
    QBasicTimer m_follow;

    QLabel *m_heading = nullptr;
    QComboBox *m_range = nullptr;
    QDateTimeEdit *m_from = nullptr;
    QDateTimeEdit *m_to = nullptr;
    QComboBox *m_key = nullptr;
    QComboBox *m_channel = nullptr;
    QComboBox *m_model = nullptr;
    QToolButton *m_export = nullptr;
    QToolButton *m_again = nullptr;
    QLabel *m_days = nullptr;
    QLabel *m_behind = nullptr; ///< what is recorded and not counted yet
    qint64 m_journaled = 0;
    ListStates *m_states = nullptr;
    FigureTile *m_requests = nullptr;
    FigureTile *m_tokens = nullptr;
    FigureTile *m_failed = nullptr;
    FigureTile *m_unknown = nullptr;
    UsageCharts *m_charts = nullptr;
    QLabel *m_keysTitle = nullptr;
    FittedTable *m_keys = nullptr;
};

} // namespace understudy
