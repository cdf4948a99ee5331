// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "domain/ExchangeRecord.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>

#include <array>
#include <list>
#include <memory>

namespace understudy {

/// A complete answer in the one shape in which it is kept: the JSON of a call that did not stream (see ReplayShapes.h), or,
/// for /responses, the bytes as they were (the stream flag is part of its key).
struct CachedAnswer {
    Api api = Api::ChatCompletions;
    bool stream = false; ///< `body` is an event stream
    QByteArray contentType;
    QByteArray body;
    QByteArray servedBy;
    QString servedChannel;
    QString servedModel;
    std::optional<qint64> tokens; ///< what it cost, when that is known
};

/// Answers by a hash of what identical requests have in common (SEMANTICS §6). Bounded by bytes, least recently used goes
/// first. Sixteen stripes with a short mutex each; usable from any thread.
class ResponseCache final {
public:
    static constexpr qint64 DefaultBytes = 64 * 1024 * 1024;

    explicit ResponseCache(qint64 maxBytes = DefaultBytes) : m_maxStripeBytes(maxBytes / StripeCount) {}
    Q_DISABLE_COPY_MOVE(ResponseCache)

    std::shared_ptr<const CachedAnswer> find(const QByteArray &key, MonotonicTime now);
    /// An answer larger than a stripe (a sixteenth of the whole) is not kept.
    void insert(const QByteArray &key, std::shared_ptr<const CachedAnswer> answer, std::chrono::seconds ttl, MonotonicTime now);
    qint64 bytes() const;

private:
    static constexpr int StripeCount = 16;
    struct Entry {
        QByteArray key;
        std::shared_ptr<const CachedAnswer> answer;
        MonotonicTime expires;
        qint64 cost = 0;
    };
    struct Stripe {
        mutable QMutex mutex;
        std::list<Entry> entries; ///< most recently used first
        QHash<QByteArray, std::list<Entry>::iterator> index;
        qint64 bytes = 0;
        void erase(std::list<Entry>::iterator entry);
    };
    Stripe &stripe(const QByteArray &key) { return m_stripes[qHash(key) % StripeCount]; }

    const qint64 m_maxStripeBytes;
    std::array<Stripe, StripeCount> m_stripes;
};

} // namespace understudy
