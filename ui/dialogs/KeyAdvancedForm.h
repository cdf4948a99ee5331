// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GatewayKey.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QSpinBox;

namespace understudy {

class SecondsField;
class ToneLabel;

/// The numbers of a policy that most people never touch.
class KeyAdvancedForm final : public QWidget {
    Q_OBJECT

public:
    explicit KeyAdvancedForm(QWidget *parent = nullptr);

    void load(const Policy &policy);
    void apply(Policy &policy) const;
    bool isDefault() const;

signals:
    void changed();

private:
    void retranslate();
    void label(QWidget *field, const QString &text);

    QFormLayout *m_form;
    QCheckBox *m_ownFirstOutput;
    SecondsField *m_firstOutput;
    SecondsField *m_idle;
    SecondsField *m_connect;
    SecondsField *m_deadline;
    SecondsField *m_pause;
    SecondsField *m_retryAfterCap;
    QCheckBox *m_contentFiltered;
    QCheckBox *m_callerFault;
    QCheckBox *m_emptyIsFailure;
    QCheckBox *m_breaker;
    QSpinBox *m_failures;
    SecondsField *m_suspend;
};

} // namespace understudy
