// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/ResponseCache.h"

#include <QMutexLocker>

namespace understudy {

void ResponseCache::Stripe::erase(std::list<Entry>::iterator entry)
{
    bytes -= entry->cost;
    index.remove(entry->key);
    entries.erase(entry);
}

std::shared_ptr<const CachedAnswer> ResponseCache::find(const QByteArray &key, MonotonicTime now)
{
    Stripe &stripe = this->stripe(key);
    const QMutexLocker lock(&stripe.mutex);
    const auto found = stripe.index.constFind(key);
    if (found == stripe.index.cend())
        return nullptr;
    const auto entry = *found;
    if (entry->expires <= now) {
        stripe.erase(entry);
        return nullptr;
    }
    stripe.entries.splice(stripe.entries.begin(), stripe.entries, entry);
    return entry->answer;
}

void ResponseCache::insert(const QByteArray &key, std::shared_ptr<const CachedAnswer> answer, std::chrono::seconds ttl, MonotonicTime now)
{
    constexpr qint64 overhead = 256; // list node, index and the answer's own fields
    const qint64 cost = key.size() + std::max(answer->body.size(), answer->body.capacity()) + overhead; // what it holds, not what it uses
    if (cost > m_maxStripeBytes)
        return;
    Stripe &stripe = this->stripe(key);
    const QMutexLocker lock(&stripe.mutex);
    if (const auto old = stripe.index.constFind(key); old != stripe.index.cend())
        stripe.erase(*old);
    while (stripe.bytes + cost > m_maxStripeBytes)
        stripe.erase(std::prev(stripe.entries.end()));
    stripe.entries.push_front({key, std::move(answer), now + ttl, cost});
    stripe.index.insert(key, stripe.entries.begin());
    stripe.bytes += cost;
}

qint64 ResponseCache::bytes() const
{
    qint64 sum = 0;
    for (const Stripe &stripe : m_stripes) {
        const QMutexLocker lock(&stripe.mutex);
        sum += stripe.bytes;
    }
    return sum;
}

} // namespace understudy
