// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/OverviewPage.h"

#include "catalog/Catalogue.h"
#include "configuration/DemoKey.h"
#include "console/Console.h"
#include "models/ChannelHealthModel.h"
#include "models/LogModel.h"
#include "models/UsageLink.h"
#include "models/UsagePeriod.h"
#include "pages/SetupChecklist.h"
#include "preferences/Preferences.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/ChipDelegate.h"
#include "widgets/EmptyState.h"
#include "widgets/FigureTile.h"
#include "widgets/FittedTable.h"
#include "widgets/Language.h"
#include "widgets/SubtitleDelegate.h"
#include "words/Quantities.h"
#include "words/TypeWords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimerEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QPushButton *linkButton(QWidget *parent, const QString &name)
{
    auto *button = new QPushButton(parent);
    Style::setVariant(button, Style::Variant::Link);
    button->setObjectName(name);
    return button;
}

} // namespace

OverviewPage::OverviewPage(Console &console, Preferences &preferences, const TestMemory &tests, QWidget *parent)
    : Page(parent), m_console(console), m_preferences(preferences), m_tests(tests), m_last(new LogModel(LastRequests, this)),
      m_channels(new ChannelHealthModel(this))
{
    build();
    connectButtons();
    leadTiles();
    m_healthSince.start();
    followLanguage(this, [this] { retranslate(); });
    const auto whileVisible = [this](auto &&work) {
        if (isVisible())
            work();
    };
    connect(&m_console, &Console::recorded, this, [this, whileVisible] {
        whileVisible([this] {
            catchUp();
            follow();
        });
    });
    connect(&m_console, &Console::configurationChanged, this, [this, whileVisible] { whileVisible([this] { catchUp(); }); });
    connect(&m_console, &Console::stateChanged, this, [this, whileVisible] {
        whileVisible([this] {
            if (m_journaled != m_console.state().ledgerJournaled)
                follow();
            showFigures();
        });
    });
    connect(&m_console, &Console::healthChanged, this, [this, whileVisible] {
        m_healthSince.restart();
        whileVisible([this] { showHealth(); });
    });
    connect(&m_preferences, &Preferences::changed, this, [this, whileVisible](QLatin1StringView name) {
        if (name == preferences::ChecklistHidden.name)
            m_recalled = !m_preferences.get(preferences::ChecklistHidden);
        if (name == preferences::ChecklistHidden.name || name == preferences::FailoverSeen.name)
            whileVisible([this] { catchUp(); });
    });
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::build()
{
    m_heading = new QLabel(this);
    m_heading->setFont(Theme::heading());
    m_removeDemo = new QPushButton(this);
    m_removeDemo->setObjectName(u"overview.removeDemo"_s);
    Style::setVariant(m_removeDemo, Style::Variant::Link);
    m_seeDemo = new QPushButton(this);
    m_seeDemo->setObjectName(u"overview.seeDemo"_s);
    m_seeDemo->setDefault(true);
    m_drill = linkButton(this, u"overview.drill"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Gap);
    head->setContentsMargins(0, 0, Theme::PageMargin, 0);
    head->addWidget(m_heading);
    head->addStretch();
    m_rescue = linkButton(this, u"overview.rescue"_s);
    head->addWidget(m_rescue);
    head->addWidget(m_drill);
    head->addWidget(m_removeDemo);
    head->addWidget(m_seeDemo);

    auto *content = new QWidget;
    m_steps = new SetupChecklist(content);
    m_nothing = new EmptyState(u"overview"_s, content);
    m_nothing->setObjectName(u"overview.empty"_s);
    auto *parts = new QVBoxLayout(content);
    parts->setContentsMargins(0, 0, Theme::PageMargin, Theme::PageMargin);
    parts->setSpacing(12);
    parts->addWidget(m_steps);
    m_behind = new QLabel(content);
    m_behind->setObjectName(u"overview.behind"_s);
    parts->addWidget(m_behind);
    parts->addWidget(buildTiles());
    parts->addWidget(buildLists());
    parts->addWidget(m_nothing, 1);
    parts->addStretch();
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"overview.scroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::WideGap, 0, 0);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
}

QWidget *OverviewPage::buildTiles()
{
    m_tiles = new QWidget;
    auto *row = new QHBoxLayout(m_tiles);
    row->setContentsMargins({});
    row->setSpacing(12);
    const std::pair<FigureTile **, QString> figures[] = {
        {&m_requests, u"overview.requests"_s}, {&m_success, u"overview.success"_s}, {&m_saved, u"overview.saved"_s}, {&m_tokens, u"overview.tokens"_s}};
    for (const auto &[tile, name] : figures) {
        *tile = new FigureTile(m_tiles);
        (*tile)->setObjectName(name);
        row->addWidget(*tile, 1);
    }
    return m_tiles;
}

QWidget *OverviewPage::buildLists()
{
    m_lists = new QWidget;
    m_lastTitle = new QLabel(m_lists);
    m_healthTitle = new QLabel(m_lists);
    for (QLabel *title : {m_lastTitle, m_healthTitle})
        title->setFont(Theme::strong());
    m_showAll = linkButton(m_lists, u"overview.showLog"_s);
    m_manage = linkButton(m_lists, u"overview.showChannels"_s);
    m_noRequests = new QLabel(m_lists);
    m_noChannels = new QLabel(m_lists);
    for (QLabel *label : {m_noRequests, m_noChannels}) {
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_lastTable = new FittedTable(m_lists);
    m_lastTable->setObjectName(u"overview.lastRequests"_s);
    m_lastTable->setModel(m_last);
    for (const int column : {int(LogModel::Key), int(LogModel::Asked), int(LogModel::FirstOutput), int(LogModel::Tokens)})
        m_lastTable->setColumnHidden(column, true);
    m_lastTable->setStretchColumn(LogModel::Chain);
    m_lastTable->setItemDelegateForColumn(LogModel::Chain, new ChipDelegate(LogModel::ChipsRole, m_lastTable));
    m_lastTable->setItemDelegateForColumn(LogModel::Result, new StatusDelegate(LogModel::StatusRole, m_lastTable));
    m_healthTable = new FittedTable(m_lists);
    m_healthTable->setObjectName(u"overview.health"_s);
    m_healthTable->horizontalHeader()->hide();
    m_healthTable->verticalHeader()->setDefaultSectionSize(Theme::TallRowHeight);
    m_healthTable->setModel(m_channels);
    m_healthTable->setItemDelegate(new SubtitleDelegate(ChannelHealthModel::SubtitleRole, ChannelHealthModel::StatusRole, m_healthTable));

    const auto list = [this](QLabel *title, QPushButton *link, QWidget *table, QLabel *none) {
        auto *head = new QHBoxLayout;
        head->addWidget(title, 1);
        head->addWidget(link);
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        column->addLayout(head);
        column->addWidget(table);
        column->addWidget(none);
        column->addStretch();
        return column;
    };
    auto *row = new QHBoxLayout(m_lists);
    row->setContentsMargins({});
    row->setSpacing(12);
    row->addLayout(list(m_lastTitle, m_showAll, m_lastTable, m_noRequests), 3);
    row->addLayout(list(m_healthTitle, m_manage, m_healthTable, m_noChannels), 2);
    return m_lists;
}

void OverviewPage::connectButtons()
{
    const auto wish = [this](QPushButton *button, const Wish &wanted) { connect(button, &QPushButton::clicked, this, [this, wanted] { emit wished(wanted); }); };
    wish(m_seeDemo, Wish::make(Wish::What::SeeDemo));
    wish(m_rescue, Wish::make(Wish::What::ShowRescueReport));
    wish(m_removeDemo, Wish::make(Wish::What::RemoveDemo));
    wish(m_nothing->primary(), Wish::make(Wish::What::SeeDemo));
    wish(m_showAll, Wish::make(Wish::What::ShowLog));
    wish(m_manage, Wish::show(PageId::Models));
    connect(m_drill, &QPushButton::clicked, this, [this] {
        const QList<GatewayKey> &keys = m_console.configuration().keys;
        const auto usable = std::find_if(keys.begin(), keys.end(), [](const GatewayKey &key) { return key.enabled; });
        if (usable != keys.end())
            emit wished(Wish::show(PageId::Drill, usable->id));
    });
    connect(m_nothing->secondary(), &QPushButton::clicked, this, &OverviewPage::recallChecklist);
    connect(m_steps, &SetupChecklist::wished, this, &OverviewPage::wished);
    connect(m_steps, &SetupChecklist::hidden, this, [this] {
        m_recalled = false;
        m_preferences.set(preferences::ChecklistHidden, true);
        showParts();
    });
    connect(m_lastTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        emit wished(Wish::make(Wish::What::ShowExchange, index.data(LogModel::IdRole).toString()));
    });
    connect(m_healthTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        const QString provider = index.data(ChannelHealthModel::ProviderIdRole).toString();
        emit wished(provider == BuiltInChannelId ? Wish::show(PageId::Models, provider) : Wish::make(Wish::What::ShowChannels, provider));
    });
}

