// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <optional>

namespace understudy {

/// The date by which old things are thrown away. A clock that is set far ahead by mistake would make the whole log look old, and
/// what is deleted does not come back when the mistake is seen. So a jump forward is believed only after a day; until then the
/// date goes on from where it was. A jump back is believed at once: it deletes nothing.
class TrustedDate final {
public:
    static constexpr Milliseconds Jump = std::chrono::hours{1};
    static constexpr Milliseconds Doubt = std::chrono::hours{24};

    /// `lived`: time that no clock's setting changes and that sleep does not stop.
    TrustedDate(WallTime wall, Milliseconds lived) : m_wall(wall), m_lived(lived) {}

    WallTime at(WallTime wall, Milliseconds lived)
    {
        const WallTime expected = m_wall + (lived - m_lived);
        if (wall > expected + Jump) {
            if (!m_doubtedSince)
                m_doubtedSince = lived;
            if (lived - *m_doubtedSince < Doubt)
                return expected;
        }
        m_doubtedSince.reset();
        m_wall = wall;
        m_lived = lived;
        return wall;
    }

private:
    WallTime m_wall;
    Milliseconds m_lived;
    std::optional<Milliseconds> m_doubtedSince;
};

} // namespace understudy
