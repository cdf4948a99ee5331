// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Provider.h"
#include "preferences/TestMemory.h"
#include "widgets/StatusMark.h"
#include "words/Health.h"

#include <QAbstractTableModel>

namespace understudy {

class Console;

/// The providers that can be connected, one row each: the catalogue's in its order (runtimes of this machine among them), then the user's
/// own. Follows the console by update(), which keeps the rows that did not change.
class ProvidersModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Channels, HealthColumn, LastDay, Actions, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole,
        DetailRole,   ///< the second line of Name
        StatusRole,   ///< understudy::Status
        SortRole,
        ConfiguredRole, ///< bool: has a channel
        OriginRole,   ///< int of ProviderOrigin
    };

    /// Both outlive it.
    ProvidersModel(Console &console, const TestMemory &tests, QObject *parent = nullptr);

    void update(); ///< after anything changed, and now and then for times
    int row(const QString &provider) const; ///< -1: none
    int channelsOf(const QString &provider) const;
    bool nothingConfigured() const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString id;
        QString name;
        QString host;
        ProviderOrigin origin = ProviderOrigin::Custom;
        int models = 0;
        int channels = 0;
        words::Health health;   ///< of the channel that does worst
        int calls = 0;          ///< attempts of the last 24 hours
        int answered = 0;
        bool operator==(const Row &) const = default;
    };
    QList<Row> rows() const;
    void countDay(QList<Row> &rows) const;
    QString sentence(const Row &row) const;
    QString detail(const Row &row) const;
    QString lastDay(const Row &row) const;
    Status status(const Row &row) const;

    Console &m_console;
    const TestMemory &m_tests;
    QList<Row> m_rows;
};

} // namespace understudy

