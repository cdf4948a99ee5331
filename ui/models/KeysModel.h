// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"
#include "models/CandidateFacts.h"

#include <QAbstractTableModel>

namespace understudy {

/// What a row of the list of keys knows of its key's traffic.
struct KeyTraffic {
    qint64 weekRequests = 0;
    qint64 dayTokens = 0;   ///< since midnight UTC, for the limit
    qint64 monthTokens = 0; ///< since the first of the month UTC
    QDateTime lastUsed;     ///< invalid: not among the exchanges at hand
    bool operator==(const KeyTraffic &) const = default;
};

/// The gateway keys. One row a key; what it says comes from KeyWords at the time of asking, so that it follows the language.
class KeysModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Chain, State, Week, Actions, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1,
        KeyRole,      ///< GatewayKey without its secret
        TailRole,     ///< "sk-us_••••W3f9", empty while the vault is locked
        ChainRole,    ///< QList<CandidateFacts>
        WarningsRole, ///< QStringList
        StatusRole,   ///< Status
        LimitRole,    ///< LimitUse: of those that are used the nearest to its end; invalid: none is
        TrafficRole,  ///< KeyTraffic
        MostRequestsRole, ///< qint64, of the row with the most
        DemoRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that stay are updated in place, so that selection and cell widgets survive.
    void load(const Console &console, const TestMemory &tests);
    void setTraffic(const QHash<QString, KeyTraffic> &byKey);
    void setNow(const QDateTime &now); ///< expiry and "3 min ago" follow from it

    int rowOf(const QString &id) const; ///< -1: not there
    QString idAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void retranslate();

private:
    struct Row {
        GatewayKey key; ///< its secret emptied
        QString tail;
        QList<CandidateFacts> chain;
        QList<LimitUse> limits;
        bool operator==(const Row &) const = default;
    };
    QString sentence(const Row &row, int column) const;
    Status status(const Row &row) const;
    void changed(int row);

    QList<Row> m_rows;
    QHash<QString, KeyTraffic> m_traffic;
    QDateTime m_now = QDateTime::currentDateTimeUtc();
};

} // namespace understudy

