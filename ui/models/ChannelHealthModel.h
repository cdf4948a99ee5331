// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/Health.h"

#include <QAbstractListModel>

namespace understudy {

/// How one channel is doing.
struct ChannelHealthRow {
    QString channel;
    QString name;
    QString provider; ///< Provider::id
    QString providerName;
    words::Health health;
    bool operator==(const ChannelHealthRow &) const = default;
};

/// One row a channel. A row that changed is told alone, so that countdowns do not disturb the selection.
class ChannelHealthModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ProviderIdRole = Qt::UserRole, SubtitleRole, StatusRole };
    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<ChannelHealthRow> &rows);
    const QList<ChannelHealthRow> &rows() const { return m_rows; }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    void retranslate();

private:
    QList<ChannelHealthRow> m_rows;
};

} // namespace understudy
