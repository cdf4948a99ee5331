// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Message.h"
#include "widgets/Wish.h"

#include <QFrame>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace understudy {

/// One setting: its name and a hint at the left, its control at the right or below; a problem or a note appears under it.
class SettingRow final : public QWidget {
    Q_OBJECT

public:
    enum class Place { Beside, Below };

    /// Takes the control.
    explicit SettingRow(QWidget *control, Place place = Place::Beside);

    /// Also names the control for screen readers, unless it has a text of its own (a check box).
    void setTexts(const QString &label, const QString &hint = {});
    void setProblem(const QString &text); ///< empty: all is well
    void setNote(const QString &text);
    QString problem() const;
    bool matches(const QString &words) const; ///< every blank-separated word, in any case

private:
    bool eventFilter(QObject *watched, QEvent *event) override;

    QWidget *m_control;
    QLabel *m_label;
    QLabel *m_hint;
    QLabel *m_note;
};

/// Rows that belong together, on one card with lines between.
class SettingsGroup final : public QFrame {
    Q_OBJECT

public:
    explicit SettingsGroup(QWidget *parent = nullptr);
    SettingRow *add(QWidget *control, SettingRow::Place place = SettingRow::Place::Beside);
    void add(QWidget *content); ///< free content, found by the section's own words
    const QList<SettingRow *> &rows() const { return m_rows; }
    void applyFilter(const QString &words); ///< hides rows that do not match; all of it when none does

private:
    void addLine();
    QVBoxLayout *m_column;
    QList<SettingRow *> m_rows;
    QList<QWidget *> m_lines;
    bool m_free = false;
};

/// One section of the settings. What is changed holds at once.
class SettingsSection : public QWidget {
    Q_OBJECT

public:
    explicit SettingsSection(const QString &id, QWidget *parent = nullptr);

    const QString &id() const { return m_id; }
    virtual QString title() const = 0;
    virtual QString searchWords() const { return title(); } ///< found by these beside its rows
    virtual bool canReset() const { return false; }
    virtual std::function<void()> reset() { return {}; } ///< back to what holds by default; gives what takes that back
    virtual void refresh() {}

    /// Shows only what matches; empty shows all. True: something does.
    bool applyFilter(const QString &words);

signals:
    void said(const understudy::Message &message);
    void wished(const understudy::Wish &wish);

protected:
    SettingsGroup *addGroup(); ///< `title` in retranslate by setGroupTitle
    void setGroupTitle(SettingsGroup *group, const QString &title);
    QVBoxLayout *column() const { return m_column; }

private:
    QString m_id;
    QVBoxLayout *m_column;
    QList<SettingsGroup *> m_groups;
    QHash<SettingsGroup *, QLabel *> m_titles;
};

/// Whether every blank-separated word of `wanted` is in `text`, in any case.
bool containsWords(const QString &text, const QString &wanted);

/// A label for running text: wraps, plain, can be selected.
QLabel *settingsText(QWidget *parent, bool muted = false);

} // namespace understudy
