// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace understudy {

/// A preference of the console: its name in the file and what holds while nobody has said anything. Declared once, below.
template<typename T>
struct Preference {
    QLatin1StringView name;
    T otherwise;
};

/// What a person likes about the console itself, in an INI file of the data directory. Nothing here changes what the gateway
/// answers, and nothing here is secret. A value of the wrong kind counts as not said.
class Preferences final : public QObject {
    Q_OBJECT

public:
    explicit Preferences(const QString &file, QObject *parent = nullptr) : QObject(parent), m_settings(file, QSettings::IniFormat) {}

    template<typename T>
    T get(const Preference<T> &preference) const
    {
        const QVariant value = m_settings.value(preference.name);
        return value.canConvert<T>() ? value.value<T>() : preference.otherwise;
    }
    template<typename T>
    void set(const Preference<T> &preference, const std::type_identity_t<T> &value)
    {
        if (get(preference) == value)
            return;
        m_settings.setValue(preference.name, QVariant::fromValue(value));
        emit changed(preference.name);
    }
    /// Back to what holds by default.
    template<typename T>
    void reset(const Preference<T> &preference)
    {
        if (!m_settings.contains(preference.name))
            return;
        m_settings.remove(preference.name);
        emit changed(preference.name);
    }
    template<typename T>
    bool isSet(const Preference<T> &preference) const { return m_settings.contains(preference.name); }

    /// Writes to the file now; it is also written in the next turn of the event loop and at the end. False: it cannot be written.
    bool sync()
    {
        m_settings.sync();
        return m_settings.status() == QSettings::NoError;
    }

signals:
    void changed(QLatin1StringView name); ///< compare with Preference::name

private:
    QSettings m_settings;
};

namespace preferences {

using namespace Qt::StringLiterals;

inline const Preference<QString> Language{"general/language"_L1, u"system"_s}; ///< "system", "zh_CN", "en"
inline const Preference<QString> Theme{"general/theme"_L1, u"system"_s};       ///< "system", "light", "dark"
inline const Preference<QString> StartPage{"general/startPage"_L1, u"last"_s}; ///< "last" or a page's word
inline const Preference<QString> LastPage{"window/page"_L1, {}};
inline const Preference<QString> WhenClosed{"general/whenClosed"_L1, u"ask"_s}; ///< "ask", "serve" (go on without a window), "quit"
inline const Preference<QString> Notify{"notifications/which"_L1, u"errors"_s};  ///< "off", "errors", "all"
inline const Preference<bool> QuietHours{"notifications/quiet"_L1, false};
inline const Preference<QString> QuietFrom{"notifications/quietFrom"_L1, u"22:00"_s};
inline const Preference<QString> QuietTo{"notifications/quietTo"_L1, u"08:00"_s};
inline const Preference<bool> StartGateway{"gateway/startWithProgram"_L1, true};
inline const Preference<bool> WelcomeSeen{"window/welcomeSeen"_L1, false};
inline const Preference<bool> ChecklistHidden{"window/checklistHidden"_L1, false};
inline const Preference<bool> FailoverSeen{"window/failoverSeen"_L1, false};
inline const Preference<bool> NavigationCollapsed{"window/navigationCollapsed"_L1, false};
inline const Preference<QByteArray> WindowGeometry{"window/geometry"_L1, {}};
inline const Preference<QStringList> PaletteRecent{"palette/recent"_L1, {}};
inline const Preference<QStringList> LogFilters{"log/filters"_L1, {}}; ///< saved ones, as they are typed
inline const Preference<QStringList> RecordingRounds{"log/recordingRounds"_L1, {}}; ///< keys whose recording ends by itself
inline const Preference<double> BudgetPerMonth{"usage/budgetPerMonth"_L1, 0}; ///< 0: none
inline const Preference<QString> BudgetCurrency{"usage/budgetCurrency"_L1, {}}; ///< ISO 4217
inline const Preference<bool> AskBeforeSecrets{"secrets/askPassphrase"_L1, false};

} // namespace preferences

} // namespace understudy
