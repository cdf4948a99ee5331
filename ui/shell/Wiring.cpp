// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Wiring.h"

#include "console/Console.h"
#include "dialogs/AboutDialog.h"
#include "dialogs/CommandPalette.h"
#include "dialogs/HelpWindow.h"
#include "dialogs/PaletteEntries.h"
#include "dialogs/ShortcutsDialog.h"
#include "pages/OverviewPage.h"
#include "pages/UsagePage.h"
#include "preferences/Preferences.h"
#include "shell/Actions.h"
#include "shell/HeaderStrip.h"
#include "shell/MainWindow.h"
#include "shell/Navigation.h"
#include "shell/Tray.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>

namespace understudy {

using namespace Qt::StringLiterals;

Wiring::Wiring(WiringParts parts) : m_parts(std::move(parts))
{
    makePages();
    connect(&m_parts.console, &Console::healthChanged, this, &Wiring::setBadges);
    connect(&m_parts.console, &Console::recorded, this, &Wiring::setBadges);
    connect(&m_parts.window, &MainWindow::visibilityChanged, this, &Wiring::setBadges);
}

Wiring::~Wiring() = default;

void Wiring::makePages()
{
    MainWindow &window = m_parts.window;
    Console &console = m_parts.console;
    window.addPage(PageId::Overview, [this, &console] { return new OverviewPage(console, m_parts.preferences, m_parts.tests); });
    window.addPage(PageId::Usage, [&console] { return new UsagePage(console); });
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
    case What::ShowLog: return m_parts.window.showPage(PageId::Log, wish.id);
    case What::ShowExchange: return m_parts.window.showPage(PageId::Log, wish.id);
    case What::ToggleGateway: return toggleGateway();
    case What::CopyBaseUrl: return copyBaseUrl();
    case What::ShowHelp: return showHelp(wish.id);
    case What::ShowPalette: return showPalette();
    case What::ViewCode:
    case What::TryKey: return showCode(wish.id, wish.what == What::TryKey);
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

bool Wiring::openDialog(const Wish &wish)
{
    using What = Wish::What;
    QWidget *over = &m_parts.window;
    switch (wish.what) {
    case What::ShowShortcuts: present(new ShortcutsDialog(m_parts.window.actions().all(), m_parts.window.page(m_parts.window.currentPage())->actions(), over)); return true;
    case What::ShowAbout: present(new AboutDialog(over)); return true;
    default: return false;
    }
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
    QList<PaletteEntry> entries = paletteEntries(m_parts.window.actions().all());
    entries.append(paletteEntries(m_parts.console.configuration(), m_parts.console.catalogue(), targets));
    m_palette->toggle(entries);
}

void Wiring::showCode(const QString &, bool) {}

} // namespace understudy
