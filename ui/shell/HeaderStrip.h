// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/GatewayState.h"
#include "widgets/StatusMark.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace understudy {

class ElidedLabel;

/// The strip above all pages (R1): what the gateway does, where it is reached, start and stop, the menu. Shows a value, emits
/// wishes, knows nothing else.
class HeaderStrip final : public QWidget {
    Q_OBJECT

public:
    static constexpr int Height = 52;

    explicit HeaderStrip(QWidget *parent = nullptr);
    void setState(const GatewayState &state);
    /// The state of the gateway as a mark, a word and a tone.
    static Status statusOf(const GatewayState &state);
    QToolButton *menuButton() const { return m_menu; }
    void confirmCopied(); ///< "Copied" on the button for a moment

signals:
    void copyWished();
    void toggleWished();
    void networkWished(); ///< the amber chip was pressed
    void paletteWished();

private:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void retranslate();
    void show(const GatewayState &state);

    GatewayState m_state;
    StatusMark *m_mark;
    QLabel *m_address;
    QPushButton *m_copy;
    QLabel *m_inFlight;
    QPushButton *m_network;
    QPushButton *m_toggle;
    QToolButton *m_palette;
    QToolButton *m_menu;
    QBasicTimer m_copied;
};

} // namespace understudy
