// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FilterEdit.h"

#include "theme/Theme.h"
#include "words/FilterWords.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QDateTime>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int ProposalRole = Qt::UserRole + 1;
constexpr int ListWidth = 380;

FilterMoment momentNow() { return {WallTime(Milliseconds(QDateTime::currentMSecsSinceEpoch())), QTimeZone::systemTimeZone()}; }

} // namespace

FilterEdit::FilterEdit(QWidget *parent) : QLineEdit(parent), m_completer(new QCompleter(this)), m_proposals(new QStandardItemModel(this))
{
    m_completer->setModel(m_proposals);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(MostProposals);
    m_completer->setCompletionRole(Qt::DisplayRole);
    m_completer->popup()->setObjectName(u"log.proposals"_s);
    m_completer->popup()->setTextElideMode(Qt::ElideRight);
    connect(this, &QLineEdit::textChanged, this, &FilterEdit::read);
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::propose);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) { take(index.data(ProposalRole).toString()); });
}

void FilterEdit::reread() { read(); }

void FilterEdit::read()
{
    const auto parsed = parseFilter(text(), momentNow());
    const std::optional<FilterProblem> before = m_problem;
    if (const auto *problem = std::get_if<FilterProblem>(&parsed)) {
        m_problem = *problem;
    } else {
        m_problem.reset();
        const auto &expression = std::get<FilterExpression>(parsed);
        if (expression != m_expression) {
            m_expression = expression;
            emit expressionChanged();
        }
    }
    if (m_problem != before)
        emit problemChanged();
    update();
}

void FilterEdit::addTerm(const FilterTerm &term)
{
    const QString added = toText(term), present = text().trimmed();
    if ((u' ' + present + u' ').contains(u' ' + added + u' '))
        return;
    setText(present.isEmpty() ? added : present + u' ' + added);
}

void FilterEdit::propose()
{
    m_open = completeFilter(text(), cursorPosition(), m_names ? m_names() : FilterNames());
    const bool nothing = m_open.length == 0 && (m_open.at == 0 || text()[m_open.at - 1].isSpace());
    if (m_open.proposals.isEmpty() || (nothing && sender() == this)) { // between two words nobody has asked
        m_completer->popup()->hide();
        return;
    }
    m_proposals->clear();
    for (const FilterProposal &one : std::as_const(m_open.proposals)) {
        const QString meaning = one.isField ? words::filterFieldText(one.field) : QString();
        auto *item = new QStandardItem(meaning.isEmpty() ? one.text : one.text + u"   "_s + meaning);
        item->setData(one.text, ProposalRole);
        m_proposals->appendRow(item);
    }
    QRect below = cursorRect();
    below.setWidth(ListWidth);
    below.setHeight(height() - below.top());
    m_completer->complete(below);
}

void FilterEdit::take(const QString &proposal)
{
    const QString before = text();
    const bool goesOn = proposal.endsWith(u':') || proposal.endsWith(u'>');
    const QString after = before.left(m_open.at) + proposal + (goesOn ? QString() : u" "_s);
    setText(after + (goesOn ? before.mid(m_open.at + m_open.length) : before.mid(m_open.at + m_open.length).trimmed()));
    setCursorPosition(int(after.size()));
    if (goesOn)
        QMetaObject::invokeMethod(this, &FilterEdit::propose, Qt::QueuedConnection);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    const bool asks = (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) || (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier);
    if (asks && !m_completer->popup()->isVisible()) {
        propose();
        return event->accept();
    }
    QLineEdit::keyPressEvent(event);
}

void FilterEdit::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        m_completer->popup()->hide();
    QLineEdit::focusOutEvent(event);
}

void FilterEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_problem && text().trimmed().isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::color(m_problem ? Tone::Bad : Tone::Good), 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::Radius, Theme::Radius);
}

} // namespace understudy
