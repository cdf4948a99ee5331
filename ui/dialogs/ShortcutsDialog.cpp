// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ShortcutsDialog.h"

#include "dialogs/PaletteEntries.h"
#include "theme/Theme.h"
#include "widgets/Language.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// Keys, drawn like a key.
class KeyCap final : public QLabel {
public:
    explicit KeyCap(const QString &keys) : QLabel(keys)
    {
        setFont(Theme::small());
        setContentsMargins(8, 3, 8, 3);
        setAlignment(Qt::AlignCenter);
    }

private:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Theme::color(Tone::Hairline));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        QLabel::paintEvent(event);
    }
};

QString keysOf(const QAction *action)
{
    QStringList all;
    const QList<QKeySequence> shortcuts = action->shortcuts();
    for (const QKeySequence &keys : shortcuts) {
        if (!keys.isEmpty())
            all.append(keys.toString(QKeySequence::NativeText));
    }
    return all.join(u" / "_s);
}

enum class Place { Pages, Page, Gateway, Window, Other };

Place placeOf(const QAction *action)
{
    static const QStringList page{u"new"_s, u"filter"_s, u"refresh"_s, u"undo"_s};
    static const QStringList gateway{u"copyUrl"_s, u"toggle"_s, u"demo"_s, u"removeDemo"_s, u"import"_s, u"export"_s};
    const QString name = action->objectName().section(u'.', 1);
    if (action->objectName().startsWith("action.page."_L1))
        return Place::Pages;
    if (page.contains(name))
        return Place::Page;
    if (gateway.contains(name))
        return Place::Gateway;
    return action->objectName().startsWith("action."_L1) ? Place::Window : Place::Other;
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ShortcutsDialog)
};

QString titleOf(Place place)
{
    switch (place) {
    case Place::Pages: return Words::tr("Pages");
    case Place::Page: return Words::tr("On this page");
    case Place::Gateway: return Words::tr("Gateway");
    case Place::Window: return Words::tr("Window");
    case Place::Other: return Words::tr("More");
    }
    return {};
}

QList<QAction *> alive(const QList<QPointer<QAction>> &actions)
{
    QList<QAction *> out;
    for (const QPointer<QAction> &action : actions) {
        if (action)
            out.append(action);
    }
    return out;
}

} // namespace

QList<ShortcutGroup> shortcutGroups(const QList<QAction *> &actions, const QList<QAction *> &ofPage)
{
    QList<ShortcutGroup> groups;
    for (const Place place : {Place::Pages, Place::Page, Place::Gateway, Place::Window, Place::Other}) {
        ShortcutGroup group{titleOf(place), {}};
        QList<QAction *> from = actions;
        if (place == Place::Page)
            from += ofPage;
        for (const QAction *action : std::as_const(from)) {
            const bool here = ofPage.contains(action) ? place == Place::Page : placeOf(action) == place;
            const QString keys = keysOf(action);
            if (here && action->isVisible() && !keys.isEmpty() && !action->text().isEmpty())
                group.lines.append({plainText(action->text()), keys});
        }
        if (!group.lines.isEmpty())
            groups.append(group);
    }
    return groups;
}

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, const QList<QAction *> &ofPage, QWidget *parent)
    : QDialog(parent), m_actions(actions.begin(), actions.end()), m_ofPage(ofPage.begin(), ofPage.end()), m_heading(new QLabel(this))
{
    setObjectName(u"shortcuts"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::PageMargin, Theme::PageMargin, Theme::WideGap);
    column->setSpacing(Theme::WideGap);
    m_heading->setFont(Theme::heading());
    column->addWidget(m_heading);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *holder = new QWidget(scroll);
    m_place = new QVBoxLayout(holder);
    m_place->setContentsMargins(0, 0, Theme::Gap, 0);
    scroll->setWidget(holder);
    column->addWidget(scroll, 1);
    auto *buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setObjectName(u"shortcuts.close"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    followLanguage(this, [this] {
        setWindowTitle(tr("Keyboard shortcuts"));
        m_heading->setText(windowTitle());
        m_close->setText(tr("Close"));
        // The actions' own texts change with the same event, perhaps after this.
        QTimer::singleShot(0, this, [this] { fill(); });
    });
    fill();
    resize(680, 560);
}

void ShortcutsDialog::fill()
{
    delete m_content;
    m_content = new QWidget;
    auto *columns = new QHBoxLayout(m_content);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(2 * Theme::WideGap);
    QGridLayout *sides[2];
    for (QGridLayout *&side : sides) {
        side = new QGridLayout;
        side->setHorizontalSpacing(Theme::WideGap);
        side->setVerticalSpacing(6);
        side->setColumnStretch(0, 1);
        columns->addLayout(side, 1);
    }
    const QList<ShortcutGroup> groups = shortcutGroups(alive(m_actions), alive(m_ofPage));
    for (const ShortcutGroup &group : groups) {
        QGridLayout *side = sides[0]->rowCount() <= sides[1]->rowCount() ? sides[0] : sides[1];
        int row = side->rowCount();
        auto *title = new QLabel(group.title);
        title->setFont(Theme::strong());
        title->setContentsMargins(0, row > 1 ? Theme::WideGap : 0, 0, 2);
        side->addWidget(title, row++, 0, 1, 2);
        for (const ShortcutLine &line : group.lines) {
            auto *text = new QLabel(line.text);
            text->setWordWrap(true);
            side->addWidget(text, row, 0);
            side->addWidget(new KeyCap(line.keys), row++, 1, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    for (QGridLayout *side : sides)
        side->setRowStretch(side->rowCount(), 1);
    m_place->addWidget(m_content, 1);
}

} // namespace understudy
