// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"
#include "widgets/Message.h"
#include "widgets/Wish.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace understudy {

class KeyBasicsStep;
class KeyPolicyStep;
class MessageBar;
class TestMemory;

/// Makes, edits or duplicates a gateway key in two steps: name and models, then order and policy. Everything has a default: Enter
/// alone finishes it. Editing changes what is on the form and nothing else of the stored key.
///
/// It saves by itself, then emits said() and, for a new key, wished(): ViewKey after Create, TryKey after Create & Try. Open it with open().
class KeyWizard final : public QDialog {
    Q_OBJECT

public:
    enum class Purpose { Create, Edit, Duplicate };

    /// `id`: of the provider whose models are preselected (may be empty) for Create, of the key otherwise. Both references outlive it.
    KeyWizard(Console &console, const TestMemory &tests, Purpose purpose, const QString &id, QWidget *parent = nullptr);

    GatewayKey draft() const; ///< what would be saved now

signals:
    void wished(const understudy::Wish &wish);
    void said(const understudy::Message &message);

private:
    void build();
    void retranslate();
    void begin();
    void showStep(int step);
    void update();
    void next();
    void followTicks();
    void followOrder();
    void save(bool tryIt);
    void saved(const GatewayKey &key, bool tryIt);
    void reject() override;

    Console &m_console;
    Purpose m_purpose;
    QString m_id;        ///< of the provider or key
    GatewayKey m_original;
    GatewayKey m_begun;  ///< draft() as it was offered
    bool m_saving = false;
    QLabel *m_title;
    QLabel *m_steps[2];
    MessageBar *m_bar;
    QStackedWidget *m_stack;
    KeyBasicsStep *m_basics;
    KeyPolicyStep *m_policy;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_try;
    QPushButton *m_next;
};

} // namespace understudy
