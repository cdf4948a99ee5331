// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/Quantities.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Second = 1000, Minute = 60 * Second, Hour = 60 * Minute, Day = 24 * Hour;

QString say(const char *text, int n = -1) { return QCoreApplication::translate("understudy::words", text, nullptr, n); }

} // namespace

QString duration(qint64 ms)
{
    const QLocale locale;
    if (ms < Second)
        return say(QT_TRANSLATE_NOOP("understudy::words", "%1 ms")).arg(locale.toString(ms));
    if (ms < Minute)
        return say(QT_TRANSLATE_NOOP("understudy::words", "%1 s")).arg(locale.toString(double(ms) / Second, 'f', ms % Second == 0 ? 0 : 1));
    const auto two = [&locale](const QString &both, const QString &one, qint64 large, qint64 small) {
        return small ? both.arg(locale.toString(large), locale.toString(small)) : one.arg(locale.toString(large));
    };
    if (ms < Hour) {
        return two(say(QT_TRANSLATE_NOOP("understudy::words", "%1 min %2 s")), say(QT_TRANSLATE_NOOP("understudy::words", "%1 min")), ms / Minute,
                   ms % Minute / Second);
    }
    if (ms < Day) {
        return two(say(QT_TRANSLATE_NOOP("understudy::words", "%1 h %2 min")), say(QT_TRANSLATE_NOOP("understudy::words", "%1 h")), ms / Hour,
                   ms % Hour / Minute);
    }
    return two(say(QT_TRANSLATE_NOOP("understudy::words", "%1 d %2 h")), say(QT_TRANSLATE_NOOP("understudy::words", "%1 d")), ms / Day, ms % Day / Hour);
}

QString duration(Milliseconds time) { return duration(qint64(time.count())); }

QString count(qint64 number) { return QLocale().toString(number); }

QString percent(double part)
{
    // 99.96 % must not become 100 %: something did fail.
    double shown = std::round(part * 1000) / 10;
    if (shown >= 100 && part < 1)
        shown = 99.9;
    if (shown <= 0 && part > 0)
        shown = 0.1;
    return QLocale().toString(shown, 'f', std::abs(shown - std::round(shown)) < 0.05 ? 0 : 1) + u" %"_s;
}

QString bytes(qint64 size) { return QLocale().formattedDataSize(size, 1, QLocale::DataSizeSIFormat); }

QString tokens(const std::optional<qint64> &tokens, Provenance provenance)
{
    if (!tokens || provenance == Provenance::Unknown)
        return say(QT_TRANSLATE_NOOP("understudy::words", "unknown"));
    return (provenance == Provenance::Estimated ? u"≈"_s : QString()) + count(*tokens);
}

QString tokenSum(const TokenSum &sum)
{
    if (sum.unknown > 0 && !sum.known)
        return andUnknown({});
    const QString known = (sum.estimated > 0 ? u"≈"_s : QString()) + count(sum.tokens);
    return sum.unknown > 0 ? andUnknown(known) : known;
}

QString andUnknown(const QString &known)
{
    return known.isEmpty() ? say(QT_TRANSLATE_NOOP("understudy::words", "unknown")) : say(QT_TRANSLATE_NOOP("understudy::words", "%1 + unknown")).arg(known);
}

QString notCountedYet(qint64 requests)
{
    return QCoreApplication::translate("understudy::words", "%Ln request(s) recorded, not counted here yet", nullptr, int(requests));
}

QString ago(const QDateTime &then, const QDateTime &now)
{
    const qint64 passed = then.msecsTo(now);
    if (passed < 5 * Second && passed > -Minute)
        return say(QT_TRANSLATE_NOOP("understudy::words", "now"));
    if (passed < Minute && passed >= 0)
        return say(QT_TRANSLATE_NOOP("understudy::words", "%1 s ago")).arg(passed / Second);
    if (passed < Hour && passed >= 0)
        return say(QT_TRANSLATE_NOOP("understudy::words", "%1 min ago")).arg(passed / Minute);
    const QLocale locale;
    const QDateTime local = then.toLocalTime();
    const QString time = locale.toString(local.time(), u"HH:mm"_s);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return say(QT_TRANSLATE_NOOP("understudy::words", "today, %1")).arg(time);
    if (days == 1)
        return say(QT_TRANSLATE_NOOP("understudy::words", "yesterday, %1")).arg(time);
    return locale.toString(local.date(), QLocale::ShortFormat) + u", "_s + time;
}

QString absolute(const QDateTime &time)
{
    const QLocale locale;
    const QDateTime local = time.toLocalTime();
    return locale.toString(local.date(), QLocale::LongFormat) + u' ' + locale.toString(local.time(), u"HH:mm:ss"_s);
}

QString clockTime(const QDateTime &time) { return QLocale().toString(time.toLocalTime().time(), u"HH:mm:ss"_s); }

QDateTime toDateTime(WallTime time) { return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()); }

} // namespace understudy::words
