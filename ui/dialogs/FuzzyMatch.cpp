// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/FuzzyMatch.h"

#include <algorithm>

namespace understudy {

namespace {

constexpr int AtStart = 120, AtWord = 100, Inside = 60, Beginnings = 40, WithGaps = 15, InHint = 30;
constexpr qsizetype ShortestWithGaps = 3; ///< two letters with gaps are in nearly everything

/// Unlike QString::toCaseFolded it keeps the length, so that positions stay those of the text.
QString folded(QStringView text)
{
    QString out = text.toString();
    for (QChar &c : out)
        c = c.toCaseFolded();
    return out;
}

bool beginsWord(const QString &text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar c = text[at];
    return !text[at - 1].isLetterOrNumber() || c.script() == QChar::Script_Han || text[at - 1].script() == QChar::Script_Han;
}

QList<int> run(qsizetype from, qsizetype length)
{
    QList<int> positions;
    for (qsizetype i = 0; i < length; ++i)
        positions.append(int(from + i));
    return positions;
}

/// The rest of `word` from `typed` on in `text` from `from` on, each letter beside the last one or at the start of a word.
bool beginnings(const QString &word, qsizetype typed, const QString &text, qsizetype from, QList<int> &positions)
{
    if (typed == word.size())
        return true;
    for (qsizetype at = from; at < text.size(); ++at) {
        const bool beside = !positions.isEmpty() && at == positions.last() + 1;
        if (text[at] != word[typed] || !(beside || beginsWord(text, at)))
            continue;
        positions.append(int(at));
        if (beginnings(word, typed + 1, text, at + 1, positions))
            return true;
        positions.removeLast();
    }
    return false;
}

std::optional<FuzzyMatch> inTitle(const QString &word, const QString &title)
{
    qsizetype best = -1;
    for (qsizetype at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
        if (best < 0)
            best = at;
        if (beginsWord(title, at)) {
            best = at;
            break;
        }
    }
    if (best >= 0)
        return FuzzyMatch{best == 0 ? AtStart : beginsWord(title, best) ? AtWord : Inside, run(best, word.size())};
    QList<int> positions;
    if (beginnings(word, 0, title, 0, positions))
        return FuzzyMatch{Beginnings, positions};
    if (word.size() < ShortestWithGaps)
        return std::nullopt;
    positions.clear();
    for (qsizetype at = 0, typed = 0; at < title.size() && typed < word.size(); ++at) {
        if (title[at] != word[typed])
            continue;
        positions.append(int(at));
        ++typed;
    }
    if (positions.size() < word.size() || positions.last() - positions.first() > 3 * word.size())
        return std::nullopt;
    return FuzzyMatch{WithGaps, positions};
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView needle, QStringView title, QStringView hint)
{
    FuzzyMatch whole;
    const QString where = folded(title), also = folded(hint);
    const QStringList words = folded(needle).simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (const std::optional<FuzzyMatch> found = inTitle(word, where)) {
            whole.score += found->score;
            whole.positions += found->positions;
        } else if (also.contains(word)) {
            whole.score += InHint;
        } else {
            return std::nullopt;
        }
    }
    std::sort(whole.positions.begin(), whole.positions.end());
    whole.positions.erase(std::unique(whole.positions.begin(), whole.positions.end()), whole.positions.end());
    return whole;
}

} // namespace understudy
