// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/GatewaySection.h"

#include "configuration/Rules.h"
#include "console/Console.h"
#include "pages/settings/LinesEdit.h"
#include "pages/settings/PreferenceControls.h"
#include "widgets/Ask.h"
#include "widgets/Language.h"
#include "widgets/NextFreePort.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Megabyte = 1024 * 1024;
constexpr qint64 Kilobyte = 1024;
constexpr qint64 Second = 1000;

QHostAddress addressOf(const Settings &settings)
{
    const Result<ListenAddress> parsed = parseListenAddress(settings.listen);
    return parsed ? parsed->address : QHostAddress(QHostAddress::LocalHost);
}

quint16 portOf(const Settings &settings)
{
    const Result<ListenAddress> parsed = parseListenAddress(settings.listen);
    return parsed ? parsed->port : 0;
}

QString withPort(const QString &address, quint16 port) { return address + u':' + QString::number(port); }

/// What stands before the port, as it was written.
QString addressPart(const Settings &settings) { return settings.listen.left(settings.listen.lastIndexOf(u':')); }

} // namespace

GatewaySection::GatewaySection(Console &console, Preferences &preferences, const SettingsPlatform &platform, QWidget *parent)
    : SettingsSection(u"gateway"_s, parent), m_console(console), m_preferences(preferences), m_platform(platform)
{
    m_reach = new QComboBox;
    m_reach->setObjectName(u"settings.gateway.reach"_s);
    m_reach->addItems({{}, {}});
    m_hosts = new LinesEdit;
    m_hosts->setObjectName(u"settings.gateway.hosts"_s);
    m_origins = new LinesEdit;
    m_origins->setObjectName(u"settings.gateway.origins"_s);
    m_withProgram = controls::check(preferences, preferences::StartGateway);

    SettingsGroup *address = addGroup();
    m_reachRow = address->add(m_reach);
    m_portRow = address->add(buildPort());
    SettingsGroup *start = addGroup();
    m_withProgramRow = start->add(m_withProgram);
    if (m_platform.setStartsAtLogin) {
        m_atLogin = new QCheckBox;
        m_atLogin->setObjectName(u"settings.gateway.atLogin"_s);
        m_atLoginRow = start->add(m_atLogin);
        connect(m_atLogin, &QCheckBox::clicked, this, &GatewaySection::toggleLogin);
    }
    SettingsGroup *callers = addGroup();
    m_hostsRow = callers->add(m_hosts, SettingRow::Place::Below);
    m_originsRow = callers->add(m_origins, SettingRow::Place::Below);
    SettingsGroup *limits = addGroup();
    addLimits(limits);
    column()->addStretch();

    connect(m_reach, &QComboBox::activated, this, &GatewaySection::chooseReach);
    connect(m_hosts, &LinesEdit::edited, this, [this](const QStringList &lines) { applyLines(m_hostsRow, lines, true); });
    connect(m_origins, &LinesEdit::edited, this, [this](const QStringList &lines) { applyLines(m_originsRow, lines, false); });
    connect(&console, &Console::configurationChanged, this, &GatewaySection::follow);
    connect(&console, &Console::stateChanged, this, &GatewaySection::follow);
    followLanguage(this, [this, start, callers, limits] {
        setGroupTitle(start, tr("Start"));
        setGroupTitle(callers, tr("Who may call it"));
        setGroupTitle(limits, tr("Limits"));
        retranslate();
    });
    follow();
}

QWidget *GatewaySection::buildPort()
{
    auto *both = new QWidget;
    m_port = new QLineEdit(both);
    m_port->setObjectName(u"settings.gateway.port"_s);
    m_port->setMaxLength(5);
    m_nextPort = new QPushButton(both);
    m_nextPort->setObjectName(u"settings.gateway.nextPort"_s);
    m_nextPort->setAutoDefault(false);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_port, 1);
    row->addWidget(m_nextPort);
    connect(m_port, &QLineEdit::textEdited, this, [this](const QString &text) { m_portRow->setProblem(portProblem(text)); });
    connect(m_port, &QLineEdit::editingFinished, this, &GatewaySection::applyPort);
    connect(m_nextPort, &QPushButton::clicked, this, &GatewaySection::moveToFreePort);
    return both;
}

