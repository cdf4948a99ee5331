// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dialogue.h"
#include "HttpReader.h"
#include "Wire.h"

#include <memory>
#include <unordered_map>

namespace understudy::bench {

struct ProviderOptions {
    int status = 200; // another one: every request gets it, with an error body as OpenAI writes it
    bool damaged = false; // leave the end of every answer out, so that a test sees that the load notices
};

// Plays a model provider on 127.0.0.1: POST of any path, the answer as the model's name says (Dialogue.h).
class Provider final : private Loop::Watcher {
public:
    Provider(Loop &loop, ProviderOptions options);
    ~Provider() override;

    std::uint16_t port() const { return m_port; }

private:
    class Connection;

    void ready(std::uint32_t events) override;

    Loop &m_loop;
    ProviderOptions m_options;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::unordered_map<Connection *, std::unique_ptr<Connection>> m_connections;
};

} // namespace understudy::bench
