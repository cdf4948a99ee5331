// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/SecretField.h"

#include "theme/Icons.h"
#include "widgets/Language.h"
#include "widgets/SecretClipboard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimerEvent>
#include <QToolButton>

namespace understudy {

using namespace Qt::StringLiterals;

SecretField::SecretField(SecretClipboard *clipboard, QWidget *parent)
    : QWidget(parent), m_clipboard(clipboard), m_text(new QLineEdit(this)), m_reveal(new QToolButton(this)), m_copy(new QToolButton(this))
{
    m_text->setReadOnly(true);
    m_text->setFont(Theme::monospace());
    m_text->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_text->setContextMenuPolicy(Qt::NoContextMenu); // its "Copy" would go round the clipboard that clears itself
    m_text->setFocusPolicy(Qt::NoFocus);
    for (QToolButton *button : {m_reveal, m_copy})
        button->setAutoRaise(true);
    m_copy->setIcon(icons::icon(u"copy"_s));
    m_copy->setVisible(clipboard != nullptr);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(4);
    row->addWidget(m_text, 1);
    row->addWidget(m_reveal);
    row->addWidget(m_copy);
    connect(m_reveal, &QToolButton::clicked, this, [this] { m_revealed ? hideSecret() : reveal(); });
    connect(m_copy, &QToolButton::clicked, this, &SecretField::copy);
    if (clipboard)
        connect(clipboard, &SecretClipboard::remaining, this, [this] { say(); });
    followLanguage(this, [this] { retranslate(); });
}

void SecretField::setSecret(const Secret &secret)
{
    m_secret = secret;
    hideSecret();
}

void SecretField::setAccessibleLabel(const QString &label)
{
    m_label = label;
    say();
}

void SecretField::reveal()
{
    if (m_secret.isEmpty())
        return;
    m_revealed = true;
    m_timer.start(RevealMs, this);
    say();
}

void SecretField::hideSecret()
{
    m_revealed = false;
    m_timer.stop();
    say();
}

void SecretField::copy()
{
    if (m_clipboard && !m_secret.isEmpty())
        m_clipboard->copy(m_secret);
}

void SecretField::retranslate() { say(); }

void SecretField::say()
{
    m_text->setText(m_revealed ? QString::fromUtf8(m_secret.reveal()) : m_secret.isEmpty() ? QString() : m_secret.masked());
    m_text->setPlaceholderText(tr("Not available"));
    m_text->setAccessibleName(m_label);
    m_text->setAccessibleDescription(m_revealed ? QString() : tr("hidden"));
    const QString eye = m_revealed ? tr("Hide") : tr("Reveal");
    m_reveal->setIcon(icons::icon(m_revealed ? u"eye-off"_s : u"eye"_s));
    m_reveal->setToolTip(eye);
    m_reveal->setAccessibleName(m_label.isEmpty() ? eye : tr("%1: %2").arg(m_label, eye));
    m_reveal->setEnabled(!m_secret.isEmpty());
    m_copy->setEnabled(!m_secret.isEmpty());
    const QString copy = tr("Copy");
    m_copy->setAccessibleName(m_label.isEmpty() ? copy : tr("%1: %2").arg(m_label, copy));
    m_copy->setToolTip(m_clipboard && m_clipboard->holds()
                           ? tr("In the clipboard for another %n second(s)", nullptr, (m_clipboard->remainingMs() + 999) / 1000)
                           : tr("Copy; the clipboard is cleared after 30 seconds"));
}

void SecretField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow() && m_revealed)
        hideSecret();
}

void SecretField::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        hideSecret();
    else
        QWidget::timerEvent(event);
}

} // namespace understudy
