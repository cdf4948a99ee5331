// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/NetworkSection.h"

#include "console/Console.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Language.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

QString proxyForPeople(const QString &variable)
{
    if (variable.isEmpty())
        return {};
    const QUrl url = QUrl::fromUserInput(variable);
    return url.host().isEmpty() ? QString() : url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment).toString();
}

NetworkSection::NetworkSection(Console &console, QWidget *parent) : SettingsSection(u"network"_s, parent), m_console(console)
{
    const auto card = [](QWidget *page) {
        auto *column = new QVBoxLayout(page);
        column->setContentsMargins(14, 12, 14, 12);
        return column;
    };
    auto *words = new QWidget;
    m_words = settingsText(words);
    m_environment = settingsText(words, true);
    QVBoxLayout *texts = card(words);
    texts->addWidget(m_words);
    texts->addWidget(m_environment);
    m_system = addGroup();
    m_system->addContent(words);
    auto *channels = new QWidget;
    m_none = settingsText(channels, true);
    m_channels = new QWidget(channels);
    m_channelRows = new QVBoxLayout(m_channels);
    m_channelRows->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout *list = card(channels);
    list->addWidget(m_none);
    list->addWidget(m_channels);
    m_own = addGroup();
    m_own->addContent(channels);
    column()->addStretch();
    connect(&console, &Console::configurationChanged, this, &NetworkSection::follow);
    followLanguage(this, [this] { retranslate(); });
}

QString NetworkSection::proxyText(const ProxyChoice &proxy)
{
    return proxy.kind == ProxyChoice::Kind::None ? tr("no proxy") : proxyForPeople(proxy.url.toString());
}

void NetworkSection::retranslate()
{
    setGroupTitle(m_system, tr("System proxy"));
    setGroupTitle(m_own, tr("Channels with a way of their own"));
    m_words->setText(tr("Calls to providers go through the system's proxy: the variables http_proxy, https_proxy and no_proxy of the session in which Understudy was started. "
                        "Addresses on this computer are always reached directly. Change it in the desktop's network settings, then start Understudy again."));
    QStringList facts;
    for (const char *name : {"https_proxy", "http_proxy", "all_proxy", "no_proxy"}) {
        const QString value = qEnvironmentVariableIsSet(name) ? qEnvironmentVariable(name) : qEnvironmentVariable(QByteArray(name).toUpper().constData());
        const QString shown = QLatin1StringView(name) == "no_proxy"_L1 ? value : proxyForPeople(value);
        if (!shown.isEmpty())
            facts.append(QLatin1StringView(name) + u" = "_s + shown);
    }
    m_environment->setText(facts.isEmpty() ? tr("Now: no proxy is set, providers are reached directly.") : tr("Now: %1").arg(facts.join(u" · "_s)));
    m_none->setText(tr("None. A channel can have its own proxy, or none: see its advanced options."));
    follow();
}

void NetworkSection::follow()
{
    while (QLayoutItem *item = m_channelRows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Channel &channel : m_console.configuration().channels) {
        if (channel.proxy.kind == ProxyChoice::Kind::System)
            continue;
        auto *row = new QWidget(m_channels);
        auto *name = new ElidedLabel(row);
        name->setFullText(channel.name + u" · "_s + proxyText(channel.proxy));
        auto *edit = new QPushButton(tr("Edit…"), row);
        edit->setAccessibleName(tr("Edit the channel %1").arg(channel.name));
        Style::setVariant(edit, Style::Variant::Link);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(name, 1);
        line->addWidget(edit);
        m_channelRows->addWidget(row);
        connect(edit, &QPushButton::clicked, this, [this, id = channel.id] { emit wished(Wish::make(Wish::What::EditChannel, id)); });
    }
    m_none->setVisible(m_channelRows->count() == 0);
    m_channels->setVisible(m_channelRows->count() > 0);
}

} // namespace understudy
