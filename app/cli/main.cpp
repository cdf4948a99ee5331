// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Run.h"
#include "host/ProcessLimits.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    understudy::keepMemoryPrivate();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("understudy"));
    QCoreApplication::setApplicationVersion(QStringLiteral(UNDERSTUDY_VERSION));
    return understudy::cli::run(QCoreApplication::arguments().mid(1));
}
