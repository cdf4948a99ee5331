// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/DemoAnswers.h"
#include "gateway/SimulatedFaults.h"
#include "upstream/Transport.h"

namespace understudy {

/// The simulated provider: the same border as a real one, without a network. Calls go to builtin://demo/v1/….
class SimulatedTransport final : public Transport {
public:
    static const QUrl &baseUrl();

    /// `pace`: time between the pieces of a stream; 0 sends them all at once.
    SimulatedTransport(const DemoAnswers &demo, SimulatedFaults &faults, const Clock &clock, Milliseconds pace = Milliseconds{15})
        : m_demo(demo), m_faults(faults), m_clock(clock), m_pace(pace)
    {
    }

    std::unique_ptr<UpstreamCall> start(const UpstreamRequest &request, UpstreamListener &listener) override;

private:
    const DemoAnswers &m_demo;
    SimulatedFaults &m_faults;
    const Clock &m_clock;
    Milliseconds m_pace;
};

} // namespace understudy
