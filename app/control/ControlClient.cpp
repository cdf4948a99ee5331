// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/ControlClient.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QLocalSocket>

namespace understudy {

using namespace Qt::StringLiterals;

Result<QJsonObject> askOwner(const QString &address, const QJsonObject &request, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    const auto left = [&deadline] { return int(deadline.remainingTime()); };
    QLocalSocket socket;
    socket.connectToServer(address);
    if (!socket.waitForConnected(left()))
        return Error{ErrorKind::NotFound, u"No gateway is running on this data directory."_s, address};
    socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(left()))
            return Error{ErrorKind::Unavailable, u"The running gateway does not answer on its control socket."_s, address};
    }
    const QJsonObject answer = QJsonDocument::fromJson(socket.readLine()).object();
    if (!answer.value("ok"_L1).toBool())
        return Error{ErrorKind::Unavailable, u"The running gateway refused: %1"_s.arg(answer.value("error"_L1).toString()), {}};
    return answer;
}

} // namespace understudy
