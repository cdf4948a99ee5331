// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

#include <QAbstractTableModel>

namespace understudy {

/// The attempts of one exchange as a table, with the candidates that were not called below.
class AttemptTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Model, Outcome, Code, Started, FirstOutput, Took, Tokens, Then, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const ExchangeRecord &record);
    void retranslate();
    QString channel(int row) const; ///< of the attempt, or of the candidate that was not called

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const AttemptRecord &attempt, int column) const;
    QString text(const SkippedCandidate &skipped, int column) const;

    QList<AttemptRecord> m_attempts;
    QList<SkippedCandidate> m_skipped;
};

} // namespace understudy
