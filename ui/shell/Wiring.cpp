// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Wiring.h"

#include "console/Console.h"
#include "dialogs/AboutDialog.h"
#include "dialogs/ChannelDialog.h"
#include "dialogs/CommandPalette.h"
#include "dialogs/DemoSwitch.h"
#include "dialogs/ExportDialog.h"
#include "dialogs/HelpWindow.h"
#include "dialogs/ImportDialog.h"
#include "dialogs/KeyWizard.h"
#include "dialogs/PaletteEntries.h"
#include "dialogs/ProviderDialog.h"
#include "dialogs/RescueReportDialog.h"
#include "dialogs/ShortcutsDialog.h"
#include "dialogs/ViewCodeDialog.h"
#include "dialogs/ViewKeyDialog.h"
#include "models/RecordingRounds.h"
#include "pages/DrillPage.h"
#include "pages/KeysPage.h"
#include "pages/LogPage.h"
#include "pages/ModelsPage.h"
#include "pages/OverviewPage.h"
#include "pages/SettingsPage.h"
#include "pages/UsagePage.h"
#include "pages/WelcomePage.h"
#include "preferences/Preferences.h"
#include "shell/Actions.h"
#include "shell/FirstRun.h"
#include "shell/HeaderStrip.h"
#include "shell/MainWindow.h"
#include "shell/Navigation.h"
#include "shell/Tray.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>

