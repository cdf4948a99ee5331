// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ViewKeyDialog.h"

#include "dialogs/ResetKey.h"
#include "preferences/Preferences.h"
#include "snippets/Snippets.h"
#include "theme/Icons.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Language.h"
#include "widgets/MessageBar.h"
#include "widgets/SecretClipboard.h"
#include "widgets/SecretField.h"
#include "widgets/ToneLabel.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QLabel *fieldLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setFont(Theme::strong());
    return label;
}

} // namespace

ViewKeyDialog::ViewKeyDialog(Console &console, Preferences &preferences, SecretClipboard &clipboard, const QString &keyId, QWidget *parent)
    : QDialog(parent), m_console(console), m_preferences(preferences), m_clipboard(clipboard), m_keyId(keyId), m_title(new ElidedLabel(this)),
      m_description(new QLabel(this)), m_bar(new MessageBar(this)), m_stack(new QStackedWidget(this)), m_secretLabel(fieldLabel(this)),
      m_secret(new SecretField(nullptr, this)), m_copy(new QPushButton(this)), m_urlLabel(fieldLabel(this)), m_url(new QLineEdit(this)),
      m_copyUrl(new QPushButton(this)), m_envLabel(fieldLabel(this)), m_env(new QPlainTextEdit(this)), m_copyEnv(new QPushButton(this)),
      m_saveEnv(new QPushButton(this)), m_advice(new ToneLabel(this)), m_lockedText(new QLabel(this)), m_passphraseLabel(fieldLabel(this)),
      m_passphrase(new QLineEdit(this)), m_unlock(new QPushButton(this)), m_viewCode(new QPushButton(this)), m_reset(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    setObjectName(u"viewKey"_s);
    build();
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (!key())
            return;
        m_copied = Copied::Key;
        m_clipboard.copy(key()->secret);
    });
    connect(m_copyUrl, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(baseUrl()); });
    connect(m_copyEnv, &QPushButton::clicked, this, [this] {
        if (!key())
            return;
        m_copied = Copied::Env;
        m_clipboard.copy(Secret(envText(key()->secret).toUtf8()));
    });
    connect(m_saveEnv, &QPushButton::clicked, this, &ViewKeyDialog::chooseEnvFile);
    connect(m_unlock, &QPushButton::clicked, this, &ViewKeyDialog::unlock);
    connect(m_viewCode, &QPushButton::clicked, this, [this] {
        accept();
        emit wished(Wish::make(Wish::What::ViewCode, m_keyId));
    });
    connect(m_reset, &QPushButton::clicked, this, [this] { resetKey(this, m_console, m_keyId, [this](const Message &message) { m_bar->show(message); }); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&m_clipboard, &SecretClipboard::remaining, this, &ViewKeyDialog::showCopied);
    connect(&m_console, &Console::configurationChanged, this, &ViewKeyDialog::load);
    connect(&m_console, &Console::stateChanged, this, &ViewKeyDialog::load);
    followLanguage(this, [this] { retranslate(); });
    resize(600, sizeHint().height());
    if (mustUnlock())
        (m_passphrase->isVisibleTo(this) ? static_cast<QWidget *>(m_passphrase) : m_unlock)->setFocus();
    else
        m_copy->setFocus();
}

