// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/JsonSpan.h"
#include "catalog/StrictJson.h"
#include "cli/Commands.h"
#include "cli/SecretInput.h"
#include "cli/Transfer.h"
#include "configuration/ConfigurationFile.h"

#include <QFile>
#include <QJsonArray>

#include <cstdio>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> readFile(const QString &path)
{
    QFile file;
    bool open = false;
    if (path == "-"_L1) {
        open = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(path);
        open = file.open(QIODevice::ReadOnly);
    }
    if (!open)
        return Error{ErrorKind::NotFound, u"The file cannot be read: %1."_s.arg(file.errorString()), path};
    const QByteArray text = file.read(LargestConfigurationFile + 1);
    if (text.size() > LargestConfigurationFile)
        return Error{ErrorKind::Invalid, u"The file is larger than 16 MiB; this is no configuration."_s, path};
    return text;
}

template<typename T, typename Name>
ImportReport::Part compare(const QString &what, const QList<T> &before, const QList<T> &after, Name name)
{
    ImportReport::Part part;
    part.what = what;
    for (const T &entry : after) {
        const auto old = std::find_if(before.begin(), before.end(), [&](const T &other) { return name(other) == name(entry); });
        if (old == before.end())
            part.added.append(name(entry));
        else if (!(*old == entry))
            part.changed.append(name(entry));
    }
    return part;
}

ImportReport compare(const Configuration &before, const Configuration &after)
{
    ImportReport report;
    const auto id = [](const auto &entry) { return entry.id; };
    report.parts.append(compare(u"providers"_s, before.providers, after.providers, id));
    report.parts.append(compare(u"channels"_s, before.channels, after.channels, id));
    report.parts.append(compare(u"keys"_s, before.keys, after.keys, [](const GatewayKey &key) { return key.name; }));
    report.settingsChanged = !(before.settings == after.settings);
    return report;
}

/// What the file left out and nobody has: read from its text, because a configuration does not tell a gap from nothing.
void noteGaps(ImportReport &report, QByteArrayView text, const Configuration &before, const Configuration &after, const Catalogue &catalogue)
{
    const json::Value file(strict::withoutByteOrderMark(text));
    file["channels"].elements([&](const json::Value &entry) {
        const Channel *channel = after.channel(entry["id"].toString());
        if (!channel)
            return true;
        const Provider *provider = catalogue.resolve(after, channel->provider);
        if (channel->credential.isEmpty() && provider && provider->dialect.auth != AuthStyle::None)
            report.withoutCredential.append(channel->id);
        entry["headers"].members([&](const json::Value &name, const json::Value &value) {
            if (value.isNull() && !headerValue(channel->headers, name.toUtf8()))
                report.lostHeaders.append(channel->id + u": "_s + name.toString());
            return true;
        });
        return true;
    });
    file["keys"].elements([&](const json::Value &entry) {
        const QString name = entry["name"].toString();
        if (entry["secret"].isMissing() && !before.keyNamed(name))
            report.newSecrets.append(name);
        return true;
    });
    for (const Channel &channel : before.channels) {
        const Channel *now = after.channel(channel.id);
        if (now && !channel.credential.isEmpty() && now->credential.isEmpty()) {
            report.droppedCredential.append(channel.id);
            report.withoutCredential.removeAll(channel.id);
        }
    }
}

bool movesAProvider(const Configuration &before, const Configuration &after, const Catalogue &catalogue)
{
    return std::any_of(before.channels.begin(), before.channels.end(), [&](const Channel &channel) {
        const Provider *old = catalogue.resolve(before, channel.provider);
        const Provider *now = catalogue.resolve(after, channel.provider);
        return old && now && (old->baseUrl.host() != now->baseUrl.host() || old->baseUrl.scheme() != now->baseUrl.scheme());
    });
}

QJsonObject toJson(const ImportReport &report)
{
    QJsonObject json{{u"revision"_s, report.revision}, {u"changed"_s, !report.nothing()}, {u"settingsChanged"_s, report.settingsChanged}};
    json.insert(u"withoutCredential"_s, QJsonArray::fromStringList(report.withoutCredential));
    json.insert(u"droppedCredential"_s, QJsonArray::fromStringList(report.droppedCredential));
    json.insert(u"newSecrets"_s, QJsonArray::fromStringList(report.newSecrets));
    json.insert(u"lostHeaders"_s, QJsonArray::fromStringList(report.lostHeaders));
    for (const ImportReport::Part &part : report.parts)
        json.insert(part.what, QJsonObject{{u"added"_s, QJsonArray::fromStringList(part.added)}, {u"changed"_s, QJsonArray::fromStringList(part.changed)}});
    return json;
}

} // namespace

