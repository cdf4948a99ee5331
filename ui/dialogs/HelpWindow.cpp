// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/HelpWindow.h"

#include "dialogs/HelpTopics.h"
#include "dialogs/PaletteList.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "widgets/Language.h"

#include <QAction>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextList>
#include <QTextTable>
#include <QUrl>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int ListWidth = 220;
constexpr int TopicRole = Qt::UserRole + 10; // behind those of PaletteList, whose delegate draws the topics

void dressHeading(QTextCursor &cursor, QTextBlockFormat &format, int level)
{
    QFont font = Theme::heading();
    if (level > 1)
        font = Theme::strong();
    QTextCharFormat chars;
    chars.setFont(font, QTextCharFormat::FontPropertiesSpecifiedOnly);
    if (level > 1)
        chars.setFontPointSize(font.pointSizeF() * 1.1);
    cursor.select(QTextCursor::BlockUnderCursor);
    cursor.mergeCharFormat(chars);
    format.setTopMargin(level == 1 ? 0 : 20);
    format.setBottomMargin(level == 1 ? 12 : 6);
}

/// Lines between the rows, none around.
void dressTable(QTextTable *table)
{
    QTextTableFormat format = table->format();
    format.setBorder(0);
    format.setCellPadding(0);
    format.setCellSpacing(0);
    format.setTopMargin(4);
    format.setBottomMargin(16);
    table->setFormat(format);
    for (int row = 0; row < table->rows(); ++row) {
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell cell = table->cellAt(row, column);
            QTextTableCellFormat line = cell.format().toTableCellFormat();
            line.setTopPadding(5);
            line.setBottomPadding(4);
            line.setRightPadding(16);
            line.setBottomBorder(1);
            line.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            line.setBottomBorderBrush(Theme::color(Tone::Hairline));
            cell.setFormat(line);
        }
    }
}

void dressCode(QTextDocument *document)
{
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (!fragment.charFormat().fontFixedPitch())
                continue;
            QTextCursor cursor(document);
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            QTextCharFormat code;
            code.setFontFamilies(Theme::monospace().families());
            cursor.mergeCharFormat(code);
        }
    }
}

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QWidget(parent, Qt::Window), m_needle(new QLineEdit(this)), m_list(new QListWidget(this)), m_none(new QLabel(this)), m_text(new QTextBrowser(this))
{
    setObjectName(u"help"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *side = new QVBoxLayout;
    side->setContentsMargins(Theme::WideGap, Theme::WideGap, Theme::WideGap, Theme::WideGap);
    side->setSpacing(Theme::Gap);
    m_needle->setObjectName(u"help.search"_s);
    m_needle->setClearButtonEnabled(true);
    m_needle->addAction(icons::icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_needle->installEventFilter(this);
    m_needle->setFixedWidth(ListWidth);
    side->addWidget(m_needle);
    m_list->setObjectName(u"help.topics"_s);
    m_list->setFixedWidth(ListWidth);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    side->addWidget(m_list, 1);
    m_none->setObjectName(u"help.none"_s);
    m_none->setWordWrap(true);
    m_none->setFixedWidth(ListWidth);
    m_none->hide();
    side->addWidget(m_none);
    side->addStretch();
    row->addLayout(side);
    m_text->setObjectName(u"help.text"_s);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    row->addWidget(m_text, 1);
    setTabOrder(m_needle, m_list);
    setTabOrder(m_list, m_text);

    connect(m_needle, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && item->data(TopicRole).toString() != m_topic)
            showTopic(item->data(TopicRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    const auto shortcut = [this](const QKeySequence &keys, auto does) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, does);
        addAction(action);
    };
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_needle->setFocus();
        m_needle->selectAll();
    });
    shortcut(QKeySequence(Qt::Key_Escape), [this] { close(); });
    followLanguage(this, [this] {
        setWindowTitle(tr("Understudy Help"));
        m_needle->setPlaceholderText(tr("Search the help"));
        m_needle->setAccessibleName(tr("Search the help"));
        m_list->setAccessibleName(tr("Topics"));
        m_text->setAccessibleName(tr("Help text"));
        search(m_needle->text());
        showTopic(help::topicFor(m_topic));
    });
    resize(900, 640);
}

