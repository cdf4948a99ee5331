// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/SetupSteps.h"
#include "widgets/Wish.h"

#include <QFrame>

#include <array>

class QLabel;
class QPushButton;

namespace understudy {

class StatusMark;

/// The four steps from nothing to a failover seen, each a link to where it is done.
class SetupChecklist final : public QFrame {
    Q_OBJECT

public:
    explicit SetupChecklist(QWidget *parent = nullptr);

    /// `keyId`: the key that a first request would be sent with; empty: the demo's.
    void setSteps(const SetupSteps &steps, const QString &keyId);
    const SetupSteps &steps() const { return m_steps; }

signals:
    void wished(const understudy::Wish &wish);
    void hidden(); ///< a person wants to see it no more

private:
    struct Line {
        StatusMark *mark = nullptr;
        QPushButton *link = nullptr;
        QLabel *why = nullptr;
    };
    void retranslate();
    void say();
    Wish wishOf(int line) const;

    SetupSteps m_steps;
    QString m_keyId;
    QLabel *m_title;
    QLabel *m_progress;
    QPushButton *m_hide;
    std::array<Line, SetupSteps::Count> m_lines;
};

} // namespace understudy
