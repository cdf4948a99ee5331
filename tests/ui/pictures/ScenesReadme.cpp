// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window, as the README shows it.
#include "ui/pictures/Scenes.h"

#include "shell/MainWindow.h"
#include "shell/Shell.h"
#include "theme/Theme.h"
#include "translations/Translations.h"

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

/// The window with all that it needs for as long as it lives. The language and theme are those of the picture.
class WholeWindow final : public QWidget {
public:
    WholeWindow(Stage &stage, PageId page, const QString &focus = {})
    {
        m_shell = std::make_unique<Shell>(stage.console, stage.preferences, stage.tests, m_theme, m_translations, SystemHooks{[] { return false; }, [](bool) { return Result<void>(); }});
        m_shell->window().setParent(this);
        m_shell->window().showPage(page, focus);
        m_shell->window().show();
    }

private:
    void resizeEvent(QResizeEvent *) override { m_shell->window().setGeometry(rect()); }

    Theme m_theme{Theme::darkNow() ? u"dark"_s : u"light"_s};
    Translations m_translations;
    std::unique_ptr<Shell> m_shell;
};

Scene whole(const QString &name, PageId page, const QString &focus = {})
{
    return {u"readme-"_s + name, QSize(1180, 760), [page, focus](Stage &stage) -> QWidget * { return new WholeWindow(stage, page, focus); }, nullptr};
}

const SceneAdder overview{whole(u"overview"_s, PageId::Overview)};
const SceneAdder models{whole(u"models"_s, PageId::Models)};
const SceneAdder keys{whole(u"keys"_s, PageId::Keys)};
const SceneAdder log{whole(u"log"_s, PageId::Log, u"req_0001"_s)};
const SceneAdder welcome{whole(u"welcome"_s, PageId::Welcome)};

} // namespace

} // namespace understudy::test
