// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/ChannelJobs.h"
#include "models/ModelChoicesModel.h"

#include <QWidget>

#include <functional>
#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace understudy {

/// The list of a provider's models with what a person does to it: tick, search, add by hand, fetch from the provider.
class ModelChooser final : public QWidget {
    Q_OBJECT

public:
    using StartListing = std::function<std::unique_ptr<ModelListing>()>;

    /// `start` asks the provider, with what the form holds at that moment.
    explicit ModelChooser(StartListing start, QWidget *parent = nullptr);
    ~ModelChooser() override;

    ModelChoicesModel &model() { return *m_model; }
    const ModelChoicesModel &model() const { return *m_model; }
    void setCanFetch(bool can);
    void setCurrency(const QString &currency);
    bool isFetching() const { return m_listing != nullptr; }
    void cancelFetch();
    QTreeView *view() const { return m_view; } ///< "channel.models"

signals:
    void edited();

private:
    bool eventFilter(QObject *object, QEvent *event) override;
    void fetch();
    void fetched(const QStringList &models);
    void endFetch(const QString &said);
    void addTyped();
    void tickVisible(bool tick);
    void retranslate();
    void showState();

    StartListing m_start;
    std::unique_ptr<ModelListing> m_listing;
    ModelChoicesModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_search;
    QPushButton *m_add;
    QPushButton *m_fetch;
    QPushButton *m_all;
    QPushButton *m_none;
    QComboBox *m_currency;
    QLabel *m_status;
    QTreeView *m_view;
    std::function<QString()> m_said; ///< how the last fetch went, in the language of now
};

} // namespace understudy
