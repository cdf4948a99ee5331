// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/UsagePage.h"

#include "catalog/Catalogue.h"
#include "console/Console.h"
#include "models/KeyUsageModel.h"
#include "models/ProviderUsageModel.h"
#include "models/UsagePeriod.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "widgets/BarDelegate.h"
#include "widgets/ChartCard.h"
#include "widgets/EmptyState.h"
#include "widgets/FigureTile.h"
#include "widgets/FittedTable.h"
#include "widgets/Language.h"
#include "widgets/ListStates.h"
#include "widgets/TokensChart.h"
#include "words/Quantities.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimerEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

UsagePage::UsagePage(Console &console, QWidget *parent)
    : Page(parent), m_console(console), m_byKey(new KeyUsageModel(this)), m_byProvider(new ProviderUsageModel(this))
{
    build();
    fillKeys();
    followLanguage(this, [this] { retranslate(); });
    connect(m_range, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    connect(m_key, &QComboBox::currentIndexChanged, this, [this] {
        m_wantedKey.clear();
        refresh();
    });
    connect(m_again, &QToolButton::clicked, this, &UsagePage::refresh);
    connect(m_states, &ListStates::retried, this, &UsagePage::refresh);
    connect(m_states->empty()->primary(), &QPushButton::clicked, this, [this] { m_range->setCurrentIndex(int(UsagePeriod::ThirtyDays)); });
    connect(m_states->empty()->secondary(), &QPushButton::clicked, this, [this] { emit wished(Wish::make(Wish::What::SeeDemo)); });
    connect(&m_console, &Console::configurationChanged, this, [this] {
        fillKeys();
        showTables();
    });
    connect(&m_console, &Console::recorded, this, [this] {
        m_stale = true;
        if (isVisible() && !m_follow.isActive())
            m_follow.start(FollowMs, this);
    });
}

UsagePage::~UsagePage() = default;

void UsagePage::build()
{
    m_heading = new QLabel(this);
    m_heading->setFont(Theme::heading());
    m_range = new QComboBox(this);
    m_range->setObjectName(u"usage.range"_s);
    for (int i = 0; i < UsagePeriodCount; ++i)
        m_range->addItem(QString());
    m_key = new QComboBox(this);
    m_key->setObjectName(u"usage.key"_s);
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_key->setMinimumContentsLength(16);
    m_again = new QToolButton(this);
    m_again->setObjectName(u"usage.refresh"_s);
    m_again->setIcon(icons::icon(u"refresh"_s));
    m_again->setAutoRaise(true);
    m_again->setFocusPolicy(Qt::StrongFocus);
    m_days = new QLabel(this);
    m_days->setForegroundRole(QPalette::PlaceholderText);
    m_states = new ListStates(u"usage"_s, u"usage"_s, this);
    m_states->setContent(buildContent());

    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Gap);
    head->addWidget(m_heading);
    head->addStretch();
    head->addWidget(m_range);
    head->addWidget(m_key);
    head->addWidget(m_again);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::WideGap, 0, 0);
    column->setSpacing(0);
    head->setContentsMargins(0, 0, Theme::PageMargin, 0);
    column->addLayout(head);
    column->addWidget(m_days);
    column->addSpacing(Theme::WideGap - 4);
    column->addWidget(m_states, 1);
}

QWidget *UsagePage::buildContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, Theme::PageMargin, Theme::PageMargin);
    column->setSpacing(Theme::Gap);

    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(12);
    const std::pair<FigureTile **, QString> figures[] = {{&m_requests, u"usage.requests"_s}, {&m_tokens, u"usage.tokens"_s}, {&m_failed, u"usage.failed"_s}, {&m_unknown, u"usage.unknown"_s}};
    for (const auto &[tile, name] : figures) {
        *tile = new FigureTile(content);
        (*tile)->setObjectName(name);
        tiles->addWidget(*tile, 1);
    }
    column->addLayout(tiles);
    column->addSpacing(Theme::Gap);

    m_chart = new TokensChart;
    m_card = new ChartCard(u"usage.tokensChart"_s, m_chart, m_byKey, content);
    for (const int column : {int(KeyUsageModel::Requests), int(KeyUsageModel::FreeTokens)})
        m_card->table()->setColumnHidden(column, true);
    column->addWidget(m_card);
    column->addSpacing(Theme::Gap);

    m_keysTitle = new QLabel(content);
    m_keys = new FittedTable(content);
    m_keys->setObjectName(u"usage.keys"_s);
    m_keys->setModel(m_byKey);
    m_keys->setItemDelegateForColumn(KeyUsageModel::FreeTokens, new BarDelegate(KeyUsageModel::PartRole, m_keys));
    m_providersTitle = new QLabel(content);
    m_providersNote = new QLabel(content);
    m_providersNote->setWordWrap(true);
    m_providersNote->setForegroundRole(QPalette::PlaceholderText);
    m_providers = new FittedTable(content);
    m_providers->setObjectName(u"usage.providers"_s);
    m_providers->setModel(m_byProvider);
    for (QLabel *title : {m_keysTitle, m_providersTitle})
        title->setFont(Theme::strong());
    column->addWidget(m_keysTitle);
    column->addWidget(m_keys);
    column->addSpacing(Theme::Gap);
    column->addWidget(m_providersTitle);
    column->addWidget(m_providersNote);
    column->addWidget(m_providers);
    column->addStretch();

    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"usage.scroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll;
}

