// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalogue.h"
#include "domain/Configuration.h"
#include "widgets/Wish.h"

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

class QAction;

namespace understudy {

/// Something that the command palette can do.
struct PaletteEntry {
    QString title;
    QString hint; ///< what it is about, also searched: "Gateway access key", a provider's name
    QKeySequence shortcut;
    std::function<void()> run;
    QString id; ///< stable, for what was used lately; English, also searched
};

/// "&Copy && Run…" → "Copy & Run…"
QString plainText(const QString &actionText);

/// The commands that can be run now: visible, enabled, with a text; without a menu of their own and but for the palette itself.
QList<PaletteEntry> paletteEntries(const QList<QAction *> &actions);

struct PaletteSection {
    QString id; ///< Wish::id of the settings page
    QString title;
};

/// What a person may want to do with the things that are configured now. Without `testChannel` there is no entry that tests one.
struct PaletteTargets {
    std::function<void(const Wish &)> wish;
    std::function<void(const QString &channel)> testChannel;
    QList<PaletteSection> settings;
};
QList<PaletteEntry> paletteEntries(const Configuration &configuration, const Catalogue &catalogue, const PaletteTargets &targets);

} // namespace understudy
