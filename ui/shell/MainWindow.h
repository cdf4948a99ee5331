// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"
#include "widgets/Page.h"

#include <QWidget>

#include <functional>
#include <map>

class QStackedWidget;

namespace understudy {

class Actions;
class HeaderStrip;
class MessageBar;
class Navigation;
class Preferences;
class StateNotice;

/// The frame: header, navigation, one page at a time, messages above it. It knows no page by name and fulfils no wish; Wiring does.
/// Pages are made when they are first shown.
class MainWindow final : public QWidget {
    Q_OBJECT

public:
    static constexpr QSize Smallest{1024, 640};
    using MakePage = std::function<Page *()>;

    /// `console` and `preferences` outlive it.
    MainWindow(Console &console, Preferences &preferences);
    ~MainWindow() override;

    void addPage(PageId page, MakePage make);
    void showPage(PageId page, const QString &id = {});
    PageId currentPage() const { return m_page; }
    Page *page(PageId page) const; ///< nullptr until it was first shown

    void say(const Message &message);
    void showAndRaise();
    Actions &actions() { return *m_actions; }
    HeaderStrip &header() { return *m_header; }
    Navigation &navigation() { return *m_navigation; }
    StateNotice &notice() { return *m_notice; }

signals:
    void wished(const understudy::Wish &wish);
    void closeWished(); ///< by the window's own button or the keyboard; the window stays until somebody hides it
    void visibilityChanged(bool visible);

private:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void connectActions();
    void collapse(bool collapsed);
    void showState();
    void restoreGeometryOnce();
    void retitle();

    Console &m_console;
    Preferences &m_preferences;
    HeaderStrip *m_header;
    Navigation *m_navigation;
    StateNotice *m_notice;
    MessageBar *m_messages;
    QStackedWidget *m_pages;
    Actions *m_actions;
    std::map<PageId, MakePage> m_makers;
    std::map<PageId, Page *> m_made;
    PageId m_page = PageId::Overview;
    bool m_geometryRestored = false;
};

} // namespace understudy
