// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/BodyDevice.h"

#include <QMetaMethod>
#include <QNetworkReply>

#include <cstring>

namespace understudy {

void BodyDevice::attach(QNetworkReply *reply)
{
    m_signal = reply->metaObject()->indexOfSignal("haveUploadData(qint64,QByteArray,bool,qint64)");
    if (m_signal < 0) {
        static const bool said = [] {
            qWarning("upstream: this Qt takes no body in one block; requests above 16 KB will be up to 44 ms slower");
            return true;
        }();
        Q_UNUSED(said);
    } else if (!m_body.isEmpty()) {
        m_reply = reply;
    }
}

void BodyDevice::push()
{
    const qint64 size = m_body.size();
    m_reply->metaObject()->method(m_signal).invoke(m_reply, Qt::DirectConnection, Q_ARG(qint64, qint64(0)),
                                                   Q_ARG(QByteArray, m_body), Q_ARG(bool, true), Q_ARG(qint64, size));
}

qint64 BodyDevice::readData(char *data, qint64 maximum)
{
    if (m_reply)
        return 0; // "nothing yet": the block comes by push()
    const qint64 part = qMin(maximum, m_body.size() - m_read);
    if (part <= 0)
        return -1;
    std::memcpy(data, m_body.constData() + m_read, size_t(part));
    m_read += part;
    return part;
}

} // namespace understudy
