// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/SecretsSection.h"

#include "console/Console.h"
#include "theme/Theme.h"
#include "widgets/Language.h"
#include "widgets/NewPassphrase.h"
#include "widgets/Condition.h"
#include "widgets/StatusMark.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr QMargins CardMargins(14, 12, 14, 12);
constexpr int HintIndent = 26;

QHBoxLayout *rowOf(std::initializer_list<QWidget *> widgets)
{
    auto *row = new QHBoxLayout;
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

} // namespace

SecretsSection::SecretsSection(Console &console, QWidget *parent) : SettingsSection(u"secrets"_s, parent), m_console(console)
{
    addGroup()->addContent(buildState());
    m_placeGroup = addGroup();
    m_placeGroup->addContent(buildChoices());
    column()->addStretch();
    connect(&console, &Console::stateChanged, this, &SecretsSection::follow);
    followLanguage(this, [this] { retranslate(); });
    m_place = console.state().vault.place;
    m_choices[size_t(m_place)].button->setChecked(true);
    follow();
}

QWidget *SecretsSection::buildState()
{
    auto *page = new QWidget;
    m_mark = new StatusMark(page);
    m_where = settingsText(page);
    m_unlockField = new QLineEdit(page);
    m_unlockField->setObjectName(u"settings.secrets.passphrase"_s);
    m_unlockField->setEchoMode(QLineEdit::Password);
    m_unlockField->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_unlockField->setMaximumWidth(260);
    m_unlock = new QPushButton(page);
    m_unlock->setObjectName(u"settings.secrets.unlock"_s);
    m_unlockResult = settingsText(page);
    m_probe = new QPushButton(page);
    m_probe->setObjectName(u"settings.secrets.probe"_s);
    m_probeResult = settingsText(page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(CardMargins);
    column->addWidget(m_mark);
    column->addWidget(m_where);
    column->addLayout(rowOf({m_unlockField, m_unlock}));
    column->addWidget(m_unlockResult);
    column->addLayout(rowOf({m_probe}));
    column->addWidget(m_probeResult);
    m_unlockResult->hide();
    m_probeResult->hide();
    connect(m_unlock, &QPushButton::clicked, this, &SecretsSection::unlock);
    connect(m_unlockField, &QLineEdit::returnPressed, this, &SecretsSection::unlock);
    connect(m_probe, &QPushButton::clicked, this, &SecretsSection::probe);
    return page;
}

QWidget *SecretsSection::buildChoices()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(CardMargins);
    auto *together = new QButtonGroup(page);
    constexpr const char *names[] = {"file", "passphrase", "keyring"};
    // Shown in the order in which they are recommended.
    for (const MasterKeyPlace place : {MasterKeyPlace::Keyring, MasterKeyPlace::Passphrase, MasterKeyPlace::File}) {
        auto *button = new QRadioButton(page);
        button->setObjectName(u"settings.secrets.place."_s + QLatin1StringView(names[int(place)]));
        auto *hint = settingsText(page, true);
        hint->setFont(Theme::small());
        hint->setContentsMargins(HintIndent, 0, 0, 6);
        together->addButton(button);
        column->addWidget(button);
        column->addWidget(hint);
        m_choices[size_t(place)] = {button, hint};
        connect(button, &QRadioButton::toggled, this, &SecretsSection::choose);
    }
    m_passphrase = new NewPassphrase(u"settings.secrets.new"_s, page);
    m_passphrase->setContentsMargins(HintIndent, 0, 0, 0);
    m_move = new QPushButton(page);
    m_move->setObjectName(u"settings.secrets.move"_s);
    m_moveResult = settingsText(page);
    m_moveResult->hide();
    column->insertWidget(4, m_passphrase); // below the words of the passphrase
    column->addLayout(rowOf({m_move}));
    column->addWidget(m_moveResult);
    connect(m_passphrase, &NewPassphrase::changed, this, &SecretsSection::follow);
    connect(m_passphrase, &NewPassphrase::entered, this, [this] {
        if (m_move->isEnabled())
            move();
    });
    connect(m_move, &QPushButton::clicked, this, &SecretsSection::move);
    return page;
}

void SecretsSection::retranslate()
{
    setGroupTitle(m_placeGroup, tr("Where the master key lives"));
    const auto say = [this](MasterKeyPlace place, const QString &name, const QString &hint) {
        const Choice &choice = m_choices[size_t(place)];
        choice.button->setText(name);
        choice.button->setAccessibleDescription(hint);
        choice.hint->setText(hint);
    };
    say(MasterKeyPlace::Keyring, tr("In the system keyring"),
        tr("Your desktop unlocks it when you log in. Other programs of yours could ask for it; a copy of the data folder alone is worthless."));
    say(MasterKeyPlace::Passphrase, tr("Nowhere: ask me for a passphrase at start"),
        tr("Safest. After each start channels work only when you have typed it. A forgotten passphrase cannot be recovered: credentials must then be entered anew."));
    say(MasterKeyPlace::File, tr("In a file that only I can read"),
        tr("Works without anybody at the keyboard, also on servers. Whoever can read your files, or has your disk or a backup, can read the credentials too."));
    m_unlockField->setPlaceholderText(tr("Passphrase"));
    m_unlockField->setAccessibleName(tr("Passphrase"));
    m_unlock->setText(tr("Unlock"));
    m_probe->setText(tr("Check the System Keyring"));
    m_move->setText(tr("Move the Master Key"));
    follow();
}

