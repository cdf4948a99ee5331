// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Configuration.h"

#include <QJsonArray>
#include <QJsonObject>

/// The nested parts of a configuration as they stand in text columns. Not the format of configuration files (SEMANTICS §9): this
/// one is read only by this program, so absent members have their defaults and unknown ones are ignored. Nothing
/// here holds a secret, but `fromJson(headers)` and `toJson(headers)`, whose text is sealed as a whole.
namespace understudy::stored {

QString text(const QJsonObject &object);
QString text(const QJsonArray &array);
QJsonObject object(const QString &text);
QJsonArray array(const QString &text);

QJsonArray toJson(const QStringList &list);
QStringList toStrings(const QJsonArray &array);

QJsonObject toJson(const Dialect &dialect);
Dialect toDialect(const QJsonObject &object);

QJsonArray toJson(const QList<Model> &models);
QList<Model> toModels(const QJsonArray &array);

QJsonObject toJson(const QHash<QString, ModelType> &types);
QHash<QString, ModelType> toModelTypes(const QJsonObject &object);

QJsonArray toJson(const HttpHeaders &headers);
HttpHeaders toHeaders(const QJsonArray &array);

QJsonObject toJson(const ChannelLimits &limits);
ChannelLimits toChannelLimits(const QJsonObject &object);

QJsonArray toJson(const QList<Candidate> &chain);
QList<Candidate> toChain(const QJsonArray &array);

QJsonObject toJson(const Policy &policy);
Policy toPolicy(const QJsonObject &object);

QJsonObject toJson(const KeyLimits &limits);
KeyLimits toKeyLimits(const QJsonObject &object);

QJsonObject toJson(const Settings &settings);
Settings toSettings(const QJsonObject &object);

QString word(ProviderOrigin origin);
ProviderOrigin toOrigin(const QString &word);
QString word(ProxyChoice::Kind kind);
ProxyChoice::Kind toProxyKind(const QString &word);

} // namespace understudy::stored
