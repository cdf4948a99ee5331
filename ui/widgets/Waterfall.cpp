// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Waterfall.h"

#include "console/TrialRun.h"
#include "models/AttemptModel.h"
#include "theme/Theme.h"
#include "widgets/Language.h"
#include "widgets/WaterfallDelegate.h"
#include "words/Quantities.h"

#include <QEvent>
#include <QListView>
#include <QPainter>
#include <QTimerEvent>
#include <QVBoxLayout>

namespace understudy {

namespace {

constexpr int TickWidth = 72; ///< room that the label of one tick needs
constexpr int StillTickMs = 1000; ///< where the desktop asks for no animation

} // namespace

Waterfall::Waterfall(QWidget *parent) : QWidget(parent), m_model(new AttemptModel(this)), m_delegate(new WaterfallDelegate(this)), m_view(new QListView(this))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setTabKeyNavigation(false);
    setFocusProxy(m_view);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, axisHeight(), 1, axisHeight());
    m_view->viewport()->setAutoFillBackground(false); // the frame is ours
    m_view->viewport()->installEventFilter(this);
    column->addWidget(m_view);
    const auto followRows = [this] {
        rescale();
        updateGeometry();
    };
    connect(m_model, &QAbstractItemModel::rowsInserted, this, followRows);
    connect(m_model, &QAbstractItemModel::modelReset, this, followRows);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &Waterfall::rescale);
    followLanguage(this, [this] {
        m_view->setAccessibleName(tr("Attempts of the request"));
        if (m_model->rowCount() == 0)
            m_note = tr("No attempt yet");
        m_model->retranslate();
        update();
    });
}

void Waterfall::clear()
{
    delete m_watching;
    m_watching = nullptr;
    m_note = tr("No attempt yet");
    m_model->clear();
    tickWhileNeeded();
}

void Waterfall::showExchange(const ExchangeRecord &record)
{
    clear();
    m_model->setAttempts(record.attempts);
    m_note = record.kind == ExchangeKind::Cache ? tr("Answered from the cache: no provider was called") : tr("No provider was called");
    update();
}

void Waterfall::watch(TrialRun *run)
{
    clear();
    m_watching = new QObject(this);
    setNow(0);
    connect(run, &TrialRun::attemptBegan, m_watching, [this](const AttemptRecord &attempt) { attemptBegan(attempt); });
    connect(run, &TrialRun::attemptEnded, m_watching, [this](const AttemptRecord &attempt) { attemptEnded(attempt); });
    connect(run, &TrialRun::text, m_watching, [this] { m_model->noteOutput(now()); });
    connect(run, &TrialRun::recorded, m_watching, [this](const ExchangeRecord &record) { m_model->setAttempts(record.attempts); });
    const auto over = [this] {
        m_model->stop();
        tickWhileNeeded();
    };
    connect(run, &TrialRun::finished, m_watching, over);
    connect(run, &QObject::destroyed, m_watching, over);
}

void Waterfall::attemptBegan(const AttemptRecord &attempt)
{
    setNow(attempt.startedMs);
    m_model->begin(attempt);
    m_view->scrollToBottom();
    tickWhileNeeded();
}

void Waterfall::attemptEnded(const AttemptRecord &attempt)
{
    setNow(attempt.endedMs);
    m_model->end(attempt);
    tickWhileNeeded();
}

void Waterfall::setNow(qint64 ms)
{
    m_since.start();
    m_sinceMs = ms;
    m_model->noteTime(ms);
}

qint64 Waterfall::now() const { return m_sinceMs + (m_since.isValid() ? m_since.elapsed() : 0); }

void Waterfall::rescale()
{
    const int width = WaterfallDelegate::columns(m_view->viewport()->rect()).bar.width();
    m_delegate->setScale(TimeScale::covering(m_model->endMs(), std::max(2, width / TickWidth)));
    m_view->viewport()->update();
    update();
}

void Waterfall::tickWhileNeeded()
{
    const bool needed = isVisible() && m_model->anyRunning();
    if (needed && !m_tick.isActive())
        m_tick.start(Theme::animates() ? TickMs : StillTickMs, this);
    else if (!needed)
        m_tick.stop();
}

int Waterfall::axisHeight() const { return QFontMetrics(Theme::small()).height() + 6; }

int Waterfall::heightOf(int rows) const { return 2 * axisHeight() + rows * m_delegate->sizeHint({}, {}).height() + 2; }

QSize Waterfall::sizeHint() const { return {560, heightOf(std::clamp(m_model->rowCount(), 1, MostRows))}; }

QSize Waterfall::minimumSizeHint() const { return {320, heightOf(std::clamp(m_model->rowCount(), 1, 3))}; }

void Waterfall::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::color(Tone::Hairline));
    painter.setBrush(Theme::color(Tone::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
    painter.setFont(Theme::small());
    painter.setPen(Theme::color(Tone::Muted));
    const QRect axis(m_view->x(), 1, m_view->viewport()->width(), axisHeight());
    const WaterfallDelegate::Columns columns = WaterfallDelegate::columns(axis);
    if (m_model->rowCount() == 0) {
        painter.drawText(rect(), Qt::AlignCenter, m_note);
        return;
    }
    const TimeScale &scale = m_delegate->scale();
    const QFontMetrics metrics(Theme::small());
    for (const qint64 tick : scale.ticks()) {
        const QString text = words::duration(tick);
        const int width = metrics.horizontalAdvance(text);
        const int x = WaterfallDelegate::xOf(scale, columns.bar, tick) - width / 2;
        painter.drawText(QRect(std::min(x, axis.right() - width), axis.top(), width + 1, axis.height()), Qt::AlignCenter, text);
    }
    WaterfallDelegate::paintLegend(&painter, QRect(1, height() - axisHeight() - 1, width() - 2, axisHeight()));
}

void Waterfall::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_tick.timerId())
        m_model->noteTime(now());
    else
        QWidget::timerEvent(event);
}

void Waterfall::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->noteTime(now());
    tickWhileNeeded();
}

void Waterfall::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    tickWhileNeeded();
}

bool Waterfall::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        rescale();
    return QWidget::eventFilter(watched, event);
}

void Waterfall::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        layout()->setContentsMargins(1, axisHeight(), 1, axisHeight());
        rescale();
    }
}

} // namespace understudy
