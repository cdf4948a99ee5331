// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LogFilterExpression.h"

#include <QAbstractTableModel>
#include <QSet>

#include <deque>

namespace understudy {

/// 请求日志: exchanges, newest first, as rows, pinned ones above all others. It holds values, never asks for any; new ones are inserted, old
/// ones fall off the end: beyond `capacity`, or, once older ones were appended, beyond most().
class LogModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Key, Asked, Chain, Result, Duration, FirstOutput, Tokens, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole,
        KeyIdRole,
        ChipsRole,  ///< QList<Chip>
        StatusRole, ///< Status: the mark of the result beside the HTTP status
    };
    static constexpr int Capacity = 500;
    static constexpr int MostRows = 100'000; ///< with older ones; about 1 KB each

    explicit LogModel(int capacity = Capacity, QObject *parent = nullptr);

    /// Catches up with `newestFirst` (Console::recent): inserts what is newer than the first row below the pinned ones. When nothing is in
    /// common, all rows are replaced. Gives the number of new ones.
    int follow(const QList<ExchangeRecord> &newestFirst);
    /// Puts older ones below the last row, at most up to most(), without those that are there already; they stay until the list is full.
    /// Gives the number.
    int appendOlder(const QList<ExchangeRecord> &newestFirst);
    int most() const { return m_most; }
    void setMost(int rows) { m_most = rows; }
    bool isFull() const { return rowCount() >= m_most; } ///< older ones have no room
    /// One exchange that is not among the rows, to be looked at: at its place in time.
    void insertByTime(const ExchangeRecord &exchange);
    void restart(const QList<ExchangeRecord> &newestFirst); ///< these and the pinned ones, nothing else
    void forgetAll();                                       ///< the pinned ones too

    /// Pinned ones go to the top, the last one highest, and stay, whatever falls off or is replaced. Let go, they go to their place in time.
    void setPinned(QString id, bool pinned);
    bool isPinned(const QString &id) const { return m_pinned.contains(id); }
    int pinned() const { return int(m_pinned.size()); }

    /// What a filter by the value of a cell says; nothing where there is none.
    std::optional<FilterTerm> filterTerm(int row, int column) const;

    const ExchangeRecord *record(int row) const;
    const ExchangeRecord *find(const QString &id) const;
    int rowOf(const QString &id) const; ///< −1: not there
    bool contains(const QString &id) const { return m_ids.contains(id); }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_records.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

    /// The row as one line of text, columns apart by tabs: for the clipboard.
    QString rowText(int row) const;

private:
    QString text(const ExchangeRecord &record, int column) const;
    QString toolTip(const ExchangeRecord &record, int column) const;
    void take(const ExchangeRecord &exchange, int row);
    QString shared(const QString &text);
    void replaceBy(const QList<ExchangeRecord> &newestFirst);
    void dropRows();
    void trim();
    QList<ExchangeRecord> pinnedOnes() const;
    int placeByTime(WallTime time) const;

    std::deque<ExchangeRecord> m_records;
    QSet<QString> m_ids;
    QSet<QString> m_pinned;
    QSet<QString> m_texts; ///< names of models, channels, keys …: a few, in every row
    const int m_atFirst;
    int m_capacity;
    int m_onTop = 0; ///< rows that are pinned: the first ones
    int m_most = MostRows;
};

} // namespace understudy
