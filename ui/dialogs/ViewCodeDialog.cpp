// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ViewCodeDialog.h"

#include "configuration/DemoKey.h"
#include "console/Console.h"
#include "dialogs/CodePanel.h"
#include "dialogs/RunPanel.h"
#include "preferences/Preferences.h"
#include "theme/Theme.h"
#include "widgets/ChipRow.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Language.h"
#include "widgets/MessageBar.h"
#include "widgets/SecretClipboard.h"
#include "words/CallOrder.h"
#include "words/RecordWords.h"
#include "words/TypeWords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize Roomy{900, 740};
constexpr int ResultsShare = 330; ///< height that the results want in a splitter

/// "curl/7.88.1" of a whole line of products.
QString clientName(const QString &userAgent)
{
    const qsizetype slash = userAgent.indexOf(u'/');
    const qsizetype end = userAgent.indexOf(u' ', slash < 0 ? 0 : slash);
    return userAgent.left(end < 0 ? 32 : std::min<qsizetype>(end, 32));
}

} // namespace

ViewCodeDialog::ViewCodeDialog(Console &console, Preferences &preferences, SecretClipboard &clipboard, DemoSwitch *demo, const QString &keyId, QWidget *parent)
    : QDialog(parent), m_console(console), m_preferences(preferences), m_clipboard(clipboard), m_keyId(keyId)
{
    setObjectName(u"viewCode"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    build(demo);
    connectAll();
    takeConfiguration();
    takeState();
    followLanguage(this, [this] { retranslate(); });
    const QSize most = screen() ? screen()->availableSize() - QSize(40, 60) : Roomy;
    resize(Roomy.boundedTo(most));
    focusRun();
}

void ViewCodeDialog::build(DemoSwitch *demo)
{
    m_modelLabel = new QLabel(this);
    m_model = new QComboBox(this);
    m_model->setObjectName(u"viewCode.model"_s);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(30);
    m_model->setMaximumWidth(520);
    m_modelLabel->setBuddy(m_model);
    m_stream = new QCheckBox(this);
    m_stream->setObjectName(u"viewCode.stream"_s);
    m_stream->setChecked(true);
    m_orderLabel = new QLabel(this);
    m_order = new ChipRow(this);
    m_order->setObjectName(u"viewCode.order"_s);
    m_leftOut = new ElidedLabel(this);
    m_leftOut->setObjectName(u"viewCode.leftOut"_s);
    m_leftOut->setFont(Theme::small());
    m_leftOut->setForegroundRole(QPalette::PlaceholderText);
    m_leftOut->setElideMode(Qt::ElideRight);
    m_stateBar = new MessageBar(this);
    m_messages = new MessageBar(this);
    m_code = new CodePanel(m_clipboard, this);
    const GatewayKey *shown = key();
    m_run = new RunPanel(m_console, shown && isDemoKey(*shown) && !m_console.state().attached ? demo : nullptr, this);

    auto *form = new QGridLayout;
    form->setHorizontalSpacing(Theme::Gap + 4);
    form->setVerticalSpacing(Theme::Gap);
    form->setColumnStretch(1, 1);
    auto *picker = new QHBoxLayout;
    picker->addWidget(m_model, 1);
    picker->addSpacing(Theme::WideGap);
    picker->addWidget(m_stream);
    picker->addStretch();
    form->addWidget(m_modelLabel, 0, 0);
    form->addLayout(picker, 0, 1);
    form->addWidget(m_orderLabel, 1, 0);
    form->addWidget(m_order, 1, 1);
    form->addWidget(m_leftOut, 2, 1);
    auto *below = new QWidget(this); // the splitter's lower part keeps a distance from the handle
    auto *belowColumn = new QVBoxLayout(below);
    belowColumn->setContentsMargins(0, Theme::Gap, 0, 0);
    belowColumn->addWidget(m_run);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_code);
    m_splitter->addWidget(below);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::WideGap, Theme::WideGap, Theme::WideGap, Theme::WideGap);
    column->setSpacing(Theme::Gap);
    column->addWidget(m_stateBar);
    column->addWidget(m_messages);
    column->addLayout(form);
    column->addWidget(m_splitter, 1);
}

