// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ListStates.h"

#include "widgets/EmptyState.h"
#include "widgets/Language.h"

#include <QLabel>
#include <QPushButton>
#include <QTimerEvent>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// For people who report it; the sentence above it is for those who mend it.
QString kindWord(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid: return u"invalid"_s;
    case ErrorKind::NotFound: return u"not_found"_s;
    case ErrorKind::Conflict: return u"conflict"_s;
    case ErrorKind::Denied: return u"denied"_s;
    case ErrorKind::Unavailable: return u"unavailable"_s;
    case ErrorKind::Internal: return u"internal"_s;
    }
    return {};
}

} // namespace

ListStates::ListStates(const QString &name, const QString &emptyIcon, QWidget *parent)
    : QStackedWidget(parent), m_loading(new QLabel(this)), m_empty(new EmptyState(emptyIcon, this)), m_failed(new EmptyState(u"error"_s, this))
{
    m_empty->setObjectName(name + u".empty"_s);
    m_failed->setObjectName(name + u".error"_s);
    m_loading->setAlignment(Qt::AlignCenter);
    m_loading->setForegroundRole(QPalette::PlaceholderText);
    addWidget(m_loading);
    addWidget(m_empty);
    addWidget(m_failed);
    connect(m_failed->primary(), &QPushButton::clicked, this, &ListStates::retried);
    connect(m_failed->secondary(), &QPushButton::clicked, this, [this] {
        m_details = !m_details;
        sayError();
    });
    followLanguage(this, [this] { sayError(); });
}

void ListStates::setContent(QWidget *content)
{
    m_content = content;
    addWidget(content);
    setCurrentWidget(content);
}

void ListStates::go(QWidget *state)
{
    m_patience.stop();
    if (currentWidget() == state)
        return;
    // Whoever had the focus in what disappears must not be thrown to the other end of the window.
    const bool inside = currentWidget() && currentWidget()->isAncestorOf(focusWidget());
    setCurrentWidget(state);
    if (inside && !currentWidget()->isAncestorOf(focusWidget()))
        currentWidget()->setFocus();
}

void ListStates::showContent() { go(m_content); }
void ListStates::showEmpty() { go(m_empty); }

void ListStates::showLoading(const QString &text)
{
    m_loading->setText(text);
    if (currentWidget() != m_loading && !m_patience.isActive())
        m_patience.start(PatienceMs, this);
}

void ListStates::showError(const QString &title, const Error &error)
{
    m_errorTitle = title;
    m_error = error;
    m_details = false;
    sayError();
    go(m_failed);
}

ListStates::State ListStates::state() const
{
    const QWidget *now = currentWidget();
    return now == m_loading ? State::Loading : now == m_empty ? State::Empty : now == m_failed ? State::Failed : State::Content;
}

void ListStates::sayError()
{
    QString sentence = m_error.text;
    if (m_details)
        sentence += u"\n\n"_s + tr("Kind: %1").arg(kindWord(m_error.kind)) + (m_error.where.isEmpty() ? QString() : u"\n"_s + tr("Where: %1").arg(m_error.where));
    m_failed->setTexts(m_errorTitle, sentence, tr("Retry"), m_details ? tr("Hide Details") : tr("Details"));
}

void ListStates::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_patience.timerId())
        return QStackedWidget::timerEvent(event);
    go(m_loading);
}

} // namespace understudy
