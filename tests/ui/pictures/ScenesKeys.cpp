// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/Scenes.h"

#include "dialogs/KeyWizard.h"
#include "dialogs/ViewKeyDialog.h"
#include "pages/KeysPage.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize DialogSize(800, 600);
constexpr QSize PageSize(804, 590);

void press(QWidget *window, const QString &name) { window->findChild<QPushButton *>(name)->click(); }

QWidget *create(Stage &stage) { return new KeyWizard(stage.console, stage.tests, KeyWizard::Purpose::Create, {}); }

QWidget *keysPage(Stage &stage) { return new KeysPage(stage.console, stage.tests); }

QWidget *viewKey(Stage &stage) { return new ViewKeyDialog(stage.console, stage.preferences, stage.clipboard, u"key_tutorial"_s); }

void secondStep(QWidget *window, Stage &) { press(window, u"wizard.next"_s); }

const SceneAdder scenesOfKeys[] = {
    {{u"wizard-1"_s, DialogSize, create}},
    {{u"wizard-1-optional"_s, DialogSize, create, [](QWidget *window, Stage &) { press(window, u"wizard.optional"_s); }}},
    {{u"wizard-1-problems"_s, DialogSize, create,
      [](QWidget *window, Stage &) {
          window->findChild<QLineEdit *>(u"wizard.name"_s)->setText(u"my key"_s);
          window->findChild<QComboBox *>(u"wizard.type"_s)->setCurrentIndex(0);
          window->findChild<QAbstractItemView *>(u"wizard.models"_s)->model()->setData(window->findChild<QAbstractItemView *>(u"wizard.models"_s)->model()->index(2, 0), int(Qt::Checked), Qt::CheckStateRole);
      }}},
    {{u"wizard-2"_s, DialogSize, create, secondStep}},
    {{u"wizard-2-groups"_s, DialogSize,
      [](Stage &stage) {
          Configuration c = stage.console.stored;
          c.keys[0].chain.append({{u"deepseek-1"_s, u"deepseek-chat"_s}, {u"office-1"_s, u"qwen2.5-72b-instruct"_s}});
          c.keys[0].policy.cache.enabled = true;
          c.keys[0].policy.timeout = Milliseconds(90'000);
          stage.console.stored = c;
          return new KeyWizard(stage.console, stage.tests, KeyWizard::Purpose::Edit, u"key_tutorial"_s);
      },
      secondStep}},
    {{u"wizard-2-advanced"_s, DialogSize, create,
      [](QWidget *window, Stage &) {
          press(window, u"wizard.next"_s);
          press(window, u"wizard.advanced"_s);
      }}},
    {{u"keys"_s, PageSize, keysPage}},
    {{u"keys-limits"_s, PageSize, keysPage,
      [](QWidget *, Stage &stage) {
          using Of = LimitUse::Of;
          stage.console.setLimits({{Of::Key, stage.console.stored.keys[0].id, LimitKind::TokensPerDay, 42'000, 100'000},
                                   {Of::Key, stage.console.stored.keys[1].id, LimitKind::TokensPerMonth, 1'700'000, 2'000'000},
                                   {Of::Key, stage.console.stored.keys.last().id, LimitKind::TokensPerDay, 100'400, 100'000}});
      }}},
    {{u"keys-empty"_s, PageSize, keysPage, nullptr, FakeConsole::Start::Empty}},
    {{u"keys-no-match"_s, PageSize, keysPage, [](QWidget *page, Stage &) { page->findChild<QLineEdit *>(u"keys.filter"_s)->setText(u"nothing"_s); }}},
    {{u"viewkey"_s, {}, viewKey}},
    {{u"viewkey-revealed"_s, {}, viewKey, [](QWidget *dialog, Stage &) { dialog->findChild<QToolButton *>(u"viewKey.reveal"_s)->click(); }}},
    {{u"viewkey-locked"_s, {},
      [](Stage &stage) {
          stage.console.gateway.vault = {MasterKeyPlace::Passphrase, true, u"The master key is not known."_s};
          for (GatewayKey &key : stage.console.stored.keys)
              key.secret = Secret();
          return viewKey(stage);
      }}},
    {{u"viewkey-reset"_s, {}, viewKey, [](QWidget *dialog, Stage &) { press(dialog, u"viewKey.reset"_s); }}},
};

} // namespace

} // namespace understudy::test
