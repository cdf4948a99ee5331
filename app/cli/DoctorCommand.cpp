// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ChannelTestRun.h"
#include "cli/Commands.h"
#include "cli/Session.h"
#include "configuration/Rules.h"
#include "control/ControlAddress.h"
#include "control/ControlClient.h"
#include "host/SignsJson.h"
#include "storage/LedgerReader.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QLibrary>
#include <QStorageInfo>
#include <QTcpServer>

namespace understudy::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LittleSpace = 200 * 1024 * 1024; ///< bytes

enum class Level { Ok, Warn, Fail };

struct Check {
    QString name;
    Level level = Level::Ok;
    QString text;
    QString fix;
};

QLatin1StringView word(Level level) { return level == Level::Ok ? "ok"_L1 : level == Level::Warn ? "warn"_L1 : "fail"_L1; }

class Doctor {
public:
    explicit Doctor(Session &session) : m_session(session) {}

    int run()
    {
        if (checkFolder()) {
            checkOwner();
            checkStorage();
        }
        checkKeyring();
        return report();
    }

private:
    void add(const QString &name, Level level, const QString &text, const QString &fix = {})
    {
        m_checks.append({name, level, text, fix});
        if (m_session.out.isJson())
            return;
        m_session.out.line(QString(word(level)).leftJustified(6) + name.leftJustified(15) + text);
        if (!fix.isEmpty())
            m_session.out.line(QString(21, u' ') + u"→ "_s + fix);
    }

    /// Looks without making anything. Whether there is a folder to look into.
    bool checkFolder()
    {
        const QString given = m_session.args.value(u"data-dir"_s);
        m_path = QFileInfo(given.isEmpty() ? DataDirectory::defaultPath() : given).absoluteFilePath();
        const QFileInfo info(m_path);
        if (!info.exists()) {
            add(u"data directory"_s, Level::Warn, u"%1 is not there yet"_s.arg(m_path), u"The first “understudy-cli serve” or “import” makes it."_s);
            return false;
        }
        if (!info.isDir() || !info.isReadable()) {
            add(u"data directory"_s, Level::Fail, u"%1 is no folder that you can read"_s.arg(m_path), u"Choose another with --data-dir, or mend its rights."_s);
            return false;
        }
        if (!info.isWritable())
            add(u"data directory"_s, Level::Fail, u"you cannot write to %1"_s.arg(m_path), u"Choose another with --data-dir, or mend its rights."_s);
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther | QFileDevice::ExeOther;
        if (info.permissions() & others)
            add(u"data directory"_s, Level::Warn, u"other users can enter %1"_s.arg(m_path), u"chmod 700 “%1”"_s.arg(m_path));
        else if (info.isWritable())
            add(u"data directory"_s, Level::Ok, m_path);
        const QStorageInfo storage(m_path);
        if (storage.isValid() && storage.bytesAvailable() < LittleSpace)
            add(u"disk"_s, Level::Warn, u"%1 MB are left"_s.arg(storage.bytesAvailable() / 1'000'000),
                u"Make room: when the disk is full, answers go on but the log waits in memory."_s);
        return true;
    }

