// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LogFilterCompletion.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QMenu;
class QToolButton;

namespace understudy {

class Console;
class FilterEdit;
class Preferences;

/// Which requests the log shows: a filter in words, the filters that were saved, and one gateway key or all of them. It follows the keys
/// of the configuration; when the chosen one is gone, all are shown again.
class LogFilterBar final : public QWidget {
    Q_OBJECT

public:
    LogFilterBar(Console &console, Preferences &preferences, QWidget *parent = nullptr);

    const FilterExpression &expression() const; ///< the last good one
    QString keyId() const;                      ///< empty: all keys
    /// All of it as one filter, with the key as its first term: for what leaves the page.
    QString text() const;
    QWidget *field() const;

    void clear();
    void showFilter(const QString &text); ///< of all keys
    void showKey(const QString &keyId);   ///< everything of that key
    void addTerm(const FilterTerm &term); ///< unless it is there already
    /// Parses again: ages (since:1h) are counted from now.
    void reread();

signals:
    void changed(); ///< expression() or keyId() may be another
    /// Why the text is no filter, a moment after the last letter; empty at once when it is one or is being changed.
    void reasonChanged(const QString &reason);

private:
    void build();
    void connectParts();
    void retranslate();
    void fillKeys();
    void fillSaved();
    FilterNames names() const;

    Console &m_console;
    Preferences &m_preferences;
    QTimer m_sayReason;
    FilterEdit *m_text;
    QToolButton *m_saved;
    QMenu *m_savedMenu;
    QComboBox *m_key;
};

} // namespace understudy
