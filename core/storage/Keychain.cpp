// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Keychain.h"

#include "storage/Vault.h"

#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <chrono>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds Patience {5};
const auto Service = "understudy";

Error toError(QKeychain::Error error, const QString &text)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return {ErrorKind::Denied,
                u"The system keyring has no master key for this database, or it is locked. Unlock it and try again."_s,
                u"keyring"_s};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {ErrorKind::Denied, u"The system keyring refused access. Unlock it and allow Understudy to use it."_s,
                u"keyring"_s};
    case QKeychain::NoBackendAvailable:
        return {ErrorKind::Unavailable, u"There is no system keyring in this session."_s, u"keyring"_s};
    default:
        // Without libsecret the library says only "Unknown error" (QT-NOTES), so the likely cure is named here.
        return {ErrorKind::Unavailable,
                u"The system keyring cannot be used (%1). On Debian it needs the package libsecret-1-0 and a keyring such as "
                "gnome-keyring in a desktop session."_s.arg(text),
                u"keyring"_s};
    }
}

/// Starts a job that answers once: finished, or given up after Patience. A job that was given up deletes itself when it ends.
template <typename Job> void start(Job *job, QObject *context, std::function<void(Result<void>, Job *)> done)
{
    auto *timer = new QTimer(job);
    timer->setSingleShot(true);
    auto answered = std::make_shared<bool>(false);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done, answered](QKeychain::Job *) {
        if (std::exchange(*answered, true))
            return;
        if (job->error() != QKeychain::NoError)
            done(toError(job->error(), job->errorString()), job);
        else
            done({}, job);
    });
    QObject::connect(timer, &QTimer::timeout, context, [job, done, answered] {
        if (!std::exchange(*answered, true))
            done(Error {ErrorKind::Unavailable, u"The system keyring did not answer within 5 seconds."_s, u"keyring"_s}, job);
    });
    timer->start(Patience);
    job->setInsecureFallback(false);
    job->start();
}

template <typename Job> Job *makeJob(const QString &entry)
{
    auto *job = new Job(QString::fromLatin1(Service));
    job->setKey(entry);
    return job;
}

} // namespace

Keychain::Keychain(QObject *parent)
    : QObject(parent)
{
}

void Keychain::write(const QString &vaultId, const Secret &masterKey, QObject *context, Done done)
{
    auto *job = makeJob<QKeychain::WritePasswordJob>(vaultId);
    job->setBinaryData(masterKey.reveal().toHex()); // text survives every keyring
    start<QKeychain::WritePasswordJob>(job, context, [done](Result<void> result, auto *) { done(std::move(result)); });
}

void Keychain::read(const QString &vaultId, QObject *context, Found found)
{
    start<QKeychain::ReadPasswordJob>(
        makeJob<QKeychain::ReadPasswordJob>(vaultId), context, [found](Result<void> result, QKeychain::ReadPasswordJob *job) {
            if (!result) {
                found(result.error());
                return;
            }
            Secret key(QByteArray::fromHex(job->binaryData()));
            if (key.reveal().size() != Vault::MasterKeyBytes)
                found(Error {ErrorKind::Denied, u"The entry in the system keyring is not a master key."_s, u"keyring"_s});
            else
                found(std::move(key));
        });
}

void Keychain::remove(const QString &vaultId, QObject *context, Done done)
{
    start<QKeychain::DeletePasswordJob>(makeJob<QKeychain::DeletePasswordJob>(vaultId), context,
                                        [done](Result<void> result, auto *) { done(std::move(result)); });
}

void Keychain::probe(QObject *context, Done done)
{
    const QString entry = u"probe_"_s + newKeyId().mid(4);
    const Secret sentinel = newMasterKey();
    const QPointer<Keychain> self(this);
    write(entry, sentinel, context, [=](Result<void> written) {
        if (!written || !self) {
            done(written);
            return;
        }
        self->read(entry, context, [=](Result<Secret> back) {
            Result<void> verdict;
            if (!back)
                verdict = back.error();
            else if (!(*back == sentinel))
                verdict = Error {ErrorKind::Unavailable, u"The system keyring gave back something else than was stored."_s,
                                 u"keyring"_s};
            if (!self) {
                done(verdict);
                return;
            }
            self->remove(entry, context, [=](Result<void> removed) { done(verdict ? removed : verdict); });
        });
    });
}

} // namespace understudy
