// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration/ConfigurationFile.h"
#include "configuration/Rules.h"

#include <cstdint>
#include <cstdlib>

using namespace understudy;

/// Any bytes are read or refused. What is read is valid, is written in a canonical form, and that form reads back and writes again
/// to the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Catalogue catalogue = *Catalogue::load();
    ReadOptions options;
    options.environment = [](const QString &) { return QByteArray("0123456789invented0123"); }; // not this process's own
    const Result<Configuration> read = parseConfiguration(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)), catalogue, options);
    if (!read) {
        if (read.error().text.isEmpty())
            std::abort();
        return 0;
    }
    if (!validate(*read, catalogue))
        std::abort();
    const Result<QByteArray> text = serializeConfiguration(*read, catalogue);
    const Result<Configuration> again = parseConfiguration(*text, catalogue, options);
    if (!again || *serializeConfiguration(*again, catalogue) != *text)
        std::abort();
    return 0;
}
