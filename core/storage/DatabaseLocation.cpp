// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/DatabaseLocation.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxPasswordBytes = 4096;

Error invalid(const QString &text) { return {ErrorKind::Invalid, text, u"database"_s}; }

// libpq's options that make sense here; others (service, passfile, options …) would be ways around the rules.
bool isAllowedOption(const QString &name)
{
    static const QStringList names {u"sslmode"_s,         u"sslrootcert"_s,          u"sslcert"_s,         u"sslkey"_s,
                                    u"connect_timeout"_s, u"target_session_attrs"_s, u"channel_binding"_s, u"gssencmode"_s};
    return names.contains(name);
}

} // namespace

DatabaseLocation DatabaseLocation::sqlite(const QString &file)
{
    DatabaseLocation location;
    location.file = QFileInfo(file).absoluteFilePath();
    return location;
}

Result<DatabaseLocation> DatabaseLocation::parse(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    // The text itself is never repeated in these errors: it may hold a password.
    if (!url.isValid() || (url.scheme() != "postgresql"_L1 && url.scheme() != "postgres"_L1))
        return invalid(u"Expected postgresql://USER@HOST:PORT/NAME."_s);
    const QUrlQuery query(url);
    if (!url.password().isEmpty() || query.hasQueryItem(u"password"_s))
        return invalid(u"The URL holds a password, which other users of this machine could read. Use PGPASSFILE, or add "
                       "?passwordSource=env:NAME or ?passwordSource=file:PATH."_s);
    DatabaseLocation location;
    location.engine = Engine::PostgreSQL;
    location.host = url.host();
    location.port = url.port(5432);
    location.user = url.userName();
    location.name = url.path().mid(1);
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (name == "host"_L1)
            location.host = value;
        else if (name == "port"_L1)
            location.port = value.toInt();
        else if (name == "user"_L1)
            location.user = value;
        else if (name == "passwordSource"_L1)
            location.passwordSource = value;
        else if (isAllowedOption(name) && !value.contains(u';'))
            location.options.append({name, value});
        else
            return invalid(u"The option %1 is not known or not allowed in the URL."_s.arg(name));
    }
    if (location.name.isEmpty() || location.name.contains(u'/'))
        return invalid(u"The name of the database is missing: postgresql://USER@HOST:PORT/NAME."_s);
    if (location.port <= 0 || location.port > 65535)
        return invalid(u"The port must be between 1 and 65535."_s);
    if (!location.passwordSource.isEmpty() && !location.passwordSource.startsWith("env:"_L1)
        && !location.passwordSource.startsWith("file:"_L1))
        return invalid(u"passwordSource must be env:NAME or file:PATH."_s);
    return location;
}

Result<Secret> DatabaseLocation::password() const
{
    if (passwordSource.startsWith("env:"_L1)) {
        const QString name = passwordSource.mid(4);
        if (!qEnvironmentVariableIsSet(name.toLocal8Bit().constData()))
            return Error {ErrorKind::Denied, u"The environment variable %1 with the database password is not set."_s.arg(name),
                          u"passwordSource"_s};
        return Secret(qgetenv(name.toLocal8Bit().constData()));
    }
    if (passwordSource.startsWith("file:"_L1)) {
        QFile file(passwordSource.mid(5));
        if (!file.open(QIODevice::ReadOnly))
            return Error {ErrorKind::Denied, u"The file with the database password cannot be read: %1."_s.arg(file.errorString()),
                          file.fileName()};
        return Secret(file.read(MaxPasswordBytes).trimmed());
    }
    return Secret();
}

QString DatabaseLocation::display() const
{
    if (engine == Engine::SQLite)
        return file;
    const QString account = user.isEmpty() ? QString() : user + u'@';
    if (host.isEmpty() || host.startsWith(u'/'))
        return u"postgresql://%1/%2?host=%3&port=%4"_s.arg(account, name, host).arg(port);
    return u"postgresql://%1%2:%3/%4"_s.arg(account, host.contains(u':') ? u'[' + host + u']' : host).arg(port).arg(name);
}

QString DatabaseLocation::url() const
{
    if (engine == Engine::SQLite)
        return file;
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    QStringList items {"host="_L1 + encoded(host), u"port=%1"_s.arg(port), "user="_L1 + encoded(user)};
    if (!passwordSource.isEmpty())
        items.append("passwordSource="_L1 + encoded(passwordSource));
    for (const auto &[option, value] : options)
        items.append(option + u'=' + encoded(value));
    return u"postgresql:///%1?%2"_s.arg(encoded(name), items.join(u'&'));
}

bool DatabaseLocation::isSameDatabase(const DatabaseLocation &other) const
{
    return engine == other.engine && file == other.file && host == other.host && port == other.port && name == other.name;
}

} // namespace understudy
