// SPDX-License-Identifier: GPL-3.0-or-later
// Writes every page and dialog in both languages and themes: pictures OUTDIR [FILTER] [--scale 2]
#include "ui/pictures/Scenes.h"

#include "theme/Theme.h"
#include "translations/Translations.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace understudy::test {

std::vector<Scene> &scenes()
{
    static std::vector<Scene> all;
    return all;
}

} // namespace understudy::test

namespace {

bool take(const test::Scene &scene, const QString &file)
{
    const QTemporaryDir folder;
    test::FakeConsole console(scene.start);
    Preferences preferences(folder.filePath(u"console.ini"_s));
    TestMemory tests(folder.filePath(u"tests.ini"_s));
    SecretClipboard clipboard;
    test::Stage stage{console, preferences, tests, clipboard};
    const std::unique_ptr<QWidget> widget(scene.make(stage));
    if (!scene.size.isEmpty())
        widget->resize(scene.size);
    widget->show();
    const auto settle = [] {
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    };
    settle();
    if (scene.arrange) {
        scene.arrange(widget.get(), stage);
        settle();
    }
    return widget->grab().save(file);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 2) {
        std::fputs("pictures OUTDIR [FILTER]\nFor 200 %: QT_SCALE_FACTOR=2 pictures OUTDIR\n", stderr);
        return 2;
    }
    if (QFontDatabase::hasFamily(u"Inter"_s)) // close to what desktops use; else whatever is here
        QApplication::setFont(QFont(u"Inter"_s, 10));
    const QDir out(arguments[1]);
    QDir().mkpath(out.path());
    Theme theme(u"light"_s);
    Translations translations;
    int failed = 0;
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        translations.choose(language);
        for (const QString &mode : {u"light"_s, u"dark"_s}) {
            theme.choose(mode);
            for (const test::Scene &scene : test::scenes()) {
                const QString name = u"%1-%2-%3"_s.arg(scene.name, language.left(2), mode);
                if (arguments.size() > 2 && !name.contains(arguments[2]))
                    continue;
                const QString file = out.filePath(name + u".png"_s);
                if (!take(scene, file)) {
                    std::fprintf(stderr, "could not write %s\n", qPrintable(file));
                    ++failed;
                }
            }
        }
    }
    return failed ? 1 : 0;
}
