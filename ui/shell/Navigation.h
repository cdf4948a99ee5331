// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Wish.h"

#include <QTreeView>

#include <map>
#include <optional>

class QStandardItem;
class QStandardItemModel;

namespace understudy {

/// The tree at the left: the cloud console's words in its order, then ours. Always expanded; collapsible to icons.
class Navigation final : public QTreeView {
    Q_OBJECT

public:
    static constexpr int FullWidth = 224;
    static constexpr int IconWidth = 56;

    explicit Navigation(QWidget *parent = nullptr);

    void setCurrent(PageId page); ///< without chosen(); Welcome selects nothing
    /// A number behind the entry; 0 hides it. `sentence` is what it counts, for screen readers.
    void setBadge(PageId page, int count, const QString &sentence);
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }

    /// The pages in the order of Ctrl+1, Ctrl+2 …
    static const QList<PageId> &order();
    static QString label(PageId page);
    static QString iconName(PageId page);

signals:
    void chosen(understudy::PageId page);

private:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}
    void mousePressEvent(QMouseEvent *event) override;
    void retranslate();

    QStandardItemModel *m_model;
    QStandardItem *m_group = nullptr; ///< "Model configuration"
    std::map<PageId, QStandardItem *> m_items;
    bool m_collapsed = false;
    bool m_silent = false;
};

/// The word of a page in preferences, on the command line and in tests: "overview", "models", …
QString pageWord(PageId page);
std::optional<PageId> pageFromWord(QStringView word);

} // namespace understudy
