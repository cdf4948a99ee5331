// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/NextFreePort.h"

#include "configuration/Rules.h"
#include "console/Console.h"

namespace understudy {

void useNextFreePort(Console &console, QObject *context, std::function<void(Result<quint16>)> done)
{
    console.freePort(context, [&console, context, done = std::move(done)](const Result<quint16> &free) {
        if (!free)
            return done(free.error());
        const quint16 port = *free;
        const Console::Change change = [port](const Configuration &stored) -> Result<Configuration> {
            Configuration wanted = stored;
            // Only what stands behind the last colon, so that "localhost" and "[::1]" stay as they were written.
            const qsizetype colon = wanted.settings.listen.lastIndexOf(u':');
            wanted.settings.listen = wanted.settings.listen.left(colon + 1) + QString::number(port);
            return wanted;
        };
        console.change(change, context, [done, port](const Result<void> &changed) {
            if (changed)
                done(port);
            else
                done(changed.error());
        });
    });
}

} // namespace understudy
