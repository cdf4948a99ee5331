// SPDX-License-Identifier: GPL-3.0-or-later
#include "Options.h"
#include "Provider.h"

#include <signal.h>
#include <sys/prctl.h>

#include <cstdio>
#include <exception>

using namespace understudy::bench;

int main(int argc, char **argv)
{
    try {
        ProviderOptions provider;
        for (Options options(argc, argv); !options.done();) {
            const std::string_view name = options.name();
            if (name == "--status")
                provider.status = options.number<int>();
            else if (name == "--damaged")
                provider.damaged = true;
            else
                options.unknown();
        }
        raiseDescriptorLimit();
        prctl(PR_SET_PDEATHSIG, SIGTERM); // nobody is left to end it otherwise
        prctl(PR_SET_TIMERSLACK, 1); // chunks leave when they are due, not 50 µs later
        Loop loop;
        Provider server(loop, provider);
        std::printf("%u\n", unsigned(server.port()));
        std::fflush(stdout);
        loop.run();
        return 0;
    } catch (const std::exception &problem) {
        std::fprintf(stderr, "bench-provider: %s\nusage: bench-provider [--status N] [--damaged]; prints its port\n",
                     problem.what());
        return 2;
    }
}
