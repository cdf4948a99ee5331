// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/FilterModel.h"
#include "models/CandidateFacts.h"

#include <QAbstractListModel>

namespace understudy {

/// What a key can be given, with ticks. Display is the model's name; CandidateFacts stand under FactsRole.
class CandidatesModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { FactsRole = Qt::UserRole + 1, SecondLineRole };

    using QAbstractListModel::QAbstractListModel;

    /// Ticks stay on the candidates that are still there; those of `checked()` that are gone stay listed as missing.
    void setCandidates(const QList<CandidateFacts> &all);
    void setChecked(const QList<Candidate> &candidates); ///< these and no others, in this order

    QList<Candidate> checked() const { return m_checked; } ///< in the order in which they were ticked
    QList<CandidateFacts> checkedFacts() const;
    const QList<CandidateFacts> &candidates() const { return m_all; }
    const CandidateFacts *find(const Candidate &candidate) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_all.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void retranslate(); ///< the texts that data() makes have another language now

signals:
    void checkedChanged();

private:
    QList<CandidateFacts> m_all;
    QList<Candidate> m_checked;
};

/// "siliconflow / my account": where a candidate comes from; built-in and local ones have no channel to name.
QString candidateSource(const CandidateFacts &facts);

/// The list as the filters of the wizard show it.
class CandidatesFilter final : public FilterModel {
    Q_OBJECT

public:
    enum class Kind { All, Own, Local, BuiltIn }; ///< the user's channels, runtimes on this machine, simulated models

    using FilterModel::FilterModel;

    void setText(const QString &text); ///< all its words occur in the name, the id, the provider or the channel
    void setKind(Kind kind);
    void setProvider(const QString &provider); ///< id; empty: all
    void setType(std::optional<ModelType> type);
    void setHealthyOnly(bool on);
    void clear();

    Kind kind() const { return m_kind; }
    QString provider() const { return m_provider; }
    std::optional<ModelType> type() const { return m_type; }
    bool isFiltering() const { return !m_words.isEmpty() || m_kind != Kind::All || !m_provider.isEmpty() || m_type || m_healthyOnly; }

private:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

    QStringList m_words;
    Kind m_kind = Kind::All;
    QString m_provider;
    std::optional<ModelType> m_type;
    bool m_healthyOnly = false;
};

} // namespace understudy
