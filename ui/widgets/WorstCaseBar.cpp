// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/WorstCaseBar.h"

#include "theme/Style.h"
#include "widgets/Language.h"
#include "widgets/ToneLabel.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarHeight = 10;
constexpr std::pair<Milliseconds, PatienceLimit> Limits[] = {{Milliseconds{60'000}, PatienceLimit::ReverseProxy},
                                                             {Milliseconds{300'000}, PatienceLimit::NodeFetch},
                                                             {Milliseconds{600'000}, PatienceLimit::OpenAiSdk}};

} // namespace

/// The attempts of the longest group one behind the other, models in turns of two shades, and the marks of others' patience.
class WorstCaseBar::Sketch final : public QWidget {
public:
    explicit Sketch(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

    void set(const words::WorstCaseGroup &group, Milliseconds attempt)
    {
        m_group = group;
        m_attempt = attempt;
        update();
    }
    QSize sizeHint() const override { return {200, BarHeight + QFontMetrics(Theme::small()).height() + 6}; }
    QSize minimumSizeHint() const override { return {100, sizeHint().height()}; }

private:
    double x(Milliseconds time) const { return double(time.count()) / std::max<double>(1, double(span().count())) * (width() - 1); }
    Milliseconds span() const { return std::max(m_group.worst.uncut, m_group.worst.total); }

    void paintEvent(QPaintEvent *) override
    {
        if (m_group.models == 0 || m_attempt.count() <= 0)
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int attempts = std::min(m_group.worst.attempts, 200);
        const int perModel = std::max(1, m_group.worst.attempts / m_group.models);
        const double end = x(m_group.worst.total);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::color(Tone::Hairline)); // what the deadline cuts off
        painter.drawRoundedRect(QRectF(0, 0, width() - 1, BarHeight), 2, 2);
        for (int i = 0; i < attempts; ++i) {
            const double left = double(i) / m_group.worst.attempts * (width() - 1);
            const double right = double(i + 1) / m_group.worst.attempts * (width() - 1) - 1.5;
            if (left >= end - 0.5)
                break;
            painter.setBrush(Theme::color((i / perModel) % 2 ? Tone::ChartCompletion : Tone::Accent));
            painter.drawRoundedRect(QRectF(left, 0, std::max(1.0, std::min(right, end) - left), BarHeight), 2, 2);
        }
        painter.setFont(Theme::small());
        const QFontMetrics metrics(Theme::small());
        double free = 0;
        for (const auto &[limit, name] : Limits) {
            if (limit > m_group.worst.total || limit > span())
                continue;
            const double at = x(limit);
            painter.setPen(QPen(Theme::color(Tone::Caution), 1.5));
            painter.drawLine(QPointF(at, 0), QPointF(at, BarHeight + 4));
            const QString text = u"%1 %2"_s.arg(words::inSeconds(limit), words::patienceName(name));
            const double left = std::clamp(at - 2, 0.0, std::max(0.0, double(width() - metrics.horizontalAdvance(text) - 1)));
            if (left < free)
                continue;
            painter.setPen(Theme::color(Tone::Muted));
            painter.drawText(QPointF(left, height() - metrics.descent() - 1), text);
            free = left + metrics.horizontalAdvance(text) + 12;
        }
    }

    words::WorstCaseGroup m_group;
    Milliseconds m_attempt{0};
};

WorstCaseBar::WorstCaseBar(QWidget *parent)
    : QFrame(parent), m_sentence(new QLabel(this)), m_warning(new ToneLabel(this)), m_remark(new ToneLabel(this)), m_sketch(new Sketch(this))
{
    setObjectName(u"wizard.worstCase"_s);
    setFrameShape(QFrame::StyledPanel);
    Style::setVariant(this, Style::Variant::Card);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(5);
    column->addWidget(m_sentence);
    column->addWidget(m_sketch);
    column->addWidget(m_warning);
    column->addWidget(m_remark);
    followLanguage(this, [this] { say(); });
}

void WorstCaseBar::show(const QList<Models> &models, const Policy &policy)
{
    m_policy = policy;
    m_reasoning = std::any_of(models.cbegin(), models.cend(), [](const Models &group) { return group.type == ModelType::Reasoning; });
    m_groups.clear();
    for (const Models &group : models)
        m_groups.append({group.type, group.count, worstCase(group.count, policy, m_reasoning)});
    say();
}

void WorstCaseBar::say()
{
    QStringList sentences;
    QList<PatienceLimit> exceeds;
    words::WorstCaseGroup longest;
    for (const words::WorstCaseGroup &group : std::as_const(m_groups)) {
        sentences.append(words::worstCaseSentence(group, m_policy, m_reasoning, m_groups.size() > 1));
        if (group.worst.uncut >= longest.worst.uncut)
            longest = group;
        for (const PatienceLimit limit : group.worst.exceeds) {
            if (!exceeds.contains(limit))
                exceeds.append(limit);
        }
    }
    m_sentence->setText(sentences.isEmpty() ? tr("Worst case: no model chosen yet") : tr("Worst case: %1").arg(sentences.join(tr("; "))));
    m_warning->say(words::patienceWarning(exceeds), Tone::Caution);
    m_remark->say(tr("Failed attempts may be billed by the provider."));
    const Milliseconds whole = m_policy.attemptTimeout(m_reasoning);
    m_sketch->set(longest, std::max(whole, m_policy.firstOutputTimeout.value_or(whole)));
    m_sketch->setVisible(!m_groups.isEmpty());
    setAccessibleName(text());
}

QString WorstCaseBar::text() const
{
    return QStringList{m_sentence->text(), m_warning->said(), m_remark->said()}.join(u' ');
}

} // namespace understudy
