// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Provider.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QStringList>

namespace understudy {

/// The models of a provider with a check box each: which of them a channel opens, of which type they are, and what they cost.
class ModelChoicesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Type, PriceIn, PriceOut, ColumnCount };
    static constexpr qsizetype Most = 5000; ///< of a provider's list; more is no list for people

    using QAbstractTableModel::QAbstractTableModel;

    /// Models that are chosen but not listed are appended. `types`: the user's own word on some.
    void setModels(const QList<Model> &listed, const QStringList &chosen, const QHash<QString, ModelType> &types = {});
    /// Those not there yet are appended, guessed by their names, unticked unless `tick`. Gives how many were new.
    int add(const QStringList &ids, bool tick);
    void tick(const QList<int> &rows, bool tick);

    QStringList chosen() const;
    /// Chosen models whose type a person has changed.
    QHash<QString, ModelType> ownTypes() const;
    QList<Model> models() const; ///< all, with the prices as edited and the provider's own types
    void setCurrency(const QString &currency); ///< of prices that are entered from now on, and of those that have none
    int row(const QString &id) const;          ///< -1: none

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void retranslate();

signals:
    void edited();

private:
    struct Row {
        Model model;
        ModelType type; ///< as the form shows it
        bool chosen;
    };
    void append(const Model &model, bool chosen);
    bool setPrice(std::optional<double> &price, Model &model, const QString &text);

    QList<Row> m_rows;
    QHash<QString, int> m_index;
    QString m_currency = QStringLiteral("CNY");
};

} // namespace understudy
