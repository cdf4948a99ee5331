// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/HeadersEdit.h"

#include "configuration/Rules.h"
#include "dialogs/FieldNoteLabel.h"
#include "theme/Icons.h"
#include "theme/Style.h"
#include "widgets/Language.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace understudy {

using namespace Qt::StringLiterals;

struct HeadersEdit::Row {
    HttpHeader stored; ///< its value stays while none is typed
    QWidget *widget;
    QLineEdit *name;
    QLineEdit *value;
    QToolButton *remove;

    HttpHeader header() const
    {
        const QByteArray typed = value->text().toUtf8();
        return {name->text().trimmed().toUtf8(), typed.isEmpty() ? stored.value : typed};
    }
};

HeadersEdit::HeadersEdit(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout), m_add(new QPushButton(icons::icon(u"add"_s), {}, this)), m_note(new FieldNoteLabel(m_add, this))
{
    m_add->setObjectName(u"channel.addHeader"_s);
    m_add->setAutoDefault(false);
    Style::setVariant(m_add, Style::Variant::Link);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(4);
    all->addLayout(m_column);
    all->addWidget(m_note);
    all->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_rows.last()->name->setFocus();
    });
    followLanguage(this, [this] { retranslate(); });
}

HeadersEdit::~HeadersEdit() { qDeleteAll(m_rows); }

void HeadersEdit::setHeaders(const HttpHeaders &headers)
{
    for (Row *row : std::as_const(m_rows))
        delete row->widget;
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const HttpHeader &header : headers)
        addRow(header);
}

void HeadersEdit::addRow(const HttpHeader &stored)
{
    auto *widget = new QWidget(this);
    auto *row = new Row{stored, widget, new QLineEdit(QString::fromLatin1(stored.name), widget), new QLineEdit(widget), new QToolButton(widget)};
    row->name->setObjectName(u"channel.headerName"_s);
    row->value->setObjectName(u"channel.headerValue"_s);
    row->remove->setObjectName(u"channel.removeHeader"_s);
    row->value->setEchoMode(QLineEdit::Password);
    row->value->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText);
    row->remove->setAutoRaise(true);
    row->remove->setIcon(icons::icon(u"delete"_s));
    auto *line = new QHBoxLayout(widget);
    line->setContentsMargins({});
    line->addWidget(row->name, 2);
    line->addWidget(row->value, 3);
    line->addWidget(row->remove);
    m_column->addWidget(widget);
    m_rows.append(row);
    for (QLineEdit *edit : {row->name, row->value}) {
        connect(edit, &QLineEdit::textEdited, this, [this] {
            m_note->setNote({});
            emit edited();
        });
    }
    connect(row->remove, &QToolButton::clicked, this, [this, row] {
        m_rows.removeOne(row);
        row->widget->hide();
        row->widget->deleteLater(); // its button is what was pressed
        delete row;
        m_add->setEnabled(true);
        emit edited();
    });
    m_add->setEnabled(m_rows.size() < MostHeaders);
    retranslate();
    emit edited();
}

HttpHeaders HeadersEdit::headers() const
{
    HttpHeaders headers;
    for (const Row *row : m_rows) {
        const HttpHeader header = row->header();
        if (!header.name.isEmpty() || !header.value.isEmpty())
            headers.append(header);
    }
    return headers;
}

bool HeadersEdit::check()
{
    const HttpHeaders all = headers();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const words::FieldNote note = words::headerNote(all, i);
        if (note.blocks()) {
            m_note->setNote(note);
            return false;
        }
    }
    m_note->setNote({});
    return true;
}

void HeadersEdit::retranslate()
{
    m_add->setText(tr("Add Header"));
    for (Row *row : std::as_const(m_rows)) {
        row->name->setPlaceholderText(tr("Name"));
        row->name->setAccessibleName(tr("Name of the header"));
        row->value->setPlaceholderText(row->stored.value.isEmpty() ? tr("Value") : tr("Stored; type to replace"));
        row->value->setAccessibleName(tr("Value of the header"));
        row->remove->setToolTip(tr("Remove this header"));
        row->remove->setAccessibleName(tr("Remove this header"));
    }
}

} // namespace understudy