    void checkOwner()
    {
        const Result<DataDirectory> directory = DataDirectory::open(m_path);
        if (!directory) {
            add(u"gateway"_s, Level::Fail, directory.error().toString());
            return;
        }
        const qint64 owner = directory->owner();
        const Result<QJsonObject> snapshot = askOwner(controlAddress(*directory), {{u"do"_s, u"snapshot"_s}});
        m_running = snapshot.ok();
        if (!snapshot && owner == 0) {
            add(u"gateway"_s, Level::Ok, u"not running"_s);
            return;
        }
        if (!snapshot) {
            add(u"gateway"_s, Level::Warn, u"process %1 owns the folder but does not answer"_s.arg(owner), u"If it hangs, end it: kill %1"_s.arg(owner));
            return;
        }
        add(u"gateway"_s, Level::Ok, u"running, pid %1, %2"_s.arg(snapshot->value("pid"_L1).toInteger()).arg(snapshot->value("baseUrl"_L1).toString()));
        const QJsonObject ledger = snapshot->value("ledger"_L1).toObject();
        if (!ledger.value("ok"_L1).toBool())
            add(u"ledger"_s, Level::Fail, u"%1 rows wait: %2"_s.arg(ledger.value("queued"_L1).toInteger()).arg(ledger.value("error"_L1).toString()),
                u"Make the disk or database writable again; the rows are then written."_s);
        else if (ledger.value("dropped"_L1).toInteger() > 0)
            add(u"ledger"_s, Level::Warn, u"%1 rows were lost since the start"_s.arg(ledger.value("dropped"_L1).toInteger()));
        else if (const qint64 journaled = ledger.value("journaled"_L1).toInteger(); journaled > 0)
            add(u"ledger"_s, Level::Ok, u"written; %1 requests came fast and are not in the log yet"_s.arg(journaled));
        else
            add(u"ledger"_s, Level::Ok, u"written"_s);
        checkNetwork(networkFromJson(snapshot->value("network"_L1).toObject()));
    }

    /// "Is it me or them?", as the running gateway judges it.
    void checkNetwork(const NetworkTrouble &trouble)
    {
        if (trouble.blame == NetworkBlame::Fine) {
            add(u"network"_s, Level::Ok, u"no call has failed to reach its provider lately"_s);
            return;
        }
        QStringList evidence;
        for (const NetworkSign &sign : trouble.signs)
            evidence.append(englishText(sign));
        const QString since = trouble.since ? QDateTime::fromMSecsSinceEpoch(trouble.since->time_since_epoch().count()).toString(u"HH:mm:ss"_s) : u"?"_s;
        add(u"network"_s, Level::Warn, u"%1 since %2. %3"_s.arg(QString(understudy::word(trouble.blame)), since, evidence.join(u' ')), englishText(trouble.blame));
    }

    void checkStorage()
    {
        const Result<DataDirectory> directory = DataDirectory::open(m_path);
        if (!directory)
            return;
        const Result<WorkspaceOptions> options = m_session.workspaceOptions();
        if (!options) {
            add(u"database"_s, Level::Fail, options.error().toString());
            return;
        }
        const Result<DatabaseLocation> location = databaseLocation(*options, *directory);
        if (location && location->engine == Engine::SQLite && !QFileInfo::exists(location->file)) {
            add(u"database"_s, Level::Warn, u"there is none yet"_s, u"The first “understudy-cli serve” or “import” makes it."_s);
            return;
        }
        const Result<Workspace *> workspace = m_session.workspace();
        if (!workspace) {
            add(u"database"_s, Level::Fail, workspace.error().toString());
            return;
        }
        add(u"database"_s, Level::Ok, (*workspace)->database().location().display());
        if (const std::optional<Error> &problem = (*workspace)->vaultProblem())
            add(u"secrets"_s, Level::Fail, problem->toString());
        else
            add(u"secrets"_s, Level::Ok, u"the vault opens"_s);
        const Result<StoredConfiguration> stored = (*workspace)->store().load();
        if (!stored) {
            add(u"configuration"_s, Level::Fail, stored.error().toString());
            return;
        }
        for (const Error &problem : stored->problems)
            add(u"secrets"_s, Level::Fail, problem.toString(), u"Store that secret again."_s);
        checkConfiguration(*stored, (*workspace)->catalogue());
    }

    void checkConfiguration(const StoredConfiguration &stored, const Catalogue &catalogue)
    {
        const Configuration &configuration = stored.configuration;
        if (configuration.keys.isEmpty())
            add(u"configuration"_s, Level::Warn, u"there is no gateway key, so no client can call"_s, u"understudy-cli key create NAME --model CHANNEL/MODEL"_s);
        if (const Result<void> valid = validate(configuration, catalogue); !valid && !stored.locked)
            add(u"configuration"_s, Level::Fail, valid.error().toString());
        else
            add(u"configuration"_s, Level::Ok, u"%1 channels, %2 keys"_s.arg(configuration.channels.size()).arg(configuration.keys.size()));
        const QStringList advices = stored.locked ? QStringList() : advice(configuration, catalogue);
        for (const QString &text : advices)
            add(u"advice"_s, Level::Warn, text);
        for (const Channel &channel : configuration.channels) {
            checkPaused(configuration, channel);
            if (!channel.credential.environment.isEmpty() && channel.credential.resolve().isEmpty())
                add(u"channel "_s + channel.id, Level::Warn, u"%1 is not set here"_s.arg(channel.credential.environment),
                    u"It must be set where the gateway runs."_s);
            if (m_session.args.has(u"network"_s) && channel.enabled)
                testChannel(configuration, catalogue, channel);
        }
        checkPort(configuration.settings.listen);
    }

