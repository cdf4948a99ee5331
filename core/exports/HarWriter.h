// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/RecordWriter.h"

namespace understudy {

/// HAR 1.2: what passed between the client and the gateway, one entry an exchange. Headers are those that the ledger knows, the
/// authorization is told as redacted; the attempts are in the member "_understudy".
class HarWriter final : public RecordWriter {
public:
    explicit HarWriter(const ExportOptions &options) : m_options(options) {}
    QByteArray begin() const override;
    QByteArray record(const ExchangeRecord &exchange) override;
    QByteArray end() const override { return "\n]}}\n"; }

private:
    const ExportOptions m_options;
    bool m_first = true;
};

/// Bytes that are UTF-8 as text; nothing for others. A character that was cut in two at the end is left out.
std::optional<QString> asText(QByteArrayView bytes);

} // namespace understudy
