// SPDX-License-Identifier: GPL-3.0-or-later
// What /proc says of a process (Linux).
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <unistd.h>

namespace understudy::test {

using namespace Qt::StringLiterals;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool Sanitized = true; // then memory says nothing: freed memory is kept back
#else
inline constexpr bool Sanitized = false;
#endif

inline qint64 statusField(qint64 pid, QByteArrayView name)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name))
            return line.sliced(name.size()).simplified().split(' ').first().toLongLong();
    }
    return -1;
}
inline qint64 residentKb(qint64 pid) { return statusField(pid, "VmRSS:"); }
inline qint64 mostResidentKb(qint64 pid) { return statusField(pid, "VmHWM:"); }
inline qint64 descriptors(qint64 pid)
{
    return QDir(u"/proc/%1/fd"_s.arg(pid)).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}
inline int highestDescriptor(qint64 pid)
{
    int highest = 0;
    const QStringList names = QDir(u"/proc/%1/fd"_s.arg(pid)).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &name : names)
        highest = std::max(highest, name.toInt());
    return highest;
}
inline qint64 cpuMs(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.sliced(text.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toLongLong() + fields.value(12).toLongLong()) * 1000 / sysconf(_SC_CLK_TCK);
}

} // namespace understudy::test
