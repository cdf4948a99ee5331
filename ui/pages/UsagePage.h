// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/LedgerQueries.h"
#include "widgets/Page.h"

#include <QBasicTimer>

#include <optional>

class QComboBox;
class QLabel;
class QToolButton;

namespace understudy {

class ChartCard;
class Console;
class FigureTile;
class FittedTable;
class KeyUsageModel;
class ListStates;
class ProviderUsageModel;
class TokensChart;

/// 用量统计: how many requests and tokens in a period, by key as clients were told and by provider as providers count. Asks when it is
/// shown, when period or key change, and while it is watched at most every FollowMs as requests end.
class UsagePage final : public Page {
    Q_OBJECT

public:
    static constexpr int FollowMs = 5'000;

    explicit UsagePage(Console &console, QWidget *parent = nullptr);
    ~UsagePage() override;

    QString title() const override { return tr("Usage statistics"); }
    void refresh() override;
    QWidget *filterField() const override;
    /// A key, or empty for all.
    void focusOn(const QString &keyId) override;
    QString helpTopic() const override { return QStringLiteral("usage"); }

private:
    void build();
    QWidget *buildContent();
    void retranslate();
    void sayEmpty();
    void sayPeriod();
    void fillKeys();
    void ask();
    void present(const UsageSummary &summary);
    void showTiles(const UsageSummary &summary);
    void showTables();
    QString keyId() const;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

    Console &m_console;
    KeyUsageModel *m_byKey;
    ProviderUsageModel *m_byProvider;
    std::optional<UsageSummary> m_period;
    std::optional<UsageSummary> m_ever;
    QString m_wantedKey;       ///< what focusOn asked for and the list of keys does not hold yet
    quint64 m_question = 0;    ///< answers to older ones are late
    bool m_stale = true;
    QBasicTimer m_follow;

    QLabel *m_heading = nullptr;
    QComboBox *m_range = nullptr;
    QComboBox *m_key = nullptr;
    QToolButton *m_again = nullptr;
    QLabel *m_days = nullptr;
    ListStates *m_states = nullptr;
    FigureTile *m_requests = nullptr;
    FigureTile *m_tokens = nullptr;
    FigureTile *m_failed = nullptr;
    FigureTile *m_unknown = nullptr;
    ChartCard *m_card = nullptr;
    TokensChart *m_chart = nullptr;
    QLabel *m_keysTitle = nullptr;
    FittedTable *m_keys = nullptr;
    QLabel *m_providersTitle = nullptr;
    QLabel *m_providersNote = nullptr;
    FittedTable *m_providers = nullptr;
};

} // namespace understudy
