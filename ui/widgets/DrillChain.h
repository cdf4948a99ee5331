// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/DrillPlaces.h"

#include <QAbstractButton>
#include <QScrollArea>

class QMenu;

namespace understudy {

/// One place of a chain: who stands there and how it shall behave. Opens the menu of behaviours on a click, Space, Enter or ↓.
class DrillBoxButton final : public QAbstractButton {
    Q_OBJECT

public:
    static constexpr int Narrowest = 168;
    static constexpr int Widest = 240;

    explicit DrillBoxButton(const words::DrillPlace &place, QWidget *parent = nullptr);

    void setFault(DrillFault fault);
    DrillFault fault() const { return m_fault; }
    const words::DrillPlace &place() const { return m_place; }
    /// The behaviours, grouped; the present one is checked. Ours, and deleted when it closes.
    QMenu *makeMenu();
    void openMenu();
    void retranslate();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void faultChosen(understudy::DrillFault fault);
    void stepWished(int step); ///< ← and →: to the box beside it

private:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    words::DrillPlace m_place;
    DrillFault m_fault = DrillFault::Healthy;
};

/// A chain as boxes, primary first. Scrolls sideways when it is long.
class DrillChain final : public QScrollArea {
    Q_OBJECT

public:
    explicit DrillChain(QWidget *parent = nullptr);

    /// All healthy.
    void setPlaces(const QList<words::DrillPlace> &places);
    const QList<words::DrillPlace> &places() const { return m_places; }
    void setFaults(const QList<DrillFault> &faults); ///< those beyond its end are healthy
    QList<DrillFault> faults() const;                ///< one a place
    const QList<DrillBoxButton *> &boxes() const { return m_boxes; }
    void setEditable(bool editable);
    void retranslate();

signals:
    void faultsChanged(); ///< by a person

private:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void fitHeight();

    QList<words::DrillPlace> m_places;
    QList<DrillBoxButton *> m_boxes;
    bool m_editable = true;
};

} // namespace understudy
