// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Configuration.h"
#include "domain/ExchangeRecord.h"

#include <QRandomGenerator>

namespace understudy {

/// Values for property tests; the same seed gives the same values.
class RandomValues final {
public:
    explicit RandomValues(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int limit) { return int(m_random.bounded(limit)); }
    bool chance() { return below(2) == 0; }
    /// With Chinese, quotes, a backslash and an emoji among its characters.
    QString text(int longest);
    QByteArray bytes(int size);

    Configuration configuration();
    /// Another configuration that shares some entries with this one.
    Configuration changed(const Configuration &from);
    ExchangeRecord exchange(const QString &id, const QStringList &keys, const QStringList &channels);

private:
    qint64 large() { return qint64(m_random.generate64() >> 2); }
    Usage usage();
    std::optional<qint64> maybe(qint64 limit);
    Provider provider(const QString &id);
    Channel channel(const QString &id, const QString &provider);
    GatewayKey key(const QString &name, const QStringList &channels);

    QRandomGenerator m_random;
    int m_names = 0;
};

} // namespace understudy
