// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialog for channels looks like; what it does is in ChannelDialog.cpp.
#include "dialogs/ChannelAdvanced.h"
#include "dialogs/ChannelDialog.h"
#include "dialogs/CredentialEdit.h"
#include "dialogs/FieldNoteLabel.h"
#include "dialogs/ModelChooser.h"
#include "dialogs/TestStages.h"
#include "console/Console.h"
#include "theme/Icons.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/MessageBar.h"
#include "words/Quantities.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize DialogSize{900, 640};
constexpr int TestWidth = 288;

QVBoxLayout *stacked(QLabel *title, QWidget *field, QWidget *note)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(title);
    column->addWidget(field);
    if (note)
        column->addWidget(note);
    title->setBuddy(field);
    return column;
}

} // namespace

void ChannelDialog::build(SecretClipboard *clipboard)
{
    m_bar = new MessageBar(this);
    m_pasteHint = new QLabel(this);
    m_pasteHint->setWordWrap(true);
    m_pasteHint->setTextFormat(Qt::PlainText);
    m_pasteHint->setObjectName(u"channel.pasted"_s);
    m_paste = new QPushButton(this);
    m_paste->setObjectName(u"channel.paste"_s);
    m_paste->setAutoDefault(false);
    m_paste->installEventFilter(this);
    auto *pasteCard = new QFrame(this);
    pasteCard->setFrameShape(QFrame::StyledPanel);
    Style::setVariant(pasteCard, Style::Variant::Card);
    auto *pasteRow = new QHBoxLayout(pasteCard);
    pasteRow->setContentsMargins(12, 8, 8, 8);
    pasteRow->addWidget(m_pasteHint, 1);
    pasteRow->addWidget(m_paste);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(Theme::WideGap);
    middle->addWidget(buildForm(clipboard), 1);
    middle->addWidget(buildTest());
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(u"channel.cancel"_s);
    m_cancel->setAutoDefault(false);
    m_save = new QPushButton(this);
    m_save->setObjectName(u"channel.save"_s);
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::WideGap, Theme::PageMargin, Theme::WideGap);
    column->setSpacing(12);
    column->addWidget(m_bar);
    column->addWidget(pasteCard);
    column->addLayout(middle, 1);
    column->addLayout(buttons);
    resize(DialogSize);
}

QWidget *ChannelDialog::buildForm(SecretClipboard *clipboard)
{
    auto *form = new QWidget;
    m_providerTitle = new QLabel(form);
    m_provider = new QComboBox(form);
    m_provider->setObjectName(u"channel.provider"_s);
    m_provider->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_provider->setMinimumContentsLength(12);
    m_nameTitle = new QLabel(form);
    m_name = new QLineEdit(form);
    m_name->setObjectName(u"channel.name"_s);
    m_nameNote = new FieldNoteLabel(m_name, form);
    m_newProvider = new QWidget(form);
    m_providerNameTitle = new QLabel(m_newProvider);
    m_providerName = new QLineEdit(m_newProvider);
    m_providerName->setObjectName(u"channel.providerName"_s);
    m_providerNameNote = new FieldNoteLabel(m_providerName, m_newProvider);
    m_newProvider->setLayout(stacked(m_providerNameTitle, m_providerName, m_providerNameNote));
    m_newProvider->layout()->setContentsMargins({});
    m_keyTitle = new QLabel(form);
    m_key = new CredentialEdit(clipboard, form);
    m_keyNote = new FieldNoteLabel(m_key->line(), form);
    m_urlTitle = new QLabel(form);
    m_url = new QLineEdit(form);
    m_url->setObjectName(u"channel.baseUrl"_s);
    m_url->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_urlNote = new FieldNoteLabel(m_url, form);
    m_modelsTitle = new QLabel(form);
    m_models = new ModelChooser(
        [this] {
            const ChannelDraft now = draft();
            Channel channel = now.channel;
            if (channel.id.isEmpty())
                channel.id = u"new-channel"_s;
            return m_console.listModels(channel, now.testProvider());
        },
        form);
    m_modelsNote = new FieldNoteLabel(m_models->view(), form);
    m_advanced = new ChannelAdvanced(form);

    auto *first = new QHBoxLayout;
    first->setSpacing(12);
    first->addLayout(stacked(m_providerTitle, m_provider, nullptr), 1);
    auto *name = stacked(m_nameTitle, m_name, m_nameNote);
    first->addLayout(name, 1);
    first->setAlignment(name, Qt::AlignTop);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(12);
    column->addLayout(first);
    column->addWidget(m_newProvider);
    column->addLayout(stacked(m_keyTitle, m_key, m_keyNote));
    column->addLayout(stacked(m_urlTitle, m_url, m_urlNote));
    column->addLayout(stacked(m_modelsTitle, m_models, m_modelsNote), 1);
    column->addWidget(m_advanced);
    m_modelsTitle->setBuddy(m_models->view());

    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(form);
    return m_scroll;
}