void UsagePage::retranslate()
{
    m_heading->setText(title());
    const QStringList ranges{tr("Today"), tr("Yesterday"), tr("Last 7 days"), tr("Last 30 days"), tr("This month")};
    for (int i = 0; i < ranges.size(); ++i)
        m_range->setItemText(i, ranges[i]);
    m_range->setAccessibleName(tr("Period"));
    m_range->setToolTip(tr("Days begin at midnight on this computer's clock"));
    m_key->setItemText(0, tr("All keys"));
    m_key->setAccessibleName(tr("Gateway access key"));
    m_again->setAccessibleName(tr("Refresh"));
    m_again->setToolTip(tr("Refresh (F5)"));
    m_card->setTitle(tr("Tokens by key"));
    m_keysTitle->setText(tr("Gateway access keys"));
    m_keys->setAccessibleName(tr("Usage by gateway access key"));
    m_providersTitle->setText(tr("Providers"));
    m_providersNote->setText(tr("Every attempt counts here, also those that failed: this is what a provider may bill."));
    m_providers->setAccessibleName(tr("Usage by provider"));
    m_requests->setTexts(tr("Requests"), tr("Requests that ended in this period, answers from the cache included. Failover drills are left out."));
    m_tokens->setTexts(tr("Tokens"), tr("Tokens of the answers that clients got, as they were told. Failed attempts are counted below, by provider."));
    m_failed->setTexts(tr("Failed attempts"), tr("Calls to a provider that ended otherwise than with an answer. Calls that their client left are not among them."));
    m_unknown->setTexts(tr("Attempts without report"), tr("Calls whose tokens no provider reported. They are unknown, not 0, and are missing in every sum."));
    m_byKey->retranslate();
    m_byProvider->retranslate();
    sayEmpty();
    sayPeriod();
    if (m_period)
        present(*m_period);
}

void UsagePage::sayEmpty()
{
    const bool longest = UsagePeriod(m_range->currentIndex()) == UsagePeriod::ThirtyDays;
    m_states->empty()->setTexts(tr("No requests in this period"), tr("Usage is counted here from the first request that a client sends with a gateway access key."),
                                longest ? QString() : tr("Show Last 30 Days"), tr("Send a Demo Request"));
}

void UsagePage::sayPeriod()
{
    const QLocale locale;
    const DayRange days = daysOf(UsagePeriod(m_range->currentIndex()), QDate::currentDate());
    const QString first = locale.toString(days.first, QLocale::LongFormat);
    m_days->setText(days.first == days.last ? first : tr("%1 to %2").arg(first, locale.toString(days.last, QLocale::LongFormat)));
}

QWidget *UsagePage::filterField() const { return m_key; }

QString UsagePage::keyId() const { return m_wantedKey.isEmpty() ? m_key->currentData().toString() : m_wantedKey; }

void UsagePage::fillKeys()
{
    const QString chosen = keyId();
    const QSignalBlocker silent(m_key);
    m_key->clear();
    m_key->addItem(tr("All keys"));
    QList<GatewayKey> keys = m_console.configuration().keys;
    std::sort(keys.begin(), keys.end(), [](const GatewayKey &a, const GatewayKey &b) { return a.name.localeAwareCompare(b.name) < 0; });
    for (const GatewayKey &key : std::as_const(keys))
        m_key->addItem(key.name, key.id);
    const int at = chosen.isEmpty() ? 0 : m_key->findData(chosen);
    if (at < 0 && m_wantedKey.isEmpty())
        m_stale = true; // the chosen key is gone: all are shown
    if (at > 0)
        m_wantedKey.clear();
    m_key->setCurrentIndex(std::max(0, at));
}

