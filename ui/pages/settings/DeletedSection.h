// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/DeletedObject.h"
#include "pages/settings/SettingsSection.h"

#include <QBasicTimer>

#include <optional>

class QPushButton;

namespace understudy {

class Console;
class EmptyState;

/// What was deleted in the last 30 days, newest first, with Restore.
class DeletedSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit DeletedSection(Console &console, QWidget *parent = nullptr);

    QString title() const override { return tr("Recently deleted"); }
    QString searchWords() const override { return title() + u' ' + tr("restore, undo, trash"); }
    void refresh() override;

private:
    void showEvent(QShowEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void retranslate();
    void show(const QList<DeletedObject> &objects);
    QWidget *rowFor(const DeletedObject &object);
    void restore(const DeletedObject &object, QPushButton *button);

    Console &m_console;
    QLabel *m_intro;
    QLabel *m_loading;
    EmptyState *m_empty;
    EmptyState *m_failed;
    SettingsGroup *m_group;
    QWidget *m_list;
    QVBoxLayout *m_rows;
    std::optional<QList<DeletedObject>> m_objects;
    std::optional<Error> m_error;
    QBasicTimer m_loadingTimer;
};

} // namespace understudy