    void checkPaused(const Configuration &configuration, const Channel &channel)
    {
        if (channel.enabled)
            return;
        QStringList keys;
        for (const GatewayKey &key : configuration.keys) {
            if (std::any_of(key.chain.begin(), key.chain.end(), [&](const Candidate &candidate) { return candidate.channel == channel.id; }))
                keys.append(key.name);
        }
        if (!keys.isEmpty())
            add(u"channel "_s + channel.id, Level::Warn, u"it is paused, so the chains of %1 skip it"_s.arg(keys.join(u", "_s)),
                u"understudy-cli channel pause %1 --resume"_s.arg(channel.id));
    }

    void testChannel(const Configuration &configuration, const Catalogue &catalogue, const Channel &channel)
    {
        const Provider *provider = catalogue.resolve(configuration, channel.provider);
        if (!provider)
            return;
        ChannelTest::Options options;
        options.completion = false;
        StageResult last;
        const bool passed = runChannelTest(channel, *provider, options, [&last](const StageResult &result) {
            if (result.state == StageState::Failed || result.state == StageState::Passed)
                last = result;
        });
        add(u"channel "_s + channel.id, passed ? Level::Ok : Level::Fail, u"%1: %2"_s.arg(word(last.stage), last.text), passed ? QString() : last.fix);
    }

    void checkPort(const QString &listen)
    {
        if (m_running)
            return;
        const Result<ListenAddress> address = parseListenAddress(listen);
        if (!address) {
            add(u"port"_s, Level::Fail, u"“%1” is no listen address"_s.arg(listen));
            return;
        }
        QTcpServer probe;
        if (!probe.listen(address->address, address->port))
            add(u"port"_s, Level::Fail, u"%1 cannot be used: %2"_s.arg(listen, probe.errorString()),
                u"Stop what listens there (ss -ltnp shows it), or serve with --listen ADDR:PORT."_s);
        else
            add(u"port"_s, Level::Ok, listen + u" is free"_s);
        if (!address->address.isLoopback())
            add(u"port"_s, Level::Warn, u"%1 can be reached from other machines, without encryption"_s.arg(listen),
                u"Put a reverse proxy with TLS before it, or listen on 127.0.0.1."_s);
    }

    void checkKeyring()
    {
        QLibrary library(u"secret-1"_s, 0);
        if (library.load())
            add(u"keyring"_s, Level::Ok, u"the system keyring's library is there"_s);
        else
            add(u"keyring"_s, Level::Ok, u"the system keyring's library is not installed; the master key is kept in a file or made from a passphrase"_s,
                u"For the keyring: install libsecret-1-0."_s);
    }

    int report()
    {
        bool failed = false;
        QJsonArray checks;
        for (const Check &check : std::as_const(m_checks)) {
            failed = failed || check.level == Level::Fail;
            checks.append(QJsonObject{{u"name"_s, check.name}, {u"level"_s, word(check.level)}, {u"text"_s, check.text}, {u"fix"_s, check.fix}});
        }
        if (m_session.out.isJson())
            m_session.out.json(QJsonObject{{u"ok"_s, !failed}, {u"version"_s, QStringLiteral(UNDERSTUDY_VERSION)}, {u"checks"_s, checks}});
        return failed ? Failed : Done;
    }

    Session &m_session;
    QString m_path;
    bool m_running = false;
    QList<Check> m_checks;
};

} // namespace

int runDoctor(Session &session) { return Doctor(session).run(); }

} // namespace understudy::cli