void UsagePage::focusOn(const QString &keyId)
{
    m_wantedKey.clear();
    const int at = keyId.isEmpty() ? 0 : m_key->findData(keyId);
    if (at < 0)
        m_wantedKey = keyId; // it is being created: fillKeys finds it
    const QSignalBlocker silent(m_key);
    m_key->setCurrentIndex(std::max(0, at));
    refresh();
}

void UsagePage::refresh()
{
    m_stale = true;
    sayEmpty();
    sayPeriod();
    if (isVisible())
        ask();
}

void UsagePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        ask();
}

void UsagePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_follow.stop(); // what came in meanwhile has made it stale
}

void UsagePage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_follow.timerId())
        return Page::timerEvent(event);
    m_follow.stop();
    if (m_stale)
        ask();
}

void UsagePage::ask()
{
    m_stale = false;
    m_follow.stop();
    const quint64 question = ++m_question;
    m_states->showLoading(tr("Adding up…"));
    const auto period = UsagePeriod(m_range->currentIndex());
    m_console.usage(usageQuery(period, QDateTime::currentDateTime(), keyId()), this, [this, question](const Result<UsageSummary> &answer) {
        if (question != m_question)
            return;
        if (answer)
            present(*answer);
        else
            m_states->showError(tr("The usage could not be read"), answer.error());
    });
    // Free tokens are counted since a key was made, whatever period is looked at.
    UsageQuery ever;
    ever.keyId = keyId();
    m_console.usage(ever, this, [this, question](const Result<UsageSummary> &answer) {
        if (question != m_question || !answer)
            return;
        m_ever = *answer;
        showTables();
    });
}

void UsagePage::present(const UsageSummary &summary)
{
    m_period = summary;
    if (summary.requests == 0 && summary.byProvider.isEmpty()) {
        m_states->showEmpty();
        return;
    }
    showTiles(summary);
    showTables();
    QList<TokenBar> bars;
    for (const KeyUsage &key : summary.byKey) {
        if (key.tokens.total > 0)
            bars.append({key.keyName.isEmpty() ? key.keyId : key.keyName, key.tokens.prompt, key.tokens.completion});
    }
    m_chart->setBars(bars);
    m_card->setDescription(m_chart->sentence());
    m_card->setVisible(!bars.isEmpty());
    m_states->showContent();
}

void UsagePage::showTiles(const UsageSummary &summary)
{
    qint64 attempts = 0;
    for (const ProviderUsage &provider : summary.byProvider)
        attempts += provider.attempts;
    m_requests->setFigure(words::count(summary.requests), tr("%n attempt(s)", nullptr, int(attempts)));
    m_tokens->setFigure(words::count(summary.tokens.total), tr("%1 in · %2 out").arg(words::count(summary.tokens.prompt), words::count(summary.tokens.completion)));
    m_failed->setFigure(words::count(summary.failedAttempts), attempts ? tr("%1 of all attempts").arg(words::percent(double(summary.failedAttempts) / double(attempts))) : QString(),
                        summary.failedAttempts ? std::optional(Tone::Caution) : std::nullopt);
    m_unknown->setFigure(words::count(summary.unknownAttempts), summary.unknownAttempts ? tr("Their tokens are unknown") : tr("Every attempt was reported"));
}

void UsagePage::showTables()
{
    if (!m_period)
        return;
    const Configuration &configuration = m_console.configuration();
    QList<KeyAllowance> allowances;
    for (const GatewayKey &key : configuration.keys) {
        if (keyId().isEmpty() || key.id == keyId())
            allowances.append({key.id, key.name, key.freeTokens});
    }
    m_byKey->setRows(keyUsageRows(*m_period, m_ever, allowances));
    QHash<QString, QString> names;
    for (const ProviderUsage &row : m_period->byProvider) {
        if (const Provider *provider = m_console.catalogue().resolve(configuration, row.provider))
            names.insert(row.provider, provider->name);
    }
    m_byProvider->setRows(m_period->byProvider, names);
}

} // namespace understudy
