// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/DrillPage.h"

#include "catalog/Lookup.h"
#include "console/Console.h"
#include "exports/DrillReportJson.h"
#include "models/AttemptModel.h"
#include "models/DrillRequestsModel.h"
#include "pages/DrillVerdictView.h"
#include "theme/Icons.h"
#include "theme/QtCompat.h"
#include "widgets/DrillChain.h"
#include "widgets/EmptyState.h"
#include "widgets/Language.h"
#include "widgets/ListStates.h"
#include "widgets/StripedBanner.h"
#include "widgets/ToneLabel.h"
#include "widgets/Waterfall.h"
#include "words/DrillReportTexts.h"
#include "words/DrillWords.h"
#include "words/Quantities.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTimerEvent>

#include <algorithm>
#include <utility>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int ProgressMs = 250;

const GatewayKey *keyOf(const Configuration &configuration, const QString &id)
{
    const auto found = std::find_if(configuration.keys.begin(), configuration.keys.end(), [&id](const GatewayKey &key) { return key.id == id; });
    return found == configuration.keys.end() ? nullptr : &*found;
}

} // namespace

DrillPage::DrillPage(Console &console, QWidget *parent) : Page(parent), m_console(console), m_requests(new DrillRequestsModel(this))
{
    build();
    connectParts();
    follow();
    followLanguage(this, [this] { retranslate(); });
}

DrillPage::~DrillPage() = default;

QWidget *DrillPage::filterField() const { return m_key; }

void DrillPage::connectParts()
{
    connect(&m_console, &Console::configurationChanged, this, [this] {
        if (isVisible())
            follow();
    });
    connect(&m_console, &Console::stateChanged, this, [this] {
        if (isVisible())
            showState();
    });
    connect(m_key, &QComboBox::currentIndexChanged, this, [this] {
        m_wantedKey.clear();
        showKey();
    });
    connect(m_preset, &QComboBox::activated, this, &DrillPage::applyPreset);
    connect(m_chain, &DrillChain::faultsChanged, this, [this] {
        showPreset();
        sayCost();
    });
    connect(m_count, &QSpinBox::valueChanged, this, &DrillPage::sayCost);
    connect(m_stream, &QCheckBox::toggled, this, &DrillPage::sayCost);
    connect(m_timeout, &QComboBox::currentIndexChanged, this, &DrillPage::sayCost);
    connect(m_start, &QPushButton::clicked, this, [this] {
        // The second half of a double click on Run is no Stop.
        if (!m_run || m_since.hasExpired(QApplication::doubleClickInterval()))
            runOrStop();
    });
    connect(m_startKey, &QAction::triggered, this, &DrillPage::runOrStop);
    connect(m_verdict->save(), &QPushButton::clicked, this, &DrillPage::chooseFile);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DrillPage::showSelected);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (m_requests->isFinished(index.row()))
            emit wished(Wish::make(Wish::What::ShowExchange, m_requests->record(index.row()).id));
    });
    connect(m_states->empty()->primary(), &QPushButton::clicked, this, [this] {
        if (m_empty == Empty::Locked)
            emit wished(Wish::show(PageId::Settings, u"secrets"_s));
        else if (m_empty == Empty::NoKey)
            emit wished(Wish::make(Wish::What::CreateKey));
        else
            emit wished(Wish::make(Wish::What::EditKey, m_shownKey));
    });
    connect(m_states->empty()->secondary(), &QPushButton::clicked, this, [this] { emit wished(Wish::make(Wish::What::SeeDemo)); });
}

void DrillPage::follow()
{
    fillKeys();
    showKey();
}

void DrillPage::fillKeys()
{
    const QString chosen = m_wantedKey.isEmpty() ? m_key->currentData().toString() : m_wantedKey;
    const QSignalBlocker silent(m_key);
    m_key->clear();
    QList<GatewayKey> keys = m_console.configuration().keys;
    // What can be used comes first, so that the first choice is a sensible one.
    std::sort(keys.begin(), keys.end(), [](const GatewayKey &a, const GatewayKey &b) {
        return a.enabled != b.enabled ? a.enabled : a.name.localeAwareCompare(b.name) < 0;
    });
    for (const GatewayKey &key : std::as_const(keys))
        m_key->addItem(key.enabled ? key.name : tr("%1 (paused)").arg(key.name), key.id);
    const int at = m_key->findData(chosen);
    if (at >= 0)
        m_wantedKey.clear();
    m_key->setCurrentIndex(at >= 0 ? at : keys.isEmpty() ? -1 : 0);
}

void DrillPage::showKey()
{
    const QString id = m_key->currentData().toString();
    const Configuration &configuration = m_console.configuration();
    const GatewayKey *key = keyOf(configuration, id);
    const QList<words::DrillPlace> places = key ? words::drillPlaces(configuration, m_console.catalogue(), *key) : QList<words::DrillPlace>();
    if (id != m_shownKey || places != m_chain->places()) {
        const bool same = id == m_shownKey && places.size() == m_chain->places().size();
        const QList<DrillFault> faults = same ? m_chain->faults() : faultsOf(DrillPreset::PrimaryDown, int(places.size()));
        m_shownKey = id;
        m_chain->setPlaces(places);
        m_chain->setFaults(faults);
    }
    showPreset();
    sayCost();
    showState();
}

