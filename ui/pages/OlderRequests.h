// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/LedgerQueries.h"

#include <QObject>

#include <functional>
#include <memory>

namespace understudy {

class Console;

/// Finds the requests before a moment. The ledger is asked forwards in time, in pages; so this asks for a span that should hold about
/// Batch requests, widens it while it holds none and narrows it when it holds far too many. One question at a time; destroying it
/// cancels silently.
class OlderRequests final : public QObject {
    Q_OBJECT

public:
    static constexpr int Batch = 500;
    static constexpr int PageSize = 1000;
    static constexpr int MostPages = 20; ///< of one span

    using Known = std::function<bool(const QString &id)>;

    explicit OlderRequests(Console &console, QObject *parent = nullptr);
    ~OlderRequests() override;

    /// `known`: requests that are there already, for those of the very same moment. `span`: a first guess.
    void ask(WallTime before, const QString &keyId, Milliseconds span, Known known);
    bool isBusy() const { return m_round != nullptr; }
    void cancel();

signals:
    /// At most Batch, newest first, without gaps below `before`. `more`: there may be still older ones.
    void found(const QList<understudy::ExchangeRecord> &newestFirst, bool more);
    void failed(const understudy::Error &error);

private:
    struct Round;
    void askPage(const QString &after);
    void take(const QList<ExchangeRecord> &page);
    void finishSpan();

    Console &m_console;
    std::unique_ptr<Round> m_round;
};

} // namespace understudy
