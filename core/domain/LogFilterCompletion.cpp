// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/LogFilterCompletion.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// The beginning of the word at the end of `text`; blanks in quotes do not part words.
qsizetype lastWord(QStringView text)
{
    qsizetype begin = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\\' && quoted)
            ++i;
        else if (text[i] == u'"')
            quoted = !quoted;
        else if (text[i].isSpace() && !quoted)
            begin = i + 1;
    }
    return begin;
}

/// Those that begin like `part` first, then those that hold it; each in the order that they have.
QStringList fitting(const QStringList &all, QStringView part)
{
    const QString wanted = filter::folded(part);
    QStringList begin, hold;
    for (const QString &one : all) {
        const QString lower = filter::folded(one);
        if (lower == wanted)
            continue; // it is there already
        if (lower.startsWith(wanted))
            begin.append(one);
        else if (lower.contains(wanted))
            hold.append(one);
    }
    return begin + hold;
}

QStringList valuesOf(FilterField field, const FilterNames &names)
{
    switch (field) {
    case FilterField::Key: return names.keys;
    case FilterField::Model: return names.models;
    case FilterField::Channel: return names.channels;
    case FilterField::Since:
    case FilterField::Until: return {u"15m"_s, u"1h"_s, u"24h"_s, u"7d"_s, u"today"_s, u"yesterday"_s};
    case FilterField::Duration: return {u"1s"_s, u"10s"_s, u"60s"_s};
    case FilterField::First: return {u"500ms"_s, u"2s"_s};
    default: return filterWords(field);
    }
}

} // namespace

FilterProposals completeFilter(const QString &text, qsizetype cursor, const FilterNames &names)
{
    const QStringView before = QStringView(text).left(std::clamp<qsizetype>(cursor, 0, text.size()));
    FilterProposals done;
    done.at = lastWord(before);
    QStringView part = before.mid(done.at);
    if (part.startsWith(u'-')) {
        ++done.at;
        part = part.mid(1);
    }
    const auto isSign = [](QChar c) { return c == u':' || c == u'\uFF1A' || c == u'<' || c == u'>' || c == u'='; };
    const auto sign = std::find_if(part.begin(), part.end(), isSign);
    if (sign == part.end()) {
        done.length = part.size();
        QStringList words;
        for (int i = 1; i < FilterFieldCount; ++i)
            words.append(QString(word(FilterField(i))));
        const QStringList fits = fitting(words, part);
        for (const QString &one : fits) {
            const FilterField field = *filterFieldFromWord(one);
            const bool number = isComparable(field) && filterWords(field).isEmpty();
            done.proposals.append({one + (number ? u'>' : u':'), true, field});
        }
        // A whole field without its colon: the word itself is what fits best.
        if (const auto field = filterFieldFromWord(part); field && !part.isEmpty())
            done.proposals.prepend({QString(word(*field)) + u':', true, *field});
    } else if (const auto field = filterFieldFromWord(part.left(sign - part.begin()))) {
        auto value = std::find_if_not(sign, part.end(), isSign);
        for (auto it = value; it != part.end(); ++it) { // the last of a list
            if (*it == u',' && std::count(value, it, u'"') % 2 == 0)
                value = it + 1;
        }
        done.at += value - part.begin();
        done.length = part.end() - value;
        QStringView typed = part.mid(value - part.begin());
        if (typed.startsWith(u'"'))
            typed = typed.mid(1);
        const QStringList fits = fitting(valuesOf(*field, names), typed);
        for (const QString &one : fits) {
            const QString term = toText(FilterTerm{*field, FilterOperator::Is, false, {one}, {}});
            done.proposals.append({term.mid(term.indexOf(u':') + 1), false, *field});
        }
    } else {
        done.length = part.size();
    }
    if (done.proposals.size() > MostProposals)
        done.proposals.resize(MostProposals);
    return done;
}

} // namespace understudy
