// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

// In a static library nothing refers to the resources by itself.
static void takeIn() { Q_INIT_RESOURCE(translations); }

namespace understudy {

using namespace Qt::StringLiterals;

struct Translations::Installed {
    QString language;
    QTranslator ours;
    QTranslator qts;
};

Translations::Translations() : m_installed(std::make_unique<Installed>()) { takeIn(); }
Translations::~Translations() = default;

QString Translations::current() const { return m_installed->language; }

void Translations::choose(const QString &language)
{
    QString wanted = language;
    if (wanted != "zh_CN"_L1 && wanted != "en"_L1) {
        const QStringList system = QLocale::system().uiLanguages();
        wanted = !system.isEmpty() && system.first().startsWith("zh"_L1) ? u"zh_CN"_s : u"en"_s;
    }
    if (wanted == m_installed->language)
        return;
    m_installed->language = wanted;
    QLocale::setDefault(wanted == "zh_CN"_L1 ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::removeTranslator(&m_installed->ours);
    QCoreApplication::removeTranslator(&m_installed->qts);
    // Qt's own first: the translator that was installed last is asked first.
    if (m_installed->qts.load(u"qtbase_"_s + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_installed->qts);
    if (m_installed->ours.load(u":/understudy/translations/understudy_"_s + wanted + u".qm"_s))
        QCoreApplication::installTranslator(&m_installed->ours);
}

} // namespace understudy
