// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ClearLog.h"

#include "widgets/Ask.h"

#include <QCoreApplication>

namespace understudy {

namespace {

struct ClearLogText {
    Q_DECLARE_TR_FUNCTIONS(understudy::ClearLog)
};

} // namespace

void clearLog(QWidget *parent, Console &console, std::function<void()> begun, std::function<void(const Result<qint64> &)> done)
{
    Question question;
    question.title = ClearLogText::tr("Clear the request log?");
    question.text = ClearLogText::tr("Every request that is in the log now is deleted, with recorded contents. Usage statistics, free tokens and limits stay. This cannot be undone.");
    question.choices = {ClearLogText::tr("Cancel"), ClearLogText::tr("Clear the Log")};
    question.dangerous = true;
    ask(parent, question, [parent, &console, begun = std::move(begun), done = std::move(done)](int choice, bool) {
        if (choice != 1)
            return;
        begun();
        console.clearLog(parent, done);
    });
}

} // namespace understudy
