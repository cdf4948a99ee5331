// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/SseReader.h"
#include "upstream/StreamReader.h"

#include <cstdint>
#include <cstdlib>

using namespace understudy;

/// The first byte chooses how the rest is cut into pieces; whatever the cuts, the raws and the rest are the input, and every
/// path's reader survives every event.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    const qsizetype step = 1 + bytes[0] % 31;
    const QByteArrayView input(bytes + 1, qsizetype(size) - 1);
    SseReader reader(1 << 16);
    QByteArray all;
    SseEvent event;
    const auto take = [&all, &event] {
        all += event.raw;
        for (const Api api : {Api::ChatCompletions, Api::Completions, Api::Responses})
            readStreamEvent(api, event);
    };
    for (qsizetype from = 0; from < input.size(); from += step) {
        reader.feed(input.sliced(from, qMin(step, input.size() - from)));
        while (reader.next(event))
            take();
    }
    if (reader.failed())
        return 0;
    if (reader.takeRest(event))
        take();
    if (all != input || !reader.rest().isEmpty())
        std::abort();
    return 0;
}
