// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/UsePanel.h"

#include "theme/Icons.h"
#include "theme/Theme.h"
#include "widgets/Language.h"
#include "widgets/SecretField.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

UsePanel::UsePanel(SecretClipboard &clipboard, QWidget *parent)
    : QScrollArea(parent), m_cherry(new QPushButton(this)), m_ccSwitch(new QPushButton(this)), m_note(new QLabel(this)), m_otherTitle(new QLabel(this)),
      m_urlLabel(new QLabel(this)), m_copyUrl(new QPushButton(this)), m_keyLabel(new QLabel(this)), m_key(new SecretField(&clipboard, this)),
      m_modelLabel(new QLabel(this)), m_copyModel(new QPushButton(this))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_cherry->setObjectName(u"viewCode.cherryStudio"_s);
    m_ccSwitch->setObjectName(u"viewCode.ccSwitch"_s);
    m_url = valueField("viewCode.baseUrl", m_copyUrl);
    m_model = valueField("viewCode.modelName", m_copyModel);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_otherTitle->setFont(Theme::strong());
    for (QPushButton *button : {m_cherry, m_ccSwitch}) {
        button->setIcon(icons::icon(u"external"_s));
        button->setAutoDefault(false);
    }

    auto *content = new QWidget;
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_cherry);
    buttons->addWidget(m_ccSwitch);
    buttons->addStretch();
    auto *card = new QGridLayout;
    card->setColumnStretch(1, 1);
    card->addWidget(m_urlLabel, 0, 0);
    card->addWidget(m_url, 0, 1);
    card->addWidget(m_copyUrl, 0, 2);
    card->addWidget(m_keyLabel, 1, 0);
    card->addWidget(m_key, 1, 1, 1, 2);
    card->addWidget(m_modelLabel, 2, 0);
    card->addWidget(m_model, 2, 1);
    card->addWidget(m_copyModel, 2, 2);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 4, 4, 4);
    column->addLayout(buttons);
    column->addWidget(m_note);
    column->addSpacing(Theme::Gap);
    column->addWidget(m_otherTitle);
    column->addLayout(card);
    column->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);

    connect(m_cherry, &QPushButton::clicked, this, [this] { open(share::cherryStudio(m_account), u"Cherry Studio"_s); });
    connect(m_ccSwitch, &QPushButton::clicked, this, [this] { open(share::ccSwitch(m_account), u"cc-switch"_s); });
    followLanguage(this, [this] { retranslate(); });
}

QLineEdit *UsePanel::valueField(const char *name, QPushButton *copy)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(QString::fromLatin1(name));
    field->setReadOnly(true);
    copy->setObjectName(field->objectName() + u".copy"_s);
    copy->setIcon(icons::icon(u"copy"_s));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this, field] {
        QGuiApplication::clipboard()->setText(field->text());
        emit said({Message::Level::Success, tr("Copied."), {}, {}, 3000});
    });
    return field;
}

void UsePanel::setAccount(const share::Account &account)
{
    if (account == m_account && !account.key.isEmpty())
        return; // a revealed key stays revealed
    m_account = account;
    m_url->setText(account.baseUrl);
    m_model->setText(account.model);
    m_key->setSecret(account.key);
    for (QWidget *widget : {static_cast<QWidget *>(m_cherry), static_cast<QWidget *>(m_ccSwitch), static_cast<QWidget *>(m_key)})
        widget->setEnabled(!account.key.isEmpty());
}

void UsePanel::open(const QUrl &link, const QString &program)
{
    if (QDesktopServices::openUrl(link))
        emit said({Message::Level::Info, tr("%1 was asked to add the account; it asks you before it saves.").arg(program), {}, {}, 8000});
    else
        emit said({Message::Level::Warning, tr("Nothing on this computer opens links for %1. Install it, or copy the three values into it.").arg(program), {}, {}, 0});
}

void UsePanel::retranslate()
{
    m_cherry->setText(tr("Open in Cherry Studio"));
    m_ccSwitch->setText(tr("Open in cc-switch (Codex)"));
    m_note->setText(tr("The link holds the gateway key. It is made when you press the button and goes only to that program, which asks before it saves."));
    m_otherTitle->setText(tr("Any other program that speaks the OpenAI protocol"));
    m_urlLabel->setText(tr("Base URL"));
    m_keyLabel->setText(tr("Key"));
    m_modelLabel->setText(tr("Model"));
    m_url->setAccessibleName(tr("Base URL"));
    m_model->setAccessibleName(tr("Model"));
    m_key->setAccessibleLabel(tr("Gateway key"));
    m_copyUrl->setText(tr("Copy"));
    m_copyUrl->setAccessibleName(tr("Copy the base URL"));
    m_copyModel->setText(tr("Copy"));
    m_copyModel->setAccessibleName(tr("Copy the model"));
}

} // namespace understudy
