// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/DiagnosticsSection.h"

#include "console/Console.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "widgets/Language.h"
#include "widgets/Condition.h"
#include "widgets/StatusMark.h"

#include <QClipboard>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr QMargins CardMargins(14, 12, 14, 12);

void empty(QGridLayout *grid)
{
    while (QLayoutItem *item = grid->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

Status statusOf(SelfCheck::State state)
{
    switch (state) {
    case SelfCheck::State::Running: return {u"…"_s, DiagnosticsSection::tr("Checking"), Tone::Muted, {}};
    case SelfCheck::State::Good: return {u"✓"_s, DiagnosticsSection::tr("Good"), Tone::Good, {}};
    case SelfCheck::State::Caution: return {u"◐"_s, DiagnosticsSection::tr("Note"), Tone::Caution, {}};
    case SelfCheck::State::Bad: return {u"✕"_s, DiagnosticsSection::tr("Problem"), Tone::Bad, {}};
    }
    return {};
}

} // namespace

DiagnosticsSection::DiagnosticsSection(Console &console, const SettingsPlatform &platform, QWidget *parent)
    : SettingsSection(u"diagnostics"_s, parent), m_console(console), m_platform(platform)
{
    auto *test = new QWidget;
    m_testIntro = settingsText(test, true);
    m_run = new QPushButton(icons::icon(u"test"_s), QString(), test);
    m_run->setObjectName(u"settings.diagnostics.run"_s);
    m_checkGrid = new QGridLayout;
    m_checkGrid->setHorizontalSpacing(12);
    m_checkGrid->setColumnStretch(2, 1);
    auto *head = new QHBoxLayout;
    head->addWidget(m_testIntro, 1);
    head->addWidget(m_run);
    auto *tests = new QVBoxLayout(test);
    tests->setContentsMargins(CardMargins);
    tests->addLayout(head);
    tests->addLayout(m_checkGrid);
    m_testGroup = addGroup();
    m_testGroup->addContent(test);

    auto *facts = new QWidget;
    m_factGrid = new QGridLayout;
    m_factGrid->setHorizontalSpacing(Theme::WideGap);
    m_factGrid->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(facts);
    column->setContentsMargins(CardMargins);
    column->addLayout(m_factGrid);
    column->addSpacing(Theme::Gap);
    column->addWidget(buildButtons());
    m_factGroup = addGroup();
    m_factGroup->addContent(facts);
    this->column()->addStretch();
    connect(m_run, &QPushButton::clicked, this, &DiagnosticsSection::runChecks);
    followLanguage(this, [this] { retranslate(); });
}

QWidget *DiagnosticsSection::buildButtons()
{
    auto *both = new QWidget;
    m_copy = new QPushButton(icons::icon(u"copy"_s), QString(), both);
    m_copy->setObjectName(u"settings.diagnostics.copy"_s);
    m_save = new QPushButton(icons::icon(u"save"_s), QString(), both);
    m_save->setObjectName(u"settings.diagnostics.save"_s);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_copy);
    row->addWidget(m_save);
    row->addStretch();
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(report());
        emit said({Message::Level::Success, tr("The report is in the clipboard, without secrets."), {}, {}, Message::UndoMs});
    });
    connect(m_save, &QPushButton::clicked, this, &DiagnosticsSection::chooseFile);
    return both;
}

void DiagnosticsSection::retranslate()
{
    setGroupTitle(m_testGroup, tr("Self-test"));
    setGroupTitle(m_factGroup, tr("Facts"));
    m_testIntro->setText(tr("Checks the keyring, the port, the database and the fonts. It calls no provider."));
    m_run->setText(tr("Run Self-Test"));
    m_copy->setText(tr("Copy Redacted"));
    m_save->setText(tr("Save…"));
    showFacts();
    if (!m_checks.isEmpty())
        runChecks(); // its texts are made when it runs
}

void DiagnosticsSection::showEvent(QShowEvent *event)
{
    SettingsSection::showEvent(event);
    refresh();
}

void DiagnosticsSection::refresh()
{
    m_console.diagnostics(this, [this](const Result<QList<Fact>> &facts) {
        m_error.reset();
        if (facts)
            m_facts = *facts;
        else
            m_error = facts.error();
        if (m_platform.facts)
            m_facts.append(m_platform.facts());
        showFacts();
    });
}

void DiagnosticsSection::showFacts()
{
    empty(m_factGrid);
    int row = 0;
    if (m_error) {
        auto *problem = settingsText(this);
        problem->setText(tr("✕ The facts cannot be read: %1").arg(m_error->toString()));
        m_factGrid->addWidget(problem, row++, 0, 1, 2);
    }
    for (const Fact &fact : std::as_const(m_facts)) {
        auto *name = new QLabel(fact.name);
        name->setForegroundRole(QPalette::PlaceholderText);
        auto *value = settingsText(nullptr);
        value->setText(fact.value);
        m_factGrid->addWidget(name, row, 0, Qt::AlignTop);
        m_factGrid->addWidget(value, row++, 1);
    }
}

