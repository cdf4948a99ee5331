// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LogFilterExpression.h"
#include "models/FilterModel.h"

namespace understudy {

class LogModel;

/// The rows of a LogModel that belong to a key and fulfil an expression, and the pinned ones. In the model's order.
class LogFilter final : public FilterModel {
    Q_OBJECT

public:
    explicit LogFilter(QObject *parent = nullptr) : FilterModel(parent) {}

    void setLog(LogModel *log);
    void setExpression(const FilterExpression &expression);
    void setKey(const QString &keyId); ///< empty: all
    const FilterExpression &expression() const { return m_expression; }
    bool isFiltering() const { return !m_expression.isEmpty() || !m_key.isEmpty(); }
    QString key() const { return m_key; }
    /// Whether it fulfils what is asked for, pinned or not.
    bool accepts(const ExchangeRecord &record) const;

private:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

    LogModel *m_log = nullptr;
    FilterExpression m_expression;
    QString m_key;
};

} // namespace understudy
