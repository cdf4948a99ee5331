// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/KeyDrafts.h"

#include "configuration/KeySecret.h"
#include "configuration/Rules.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

Error gone() { return Error{ErrorKind::NotFound, u"The key is not there any more; somebody has deleted it."_s, {}}; }

} // namespace

QStringList keyNames(const Configuration &configuration, const QString &exceptId)
{
    QStringList names;
    for (const GatewayKey &key : configuration.keys) {
        if (exceptId.isEmpty() || key.id != exceptId)
            names.append(key.name);
    }
    return names;
}

QString presetKeyName(const Configuration &configuration)
{
    const QStringList taken = keyNames(configuration);
    int number = 1;
    while (taken.contains(u"key-%1"_s.arg(number)))
        ++number;
    return u"key-%1"_s.arg(number);
}

QString derivedKeyName(const Configuration &configuration, const QString &name, const QString &suffix)
{
    const QStringList taken = keyNames(configuration);
    const QList<uint> characters = name.toUcs4();
    for (int number = 1;; ++number) {
        const QString end = number == 1 ? suffix : suffix + QString::number(number);
        const qsizetype room = std::min(characters.size(), LongestName - end.size());
        const QString derived = QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()), room) + end;
        if (!taken.contains(derived))
            return derived;
    }
}

Result<Configuration> withKeyChanged(const Configuration &configuration, const QString &id, const std::function<void(GatewayKey &)> &edit)
{
    Configuration after = configuration;
    for (GatewayKey &key : after.keys) {
        if (key.id == id) {
            edit(key);
            return after;
        }
    }
    return gone();
}

Result<Configuration> withKeyAdded(const Configuration &configuration, const GatewayKey &key, qsizetype at)
{
    Configuration after = configuration;
    after.keys.insert(at < 0 ? after.keys.size() : std::min(at, after.keys.size()), key);
    return after;
}

Result<Configuration> withoutKey(const Configuration &configuration, const QString &id)
{
    Configuration after = configuration;
    if (after.keys.removeIf([&id](const GatewayKey &key) { return key.id == id; }) == 0)
        return gone();
    return after;
}

Result<Configuration> withSecretReset(const Configuration &configuration, const QString &id, const KeyGrace &grace)
{
    Configuration after = configuration;
    const auto found = std::find_if(after.keys.begin(), after.keys.end(), [&id](const GatewayKey &key) { return key.id == id; });
    if (found == after.keys.end())
        return gone();
    GatewayKey old = *found;
    found->secret = makeKeySecret();
    if (!grace.until.isValid())
        return after;
    if (old.secret.isEmpty())
        return Error{ErrorKind::Denied, u"The old key cannot be kept alive because the vault is locked; unlock it first."_s, {}};
    old.id.clear();
    old.name = derivedKeyName(configuration, old.name, u"-old"_s);
    old.description = grace.description.left(LongestDescription);
    old.expiresAt = old.expiresAt ? std::min(*old.expiresAt, grace.until) : grace.until;
    after.keys.insert(std::next(found), old);
    return after;
}

} // namespace understudy