void OverviewPage::retranslate()
{
    m_heading->setText(title());
    m_seeDemo->setText(tr("See a Failover"));
    m_seeDemo->setToolTip(tr("A request to simulated models whose primary fails: no account, no cost"));
    m_rescue->setText(tr("Rescue Report"));
    m_rescue->setToolTip(tr("What failover was worth: requests saved, how much later, at what cost"));
    m_drill->setText(tr("Run a Drill"));
    m_drill->setToolTip(tr("Plays an outage to the models of a key and shows what your application would see"));
    m_removeDemo->setText(tr("Remove the Demo"));
    m_removeDemo->setToolTip(tr("Deletes the demo's gateway access key; it can be undone"));
    m_nothing->setTexts(tr("Nothing has happened yet"), tr("Requests, their results and the health of your channels will be shown here."), tr("See a Failover"),
                        tr("Show the steps to set up"));
    m_lastTitle->setText(tr("Last requests"));
    m_lastTable->setAccessibleName(tr("Last requests"));
    m_showAll->setText(tr("Show All"));
    m_showAll->setAccessibleName(tr("Show all requests"));
    m_healthTitle->setText(tr("Channel health"));
    m_healthTable->setAccessibleName(tr("Channel health"));
    m_manage->setText(tr("Manage"));
    m_manage->setAccessibleName(tr("Manage channels"));
    m_noRequests->setText(tr("No request has ended yet."));
    m_noChannels->setText(tr("No call channel yet. Built-in models need none."));
    m_requests->setTexts(tr("Requests today"), tr("Requests that ended since midnight on this computer's clock, answers from the cache included. Failover drills are left out."));
    m_success->setTexts(tr("Success after failover"), tr("Requests that got a whole answer, of all that ended by themselves since midnight; those that their client left do not count."));
    m_saved->setTexts(tr("Saved by failover"), tr("Requests since midnight that a backup answered because the model before it failed or was not to be had."));
    m_tokens->setTexts(tr("Tokens today"), tr("Tokens of every attempt since midnight, also of the failed ones, as far as they were reported or estimated. Unknown ones are not in the sum."));
    m_last->retranslate();
    m_channels->retranslate();
    showFigures();
}

