// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Configuration.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace understudy {

class Catalogue;

/// How one configuration differs from another, part by part: for a person who decides what to take. Holds no secret.
namespace diff {

enum class Part { Settings, Provider, Channel, Key };
enum class Change { New, Changed, Same };

/// Names a part across configurations: the id of a provider, channel or key; empty for the settings.
struct Reference {
    Part part = Part::Settings;
    QString id;
    bool operator==(const Reference &) const = default;
};

struct Member {
    enum class Kind {
        Value,         ///< `mine` → `theirs`
        SecretAdded,
        SecretReplaced,
        SecretRemoved, ///< values of secrets are nowhere
    };
    QString path; ///< as in the configuration file: "policy.retries", "models"
    QString mine; ///< a word or number as in the file; empty: not given
    QString theirs;
    Kind kind = Kind::Value;
    bool operator==(const Member &) const = default;
};

struct Entry {
    Reference reference;
    QString name;  ///< for people
    Change change = Change::Same;
    QList<Member> members; ///< of a changed part; of a new one only what is worth knowing
    /// "https://api.example.com": where a credential would go if this is taken and did not go before. Empty: nowhere new.
    QString receiver;
    QStringList exposed; ///< of a provider whose address changes: names of the channels whose credential would go there
    bool operator==(const Entry &) const = default;
};

/// Settings, providers, channels, keys, each in the order of `theirs`; what only `mine` has is not mentioned: an import removes nothing.
QList<Entry> differences(const Configuration &mine, const Configuration &theirs, const Catalogue &catalogue);

/// `base` with the named parts as `source` has them: replaced in place, appended when new, removed when `source` has none. Everything
/// else stays, so that it applies an import and takes it back alike.
Configuration laidOver(const Configuration &base, const Configuration &source, const QList<Reference> &parts);

} // namespace diff

} // namespace understudy
