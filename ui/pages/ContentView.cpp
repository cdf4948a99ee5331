// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/ContentView.h"

#include "exports/HarWriter.h"
#include "exports/StreamText.h"
#include "theme/Theme.h"
#include "words/Quantities.h"

#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace understudy {

using namespace Qt::StringLiterals;

ContentView::ContentView(const QString &name, QWidget *parent) : QStackedWidget(parent), m_text(new QPlainTextEdit), m_why(new QLabel), m_button(new QPushButton)
{
    m_text->setObjectName(name);
    m_text->setReadOnly(true);
    m_text->setFont(Theme::monospace());
    m_text->setTabChangesFocus(true);
    m_why->setObjectName(name + u".nothing"_s);
    m_why->setWordWrap(true);
    m_why->setAlignment(Qt::AlignCenter);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    m_button->setObjectName(name + u".record"_s);
    auto *nothing = new QWidget;
    auto *column = new QVBoxLayout(nothing);
    column->addStretch();
    column->addWidget(m_why);
    column->addSpacing(4);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch();
    addWidget(nothing);
    addWidget(m_text);
}

QString ContentView::laidOut(const QByteArray &content)
{
    if (const QJsonDocument json = QJsonDocument::fromJson(content); !json.isNull())
        return QString::fromUtf8(json.toJson(QJsonDocument::Indented)).trimmed();
    if (const std::optional<QString> said = textOfStream(content))
        return *said;
    if (const std::optional<QString> text = asText(content))
        return *text;
    return tr("%1 that are not text").arg(words::bytes(content.size()));
}

void ContentView::show(const QByteArray &content, const QString &accessibleName)
{
    m_text->setAccessibleName(accessibleName);
    m_readable = laidOut(content);
    m_sent = asText(content);
    say();
    setCurrentWidget(m_text);
}

void ContentView::setRaw(bool raw)
{
    if (std::exchange(m_raw, raw) != raw)
        say();
}

bool ContentView::hasTwoForms() const { return m_sent && *m_sent != m_readable; }

void ContentView::say()
{
    const QString &text = m_raw && m_sent ? *m_sent : m_readable;
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
}

void ContentView::sayNothing(const QString &why, const QString &button)
{
    m_why->setText(why);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_readable.clear();
    m_sent.reset();
    say();
    setCurrentIndex(0);
}

} // namespace understudy