bool OverviewPage::somethingHappened() const
{
    return m_last->rowCount() > 0 || !m_console.configuration().channels.isEmpty() || !m_console.configuration().keys.isEmpty();
}

void OverviewPage::catchUp()
{
    QList<ExchangeRecord> last = m_console.recent();
    last.removeIf([](const ExchangeRecord &one) { return one.kind == ExchangeKind::Drill; }); // nobody's traffic
    m_last->follow(last);
    showSteps();
    showFigures();
    showHealth();
    showParts();
}

void OverviewPage::showSteps()
{
    const Configuration &configuration = m_console.configuration();
    const SetupSteps steps = setupSteps(configuration, m_console.recent(), m_preferences.get(preferences::FailoverSeen));
    if (steps.failover)
        m_preferences.set(preferences::FailoverSeen, true); // the list of recent requests forgets
    const auto usable = std::find_if(configuration.keys.begin(), configuration.keys.end(), [](const GatewayKey &key) { return key.enabled; });
    m_steps->setSteps(steps, usable == configuration.keys.end() ? QString() : usable->id);
}

void OverviewPage::showParts()
{
    const QList<GatewayKey> &keys = m_console.configuration().keys;
    const bool demo = std::any_of(keys.begin(), keys.end(), isDemoKey);
    const bool something = somethingHappened();
    const bool steps = m_recalled || (!m_preferences.get(preferences::ChecklistHidden) && !m_steps->steps().complete());
    m_seeDemo->setVisible(demo || (!something && steps));
    m_removeDemo->setVisible(demo);
    m_rescue->setVisible(something);
    m_drill->setVisible(std::any_of(keys.begin(), keys.end(), [](const GatewayKey &key) { return key.enabled; }));
    m_steps->setVisible(steps);
    m_tiles->setVisible(something);
    m_lists->setVisible(something);
    m_nothing->setVisible(!something && !steps);
    m_lastTable->setVisible(m_last->rowCount() > 0);
    m_noRequests->setVisible(m_last->rowCount() == 0);
    m_healthTable->setVisible(m_channels->rowCount() > 0);
    m_noChannels->setVisible(m_channels->rowCount() == 0);
}

