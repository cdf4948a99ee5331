// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The help that is inside the program: one markdown file a topic and language in resources/help.
namespace understudy::help {

QStringList topics(); ///< ids, in reading order: "start", "failover", "channels" …

/// The topic that explains `id`: a topic, a page's word ("overview", "models"), or "start" for what nobody knows.
QString topicFor(const QString &id);

QString currentLanguage(); ///< "zh_CN" or "en", as the program speaks now
QString text(const QString &topic, const QString &language);  ///< markdown; empty when there is none
QString title(const QString &topic, const QString &language); ///< its first heading

/// The topics that hold all words of `needle`, in reading order; all for an empty one.
QStringList search(const QString &needle, const QString &language);

} // namespace understudy::help