void HelpWindow::openTopic(const QString &id)
{
    m_needle->clear();
    showTopic(help::topicFor(id));
    show();
    raise();
    activateWindow();
    m_text->setFocus();
}

void HelpWindow::search(const QString &needle)
{
    const QStringList found = help::search(needle, help::currentLanguage());
    fillList(found);
    m_none->setText(found.isEmpty() ? tr("No topic contains “%1”.").arg(needle) : QString());
    m_none->setVisible(found.isEmpty());
    m_list->setVisible(!found.isEmpty());
    if (!found.isEmpty() && !found.contains(m_topic))
        showTopic(found.first());
    mark();
}

void HelpWindow::fillList(const QStringList &topics)
{
    const QSignalBlocker silent(m_list);
    m_list->clear();
    for (const QString &topic : topics) {
        auto *item = new QListWidgetItem(help::title(topic, help::currentLanguage()), m_list);
        item->setData(TopicRole, topic);
        item->setToolTip(item->text());
        if (topic == m_topic)
            m_list->setCurrentItem(item);
    }
}

void HelpWindow::showTopic(const QString &topic, const QString &anchor)
{
    m_topic = topic;
    m_text->document()->setDefaultFont(font());
    m_text->setMarkdown(help::text(topic, help::currentLanguage()));
    dress();
    m_text->verticalScrollBar()->setValue(0);
    if (!anchor.isEmpty())
        m_text->scrollToAnchor(anchor);
    const QSignalBlocker silent(m_list);
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(TopicRole).toString() == topic)
            m_list->setCurrentRow(i);
    }
    mark();
}

/// Qt's markdown has no margins to speak of; a page to read needs some.
void HelpWindow::dress()
{
    QTextDocument *document = m_text->document();
    document->setDocumentMargin(28);
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(140, QTextBlockFormat::ProportionalHeight);
        if (const int level = format.headingLevel(); level > 0) {
            dressHeading(cursor, format, level);
        } else if (format.hasProperty(QTextFormat::BlockCodeFence) || format.hasProperty(QTextFormat::BlockCodeLanguage)) {
            format.setBackground(palette().color(QPalette::AlternateBase));
            format.setLeftMargin(12);
            format.setNonBreakableLines(false);
        } else {
            const QTextList *list = block.textList();
            const bool last = list && block.next().textList() != list;
            format.setBottomMargin(list && !last ? 3 : cursor.currentTable() ? 0 : 10);
        }
        QTextCursor(block).setBlockFormat(format);
    }
    dressCode(document);
    const QList<QTextFrame *> frames = document->rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        if (auto *table = qobject_cast<QTextTable *>(frame))
            dressTable(table);
    }
}

/// What was searched, in the text.
void HelpWindow::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QStringList words = m_needle->text().simplified().split(u' ', Qt::SkipEmptyParts);
    int first = -1;
    for (const QString &word : words) {
        for (QTextCursor at = m_text->document()->find(word); !at.isNull(); at = m_text->document()->find(word, at)) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = at;
            mark.format.setBackground(Theme::color(Tone::Accent));
            mark.format.setForeground(Theme::color(Tone::AccentText));
            marks.append(mark);
            if (first < 0 || at.selectionStart() < first)
                first = at.selectionStart();
        }
    }
    m_text->setExtraSelections(marks);
    if (first >= 0) {
        QTextCursor cursor(m_text->document());
        cursor.setPosition(first);
        m_text->setTextCursor(cursor);
        m_text->ensureCursorVisible();
    }
}

void HelpWindow::follow(const QUrl &link)
{
    if (link.scheme() == "http"_L1 || link.scheme() == "https"_L1)
        QDesktopServices::openUrl(link);
    else if (link.path().endsWith(".md"_L1))
        openTopic(link.path().chopped(3));
}

bool HelpWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_needle && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Down || key == Qt::Key_Up) && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1), 0, m_list->count() - 1));
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_list->count() > 0) {
            m_text->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void HelpWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The page carries colours and fonts of the theme in it.
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && !m_topic.isEmpty())
        showTopic(m_topic);
}

} // namespace understudy
