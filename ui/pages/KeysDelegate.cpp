// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/KeysDelegate.h"

#include "models/KeysModel.h"
#include "widgets/TwoLineDelegate.h"
#include "words/LimitWords.h"
#include "words/Quantities.h"
#include "words/TypeWords.h"

#include <QApplication>
#include <QPainter>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int Side = 10;
constexpr int LineGap = 4;
constexpr int BarHeight = 4;
constexpr int TagInset = 6;

void line(QPainter *painter, const QRect &rect, const QFont &font, const QColor &color, const QString &text, Qt::TextElideMode mode = Qt::ElideMiddle)
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(text, mode, rect.width()));
}

void tag(QPainter *painter, const QRect &rect, const QString &text)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Theme::color(Tone::Hairline));
    painter->setBrush(Theme::color(Tone::Surface));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
    painter->setFont(Theme::small());
    painter->setPen(Theme::color(Tone::Muted));
    painter->drawText(rect, Qt::AlignCenter, text);
}

/// `part` of the bar filled; a little of it at least, when there is anything.
void paintBar(QPainter *painter, QRectF bar, double part, Tone tone)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(Theme::color(Tone::Hairline));
    painter->drawRoundedRect(bar, BarHeight / 2.0, BarHeight / 2.0);
    if (part <= 0)
        return;
    bar.setWidth(std::max<double>(BarHeight, bar.width() * part));
    painter->setBrush(Theme::color(tone));
    painter->drawRoundedRect(bar, BarHeight / 2.0, BarHeight / 2.0);
}

} // namespace

QList<ChainChip> chipsOf(const QList<CandidateFacts> &chain)
{
    QList<ChainChip> chips;
    for (qsizetype i = 0; i < chain.size(); ++i) {
        const CandidateFacts &facts = chain[i];
        const Status status = facts.status();
        chips.append({status.mark, words::shortModelName(facts.candidate.model), status.tone,
                      KeysDelegate::tr("%1 (%2): %3").arg(facts.name(), facts.origin == ProviderOrigin::BuiltIn ? words::builtInName() : facts.providerName, status.word),
                      i > 0 && chain[i - 1].model.type != facts.model.type});
    }
    return chips;
}

int KeysDelegate::rowHeight(const QFont &font) { return ChainChips::heightOf(font) + 2 * QFontMetrics(Theme::small()).height() + 16; }

void KeysDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    painter->save();
    painter->fillRect(row.rect, row.palette.color(QPalette::Base)); // the view has painted its strong highlight below
    TwoLineDelegate::paintRowBackground(painter, row);
    const QRect rect = row.rect.adjusted(Side, 0, -4, 0);
    switch (index.column()) {
    case KeysModel::Name: paintName(painter, rect, row, index); break;
    case KeysModel::Chain: paintChain(painter, rect, row, index); break;
    case KeysModel::State: paintState(painter, rect, row, index); break;
    case KeysModel::Week: paintWeek(painter, rect, row, index); break;
    default: break;
    }
    painter->setPen(Theme::color(Tone::Hairline));
    painter->drawLine(row.rect.bottomLeft(), row.rect.bottomRight());
    if (row.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(row);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, row.widget);
    }
    painter->restore();
}

void KeysDelegate::paintName(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics name(Theme::strong()), small(Theme::small());
    const int block = name.height() + LineGap + small.height();
    QRect top(rect.left(), rect.top() + (rect.height() - block) / 2, rect.width(), name.height());
    const QString text = index.data().toString();
    if (index.data(KeysModel::DemoRole).toBool()) {
        const QString word = tr("demo");
        const int width = small.horizontalAdvance(word) + 2 * TagInset;
        const int used = std::min(name.horizontalAdvance(text), top.width() - width - Theme::Gap);
        tag(painter, QRect(top.left() + used + Theme::Gap, top.top() - 1, width, small.height() + 4), word);
        top.setWidth(used + 1);
    }
    line(painter, top, Theme::strong(), option.palette.color(QPalette::Text), text);
    const QString tail = index.data(KeysModel::TailRole).toString();
    line(painter, QRect(rect.left(), top.bottom() + 1 + LineGap, rect.width(), small.height()), Theme::small(), Theme::color(Tone::Muted),
         tail.isEmpty() ? tr("locked") : tail, Qt::ElideLeft);
}

