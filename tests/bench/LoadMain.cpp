// SPDX-License-Identifier: GPL-3.0-or-later
#include "Load.h"
#include "Options.h"

#include <signal.h>
#include <sys/prctl.h>

#include <cstdio>
#include <exception>

using namespace understudy::bench;

namespace {

constexpr const char *kUsage = R"(usage: bench-load --port N --model NAME [options]; prints one line of JSON
  --model NAME        answer-BYTES, or stream-CHUNKS-MILLISECONDSms
  --connections N     that ask at the same time (1), each again when it has its answer
  --prompt-bytes N    (100)
  --warm-up MS, --duration MS, --ramp MS, --timeout MS
  --once              one request a connection, end with the last answer
  --requests N        end after so many
  --header 'A: B'     one more request header
  --path PATH         (/v1/chat/completions)
)";

LoadOptions read(Options options)
{
    LoadOptions load;
    while (!options.done()) {
        const std::string_view name = options.name();
        const auto milliseconds = [&options] { return options.number<Nanoseconds>() * kMillisecond; };
        if (name == "--port")
            load.port = options.number<std::uint16_t>();
        else if (name == "--model")
            load.model = options.text();
        else if (name == "--path")
            load.path = options.text();
        else if (name == "--header")
            load.headers.append(options.text()).append("\r\n");
        else if (name == "--connections")
            load.connections = options.number<int>();
        else if (name == "--prompt-bytes")
            load.promptBytes = options.number<std::size_t>();
        else if (name == "--warm-up")
            load.warmUp = milliseconds();
        else if (name == "--duration")
            load.duration = milliseconds();
        else if (name == "--ramp")
            load.ramp = milliseconds();
        else if (name == "--timeout")
            load.timeout = milliseconds();
        else if (name == "--requests")
            load.requests = options.number<std::int64_t>();
        else if (name == "--once")
            load.once = true;
        else
            options.unknown();
    }
    if (load.port == 0 || load.model.empty())
        throw std::runtime_error("--port and --model are needed");
    return load;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        Loop loop;
        Load load(loop, read(Options(argc, argv)));
        raiseDescriptorLimit();
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        prctl(PR_SET_TIMERSLACK, 1);
        load.run();
        std::puts(load.json().c_str());
        return 0;
    } catch (const std::exception &problem) {
        std::fprintf(stderr, "bench-load: %s\n%s", problem.what(), kUsage);
        return 2;
    }
}
