// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/HeaderStrip.h"

#include "theme/Icons.h"
#include "theme/Style.h"
#include "widgets/Language.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimerEvent>
#include <QToolButton>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int CopiedMs = 1500;

bool canToggle(const GatewayState &state)
{
    switch (state.phase) {
    case GatewayState::Phase::Opening:
    case GatewayState::Phase::Starting:
    case GatewayState::Phase::Stopping: return false;
    default: return !state.attached;
    }
}

} // namespace

Status HeaderStrip::statusOf(const GatewayState &state)
{
    switch (state.phase) {
    case GatewayState::Phase::Opening: return {u"○"_s, tr("Opening…"), Tone::Muted, {}};
    case GatewayState::Phase::Broken: return {u"▲"_s, tr("Data cannot be opened"), Tone::Bad, {}};
    case GatewayState::Phase::Stopped: return {u"○"_s, tr("Stopped"), Tone::Muted, tr("The gateway is stopped; clients get no answer")};
    case GatewayState::Phase::Starting: return {u"◐"_s, tr("Starting…"), Tone::Muted, {}};
    case GatewayState::Phase::Running:
        return {u"●"_s, state.attached ? tr("Running in another process") : tr("Gateway running"), Tone::Good, {}};
    case GatewayState::Phase::Stopping: return {u"◐"_s, tr("Stopping: requests are finishing"), Tone::Caution, {}};
    case GatewayState::Phase::Failed:
        if (state.problem && state.problem->kind == ErrorKind::Conflict)
            return {u"▲"_s, tr("Port %1 is in use").arg(state.baseUrl.port()), Tone::Bad, {}};
        return {u"▲"_s, tr("Cannot listen"), Tone::Bad, {}};
    }
    return {};
}

HeaderStrip::HeaderStrip(QWidget *parent)
    : QWidget(parent), m_mark(new StatusMark(this)), m_address(new QLabel(this)), m_copy(new QPushButton(this)), m_inFlight(new QLabel(this)),
      m_network(new QPushButton(this)), m_toggle(new QPushButton(this)), m_palette(new QToolButton(this)), m_menu(new QToolButton(this))
{
    setFixedHeight(Height);
    m_mark->setFont(Theme::strong());
    m_mark->setObjectName(u"header.state"_s);
    m_address->setFont(Theme::monospace());
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_address->setObjectName(u"header.address"_s);
    m_copy->setObjectName(u"header.copy"_s);
    m_copy->setIcon(icons::icon(u"copy"_s));
    m_inFlight->setForegroundRole(QPalette::PlaceholderText);
    m_inFlight->setObjectName(u"header.inFlight"_s);
    m_network->setObjectName(u"header.network"_s);
    m_network->setIcon(icons::icon(u"network"_s, Tone::Caution));
    m_toggle->setObjectName(u"header.toggle"_s);
    m_palette->setObjectName(u"header.palette"_s);
    m_palette->setIcon(icons::icon(u"search"_s));
    m_menu->setObjectName(u"header.menu"_s);
    m_menu->setIcon(icons::icon(u"menu"_s));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    for (QToolButton *button : {m_palette, m_menu}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    for (QPushButton *button : {m_copy, m_network})
        Style::setVariant(button, Style::Variant::Quiet);
    for (QPushButton *button : {m_copy, m_network, m_toggle})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 12, 8);
    row->setSpacing(10);
    row->addWidget(m_mark);
    row->addWidget(m_address);
    row->addWidget(m_copy);
    row->addWidget(m_network);
    row->addStretch(1);
    row->addWidget(m_inFlight);
    row->addWidget(m_toggle);
    row->addWidget(m_palette);
    row->addWidget(m_menu);
    connect(m_copy, &QPushButton::clicked, this, &HeaderStrip::copyWished);
    connect(m_toggle, &QPushButton::clicked, this, &HeaderStrip::toggleWished);
    connect(m_network, &QPushButton::clicked, this, &HeaderStrip::networkWished);
    connect(m_palette, &QToolButton::clicked, this, &HeaderStrip::paletteWished);
    followLanguage(this, [this] { retranslate(); });
}

void HeaderStrip::setState(const GatewayState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    show(state);
}

void HeaderStrip::show(const GatewayState &state)
{
    m_mark->setStatus(statusOf(state));
    m_address->setText(state.baseUrl.toString());
    m_address->setVisible(!state.baseUrl.isEmpty());
    m_copy->setVisible(!state.baseUrl.isEmpty());
    m_inFlight->setText(state.inFlight ? tr("%n request(s) running", nullptr, state.inFlight) : QString());
    m_network->setVisible(state.reachableFromNetwork);
    m_toggle->setText(state.isRunning() ? tr("Stop") : state.phase == GatewayState::Phase::Failed || state.phase == GatewayState::Phase::Broken ? tr("Try Again") : tr("Start"));
    m_toggle->setIcon(icons::icon(state.isRunning() ? u"stop"_s : u"play"_s));
    m_toggle->setEnabled(canToggle(state));
    m_toggle->setToolTip(state.attached ? tr("The gateway belongs to process %1; stop it there").arg(state.owner) : QString());
}

void HeaderStrip::retranslate()
{
    m_copy->setText(tr("Copy URL"));
    m_network->setText(tr("Reachable from the network"));
    m_network->setToolTip(tr("Other machines can reach the gateway. Open the settings to change that"));
    m_palette->setAccessibleName(tr("Command palette"));
    m_palette->setToolTip(tr("Command palette (Ctrl+K)"));
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(tr("Menu"));
    m_address->setAccessibleName(tr("Base URL of the gateway"));
    show(m_state);
}

void HeaderStrip::confirmCopied()
{
    m_copy->setText(tr("Copied"));
    m_copy->setIcon(icons::icon(u"check"_s, Tone::Good));
    m_copied.start(CopiedMs, this);
}

void HeaderStrip::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_copied.timerId())
        return QWidget::timerEvent(event);
    m_copied.stop();
    m_copy->setText(tr("Copy URL"));
    m_copy->setIcon(icons::icon(u"copy"_s));
}

void HeaderStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Tone::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(Tone::Hairline));
}

} // namespace understudy
