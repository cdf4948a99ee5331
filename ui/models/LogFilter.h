// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/FilterModel.h"

#include <QStringList>

namespace understudy {

/// The rows of a LogModel that belong to a key and hold every word of a text somewhere (id, key, model, channel, result, status).
/// Keeps the model's order.
class LogFilter final : public FilterModel {
    Q_OBJECT

public:
    using FilterModel::FilterModel;

    void setText(const QString &text); ///< words apart by blanks; case does not matter
    void setKey(const QString &keyId); ///< empty: all
    bool isFiltering() const { return !m_words.isEmpty() || !m_key.isEmpty(); }
    QString key() const { return m_key; }

private:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    QStringList m_words;
    QString m_key;
};

} // namespace understudy
