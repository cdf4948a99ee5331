// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ResetKey.h"

#include "models/KeyDrafts.h"
#include "widgets/Ask.h"
#include "words/ChannelWords.h"
#include "words/Quantities.h"

#include <QCoreApplication>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct ResetKeyText {
    Q_DECLARE_TR_FUNCTIONS(understudy::ResetKey)
};

constexpr int Hours[] = {0, 24, 1, 0}; ///< by choice: cancel, 24 h, 1 h, at once

void reset(QWidget *parent, Console &console, const GatewayKey &key, int hours, const std::function<void(const Message &)> &done)
{
    KeyGrace grace;
    if (hours > 0) {
        grace.until = QDateTime::currentDateTimeUtc().addSecs(hours * 3600LL);
        grace.description = ResetKeyText::tr("Old secret of “%1” until %2").arg(key.name, words::absolute(grace.until));
    }
    const QString oldName = derivedKeyName(console.configuration(), key.name, u"-old"_s);
    console.change([id = key.id, grace](const Configuration &stored) { return withSecretReset(stored, id, grace); }, parent,
                   [name = key.name, oldName, hours, done](const Result<void> &result) {
                       if (!result)
                           return done({Message::Level::Error, ResetKeyText::tr("“%1” was not reset. %2").arg(name, words::notSaved(result.error())), {}, {}});
                       done({Message::Level::Success,
                             hours > 0 ? ResetKeyText::tr("“%1” has a new secret. The old one works for %n more hour(s), as the key “%2”.", nullptr, hours).arg(name, oldName)
                                       : ResetKeyText::tr("“%1” has a new secret; the old one is refused from now on.").arg(name),
                             {}, {}});
                   });
}

} // namespace

void resetKey(QWidget *parent, Console &console, const QString &keyId, std::function<void(const Message &)> done)
{
    const QList<GatewayKey> keys = console.configuration().keys;
    const auto found = std::find_if(keys.cbegin(), keys.cend(), [&keyId](const GatewayKey &key) { return key.id == keyId; });
    if (found == keys.cend())
        return;
    Question question;
    question.title = ResetKeyText::tr("Reset the key “%1”?").arg(found->name);
    question.text = ResetKeyText::tr("It gets a new secret and keeps its name, models and policy. Every application that uses the old secret must be given "
                                     "the new one. To leave time for that, the old secret can go on as a key of its own, “%1”, that expires by itself and "
                                     "counts its own requests and limits.")
                        .arg(derivedKeyName(console.configuration(), found->name, u"-old"_s));
    question.choices = {ResetKeyText::tr("Cancel"), ResetKeyText::tr("Keep the Old One for 24 h"), ResetKeyText::tr("Keep the Old One for 1 h"),
                        ResetKeyText::tr("Reset Now")};
    question.dangerous = true;
    ask(parent, question, [parent, &console, key = *found, done = std::move(done)](int choice, bool) {
        if (choice > 0)
            reset(parent, console, key, Hours[choice], done);
    });
}

} // namespace understudy
