// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/PaletteEntries.h"

#include <QAction>
#include <QCoreApplication>
#include <QPointer>
#include <QRegularExpression>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PaletteEntries)
};

} // namespace

QString plainText(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && i + 1 < text.size())
            ++i;
        out.append(text[i]);
    }
    // Chinese mnemonics stand behind the text: "退出(&Q)".
    static const QRegularExpression behind(u"\\([A-Z0-9]\\)(…?)$"_s);
    return text.contains(u"(&"_s) ? out.replace(behind, u"\\1"_s) : out;
}

QList<PaletteEntry> paletteEntries(const QList<QAction *> &actions)
{
    QList<PaletteEntry> entries;
    for (QAction *action : actions) {
        if (!action->isVisible() || !action->isEnabled() || action->isSeparator() || action->menu() || action->text().isEmpty()
            || action->objectName() == "action.palette"_L1)
            continue;
        // It may be gone by the time somebody presses Enter.
        const QPointer<QAction> pointer(action);
        entries.append({plainText(action->text()), {}, action->shortcut(),
                        [pointer] {
                            if (pointer)
                                pointer->trigger();
                        },
                        action->objectName().isEmpty() ? action->text() : action->objectName()});
    }
    return entries;
}

QList<PaletteEntry> paletteEntries(const Configuration &configuration, const Catalogue &catalogue, const PaletteTargets &targets)
{
    QList<PaletteEntry> entries;
    const auto add = [&](const QString &title, const QString &hint, const QString &id, const Wish &wish) {
        entries.append({title, hint, {}, [say = targets.wish, wish] { say(wish); }, id});
    };
    const QString keyHint = Words::tr("Gateway access key");
    for (const GatewayKey &key : configuration.keys) {
        const QString hint = key.description.isEmpty() ? keyHint : keyHint + u" · "_s + key.description;
        add(Words::tr("View key %1").arg(key.name), hint, u"key.view "_s + key.id, Wish::make(Wish::What::ViewKey, key.id));
        add(Words::tr("View code of %1").arg(key.name), hint, u"key.code "_s + key.id, Wish::make(Wish::What::ViewCode, key.id));
        add(Words::tr("Drill key %1").arg(key.name), hint, u"key.drill "_s + key.id, Wish::show(PageId::Drill, key.id));
        add(Words::tr("Edit key %1").arg(key.name), hint, u"key.edit "_s + key.id, Wish::make(Wish::What::EditKey, key.id));
    }
    for (const Channel &channel : configuration.channels) {
        const Provider *provider = catalogue.resolve(configuration, channel.provider);
        const QString hint = Words::tr("Call channel") + u" · "_s + (provider && !provider->name.isEmpty() ? provider->name : channel.provider);
        if (targets.testChannel)
            entries.append({Words::tr("Test channel %1").arg(channel.name), hint, {}, [test = targets.testChannel, id = channel.id] { test(id); },
                            u"channel.test "_s + channel.id});
        add(Words::tr("Edit channel %1").arg(channel.name), hint, u"channel.edit "_s + channel.id, Wish::make(Wish::What::EditChannel, channel.id));
    }
    for (const PaletteSection &section : targets.settings)
        add(section.title, Words::tr("Settings"), u"settings "_s + section.id, Wish::show(PageId::Settings, section.id));
    return entries;
}

} // namespace understudy