void DrillPage::showState()
{
    const GatewayState state = m_console.state();
    const QList<words::DrillPlace> &places = m_chain->places();
    const bool chats = std::any_of(places.begin(), places.end(), [](const words::DrillPlace &place) { return !place.leftOut; });
    const bool usable = state.phase != GatewayState::Phase::Opening && state.phase != GatewayState::Phase::Broken && !state.vault.locked && chats;
    if (state.phase == GatewayState::Phase::Opening) {
        m_states->showLoading(tr("Opening the data…"));
    } else if (state.phase == GatewayState::Phase::Broken) {
        m_states->showError(tr("The data cannot be opened"), state.problem.value_or(Error()));
    } else if (m_key->count() == 0) {
        m_empty = Empty::NoKey;
        m_states->empty()->setTexts(tr("No key to drill yet"), tr("A drill plays outages to the models of a gateway access key and shows what your application would see."),
                                    tr("Create Key"), tr("Use the Demo Key"));
        m_states->showEmpty();
    } else if (state.vault.locked && !m_run) {
        m_empty = Empty::Locked;
        m_states->empty()->setTexts(tr("The secrets are locked"), tr("A drill needs the credentials of your channels. Unlock them first; nothing else is missing."), tr("Open Settings"));
        m_states->showEmpty();
    } else {
        m_states->showContent();
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_key, m_preset, m_start})
        part->setVisible(m_states->state() == ListStates::State::Content);
    m_start->setEnabled(usable || m_run);
    m_startKey->setEnabled(usable || m_run);
    setEditable(!m_run);
}

void DrillPage::setEditable(bool editable)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_key, m_preset, m_count, m_parallel, m_stream, m_timeout})
        part->setEnabled(editable);
    m_chain->setEditable(editable);
}

void DrillPage::focusOn(const QString &keyId)
{
    if (m_run)
        return;
    m_wantedKey = keyId;
    follow();
    m_chain->setFaults(faultsOf(DrillPreset::PrimaryDown, int(m_chain->places().size())));
    showPreset();
    sayCost();
    m_start->setFocus(Qt::OtherFocusReason);
}

void DrillPage::applyPreset()
{
    const QVariant chosen = m_preset->currentData();
    if (!chosen.isValid())
        return showPreset();
    m_chain->setFaults(faultsOf(DrillPreset(chosen.toInt()), int(m_chain->places().size())));
    showPreset();
    sayCost();
}

void DrillPage::showPreset()
{
    const QList<DrillFault> faults = m_chain->faults();
    const int count = int(faults.size());
    // Two presets may give a short chain the same faults: then the chosen one stays.
    const QVariant chosen = m_preset->currentData();
    const bool stays = chosen.isValid() && count > 0 && faultsOf(DrillPreset(chosen.toInt()), count) == faults;
    const std::optional<DrillPreset> preset = stays ? std::optional(DrillPreset(chosen.toInt())) : words::presetOf(faults, count);
    m_preset->setCurrentIndex(preset ? int(*preset) : DrillPresetCount);
    const QString played = preset ? words::presetProof(*preset) : tr("Each model behaves as its box says.");
    m_preset->setToolTip(played);
    sayHint(played);
}

DrillPlan DrillPage::plan() const
{
    DrillPlan plan;
    plan.keyId = m_shownKey;
    plan.faults = m_chain->faults();
    plan.requests = m_count->value();
    plan.parallel = std::min(m_parallel->value(), plan.requests);
    plan.stream = m_stream->isChecked();
    plan.timeout = m_timeout->currentIndex() == 0 ? std::optional(ShortTimeout) : std::nullopt;
    return plan;
}

void DrillPage::runOrStop()
{
    if (m_run)
        stop();
    else if (m_start->isEnabled() && m_states->state() == ListStates::State::Content)
        run();
}

void DrillPage::run()
{
    m_running = plan();
    m_since.start();
    m_report.reset();
    m_requests->clear();
    m_waterfall->clear();
    m_shown = -1;
    m_run = m_console.drill(m_running);
    DrillRun *run = m_run.get();
    connect(run, &DrillRun::attemptBegan, this, [this](int request, const AttemptRecord &attempt) {
        m_requests->begin(request, attempt);
        if (selectedRow() < 0)
            m_table->selectRow(0);
        else if (request == m_shown)
            m_waterfall->attemptBegan(attempt);
    });
    connect(run, &DrillRun::attemptEnded, this, [this](int request, const AttemptRecord &attempt) {
        m_requests->end(request, attempt);
        if (request == m_shown)
            m_waterfall->attemptEnded(attempt);
    });
    connect(run, &DrillRun::exchangeEnded, this, [this](const DrillExchange &exchange) {
        m_requests->finish(exchange);
        if (exchange.number == m_shown) {
            m_waterfall->showExchange(exchange.record);
            sayRequest();
        }
        if (selectedRow() < 0)
            m_table->selectRow(0);
    });
    m_sameBefore.reset();
    connect(run, &DrillRun::playedBefore, this, [this](const DrillReport &report) { m_sameBefore = report; });
    connect(run, &DrillRun::finished, this, &DrillPage::finished);
    connect(run, &DrillRun::failed, this, &DrillPage::failed);
    m_tabs->setTabVisible(0, false);
    m_tabs->setCurrentIndex(1);
    m_results->setCurrentWidget(m_tabs);
    m_banner->show();
    m_cost->hide();
    m_note->hide();
    m_progress.start(ProgressMs, this);
    setEditable(false);
    sayProgress();
    retranslate();
}

