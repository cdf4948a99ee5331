// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <QDoubleSpinBox>

namespace understudy {

/// A duration typed in seconds, exact to the millisecond: "180 s", "1.5 s".
class SecondsField final : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit SecondsField(QWidget *parent = nullptr);

    /// What a person may choose. A value that is set from outside widens it: an unusual value is kept, not bent.
    void setLimits(Milliseconds lowest, Milliseconds highest);
    void setTime(Milliseconds time);
    Milliseconds time() const;

signals:
    void timeChanged();

private:
    QString textFromValue(double value) const override;
};

} // namespace understudy
