// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace understudy {

/// A few bytes of memory for keys that open everything: zero at first, never swapped out and in no core dump where the system allows
/// (without the right to lock memory it is ordinary memory), between pages that cannot be touched, overwritten when freed.
/// Each costs some pages: for the handful of keys of a process, not for every secret.
class LockedBytes final {
public:
    explicit LockedBytes(std::size_t size); ///< ends the process when there is no memory at all
    ~LockedBytes();
    LockedBytes(const LockedBytes &) = delete;
    LockedBytes &operator=(const LockedBytes &) = delete;

    unsigned char *data() { return m_data; }
    const unsigned char *data() const { return m_data; }
    std::size_t size() const { return m_size; }

    /// From now on a write ends the process. Before it is shared.
    void makeReadOnly();

private:
    unsigned char *m_data;
    std::size_t m_size;
};

} // namespace understudy
