// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/RequestId.h"

#include <QRandomGenerator>

namespace understudy {

RequestIdGenerator::RequestIdGenerator() = default;

QByteArray RequestIdGenerator::next(WallTime now)
{
    const auto millis = std::uint64_t(std::max<qint64>(0, now.time_since_epoch().count()));
    if (millis > m_millis) {
        m_millis = millis;
        const quint64 chance = QRandomGenerator::global()->generate64();
        m_high = std::uint16_t(QRandomGenerator::global()->generate() & 0x7fffU); // the top bit free: counting up cannot overflow
        m_low = chance;
    } else if (++m_low == 0) { // the same millisecond: count up, which keeps the order
        ++m_high;
    }

    static constexpr char Digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QByteArray id("req_xxxxxxxxxxxxxxxxxxxxxxxxxx", Length);
    char *out = id.data() + 4;
    for (int i = 9; i >= 0; --i) // 50 bits for 48
        *out++ = Digits[m_millis >> (5 * i) & 31U];
    // 80 bits as 16 digits: the first 16 bits and the top 4 of the low word are 20 bits, then 60 bits.
    const std::uint64_t top = std::uint64_t(m_high) << 4 | m_low >> 60;
    for (int i = 3; i >= 0; --i)
        *out++ = Digits[top >> (5 * i) & 31U];
    for (int i = 11; i >= 0; --i)
        *out++ = Digits[m_low >> (5 * i) & 31U];
    return id;
}

} // namespace understudy
