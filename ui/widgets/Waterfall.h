// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

class QListView;

namespace understudy {

class AttemptModel;
class TrialRun;
class WaterfallDelegate;

/// The attempts of one exchange on a common axis of time, each a row that the keyboard reaches and a screen reader reads as a
/// sentence. Shows a finished exchange or follows a running one; the running bar grows at most ten times a second and only while
/// it can be seen. Asks for the height of its rows up to MostRows and scrolls beyond.
class Waterfall final : public QWidget {
    Q_OBJECT

public:
    static constexpr int MostRows = 6;
    static constexpr int TickMs = 100;

    explicit Waterfall(QWidget *parent = nullptr);

    void clear();
    void showExchange(const ExchangeRecord &record);
    /// Follows the run until its end or until something else is shown. The run outlives nothing here.
    void watch(TrialRun *run);
    /// For whoever hears of the attempts of a running exchange by itself; after clear().
    void attemptBegan(const AttemptRecord &attempt);
    void attemptEnded(const AttemptRecord &attempt);
    void setNow(qint64 ms); ///< that long ago the exchange began; told by each of the two above as well

    AttemptModel *model() const { return m_model; }
    QListView *view() const { return m_view; }
    bool isTicking() const { return m_tick.isActive(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; ///< of the viewport: its width decides the ticks
    void changeEvent(QEvent *event) override;

    qint64 now() const; ///< since the exchange began
    void rescale();
    void tickWhileNeeded();
    int axisHeight() const;
    int heightOf(int rows) const;

    AttemptModel *m_model;
    WaterfallDelegate *m_delegate;
    QListView *m_view;
    QObject *m_watching = nullptr; ///< owns the connections to the run
    QElapsedTimer m_since;  ///< the last word of the gateway on the time
    qint64 m_sinceMs = 0;   ///< what it said
    QString m_note;         ///< in place of rows
    QBasicTimer m_tick;
};

} // namespace understudy
