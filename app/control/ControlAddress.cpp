// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/ControlAddress.h"

#include <QCryptographicHash>
#include <QFile>
#include <QStandardPaths>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QString socketAddress(const QString &file)
{
    const QByteArray inside = QFile::encodeName(file);
    if (inside.size() <= LongestSocketPath)
        return file;
    const QByteArray hash = QCryptographicHash::hash(inside, QCryptographicHash::Sha256).toHex().left(24);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + "/understudy-"_L1 + QString::fromLatin1(hash);
}

} // namespace

QString controlAddress(const DataDirectory &directory) { return socketAddress(directory.socketFile()); }

QString consoleAddress(const DataDirectory &directory) { return socketAddress(directory.path() + "/console.sock"_L1); }

} // namespace understudy
