// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/KeyAdvancedForm.h"

#include "configuration/Rules.h"
#include "theme/QtCompat.h"
#include "widgets/Language.h"
#include "widgets/SecondsField.h"

#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int FieldWidth = 130;

SecondsField *seconds(const QString &name, QWidget *parent)
{
    auto *field = new SecondsField(parent);
    field->setObjectName(name);
    field->setMaximumWidth(FieldWidth);
    return field;
}

QCheckBox *check(const QString &name, QWidget *parent)
{
    auto *box = new QCheckBox(parent);
    box->setObjectName(name);
    return box;
}

} // namespace

KeyAdvancedForm::KeyAdvancedForm(QWidget *parent)
    : QWidget(parent), m_form(new QFormLayout(this)), m_ownFirstOutput(check(u"wizard.ownFirstOutput"_s, this)),
      m_firstOutput(seconds(u"wizard.firstOutput"_s, this)), m_idle(seconds(u"wizard.idle"_s, this)),
      m_connect(seconds(u"wizard.connect"_s, this)), m_deadline(seconds(u"wizard.deadline"_s, this)), m_pause(seconds(u"wizard.pause"_s, this)),
      m_retryAfterCap(seconds(u"wizard.retryAfterCap"_s, this)), m_contentFiltered(check(u"wizard.contentFiltered"_s, this)),
      m_callerFault(check(u"wizard.callerFault"_s, this)), m_emptyIsFailure(check(u"wizard.emptyIsFailure"_s, this)),
      m_breaker(check(u"wizard.breaker"_s, this)), m_failures(new QSpinBox(this)), m_suspend(seconds(u"wizard.suspend"_s, this))
{
    m_failures->setObjectName(u"wizard.failures"_s);
    m_failures->setRange(int(ranges::BreakerFailures.lowest), int(ranges::BreakerFailures.highest));
    m_failures->setMaximumWidth(FieldWidth);
    m_form->setContentsMargins(0, 4, 0, 4);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->addRow(m_ownFirstOutput);
    m_form->addRow(u" "_s, m_firstOutput);
    for (QWidget *field : {m_idle, m_connect, m_deadline, m_pause, m_retryAfterCap})
        m_form->addRow(u" "_s, field);
    m_form->addRow(m_contentFiltered);
    m_form->addRow(m_callerFault);
    m_form->addRow(m_emptyIsFailure);
    m_form->addRow(m_breaker);
    m_form->addRow(u" "_s, m_failures);
    m_form->addRow(u" "_s, m_suspend);

    compat::onCheckChanged(m_ownFirstOutput, this, [this](bool on) {
        m_firstOutput->setEnabled(on);
        emit changed();
    });
    compat::onCheckChanged(m_breaker, this, [this](bool on) {
        m_failures->setEnabled(on);
        m_suspend->setEnabled(on);
        emit changed();
    });
    for (QCheckBox *box : {m_contentFiltered, m_callerFault, m_emptyIsFailure})
        compat::onCheckChanged(box, this, [this](bool) { emit changed(); });
    for (SecondsField *field : {m_firstOutput, m_idle, m_connect, m_deadline, m_pause, m_retryAfterCap, m_suspend})
        connect(field, &SecondsField::timeChanged, this, &KeyAdvancedForm::changed);
    connect(m_failures, &QSpinBox::valueChanged, this, &KeyAdvancedForm::changed);
    followLanguage(this, [this] { retranslate(); });
    load(Policy());
}

void KeyAdvancedForm::label(QWidget *field, const QString &text)
{
    if (auto *made = qobject_cast<QLabel *>(m_form->labelForField(field)))
        made->setText(text);
    field->setAccessibleName(text);
}

