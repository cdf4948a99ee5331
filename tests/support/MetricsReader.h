// SPDX-License-Identifier: GPL-3.0-or-later
// A strict reader of the Prometheus text format 0.0.4: stricter than Prometheus, so that what passes here is read anywhere.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QString>

namespace understudy::test {

struct MetricSample {
    QString name; ///< with _bucket, _sum, _count
    QMap<QString, QString> labels;
    double value = 0;
};

struct MetricsPage {
    QHash<QString, QString> types; ///< by the metric's name
    QList<MetricSample> samples;
    QString problem; ///< empty: the whole text is good

    /// The sum of all samples of that name whose labels include these.
    double sum(const QString &name, const QMap<QString, QString> &labels = {}) const
    {
        double all = 0;
        for (const MetricSample &sample : samples) {
            bool fits = sample.name == name;
            for (auto label = labels.cbegin(); fits && label != labels.cend(); ++label)
                fits = sample.labels.value(label.key()) == label.value();
            all += fits ? sample.value : 0;
        }
        return all;
    }
    bool has(const QString &name) const
    {
        return std::any_of(samples.begin(), samples.end(), [&](const MetricSample &sample) { return sample.name == name; });
    }
    QSet<QString> labelsOf(const QString &name) const
    {
        QSet<QString> labels;
        for (const MetricSample &sample : samples) {
            if (sample.name == name) {
                for (const QString &label : sample.labels.keys())
                    labels.insert(label);
            }
        }
        return labels;
    }
};

namespace detail {

using namespace Qt::StringLiterals;

/// `{a="b",c="d\\n"}` at `at`; false: it is not well formed.
inline bool readLabels(const QString &line, qsizetype &at, QMap<QString, QString> &labels)
{
    static const QRegularExpression name(u"[a-zA-Z_][a-zA-Z0-9_]*"_s);
    ++at;
    while (at < line.size() && line[at] != u'}') {
        const QRegularExpressionMatch found = name.match(line, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!found.hasMatch() || line.mid(found.capturedEnd(), 2) != "=\""_L1 || labels.contains(found.captured()))
            return false;
        at = found.capturedEnd() + 2;
        QString value;
        for (;; ++at) {
            if (at >= line.size())
                return false;
            if (line[at] == u'"')
                break;
            if (line[at] != u'\\') {
                value += line[at];
                continue;
            }
            const QChar next = ++at < line.size() ? line[at] : QChar();
            if (next != u'\\' && next != u'"' && next != u'n')
                return false;
            value += next == u'n' ? QChar(u'\n') : next;
        }
        labels.insert(found.captured(), value);
        ++at;
        if (at < line.size() && line[at] == u',' && line.mid(at + 1, 1) != u'}')
            ++at;
        else if (at >= line.size() || line[at] != u'}')
            return false;
    }
    ++at;
    return at <= line.size();
}

/// Of the histogram `name` each series: buckets in order and never falling, the last one +Inf and equal to the count, one sum.
inline QString checkHistogram(const MetricsPage &page, const QString &name)
{
    struct Series {
        QList<QPair<double, double>> buckets;
        int sums = 0;
        QList<double> counts;
    };
    QMap<QString, Series> all;
    for (const MetricSample &sample : page.samples) {
        QMap<QString, QString> labels = sample.labels;
        const QString le = labels.take(u"le"_s);
        QString id;
        for (auto label = labels.cbegin(); label != labels.cend(); ++label)
            id += label.key() + u'=' + label.value() + u';';
        if (sample.name == name + "_bucket"_L1)
            all[id].buckets.append({le == "+Inf"_L1 ? qInf() : le.toDouble(), sample.value});
        else if (sample.name == name + "_sum"_L1)
            ++all[id].sums;
        else if (sample.name == name + "_count"_L1)
            all[id].counts.append(sample.value);
        else if (sample.name == name)
            return name + u": a histogram has no sample of its own name"_s;
    }
    for (const Series &series : std::as_const(all)) {
        if (series.buckets.isEmpty() || series.sums != 1 || series.counts.size() != 1)
            return name + u": a series without buckets, or not with one sum and one count"_s;
        for (qsizetype i = 1; i < series.buckets.size(); ++i) {
            if (!(series.buckets[i].first > series.buckets[i - 1].first) || series.buckets[i].second < series.buckets[i - 1].second)
                return name + u": buckets are not in order, or fall"_s;
        }
        if (series.buckets.last().first != qInf() || series.buckets.last().second != series.counts.first())
            return name + u": the bucket +Inf is missing or not the count"_s;
    }
    return {};
}

} // namespace detail

inline MetricsPage readMetrics(const QByteArray &text)
{
    using namespace Qt::StringLiterals;
    static const QRegularExpression heading(u"^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$"_s);
    static const QRegularExpression nameAtStart(u"^[a-zA-Z_:][a-zA-Z0-9_:]*"_s);
    static const QRegularExpression number(u"^-?[0-9]+(\\.[0-9]+)?(e[+-]?[0-9]+)?$"_s);
    MetricsPage page;
    const auto fail = [&page](const QString &line, const char *why) {
        page.problem = QString::fromLatin1(why) + u": "_s + line;
        return page;
    };
    if (!text.endsWith('\n') || text.contains('\r'))
        return fail({}, "the last line has no end, or there is a carriage return");
    QHash<QString, int> helps;
    QSet<QString> series;
    QString current;
    const QStringList lines = QString::fromUtf8(text.chopped(1)).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(u'#')) {
            const QRegularExpressionMatch match = heading.match(line);
            if (!match.hasMatch())
                return fail(line, "neither HELP nor TYPE");
            const QString name = match.captured(2);
            if (match.captured(1) == "HELP"_L1) {
                if (helps[name]++ > 0)
                    return fail(line, "HELP twice");
                continue;
            }
            if (page.types.contains(name) || helps.value(name) != 1)
                return fail(line, "TYPE twice or without HELP");
            if (!QStringList{u"counter"_s, u"gauge"_s, u"histogram"_s}.contains(match.captured(3)))
                return fail(line, "an unknown type");
            page.types.insert(name, match.captured(3));
            current = name;
            continue;
        }
        MetricSample sample;
        const QRegularExpressionMatch match = nameAtStart.match(line);
        if (!match.hasMatch())
            return fail(line, "no name");
        sample.name = match.captured();
        qsizetype at = match.capturedEnd();
        if (at < line.size() && line[at] == u'{' && !detail::readLabels(line, at, sample.labels))
            return fail(line, "bad labels");
        QString base = sample.name;
        if (page.types.value(current) == "histogram"_L1) {
            for (const QLatin1StringView suffix : {"_bucket"_L1, "_sum"_L1, "_count"_L1}) {
                if (base == current + suffix)
                    base = current;
            }
        }
        if (base != current)
            return fail(line, "a sample that does not follow its TYPE");
        if (page.types.value(current) == "counter"_L1 && !current.endsWith("_total"_L1))
            return fail(line, "a counter whose name does not end in _total");
        if (line.mid(at, 1) != u' ' || !number.match(line.mid(at + 1)).hasMatch())
            return fail(line, "no number");
        sample.value = line.mid(at + 1).toDouble();
        const QString id = line.left(at);
        if (series.contains(id))
            return fail(line, "the same series twice");
        series.insert(id);
        page.samples.append(sample);
    }
    for (auto type = page.types.cbegin(); type != page.types.cend() && page.problem.isEmpty(); ++type) {
        if (type.value() == "histogram"_L1)
            page.problem = detail::checkHistogram(page, type.key());
    }
    return page;
}

} // namespace understudy::test