MasterKeyPlace SecretsSection::chosen() const
{
    for (const MasterKeyPlace place : {MasterKeyPlace::File, MasterKeyPlace::Passphrase, MasterKeyPlace::Keyring}) {
        if (m_choices[size_t(place)].button->isChecked())
            return place;
    }
    return m_console.state().vault.place;
}

void SecretsSection::choose()
{
    m_moveResult->hide();
    follow();
}

void SecretsSection::follow()
{
    const VaultState vault = m_console.state().vault;
    if (vault.place != m_place) { // it moved, or is only known now; otherwise what a person has chosen stays
        m_place = vault.place;
        m_choices[size_t(m_place)].button->setChecked(true);
    }
    m_mark->setStatus(vault.locked ? Status{u"▲"_s, tr("Locked"), Tone::Caution, tr("The secrets are locked")}
                                   : Status{u"●"_s, tr("Unlocked"), Tone::Good, tr("The secrets are unlocked")});
    const QString place = vault.place == MasterKeyPlace::File ? tr("The master key is in a file in the data folder that only you can read.")
        : vault.place == MasterKeyPlace::Keyring              ? tr("The master key is in the system keyring.")
                                                              : tr("The master key is made from your passphrase at each start.");
    m_where->setText(tr("Credentials and gateway access keys are stored encrypted.") + u' ' + place + (vault.locked ? u' ' + tr("Until it is unlocked, channels with a stored credential cannot be called.") : QString()));
    m_unlockField->setVisible(vault.locked && vault.place == MasterKeyPlace::Passphrase);
    m_unlock->setVisible(vault.locked);
    m_unlock->setEnabled(!m_busy);
    if (!vault.locked)
        m_unlockResult->hide();
    m_probe->setEnabled(!m_busy);
    const MasterKeyPlace wanted = chosen();
    // A new passphrase for the same place is a change too.
    const bool passphrase = wanted == MasterKeyPlace::Passphrase;
    m_passphrase->setVisible(passphrase && !vault.locked);
    m_passphrase->setEnabled(!m_busy);
    m_move->setText(passphrase && vault.place == wanted ? tr("Change the Passphrase") : tr("Move the Master Key"));
    m_move->setEnabled(!m_busy && !vault.locked && !m_console.state().readOnly && (passphrase ? m_passphrase->isGood() : wanted != vault.place));
    for (const Choice &choice : m_choices)
        choice.button->setEnabled(!m_busy && !vault.locked);
}

void SecretsSection::setBusy(bool busy)
{
    m_busy = busy;
    follow();
}

void SecretsSection::tell(QLabel *label, const QString &text, bool good)
{
    label->setText((good ? u"✓ "_s : u"✕ "_s) + text);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::color(good ? Tone::Good : Tone::Bad));
    label->setPalette(colours);
    label->show();
}

void SecretsSection::unlock()
{
    const VaultState vault = m_console.state().vault;
    const Secret passphrase(m_unlockField->text().toUtf8());
    m_unlockField->clear();
    if (vault.place == MasterKeyPlace::Passphrase && passphrase.isEmpty())
        return tell(m_unlockResult, tr("Enter the passphrase first."), false);
    m_unlockResult->hide();
    setBusy(true);
    m_console.unlock(passphrase, this, [this, vault](const Result<void> &done) {
        setBusy(false);
        if (done)
            return;
        if (vault.place == MasterKeyPlace::Passphrase && done.error().kind == ErrorKind::Denied)
            tell(m_unlockResult, tr("This is not the passphrase. Try again."), false);
        else if (vault.place == MasterKeyPlace::Keyring)
            tell(m_unlockResult, keyringFaultText(keyringFault(done.error().text)), false);
        else
            tell(m_unlockResult, done.error().toString(), false);
    });
}

void SecretsSection::probe()
{
    m_probeResult->hide();
    setBusy(true);
    m_console.probeKeyring(this, [this](const Result<void> &done) {
        setBusy(false);
        if (done)
            tell(m_probeResult, tr("The keyring works: a test entry was written, read back and deleted."), true);
        else
            tell(m_probeResult, keyringFaultText(keyringFault(done.error().text)), false);
    });
}

void SecretsSection::move()
{
    const MasterKeyPlace to = chosen();
    const Secret passphrase = to == MasterKeyPlace::Passphrase ? m_passphrase->passphrase() : Secret();
    m_moveResult->hide();
    setBusy(true);
    m_console.moveMasterKey(to, passphrase, this, [this, to](const Result<void> &done) {
        m_passphrase->clear();
        setBusy(false);
        if (done)
            tell(m_moveResult, to == MasterKeyPlace::Passphrase ? tr("Done. The next start asks for this passphrase.") : tr("Done. The master key has moved."), true);
        else if (to == MasterKeyPlace::Keyring)
            tell(m_moveResult, tr("Nothing was changed.") + u' ' + keyringFaultText(keyringFault(done.error().text)), false);
        else
            tell(m_moveResult, tr("Nothing was changed.") + u' ' + done.error().toString(), false);
    });
}

} // namespace understudy