void DrillPage::over()
{
    // Its own signal may be on the stack.
    if (DrillRun *run = m_run.release()) {
        run->disconnect(this);
        run->deleteLater();
    }
    m_progress.stop();
    m_banner->hide();
    retranslate();
    showKey(); // the configuration may have changed meanwhile
}

void DrillPage::stop()
{
    const int ended = m_requests->finished();
    m_run.reset(); // at once: nothing more is called
    m_requests->stop();
    m_waterfall->model()->stop();
    over();
    emit said({Message::Level::Info, tr("Drill stopped after %1 of %n request(s). There is no verdict on a part.", nullptr, m_running.requests).arg(words::count(ended)), {}, {}, Message::UndoMs});
}

void DrillPage::finished(const DrillReport &report)
{
    for (const DrillExchange &exchange : report.exchanges)
        m_requests->finish(exchange);
    const auto before = m_previous.constFind(report.plan.keyId);
    m_before = std::exchange(m_sameBefore, std::nullopt);
    if (!m_before && before != m_previous.cend())
        m_before = *before;
    m_previous.insert(report.plan.keyId, report);
    m_report = report;
    m_verdict->present(report, m_before);
    m_tabs->setTabVisible(0, true);
    m_tabs->setCurrentIndex(0);
    over();
    showSelected();
    compat::announce(m_verdict, m_verdict->headline());
}

void DrillPage::failed(const Error &error)
{
    m_requests->stop();
    m_waterfall->model()->stop();
    if (m_requests->rowCount() == 0)
        m_results->setCurrentWidget(m_hint);
    over();
    emit said({Message::Level::Error, tr("The drill could not run: %1").arg(error.text), {}, {}, 0});
}

int DrillPage::selectedRow() const
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    return chosen.isEmpty() ? -1 : chosen.first().row();
}

void DrillPage::showSelected()
{
    sayRequest();
    const int row = selectedRow();
    if (row < 0) {
        m_shown = -1;
        m_waterfall->clear();
        return;
    }
    m_shown = m_requests->requestOf(row);
    if (!m_requests->isRunning(row))
        return m_waterfall->showExchange(m_requests->record(row));
    m_waterfall->clear();
    for (const AttemptRecord &attempt : m_requests->record(row).attempts)
        m_waterfall->attemptEnded(attempt);
    if (const std::optional<AttemptRecord> attempt = m_requests->runningAttempt(row))
        m_waterfall->attemptBegan(*attempt);
    m_waterfall->setNow(m_requests->presentMs(row));
}

void DrillPage::chooseFile()
{
    if (!m_report)
        return;
    const QString name = u"understudy-drill-%1-%2"_s.arg(m_report->keyName, words::toDateTime(m_report->began).toString(u"yyyyMMdd-HHmmss"_s));
    auto *chooser = new QFileDialog(this, tr("Save the report"), {}, tr("Web page (*.html);;JSON (*.json)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setFileMode(QFileDialog::AnyFile);
    chooser->setDefaultSuffix(u"html"_s);
    chooser->selectFile(name + u".html"_s);
    connect(chooser, &QFileDialog::filterSelected, chooser, [chooser](const QString &filter) {
        chooser->setDefaultSuffix(filter.contains(".json"_L1) ? u"json"_s : u"html"_s);
    });
    connect(chooser, &QFileDialog::fileSelected, this, &DrillPage::saveReport);
    chooser->open();
}

void DrillPage::saveReport(const QString &path)
{
    if (!m_report)
        return;
    const QByteArray text = path.endsWith(".json"_L1, Qt::CaseInsensitive) ? QJsonDocument(drillReportToJson(*m_report)).toJson()
                                                                           : drillReportToHtml(*m_report, words::drillReportTexts(*m_report));
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        emit said({Message::Level::Success, tr("Report saved as %1").arg(path), {}, {}, Message::UndoMs});
    else
        emit said({Message::Level::Error, tr("Could not write %1: %2. Choose another folder.").arg(path, file.errorString()), {}, {}, 0});
}

void DrillPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_run)
        follow();
}

void DrillPage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_progress.timerId())
        sayProgress();
    else
        Page::timerEvent(event);
}

} // namespace understudy
