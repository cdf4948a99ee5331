// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/KeyLimitsForm.h"

#include "configuration/Rules.h"
#include "theme/QtCompat.h"
#include "widgets/Language.h"
#include "widgets/ToneLabel.h"
#include "words/KeyWords.h"

#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// Whole numbers up to 2^53 − 1, which QSpinBox cannot hold and a double can.
QDoubleSpinBox *counter(const QString &name, qint64 highest, QWidget *parent)
{
    auto *spin = new QDoubleSpinBox(parent);
    spin->setObjectName(name);
    spin->setDecimals(0);
    spin->setRange(0, double(highest));
    spin->setGroupSeparatorShown(true);
    spin->setMaximumWidth(220);
    return spin;
}

QDateTime toMinute(QDateTime time)
{
    time.setTime(QTime(time.time().hour(), time.time().minute()));
    return time;
}

} // namespace

KeyLimitsForm::KeyLimitsForm(QWidget *parent)
    : QWidget(parent), m_form(new QFormLayout(this)), m_expires(new QCheckBox(this)), m_expiresAt(new QDateTimeEdit(this)),
      m_expiryWarning(new ToneLabel(this)),
      m_perDay(counter(u"wizard.tokensPerDay"_s, ranges::Tokens.highest, this)),
      m_perMonth(counter(u"wizard.tokensPerMonth"_s, ranges::Tokens.highest, this)),
      m_perMinute(counter(u"wizard.requestsPerMinute"_s, ranges::Count.highest, this)),
      m_freeTokens(counter(u"wizard.freeTokens"_s, ranges::Tokens.highest, this)), m_addresses(new QLineEdit(this)),
      m_addressProblem(new ToneLabel(this)), m_record(new QCheckBox(this)), m_recordHint(new ToneLabel(this))
{
    m_expires->setObjectName(u"wizard.expires"_s);
    m_expiresAt->setObjectName(u"wizard.expiresAt"_s);
    m_addresses->setObjectName(u"wizard.addresses"_s);
    m_record->setObjectName(u"wizard.recordContent"_s);
    m_expiresAt->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_expiresAt->setMaximumWidth(220);
    m_form->setContentsMargins(0, 4, 0, 4);
    auto *expiry = new QHBoxLayout;
    expiry->addWidget(m_expires);
    expiry->addWidget(m_expiresAt);
    expiry->addStretch();
    m_form->addRow(QString(), expiry);
    m_form->addRow(QString(), m_expiryWarning);
    m_form->addRow(u" "_s, m_perMonth);
    m_form->addRow(u" "_s, m_perDay);
    m_form->addRow(u" "_s, m_perMinute);
    m_form->addRow(u" "_s, m_addresses);
    m_form->addRow(QString(), m_addressProblem);
    m_form->addRow(u" "_s, m_freeTokens);
    m_form->addRow(QString(), m_record);
    m_form->addRow(QString(), m_recordHint);

    m_expiresAt->setDateTime(toMinute(QDateTime::currentDateTime().addDays(30)));
    m_expiresAt->setEnabled(false);
    compat::onCheckChanged(m_expires, this, [this](bool on) {
        m_expiresAt->setEnabled(on);
        checkExpiry();
        emit changed();
    });
    compat::onCheckChanged(m_record, this, [this](bool) { emit changed(); });
    for (QDoubleSpinBox *spin : {m_perDay, m_perMonth, m_perMinute, m_freeTokens})
        connect(spin, &QDoubleSpinBox::valueChanged, this, &KeyLimitsForm::changed);
    connect(m_expiresAt, &QDateTimeEdit::dateTimeChanged, this, [this] {
        checkExpiry();
        emit changed();
    });
    connect(m_addresses, &QLineEdit::textChanged, this, [this] {
        QString problem;
        for (const QString &address : addresses()) {
            if (problem.isEmpty())
                problem = words::clientAddressProblem(address);
        }
        m_addressProblem->say(problem, Tone::Bad);
        emit changed();
    });
    followLanguage(this, [this] { retranslate(); });
    load(GatewayKey());
}

void KeyLimitsForm::retranslate()
{
    const auto label = [this](QWidget *field, const QString &text) {
        if (auto *made = qobject_cast<QLabel *>(m_form->labelForField(field)))
            made->setText(text);
        field->setAccessibleName(text);
    };
    m_expires->setText(tr("Expires on"));
    m_expiresAt->setAccessibleName(tr("Expires on"));
    checkExpiry();
    label(m_perMonth, tr("Tokens per month"));
    label(m_perDay, tr("Tokens per day"));
    label(m_perMinute, tr("Requests per minute"));
    label(m_addresses, tr("Allowed client addresses"));
    label(m_freeTokens, tr("Free tokens of built-in models"));
    for (QDoubleSpinBox *spin : {m_perDay, m_perMonth, m_perMinute})
        spin->setSpecialValueText(tr("no limit"));
    m_addresses->setPlaceholderText(tr("any; else addresses or networks, separated by commas"));
    m_record->setText(tr("Record requests and answers"));
    m_recordHint->say(tr("Off: prompts and answers are not stored. On: they are kept with the log, readable for everybody who can open this program."));
    m_addressProblem->say(m_addressProblem->said().isEmpty() ? QString() : words::clientAddressProblem(addresses().value(0)), Tone::Bad);
}

void KeyLimitsForm::checkExpiry()
{
    const bool past = m_expires->isChecked() && m_expiresAt->dateTime() <= QDateTime::currentDateTime();
    m_expiryWarning->say(past ? tr("This time has passed: requests with the key will be refused") : QString(), Tone::Caution);
}

QStringList KeyLimitsForm::addresses() const
{
    static const QRegularExpression between(u"[,;\\s，；、]+"_s);
    return m_addresses->text().split(between, Qt::SkipEmptyParts);
}

void KeyLimitsForm::load(const GatewayKey &key)
{
    m_given = key.expiresAt;
    m_expires->setChecked(key.expiresAt.has_value());
    if (key.expiresAt)
        m_expiresAt->setDateTime(toMinute(key.expiresAt->toLocalTime()));
    m_perDay->setValue(double(key.limits.tokensPerDay));
    m_perMonth->setValue(double(key.limits.tokensPerMonth));
    m_perMinute->setValue(key.limits.requestsPerMinute);
    m_freeTokens->setValue(double(key.freeTokens));
    m_addresses->setText(key.limits.addresses.join(u", "_s));
    m_record->setChecked(key.policy.recordContent);
}

void KeyLimitsForm::apply(GatewayKey &key) const
{
    if (!m_expires->isChecked())
        key.expiresAt.reset();
    else if (!m_given || toMinute(m_given->toLocalTime()) != m_expiresAt->dateTime())
        key.expiresAt = m_expiresAt->dateTime().toUTC();
    else
        key.expiresAt = m_given;
    key.limits.tokensPerDay = qint64(m_perDay->value());
    key.limits.tokensPerMonth = qint64(m_perMonth->value());
    key.limits.requestsPerMinute = int(m_perMinute->value());
    key.freeTokens = qint64(m_freeTokens->value());
    key.limits.addresses = addresses();
    key.policy.recordContent = m_record->isChecked();
}

bool KeyLimitsForm::isValid() const
{
    const QStringList all = addresses();
    return std::all_of(all.cbegin(), all.cend(), [](const QString &address) { return checkClientAddress(address).ok(); });
}

bool KeyLimitsForm::isDefault() const
{
    GatewayKey key;
    apply(key);
    return key == GatewayKey();
}

} // namespace understudy
