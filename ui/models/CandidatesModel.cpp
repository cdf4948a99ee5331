// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CandidatesModel.h"

#include "words/TypeWords.h"

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

bool contains(const QList<CandidateFacts> &all, const Candidate &candidate)
{
    return std::any_of(all.cbegin(), all.cend(), [&](const CandidateFacts &facts) { return facts.candidate == candidate; });
}

CandidatesFilter::Kind kindOf(const CandidateFacts &facts)
{
    if (facts.origin == ProviderOrigin::BuiltIn)
        return CandidatesFilter::Kind::BuiltIn;
    return facts.channelName.isEmpty() && !facts.missing ? CandidatesFilter::Kind::Local : CandidatesFilter::Kind::Own;
}

} // namespace

void CandidatesModel::setCandidates(const QList<CandidateFacts> &all)
{
    QList<CandidateFacts> now = all;
    for (const Candidate &candidate : std::as_const(m_checked)) {
        if (contains(now, candidate))
            continue;
        // What a chain holds stays in sight even when its channel has gone: a tick that cannot be seen cannot be taken away.
        CandidateFacts gone;
        if (const CandidateFacts *old = find(candidate))
            gone = *old;
        gone.candidate = candidate;
        gone.missing = true;
        now.append(gone);
    }
    const bool same = now.size() == m_all.size()
        && std::equal(now.cbegin(), now.cend(), m_all.cbegin(), [](const auto &a, const auto &b) { return a.candidate == b.candidate; });
    if (same) {
        m_all = now;
        if (!m_all.isEmpty())
            emit dataChanged(index(0), index(int(m_all.size()) - 1));
        return;
    }
    beginResetModel();
    m_all = now;
    endResetModel();
}

void CandidatesModel::setChecked(const QList<Candidate> &candidates)
{
    if (candidates == m_checked)
        return;
    m_checked = candidates;
    setCandidates(m_all);
    emit checkedChanged();
}

QList<CandidateFacts> CandidatesModel::checkedFacts() const
{
    QList<CandidateFacts> facts;
    for (const Candidate &candidate : m_checked) {
        if (const CandidateFacts *found = find(candidate))
            facts.append(*found);
    }
    return facts;
}

const CandidateFacts *CandidatesModel::find(const Candidate &candidate) const
{
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(), [&](const CandidateFacts &facts) { return facts.candidate == candidate; });
    return found == m_all.cend() ? nullptr : &*found;
}

QVariant CandidatesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CandidateFacts &facts = m_all[index.row()];
    const bool checked = m_checked.contains(facts.candidate);
    switch (role) {
    case Qt::DisplayRole: return facts.name();
    case Qt::CheckStateRole: return int(checked ? Qt::Checked : Qt::Unchecked);
    case FactsRole: return QVariant::fromValue(facts);
    case SecondLineRole: return candidateSource(facts) + u" · "_s + words::typeName(facts.model.type);
    case Qt::ToolTipRole: return tr("%1 through %2").arg(facts.candidate.model, facts.candidate.channel);
    case Qt::AccessibleTextRole: {
        const QString health = facts.status().word;
        return tr("%1, %2, %3, %4, %5").arg(facts.name(), candidateSource(facts), words::typeName(facts.model.type), health, checked ? tr("selected") : tr("not selected"));
    }
    default: return {};
    }
}

bool CandidatesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Candidate candidate = m_all[index.row()].candidate;
    const bool on = value.toInt() == int(Qt::Checked);
    if (on == m_checked.contains(candidate))
        return true;
    if (on)
        m_checked.append(candidate);
    else
        m_checked.removeOne(candidate);
    emit dataChanged(index, index, {Qt::CheckStateRole, Qt::AccessibleTextRole});
    emit checkedChanged();
    return true;
}

Qt::ItemFlags CandidatesModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

void CandidatesModel::retranslate()
{
    if (!m_all.isEmpty())
        emit dataChanged(index(0), index(int(m_all.size()) - 1));
}

QString candidateSource(const CandidateFacts &facts)
{
    if (facts.origin == ProviderOrigin::BuiltIn)
        return words::builtInName();
    return facts.channelName.isEmpty() ? facts.providerName : facts.providerName + u" / "_s + facts.channelName;
}

void CandidatesFilter::setText(const QString &text)
{
    refilter([&] { m_words = text.split(u' ', Qt::SkipEmptyParts); });
}

void CandidatesFilter::setKind(Kind kind)
{
    refilter([&] { m_kind = kind; });
}

void CandidatesFilter::setProvider(const QString &provider)
{
    refilter([&] { m_provider = provider; });
}

void CandidatesFilter::setType(std::optional<ModelType> type)
{
    refilter([&] { m_type = type; });
}

void CandidatesFilter::setHealthyOnly(bool on)
{
    refilter([&] { m_healthyOnly = on; });
}

void CandidatesFilter::clear()
{
    refilter([&] {
        m_words.clear();
        m_kind = Kind::All;
        m_provider.clear();
        m_type.reset();
        m_healthyOnly = false;
    });
}

bool CandidatesFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto facts = sourceModel()->index(row, 0, parent).data(CandidatesModel::FactsRole).value<CandidateFacts>();
    const QString haystack = facts.name() + u' ' + facts.candidate.model + u' ' + facts.providerName + u' ' + facts.channelName;
    const auto occurs = [&](const QString &word) { return haystack.contains(word, Qt::CaseInsensitive); };
    const bool healthy = facts.health.level == words::HealthLevel::Healthy || facts.health.level == words::HealthLevel::Ready;
    return std::all_of(m_words.cbegin(), m_words.cend(), occurs) && (m_kind == Kind::All || m_kind == kindOf(facts))
        && (m_provider.isEmpty() || m_provider == facts.provider) && (!m_type || *m_type == facts.model.type) && (!m_healthyOnly || (healthy && !facts.missing && !facts.fails));
}

} // namespace understudy
