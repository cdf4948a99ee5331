// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Arguments.h"
#include "cli/Output.h"
#include "cli/Values.h"
#include "host/Workspace.h"
#include "storage/LedgerReader.h"

#include <QJsonObject>

#include <optional>

namespace understudy::cli {

/// One run of one command: what was asked, where to write, and the installation it works on, opened when first needed.
class Session final {
public:
    Session(const Arguments &arguments, const Output &output) : args(arguments), out(output) {}

    const Arguments &args;
    const Output &out;

    /// Where to work: as asked for; without --database in the database of the gateway that owns the data directory, if one runs.
    /// Unavailable: a process owns the directory, does not say which database it uses, and there is none in the directory.
    Result<WorkspaceOptions> workspaceOptions();

    /// Whether the first opening may ask the system keyring, when the master key is there. That can take seconds.
    enum class Keyring { Ask, Later };
    /// The installation; the same each time.
    Result<Workspace *> workspace(Keyring keyring = Keyring::Ask);
    /// Hands it over to somebody who lives longer than the command.
    std::unique_ptr<Workspace> takeWorkspace() { return std::move(m_workspace); }
    /// The configuration as it is stored.
    Result<StoredConfiguration> stored();
    /// GatewayKey::id of a name, also of a key that is removed and still in the ledger. NotFound.
    Result<QString> keyId(const QString &name);

    /// Changes the stored configuration in one transaction (ConfigurationStore::update), and tells a running gateway. The result
    /// must be valid as a whole, or nothing is written.
    Result<StoredConfiguration> change(const ConfigurationStore::Change &change);

    /// Asks the process that owns the data directory. NotFound: there is none.
    Result<QJsonObject> ask(const QJsonObject &request);

    /// The ledger, to read, after it has taken up what waits in its journal; a warning (once) when that fails. A connection of its own.
    Result<std::unique_ptr<LedgerReader>> ledger();
    /// What --since and --key select, for every query that has both. The exit code when they are wrong.
    template<typename Query>
    std::optional<int> select(Query &query)
    {
        const QString since = QStringLiteral("since"), key = QStringLiteral("key");
        if (args.has(since)) {
            const Result<WallTime> time = parseSince(args.value(since), SystemClock().wall());
            if (!time)
                return refuse(time.error(), since);
            query.since = *time;
        }
        if (args.has(key)) {
            const Result<QString> id = keyId(args.value(key));
            if (!id)
                return fail(id.error());
            query.keyId = *id;
        }
        return std::nullopt;
    }

    /// Prints the error, gives the exit code.
    int fail(const Error &error, ExitCode code = Failed) const;
    /// The same for a value of an option that is wrong: exit code 2.
    int refuse(const Error &error, const QString &option) const;
    /// For an error of `change`: when the rule that was broken is about something that this command line says, exit code 2 and the
    /// option in place of the member of a configuration file.
    int failChange(const Error &error) const;

    /// Makes a running gateway take up what is stored now, and says what came of it.
    void tellOwner();

private:
    Result<WorkspaceOptions> findDatabase();
    Result<void> unlockFromKeychain();

    std::optional<WorkspaceOptions> m_options;
    std::unique_ptr<Workspace> m_workspace;
    bool m_saidWaiting = false; ///< a note or warning of ledger() is said once
    bool m_saidBehind = false;
};

} // namespace understudy::cli
