// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Secret.h"

#include <QString>

#include <sodium.h>

namespace understudy {

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_bytes = other.m_bytes;
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

QString Secret::masked() const
{
    const QString dots(8, QChar(0x2022));
    if (m_bytes.size() < 12)
        return dots;
    const qsizetype prefix = m_bytes.startsWith("sk-us_") ? 6 : m_bytes.startsWith("sk-") ? 3 : 0;
    return QString::fromLatin1(m_bytes.first(prefix)) + dots + QString::fromLatin1(m_bytes.last(4));
}

bool Secret::operator==(const Secret &other) const
{
    return m_bytes.size() == other.m_bytes.size()
        && sodium_memcmp(m_bytes.constData(), other.m_bytes.constData(), size_t(m_bytes.size())) == 0;
}

void Secret::wipe()
{
    // A shared copy must keep its bytes, so only the last owner may overwrite them.
    if (!m_bytes.isEmpty() && m_bytes.isDetached())
        sodium_memzero(m_bytes.data(), size_t(m_bytes.size()));
    m_bytes.clear();
}

} // namespace understudy
