// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace understudy {

/// A credential or gateway key in memory. It cannot be printed or compared by accident: there is no conversion and no
/// QDebug operator; `reveal` is the one way out and easy to search for. The bytes are overwritten on destruction
/// when no implicitly shared copy is left (a copy handed to a network request has its own life).
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    ~Secret() { wipe(); }
    Secret(const Secret &) = default;
    Secret(Secret &&other) noexcept : m_bytes(std::move(other.m_bytes)) { other.m_bytes.clear(); }
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;

    bool isEmpty() const { return m_bytes.isEmpty(); }
    const QByteArray &reveal() const { return m_bytes; }

    /// "sk-us_••••W3f9": a known prefix, dots, the last four; dots alone when shorter than 12 bytes.
    QString masked() const;

    /// Constant time in the length of the longer one.
    bool operator==(const Secret &other) const;

private:
    void wipe();
    QByteArray m_bytes;
};

} // namespace understudy
