// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>

#include <memory>

namespace understudy {

/// Proof that this process owns the data directory; giving it up is its destruction. The system releases it when the
/// process dies in any way, so there are no stale locks to clean up.
class DirectoryLock {
public:
    virtual ~DirectoryLock() = default;
};

/// The folder that holds everything of one installation: database, key file, lock, socket. Mode 0700, files in it 0600.
class DataDirectory final {
public:
    /// UNDERSTUDY_DATA_DIR, else "understudy" in the user's data folder (XDG_DATA_HOME; the same for console and CLI).
    static QString defaultPath();

    /// Makes the folder when it is missing. An existing folder that others can enter is closed to them when it is empty or
    /// ours already; else Denied, because it may be a shared one such as /tmp.
    static Result<DataDirectory> open(const QString &path = defaultPath());

    QString path() const { return m_path; } ///< absolute, no trailing slash
    QString databaseFile() const; ///< understudy.db
    QString masterKeyFile() const; ///< master.key
    QString socketFile() const; ///< understudy.sock: where the owner listens

    /// Becomes the owner, or Conflict that names the owner's process id.
    Result<std::unique_ptr<DirectoryLock>> own() const;

    /// The owner's process id, 0 when nobody owns it.
    qint64 owner() const;

private:
    explicit DataDirectory(QString path)
        : m_path(std::move(path))
    {
    }
    QString m_path;
};

} // namespace understudy
