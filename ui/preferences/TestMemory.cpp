// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/TestMemory.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QString entry(const QString &channel) { return u"tests/"_s + channel; }

} // namespace

std::optional<TestMemo> TestMemory::last(const QString &channel) const
{
    const QStringList parts = m_settings.value(entry(channel)).toString().split(u'|');
    if (parts.size() != 4)
        return std::nullopt;
    TestMemo memo;
    memo.when = QDateTime::fromString(parts[0], Qt::ISODateWithMs);
    memo.passed = parts[1] == "passed"_L1;
    const int stage = parts[2].toInt();
    if (!memo.when.isValid() || stage < 0 || stage >= TestStageCount)
        return std::nullopt;
    memo.failedAt = TestStage(stage);
    memo.took = Milliseconds(parts[3].toLongLong());
    return memo;
}

void TestMemory::remember(const QString &channel, const TestMemo &memo)
{
    m_settings.setValue(entry(channel), QStringList{memo.when.toUTC().toString(Qt::ISODateWithMs), memo.passed ? u"passed"_s : u"failed"_s,
                                                    QString::number(int(memo.failedAt)), QString::number(memo.took.count())}
                                            .join(u'|'));
}

void TestMemory::forget(const QString &channel) { m_settings.remove(entry(channel)); }

} // namespace understudy
