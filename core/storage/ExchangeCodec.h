// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/ExchangeRecord.h"

#include <vector>

namespace understudy {

/// Exchanges as bytes, one after the other: complete, small, and quick to write. For the ledger's journal, which this program
/// alone reads; the first byte is the version of the form.
class ExchangeEncoder final {
public:
    void add(const ExchangeRecord &exchange);

    int count() const { return m_count; }
    qsizetype size() const { return m_bytes.size(); }
    QByteArray take(); ///< what was added; then empty again

private:
    QByteArray m_bytes;
    int m_count = 0;
};

/// Conflict: written by another version of the program. Invalid: cut or damaged; a cut between two exchanges is not noticed. Never reads beyond the bytes and allocates no more than a bounded multiple of them.
Result<std::vector<ExchangeRecord>> decodeExchanges(QByteArrayView bytes);

} // namespace understudy
