// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ConfigurationDiff.h"

#include <QAbstractItemModel>

namespace understudy {

/// The differences as a tree for the preview of an import: parts, and below each what changes. A part that is new or changed has a
/// check box: ticked, it is taken from the file. Settings of the gateway come last; what is the same is left out unless asked for.
class ImportModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { What, Before, After, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void setEntries(const QList<diff::Entry> &entries);
    void showSame(bool show);
    void takeAll(bool take);

    int count(diff::Change change) const;
    QList<diff::Reference> taken() const;
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void takenChanged();

private:
    struct Row {
        diff::Entry entry;
        bool take = true;
    };
    /// A line below a part: a member, or where a credential would go.
    QString detail(const Row &row, int line, int column) const;
    int lines(const Row &row) const;
    QString title(const Row &row) const;
    QString state(const Row &row) const;
    void select();

    QList<diff::Entry> m_entries;
    QList<Row> m_rows; ///< those that are shown
    bool m_same = false;
};

} // namespace understudy
