// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/StateNotice.h"

#include "console/Console.h"
#include "theme/Icons.h"
#include "theme/QtCompat.h"
#include "theme/Style.h"
#include "widgets/Language.h"
#include "widgets/NextFreePort.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

Tone toneOf(Message::Level level)
{
    switch (level) {
    case Message::Level::Info: return Tone::Accent;
    case Message::Level::Success: return Tone::Good;
    case Message::Level::Warning: return Tone::Caution;
    case Message::Level::Error: return Tone::Bad;
    }
    return Tone::Accent;
}

QString iconOf(const Condition &notice)
{
    switch (notice.kind) {
    case Condition::Kind::Locked: return u"lock"_s;
    case Condition::Kind::OurNetwork:
    case Condition::Kind::Exposed: return u"network"_s;
    case Condition::Kind::Attached: return u"link"_s;
    default: return notice.level == Message::Level::Error ? u"error"_s : u"warning"_s;
    }
}

QString wordOf(Condition::Action action)
{
    switch (action) {
    case Condition::Action::UseNextFreePort: return u"nextPort"_s;
    case Condition::Action::Retry: return u"retry"_s;
    case Condition::Action::Unlock: return u"unlock"_s;
    case Condition::Action::OpenDataFolder: return u"openFolder"_s;
    case Condition::Action::GatewaySettings: return u"gatewaySettings"_s;
    case Condition::Action::SecretsSettings: return u"secretsSettings"_s;
    }
    return {};
}

/// A line has room for one link; a passphrase is typed in the settings then.
QList<Condition::Action> actionsFor(const Condition &notice, bool large)
{
    if (large || notice.actions.isEmpty())
        return notice.actions;
    return {notice.asksPassphrase ? Condition::Action::SecretsSettings : notice.actions.first()};
}

QLabel *wrapping(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

NoticePanel::NoticePanel(const Condition &notice, bool large, QWidget *parent)
    : QFrame(parent), m_notice(notice), m_large(large), m_icon(new QLabel(this)), m_what(wrapping(this)), m_why(wrapping(this)),
      m_detail(wrapping(this)), m_failure(wrapping(this)), m_actions(actionsFor(notice, large))
{
    setObjectName(u"notice"_s);
    m_what->setFont(Theme::strong());
    m_detail->setFont(Theme::small());
    m_failure->setFont(Theme::strong());
    m_failure->hide();
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(12, large ? 10 : 6, 12, large ? 10 : 6);
    outer->setSpacing(10);
    outer->addWidget(m_icon, 0, large ? Qt::AlignTop : Qt::AlignVCenter);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    outer->addLayout(texts, 1);
    m_what->setVisible(large);
    texts->addWidget(m_what);
    texts->addWidget(m_why);
    texts->addWidget(m_detail);
    texts->addWidget(m_failure);
    if (large && !m_actions.isEmpty()) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(0, 4, 0, 0);
        buildButtons(row);
        row->addStretch();
        texts->addLayout(row);
    } else {
        buildButtons(outer);
    }
    drawIcon();
    followLanguage(this, [this] {
        for (int i = 0; i < m_buttons.size(); ++i)
            m_buttons[i]->setText(actionText(m_actions[i]));
        if (m_passphrase) {
            m_passphrase->setPlaceholderText(tr("Passphrase"));
            m_passphrase->setAccessibleName(tr("Passphrase"));
        }
    });
    say(notice);
}

void NoticePanel::buildButtons(QBoxLayout *row)
{
    if (m_large && m_notice.asksPassphrase) {
        m_passphrase = new QLineEdit;
        m_passphrase->setObjectName(u"notice.passphrase"_s);
        m_passphrase->setEchoMode(QLineEdit::Password);
        m_passphrase->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
        m_passphrase->setMaximumWidth(260);
        connect(m_passphrase, &QLineEdit::returnPressed, this, [this] { emit acted(Condition::Action::Unlock); });
        row->addWidget(m_passphrase);
    }
    for (const Condition::Action action : std::as_const(m_actions)) {
        auto *button = new QPushButton;
        button->setObjectName(u"notice."_s + wordOf(action));
        button->setAutoDefault(false);
        if (!m_large)
            Style::setVariant(button, Style::Variant::Link);
        connect(button, &QPushButton::clicked, this, [this, action] { emit acted(action); });
        m_buttons.append(button);
        row->addWidget(button, 0, Qt::AlignVCenter);
    }
}

void NoticePanel::say(const Condition &notice)
{
    m_notice = notice;
    QStringList parts{notice.why, notice.fix};
    if (!m_large)
        parts.prepend(notice.what);
    parts.removeAll(QString());
    m_what->setText(notice.what);
    m_why->setText(m_large ? parts.join(u' ') : parts.first() + u" · "_s + parts.mid(1).join(u' '));
    m_detail->setText(notice.detail);
    m_detail->setVisible(m_large && !notice.detail.isEmpty());
    setToolTip(m_large ? QString() : notice.detail); // a line has no room for it
    setAccessibleName(notice.what);
    setAccessibleDescription(notice.why + u' ' + notice.fix);
    update();
}

