// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Values.h"

#include "catalog/Lookup.h"

#include <QTimeZone>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString &text) { return Error{ErrorKind::Invalid, text, {}}; }

QString modelTypeWords()
{
    QStringList words;
    for (int i = 0; i < ModelTypeCount; ++i)
        words.append(word(ModelType(i)));
    return words.join(u", "_s);
}

/// Channels of the user that open the model; the built-in ones come last.
QStringList channelsOf(const QString &model, const Configuration &configuration, const Catalogue &catalogue)
{
    QStringList channels;
    for (const Channel &channel : configuration.channels) {
        if (channel.models.contains(model))
            channels.append(channel.id);
    }
    if (catalogue.builtIn().model(model))
        channels.append(BuiltInChannelId);
    return channels;
}

WallTime toWall(const QDateTime &time) { return WallTime(Milliseconds(time.toMSecsSinceEpoch())); }

} // namespace

Result<Milliseconds> parseDuration(QStringView text)
{
    struct Unit {
        QLatin1StringView name;
        double milliseconds;
    };
    static constexpr Unit units[] = {{"ms"_L1, 1}, {"s"_L1, 1000}, {"m"_L1, 60'000}, {"min"_L1, 60'000}, {"h"_L1, 3'600'000}, {"d"_L1, 86'400'000}};
    qsizetype digits = 0;
    while (digits < text.size() && (text[digits].isDigit() || text[digits] == u'.'))
        ++digits;
    bool ok = false;
    const double number = text.left(digits).toDouble(&ok);
    for (const Unit &unit : units) {
        if (ok && text.sliced(digits) == unit.name && number * unit.milliseconds < 1e13)
            return Milliseconds(qint64(number * unit.milliseconds));
    }
    return invalid(u"“%1” is no duration. Write a number with its unit, such as 500ms, 60s or 2m."_s.arg(text));
}

Result<WallTime> parseSince(QStringView text, WallTime now)
{
    if (text == "today"_L1) {
        const QDateTime utc = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).toUTC();
        return toWall(QDateTime(utc.date(), QTime(0, 0), QTimeZone::utc()));
    }
    if (const Result<Milliseconds> age = parseDuration(text))
        return now - *age;
    const QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return invalid(u"“%1” is no time. Write an age (30m, 7d), “today”, a date (2026-11-24) or a date with time (2026-11-24T09:30:00)."_s.arg(text));
    return toWall(time);
}

Result<QDateTime> parseExpiry(QStringView text)
{
    if (text.size() == 10) {
        const QDate date = QDate::fromString(text.toString(), Qt::ISODate);
        if (date.isValid())
            return QDateTime(date, QTime(23, 59, 59), QTimeZone::utc());
    }
    const QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODate);
    if (!time.isValid())
        return invalid(u"“%1” is no date. Write 2026-12-31, or 2026-12-31T18:00:00Z."_s.arg(text));
    return time.toUTC();
}

qint64 parseCount(QStringView text, bool *ok)
{
    qint64 factor = 1;
    if (text.endsWith(u'k'))
        factor = 1000;
    else if (text.endsWith(u'M'))
        factor = 1'000'000;
    const QString digits = (factor == 1 ? text : text.chopped(1)).toString().remove(u'_');
    const qint64 count = digits.toLongLong(ok);
    *ok = *ok && count >= 0 && count <= 9'007'199'254'740'991 / factor;
    return count * factor;
}

Result<Candidate> parseCandidate(const QString &text, const Configuration &configuration, const Catalogue &catalogue)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash > 0) {
        const Candidate candidate{text.left(slash), text.mid(slash + 1)};
        const Provider *runtime = catalogue.provider(candidate.channel);
        const bool named = candidate.channel == BuiltInChannelId || configuration.channel(candidate.channel)
            || (runtime && runtime->origin == ProviderOrigin::Local);
        if (named) {
            if (const Result<ResolvedCandidate> found = resolveCandidate(configuration, catalogue, candidate); !found)
                return Error{ErrorKind::NotFound, found.error().text + u". “understudy-cli channel list” shows what each channel opens."_s, text};
            return candidate;
        }
    }
    const QStringList channels = channelsOf(text, configuration, catalogue);
    if (channels.size() == 1)
        return Candidate{channels.first(), text};
    if (channels.isEmpty())
        return Error{ErrorKind::NotFound, u"no channel opens this model. Write CHANNEL/MODEL; “understudy-cli channel list” and "
                                          "“understudy-cli provider list built-in” show what there is."_s, text};
    return Error{ErrorKind::Invalid, u"several channels open this model (%1). Write which: %2/%3."_s.arg(channels.join(u", "_s), channels.first(), text), text};
}

Result<TypedModel> parseTypedModel(const QString &text)
{
    const qsizetype equals = text.lastIndexOf(u'=');
    const std::optional<ModelType> type = equals > 0 ? modelTypeFromWord(QStringView(text).sliced(equals + 1)) : std::nullopt;
    if (!type)
        return invalid(u"“%1” must be MODEL=TYPE with one of: %2."_s.arg(text, modelTypeWords()));
    return TypedModel{text.left(equals), *type};
}

QString shownTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString isoTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).toUTC().toString(Qt::ISODateWithMs);
}

QString shownDuration(Milliseconds span)
{
    if (span.count() < 1000)
        return u"%1 ms"_s.arg(span.count());
    if (span.count() < 120'000)
        return u"%1 s"_s.arg(QString::number(double(span.count()) / 1000.0, 'f', span.count() % 1000 == 0 ? 0 : 1));
    return u"%1 min"_s.arg(QString::number(double(span.count()) / 60'000.0, 'f', span.count() % 60'000 == 0 ? 0 : 1));
}

QString shownName(const QString &model) { return model.sliced(model.lastIndexOf(u'/') + 1); }

} // namespace understudy::cli
