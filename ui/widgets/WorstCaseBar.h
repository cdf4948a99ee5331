// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GatewayKey.h"
#include "words/KeyWords.h"

#include <QFrame>

class QLabel;

namespace understudy {

class ToneLabel;

/// What a key costs at worst, while it is being edited: a sentence for each type, a sketch of the attempts along the time, and
/// whose patience ends before.
class WorstCaseBar final : public QFrame {
    Q_OBJECT

public:
    explicit WorstCaseBar(QWidget *parent = nullptr);

    struct Models {
        ModelType type = ModelType::Chat;
        int count = 0;
    };
    void show(const QList<Models> &models, const Policy &policy);

    const QList<words::WorstCaseGroup> &groups() const { return m_groups; }
    QString text() const; ///< all that it says

private:
    class Sketch;
    void say();

    QList<words::WorstCaseGroup> m_groups;
    Policy m_policy;
    bool m_reasoning = false;
    QLabel *m_sentence;
    ToneLabel *m_warning;
    ToneLabel *m_remark;
    Sketch *m_sketch;
};

} // namespace understudy
