// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/DefaultsSection.h"

#include "configuration/Rules.h"
#include "pages/settings/PreferenceControls.h"
#include "preferences/PolicyDefaults.h"
#include "widgets/Language.h"
#include "words/Quantities.h"

#include <QLabel>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestSeconds = 3600;
constexpr int CacheTimes[] = {60, 300, 900, 3600, 24 * 3600, 7 * 24 * 3600}; ///< seconds

} // namespace

DefaultsSection::DefaultsSection(Preferences &preferences, QWidget *parent)
    : SettingsSection(u"defaults"_s, parent), m_preferences(preferences), m_intro(settingsText(this, true))
{
    column()->addWidget(m_intro);
    build();
    column()->addStretch();
    connect(&preferences, &Preferences::changed, this, &DefaultsSection::follow);
    followLanguage(this, [this] { retranslate(); });
}

void DefaultsSection::build()
{
    using namespace preferences;
    const auto seconds = [this](const Preference<int> &preference, int lowest = 1) { return controls::number(m_preferences, preference, lowest, LongestSeconds); };
    m_retries = controls::number(m_preferences, DefaultRetries, int(ranges::Retries.lowest), int(ranges::Retries.highest));
    m_timeout = seconds(DefaultTimeout, 0);
    m_firstOutput = seconds(DefaultFirstOutput, 0);
    m_idle = seconds(DefaultIdle);
    m_deadline = seconds(DefaultDeadline);
    m_connect = seconds(DefaultConnect);
    m_backoff = controls::number(m_preferences, DefaultBackoff, 1, 2000);
    m_cache = controls::check(m_preferences, DefaultCache);
    buildCacheTime();
    m_breaker = controls::check(m_preferences, DefaultBreaker);
    m_failures = controls::number(m_preferences, DefaultBreakerFailures, int(ranges::BreakerFailures.lowest), int(ranges::BreakerFailures.highest));
    m_suspend = seconds(DefaultBreakerSuspend);
    m_empty = controls::check(m_preferences, DefaultEmptyFails);
    m_filtered = controls::check(m_preferences, DefaultFiltered);
    m_callerFault = controls::check(m_preferences, DefaultCallerFault);

    m_times = addGroup();
    for (QSpinBox *box : {m_retries, m_timeout, m_firstOutput, m_idle, m_deadline, m_connect, m_backoff})
        m_rows.append(m_times->add(box));
    m_caching = addGroup();
    m_rows.append(m_caching->add(m_cache));
    m_rows.append(m_caching->add(m_cacheTime));
    m_breaking = addGroup();
    m_rows.append(m_breaking->add(m_breaker));
    m_rows.append(m_breaking->add(m_failures));
    m_rows.append(m_breaking->add(m_suspend));
    m_moving = addGroup();
    for (QCheckBox *box : {m_empty, m_filtered, m_callerFault})
        m_rows.append(m_moving->add(box));
}

void DefaultsSection::buildCacheTime()
{
    m_cacheTime = new QComboBox;
    m_cacheTime->setObjectName(u"settings.defaults/cacheSeconds"_s);
    connect(m_cacheTime, &QComboBox::activated, this,
            [this](int index) { m_preferences.set(preferences::DefaultCacheTtl, m_cacheTime->itemData(index).toInt()); });
}

void DefaultsSection::showCacheTime()
{
    const int kept = int(defaultPolicy(m_preferences).cache.ttl.count());
    m_cacheTime->clear();
    for (const int time : CacheTimes)
        m_cacheTime->addItem(words::duration(qint64(time) * 1000), time);
    if (m_cacheTime->findData(kept) < 0) // written by hand
        m_cacheTime->addItem(words::duration(qint64(kept) * 1000), kept);
    m_cacheTime->setCurrentIndex(m_cacheTime->findData(kept));
}

void DefaultsSection::retranslate()
{
    m_intro->setText(tr("New gateway access keys begin with these values. Keys that exist keep theirs; change those in the key itself."));
    setGroupTitle(m_times, tr("Retries and timeouts"));
    setGroupTitle(m_caching, tr("Cache"));
    setGroupTitle(m_breaking, tr("Circuit breaker"));
    setGroupTitle(m_moving, tr("Also move on to the next model when"));
    const QString seconds = u' ' + tr("s", "seconds");
    for (QSpinBox *box : {m_timeout, m_firstOutput, m_idle, m_deadline, m_connect, m_suspend})
        box->setSuffix(seconds);
    m_backoff->setSuffix(u' ' + tr("ms", "milliseconds"));
    m_timeout->setSpecialValueText(tr("Automatic"));
    m_firstOutput->setSpecialValueText(tr("As the timeout"));
    for (QCheckBox *box : {m_cache, m_breaker, m_empty, m_filtered, m_callerFault})
        box->setText(tr("On"));
    const QStringList texts{
        tr("Retries"), tr("More tries of the same model before the next one is called."),
        tr("Request timeout"), tr("Automatic: 60 s, and 180 s when a reasoning model is in the call order."),
        tr("Wait for the first output"), tr("Of a stream. A model that is slow to begin is given up sooner."),
        tr("Longest silence in a stream"), tr("Without a word for so long, it counts as broken off."),
        tr("Whole request at most"), tr("All tries together. Clients of OpenAI's make give up after 600 s."),
        tr("Wait for a connection"), {},
        tr("Pause before a retry"), tr("Doubles each time, at most 2 s."),
        tr("Cache answers"), tr("Identical requests are answered from memory. Answers with tool calls are not kept."),
        tr("Cache duration"), {},
        tr("Use the circuit breaker"), tr("A model that keeps failing is left out for a while instead of being waited for."),
        tr("Failures until it trips"), tr("In a row."),
        tr("First suspension"), tr("Doubles up to 5 min; then one request probes the model."),
        tr("The answer is empty"), tr("It came without an error, but has no content."),
        tr("The provider filtered the content"), tr("Another provider may see it differently."),
        tr("The provider says the request is wrong"), tr("Useful when models understand different options; a mistake of yours is then paid for several times."),
    };
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setTexts(texts[2 * i], texts[2 * i + 1]);
    follow();
}

void DefaultsSection::follow()
{
    showCacheTime();
    m_cacheTime->setEnabled(m_cache->isChecked());
    m_failures->setEnabled(m_breaker->isChecked());
    m_suspend->setEnabled(m_breaker->isChecked());
}

std::function<void()> DefaultsSection::reset()
{
    using namespace preferences;
    const auto numbers = controls::reset<int>(m_preferences, {DefaultRetries, DefaultTimeout, DefaultFirstOutput, DefaultIdle, DefaultDeadline, DefaultConnect,
                                                              DefaultBackoff, DefaultCacheTtl, DefaultBreakerFailures, DefaultBreakerSuspend});
    const auto flags = controls::reset<bool>(m_preferences, {DefaultCache, DefaultBreaker, DefaultEmptyFails, DefaultFiltered, DefaultCallerFault});
    return [numbers, flags] {
        numbers();
        flags();
    };
}

} // namespace understudy