void KeysDelegate::paintChain(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QList<ChainChip> chips = chipsOf(index.data(KeysModel::ChainRole).value<QList<CandidateFacts>>());
    const QStringList warnings = index.data(KeysModel::WarningsRole).toStringList();
    const int chipsHeight = ChainChips::heightOf(option.font);
    QRect room = rect;
    const QFontMetrics small(Theme::small());
    QRect words;
    QString text;
    if (!warnings.isEmpty()) {
        text = u"▲ "_s + warnings.join(u"; "_s);
        const int lines = std::min(2 * small.height(), small.boundingRect(QRect(0, 0, rect.width(), 1000), Qt::TextWordWrap, text).height());
        const int block = chipsHeight + LineGap + lines;
        room.setTop(rect.top() + (rect.height() - block) / 2);
        room.setHeight(chipsHeight);
        words = QRect(rect.left(), room.bottom() + 1 + LineGap, rect.width(), lines);
    }
    painter->setPen(option.palette.color(QPalette::Text));
    ChainChips::paint(painter, room, chips, option.font);
    if (text.isEmpty())
        return;
    painter->setFont(Theme::small());
    painter->setPen(Theme::color(Tone::Caution));
    painter->setClipRect(words);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
    painter->setClipping(false);
}

/// The state, and how much of the tightest limit is used.
void KeysDelegate::paintState(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Status status = index.data(KeysModel::StatusRole).value<Status>();
    const QVariant nearest = index.data(KeysModel::LimitRole);
    if (!nearest.isValid()) {
        StatusMark::paint(painter, rect, status, option.font);
        return;
    }
    const auto use = nearest.value<LimitUse>();
    const QFontMetrics metrics(option.font), small(Theme::small());
    const int block = metrics.height() + 2 + BarHeight + LineGap + small.height();
    const QRect row(rect.left(), rect.top() + (rect.height() - block) / 2, rect.width() - 4, metrics.height());
    StatusMark::paint(painter, row, status, option.font);
    const Tone tone = words::limitTone(use);
    paintBar(painter, QRectF(row.left(), row.bottom() + 3, row.width(), BarHeight), usedPercent(use) / 100.0, tone == Tone::Muted ? Tone::Accent : tone);
    line(painter, QRect(row.left(), row.bottom() + 1 + 2 + BarHeight + LineGap, row.width(), small.height()), Theme::small(), Theme::color(Tone::Muted),
         words::limitShort(use), Qt::ElideRight);
}

void KeysDelegate::paintWeek(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto traffic = index.data(KeysModel::TrafficRole).value<KeyTraffic>();
    const qint64 most = index.data(KeysModel::MostRequestsRole).toLongLong();
    const QFontMetrics metrics(option.font), small(Theme::small());
    const int block = metrics.height() + 2 + BarHeight + LineGap + small.height();
    QRect row(rect.left(), rect.top() + (rect.height() - block) / 2, rect.width() - 4, metrics.height());
    line(painter, row, option.font, option.palette.color(traffic.weekRequests > 0 ? QPalette::Text : QPalette::PlaceholderText), words::count(traffic.weekRequests));
    paintBar(painter, QRectF(row.left(), row.bottom() + 3, row.width(), BarHeight), most > 0 ? double(traffic.weekRequests) / double(most) : 0, Tone::Accent);
    const QString used = traffic.lastUsed.isValid() ? words::ago(traffic.lastUsed, QDateTime::currentDateTimeUtc())
        : traffic.weekRequests > 0                  ? tr("this week")
                                                    : tr("not used lately");
    line(painter, QRect(row.left(), row.bottom() + 1 + 2 + BarHeight + LineGap, row.width(), small.height()), Theme::small(), Theme::color(Tone::Muted), used, Qt::ElideRight);
}

} // namespace understudy
