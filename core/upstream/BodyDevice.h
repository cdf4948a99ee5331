// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

class QNetworkReply;

namespace understudy {

/// The upload device of one request. It exists for two traps of QNetworkAccessManager (QT-NOTES §3.2 and §3.3):
/// - It cannot be rewound, so the request cannot be sent a second time behind our back (QBuffer can, up to four times).
/// - It gives nothing when asked; push() hands the whole body over in one block, so that head and body leave in one write
///   and no request waits 44 ms for Nagle and delayed acknowledgements.
/// When the running Qt lacks the signal that push() needs, it delivers like any device: slower, still sent only once.
class BodyDevice final : public QIODevice {
public:
    explicit BodyDevice(const QByteArray &body)
        : m_body(body)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    /// Decides between the two ways; call it right after the reply was made, before the event loop runs.
    void attach(QNetworkReply *reply);
    bool pushes() const { return m_reply != nullptr; }

    /// Call it once, from the event loop, after QNetworkAccessManager's own start (which was queued earlier).
    void push();

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_body.size(); }
    bool seek(qint64) override { return false; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_read == m_body.size(); }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    QNetworkReply *m_reply = nullptr;
    int m_signal = -1;
    qint64 m_read = 0;
};

} // namespace understudy
