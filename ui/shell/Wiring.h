// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Shell.h"
#include "widgets/Page.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace understudy {

class CommandPalette;
class DemoSwitch;
class FirstRun;
class HelpWindow;
class RecordingRounds;
struct SettingsPlatform;

struct WiringParts {
    Console &console;
    Preferences &preferences;
    TestMemory &tests;
    SecretClipboard &clipboard;
    MainWindow &window;
    Tray &tray;
    SystemHooks hooks;
};

/// Makes the pages and fulfils what they, the menu, the palette and the tray wish: the only place that knows which dialog belongs to
/// which wish. Decides nothing itself.
class Wiring final : public QObject {
    Q_OBJECT

public:
    explicit Wiring(WiringParts parts);
    ~Wiring() override;

    void fulfil(const Wish &wish);

private:
    void makePages();
    void setBadges();
    SettingsPlatform settingsPlatform() const;
    void openDialog(const Wish &wish);
    void showChannels(const QString &provider);
    void toggleGateway();
    void copyBaseUrl();
    void showHelp(const QString &topic);
    void showPalette();
    enum class Run { No, Ready, AtOnce };
    void showCode(const QString &keyId, Run run);
    /// Shows it over the window and passes on what it wishes and says.
    template<typename Dialog>
    void present(Dialog *dialog);

    WiringParts m_parts;
    std::unique_ptr<DemoSwitch> m_demo;
    std::unique_ptr<FirstRun> m_firstRun;
    std::unique_ptr<RecordingRounds> m_rounds;
    std::unique_ptr<CommandPalette> m_palette;
    std::unique_ptr<HelpWindow> m_help;
};

} // namespace understudy
