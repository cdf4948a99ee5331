// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/LedgerQueries.h"

#include <QObject>

#include <functional>
#include <memory>

namespace understudy {

class Console;

/// Finds the requests before a place in the log that fulfil a filter, step by step: each question looks at a bounded part of the ledger,
/// so one that hardly anything fulfils goes on in the background until a batch is together or the beginning is reached. One search at a
/// time; cancelling it and destroying are silent, and an answer to an earlier question is dropped.
class OlderRequests final : public QObject {
    Q_OBJECT

public:
    static constexpr int Batch = 200;

    explicit OlderRequests(Console &console, QObject *parent = nullptr);
    ~OlderRequests() override;

    /// `query.before`: where to begin. `known`: requests that are there already; they do not count.
    void ask(const LogQuery &query, std::function<bool(const QString &id)> known);
    bool isBusy() const { return m_round != nullptr; }
    void cancel();

signals:
    void found(const QList<understudy::ExchangeRecord> &newestFirst); ///< as they come; may be several times
    /// Everything down to there was looked at; nothing: the beginning was reached. After found().
    void reached(const std::optional<understudy::LogCursor> &next);
    void finished(); ///< a batch is together, or there is nothing older
    void failed(const understudy::Error &error);

private:
    struct Round;
    void askPage();
    void take(const LogSlice &page);

    Console &m_console;
    std::unique_ptr<Round> m_round;
};

} // namespace understudy