void ViewKeyDialog::build()
{
    m_title->setFont(Theme::heading());
    m_description->setWordWrap(true);
    m_description->setTextFormat(Qt::PlainText);
    m_description->setForegroundRole(QPalette::PlaceholderText);
    m_secret->setObjectName(u"viewKey.secret"_s);
    m_secret->revealButton()->setObjectName(u"viewKey.reveal"_s);
    m_copy->setObjectName(u"viewKey.copy"_s);
    m_copyUrl->setObjectName(u"viewKey.copyUrl"_s);
    m_url->setObjectName(u"viewKey.url"_s);
    m_env->setObjectName(u"viewKey.env"_s);
    m_copyEnv->setObjectName(u"viewKey.copyEnv"_s);
    m_saveEnv->setObjectName(u"viewKey.saveEnv"_s);
    m_reset->setObjectName(u"viewKey.reset"_s);
    m_viewCode->setObjectName(u"viewKey.viewCode"_s);
    m_close->setObjectName(u"viewKey.close"_s);
    m_passphrase->setObjectName(u"viewKey.passphrase"_s);
    m_unlock->setObjectName(u"viewKey.unlock"_s);
    m_url->setReadOnly(true);
    m_url->setFont(Theme::monospace());
    m_env->setReadOnly(true);
    m_env->setTabChangesFocus(true);
    m_env->setFont(Theme::monospace());
    m_env->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_env->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_env->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_env->setFixedHeight(QFontMetrics(Theme::monospace()).lineSpacing() * 4 + 20);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_lockedText->setWordWrap(true);
    m_lockedText->setTextFormat(Qt::PlainText);
    m_passphraseLabel->setBuddy(m_passphrase);
    for (QPushButton *button : {m_copy, m_copyUrl, m_copyEnv})
        button->setIcon(icons::icon(u"copy"_s));
    m_saveEnv->setIcon(icons::icon(u"save"_s));
    m_viewCode->setIcon(icons::icon(u"code"_s));
    m_unlock->setIcon(icons::icon(u"unlock"_s));
    m_copy->setDefault(true);

    auto *open = new QWidget;
    auto *grid = new QGridLayout(open);
    grid->setContentsMargins({});
    grid->setVerticalSpacing(4);
    grid->addWidget(m_secretLabel, 0, 0, Qt::AlignBottom);
    grid->addWidget(m_secret, 1, 0);
    grid->addWidget(m_copy, 1, 1);
    grid->addWidget(m_urlLabel, 2, 0, Qt::AlignBottom);
    grid->addWidget(m_url, 3, 0);
    grid->addWidget(m_copyUrl, 3, 1);
    grid->addWidget(m_envLabel, 4, 0, Qt::AlignBottom);
    grid->addWidget(m_env, 5, 0);
    auto *env = new QVBoxLayout;
    env->setSpacing(6); // a layout in a grid has no spacing of its own
    env->addWidget(m_copyEnv);
    env->addWidget(m_saveEnv);
    env->addStretch();
    grid->addLayout(env, 5, 1);
    grid->addWidget(m_advice, 6, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(7, 1);
    for (const int row : {0, 2, 4})
        grid->setRowMinimumHeight(row, 32);
    grid->setRowMinimumHeight(6, 40);
    auto *locked = new QWidget;
    auto *lockColumn = new QVBoxLayout(locked);
    lockColumn->setContentsMargins(0, Theme::Gap, 0, 0);
    lockColumn->addWidget(m_lockedText);
    lockColumn->addSpacing(Theme::Gap);
    lockColumn->addWidget(m_passphraseLabel);
    lockColumn->addWidget(m_passphrase);
    lockColumn->addWidget(m_unlock, 0, Qt::AlignLeft);
    lockColumn->addStretch();
    m_stack->addWidget(open);
    m_stack->addWidget(locked);

    auto *foot = new QHBoxLayout;
    foot->addWidget(m_reset);
    foot->addStretch();
    foot->addWidget(m_viewCode);
    foot->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::WideGap, Theme::PageMargin, Theme::WideGap);
    column->setSpacing(Theme::Gap);
    column->addWidget(m_title);
    column->addWidget(m_description);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    column->addSpacing(Theme::Gap);
    column->addLayout(foot);
}

void ViewKeyDialog::retranslate()
{
    setWindowTitle(tr("View key"));
    m_secretLabel->setText(tr("Gateway access key"));
    m_secret->setAccessibleLabel(tr("Gateway access key"));
    m_urlLabel->setText(tr("Base URL"));
    m_url->setAccessibleName(tr("Base URL"));
    m_copyUrl->setText(tr("Copy URL"));
    m_envLabel->setText(tr("As .env block"));
    m_env->setAccessibleName(tr(".env block, with the key hidden"));
    m_copyEnv->setText(tr("Copy Block"));
    m_saveEnv->setText(tr("Save .env…"));
    m_advice->say(tr("Whoever has this key can call your models, and what that costs is yours. Keep it out of chats, tickets and repositories; "
                     "what is copied here leaves the clipboard after 30 seconds."));
    m_passphraseLabel->setText(tr("Passphrase"));
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_unlock->setText(tr("Unlock"));
    m_reset->setText(tr("Reset Key…"));
    m_viewCode->setText(tr("View Code"));
    m_close->setText(tr("Close"));
    load();
    showCopied(m_clipboard.remainingMs());
}

const GatewayKey *ViewKeyDialog::key() const
{
    const QList<GatewayKey> &keys = m_console.configuration().keys;
    const auto found = std::find_if(keys.cbegin(), keys.cend(), [this](const GatewayKey &key) { return key.id == m_keyId; });
    return found == keys.cend() ? nullptr : &*found;
}

