// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Channel.h"
#include "domain/ExchangeRecord.h"
#include "preferences/TestMemory.h"
#include "widgets/StatusMark.h"

#include <QAbstractTableModel>

#include <optional>

namespace understudy {

class Console;

/// The channels of one provider, in the order in which they were made. Follows the console by update().
class ChannelsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, State, LastTest, Today, Actions, ColumnCount };
    enum Role { IdRole = Qt::UserRole, DetailRole, StatusRole };

    /// Both outlive it.
    ChannelsModel(Console &console, const TestMemory &tests, QObject *parent = nullptr);

    void setProvider(const QString &provider);
    void update();
    int row(const QString &channel) const; ///< -1: none
    QString idAt(int row) const { return row >= 0 && row < m_rows.size() ? m_rows[row].id : QString(); }
    /// "Last error: …" of that channel among the recent exchanges, or empty.
    QString lastError(const QString &channel) const;
    /// "tutorial (primary), nightly (backup 2)", or that no key uses it.
    QString usedBy(const QString &channel) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString id;
        QString name;
        QString detail;
        Status state;
        Status test;
        QString testTip;
        int calls = 0;
        int failed = 0;
        bool operator==(const Row &) const = default;
    };
    QList<Row> rows() const;
    QString detail(const Channel &channel) const;
    QString today(const Row &row) const;

    Console &m_console;
    const TestMemory &m_tests;
    QString m_provider;
    QList<Row> m_rows;
};

} // namespace understudy