namespace understudy {

using namespace Qt::StringLiterals;

Wiring::Wiring(WiringParts parts)
    : m_parts(std::move(parts)), m_demo(std::make_unique<DemoSwitch>(m_parts.console)),
      m_firstRun(std::make_unique<FirstRun>(m_parts.console, m_parts.preferences, *m_demo)), m_rounds(std::make_unique<RecordingRounds>(m_parts.console, m_parts.preferences))
{
    makePages();
    connect(m_firstRun.get(), &FirstRun::ready, this, [this](const QString &keyId) { showCode(keyId, Run::Ready); });
    connect(m_firstRun.get(), &FirstRun::said, &m_parts.window, &MainWindow::say);
    connect(&m_parts.console, &Console::healthChanged, this, &Wiring::setBadges);
    connect(&m_parts.console, &Console::recorded, this, &Wiring::setBadges);
    connect(&m_parts.window, &MainWindow::visibilityChanged, this, &Wiring::setBadges);
}

Wiring::~Wiring() = default;

void Wiring::makePages()
{
    MainWindow &window = m_parts.window;
    Console &console = m_parts.console;
    window.addPage(PageId::Welcome, [this] { return new WelcomePage(m_parts.preferences); });
    window.addPage(PageId::Models, [this, &console] { return new ModelsPage(console, m_parts.tests); });
    window.addPage(PageId::Keys, [this, &console] { return new KeysPage(console, m_parts.tests); });
    window.addPage(PageId::Log, [this, &console] { return new LogPage({console, m_parts.preferences, m_parts.clipboard, *m_rounds}); });
    window.addPage(PageId::Drill, [&console] { return new DrillPage(console); });
    window.addPage(PageId::Settings, [this, &console] { return new SettingsPage(console, m_parts.preferences, settingsPlatform()); });
    window.addPage(PageId::Overview, [this, &console] { return new OverviewPage(console, m_parts.preferences, m_parts.tests); });
    window.addPage(PageId::Usage, [this, &console] { return new UsagePage(console, m_parts.preferences); });
}

SettingsPlatform Wiring::settingsPlatform() const
{
    const auto facts = [this]() -> QList<Fact> {
        return {{u"tray"_s, m_parts.tray.isAvailable() ? u"yes"_s : u"no"_s}, {u"platform"_s, QGuiApplication::platformName()}};
    };
    return {m_parts.hooks.startsAtLogin, m_parts.hooks.setStartsAtLogin, facts};
}

/// Tripped channels behind Large models, failed requests of the last hour behind the log.
void Wiring::setBadges()
{
    if (!m_parts.window.isVisible())
        return;
    QSet<QString> tripped;
    const QList<CandidateHealth> health = m_parts.console.health();
    for (const CandidateHealth &candidate : health) {
        if (candidate.phase != "available"_L1)
            tripped.insert(candidate.channel);
    }
    const WallTime hourAgo = SystemClock().wall() - std::chrono::hours(1);
    int failed = 0;
    const QList<ExchangeRecord> recent = m_parts.console.recent();
    for (const ExchangeRecord &exchange : recent) {
        if (exchange.time < hourAgo)
            break;
        failed += exchange.kind == ExchangeKind::Live && (exchange.status == ExchangeStatus::Failed || exchange.status == ExchangeStatus::Interrupted);
    }
    m_parts.window.navigation().setBadge(PageId::Models, int(tripped.size()), tr("%n channel(s) tripped", nullptr, int(tripped.size())));
    m_parts.window.navigation().setBadge(PageId::Log, failed, tr("%n failed request(s) in the last hour", nullptr, failed));
}

void Wiring::fulfil(const Wish &wish)
{
    using What = Wish::What;
    switch (wish.what) {
    case What::ShowPage: return m_parts.window.showPage(wish.page, wish.id);
    case What::ShowLog: return m_parts.window.showPage(PageId::Log, wish.text.isEmpty() ? wish.id : u"filter:"_s + wish.text);
    case What::ShowExchange: return m_parts.window.showPage(PageId::Log, wish.id);
    case What::ToggleGateway: return toggleGateway();
    case What::CopyBaseUrl: return copyBaseUrl();
    case What::ShowHelp: return showHelp(wish.id);
    case What::ShowPalette: return showPalette();
    case What::ShowChannels: return showChannels(wish.id);
    case What::SeeDemo: return m_firstRun->seeDemo();
    case What::RemoveDemo: return m_firstRun->removeDemo();
    case What::ViewCode: return showCode(wish.id, Run::No);
    case What::TryKey: return showCode(wish.id, Run::AtOnce);
    case What::Quit: return; // the shell's
    default: openDialog(wish);
    }
}

template<typename Dialog>
void Wiring::present(Dialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if constexpr (requires { &Dialog::wished; })
        connect(dialog, &Dialog::wished, this, &Wiring::fulfil);
    if constexpr (requires { &Dialog::said; })
        connect(dialog, &Dialog::said, &m_parts.window, &MainWindow::say);
    dialog->open();
}

void Wiring::openDialog(const Wish &wish)
{
    using What = Wish::What;
    Console &console = m_parts.console;
    TestMemory &tests = m_parts.tests;
    MainWindow *over = &m_parts.window;
    const auto later = [this](const Wish &next) { fulfil(next); };
    const auto channel = [&](const ChannelDialog::Subject &subject) { present(new ChannelDialog(console, tests, &m_parts.clipboard, later, subject, over)); };
    switch (wish.what) {
    case What::CreateChannel: return channel({wish.id, {}});
    case What::EditChannel: return channel({{}, wish.id});
    case What::AddProvider: return present(new ProviderDialog(console, later, {}, over));
    case What::EditProvider: return present(new ProviderDialog(console, later, wish.id, over));
    case What::CreateKey: return present(new KeyWizard(console, tests, KeyWizard::Purpose::Create, wish.id, over));
    case What::EditKey: return present(new KeyWizard(console, tests, KeyWizard::Purpose::Edit, wish.id, over));
    case What::DuplicateKey: return present(new KeyWizard(console, tests, KeyWizard::Purpose::Duplicate, wish.id, over));
    case What::ViewKey: return present(new ViewKeyDialog(console, m_parts.preferences, m_parts.clipboard, wish.id, over));
    case What::Import: return present(new ImportDialog(console, wish.text, over));
    case What::Export: return present(new ExportDialog(console, over));
    case What::ShowShortcuts: {
        const Page *page = over->page(over->currentPage());
        return present(new ShortcutsDialog(over->actions().all(), page ? page->findChildren<QAction *>() : QList<QAction *>(), over));
    }
    case What::ShowRescueReport: return present(new RescueReportDialog(m_parts.console, over));
    case What::ShowAbout: return present(new AboutDialog(over));
    default: return;
    }
}

void Wiring::showChannels(const QString &provider)
{
    m_parts.window.showPage(PageId::Models);
    if (auto *page = qobject_cast<ModelsPage *>(m_parts.window.page(PageId::Models)))
        page->showChannels(provider);
}

void Wiring::toggleGateway()
{
    if (m_parts.console.state().isRunning())
        m_parts.console.stopGateway();
    else
        m_parts.console.startGateway();
}

void Wiring::copyBaseUrl()
{
    QGuiApplication::clipboard()->setText(m_parts.console.state().baseUrl.toString());
    m_parts.window.header().confirmCopied();
}

void Wiring::showHelp(const QString &topic)
{
    if (!m_help)
        m_help = std::make_unique<HelpWindow>();
    m_help->openTopic(topic);
}

void Wiring::showPalette()
{
    if (!m_palette)
        m_palette = std::make_unique<CommandPalette>(m_parts.preferences, &m_parts.window);
    PaletteTargets targets;
    targets.wish = [this](const Wish &wish) { m_parts.window.wished(wish); };
    targets.settings = {{u"general"_s, tr("General")}, {u"gateway"_s, tr("Gateway")}, {u"defaults"_s, tr("Failover defaults")}, {u"secrets"_s, tr("Secrets")},
                        {u"privacy"_s, tr("Privacy and logs")}, {u"network"_s, tr("Network")}, {u"transfer"_s, tr("Import and export")},
                        {u"deleted"_s, tr("Recently deleted")}, {u"diagnostics"_s, tr("Diagnostics")}, {u"about"_s, tr("About")}};
    QList<PaletteEntry> entries = paletteEntries(m_parts.window.actions().all());
    entries.append(paletteEntries(m_parts.console.configuration(), m_parts.console.catalogue(), targets));
    m_palette->toggle(entries);
}

void Wiring::showCode(const QString &keyId, Run run)
{
    auto *dialog = new ViewCodeDialog(m_parts.console, m_parts.preferences, m_parts.clipboard, m_demo.get(), keyId, &m_parts.window);
    // Not modal: the window stays usable while the dialog waits for a request from elsewhere.
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ViewCodeDialog::wished, this, &Wiring::fulfil);
    dialog->show();
    if (run == Run::AtOnce)
        dialog->run();
    else if (run == Run::Ready)
        dialog->focusRun();
}

} // namespace understudy
