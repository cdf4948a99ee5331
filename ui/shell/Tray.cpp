// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Tray.h"

#include "shell/Notifier.h"
#include "shell/TrayWatch.h"
#include "theme/Icons.h"
#include "widgets/Language.h"

#include <QAction>
#include <QLocale>
#include <QMenu>
#include <QSystemTrayIcon>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// What an action is about: the id of its key or exchange.
constexpr const char *SubjectProperty = "understudySubject";

void setSubject(QAction *action, const QString &id) { action->setProperty(SubjectProperty, id); }
QString subject(const QAction *action) { return action->property(SubjectProperty).toString(); }

QString escaped(QString text) { return text.replace(u'&', u"&&"_s); }

QString shortModel(const QString &model) { return model.section(u'/', -1); }

} // namespace

Tray::Tray(const Console &console, SecretClipboard &clipboard, Notifier &notifier, std::function<bool()> look, QObject *parent)
    : QObject(parent), m_console(console), m_clipboard(clipboard), m_notifier(notifier), m_watch(new TrayWatch(std::move(look), this)),
      m_menu(std::make_unique<QMenu>())
{
    buildMenu();
    followLanguage(m_menu.get(), [this] { say(); });
    connect(&console, &Console::stateChanged, this, [this] {
        showState();
        showKeys(); // unlocking brings their secrets
    });
    connect(&console, &Console::healthChanged, this, &Tray::showState);
    connect(&console, &Console::configurationChanged, this, &Tray::showKeys);
    connect(&console, &Console::recorded, this, [this](const QList<ExchangeRecord> &exchanges) {
        if (std::any_of(exchanges.begin(), exchanges.end(), wasFailover))
            showFailovers();
    });
    connect(&notifier, &Notifier::pauseChanged, this, &Tray::showPause);
    connect(m_watch, &TrayWatch::changed, this, &Tray::showIcon);
    showIcon(m_watch->isAvailable());
}

Tray::~Tray() = default;

bool Tray::isAvailable() const { return m_watch->isAvailable(); }

QAction *Tray::add(QMenu *menu, const char *name, std::function<void()> triggered)
{
    QAction *action = menu->addAction(QString());
    action->setObjectName(QString::fromLatin1(name));
    connect(action, &QAction::triggered, this, std::move(triggered));
    return action;
}

void Tray::buildMenu()
{
    QMenu *menu = m_menu.get();
    const auto wish = [this](const Wish &w) { return [this, w] { emit wished(w); }; };
    m_open = add(menu, "tray.open", [this] { emit openWanted(); });
    menu->setDefaultAction(m_open);
    m_state = add(menu, "tray.state", [] {});
    m_state->setEnabled(false);
    m_toggle = add(menu, "tray.toggle", wish(Wish::make(Wish::What::ToggleGateway)));
    menu->addSeparator();
    m_copyUrl = add(menu, "tray.copyUrl", wish(Wish::make(Wish::What::CopyBaseUrl)));
    m_keys = menu->addMenu(QString());
    m_noKey = add(m_keys, "tray.noKey", [] {});
    m_noKey->setEnabled(false);
    m_failovers = menu->addMenu(QString());
    m_noFailover = add(m_failovers, "tray.noFailover", [] {});
    m_noFailover->setEnabled(false);
    for (int i = 0; i < Failovers; ++i) {
        QAction *action = m_failovers->addAction(QString());
        action->setObjectName(u"tray.failover%1"_s.arg(i));
        connect(action, &QAction::triggered, this, [this, action] { emit wished(Wish::make(Wish::What::ShowExchange, subject(action))); });
        m_failoverActions.append(action);
    }
    m_pause = add(menu, "tray.pause", [this] {
        if (m_notifier.isPaused())
            m_notifier.resume();
        else
            m_notifier.pause();
    });
    m_pause->setCheckable(true);
    menu->addSeparator();
    m_demo = add(menu, "tray.demo", wish(Wish::make(Wish::What::SeeDemo)));
    m_diagnose = add(menu, "tray.diagnose", wish(Wish::show(PageId::Settings, u"diagnostics"_s)));
    menu->addSeparator();
    m_quit = add(menu, "tray.quit", wish(Wish::make(Wish::What::Quit)));
}

