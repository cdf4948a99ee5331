// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/Scenes.h"

#include "dialogs/ExportDialog.h"
#include "dialogs/ImportDialog.h"
#include "pages/SettingsPage.h"
#include "widgets/StateNotice.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

using Phase = GatewayState::Phase;

/// Each condition below the other, as the window shows them one at a time.
QWidget *notices(Stage &stage)
{
    auto *window = new QWidget;
    auto *column = new QVBoxLayout(window);
    const GatewayState well = stage.console.gateway;
    const auto add = [&](const std::function<void(GatewayState &)> &change) {
        GatewayState state = well;
        change(state);
        auto *console = new FakeConsole;
        console->setParent(window);
        console->gateway = state;
        column->addWidget(new StateNotice(*console));
    };
    add([](GatewayState &s) { s.phase = Phase::Failed; s.problem = Error{ErrorKind::Conflict, u"in use"_s, {}}; });
    add([](GatewayState &s) { s.vault = {MasterKeyPlace::Passphrase, true, {}}; s.attached = true; s.owner = 4711; });
    add([](GatewayState &s) { s.vault = {MasterKeyPlace::Keyring, true, u"libsecret-1-0"_s}; });
    add([](GatewayState &s) { s.readOnly = true; });
    add([](GatewayState &s) { s.ledgerProblem = u"The disk is full."_s; s.ledgerQueued = 42; s.ledgerDropped = 7; s.reachableFromNetwork = true; });
    add([](GatewayState &s) {
        s.phase = Phase::Broken;
        s.problem = Error{ErrorKind::Unavailable, u"The database is damaged (file is not a database)."_s, s.database};
    });
    column->addStretch();
    return window;
}

/// Whose fault it is, and that nobody else is blamed.
QWidget *networkNotices(Stage &stage)
{
    auto *window = new QWidget;
    auto *column = new QVBoxLayout(window);
    const QStringList hosts{u"api.deepseek.com"_s, u"api.siliconflow.cn"_s};
    const auto add = [&](NetworkBlame blame, const QList<NetworkSign> &signs, bool locked = false) {
        auto *console = new FakeConsole;
        console->setParent(window);
        console->gateway = stage.console.gateway;
        console->gateway.vault.locked = locked;
        console->gateway.network = {blame, WallTime(Milliseconds(1767225600000)), signs};
        column->addWidget(new StateNotice(*console));
    };
    add(NetworkBlame::Offline, {{NetworkSign::Kind::NoInterface, {}, {}}, {NetworkSign::Kind::NamesNotFound, hosts, {}}});
    add(NetworkBlame::CaptivePortal, {{NetworkSign::Kind::WebPages, hosts, {}}});
    add(NetworkBlame::ProxyChanged, {{NetworkSign::Kind::ProxyDiffers, {}, {}}, {NetworkSign::Kind::HostsUnreachable, hosts, {}}});
    add(NetworkBlame::JustWoke, {{NetworkSign::Kind::Slept, {}, Milliseconds(28'800'000)}});
    add(NetworkBlame::Offline, {{NetworkSign::Kind::HostsUnreachable, hosts, {}}}, true);
    column->addStretch();
    return window;
}

SettingsPlatform platform()
{
    return {[] { return false; }, [](bool) { return Result<void>(); },
            [] { return QList<Fact>{{u"Tray"_s, u"yes"_s}, {u"Session"_s, u"wayland, GNOME"_s}, {u"Font"_s, u"DejaVu Sans 9"_s}}; }};
}

Scene section(const QString &id, std::function<void(QWidget *, Stage &)> arrange = nullptr, QSize size = QSize(804, 590))
{
    return {u"settings-"_s + id, size,
            [id](Stage &stage) {
                auto *page = new SettingsPage(stage.console, stage.preferences, platform());
                page->focusOn(id.section(u'-', 0, 0));
                return page;
            },
            std::move(arrange)};
}

void click(QWidget *window, const char *name) { window->findChild<QPushButton *>(QLatin1StringView(name))->click(); }