void NoticePanel::setBusy(bool busy)
{
    for (QPushButton *button : std::as_const(m_buttons))
        button->setEnabled(!busy);
    if (m_passphrase)
        m_passphrase->setEnabled(!busy);
}

void NoticePanel::showFailure(const QString &text)
{
    m_failure->setText(text);
    m_failure->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    compat::announce(this, text);
    if (m_passphrase)
        m_passphrase->setFocus();
}

QString NoticePanel::takePassphrase()
{
    if (!m_passphrase)
        return {};
    const QString typed = m_passphrase->text();
    m_passphrase->clear();
    return typed;
}

void NoticePanel::drawIcon()
{
    m_icon->setPixmap(icons::icon(iconOf(m_notice), toneOf(m_notice.level)).pixmap(QSize(20, 20), devicePixelRatioF()));
}

void NoticePanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

void NoticePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor tone = Theme::color(toneOf(m_notice.level));
    QColor fill = tone;
    fill.setAlphaF(0.1F);
    painter.setPen(QPen(tone, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
}

StateNotice::StateNotice(Console &console, QWidget *parent) : QWidget(parent), m_console(console), m_column(new QVBoxLayout(this))
{
    setObjectName(u"stateNotice"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    connect(&console, &Console::stateChanged, this, &StateNotice::follow);
    followLanguage(this, [this] { follow(); });
}

void StateNotice::follow()
{
    const QList<Condition> notices = conditionsOf(m_console.state());
    bool same = notices.size() == m_panels.size();
    for (int i = 0; same && i < notices.size(); ++i) {
        const Condition &shown = m_panels[i]->notice();
        same = shown.kind == notices[i].kind && shown.actions == notices[i].actions && shown.asksPassphrase == notices[i].asksPassphrase;
    }
    if (same) {
        for (int i = 0; i < notices.size(); ++i) {
            if (m_panels[i]->notice() != notices[i])
                m_panels[i]->say(notices[i]);
        }
    } else {
        // Later: this may be the answer to a button of the panel that goes.
        for (NoticePanel *panel : std::as_const(m_panels)) {
            panel->hide();
            panel->deleteLater();
        }
        m_panels.clear();
        for (const Condition &notice : notices) {
            auto *panel = new NoticePanel(notice, m_panels.isEmpty() && !notice.calm(), this);
            connect(panel, &NoticePanel::acted, this, [this, panel](Condition::Action action) { act(panel, action); });
            m_column->addWidget(panel);
            m_panels.append(panel);
        }
        if (!notices.isEmpty())
            compat::announce(this, notices.first().what);
    }
    setVisible(!m_panels.isEmpty());
}

void StateNotice::act(NoticePanel *panel, Condition::Action action)
{
    panel->showFailure({});
    switch (action) {
    case Condition::Action::UseNextFreePort: return moveToFreePort(panel);
    case Condition::Action::Retry: return m_console.startGateway();
    case Condition::Action::Unlock: return unlock(panel);
    case Condition::Action::OpenDataFolder:
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_console.state().dataDirectory));
        return;
    case Condition::Action::GatewaySettings: emit wished(Wish::show(PageId::Settings, u"gateway"_s)); return;
    case Condition::Action::SecretsSettings: emit wished(Wish::show(PageId::Settings, u"secrets"_s)); return;
    }
}

void StateNotice::unlock(NoticePanel *panel)
{
    const Secret passphrase(panel->takePassphrase().toUtf8());
    if (panel->notice().asksPassphrase && passphrase.isEmpty())
        return panel->showFailure(tr("Enter the passphrase first."));
    panel->setBusy(true);
    // The panel is the context: when the vault opens it is gone, and there is nothing left to say.
    m_console.unlock(passphrase, panel, [this, panel](const Result<void> &done) {
        panel->setBusy(false);
        if (done)
            return;
        const bool byPassphrase = panel->notice().asksPassphrase && done.error().kind == ErrorKind::Denied;
        if (byPassphrase)
            panel->showFailure(tr("This is not the passphrase. Try again."));
        else if (m_console.state().vault.place == MasterKeyPlace::Keyring)
            panel->showFailure(keyringFaultText(keyringFault(done.error().text)));
        else
            panel->showFailure(done.error().toString());
    });
}

void StateNotice::moveToFreePort(NoticePanel *panel)
{
    panel->setBusy(true);
    const QPointer<NoticePanel> asked = panel;
    useNextFreePort(m_console, this, [this, asked](const Result<quint16> &port) {
        if (asked)
            asked->setBusy(false);
        if (port) {
            emit said({Message::Level::Success, tr("The gateway uses port %1 from now on. Give your applications the new address.").arg(*port), tr("Copy Address"),
                       [this] { emit wished(Wish::make(Wish::What::CopyBaseUrl)); }});
            if (!m_console.state().isRunning())
                m_console.startGateway();
        } else if (asked) {
            asked->showFailure(port.error().toString());
        }
    });
}

} // namespace understudy
