// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/CredentialEdit.h"

#include "theme/Icons.h"
#include "theme/Style.h"
#include "widgets/Language.h"
#include "widgets/SecretField.h"
#include "words/ChannelWords.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>

namespace understudy {

using namespace Qt::StringLiterals;

CredentialEdit::CredentialEdit(SecretClipboard *clipboard, QWidget *parent)
    : QWidget(parent), m_pages(new QStackedLayout), m_field(new SecretField(clipboard, this)), m_replace(new QPushButton(this)), m_line(new QLineEdit(this)),
      m_eye(new QToolButton(this))
{
    m_line->setObjectName(u"channel.apiKey"_s);
    m_line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText);
    m_eye->setObjectName(u"channel.showApiKey"_s);
    m_eye->setAutoRaise(true);
    m_replace->setObjectName(u"channel.replaceApiKey"_s);
    m_replace->setAutoDefault(false);
    Style::setVariant(m_replace, Style::Variant::Link);
    const auto page = [this](QWidget *first, QWidget *second) {
        auto *widget = new QWidget(this);
        auto *row = new QHBoxLayout(widget);
        row->setContentsMargins({});
        row->setSpacing(4);
        row->addWidget(first, 1);
        row->addWidget(second);
        m_pages->addWidget(widget);
    };
    page(m_line, m_eye);
    page(m_field, m_replace);
    m_pages->setContentsMargins({});
    setLayout(m_pages);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_replace, &QPushButton::clicked, this, &CredentialEdit::replace);
    connect(m_eye, &QToolButton::clicked, this, [this] {
        m_visible = !m_visible;
        showEcho();
    });
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        showEcho();
        emit edited();
    });
    followLanguage(this, [this] { retranslate(); });
}

void CredentialEdit::setStored(const Credential &credential, bool unreadable)
{
    m_stored = credential;
    m_hasStored = !credential.literal.isEmpty() || unreadable;
    m_field->setSecret(credential.literal);
    m_line->setText(credential.environment.isEmpty() ? QString() : u"env:"_s + credential.environment);
    m_pages->setCurrentIndex(m_hasStored ? 1 : 0);
    setFocusProxy(m_hasStored ? static_cast<QWidget *>(m_replace) : m_line);
    retranslate();
}

void CredentialEdit::setTyped(const Credential &credential)
{
    m_pages->setCurrentIndex(0);
    setFocusProxy(m_line);
    m_line->setText(credential.environment.isEmpty() ? QString::fromUtf8(credential.literal.reveal()) : u"env:"_s + credential.environment);
}

void CredentialEdit::replace()
{
    m_pages->setCurrentIndex(0);
    setFocusProxy(m_line);
    m_line->setFocus();
}

bool CredentialEdit::keeps() const { return m_hasStored && m_line->text().trimmed().isEmpty(); }

Credential CredentialEdit::credential() const { return keeps() ? m_stored : words::typedCredential(m_line->text()); }

void CredentialEdit::setLabel(const QString &label)
{
    m_line->setAccessibleName(label);
    m_field->setAccessibleLabel(label);
}

void CredentialEdit::showEcho()
{
    const bool variable = m_line->text().startsWith("env:"_L1);
    m_line->setEchoMode(m_visible || variable ? QLineEdit::Normal : QLineEdit::Password);
    const QString text = m_visible ? tr("Hide") : tr("Show what was typed");
    m_eye->setIcon(icons::icon(m_visible ? u"eye-off"_s : u"eye"_s));
    m_eye->setToolTip(text);
    m_eye->setAccessibleName(text);
    m_eye->setEnabled(!variable && !m_line->text().isEmpty());
}

void CredentialEdit::retranslate()
{
    m_replace->setText(tr("Replace"));
    m_line->setPlaceholderText(m_hasStored ? tr("Leave empty to keep the stored key") : tr("sk-…, or env:NAME for an environment variable"));
    showEcho();
}

} // namespace understudy
