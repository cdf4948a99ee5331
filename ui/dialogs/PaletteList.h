// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/FuzzyMatch.h"
#include "dialogs/PaletteEntries.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

namespace understudy {

/// What the palette offers for what was typed: the best match first; among equals, and with nothing typed, what was used lately,
/// then the given order.
class PaletteList final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { HintRole = Qt::UserRole, ShortcutRole, FoundRole };
    static constexpr int Most = 50;

    using QAbstractListModel::QAbstractListModel;

    void setEntries(QList<PaletteEntry> entries, const QStringList &recent);
    void setNeedle(const QString &needle);
    const PaletteEntry &entry(int row) const { return m_entries[m_rows[size_t(row)].entry]; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        qsizetype entry;
        FuzzyMatch match;
    };
    QList<PaletteEntry> m_entries;
    std::vector<Row> m_rows;
    QString m_needle;
};

/// One line: the title with what was found in bold, the hint, the shortcut at the right.
class PaletteDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace understudy
