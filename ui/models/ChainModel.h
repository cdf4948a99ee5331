// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/CandidateFacts.h"

#include <QAbstractListModel>

namespace understudy {

/// The call order of a key. Rows of one type stand together, because only they stand in for each other: a group keeps the order of
/// its rows, the groups that of their first members. A row moves inside its group; the first of a group going up, or the last one
/// going down, takes its whole group with it. Everything that views, keys and buttons do is one of the functions here.
class ChainModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        FactsRole = Qt::UserRole + 1,
        PositionRole,  ///< int, in its group: 0 = primary
        GroupSizeRole, ///< int
        HeadingRole,   ///< the type's name on the first row of a group when there are several groups, else empty
    };

    using QAbstractListModel::QAbstractListModel;

    void setChain(const QList<CandidateFacts> &chain);
    /// Those of `chosen` that are there keep their places, the others of `chosen` come behind them, the rest goes.
    void choose(const QList<CandidateFacts> &chosen);
    /// The stored order. A chain whose types were mixed and that nobody touched comes back as it was given.
    QList<Candidate> chain() const;
    const QList<CandidateFacts> &rows() const { return m_rows; }

    struct Group {
        ModelType type = ModelType::Chat;
        int first = 0; ///< row
        int size = 0;
    };
    QList<Group> groups() const;
    Group groupOf(int row) const;
    bool hasReasoning() const;

    bool canMoveUp(int row) const;
    bool canMoveDown(int row) const;
    int moveUp(int row);   ///< the row's new place; `row` itself when it cannot
    int moveDown(int row);
    int makePrimary(int row);
    void remove(int row);
    /// Largest first inside each group; those of unknown size keep their order behind the others.
    QList<CandidateFacts> suggestedOrder() const;
    void suggest();

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// One row inside its group, or one whole group to the border of another.
    bool moveRows(const QModelIndex &sourceParent, int source, int count, const QModelIndex &destinationParent, int destination) override;

    // Drag and drop inside the model. Rows are never removed behind a drop: removeRows is not implemented on purpose.
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

    void retranslate();

signals:
    void chainChanged();
    void moved(int row); ///< a row (or the first of a group) went there; chainChanged() came before

private:
    static QList<CandidateFacts> grouped(const QList<CandidateFacts> &chain);
    void replace(const QList<CandidateFacts> &rows);
    bool shift(int source, int count, int destination);
    void afterChange();

    QList<CandidateFacts> m_rows;
    QList<Candidate> m_given; ///< as setChain got it
    QList<Candidate> m_untouched; ///< m_rows right after that
};

} // namespace understudy
