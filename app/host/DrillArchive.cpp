// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/DrillArchive.h"

#include "exports/DrillReportJson.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

namespace understudy {

using namespace Qt::StringLiterals;

DrillArchive::DrillArchive(const DataDirectory &directory)
    : m_folder(directory.path() + u"/drills"_s)
{
}

/// Names of keys and prompts may hold anything; a hash is a good name of a file everywhere.
QString DrillArchive::fileOf(const DrillPlan &plan) const
{
    QJsonObject what = drillPlanToJson(plan);
    what.insert(u"keyId"_s, plan.keyId);
    const QByteArray hash =
        QCryptographicHash::hash(QJsonDocument(what).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
    return m_folder + u'/' + QString::fromLatin1(hash.first(16).toHex()) + u".json"_s;
}

std::optional<DrillReport> DrillArchive::last(const DrillPlan &plan) const
{
    QFile file(fileOf(plan));
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestReport)
        return std::nullopt;
    const Result<DrillReport> report = drillReportFromJson(file.readAll());
    return report && report->plan == plan ? std::optional(*report) : std::nullopt;
}

Result<void> DrillArchive::keep(const DrillReport &report) const
{
    const auto cannot = [](const QString &where, const QString &why) {
        return Error {
            ErrorKind::Unavailable,
            u"The report could not be kept for the next comparison: %1. Check the folder's rights and the disk's space."_s.arg(
                why),
            where};
    };
    QDir folder(m_folder);
    if (!folder.mkpath(u"."_s))
        return cannot(m_folder, u"the folder cannot be made"_s);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(fileOf(report.plan));
    if (!file.open(QIODevice::WriteOnly))
        return cannot(file.fileName(), file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(drillReportToJson(report)).toJson(QJsonDocument::Compact));
    if (!file.commit())
        return cannot(file.fileName(), file.errorString());
    const QFileInfoList reports = folder.entryInfoList({u"*.json"_s}, QDir::Files, QDir::Time); // newest first
    for (qsizetype i = MostReports; i < reports.size(); ++i)
        QFile::remove(reports[i].filePath());
    return {};
}

} // namespace understudy
