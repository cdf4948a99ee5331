// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace understudy {

/// A row of two lines: the display text, below it the text of `subtitleRole` in a quieter colour, and at the right the Status of
/// `statusRole`. Long texts are cut in their middle. An empty subtitle leaves one line.
class SubtitleDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    SubtitleDelegate(int subtitleRole, int statusRole, QObject *parent) : QStyledItemDelegate(parent), m_subtitle(subtitleRole), m_status(statusRole) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_subtitle;
    int m_status;
};

} // namespace understudy