void ViewCodeDialog::connectAll()
{
    connect(m_model, &QComboBox::currentIndexChanged, this, &ViewCodeDialog::showCode);
    connect(m_stream, &QCheckBox::toggled, this, &ViewCodeDialog::showCode);
    connect(m_code, &CodePanel::said, this, &ViewCodeDialog::say);
    connect(m_code, &CodePanel::showWished, this, [this](const QString &id) { emit wished(Wish::make(Wish::What::ShowExchange, id)); });
    connect(m_run, &RunPanel::promptChanged, this, &ViewCodeDialog::showCode);
    connect(m_run, &RunPanel::runWished, this, &ViewCodeDialog::run);
    connect(m_run, &RunPanel::began, this, [this] {
        const int height = m_splitter->height();
        m_splitter->setSizes({std::max(0, height - ResultsShare), std::min(height, ResultsShare)});
    });
    connect(m_run, &RunPanel::finished, this, &ViewCodeDialog::runEnded);
    connect(m_run, &RunPanel::recorded, this, &ViewCodeDialog::noteFailover);
    connect(m_run, &RunPanel::terminalWished, this, &ViewCodeDialog::showTerminal);
    connect(m_run, &RunPanel::ownProviderWished, this, [this] {
        emit wished(Wish::show(PageId::Models));
        close();
    });
    connect(&m_console, &Console::configurationChanged, this, &ViewCodeDialog::takeConfiguration);
    connect(&m_console, &Console::stateChanged, this, &ViewCodeDialog::takeState);
    connect(&m_console, &Console::recorded, this, &ViewCodeDialog::hear);
}

void ViewCodeDialog::retranslate()
{
    if (const GatewayKey *shown = key()) {
        setWindowTitle(tr("View code: %1").arg(shown->name));
        fillModels(*shown);
    }
    m_modelLabel->setText(tr("Model"));
    m_model->setAccessibleName(tr("Model"));
    m_stream->setText(tr("Stream the answer"));
    m_orderLabel->setText(tr("Call order"));
    takeState();
    showCode();
    showArrival();
}

const GatewayKey *ViewCodeDialog::key() const
{
    for (const GatewayKey &candidate : m_console.configuration().keys) {
        if (candidate.id == m_keyId)
            return &candidate;
    }
    return nullptr;
}

void ViewCodeDialog::takeConfiguration()
{
    if (const GatewayKey *shown = key())
        fillModels(*shown);
    else
        close();
    takeState();
}

void ViewCodeDialog::fillModels(const GatewayKey &key)
{
    const QString before = asked();
    const QSignalBlocker quiet(m_model);
    m_model->clear();
    for (const words::AskedModel &model : words::askedModels(m_console.configuration(), m_console.catalogue(), key)) {
        m_model->addItem(model.label, model.asked);
        if (model.chats)
            continue;
        if (auto *items = qobject_cast<QStandardItemModel *>(m_model->model()))
            items->item(m_model->count() - 1)->setEnabled(false);
        m_model->setItemText(m_model->count() - 1, tr("%1 (no chat model)").arg(model.label));
    }
    m_model->setCurrentIndex(std::max(0, m_model->findData(before)));
}

Message ViewCodeDialog::hindrance()
{
    const GatewayState state = m_console.state();
    const GatewayKey *shown = key();
    if (state.vault.locked)
        return {Message::Level::Warning, tr("The secrets are locked, so there is no key to fill in and the gateway answers nobody. Unlock them in the settings."), tr("Unlock…"),
                [this] { emit wished(Wish::show(PageId::Settings, u"secrets"_s)); }, 0};
    if (!state.isRunning() && state.phase != GatewayState::Phase::Starting)
        return {Message::Level::Warning, tr("The gateway does not run, so nobody answers at this address."), tr("Start Gateway"), [this] { m_console.startGateway(); }, 0};
    if (shown && !shown->enabled)
        return {Message::Level::Info, tr("This key is paused: requests with it are refused until it is resumed."), {}, {}, 0};
    return {};
}