void KeyAdvancedForm::retranslate()
{
    m_ownFirstOutput->setText(tr("Own timeout for the first output"));
    m_ownFirstOutput->setToolTip(tr("When streaming, how long to wait for the first words; else the request timeout counts"));
    label(m_firstOutput, tr("First output"));
    label(m_idle, tr("Longest gap"));
    m_idle->setToolTip(tr("When streaming, the longest time without output after the first words"));
    label(m_connect, tr("Connecting"));
    label(m_deadline, tr("Deadline"));
    m_deadline->setToolTip(tr("All attempts and pauses together, until the answer begins"));
    label(m_pause, tr("Pause before a retry"));
    m_pause->setToolTip(tr("Doubles from retry to retry, up to 2 s"));
    label(m_retryAfterCap, tr("Longest Retry-After"));
    m_retryAfterCap->setToolTip(tr("A provider that asks for more is believed up to here; backups never wait for it"));
    m_contentFiltered->setText(tr("Next model when content is filtered"));
    m_callerFault->setText(tr("Next model when a request is refused"));
    m_callerFault->setToolTip(tr("The provider says that the request itself is wrong (HTTP 400, 413, 422); another one may take it"));
    m_emptyIsFailure->setText(tr("Empty answers are failures"));
    m_breaker->setText(tr("Circuit breaker"));
    m_breaker->setToolTip(tr("Skips a model after failures in a row, and probes it after the suspension"));
    label(m_failures, tr("Failures in a row"));
    label(m_suspend, tr("Suspension"));
    m_suspend->setToolTip(tr("Doubles from trip to trip, up to 5 min"));
}

void KeyAdvancedForm::load(const Policy &policy)
{
    m_ownFirstOutput->setChecked(policy.firstOutputTimeout.has_value());
    m_firstOutput->setEnabled(policy.firstOutputTimeout.has_value());
    m_firstOutput->setTime(policy.firstOutputTimeout.value_or(Milliseconds(60'000)));
    m_idle->setTime(policy.idleTimeout);
    m_connect->setTime(policy.connectTimeout);
    m_deadline->setTime(policy.deadline);
    m_pause->setTime(policy.backoff);
    m_retryAfterCap->setTime(policy.retryAfterCap);
    m_contentFiltered->setChecked(policy.failOverOn.contains(Outcome::ContentFiltered));
    m_callerFault->setChecked(policy.failOverOn.contains(Outcome::CallerFault));
    m_emptyIsFailure->setChecked(policy.emptyAnswerIsFailure);
    m_breaker->setChecked(policy.breaker.enabled);
    m_failures->setEnabled(policy.breaker.enabled);
    m_suspend->setEnabled(policy.breaker.enabled);
    m_failures->setValue(policy.breaker.failures);
    m_suspend->setTime(policy.breaker.suspend);
}

void KeyAdvancedForm::apply(Policy &policy) const
{
    policy.firstOutputTimeout = m_ownFirstOutput->isChecked() ? std::optional(m_firstOutput->time()) : std::nullopt;
    policy.idleTimeout = m_idle->time();
    policy.connectTimeout = m_connect->time();
    policy.deadline = m_deadline->time();
    policy.backoff = m_pause->time();
    policy.retryAfterCap = m_retryAfterCap->time();
    // The stored order stays where nothing was changed: the value is a list.
    const auto set = [&policy](Outcome outcome, bool on) {
        if (on == policy.failOverOn.contains(outcome))
            return;
        if (on)
            policy.failOverOn.append(outcome);
        else
            policy.failOverOn.removeAll(outcome);
    };
    set(Outcome::ContentFiltered, m_contentFiltered->isChecked());
    set(Outcome::CallerFault, m_callerFault->isChecked());
    policy.emptyAnswerIsFailure = m_emptyIsFailure->isChecked();
    policy.breaker.enabled = m_breaker->isChecked();
    policy.breaker.failures = m_failures->value();
    policy.breaker.suspend = m_suspend->time();
}

bool KeyAdvancedForm::isDefault() const
{
    Policy policy;
    apply(policy);
    return policy == Policy();
}

} // namespace understudy
