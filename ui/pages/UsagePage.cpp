// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/UsagePage.h"

#include "catalog/Catalogue.h"
#include "console/Console.h"
#include "models/KeyUsageModel.h"
#include "models/UsageFigures.h"
#include "pages/UsageCharts.h"
#include "preferences/Preferences.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "widgets/BarDelegate.h"
#include "widgets/CellLinks.h"
#include "widgets/EmptyState.h"
#include "widgets/FigureTile.h"
#include "widgets/FittedTable.h"
#include "widgets/Language.h"
#include "widgets/ListStates.h"
#include "words/Quantities.h"
#include "words/TypeWords.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QTimerEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

UsagePage::UsagePage(Console &console, Preferences &preferences, QWidget *parent)
    : Page(parent), m_console(console), m_preferences(preferences), m_byKey(new KeyUsageModel(this)), m_journaled(console.state().ledgerJournaled)
{
    build();
    fillKeys();
    followLanguage(this, [this] { retranslate(); });
    fillPlaces();
    connect(m_range, &QComboBox::currentIndexChanged, this, [this] {
        const bool custom = UsagePeriod(m_range->currentIndex()) == UsagePeriod::Custom;
        m_from->setVisible(custom);
        m_to->setVisible(custom);
        m_days->setVisible(!custom);
        refresh();
    });
    for (QDateTimeEdit *edge : {m_from, m_to})
        connect(edge, &QDateTimeEdit::editingFinished, this, [this] { refresh(); });
    for (QComboBox *place : {m_channel, m_model})
        connect(place, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    connect(m_export, &QToolButton::clicked, this, &UsagePage::exportCsv);
    connect(m_charts, &UsageCharts::filterWanted, this, &UsagePage::showLog);
    connect(m_charts, &UsageCharts::pricesWanted, this, [this](const QString &channel) { emit wished(Wish::make(Wish::What::EditChannel, channel)); });
    connect(new CellLinks(m_keys, KeyUsageModel::FilterRole), &CellLinks::followed, this, &UsagePage::showLog);
    // What is behind a tile is asked for when it is wanted: it follows the report that is shown.
    const auto leads = [this](FigureTile *tile, auto &&narrowed) {
        connect(tile, &FigureTile::clicked, this, [this, narrowed] {
            if (m_report)
                showLog(narrowed(UsageLink(m_report->query)).text());
        });
    };
    leads(m_requests, [](const UsageLink &all) { return all; });
    leads(m_tokens, [](const UsageLink &all) { return all.called().thatEnded({QString(word(ExchangeStatus::Answered))}); });
    leads(m_failed, [this](const UsageLink &all) { return all.withFailures(totalOf(*m_report)); });
    m_charts->setBudget({m_preferences.get(preferences::BudgetPerMonth), m_preferences.get(preferences::BudgetCurrency)});
    connect(m_charts, &UsageCharts::budgetChanged, this, [this](const Budget &budget) {
        m_preferences.set(preferences::BudgetPerMonth, budget.perMonth);
        m_preferences.set(preferences::BudgetCurrency, budget.currency);
    });
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
        fillPlaces();
        showTables();
    });
    connect(&m_console, &Console::recorded, this, &UsagePage::follow);
    connect(&m_console, &Console::stateChanged, this, [this] {
        if (std::exchange(m_journaled, m_console.state().ledgerJournaled) == m_console.state().ledgerJournaled)
            return;
        sayBehind();
        follow();
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
    for (QComboBox **place : {&m_channel, &m_model}) {
        *place = new QComboBox(this);
        (*place)->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        (*place)->setMinimumContentsLength(13);
    }
    m_channel->setObjectName(u"usage.channel"_s);
    m_model->setObjectName(u"usage.model"_s);
    m_from = new QDateTimeEdit(QDate::currentDate().startOfDay(), this);
    m_from->setObjectName(u"usage.from"_s);
    m_to = new QDateTimeEdit(QDate::currentDate().addDays(1).startOfDay(), this);
    m_to->setObjectName(u"usage.to"_s);
    for (QDateTimeEdit *edge : {m_from, m_to}) {
        edge->setCalendarPopup(true);
        edge->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
        edge->hide();
    }
    const auto button = [this](const QString &name, const QString &icon) {
        auto *made = new QToolButton(this);
        made->setObjectName(name);
        made->setIcon(icons::icon(icon));
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::StrongFocus);
        return made;
    };
    m_export = button(u"usage.export"_s, u"download"_s);
    m_again = button(u"usage.refresh"_s, u"refresh"_s);
    m_days = new QLabel(this);
    m_days->setForegroundRole(QPalette::PlaceholderText);
    m_behind = new QLabel(this);
    m_behind->setObjectName(u"usage.behind"_s);
    m_states = new ListStates(u"usage"_s, u"usage"_s, this);
    m_states->setContent(buildContent());

    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Gap);
    head->addWidget(m_heading);
    head->addStretch();
    head->addWidget(m_export);
    head->addWidget(m_again);
    auto *filters = new QHBoxLayout;
    filters->setSpacing(Theme::Gap);
    filters->setContentsMargins(0, 0, Theme::PageMargin, 0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_range, m_from, m_to, m_key, m_channel, m_model})
        filters->addWidget(part);
    filters->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::WideGap, 0, 0);
    column->setSpacing(0);
    head->setContentsMargins(0, 0, Theme::PageMargin, 0);
    column->addLayout(head);
    auto *days = new QHBoxLayout;
    days->setSpacing(Theme::WideGap);
    days->addWidget(m_days);
    days->addWidget(m_behind);
    days->addStretch();
    column->addLayout(days);
    column->addSpacing(Theme::Gap);
    column->addLayout(filters);
    column->addSpacing(Theme::WideGap - 4);
    column->addWidget(m_states, 1);
}

