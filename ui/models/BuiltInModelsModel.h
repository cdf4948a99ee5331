// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GatewayKey.h"
#include "domain/LedgerQueries.h"
#include "domain/Provider.h"
#include "widgets/StatusMark.h"

#include <QAbstractTableModel>

namespace understudy {

class Console;

/// The models that need no credential: the simulated ones of this program and those of runtimes found on this machine.
class BuiltInModelsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Source, Type, HealthColumn, ColumnCount };
    enum Role { ChannelRole = Qt::UserRole, ModelRole, DetailRole, StatusRole, FailsRole };

    /// `console` outlives it.
    explicit BuiltInModelsModel(Console &console, QObject *parent = nullptr);
    void update();

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString channel; ///< BuiltInChannelId, or the runtime's provider
        QString source;  ///< the provider's name; empty: this program
        Model model;
        bool fails = false; ///< on purpose
        Status status;
        bool operator==(const Row &) const = default;
    };
    QList<Row> rows() const;

    Console &m_console;
    QList<Row> m_rows;
};

/// How much of their free tokens the gateway keys have used.
struct FreeTokens {
    struct Key {
        QString id;
        QString name;
        qint64 used = 0;
        qint64 allowance = 0;
        double part() const { return allowance > 0 ? double(used) / double(allowance) : used > 0 ? 1 : 0; }
        bool operator==(const Key &) const = default;
    };
    QList<Key> keys; ///< those whose chain holds a built-in model or that have used some; the one nearest to its end first
    qint64 used = 0; ///< the sums
    qint64 allowance = 0;
    bool operator==(const FreeTokens &) const = default;
};
FreeTokens freeTokensOf(const QList<GatewayKey> &keys, const UsageSummary &usage, const QStringList &builtInChannels);

} // namespace understudy
