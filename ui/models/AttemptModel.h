// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

#include <QAbstractListModel>

#include <optional>

namespace understudy {

/// The attempts of one exchange, one row each, while it runs and afterwards. A screen reader gets a whole sentence for each.
class AttemptModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { RunningRole = Qt::UserRole + 1 }; ///< bool: it has not ended

    using QAbstractListModel::QAbstractListModel;

    void clear();
    void setAttempts(const QList<AttemptRecord> &attempts); ///< finished ones
    void begin(const AttemptRecord &attempt);
    void end(const AttemptRecord &attempt); ///< the one of that index; begins it when it never began
    /// The running attempt has given its first output, or is still at it: `ms` since the exchange began.
    void noteOutput(qint64 ms);
    void noteTime(qint64 ms);
    /// The exchange is over for whoever watches it: what still runs is taken as it is and not waited for.
    void stop();

    const AttemptRecord &attempt(int row) const { return m_rows[row].attempt; }
    bool isRunning(int row) const { return m_rows[row].running; }
    bool anyRunning() const;
    qint64 endMs() const; ///< of the last one, or the present of a running one

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void retranslate();

private:
    struct Row {
        AttemptRecord attempt; ///< endedMs: the present while it runs
        bool running = false;
    };
    QString sentence(const Row &row) const;
    std::optional<int> running() const;

    QList<Row> m_rows;
};

} // namespace understudy
