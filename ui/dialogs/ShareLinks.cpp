// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ShareLinks.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace understudy::share {

using namespace Qt::StringLiterals;

namespace {

QString encoded(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

} // namespace

QUrl cherryStudio(const Account &account)
{
    const QJsonObject provider{{u"id"_s, u"understudy-"_s + account.keyName},
                               {u"name"_s, u"Understudy "_s + account.keyName},
                               {u"type"_s, u"openai"_s},
                               {u"baseUrl"_s, account.baseUrl},
                               {u"apiKey"_s, QString::fromUtf8(account.key.reveal())}};
    QByteArray data = QJsonDocument(provider).toJson(QJsonDocument::Compact).toBase64();
    data.replace('+', '_').replace('/', '-');
    return QUrl(u"cherrystudio://providers/api-keys?v=1&data="_s + encoded(QString::fromLatin1(data)), QUrl::StrictMode);
}

QUrl ccSwitch(const Account &account)
{
    QUrl home(account.baseUrl);
    home.setPath({});
    return QUrl(u"ccswitch://v1/import?resource=provider&app=codex&name="_s + encoded(u"Understudy "_s + account.keyName) + u"&homepage="_s
                    + encoded(home.toString()) + u"&endpoint="_s + encoded(account.baseUrl) + u"&apiKey="_s
                    + encoded(QString::fromUtf8(account.key.reveal())) + u"&model="_s + encoded(account.model),
                QUrl::StrictMode);
}

} // namespace understudy::share
