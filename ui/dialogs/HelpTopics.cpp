// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/HelpTopics.h"

#include <QFile>
#include <QHash>
#include <QLocale>

#include <algorithm>

// In a static library nothing refers to the resources by itself.
static void takeIn() { Q_INIT_RESOURCE(help); }

namespace understudy::help {

using namespace Qt::StringLiterals;

QStringList topics()
{
    return {u"start"_s, u"failover"_s, u"channels"_s, u"keys"_s,    u"code"_s,            u"usage"_s,
            u"log"_s,   u"drill"_s,    u"settings"_s, u"billing"_s,  u"troubleshooting"_s, u"glossary"_s};
}

QString topicFor(const QString &id)
{
    static const QHash<QString, QString> pages{
        {u"welcome"_s, u"start"_s},    {u"overview"_s, u"start"_s},       {u"models"_s, u"channels"_s},   {u"channel"_s, u"channels"_s},
        {u"providers"_s, u"channels"_s}, {u"key"_s, u"keys"_s},           {u"wizard"_s, u"keys"_s},       {u"viewCode"_s, u"code"_s},
        {u"viewcode"_s, u"code"_s},    {u"view-code"_s, u"code"_s},       {u"viewKey"_s, u"keys"_s},      {u"demo"_s, u"failover"_s},
        {u"diagnostics"_s, u"troubleshooting"_s}, {u"import"_s, u"settings"_s}, {u"export"_s, u"settings"_s},
    };
    if (topics().contains(id))
        return id;
    return pages.value(id, u"start"_s);
}

QString currentLanguage() { return QLocale().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s; }

QString text(const QString &topic, const QString &language)
{
    static const bool taken = [] {
        takeIn();
        return true;
    }();
    QFile file(u":/understudy/help/%1/%2.md"_s.arg(language, topic));
    if (!taken || !file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

QString title(const QString &topic, const QString &language)
{
    const QString first = text(topic, language).section(u'\n', 0, 0);
    return first.startsWith("# "_L1) ? first.mid(2).trimmed() : QString();
}

QStringList search(const QString &needle, const QString &language)
{
    const QStringList words = needle.simplified().split(u' ', Qt::SkipEmptyParts);
    QStringList found;
    for (const QString &topic : topics()) {
        const QString all = text(topic, language);
        if (std::all_of(words.begin(), words.end(), [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }))
            found.append(topic);
    }
    return found;
}

} // namespace understudy::help