QWidget *ChannelDialog::buildTest()
{
    auto *card = new QFrame(this);
    card->setFrameShape(QFrame::StyledPanel);
    card->setFixedWidth(TestWidth);
    Style::setVariant(card, Style::Variant::Card);
    m_testTitle = new QLabel(card);
    m_testTitle->setFont(Theme::strong());
    m_testState = new QLabel(card);
    m_testState->setObjectName(u"channel.testState"_s);
    m_testState->setWordWrap(true);
    m_testState->setForegroundRole(QPalette::PlaceholderText);
    m_testState->setFont(Theme::small());
    m_stages = new TestStages(m_console);
    auto *scroll = new QScrollArea(card);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *stages = new QWidget;
    stages->setAutoFillBackground(false);
    auto *stagesColumn = new QVBoxLayout(stages);
    stagesColumn->setContentsMargins(0, 0, 4, 0);
    stagesColumn->addWidget(m_stages);
    stagesColumn->addStretch();
    scroll->setWidget(stages);
    stages->setAutoFillBackground(false); // QScrollArea::setWidget turns it on
    m_completion = new QCheckBox(card);
    m_completion->setObjectName(u"channel.testCompletion"_s);
    m_completion->setChecked(true);
    m_test = new QPushButton(card);
    m_test->setObjectName(u"channel.test"_s);
    m_test->setAutoDefault(false);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 14, 12, 14);
    column->setSpacing(Theme::Gap);
    column->addWidget(m_testTitle);
    column->addWidget(m_testState);
    column->addWidget(scroll, 1);
    column->addWidget(m_completion);
    column->addWidget(m_test);
    return card;
}

void ChannelDialog::connectFields()
{
    const auto field = [this](QLineEdit *edit, const QString &name) {
        connect(edit, &QLineEdit::textEdited, this, [this, name] {
            if (!m_touched.contains(name))
                m_touched.append(name);
        });
        connect(edit, &QLineEdit::textChanged, this, &ChannelDialog::changed);
    };
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameTouched = true; });
    field(m_name, u"name"_s);
    field(m_providerName, u"providerName"_s);
    field(m_url, u"url"_s);
    connect(m_url, &QLineEdit::editingFinished, this, [this] {
        const QUrl tidy = words::typedBaseUrl(m_url->text());
        if (tidy.isValid() && !tidy.isEmpty())
            m_url->setText(tidy.toString());
    });
    connect(m_provider, &QComboBox::activated, this, [this] {
        loadProvider(m_provider->currentData().toString());
        changed();
    });
    connect(m_key, &CredentialEdit::edited, this, &ChannelDialog::changed);
    connect(m_models, &ModelChooser::edited, this, [this] {
        if (!m_touched.contains(u"models"_s) && !m_loading)
            m_touched.append(u"models"_s);
        changed();
    });
    connect(m_advanced, &ChannelAdvanced::edited, this, &ChannelDialog::changed);
    connect(m_paste, &QPushButton::clicked, this, [this] { paste(QGuiApplication::clipboard()->text()); });
    connect(m_cancel, &QPushButton::clicked, this, &ChannelDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ChannelDialog::accept);
    connect(m_test, &QPushButton::clicked, this, &ChannelDialog::toggleTest);
    connect(m_stages, &TestStages::finished, this, [this](const TestMemo &memo) {
        m_tested = memo;
        if (m_editing && m_testedDraft == m_initial) {
            m_tests.remember(m_channel.id, memo);
            if (memo.passed)
                m_console.resetBreakers(m_channel.id);
        }
        showTestState();
    });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), this), &QShortcut::activated, this, &ChannelDialog::toggleTest);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this, &ChannelDialog::accept);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Enter), this), &QShortcut::activated, this, &ChannelDialog::accept);
}