void GatewaySection::addLimits(SettingsGroup *group)
{
    using L = EndpointLimits;
    const auto add = [&](const char *name, qint64 unit, int lowest, int highest, std::function<qint64(const L &)> get, std::function<void(L &, qint64)> set) {
        auto *box = new QSpinBox;
        box->setObjectName(u"settings.gateway."_s + QLatin1StringView(name));
        box->setRange(lowest, highest);
        box->setKeyboardTracking(false); // one change when the number is whole
        SettingRow *row = group->add(box);
        connect(box, &QSpinBox::valueChanged, this, [this, row, set, unit](int value) {
            apply(row, [set, value, unit](Settings &settings) { set(settings.limits, value * unit); });
        });
        m_limits.append({box, row, std::move(get), std::move(set), unit});
    };
    constexpr int hour = 3600;
    add("maxBody", Megabyte, 1, 4096, [](const L &l) { return l.maxBodyBytes; }, [](L &l, qint64 v) { l.maxBodyBytes = v; });
    add("maxBuffered", Megabyte, 1, 65536, [](const L &l) { return l.maxBufferedBytes; }, [](L &l, qint64 v) { l.maxBufferedBytes = v; });
    add("maxHeader", Kilobyte, 1, 1024, [](const L &l) { return l.maxHeaderBytes; }, [](L &l, qint64 v) { l.maxHeaderBytes = v; });
    add("maxTarget", Kilobyte, 1, 64, [](const L &l) { return l.maxTargetBytes; }, [](L &l, qint64 v) { l.maxTargetBytes = v; });
    add("maxConnections", 1, 1, int(ranges::Connections.highest), [](const L &l) { return qint64(l.maxConnections); }, [](L &l, qint64 v) { l.maxConnections = int(v); });
    add("headerTimeout", Second, 1, hour, [](const L &l) { return l.headerTimeout.count(); }, [](L &l, qint64 v) { l.headerTimeout = Milliseconds(v); });
    add("bodyTimeout", Second, 1, hour, [](const L &l) { return l.bodyTimeout.count(); }, [](L &l, qint64 v) { l.bodyTimeout = Milliseconds(v); });
    add("keepAlive", Second, 1, hour, [](const L &l) { return l.keepAlive.count(); }, [](L &l, qint64 v) { l.keepAlive = Milliseconds(v); });
    add("drain", Second, 0, hour, [](const L &l) { return l.drain.count(); }, [](L &l, qint64 v) { l.drain = Milliseconds(v); });
}

const Settings &GatewaySection::stored() const { return m_console.configuration().settings; }

void GatewaySection::retranslate()
{
    m_reach->setItemText(ThisComputer, tr("This computer only"));
    m_reach->setItemText(Network, tr("The network"));
    m_reachRow->setTexts(tr("Reachable from"), tr("From the network, every device that reaches this computer can call the gateway; only gateway access keys protect it."));
    m_port->setAccessibleName(tr("Port"));
    m_nextPort->setText(tr("Use Next Free"));
    m_portRow->setTexts(tr("Port"), tr("Part of the address that your applications use."));
    m_withProgram->setText(tr("On"));
    m_withProgramRow->setTexts(tr("Start the gateway with the program"), tr("Otherwise it waits for Start."));
    if (m_atLoginRow) {
        m_atLogin->setText(tr("On"));
        m_atLoginRow->setTexts(tr("Start Understudy when I log in"), tr("Without its window; the tray icon opens it."));
    }
    m_hostsRow->setTexts(tr("Trusted host names"), tr("Names other than localhost by which clients may call the gateway, one a line. Others are refused, which keeps web pages out."));
    m_originsRow->setTexts(tr("Allowed web origins"), tr("Web pages that may call the gateway from a browser (CORS), one a line, such as https://app.example.com."));
    retranslateLimits();
    follow();
}

void GatewaySection::retranslateLimits()
{
    const QStringList names{tr("Largest request"), tr("Memory for running requests"), tr("Largest header"), tr("Longest address"), tr("Connections at once"),
                            tr("Time for the header"), tr("Silence within a request"), tr("Idle connections"), tr("Time to finish when stopping")};
    const QStringList hints{tr("Larger ones are refused with 413."), tr("All bodies in flight together."), {}, {}, {},
                            tr("A client that takes longer is disconnected."), tr("Longest time without a byte of the body."), tr("Kept open for the next request."),
                            tr("Running requests get this long before they are cut.")};
    for (int i = 0; i < m_limits.size(); ++i) {
        m_limits[i].row->setTexts(names[i], hints[i]);
        const qint64 unit = m_limits[i].unit;
        m_limits[i].box->setSuffix(unit == Megabyte ? u" MB"_s : unit == Kilobyte ? u" KB"_s : unit == Second ? u' ' + tr("s", "seconds") : QString());
    }
}

void GatewaySection::follow()
{
    const QHostAddress address = addressOf(stored());
    const bool all = address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6) || address == QHostAddress(QHostAddress::Any);
    const bool other = !all && !address.isLoopback();
    if (other && m_reach->count() == Other)
        m_reach->addItem(QString());
    if (!other && m_reach->count() > Other)
        m_reach->removeItem(Other);
    if (other)
        m_reach->setItemText(Other, tr("Only %1").arg(address.toString()));
    m_reach->setCurrentIndex(other ? Other : all ? Network : ThisComputer);
    if (!m_port->hasFocus() || !m_port->isModified())
        m_port->setText(QString::number(portOf(stored())));
    m_hosts->setLines(stored().allowedHosts);
    m_origins->setLines(stored().allowedOrigins);
    for (const Limit &limit : std::as_const(m_limits)) {
        const QSignalBlocker quiet(limit.box);
        limit.box->setValue(int(limit.get(stored().limits) / limit.unit));
    }
    const bool writable = !m_console.state().readOnly;
    for (QWidget *control : std::initializer_list<QWidget *>{m_reach, m_port, m_nextPort, m_hosts, m_origins})
        control->setEnabled(writable);
    for (const Limit &limit : std::as_const(m_limits))
        limit.box->setEnabled(writable);
    refresh();
}

