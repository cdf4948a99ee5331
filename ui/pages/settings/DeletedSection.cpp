// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/DeletedSection.h"

#include "console/Console.h"
#include "theme/Theme.h"
#include "widgets/ElidedLabel.h"
#include "widgets/EmptyState.h"
#include "widgets/Language.h"
#include "words/Quantities.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimerEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int KeptDays = 30;
constexpr int PatienceMs = 300; ///< without a word about loading

} // namespace

DeletedSection::DeletedSection(Console &console, QWidget *parent)
    : SettingsSection(u"deleted"_s, parent), m_console(console), m_intro(settingsText(this, true)), m_loading(new QLabel(this)),
      m_empty(new EmptyState(u"delete"_s, this)), m_failed(new EmptyState(u"error"_s, this))
{
    m_empty->setObjectName(u"settings.deleted.empty"_s);
    m_failed->setObjectName(u"settings.deleted.failed"_s);
    column()->addWidget(m_intro);
    m_group = addGroup();
    m_list = new QWidget;
    m_rows = new QVBoxLayout(m_list);
    m_rows->setContentsMargins(14, 4, 14, 4);
    m_rows->setSpacing(0);
    m_group->addContent(m_list);
    column()->addWidget(m_loading);
    column()->addWidget(m_empty, 1);
    column()->addWidget(m_failed, 1);
    column()->addStretch();
    connect(m_failed->primary(), &QPushButton::clicked, this, &DeletedSection::refresh);
    connect(&console, &Console::configurationChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    followLanguage(this, [this] { retranslate(); });
}

void DeletedSection::showEvent(QShowEvent *event)
{
    SettingsSection::showEvent(event);
    refresh();
}

void DeletedSection::refresh()
{
    m_error.reset();
    if (!m_objects)
        m_loadingTimer.start(PatienceMs, this);
    m_console.deleted(this, [this](const Result<QList<DeletedObject>> &objects) {
        m_loadingTimer.stop();
        if (objects)
            m_objects = *objects;
        else
            m_error = objects.error();
        retranslate();
    });
    retranslate();
}

void DeletedSection::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_loadingTimer.timerId())
        return SettingsSection::timerEvent(event);
    m_loadingTimer.stop();
    m_loading->show();
}

void DeletedSection::retranslate()
{
    m_intro->setText(tr("Deleted gateway access keys, call channels and providers can be brought back for %n day(s).", nullptr, KeptDays));
    m_loading->setText(tr("Loading…"));
    m_empty->setTexts(tr("Nothing deleted"), tr("What you delete waits here before it is gone for good."));
    m_failed->setTexts(tr("The list cannot be read"), m_error ? m_error->toString() : QString(), tr("Retry"));
    m_loading->hide();
    m_failed->setVisible(m_error.has_value());
    m_empty->setVisible(!m_error && m_objects && m_objects->isEmpty());
    m_group->setVisible(!m_error && m_objects && !m_objects->isEmpty());
    if (m_objects)
        show(*m_objects);
}

void DeletedSection::show(const QList<DeletedObject> &objects)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    QList<DeletedObject> newest = objects;
    std::stable_sort(newest.begin(), newest.end(), [](const DeletedObject &a, const DeletedObject &b) { return a.deletedAt > b.deletedAt; });
    for (const DeletedObject &object : std::as_const(newest))
        m_rows->addWidget(rowFor(object));
}

QWidget *DeletedSection::rowFor(const DeletedObject &object)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString kind = object.kind == DeletedObject::Kind::Key ? tr("Gateway access key")
        : object.kind == DeletedObject::Kind::Channel            ? tr("Call channel")
                                                                 : tr("Provider");
    const int left = std::max(0, KeptDays - int(object.deletedAt.daysTo(now)));
    auto *row = new QWidget(m_list);
    auto *name = new ElidedLabel(row);
    name->setFullText(object.name);
    auto *detail = new ElidedLabel(row);
    // What may be cut comes last.
    QStringList parts{kind, tr("%n day(s) left", nullptr, left), tr("deleted %1").arg(words::ago(object.deletedAt, now)), object.detail};
    parts.removeAll(QString());
    detail->setFullText(parts.join(u" · "_s));
    detail->setElideMode(Qt::ElideRight);
    detail->setFont(Theme::small());
    detail->setForegroundRole(QPalette::PlaceholderText);
    auto *button = new QPushButton(tr("Restore"), row);
    button->setObjectName(u"settings.deleted.restore."_s + object.id);
    button->setAccessibleName(tr("Restore %1 %2").arg(kind, object.name));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(name);
    texts->addWidget(detail);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 8, 0, 8);
    line->addLayout(texts, 1);
    line->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, object, button] { restore(object, button); });
    return row;
}

void DeletedSection::restore(const DeletedObject &object, QPushButton *button)
{
    button->setEnabled(false);
    const QPointer<QPushButton> pressed = button;
    m_console.restore(object, this, [this, object, pressed](const Result<void> &done) {
        if (pressed)
            pressed->setEnabled(true);
        if (done)
            emit said({Message::Level::Success, tr("“%1” is back.").arg(object.name), {}, {}, Message::UndoMs});
        else
            emit said({Message::Level::Error, tr("“%1” cannot be restored: %2").arg(object.name, done.error().toString()), {}, {}});
        refresh();
    });
}

} // namespace understudy