void OverviewPage::showFigures()
{
    m_journaled = m_console.state().ledgerJournaled;
    m_behind->setText(words::notCountedYet(m_journaled));
    m_behind->setVisible(m_journaled > 0 && somethingHappened());
    showActions();
    const int inFlight = m_console.state().inFlight;
    const QString now = inFlight ? tr("%n running now", nullptr, inFlight) : tr("none running now");
    if (!m_today) {
        const QString figure = m_usageFailed ? tr("unknown") : u"…"_s;
        const QString detail = m_usageFailed ? tr("The usage could not be read") : QString();
        m_requests->setFigure(figure, m_usageFailed ? detail : now);
        for (FigureTile *tile : {m_success, m_saved, m_tokens})
            tile->setFigure(figure, detail);
        return;
    }
    const UsageRow &today = *m_today;
    m_requests->setFigure(words::count(today.requests), now);
    if (const qint64 ended = today.requests - today.ending(Ending::Cancelled); ended > 0) {
        const auto part = [ended](qint64 count) { return words::percent(double(count) / double(ended)); };
        m_success->setFigure(part(ended - today.failures()), tr("%1 at the first try").arg(part(ended - today.failures() - today.rescued())),
                             today.failures() ? std::optional(Tone::Caution) : Tone::Good);
    } else {
        m_success->setFigure(u"–"_s, tr("No request has ended today"));
    }
    const qint64 byRetry = today.ending(Ending::AfterRetry);
    m_saved->setFigure(words::count(today.ending(Ending::AfterBackup)), byRetry ? tr("and %n by a retry", nullptr, int(byRetry)) : QString());
    words::TokenSum tokens{today.all.total, today.attempts == 0 || today.attempts > today.unknownAttempts, today.unknownAttempts, today.estimatedAttempts};
    if (tokens.known)
        tokens.unknown = 0; // the line below says how many
    m_tokens->setFigure(words::tokenSum(tokens), today.unknownAttempts ? tr("and %n attempt(s) unknown", nullptr, int(today.unknownAttempts)) : tr("failed attempts included"));
}

void OverviewPage::leadTiles()
{
    const auto leads = [this](FigureTile *tile, auto &&narrowed) {
        connect(tile, &FigureTile::clicked, this, [this, narrowed] {
            Wish wish = Wish::make(Wish::What::ShowLog);
            wish.text = narrowed(UsageLink(m_asked)).text();
            if (!wish.text.isEmpty())
                emit wished(wish);
        });
    };
    const QString answered(word(ExchangeStatus::Answered)), failed(word(ExchangeStatus::Failed)), interrupted(word(ExchangeStatus::Interrupted));
    leads(m_requests, [](const UsageLink &all) { return all; });
    leads(m_success, [=](const UsageLink &all) { return all.thatEnded({answered, failed, interrupted}); });
    leads(m_saved, [](const UsageLink &all) { return all.thatEnded(Ending::AfterBackup); });
    leads(m_tokens, [](const UsageLink &all) { return all.called(); });
}

