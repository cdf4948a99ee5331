// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ExchangeCodec.h"

#include "FuzzCheck.h"

using namespace understudy;

/// Whatever reads as exchanges is written and read again as the same ones.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const auto exchanges = decodeExchanges(fuzz::view(bytes, size));
    if (!exchanges)
        return 0;
    ExchangeEncoder encoder;
    for (const ExchangeRecord &exchange : *exchanges)
        encoder.add(exchange);
    const auto again = decodeExchanges(encoder.take());
    fuzz::check(again && *again == *exchanges, "what was written reads differently");
    return 0;
}