void ViewCodeDialog::takeState()
{
    // The state changes with every request; the bar only when it has something else to say, so that it can be closed.
    const Message said = hindrance();
    if (said.text != m_hindrance) {
        m_hindrance = said.text;
        if (said.text.isEmpty())
            m_stateBar->clear();
        else
            m_stateBar->show(said);
    }
    const GatewayState state = m_console.state();
    m_run->setRunnable(state.isRunning() && !state.vault.locked);
    showCode();
}

QString ViewCodeDialog::asked() const { return m_model->currentIndex() < 0 ? u"auto"_s : m_model->currentData().toString(); }

void ViewCodeDialog::showCode()
{
    const GatewayKey *shown = key();
    if (!shown)
        return;
    const words::CallOrder order = words::callOrder(m_console.configuration(), m_console.catalogue(), *shown, asked());
    m_order->setChips(order.chips, order.sentence);
    QStringList notes; // what the chips do not say already
    if (order.candidates < 2)
        notes.append(order.sentence);
    if (!order.leftOut.isEmpty())
        notes.append(tr("Not called: %1").arg(order.leftOut.join(u" · "_s)));
    m_leftOut->setFullText(notes.join(u' '));
    m_leftOut->setVisible(!notes.isEmpty());
    SnippetInput input;
    input.baseUrl = m_console.state().baseUrl.toString();
    input.model = asked();
    input.stream = m_stream->isChecked();
    input.keyName = shown->name;
    input.timeout = clientTimeout(order.worstCase);
    input.prompt = m_run->prompt();
    m_code->setInput(input, shown->secret);
}

void ViewCodeDialog::say(const Message &message) { m_messages->show(message); }

void ViewCodeDialog::focusRun() { m_run->runButton()->setFocus(Qt::OtherFocusReason); }

void ViewCodeDialog::run()
{
    if (!m_run->runButton()->isEnabled())
        return;
    m_run->run({m_keyId, asked(), m_run->prompt(), m_stream->isChecked()});
}

void ViewCodeDialog::hear(const QList<ExchangeRecord> &exchanges)
{
    for (const ExchangeRecord &exchange : exchanges) {
        // A run that was stopped never learnt its id; the program's own name tells it apart.
        const bool own = m_ownExchanges.contains(exchange.id) || exchange.userAgent.startsWith("Understudy/"_L1);
        if (exchange.keyId != m_keyId || exchange.kind == ExchangeKind::Drill || own)
            continue;
        if (m_run->isRunning())
            m_held.append(exchange);
        else
            m_arrived = exchange;
    }
    showArrival();
}

void ViewCodeDialog::runEnded(const QString &exchangeId)
{
    if (!exchangeId.isEmpty())
        m_ownExchanges.append(exchangeId);
    const QList<ExchangeRecord> held = std::exchange(m_held, {});
    if (!exchangeId.isEmpty()) // else nobody can tell which of them was ours
        hear(held);
    takeState();
}

void ViewCodeDialog::showArrival()
{
    if (!m_arrived) {
        m_code->setArrival(tr("Waiting for your first request…"), {});
        return;
    }
    const QString client = m_arrived->userAgent.isEmpty() ? tr("a client") : clientName(m_arrived->userAgent);
    QString text;
    if (m_arrived->status == ExchangeStatus::Answered && m_arrived->kind == ExchangeKind::Cache)
        text = tr("✓ Received from %1, answered from the cache").arg(client);
    else if (m_arrived->status == ExchangeStatus::Answered)
        text = tr("✓ Received from %1, %n attempt(s), answered by %2", nullptr, int(m_arrived->attempts.size())).arg(client, words::shortModelName(m_arrived->servedModel));
    else
        text = tr("✕ Received from %1: %2").arg(client, words::statusOf(*m_arrived).word);
    m_code->setArrival(text, m_arrived->id);
    noteFailover(*m_arrived);
}

void ViewCodeDialog::noteFailover(const ExchangeRecord &exchange)
{
    if (words::failedOver(exchange))
        m_preferences.set(preferences::FailoverSeen, true);
}

void ViewCodeDialog::showTerminal()
{
    m_code->showLanguage(SnippetLanguage::Curl);
    m_splitter->setSizes({m_splitter->height(), 0}); // as much as the run leaves
    m_code->copyWithKey();
}

} // namespace understudy
