// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dialogue.h"
#include "Samples.h"

#include <map>
#include <memory>
#include <vector>

namespace understudy::bench {

struct LoadOptions {
    std::uint16_t port = 0;
    std::string path = "/v1/chat/completions";
    std::string headers; // more header lines, each with its CR LF
    std::string model; // a name of Dialogue.h; says whether to stream, too
    int connections = 1;
    std::size_t promptBytes = 100;
    // Answers that end within `duration` after `warmUp` count. Connections begin one after the other within `ramp`.
    Nanoseconds warmUp = 0;
    Nanoseconds duration = kSecond;
    Nanoseconds ramp = 0;
    Nanoseconds timeout = 30 * kSecond; // for one answer
    bool once = false; // one request a connection; the run ends with the last answer, at the latest after `duration`
    std::int64_t requests = 0; // end after so many; 0: no such limit
};

// Closed loop: each connection asks again as soon as it has its answer.
class Load final {
public:
    // Throws std::runtime_error for a model that is no script.
    Load(Loop &loop, LoadOptions options);
    ~Load();

    // Returns when it is over.
    void run();
    std::string json();

private:
    class Client;

    void begin(Client &client);
    void answered(Client &client, const std::string &problem);
    void chunk(Client &client, Nanoseconds written);
    bool counts(Nanoseconds time) const { return time >= m_countFrom && time <= m_end; }
    void sweep();
    void finish();

    Loop &m_loop;
    LoadOptions m_options;
    Script m_script;
    std::string m_digest;
    std::string m_requestFront; // all but the nonce and what is behind it
    std::uint64_t m_nextNonce;

    std::vector<std::unique_ptr<Client>> m_clients;
    Loop::Timer m_sweep;
    Nanoseconds m_countFrom = 0;
    Nanoseconds m_end = 0;
    Nanoseconds m_over = 0;

    std::int64_t m_started = 0;
    std::int64_t m_all = 0; // answers, those of the warm-up too
    std::int64_t m_good = 0;
    std::int64_t m_chunks = 0;
    std::map<std::string, std::int64_t> m_problems;
    int m_open = 0;
    int m_mostOpen = 0;
    Samples m_latency;
    Samples m_firstToken;
    Samples m_chunkDelay;
};

} // namespace understudy::bench
