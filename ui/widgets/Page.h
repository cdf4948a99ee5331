// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Message.h"
#include "widgets/Wish.h"

#include <QWidget>

namespace understudy {

/// A page of the main window. It takes what it needs in its constructor, shows it, and emits wishes; it opens no dialog of
/// another page and changes nothing but through Console. Texts follow QEvent::LanguageChange (widgets/Language.h).
///
/// A page that is not visible does no work: it catches up in showEvent.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    virtual void refresh() {}                  ///< F5
    virtual void createNew() {}                ///< Ctrl+N: the new thing of this page
    virtual QWidget *filterField() const { return nullptr; } ///< Ctrl+F goes there
    virtual void focusOn(const QString &id) { Q_UNUSED(id) } ///< Wish::id of ShowPage
    virtual QString helpTopic() const { return QStringLiteral("start"); } ///< F1

signals:
    void wished(const understudy::Wish &wish);
    void said(const understudy::Message &message);
};

} // namespace understudy