const SceneAdder stateNotices{{u"state-notices"_s, QSize(804, 900), notices}};
const SceneAdder networkState{{u"state-notices-network"_s, QSize(804, 700), networkNotices}};
const SceneAdder general{section(u"general"_s)};
const SceneAdder gateway{section(u"gateway"_s)};
const SceneAdder gatewayLong{section(u"gateway-long"_s, nullptr, QSize(980, 1500))};
const SceneAdder defaults{section(u"defaults"_s)};
const SceneAdder defaultsLong{section(u"defaults-long"_s, nullptr, QSize(804, 1300))};
const SceneAdder secrets{section(u"secrets"_s)};
const SceneAdder secretsPassphrase{section(u"secrets-passphrase"_s, [](QWidget *page, Stage &) {
    page->findChild<QRadioButton *>(u"settings.secrets.place.passphrase"_s)->click();
    page->findChild<QLineEdit *>(u"settings.secrets.new.passphrase"_s)->setText(u"invented horse"_s);
})};
const SceneAdder secretsLocked{section(u"secrets-locked"_s, [](QWidget *, Stage &stage) {
    GatewayState state = stage.console.gateway;
    state.vault = {MasterKeyPlace::Passphrase, true, {}};
    stage.console.setGateway(state);
})};
const SceneAdder privacy{section(u"privacy"_s)};
const SceneAdder network{section(u"network"_s)};
const SceneAdder transfer{section(u"transfer"_s)};
const SceneAdder deleted{section(u"deleted"_s, [](QWidget *page, Stage &stage) {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    stage.console.deletedObjects = {{DeletedObject::Kind::Key, u"key_9"_s, u"webshop-old"_s, now.addSecs(-300), u"siliconflow-1/32B, built-in/7B"_s},
                                    {DeletedObject::Kind::Channel, u"ark-1"_s, u"ark-team"_s, now.addDays(-3), u"ark"_s},
                                    {DeletedObject::Kind::Provider, u"lab"_s, u"Laboratory"_s, now.addDays(-29), u"https://models.lab.example/v1"_s}};
    qobject_cast<SettingsPage *>(page)->refresh();
})};
const SceneAdder deletedEmpty{section(u"deleted-empty"_s)};
const SceneAdder diagnostics{section(u"diagnostics"_s, [](QWidget *page, Stage &stage) {
    stage.console.nextError = Error{ErrorKind::Unavailable, u"libsecret-1-0"_s, {}};
    click(page, "settings.diagnostics.run");
})};
const SceneAdder about{section(u"about"_s)};
const SceneAdder aboutText{section(u"about-licence"_s, [](QWidget *page, Stage &) { click(page, "settings.about.licence"); })};
const SceneAdder found{section(u"general-search"_s, [](QWidget *page, Stage &) { page->findChild<QLineEdit *>(u"settings.filter"_s)->setText(u"60 s"_s); })};
const SceneAdder noMatch{section(u"general-nomatch"_s, [](QWidget *page, Stage &) { page->findChild<QLineEdit *>(u"settings.filter"_s)->setText(u"zebra"_s); })};

const SceneAdder exporting{{u"export"_s, {}, [](Stage &stage) { return new ExportDialog(stage.console); }}};
const SceneAdder exportingSealed{{u"export-sealed"_s, {}, [](Stage &stage) { return new ExportDialog(stage.console); }, [](QWidget *dialog, Stage &) {
    dialog->findChild<QRadioButton *>(u"export.sealed"_s)->click();
    dialog->findChild<QLineEdit *>(u"export.passphrase"_s)->setText(u"invented correct horse"_s);
    dialog->findChild<QLineEdit *>(u"export.repeat"_s)->setText(u"invented"_s);
}}};
const SceneAdder importing{{u"import"_s, {}, [](Stage &stage) { return new ImportDialog(stage.console, {}); }}};
const SceneAdder importingSealed{{u"import-sealed"_s, {}, [](Stage &stage) {
    return new ImportDialog(stage.console, u"{ \"format\": \"understudy-config\", \"version\": 1, \"sealing\": {} }"_s);
}}};

const QString Team = uR"({
  "format": "understudy-config", "version": 1,
  "settings": { "allowedHosts": ["gateway.example.com"] },
  "providers": [ { "id": "lab", "name": "Laboratory", "baseUrl": "https://models.lab.example/v1", "models": [ { "id": "qwen3-32b", "type": "chat" } ] } ],
  "channels": [ { "id": "lab-1", "provider": "lab", "name": "lab-team", "credential": "env:LAB_KEY", "models": ["qwen3-32b"] } ],
  "keys": [ { "name": "lab", "chain": [ { "channel": "lab-1", "model": "qwen3-32b" } ] } ]
})"_s;

void showPreview(QWidget *dialog, Stage &) { click(dialog, "import.next"); }

const SceneAdder importPreview{{u"import-preview"_s, {}, [](Stage &stage) { return new ImportDialog(stage.console, Team); }, showPreview}};
const SceneAdder importFailed{{u"import-failed"_s, {}, [](Stage &stage) { return new ImportDialog(stage.console, u"{ \"format\": \"understudy-config\", \"version\": 1, \"keys\": [ {} ] }"_s); }, showPreview}};
const SceneAdder importNothing{{u"import-nothing"_s, {}, [](Stage &stage) { return new ImportDialog(stage.console, u"{ \"format\": \"understudy-config\", \"version\": 1 }"_s); }, showPreview}};

} // namespace

} // namespace understudy::test
