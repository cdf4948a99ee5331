// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/Theme.h"

#include <QLabel>

namespace understudy {

/// A small remark below a field: advice, a warning or why a value cannot be. Wraps; hidden while there is nothing to say.
class ToneLabel final : public QLabel {
    Q_OBJECT

public:
    explicit ToneLabel(QWidget *parent = nullptr);

    /// Caution and Bad get their mark before the text, so that the colour is not alone.
    void say(const QString &text, Tone tone = Tone::Muted);
    QString said() const { return m_text; }

private:
    void changeEvent(QEvent *event) override;
    void colour();

    QString m_text;
    Tone m_tone = Tone::Muted;
    bool m_colouring = false;
};

} // namespace understudy
