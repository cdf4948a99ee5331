// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/DrillVerdictView.h"

#include "theme/Icons.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/FigureTile.h"
#include "widgets/ToneLabel.h"
#include "words/DrillWords.h"
#include "words/Quantities.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QLabel *wrapping(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

DrillVerdictView::DrillVerdictView(QWidget *parent)
    : QScrollArea(parent), m_headline(new ToneLabel(this)), m_seen(wrapping(this)), m_why(wrapping(this)), m_whole(new FigureTile), m_attempts(new FigureTile), m_time(new FigureTile),
      m_tokens(new FigureTile), m_save(new QPushButton(this))
{
    setObjectName(u"drill.verdict"_s);
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_headline->setFont(Theme::strong());
    m_headline->setObjectName(u"drill.headline"_s);
    m_seen->setForegroundRole(QPalette::PlaceholderText);
    m_save->setObjectName(u"drill.save"_s);
    m_save->setIcon(icons::icon(u"save"_s));

    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, Theme::Gap, 12, Theme::Gap);
    m_column->setSpacing(Theme::Gap);
    auto *head = new QHBoxLayout;
    head->addWidget(m_headline, 1);
    head->addWidget(m_save, 0, Qt::AlignTop);
    m_column->addLayout(head);
    m_column->addWidget(m_seen);
    m_column->addWidget(m_why);
    auto *row = new QWidget;
    row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *tiles = new QHBoxLayout(row);
    tiles->setContentsMargins({});
    tiles->setSpacing(12);
    const std::pair<FigureTile *, QString> figures[] = {{m_whole, u"drill.whole"_s}, {m_attempts, u"drill.attempts"_s}, {m_time, u"drill.time"_s}, {m_tokens, u"drill.tokens"_s}};
    for (const auto &[tile, name] : figures) {
        tile->setObjectName(name);
        tiles->addWidget(tile, 1);
    }
    m_column->addWidget(row);
    m_column->addStretch();
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    retranslate();
}

QString DrillVerdictView::headline() const { return m_headline->text(); }

void DrillVerdictView::present(const DrillReport &report, const std::optional<DrillReport> &before)
{
    m_report = report;
    m_before = before;
    say();
    ensureVisible(0, 0);
}

void DrillVerdictView::retranslate()
{
    setAccessibleName(tr("Verdict"));
    m_save->setText(tr("Save Report…"));
    m_whole->setTexts(tr("Whole answers"), tr("Requests whose client got a complete answer"));
    m_attempts->setTexts(tr("Attempts"), tr("Calls to the places of the chain, made by all requests together"));
    m_time->setTexts(tr("Usual time"), tr("Half of the requests took at most that long, from the request to its end"));
    m_tokens->setTexts(tr("Tokens"), tr("Tokens of the answers, as they were reported. Drills are not part of the usage."));
    if (m_report)
        say();
}

void DrillVerdictView::showFigures()
{
    const DrillFigures figures = figuresOf(*m_report);
    m_whole->setFigure(tr("%1 of %2").arg(words::count(figures.complete), words::count(figures.requests)),
                       figures.complete < figures.requests ? tr("%n not whole", nullptr, figures.requests - figures.complete)
                       : figures.rescued ? tr("%n not by the first attempt", nullptr, figures.rescued)
                                         : tr("none needed a rescue"),
                       figures.complete == figures.requests ? std::optional(Tone::Good) : Tone::Caution);
    m_attempts->setFigure(words::count(figures.attempts), figures.suspended.isEmpty() ? tr("No model was tripped") : tr("%n model(s) tripped", nullptr, int(figures.suspended.size())));
    m_time->setFigure(figures.medianMs ? words::duration(*figures.medianMs) : u"–"_s, figures.slowestMs ? tr("slowest %1").arg(words::duration(*figures.slowestMs)) : QString());
    const bool unknown = figures.tokens == 0 && figures.unknownAttempts > 0; // never 0 for what nobody told
    m_tokens->setFigure(unknown ? u"–"_s : words::count(figures.tokens), figures.unknownAttempts && !figures.lostTokens ? tr("%n attempt(s) unknown", nullptr, figures.unknownAttempts)
                                                                                                    : tr("%1 lost in failed attempts").arg(words::count(figures.lostTokens)));
}

QLabel *DrillVerdictView::line(const QString &text, QVBoxLayout *into)
{
    QLabel *label = wrapping(m_lines);
    label->setText(text);
    into->addWidget(label);
    return label;
}

void DrillVerdictView::say()
{
    const words::DrillVerdict verdict = words::drillVerdict(*m_report);
    // The label has marks of its own for what is not good.
    m_headline->say(verdict.status.tone == Tone::Good ? verdict.status.mark + u' ' + verdict.status.word : verdict.status.word, verdict.status.tone);
    m_seen->setText(verdict.seen);
    m_why->setText(verdict.why);
    m_why->setVisible(!verdict.why.isEmpty());
    showFigures();

    delete m_lines;
    m_lines = new QWidget;
    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins({});
    lines->setSpacing(4);
    const auto title = [&](const QString &text) {
        if (lines->count() > 0)
            lines->addSpacing(4);
        line(text, lines)->setFont(Theme::strong());
    };
    title(tr("Each place of the chain"));
    for (const Status &place : verdict.places) {
        if (place.tone != Tone::Bad) {
            line(place.mark + u' ' + place.word, lines)->setAccessibleName(place.word);
            continue;
        }
        auto *bad = new ToneLabel(m_lines);
        bad->say(place.word, place.tone);
        bad->setFont(font());
        lines->addWidget(bad);
    }
    title(tr("Circuit breakers of the drill"));
    for (const QString &breaker : verdict.breakers)
        line(breaker, lines);
    if (m_before) {
        title(tr("Compared with the drill of %1").arg(words::clockTime(words::toDateTime(m_before->began))));
        for (const QString &figure : words::drillComparison(*m_report, *m_before))
            line(figure, lines);
    }
    m_column->insertWidget(m_column->count() - 1, m_lines);
    QStringList all{verdict.status.word, verdict.seen, verdict.why};
    all.removeAll(QString());
    setAccessibleDescription(all.join(u' '));
}

} // namespace understudy
