// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace understudy {

enum class PageId { Welcome, Overview, Models, Keys, Usage, Log, Drill, Settings };

/// What a page, a dialog, the palette or the tray would like to happen elsewhere; the main window fulfils it. A value, so that a
/// button, a menu entry and a test say the same thing.
struct Wish {
    enum class What {
        ShowPage,       ///< `page`; `id`: what to show there: a provider on Models, a key on Usage, a key to be drilled on Drill, a section on Settings
        CreateChannel,  ///< `id`: provider
        EditChannel,    ///< `id`: channel
        ShowChannels,   ///< `id`: provider; their list
        AddProvider,
        EditProvider,   ///< `id`: provider
        CreateKey,      ///< `id`: provider whose models are preselected, or empty
        EditKey,        ///< `id`: GatewayKey::id, as in all that follow
        DuplicateKey,
        ViewKey,
        ViewCode,
        TryKey,         ///< View Code with Run begun
        ShowExchange,   ///< `id`: of the exchange
        ShowLog,        ///< `id`: key, or empty; or `text`: a filter
        SeeDemo,        ///< makes the demo key when there is none, starts the gateway, opens View Code ready to run
        RemoveDemo,
        Import,         ///< `text`: what was pasted, or empty
        Export,
        ToggleGateway,
        CopyBaseUrl,
        ShowHelp,       ///< `id`: topic
        ShowShortcuts,
        ShowPalette,
        ShowAbout,
        ShowRescueReport,
        Quit,
    };
    What what = What::ShowPage;
    PageId page = PageId::Overview;
    QString id;
    QString text;

    static Wish show(PageId page, const QString &id = {}) { return {What::ShowPage, page, id, {}}; }
    static Wish make(What what, const QString &id = {}) { return {what, PageId::Overview, id, {}}; }
    bool operator==(const Wish &) const = default;
};

} // namespace understudy
