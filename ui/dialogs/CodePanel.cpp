// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/CodePanel.h"

#include "dialogs/CodeHighlighter.h"
#include "dialogs/UsePanel.h"
#include "theme/Icons.h"
#include "theme/QtCompat.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Language.h"
#include "widgets/SecretClipboard.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimerEvent>
#include <QVBoxLayout>

#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Tab {
    SnippetLanguage language;
    const char *name; ///< a proper name, the same in every language
    const char *ending;
};
constexpr std::array tabs{Tab{SnippetLanguage::Curl, "Curl", "sh"}, Tab{SnippetLanguage::PowerShell, "PowerShell", "ps1"}, Tab{SnippetLanguage::Python, "Python", "py"},
                          Tab{SnippetLanguage::Node, "Node", "mjs"}, Tab{SnippetLanguage::DotEnv, ".env", "env"}};
constexpr int UseTab = int(tabs.size());
constexpr int FlashMs = 6000;

} // namespace

CodePanel::CodePanel(SecretClipboard &clipboard, QWidget *parent)
    : QWidget(parent), m_clipboard(clipboard), m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this)), m_text(new QPlainTextEdit(this)),
      m_highlighter(new CodeHighlighter(m_text->document())), m_use(new UsePanel(clipboard, this)), m_copy(new QPushButton(this)),
      m_copyWithKey(new QPushButton(this)), m_save(new QPushButton(this)), m_arrival(new ElidedLabel(this)), m_show(new QPushButton(this))
{
    m_tabs->setObjectName(u"viewCode.tabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const Tab &tab : tabs)
        m_tabs->addTab(QString::fromLatin1(tab.name));
    m_tabs->addTab({});
    m_text->setObjectName(u"viewCode.text"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(Theme::monospace());
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth); // no horizontal scroll bar; a line that is copied stays one
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setMinimumHeight(60);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_use);
    m_stack->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_stack->setMinimumHeight(60);
    const std::array<std::pair<QPushButton *, const char *>, 3> buttons{{{m_copy, "copy"}, {m_copyWithKey, "copyWithKey"}, {m_save, "saveAs"}}};
    for (const auto &[button, name] : buttons) {
        button->setObjectName(u"viewCode."_s + QLatin1StringView(name));
        button->setAutoDefault(false);
    }
    m_copy->setIcon(icons::icon(u"copy"_s));
    m_copyWithKey->setIcon(icons::icon(u"keys"_s));
    m_save->setIcon(icons::icon(u"save"_s));
    m_arrival->setObjectName(u"viewCode.arrival"_s);
    m_arrival->setForegroundRole(QPalette::PlaceholderText);
    m_arrival->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_arrival->setElideMode(Qt::ElideRight);
    m_arrival->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_show->setObjectName(u"viewCode.showExchange"_s);
    m_show->setAutoDefault(false);
    Style::setVariant(m_show, Style::Variant::Link);
    m_show->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Gap);
    for (QPushButton *button : {m_copy, m_copyWithKey, m_save})
        row->addWidget(button);
    row->addWidget(m_arrival, 1);
    row->addWidget(m_show);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::Gap);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    column->addLayout(row);

    connect(m_tabs, &QTabBar::currentChanged, this, &CodePanel::showText);
    connect(m_copy, &QPushButton::clicked, this, &CodePanel::copy);
    connect(m_copyWithKey, &QPushButton::clicked, this, &CodePanel::copyWithKey);
    connect(m_save, &QPushButton::clicked, this, &CodePanel::saveAs);
    connect(m_show, &QPushButton::clicked, this, [this] { emit showWished(m_exchangeId); });
    connect(m_use, &UsePanel::said, this, [this](const Message &message) {
        if (message.level == Message::Level::Success)
            flash(message.text);
        else
            emit said(message);
    });
    followLanguage(this, [this] { retranslate(); });
}

void CodePanel::retranslate()
{
    m_tabs->setAccessibleName(tr("Language of the code"));
    m_tabs->setTabText(UseTab, tr("Use in…"));
    m_text->setAccessibleName(tr("Code"));
    m_copy->setText(tr("Copy"));
    m_copyWithKey->setText(tr("Copy With Key"));
    m_copyWithKey->setToolTip(tr("The text with the gateway key filled in. The clipboard forgets it after 30 seconds."));
    m_save->setText(tr("Save As…"));
    m_show->setText(tr("Show"));
}

