// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/FakeConsole.h"
#include "preferences/Preferences.h"
#include "preferences/TestMemory.h"
#include "widgets/SecretClipboard.h"

#include <QSize>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace understudy::test {

/// What a scene may use; fresh for each picture.
struct Stage {
    FakeConsole &console;
    Preferences &preferences;
    TestMemory &tests;
    SecretClipboard &clipboard;
};

/// A widget worth a picture. `pictures OUTDIR [FILTER]` writes each as NAME-LANGUAGE-THEME.png (en, zh × light, dark).
struct Scene {
    QString name;
    QSize size; ///< empty: the widget's own
    std::function<QWidget *(Stage &)> make; ///< not yet shown; deleted by the caller
    /// After it was shown and its first replies came: clicks, typed texts … May be null.
    std::function<void(QWidget *, Stage &)> arrange = nullptr;
    FakeConsole::Start start = FakeConsole::Start::Sample;
};

std::vector<Scene> &scenes();

/// At file level:  static const SceneAdder models{{"models", QSize(804, 590), [](Stage &s) { return new ModelsPage(s.console, …); }}};
struct SceneAdder {
    SceneAdder(Scene scene) { scenes().push_back(std::move(scene)); }
};

} // namespace understudy::test