/// A figure without requests behind it leads nowhere.
void OverviewPage::showActions()
{
    const UsageRow today = m_today.value_or(UsageRow());
    const QString action = tr("Show these requests");
    const std::pair<FigureTile *, bool> tiles[] = {{m_requests, today.requests > 0},
                                                   {m_success, today.requests > today.ending(Ending::Cancelled)},
                                                   {m_saved, today.ending(Ending::AfterBackup) > 0},
                                                   {m_tokens, today.attempts > 0}};
    for (const auto &[tile, something] : tiles)
        tile->setAction(something ? action : QString());
}

void OverviewPage::follow()
{
    if (!m_follow.isActive())
        m_follow.start(FollowMs, this);
}

void OverviewPage::showHealth()
{
    const Configuration &configuration = m_console.configuration();
    const QList<ExchangeRecord> recent = m_console.recent();
    QList<CandidateHealth> breakers = m_console.health();
    bool waiting = false;
    for (CandidateHealth &breaker : breakers) {
        if (!breaker.suspendedFor)
            continue;
        breaker.suspendedFor = std::max(Milliseconds(0), *breaker.suspendedFor - Milliseconds(m_healthSince.elapsed()));
        waiting = waiting || breaker.suspendedFor->count() > 0;
    }
    QList<ChannelHealthRow> rows;
    const auto row = [&](const QString &id, const QString &name, const QString &provider, bool paused, bool builtIn) {
        const Provider *known = m_console.catalogue().resolve(configuration, provider);
        const words::HealthFacts facts{paused, &breakers, &recent, builtIn ? std::nullopt : m_tests.last(id), builtIn};
        rows.append({id, name, provider, builtIn ? QString() : known ? known->name : provider, words::healthOf(id, {}, facts)});
    };
    for (const Channel &channel : configuration.channels)
        row(channel.id, channel.name, channel.provider, !channel.enabled, false);
    const bool usesBuiltIn = std::any_of(configuration.keys.begin(), configuration.keys.end(), [](const GatewayKey &key) {
        return std::any_of(key.chain.begin(), key.chain.end(), [](const Candidate &candidate) { return candidate.channel == BuiltInChannelId; });
    });
    if (usesBuiltIn)
        row(BuiltInChannelId, tr("Built-in models"), BuiltInChannelId, false, true);
    m_channels->setRows(rows);
    if (waiting && isVisible() && !m_countdown.isActive())
        m_countdown.start(1000, this);
    else if (!waiting)
        m_countdown.stop();
}

void OverviewPage::askUsage()
{
    const quint64 question = ++m_question;
    const auto [from, to] = spanOf(UsagePeriod::Today, QDateTime::currentDateTime());
    UsageReportQuery query;
    query.edges = {WallTime(Milliseconds(from.toMSecsSinceEpoch())), WallTime(Milliseconds(to.toMSecsSinceEpoch()))};
    m_console.report(query, this, [this, question, query](const Result<UsageReport> &answer) {
        if (question != m_question)
            return;
        m_asked = query;
        m_usageFailed = !answer.ok();
        m_today = answer ? std::optional(totalOf(*answer)) : std::nullopt;
        showFigures();
    });
}

void OverviewPage::refresh()
{
    if (!isVisible())
        return;
    catchUp();
    askUsage();
}

void OverviewPage::recallChecklist()
{
    m_preferences.set(preferences::ChecklistHidden, false);
    m_recalled = true;
    if (isVisible())
        showParts();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    catchUp();
    askUsage();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_follow.stop();
    m_countdown.stop();
}

void OverviewPage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_follow.timerId()) {
        m_follow.stop();
        askUsage();
    } else if (event->timerId() == m_countdown.timerId()) {
        showHealth();
    } else {
        Page::timerEvent(event);
    }
}

} // namespace understudy
