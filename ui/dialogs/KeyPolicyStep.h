// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GatewayKey.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace understudy {

class ChainEditor;
class ChainModel;
class Fold;
class KeyAdvancedForm;
class SecondsField;
class ToneLabel;
class WorstCaseBar;

/// Step 2 of the wizard: the call order, retries, cache and timeouts, and what they come to at worst.
class KeyPolicyStep final : public QWidget {
    Q_OBJECT

public:
    explicit KeyPolicyStep(QWidget *parent = nullptr);

    void load(const Policy &policy);
    void apply(GatewayKey &key) const; ///< chain and policy; what is not on the form stays
    bool isComplete() const;
    ChainModel *chain() const { return m_chain; }
    void focusFirst();

signals:
    void changed();

private:
    void build();
    void retranslate();
    void update();
    QWidget *form();
    void fillDurations();
    void showTtl(std::chrono::seconds ttl);
    std::chrono::seconds ttl() const;
    Milliseconds preset() const;

    std::optional<Milliseconds> m_timeoutGiven; ///< absent: the preset, which follows the chain
    bool m_showing = false; ///< values are being set, not typed
    ChainModel *m_chain;
    QLabel *m_orderLabel;
    ToneLabel *m_orderAdvice;
    ToneLabel *m_warnings;
    ChainEditor *m_editor;
    QFormLayout *m_form;
    QSpinBox *m_retries;
    ToneLabel *m_retriesAdvice;
    QCheckBox *m_cache;
    QComboBox *m_ttl;
    SecondsField *m_ownTtl;
    ToneLabel *m_cacheAdvice;
    SecondsField *m_timeout;
    QPushButton *m_usePreset;
    ToneLabel *m_timeoutAdvice;
    KeyAdvancedForm *m_advanced;
    Fold *m_fold;
    WorstCaseBar *m_worst;
};

} // namespace understudy