void GatewaySection::refresh()
{
    if (m_atLogin && m_platform.startsAtLogin)
        m_atLogin->setChecked(m_platform.startsAtLogin());
}

void GatewaySection::chooseReach()
{
    const bool v6 = addressOf(stored()).protocol() == QAbstractSocket::IPv6Protocol;
    if (m_reach->currentIndex() == ThisComputer)
        return listenOn(v6 ? u"[::1]"_s : u"127.0.0.1"_s);
    if (m_reach->currentIndex() != Network)
        return;
    const QString everywhere = v6 ? u"[::]"_s : u"0.0.0.0"_s;
    const Question question{tr("Let the network reach the gateway?"),
                            tr("Every device that reaches this computer can then call the gateway on port %1. The connection is not encrypted, and whoever has a gateway access key can spend your "
                               "tokens. Do this only in a network that you trust.")
                                .arg(portOf(stored())),
                            {tr("Keep to This Computer"), tr("Open to the Network")}, 0, true, {}};
    ask(this, question, [this, everywhere](int choice, bool) {
        if (choice == 1)
            listenOn(everywhere);
        else
            follow();
    });
}

void GatewaySection::listenOn(const QString &address)
{
    apply(m_reachRow, [address](Settings &settings) { settings.listen = withPort(address, portOf(settings)); });
}

QString GatewaySection::portProblem(const QString &text) const
{
    bool number = false;
    const int port = text.toInt(&number);
    if (!number || port < 1 || port > 65535)
        return tr("A port is a number from 1 to 65535.");
    return {};
}

void GatewaySection::applyPort()
{
    if (!portProblem(m_port->text()).isEmpty()) { // says so already; what is stored stays
        m_portRow->setProblem(portProblem(m_port->text()));
        return;
    }
    m_port->setModified(false);
    const quint16 port = quint16(m_port->text().toUInt());
    if (port != portOf(stored()))
        apply(m_portRow, [port](Settings &settings) { settings.listen = withPort(addressPart(settings), port); });
}

void GatewaySection::moveToFreePort()
{
    m_nextPort->setEnabled(false);
    m_port->setModified(false);
    m_portRow->setProblem({});
    useNextFreePort(m_console, this, [this](const Result<quint16> &port) {
        m_nextPort->setEnabled(true);
        if (!port)
            m_portRow->setProblem(port.error().toString());
        else
            emit said({Message::Level::Success, tr("The gateway uses port %1 from now on. Give your applications the new address.").arg(*port), tr("Copy Address"),
                       [this] { emit wished(Wish::make(Wish::What::CopyBaseUrl)); }});
    });
}

void GatewaySection::applyLines(SettingRow *row, const QStringList &lines, bool hosts)
{
    for (const QString &line : lines) {
        if (hosts ? checkHost(line).ok() : checkOrigin(line).ok())
            continue;
        row->setProblem(hosts ? tr("“%1” is no host name. Write a name or an address without http:// and without a port.").arg(line)
                              : tr("“%1” is no origin. Write the beginning of the page's address, such as https://app.example.com.").arg(line));
        return;
    }
    apply(row, [lines, hosts](Settings &settings) { (hosts ? settings.allowedHosts : settings.allowedOrigins) = lines; });
}

void GatewaySection::apply(SettingRow *row, std::function<void(Settings &)> edit)
{
    row->setProblem({});
    const Console::Change change = [edit = std::move(edit)](const Configuration &before) -> Result<Configuration> {
        Configuration wanted = before;
        edit(wanted.settings);
        return wanted;
    };
    m_console.change(change, this, [this, row](const Result<void> &done) {
        if (!done)
            row->setProblem(tr("Not saved: %1").arg(done.error().toString()));
        follow();
    });
}

void GatewaySection::toggleLogin(bool on)
{
    const Result<void> done = m_platform.setStartsAtLogin(on);
    m_atLoginRow->setProblem(done ? QString() : done.error().toString());
    refresh();
}

std::function<void()> GatewaySection::reset()
{
    const auto start = controls::reset<bool>(m_preferences, {preferences::StartGateway});
    const Settings before = stored();
    m_port->setModified(false);
    apply(m_portRow, [](Settings &settings) { settings = Settings(); });
    return [this, start, before] {
        start();
        apply(m_portRow, [before](Settings &settings) { settings = before; });
    };
}

} // namespace understudy
