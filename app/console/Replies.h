// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <utility>

namespace understudy {

/// The open questions of the GUI thread. What asked stays here, so that other threads neither call nor destroy it: they get a
/// function that brings the answer back.
class Replies final : public QObject {
public:
    template<typename T>
    using Answer = std::function<void(Result<T>)>;

    /// `reply` is called once, in this object's thread and from its event loop, unless `context` has died by then. The function that is
    /// returned may be called in any thread while this object lives, once.
    template<typename T>
    Answer<T> expect(QObject *context, std::function<void(Result<T>)> reply)
    {
        const quint64 number = ++m_last;
        m_open.insert(number, std::make_shared<Waiting<T>>(Waiting<T>{context, std::move(reply)}));
        return [this, number](Result<T> result) {
            const auto carried = std::make_shared<Result<T>>(std::move(result)); // g++ 12 warns of a variant moved into a closure
            QMetaObject::invokeMethod(this, [this, number, carried] { deliver<T>(number, std::move(*carried)); }, Qt::QueuedConnection);
        };
    }

private:
    template<typename T>
    struct Waiting {
        QPointer<QObject> context;
        std::function<void(Result<T>)> reply;
    };

    template<typename T>
    void deliver(quint64 number, Result<T> result)
    {
        const auto waiting = std::static_pointer_cast<Waiting<T>>(m_open.take(number));
        if (waiting && waiting->context)
            waiting->reply(std::move(result));
    }

    QHash<quint64, std::shared_ptr<void>> m_open;
    quint64 m_last = 0;
};

} // namespace understudy
