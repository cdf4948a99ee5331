// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/Preferences.h"
#include "theme/QtCompat.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>

#include <functional>
#include <vector>

/// Controls that show a preference, change it at once, and follow it when somebody else changes it.
namespace understudy::controls {

inline QCheckBox *check(Preferences &preferences, const Preference<bool> &preference)
{
    auto *box = new QCheckBox;
    box->setObjectName(QStringLiteral("settings.") + preference.name);
    const auto show = [box, &preferences, preference] { box->setChecked(preferences.get(preference)); };
    show();
    compat::onCheckChanged(box, box, [&preferences, preference](bool on) { preferences.set(preference, on); });
    QObject::connect(&preferences, &Preferences::changed, box, [show, preference](QLatin1StringView name) {
        if (name == preference.name)
            show();
    });
    return box;
}

/// The data of each item is the word that is kept. A word that no item has shows as the first.
inline QComboBox *choice(Preferences &preferences, const Preference<QString> &preference, const QStringList &words)
{
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("settings.") + preference.name);
    for (const QString &word : words)
        box->addItem(word, word);
    const auto show = [box, &preferences, preference] { box->setCurrentIndex(std::max(0, box->findData(preferences.get(preference)))); };
    show();
    QObject::connect(box, &QComboBox::activated, box, [box, &preferences, preference](int index) { preferences.set(preference, box->itemData(index).toString()); });
    QObject::connect(&preferences, &Preferences::changed, box, [show, preference](QLatin1StringView name) {
        if (name == preference.name)
            show();
    });
    return box;
}

inline QSpinBox *number(Preferences &preferences, const Preference<int> &preference, int lowest, int highest)
{
    auto *box = new QSpinBox;
    box->setObjectName(QStringLiteral("settings.") + preference.name);
    box->setRange(lowest, highest);
    const auto show = [box, &preferences, preference] { box->setValue(preferences.get(preference)); };
    show();
    QObject::connect(box, &QSpinBox::valueChanged, box, [&preferences, preference](int value) { preferences.set(preference, value); });
    QObject::connect(&preferences, &Preferences::changed, box, [show, preference](QLatin1StringView name) {
        if (name == preference.name)
            show();
    });
    return box;
}

/// Back to what holds by default; gives what takes that back.
template<typename T>
std::function<void()> reset(Preferences &preferences, const std::vector<Preference<T>> &which)
{
    std::vector<T> before;
    for (const Preference<T> &preference : which) {
        before.push_back(preferences.get(preference));
        preferences.reset(preference);
    }
    return [&preferences, which, before] {
        for (size_t i = 0; i < which.size(); ++i)
            preferences.set(which[i], before[i]);
    };
}

} // namespace understudy::controls
