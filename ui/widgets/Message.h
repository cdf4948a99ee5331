// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace understudy {

/// Something to tell a person without stopping them: shown in the message bar above the page or form.
struct Message {
    enum class Level { Info, Success, Warning, Error };
    Level level = Level::Info;
    QString text;               ///< what happened · why · what to do
    QString actionText;         ///< "Undo", "Create Gateway Access Key" …; empty: no action
    std::function<void()> action;
    int lastsMs = 0;            ///< goes by itself after that; 0: stays until closed or replaced

    static constexpr int UndoMs = 10'000;
};

} // namespace understudy
