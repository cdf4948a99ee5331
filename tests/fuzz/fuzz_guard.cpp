// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a stranger's bytes reach first. Beside crashes it holds that the cutting of the bytes does not matter.
#include "endpoint/Dechunker.h"
#include "endpoint/HeadParser.h"

#include <cstdlib>

using namespace understudy;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    HeadParser whole{HeadLimits{4096, 512}};
    const auto verdict = whole.feed(bytes);
    HeadParser parts{HeadLimits{4096, 512}};
    auto partial = HeadParser::State::More;
    for (qsizetype n = 1; n <= bytes.size() && partial == HeadParser::State::More; ++n)
        partial = parts.feed(bytes.first(n));
    if ((verdict == HeadParser::State::Complete) != (partial == HeadParser::State::Complete))
        std::abort();

    QByteArrayView rest = bytes;
    if (verdict == HeadParser::State::Complete) {
        const ParsedHead head = whole.takeHead();
        if (head.size > bytes.size() || head.head.contentLength < -1 || (head.head.chunked && head.head.contentLength >= 0))
            std::abort();
        rest = rest.sliced(head.size);
    }
    QByteArray body;
    qsizetype used = 0;
    Dechunker once(1000);
    const auto state = once.feed(rest, body, used);
    if (body.size() > 1000 || used > rest.size() || once.bodyBytes() != body.size())
        std::abort();
    QByteArray pieces;
    Dechunker slow(1000);
    auto slowState = Dechunker::State::More;
    for (qsizetype i = 0; i < rest.size() && slowState == Dechunker::State::More; ++i)
        slowState = slow.feed(rest.sliced(i, 1), pieces, used);
    if (slowState != state || pieces != body)
        std::abort();
    return 0;
}
