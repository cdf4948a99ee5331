// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace understudy {

/// A question that stops a person: only for what cannot be undone (reset a key, wipe logs, delete all data, bind to the network)
/// and for the two questions that have no default (close, quit while requests run).
struct Question {
    QString title;   ///< names the object: "Reset the key “demo”?"
    QString text;    ///< the consequence
    QStringList choices; ///< buttons, from safe to not; Escape and closing are the first one
    int preselected = 0;
    bool dangerous = false; ///< the last choice is drawn as a warning
    QString remember; ///< text of a check box, or empty
};

/// Opens it over `parent`; `answered` gets the index of the choice and whether the box was ticked, once, unless `parent` dies. The
/// only user of QMessageBox. Does not block.
void ask(QWidget *parent, const Question &question, std::function<void(int choice, bool remember)> answered);

} // namespace understudy
