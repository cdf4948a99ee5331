// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LogFilterExpression.h"
#include "models/FilterModel.h"

#include <QStringList>

namespace understudy {

/// The rows of a LogModel that belong to a key and fulfil a text: a filter as the command line takes it (LogFilterExpression.h), or
/// words of which every one must stand somewhere (id, key, model, channel, result, status). Keeps the model's order.
class LogFilter final : public FilterModel {
    Q_OBJECT

public:
    using FilterModel::FilterModel;

    void setText(const QString &text); ///< a text that is no filter is taken as words; case does not matter
    void setKey(const QString &keyId); ///< empty: all
    bool isFiltering() const { return !m_words.isEmpty() || !m_key.isEmpty(); }
    QString key() const { return m_key; }

private:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    QStringList m_words;
    FilterExpression m_expression; ///< of fields; empty: the words alone
    QString m_key;
};

} // namespace understudy
