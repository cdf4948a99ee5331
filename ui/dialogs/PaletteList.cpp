// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/PaletteList.h"

#include "theme/Theme.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

void PaletteList::setEntries(QList<PaletteEntry> entries, const QStringList &recent)
{
    m_entries = std::move(entries);
    const auto age = [&recent](const PaletteEntry &entry) {
        const qsizetype at = recent.indexOf(entry.id);
        return at < 0 ? recent.size() : at;
    };
    std::stable_sort(m_entries.begin(), m_entries.end(), [&](const PaletteEntry &a, const PaletteEntry &b) { return age(a) < age(b); });
    setNeedle({});
}

void PaletteList::setNeedle(const QString &needle)
{
    beginResetModel();
    m_needle = needle;
    m_rows.clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        // The id is English: it helps who types without an input method while the program speaks Chinese.
        if (const std::optional<FuzzyMatch> match = fuzzyMatch(needle, m_entries[i].title, m_entries[i].hint + u' ' + m_entries[i].id))
            m_rows.push_back({i, *match});
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) { return a.match.score > b.match.score; });
    if (m_rows.size() > Most)
        m_rows.resize(Most);
    endResetModel();
}

QVariant PaletteList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const PaletteEntry &entry = this->entry(index.row());
    const QString keys = entry.shortcut.toString(QKeySequence::NativeText);
    switch (role) {
    case Qt::DisplayRole: return entry.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{entry.title, entry.hint, keys};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case HintRole: return entry.hint;
    case ShortcutRole: return keys;
    case FoundRole: return QVariant::fromValue(m_rows[size_t(index.row())].match.positions);
    default: return {};
    }
}

namespace {

constexpr int Inset = 12;

/// One line of text, its found characters bold; gives the width that it took.
int drawTitle(QPainter *painter, const QRect &rect, const QString &title, const QList<int> &found, const QFont &font, const QColor &color)
{
    const QString shown = QFontMetrics(font).elidedText(title, Qt::ElideMiddle, rect.width());
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> bold;
    if (shown == title) {
        for (const int at : found) {
            QTextLayout::FormatRange range;
            range.start = at;
            range.length = 1;
            range.format.setFontWeight(QFont::Bold);
            bold.append(range);
        }
    }
    layout.setFormats(bold);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width() + 100); // never wrap
    layout.endLayout();
    painter->setPen(color);
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
    return int(std::ceil(line.naturalTextWidth()));
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::color(chosen ? Tone::Accent : Tone::Hover));
        painter->drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), Theme::Radius, Theme::Radius);
    }
    const QColor text = chosen ? Theme::color(Tone::AccentText) : option.palette.color(QPalette::Text);
    const QColor quiet = chosen ? text : Theme::color(Tone::Muted);
    QRect room = option.rect.adjusted(Inset + 4, 0, -Inset - 4, 0);
    painter->setFont(option.font);
    const QString keys = index.data(PaletteList::ShortcutRole).toString();
    if (!keys.isEmpty()) {
        painter->setPen(quiet);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, keys);
        room.setRight(room.right() - option.fontMetrics.horizontalAdvance(keys) - Theme::WideGap);
    }
    const int taken = drawTitle(painter, room, index.data().toString(), index.data(PaletteList::FoundRole).value<QList<int>>(), option.font, text);
    const QRect rest = room.adjusted(taken + Theme::WideGap, 0, 0, 0);
    if (rest.width() > 40) {
        painter->setPen(quiet);
        painter->setFont(Theme::small());
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(Theme::small()).elidedText(index.data(PaletteList::HintRole).toString(), Qt::ElideRight, rest.width()));
    }
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, std::max(Theme::RowHeight, option.fontMetrics.height() + 14)};
}

} // namespace understudy
