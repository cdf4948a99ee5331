// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/CandidateFacts.h"
#include "widgets/ChainChips.h"

#include <QStyledItemDelegate>

namespace understudy {

/// The chain as chips with the colours of its candidates' health.
QList<ChainChip> chipsOf(const QList<CandidateFacts> &chain);

/// Paints the rows of KeysModel: name over key tail, chips over warnings, state, requests over last use.
class KeysDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static int rowHeight(const QFont &font);

private:
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintName(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintChain(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintState(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintWeek(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace understudy
