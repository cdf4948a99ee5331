// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/LockedBytes.h"

#include <sodium.h>

#include <cstdlib>

namespace understudy {

LockedBytes::LockedBytes(std::size_t size) : m_size(size)
{
    if (sodium_init() < 0) // it needs the size of a page and a canary
        std::abort();
    m_data = static_cast<unsigned char *>(sodium_malloc(size));
    if (!m_data)
        std::abort();
    sodium_memzero(m_data, size);
}

LockedBytes::~LockedBytes() { sodium_free(m_data); }

void LockedBytes::makeReadOnly() { sodium_mprotect_readonly(m_data); }

} // namespace understudy
