// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/ControlAddress.h"

#include <QCryptographicHash>
#include <QFile>
#include <QStandardPaths>

namespace understudy {

using namespace Qt::StringLiterals;

QString controlAddress(const DataDirectory &directory)
{
    const QByteArray inside = QFile::encodeName(directory.socketFile());
    if (inside.size() <= LongestSocketPath)
        return directory.socketFile();
    const QByteArray hash = QCryptographicHash::hash(inside, QCryptographicHash::Sha256).toHex().left(24);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + "/understudy-"_L1 + QString::fromLatin1(hash);
}

} // namespace understudy