SelfCheck DiagnosticsSection::checkGateway() const
{
    const GatewayState state = m_console.state();
    const QString address = state.baseUrl.host() + u':' + QString::number(state.baseUrl.port());
    SelfCheck check{tr("Port"), SelfCheck::State::Good, tr("The gateway listens on %1.").arg(address)};
    if (state.isRunning())
        return check;
    if (state.problem) {
        const std::optional<Condition> notice = conditionOf(state);
        return {check.name, SelfCheck::State::Bad, notice ? notice->what + u": "_s + notice->fix : state.problem->toString()};
    }
    return {check.name, SelfCheck::State::Caution, tr("The gateway is stopped; nothing listens on %1.").arg(address)};
}

SelfCheck DiagnosticsSection::checkDatabase() const
{
    const GatewayState state = m_console.state();
    const QString name = tr("Database");
    if (state.phase == GatewayState::Phase::Broken || state.readOnly || !state.ledgerProblem.isEmpty()) {
        GatewayState alone = state; // without what is told elsewhere
        alone.vault.locked = false;
        if (alone.phase == GatewayState::Phase::Failed)
            alone.phase = GatewayState::Phase::Stopped;
        if (const std::optional<Condition> notice = conditionOf(alone))
            return {name, SelfCheck::State::Bad, notice->what + u": "_s + notice->fix};
    }
    if (state.ledgerDropped > 0)
        return {name, SelfCheck::State::Caution, tr("It can be written; %n record(s) were lost since the start.", nullptr, int(state.ledgerDropped))};
    return {name, SelfCheck::State::Good, tr("It can be written.")};
}

SelfCheck DiagnosticsSection::checkFont() const
{
    const QString name = tr("Chinese font");
    const QStringList families = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    if (families.isEmpty())
        return {name, SelfCheck::State::Caution, tr("None is installed: Chinese shows as boxes. Install fonts-noto-cjk or fonts-wqy-microhei.")};
    return {name, SelfCheck::State::Good, families.first()};
}

void DiagnosticsSection::runChecks()
{
    m_run->setEnabled(false);
    m_checks = {checkGateway(), checkDatabase(), checkFont(), {tr("System keyring"), SelfCheck::State::Running, {}}};
    showChecks();
    m_console.probeKeyring(this, [this](const Result<void> &done) {
        m_run->setEnabled(true);
        SelfCheck &keyring = m_checks.last();
        const bool needed = m_console.state().vault.place == MasterKeyPlace::Keyring;
        keyring.state = done ? SelfCheck::State::Good : needed ? SelfCheck::State::Bad : SelfCheck::State::Caution;
        keyring.text = done ? tr("Written, read back and deleted.") : keyringFaultText(keyringFault(done.error().text));
        if (!done && !needed)
            keyring.text = tr("Not needed: the master key is elsewhere.") + u' ' + keyring.text;
        showChecks();
    });
}

void DiagnosticsSection::showChecks()
{
    empty(m_checkGrid);
    int row = 0;
    for (const SelfCheck &check : std::as_const(m_checks)) {
        auto *mark = new StatusMark;
        mark->setStatus(statusOf(check.state));
        auto *name = new QLabel(check.name);
        auto *text = settingsText(nullptr);
        text->setText(check.text);
        m_checkGrid->addWidget(mark, row, 0, Qt::AlignTop);
        m_checkGrid->addWidget(name, row, 1, Qt::AlignTop);
        m_checkGrid->addWidget(text, row++, 2);
    }
}

QString DiagnosticsSection::report() const { return diagnosticsReport(m_facts, m_checks, m_console.configuration(), QDir::homePath()); }

void DiagnosticsSection::chooseFile()
{
    const QString name = u"understudy-diagnostics-%1.txt"_s.arg(QDate::currentDate().toString(Qt::ISODate));
    auto *chooser = new QFileDialog(this, tr("Save Diagnostics"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u'/' + name, tr("Text (*.txt)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(u"txt"_s);
    chooser->selectFile(name);
    connect(chooser, &QFileDialog::fileSelected, this, &DiagnosticsSection::saveTo);
    chooser->open();
}

void DiagnosticsSection::saveTo(const QString &file)
{
    QSaveFile target(file);
    const QByteArray text = report().toUtf8();
    if (target.open(QIODevice::WriteOnly) && target.write(text) == text.size() && target.commit())
        emit said({Message::Level::Success, tr("The report is in %1, without secrets.").arg(file), {}, {}, Message::UndoMs});
    else
        emit said({Message::Level::Error, tr("%1 cannot be written (%2). Choose another place.").arg(file, target.errorString()), {}, {}});
}

} // namespace understudy
