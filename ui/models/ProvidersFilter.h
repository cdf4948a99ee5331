// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/FilterModel.h"

namespace understudy {

/// Providers whose name, id or host contains a text; on demand only those with a channel. Unsorted it keeps the catalogue's order.
class ProvidersFilter final : public FilterModel {
    Q_OBJECT

public:
    explicit ProvidersFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    void setOnlyConfigured(bool only);

private:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

    QString m_text;
    bool m_onlyConfigured = false;
};

} // namespace understudy