void ChannelDialog::showPasted(const QString &text, bool warn)
{
    m_pasteHint->setText((warn ? u"▲ "_s : u"✓ "_s) + text);
    QPalette palette;
    palette.setColor(QPalette::WindowText, Theme::color(warn ? Tone::Caution : Tone::Good));
    m_pasteHint->setPalette(palette);
}

void ChannelDialog::showTestState()
{
    const bool running = m_stages->isRunning();
    m_test->setText(running ? tr("Cancel Test") : tr("Test Connection"));
    m_test->setIcon(icons::icon(running ? u"stop"_s : u"test"_s));
    m_models->setCanFetch(m_url->hasAcceptableInput() && !m_url->text().trimmed().isEmpty());
    QString text;
    if (running)
        text = tr("Testing with the values of the form…");
    else if (!m_tested)
        text = tr("Not tested. You can save without a test.");
    else if (m_tested->passed)
        text = tr("✓ Works, %1, tested %2").arg(words::duration(m_tested->took), words::ago(m_tested->when, QDateTime::currentDateTimeUtc()));
    else
        text = tr("✕ Failed at: %1, tested %2").arg(words::stageName(m_tested->failedAt), words::ago(m_tested->when, QDateTime::currentDateTimeUtc()));
    if (!running && m_tested && !(draft() == (m_testedDraft.channel.name.isEmpty() ? m_initial : m_testedDraft)))
        text += u' ' + tr("The form has changed since.");
    m_testState->setText(text);
}

void ChannelDialog::retranslate()
{
    const auto title = [](QLabel *label, QWidget *field, const QString &text) {
        label->setText(text);
        field->setAccessibleName(text);
    };
    setWindowTitle(m_editing ? tr("Edit call channel “%1”").arg(m_channel.name) : tr("Create call channel"));
    m_pasteHint->setText(tr("Have a curl command, an .env block, a base URL or a key? Copy it and paste it here: the fields fill themselves."));
    m_pasteHint->setPalette(QPalette());
    m_paste->setText(tr("Paste Anything"));
    m_paste->setToolTip(tr("Fills the fields from the clipboard; nothing is run or sent"));
    title(m_providerTitle, m_provider, tr("Provider"));
    title(m_nameTitle, m_name, tr("Channel name"));
    title(m_providerNameTitle, m_providerName, tr("Name of the provider"));
    title(m_keyTitle, m_key->line(), tr("API key"));
    m_key->setLabel(tr("API key"));
    title(m_urlTitle, m_url, tr("Base URL"));
    m_modelsTitle->setText(tr("Models that this channel opens"));
    if (const int own = m_provider->findData(QString()); own >= 0)
        m_provider->setItemText(own, tr("Another provider (your own) …"));
    m_testTitle->setText(tr("Connection test"));
    m_completion->setText(tr("Ask for one token (costs a little)"));
    m_test->setToolTip(tr("Tests with what the form holds now (Ctrl+T)"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(m_editing ? tr("Save") : tr("Create Channel"));
    m_save->setToolTip(tr("Ctrl+Enter"));
    checkFields(false);
    showTestState();
}

} // namespace understudy