void Tray::say()
{
    m_open->setText(tr("Open Understudy"));
    m_copyUrl->setText(tr("Copy Base URL"));
    m_keys->setTitle(tr("Copy Key"));
    m_noKey->setText(tr("No key yet"));
    m_failovers->setTitle(tr("Recent Failovers"));
    m_noFailover->setText(tr("No failover yet"));
    m_demo->setText(tr("See a Failover"));
    m_diagnose->setText(tr("Troubleshoot…"));
    m_quit->setText(tr("Quit"));
    showState();
    showKeys();
    showFailovers();
    showPause();
}

void Tray::showState()
{
    const GatewayState state = m_console.state();
    const TrayPicture now = trayPicture(state, m_console.health());
    m_copyUrl->setEnabled(!state.baseUrl.isEmpty());
    m_demo->setEnabled(state.phase != GatewayState::Phase::Opening && state.phase != GatewayState::Phase::Broken);
    if (now == m_picture)
        return;
    m_picture = now;
    m_state->setText(escaped(now.stateLine));
    m_toggle->setText(now.toggle);
    m_toggle->setEnabled(now.canToggle);
    if (m_icon) {
        m_icon->setIcon(icons::icon(iconName(now.face)));
        m_icon->setToolTip(now.tooltip);
    }
}

void Tray::showKeys()
{
    const QList<GatewayKey> &keys = m_console.configuration().keys;
    while (m_keyActions.size() < keys.size()) {
        QAction *action = m_keys->addAction(QString());
        action->setObjectName(u"tray.key%1"_s.arg(m_keyActions.size()));
        connect(action, &QAction::triggered, this, [this, action] { copyKey(subject(action)); });
        m_keyActions.append(action);
    }
    for (qsizetype i = 0; i < m_keyActions.size(); ++i) {
        QAction *action = m_keyActions[i];
        action->setVisible(i < keys.size());
        if (i >= keys.size())
            continue;
        setSubject(action, keys[i].id);
        action->setText(escaped(keys[i].enabled ? keys[i].name : tr("%1 (paused)").arg(keys[i].name)));
        action->setEnabled(!keys[i].secret.isEmpty()); // locked
    }
    m_noKey->setVisible(keys.isEmpty());
}

void Tray::showFailovers()
{
    const QList<ExchangeRecord> recent = recentFailovers(m_console.recent(), Failovers);
    const QLocale locale;
    for (qsizetype i = 0; i < m_failoverActions.size(); ++i) {
        QAction *action = m_failoverActions[i];
        action->setVisible(i < recent.size());
        if (i >= recent.size())
            continue;
        const ExchangeRecord &exchange = recent[i];
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(exchange.time.time_since_epoch().count());
        const QString time = locale.toString(when.time(), QLocale::ShortFormat);
        setSubject(action, exchange.id);
        action->setText(escaped(u"%1  %2 ⇢ %3"_s.arg(time, exchange.keyName, shortModel(exchange.servedModel))));
    }
    m_noFailover->setVisible(recent.isEmpty());
}

void Tray::showPause()
{
    const bool paused = m_notifier.isPaused();
    m_pause->setChecked(paused);
    m_pause->setText(paused ? tr("Notifications Paused until %1").arg(QLocale().toString(m_notifier.pausedUntil().time(), QLocale::ShortFormat))
                            : tr("Pause Notifications for 1 h"));
}

void Tray::showIcon(bool available)
{
    if (available == bool(m_icon))
        return;
    if (available) {
        m_icon = std::make_unique<QSystemTrayIcon>(icons::icon(iconName(m_picture.face)));
        m_icon->setToolTip(m_picture.tooltip);
        m_icon->setContextMenu(m_menu.get());
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                emit openWanted();
        });
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, [this] {
            if (m_ofBalloon)
                emit wished(*m_ofBalloon);
        });
        m_icon->show();
    } else {
        m_icon.reset();
    }
    emit availableChanged(available);
}

void Tray::show(const NoticeText &notice, bool error)
{
    if (!m_icon || !QSystemTrayIcon::supportsMessages())
        return;
    m_ofBalloon = notice.wish;
    m_icon->showMessage(notice.title, notice.text, error ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

void Tray::copyKey(const QString &id)
{
    for (const GatewayKey &key : m_console.configuration().keys) {
        if (key.id == id && !key.secret.isEmpty())
            return m_clipboard.copy(key.secret);
    }
}

} // namespace understudy