void CodePanel::setInput(const SnippetInput &input, const Secret &key)
{
    m_input = input;
    m_input.keyToFillIn.reset();
    m_key = key;
    m_use->setAccount({input.keyName, input.baseUrl, input.model, key});
    showText();
}

std::optional<SnippetLanguage> CodePanel::language() const
{
    const int tab = m_tabs->currentIndex();
    return tab >= 0 && tab < UseTab ? std::optional(tabs[size_t(tab)].language) : std::nullopt;
}

void CodePanel::showLanguage(SnippetLanguage language)
{
    for (int i = 0; i < UseTab; ++i) {
        if (tabs[size_t(i)].language == language)
            m_tabs->setCurrentIndex(i);
    }
}

QString CodePanel::text() const
{
    const std::optional<SnippetLanguage> shown = language();
    return shown ? snippet(*shown, m_input) : QString();
}

void CodePanel::showText()
{
    const std::optional<SnippetLanguage> shown = language();
    m_stack->setCurrentIndex(shown ? 0 : 1);
    for (QPushButton *button : {m_copy, m_copyWithKey, m_save})
        button->setVisible(shown.has_value());
    m_copyWithKey->setEnabled(!m_key.isEmpty());
    if (!shown)
        return;
    const QString code = text();
    if (m_text->toPlainText() == code)
        return;
    m_text->setPlainText(code);
    m_highlighter->setLanguage(*shown);
}

void CodePanel::copy()
{
    QGuiApplication::clipboard()->setText(text());
    flash(tr("Copied. Set OPENAI_API_KEY before you run it."));
}

void CodePanel::copyWithKey()
{
    const std::optional<SnippetLanguage> shown = language();
    if (!shown || m_key.isEmpty())
        return;
    SnippetInput input = m_input;
    input.keyToFillIn = m_key;
    m_clipboard.copy(Secret(snippet(*shown, input).toUtf8()));
    flash(tr("Copied. The clipboard forgets it after 30 seconds."));
}

void CodePanel::saveAs()
{
    const std::optional<SnippetLanguage> shown = language();
    if (!shown)
        return;
    const auto *tab = std::find_if(tabs.begin(), tabs.end(), [shown](const Tab &candidate) { return candidate.language == *shown; });
    auto *dialog = new QFileDialog(this, tr("Save the code"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(u"understudy-%1.%2"_s.arg(m_input.keyName, QLatin1StringView(tab->ending)));
    const QByteArray code = text().toUtf8(); // without the key: what was on the screen when the dialog opened
    connect(dialog, &QFileDialog::fileSelected, this, [this, code](const QString &path) { save(path, code); });
    dialog->open();
}

void CodePanel::save(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        flash(tr("Saved as %1, without the key.").arg(path));
    else
        emit said({Message::Level::Error, tr("Could not write %1: %2. Choose another folder.").arg(path, file.errorString()), {}, {}, 0});
}

void CodePanel::setArrival(const QString &text, const QString &exchangeId)
{
    if (text == m_arrivalText && exchangeId == m_exchangeId)
        return;
    m_arrivalText = text;
    m_exchangeId = exchangeId;
    m_flash.stop();
    showArrival();
    if (!exchangeId.isEmpty())
        compat::announce(m_arrival, text);
}

void CodePanel::showArrival()
{
    m_arrival->setFullText(m_arrivalText);
    m_arrival->setForegroundRole(m_exchangeId.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    m_show->setVisible(!m_exchangeId.isEmpty());
}

void CodePanel::flash(const QString &text)
{
    m_arrival->setFullText(u"✓ "_s + text);
    m_arrival->setForegroundRole(QPalette::WindowText);
    m_show->hide();
    m_flash.start(FlashMs, this);
    compat::announce(m_arrival, text);
}

void CodePanel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_flash.timerId())
        return QWidget::timerEvent(event);
    m_flash.stop();
    showArrival();
}

} // namespace understudy
