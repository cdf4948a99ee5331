// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/SecondsField.h"

#include "widgets/Language.h"

#include <cmath>

namespace understudy {

SecondsField::SecondsField(QWidget *parent) : QDoubleSpinBox(parent)
{
    setDecimals(3);
    setLimits(Milliseconds(1), std::chrono::hours(24 * 30));
    setStepType(QAbstractSpinBox::DefaultStepType);
    connect(this, &QDoubleSpinBox::valueChanged, this, &SecondsField::timeChanged);
    followLanguage(this, [this] { setSuffix(tr(" s")); });
}

void SecondsField::setLimits(Milliseconds lowest, Milliseconds highest)
{
    setRange(double(lowest.count()) / 1000, double(highest.count()) / 1000);
}

void SecondsField::setTime(Milliseconds time)
{
    const double seconds = double(time.count()) / 1000;
    setRange(std::min(minimum(), seconds), std::max(maximum(), seconds));
    setValue(seconds);
}

Milliseconds SecondsField::time() const { return Milliseconds(std::llround(value() * 1000)); }

QString SecondsField::textFromValue(double value) const
{
    QString text = locale().toString(value, 'f', decimals());
    while (text.endsWith(locale().zeroDigit()))
        text.chop(1);
    if (!text.isEmpty() && !text.back().isDigit())
        text.chop(1);
    return text;
}

} // namespace understudy
