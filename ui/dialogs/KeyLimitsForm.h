// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GatewayKey.h"

#include <QWidget>

class QCheckBox;
class QDateTimeEdit;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;

namespace understudy {

class ToneLabel;

/// What a key may be limited to: expiry, tokens, requests, addresses; and whether contents are recorded. All of it optional.
class KeyLimitsForm final : public QWidget {
    Q_OBJECT

public:
    explicit KeyLimitsForm(QWidget *parent = nullptr);

    void load(const GatewayKey &key);
    void apply(GatewayKey &key) const;
    bool isValid() const;
    bool isDefault() const;

signals:
    void changed();

private:
    void retranslate();
    void checkExpiry();
    QStringList addresses() const;

    std::optional<QDateTime> m_given; ///< the form shows minutes: an untouched expiry keeps its seconds
    QFormLayout *m_form;
    QCheckBox *m_expires;
    QDateTimeEdit *m_expiresAt;
    ToneLabel *m_expiryWarning;
    QDoubleSpinBox *m_perDay;
    QDoubleSpinBox *m_perMonth;
    QDoubleSpinBox *m_perMinute;
    QDoubleSpinBox *m_freeTokens;
    QLineEdit *m_addresses;
    ToneLabel *m_addressProblem;
    QCheckBox *m_record;
    ToneLabel *m_recordHint;
};

} // namespace understudy