bool ImportReport::nothing() const
{
    return !settingsChanged
        && std::all_of(parts.begin(), parts.end(), [](const Part &part) { return part.added.isEmpty() && part.changed.isEmpty(); });
}

Result<ImportReport> importFile(Session &session, const QString &file, const QString &passphraseSource)
{
    const Result<QByteArray> text = readFile(file);
    if (!text)
        return text.error();
    const Result<Workspace *> workspace = session.workspace();
    if (!workspace)
        return workspace.error();
    ReadOptions options;
    if (isSealedConfiguration(*text)) {
        const Result<Secret> passphrase = takePassphrase(passphraseSource, false);
        if (!passphrase)
            return passphrase.error();
        options.passphrase = *passphrase;
    }
    ImportReport report;
    const Result<StoredConfiguration> changed = session.change([&](const Configuration &before) -> Result<Configuration> {
        Result<Configuration> after = importInto(before, *text, (*workspace)->catalogue(), options);
        if (!after)
            return after;
        report = compare(before, *after);
        noteGaps(report, *text, before, *after, (*workspace)->catalogue());
        if ((*workspace)->vaultProblem() && movesAProvider(before, *after, (*workspace)->catalogue()))
            return *(*workspace)->vaultProblem(); // what cannot be read cannot be dropped
        return after;
    });
    if (!changed)
        return changed.error();
    report.revision = changed->revision;
    return report;
}

QStringList toLines(const ImportReport &report)
{
    QStringList lines;
    for (const ImportReport::Part &part : report.parts) {
        if (!part.added.isEmpty())
            lines.append(u"new %1: %2"_s.arg(part.what, part.added.join(u", "_s)));
        if (!part.changed.isEmpty())
            lines.append(u"changed %1: %2"_s.arg(part.what, part.changed.join(u", "_s)));
    }
    if (!report.newSecrets.isEmpty())
        lines.append(u"new secrets were made for the keys: %1 (“understudy-cli key show NAME --reveal” shows one)"_s.arg(report.newSecrets.join(u", "_s)));
    if (report.settingsChanged)
        lines.append(u"changed settings (a new listen address is used from the next start on)"_s);
    if (lines.isEmpty())
        lines.append(u"Nothing to change: all of it is there already."_s);
    return lines;
}

QStringList warnings(const ImportReport &report)
{
    QStringList texts;
    if (!report.withoutCredential.isEmpty())
        texts.append(u"these channels have no credential yet: %1. Store them: understudy-cli channel add ID --replace --credential SOURCE"_s
                         .arg(report.withoutCredential.join(u", "_s)));
    if (!report.droppedCredential.isEmpty())
        texts.append(u"the provider of these channels has another host now, so their stored credentials were dropped: %1. Store them again, if "
                     "they are meant for it: understudy-cli channel add ID --replace --credential SOURCE"_s.arg(report.droppedCredential.join(u", "_s)));
    if (!report.lostHeaders.isEmpty())
        texts.append(u"the file has no values for these headers, so they were left out: %1. “export --seal” carries them."_s
                         .arg(report.lostHeaders.join(u", "_s)));
    return texts;
}

int runImport(Session &session)
{
    const Result<ImportReport> report = importFile(session, session.args.positional(0), session.args.value(u"passphrase-from"_s));
    if (!report)
        return session.fail(report.error());
    const QStringList gaps = warnings(*report);
    for (const QString &text : gaps)
        session.out.warning(text);
    if (session.out.isJson()) {
        session.out.json(toJson(*report));
        return Done;
    }
    const QStringList lines = toLines(*report);
    for (const QString &line : lines)
        session.out.line(line);
    return Done;
}

int runExport(Session &session)
{
    const Result<StoredConfiguration> stored = session.stored();
    if (!stored)
        return session.fail(stored.error());
    WriteOptions options;
    if (session.args.has(u"seal"_s)) {
        if (stored->locked)
            return session.fail((*session.workspace())->vaultProblem().value_or(Error{ErrorKind::Denied, u"The secrets are locked."_s, {}}));
        const Result<Secret> passphrase = takePassphrase(session.args.value(u"passphrase-from"_s), true);
        if (!passphrase)
            return session.fail(passphrase.error());
        options.passphrase = *passphrase;
    } else if (session.args.has(u"passphrase-from"_s)) {
        return session.refuse({ErrorKind::Invalid, u"goes with --seal only; without it no secret is written"_s, {}}, u"passphrase-from"_s);
    }
    const Result<QByteArray> text = serializeConfiguration(stored->configuration, (*session.workspace())->catalogue(), options);
    if (!text)
        return session.fail(text.error());
    session.out.raw(*text);
    return Done;
}

} // namespace understudy::cli
