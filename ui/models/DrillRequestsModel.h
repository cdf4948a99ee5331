// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Drill.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QHash>

#include <optional>

namespace understudy {

/// The requests of a drill in the order of their beginnings, while they run and afterwards.
class DrillRequestsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Chain, Result, Duration, FirstOutput, Tokens, ColumnCount };
    enum Role {
        ChipsRole = Qt::UserRole + 1, ///< QList<Chip>
        StatusRole,                   ///< Status: what its client saw
    };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void begin(int request, const AttemptRecord &attempt);
    void end(int request, const AttemptRecord &attempt);
    void finish(const DrillExchange &exchange);
    void stop(); ///< what runs was ended by a person

    int requestOf(int row) const { return m_rows[row].request; }
    bool isRunning(int row) const { return !m_rows[row].exchange && !m_rows[row].stopped; }
    bool isFinished(int row) const { return m_rows[row].exchange.has_value(); }
    /// As far as it is known: of one that runs only the attempts.
    ExchangeRecord record(int row) const;
    std::optional<AttemptRecord> runningAttempt(int row) const;
    qint64 presentMs(int row) const; ///< since the request began, as far as was heard
    int finished() const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    struct Row {
        int request = 0;
        QList<AttemptRecord> ended;
        std::optional<AttemptRecord> running;
        std::optional<DrillExchange> exchange;
        bool stopped = false;
        qint64 heardMs = 0;
        QElapsedTimer heard;
    };
    Row &rowFor(int request);
    void changed(int request);
    QString text(const Row &row, int column) const;
    QString sentence(const Row &row) const;

    QList<Row> m_rows;
    QHash<int, int> m_places; ///< request → row
};

} // namespace understudy
