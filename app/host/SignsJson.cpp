// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/SignsJson.h"

namespace understudy {

using namespace Qt::StringLiterals;

QJsonObject networkJson(const NetworkTrouble &trouble)
{
    QJsonArray signs;
    for (const NetworkSign &sign : trouble.signs) {
        signs.append(QJsonObject{{u"kind"_s, word(sign.kind)},
                                 {u"hosts"_s, QJsonArray::fromStringList(sign.hosts)},
                                 {u"durationMs"_s, qint64(sign.duration.count())},
                                 {u"text"_s, englishText(sign)}});
    }
    return {{u"verdict"_s, word(trouble.blame)},
            {u"since"_s, trouble.since ? QJsonValue(qint64(trouble.since->time_since_epoch().count())) : QJsonValue()},
            {u"text"_s, englishText(trouble.blame)},
            {u"evidence"_s, signs}};
}

NetworkTrouble networkFromJson(const QJsonObject &json)
{
    NetworkTrouble trouble;
    trouble.blame = networkBlameFromWord(json.value("verdict"_L1).toString()).value_or(NetworkBlame::Fine);
    if (const QJsonValue since = json.value("since"_L1); since.isDouble())
        trouble.since = WallTime(Milliseconds(since.toInteger()));
    const QJsonArray signs = json.value("evidence"_L1).toArray();
    for (const QJsonValue &value : signs) {
        const QJsonObject one = value.toObject();
        const std::optional<NetworkSign::Kind> kind = networkSignFromWord(one.value("kind"_L1).toString());
        if (!kind)
            continue;
        NetworkSign sign{*kind, {}, Milliseconds(one.value("durationMs"_L1).toInteger())};
        const QJsonArray hosts = one.value("hosts"_L1).toArray();
        for (const QJsonValue &host : hosts)
            sign.hosts.append(host.toString());
        trouble.signs.append(sign);
    }
    return trouble;
}

QJsonArray limitsJson(const QList<LimitUse> &limits)
{
    QJsonArray all;
    for (const LimitUse &use : limits) {
        all.append(QJsonObject{{u"of"_s, use.of == LimitUse::Of::Key ? u"key"_s : u"channel"_s},
                               {u"id"_s, use.id},
                               {u"limit"_s, word(use.kind)},
                               {u"used"_s, use.used},
                               {u"most"_s, use.limit}});
    }
    return all;
}

QList<LimitUse> limitsFromJson(const QJsonArray &json)
{
    QList<LimitUse> all;
    for (const QJsonValue &value : json) {
        const QJsonObject one = value.toObject();
        for (int kind = 0; kind < LimitKindCount; ++kind) {
            if (one.value("limit"_L1).toString() != word(LimitKind(kind)) || one.value("most"_L1).toInteger() <= 0)
                continue;
            all.append({one.value("of"_L1).toString() == "key"_L1 ? LimitUse::Of::Key : LimitUse::Of::Channel, one.value("id"_L1).toString(),
                        LimitKind(kind), one.value("used"_L1).toInteger(), one.value("most"_L1).toInteger()});
        }
    }
    return all;
}

} // namespace understudy
