// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/GeneralSection.h"

#include "pages/settings/PreferenceControls.h"
#include "widgets/Language.h"

#include <QTimeEdit>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

const QString TimeFormat = u"HH:mm"_s;

/// Texts of the items, in the order of their words.
void nameItems(QComboBox *box, const QStringList &names)
{
    for (int i = 0; i < names.size(); ++i)
        box->setItemText(i, names[i]);
}

} // namespace

GeneralSection::GeneralSection(Preferences &preferences, QWidget *parent) : SettingsSection(u"general"_s, parent), m_preferences(preferences)
{
    using namespace preferences;
    m_language = controls::choice(preferences, Language, {u"system"_s, u"zh_CN"_s, u"en"_s});
    m_theme = controls::choice(preferences, understudy::preferences::Theme, {u"system"_s, u"light"_s, u"dark"_s});
    m_start = controls::choice(preferences, StartPage, {u"last"_s, u"overview"_s, u"models"_s, u"keys"_s, u"usage"_s, u"log"_s});
    m_close = controls::choice(preferences, WhenClosed, {u"ask"_s, u"serve"_s, u"quit"_s});
    m_notify = controls::choice(preferences, Notify, {u"off"_s, u"errors"_s, u"all"_s});
    m_quiet = controls::check(preferences, QuietHours);
    m_from = time(QuietFrom);
    m_to = time(QuietTo);

    SettingsGroup *look = addGroup();
    m_languageRow = look->add(m_language);
    m_themeRow = look->add(m_theme);
    m_startRow = look->add(m_start);
    m_closeRow = look->add(m_close);
    SettingsGroup *notices = addGroup();
    m_notifyRow = notices->add(m_notify);
    m_quietRow = notices->add(m_quiet);
    m_fromRow = notices->add(m_from);
    m_toRow = notices->add(m_to);
    column()->addStretch();

    connect(&preferences, &Preferences::changed, this, &GeneralSection::follow);
    followLanguage(this, [this, notices] {
        setGroupTitle(notices, tr("Notifications"));
        retranslate();
    });
    follow();
}

QTimeEdit *GeneralSection::time(const Preference<QString> &preference)
{
    auto *edit = new QTimeEdit;
    edit->setObjectName(u"settings."_s + preference.name);
    edit->setDisplayFormat(TimeFormat);
    const auto show = [edit, this, preference] {
        const QTime kept = QTime::fromString(m_preferences.get(preference), TimeFormat);
        edit->setTime(kept.isValid() ? kept : QTime::fromString(preference.otherwise, TimeFormat));
    };
    show();
    connect(edit, &QTimeEdit::timeChanged, this, [this, preference](QTime time) { m_preferences.set(preference, time.toString(TimeFormat)); });
    connect(&m_preferences, &Preferences::changed, edit, [show, preference](QLatin1StringView name) {
        if (name == preference.name)
            show();
    });
    return edit;
}

void GeneralSection::retranslate()
{
    // Languages by their own names: whoever does not read this one must find theirs.
    nameItems(m_language, {tr("As the system"), u"简体中文"_s, u"English"_s});
    nameItems(m_theme, {tr("As the system"), tr("Light"), tr("Dark")});
    nameItems(m_start, {tr("Where I left off"), tr("Overview"), tr("Large models"), tr("Gateway access keys"), tr("Usage statistics"), tr("Request log")});
    nameItems(m_close, {tr("Ask"), tr("Keep serving"), tr("Quit")});
    nameItems(m_notify, {tr("Off"), tr("Errors only"), tr("All")});
    m_languageRow->setTexts(tr("Language"));
    m_themeRow->setTexts(tr("Theme"));
    m_startRow->setTexts(tr("Start page"), tr("What the window shows first."));
    m_closeRow->setTexts(tr("When the window is closed"), tr("The gateway can go on without a window."));
    m_notifyRow->setTexts(tr("Notify me"), tr("When a channel trips or recovers, or a key has no model left that answers; not for every request."));
    m_quiet->setText(tr("On"));
    m_quietRow->setTexts(tr("Quiet hours"), tr("No notifications in this time; the log has everything."));
    m_fromRow->setTexts(tr("Quiet from"));
    m_toRow->setTexts(tr("Quiet until"), tr("May be on the next day."));
}

void GeneralSection::follow()
{
    const bool notifies = m_preferences.get(preferences::Notify) != "off"_L1;
    const bool quiet = notifies && m_preferences.get(preferences::QuietHours);
    m_quietRow->setEnabled(notifies);
    m_fromRow->setEnabled(quiet);
    m_toRow->setEnabled(quiet);
}

std::function<void()> GeneralSection::reset()
{
    using namespace preferences;
    const auto texts = controls::reset<QString>(m_preferences, {Language, preferences::Theme, StartPage, WhenClosed, Notify, QuietFrom, QuietTo});
    const auto flags = controls::reset<bool>(m_preferences, {QuietHours});
    return [texts, flags] {
        texts();
        flags();
    };
}

} // namespace understudy