bool ViewKeyDialog::mustUnlock() const
{
    const VaultState vault = m_console.state().vault;
    const bool every = m_preferences.get(preferences::AskBeforeSecrets) && vault.place == MasterKeyPlace::Passphrase;
    return vault.locked || (every && !m_allowed);
}

QString ViewKeyDialog::baseUrl() const { return m_console.state().baseUrl.toString(QUrl::FullyEncoded); }

QString ViewKeyDialog::envText(const Secret &secret) const
{
    SnippetInput input;
    input.baseUrl = baseUrl();
    input.model = u"auto"_s;
    input.keyName = key() ? key()->name : QString();
    input.keyToFillIn = secret;
    return snippet(SnippetLanguage::DotEnv, input);
}

void ViewKeyDialog::load()
{
    const GatewayKey *shown = key();
    if (!shown)
        return reject();
    m_title->setFullText(shown->name);
    m_description->setText(shown->description);
    m_description->setVisible(!shown->description.isEmpty());
    const bool locked = mustUnlock();
    m_stack->setCurrentIndex(locked ? 1 : 0);
    m_reset->setEnabled(!locked);
    m_copy->setDefault(!locked);
    m_unlock->setDefault(locked);
    const VaultState vault = m_console.state().vault;
    const bool passphrase = vault.place == MasterKeyPlace::Passphrase;
    m_passphraseLabel->setVisible(passphrase);
    m_passphrase->setVisible(passphrase);
    const QString why = !vault.locked  ? tr("Keys are shown after the passphrase has been given.")
        : passphrase                    ? tr("The secrets are locked. Give the passphrase to unlock them; until then the gateway refuses requests.")
                                        : tr("The secrets are locked, because the master key cannot be read. Until it can, the gateway refuses requests.");
    m_lockedText->setText(vault.locked && !vault.problem.isEmpty() ? why + u"\n\n"_s + vault.problem : why);
    m_secret->setSecret(locked ? Secret() : shown->secret);
    m_url->setText(baseUrl());
    // The block shows where the key goes, never the key: the buttons fill it in.
    const QString filler = u"sk-us-filler"_s;
    QString text = envText(Secret(filler.toUtf8()));
    m_env->setPlainText(text.replace(filler, locked ? QString() : shown->secret.masked()).trimmed());
}

void ViewKeyDialog::showCopied(int remainingMs)
{
    if (remainingMs <= 0)
        m_copied = Copied::Nothing;
    const QString countdown = tr("Copied, %1 s").arg((remainingMs + 999) / 1000);
    m_copy->setText(m_copied == Copied::Key ? countdown : tr("Copy Key"));
    m_copyEnv->setText(m_copied == Copied::Env ? countdown : tr("Copy Block"));
    m_copy->setIcon(icons::icon(m_copied == Copied::Key ? u"check"_s : u"copy"_s));
    m_copyEnv->setIcon(icons::icon(m_copied == Copied::Env ? u"check"_s : u"copy"_s));
}

void ViewKeyDialog::unlock()
{
    m_unlock->setEnabled(false);
    const Secret passphrase(m_passphrase->text().toUtf8());
    m_passphrase->clear();
    m_console.unlock(passphrase, this, [this](const Result<void> &result) {
        m_unlock->setEnabled(true);
        if (!result) {
            m_bar->show({Message::Level::Error, tr("Not unlocked: %1").arg(result.error().text), {}, {}});
            m_passphrase->setFocus();
            return;
        }
        m_allowed = true;
        m_bar->clear();
        load();
        m_copy->setFocus();
    });
}

void ViewKeyDialog::chooseEnvFile()
{
    auto *dialog = new QFileDialog(this, tr("Save .env"), QString(), tr("Environment files (*.env .env);;All files (*)"));
    dialog->setObjectName(u"viewKey.file"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(u".env"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ViewKeyDialog::saveEnvTo);
    dialog->open();
}

void ViewKeyDialog::saveEnvTo(const QString &file)
{
    if (!key() || mustUnlock())
        return;
    QSaveFile out(file);
    // The mode is narrowed before the first byte: the secret is never readable for others, not even for a moment.
    const bool done = out.open(QIODevice::WriteOnly) && out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && out.write(envText(key()->secret).toUtf8()) >= 0 && out.commit();
    if (done)
        m_bar->show({Message::Level::Success, tr("Saved to %1, readable by you alone").arg(file), {}, {}});
    else
        m_bar->show({Message::Level::Error, tr("%1 could not be written: %2. Choose another place.").arg(file, out.errorString()), {}, {}});
}

} // namespace understudy
