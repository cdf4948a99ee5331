// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Autostart.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QString entryFile(const QString &configHome) { return configHome + "/autostart/understudy.desktop"_L1; }

QByteArray entry(const QStringList &command)
{
    return "[Desktop Entry]\n"
           "Type=Application\n"
           "Name=Understudy\n"
           "Comment=LLM gateway that fails over\n"
           "Comment[zh_CN]=会自动故障转移的大模型网关\n"
           "Exec=" + desktopExec(command).toUtf8() + "\n"
           "Icon=understudy\n"
           "Terminal=false\n"
           "X-GNOME-Autostart-enabled=true\n";
}

} // namespace

bool startsAtLogin(const QString &configHome)
{
    QFile file(entryFile(configHome));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> lines = file.readAll().split('\n');
    return !lines.contains("Hidden=true") && !lines.contains("X-GNOME-Autostart-enabled=false");
}

Result<void> setStartsAtLogin(bool on, const QString &configHome, const QStringList &command)
{
    const QString path = entryFile(configHome);
    if (!on) {
        QFile file(path);
        if (file.exists() && !file.remove())
            return Error{ErrorKind::Unavailable, u"The autostart entry cannot be removed: %1."_s.arg(file.errorString()), path};
        return {};
    }
    if (!QDir().mkpath(configHome + "/autostart"_L1))
        return Error{ErrorKind::Unavailable, u"The folder for autostart entries cannot be made. Check the rights of the folder above it."_s, path};
    QSaveFile file(path);
    const QByteArray text = entry(command);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return Error{ErrorKind::Unavailable, u"The autostart entry cannot be written: %1."_s.arg(file.errorString()), path};
    return {};
}

QString desktopExec(const QStringList &command)
{
    QStringList words;
    for (QString word : command) {
        word.replace(u'%', u"%%"_s); // a single one begins a field code
        for (const QChar special : u"\\\"`$"_s)
            word.replace(special, QString(u'\\') + special);
        words.append(u'"' + word + u'"');
    }
    // Once more: backslashes are escapes in every value of a desktop entry.
    return words.join(u' ').replace(u'\\', u"\\\\"_s);
}

} // namespace understudy