QWidget *UsagePage::buildContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, Theme::PageMargin, Theme::PageMargin);
    column->setSpacing(Theme::Gap);

    auto *row = new QWidget(content);
    row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // a tall window is no reason for tall tiles
    auto *tiles = new QHBoxLayout(row);
    tiles->setContentsMargins({});
    tiles->setSpacing(12);
    const std::pair<FigureTile **, QString> figures[] = {{&m_requests, u"usage.requests"_s}, {&m_tokens, u"usage.tokens"_s}, {&m_failed, u"usage.failed"_s}, {&m_unknown, u"usage.unknown"_s}};
    for (const auto &[tile, name] : figures) {
        *tile = new FigureTile(row);
        (*tile)->setObjectName(name);
        tiles->addWidget(*tile, 1);
    }
    column->addWidget(row);
    column->addSpacing(Theme::Gap);

    m_keysTitle = new QLabel(content);
    m_keys = new FittedTable(content);
    m_keys->setObjectName(u"usage.keys"_s);
    m_keys->setModel(m_byKey);
    m_keys->setLeastStretch(110);
    m_keys->setItemDelegateForColumn(KeyUsageModel::FreeTokens, new BarDelegate(KeyUsageModel::PartRole, m_keys));
    m_keysTitle->setFont(Theme::strong());
    column->addWidget(m_keysTitle);
    column->addWidget(m_keys);
    column->addSpacing(Theme::Gap);
    m_charts = new UsageCharts(content);
    column->addWidget(m_charts);
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
    const QStringList ranges{tr("Today"), tr("Yesterday"), tr("Last 7 days"), tr("Last 30 days"), tr("This month"), tr("From – to…")};
    for (int i = 0; i < ranges.size(); ++i)
        m_range->setItemText(i, ranges[i]);
    m_range->setAccessibleName(tr("Period"));
    m_range->setToolTip(tr("Days begin at midnight on this computer's clock"));
    m_key->setItemText(0, tr("All keys"));
    m_key->setAccessibleName(tr("Gateway access key"));
    m_channel->setItemText(0, tr("All channels"));
    m_channel->setAccessibleName(tr("Call channel"));
    m_model->setItemText(0, tr("All models"));
    m_model->setAccessibleName(tr("Model"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    m_export->setAccessibleName(tr("Export as CSV"));
    m_export->setToolTip(tr("Export as CSV: every figure of this page by time, key, channel and model"));
    m_again->setAccessibleName(tr("Refresh"));
    m_again->setToolTip(tr("Refresh (F5)"));
    m_keysTitle->setText(tr("Gateway access keys"));
    m_keys->setAccessibleName(tr("Usage by gateway access key"));
    m_requests->setTexts(tr("Requests"), tr("Requests that ended in this period, answers from the cache included. Failover drills are left out."));
    m_tokens->setTexts(tr("Tokens"), tr("Tokens of the answers that clients got, as they were told. Failed attempts are counted below, by provider."));
    m_failed->setTexts(tr("Failed attempts"), tr("Calls to a provider that ended otherwise than with an answer. Calls that their client left are not among them."));
    m_unknown->setTexts(tr("Attempts without report"), tr("Calls whose tokens no provider reported. They are unknown, not 0, and are missing in every sum."));
    m_byKey->retranslate();
    sayEmpty();
    sayPeriod();
    sayBehind();
    if (m_report)
        present(*m_report);
}

void UsagePage::sayEmpty()
{
    const bool longest = UsagePeriod(m_range->currentIndex()) == UsagePeriod::ThirtyDays;
    m_states->empty()->setTexts(tr("No requests in this period"), tr("Usage is counted here from the first request that a client sends with a gateway access key."),
                                longest ? QString() : tr("Show Last 30 Days"), tr("Send a Demo Request"));
}

void UsagePage::sayPeriod()
{
    if (UsagePeriod(m_range->currentIndex()) == UsagePeriod::Custom)
        return;
    const QLocale locale;
    const DayRange days = daysOf(UsagePeriod(m_range->currentIndex()), QDate::currentDate());
    const QString first = locale.toString(days.first, QLocale::LongFormat);
    m_days->setText(days.first == days.last ? first : tr("%1 to %2").arg(first, locale.toString(days.last, QLocale::LongFormat)));
}

void UsagePage::sayBehind()
{
    m_behind->setText(words::notCountedYet(m_journaled));
    m_behind->setVisible(m_journaled > 0);
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

void UsagePage::fillPlaces()
{
    const Configuration &configuration = m_console.configuration();
    QStringList models;
    for (const GatewayKey &key : configuration.keys) {
        for (const Candidate &candidate : key.chain)
            models.append(candidate.model);
    }
    const auto fill = [](QComboBox *box, const QString &all, const QList<std::pair<QString, QString>> &entries) {
        const QString chosen = box->currentData().toString();
        const QSignalBlocker silent(box);
        box->clear();
        box->addItem(all);
        for (const auto &[text, id] : entries)
            box->addItem(text, id);
        box->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : box->findData(chosen)));
    };
    QList<std::pair<QString, QString>> entries;
    for (const Channel &channel : configuration.channels) {
        entries.append({channel.name, channel.id});
        models += channel.models;
    }
    entries.append({words::builtInName(), BuiltInChannelId});
    fill(m_channel, tr("All channels"), entries);
    models.sort();
    models.removeDuplicates();
    entries.clear();
    for (const QString &model : std::as_const(models))
        entries.append({model, model});
    fill(m_model, tr("All models"), entries);
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

/// There is something new to count.
void UsagePage::follow()
{
    m_stale = true;
    if (isVisible() && !m_follow.isActive())
        m_follow.start(FollowMs, this);
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
    const auto [from, to] = span();
    if (from >= to) {
        m_states->showError(tr("The end must be after the beginning"), {ErrorKind::Invalid, tr("Choose a later end, or an earlier beginning."), {}});
        return;
    }
    UsageReportQuery query;
    m_slots = usageSlots(from, to);
    query.edges = m_slots.edges;
    query.keyId = keyId();
    query.channel = m_channel->currentData().toString();
    query.model = m_model->currentData().toString();
    m_console.report(query, this, [this, question](const Result<UsageReport> &answer) {
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

std::pair<QDateTime, QDateTime> UsagePage::span() const
{
    const auto period = UsagePeriod(m_range->currentIndex());
    return period == UsagePeriod::Custom ? std::pair(m_from->dateTime(), m_to->dateTime()) : spanOf(period, QDateTime::currentDateTime());
}

void UsagePage::showLog(const QString &filter)
{
    if (filter.isEmpty())
        return;
    Wish wish = Wish::make(Wish::What::ShowLog);
    wish.text = filter;
    emit wished(wish);
}

void UsagePage::present(const UsageReport &report)
{
    m_report = report;
    m_period = summaryOf(report);
    if (report.isEmpty()) {
        m_states->showEmpty();
        return;
    }
    showTiles(*m_period);
    showTables();
    m_states->showContent();
}

QByteArray UsagePage::csv(bool byteOrderMark) const
{
    if (!m_report)
        return {};
    return toCsv(usage::everything(*m_report, UsageNames::of(m_console.configuration(), m_console.catalogue())), byteOrderMark);
}

void UsagePage::exportCsv()
{
    const QString plain = tr("CSV (*.csv)");
    const QString marked = tr("CSV for Excel (*.csv)");
    auto *chooser = new QFileDialog(this, tr("Export Usage"), {}, plain + u";;"_s + marked);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(u"csv"_s);
    chooser->selectFile(u"understudy-usage.csv"_s);
    connect(chooser, &QFileDialog::fileSelected, this, [this, chooser, marked](const QString &path) {
        QSaveFile file(path);
        const QByteArray text = csv(chooser->selectedNameFilter() == marked);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            emit said({Message::Level::Error, tr("The file could not be written: %1. Choose another folder.").arg(file.errorString()), {}, {}, 0});
        else
            emit said({Message::Level::Success, tr("Usage was exported to %1.").arg(path), {}, {}, Message::UndoMs});
    });
    chooser->open();
}

void UsagePage::showTiles(const UsageSummary &summary)
{
    qint64 attempts = 0;
    for (const ProviderUsage &provider : summary.byProvider)
        attempts += provider.attempts;
    const qint64 savedByCache = totalOf(*m_report).cacheSavedTokens;
    const QString calls = tr("%n attempt(s)", nullptr, int(attempts));
    m_requests->setFigure(words::count(summary.requests), savedByCache ? tr("%1 · %2 tokens saved by the cache").arg(calls, words::count(savedByCache)) : calls);
    const bool known = summary.tokens.total > 0 || summary.parts.answered.attempts > summary.unknownAnswers;
    const auto tokens = [&](qint64 count, bool sum) { return words::tokenSum({count, known, sum || !known ? summary.unknownAnswers : 0, summary.estimatedAnswers}); };
    m_tokens->setFigure(tokens(summary.tokens.total, true), tr("%1 in · %2 out").arg(tokens(summary.tokens.prompt, false), tokens(summary.tokens.completion, false)));
    m_failed->setFigure(words::count(summary.failedAttempts), attempts ? tr("%1 of all attempts").arg(words::percent(double(summary.failedAttempts) / double(attempts))) : QString(),
                        summary.failedAttempts ? std::optional(Tone::Caution) : std::nullopt);
    m_unknown->setFigure(words::count(summary.unknownAttempts), summary.unknownAttempts ? tr("Their tokens are unknown") : tr("Every attempt was reported"));
    const QString action = tr("Show these requests");
    m_requests->setAction(summary.requests ? action : QString());
    m_tokens->setAction(summary.tokens.total > 0 || summary.unknownAnswers > 0 ? action : QString());
    m_failed->setAction(summary.failedAttempts ? action : QString());
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
    m_byKey->setRows(keyUsageRows(*m_period, m_ever, allowances), UsageLink(m_report->query));
    UsageNames names = UsageNames::of(configuration, m_console.catalogue());
    names.slotNames = m_slots.names;
    m_charts->setReport(*m_report, names);
}

} // namespace understudy
