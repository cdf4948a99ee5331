// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ImportDialog.h"

#include "configuration/ConfigurationFile.h"
#include "console/Console.h"
#include "models/ImportModel.h"
#include "theme/Icons.h"
#include "theme/QtCompat.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/EmptyState.h"
#include "widgets/Language.h"
#include "widgets/MessageBar.h"
#include "words/Quantities.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTreeView>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

enum Step { Source, Preview };
constexpr QSize DialogSize(680, 500);
constexpr int WhatWidth = 250;
constexpr int BeforeWidth = 120;

} // namespace

ImportDialog::ImportDialog(Console &console, const QString &pasted, QWidget *parent)
    : QDialog(parent), m_console(console), m_bar(new MessageBar(this)), m_steps(new QStackedWidget(this)), m_model(new ImportModel(this)),
      m_back(new QPushButton(this)), m_cancel(new QPushButton(this)), m_next(new QPushButton(this))
{
    setObjectName(u"import"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(DialogSize);
    m_steps->addWidget(buildSource());
    m_steps->addWidget(buildPreview());
    m_back->setObjectName(u"import.back"_s);
    m_cancel->setObjectName(u"import.cancel"_s);
    m_next->setObjectName(u"import.next"_s);
    m_back->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_next->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::PageMargin, Theme::PageMargin, Theme::WideGap);
    column->setSpacing(12);
    column->addWidget(m_bar);
    column->addWidget(m_steps, 1);
    column->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::back);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, this, [this] { m_steps->currentIndex() == Source ? preview() : apply(); });
    connect(m_model, &ImportModel::takenChanged, this, &ImportDialog::follow);
    followLanguage(this, [this] { retranslate(); });
    if (!pasted.isEmpty())
        m_paste->setPlainText(pasted);
    follow();
    m_choose->setFocus();
}

QWidget *ImportDialog::buildSource()
{
    auto *page = new QWidget;
    m_intro = new QLabel(page);
    m_intro->setWordWrap(true);
    m_choose = new QPushButton(icons::icon(u"upload"_s), QString(), page);
    m_choose->setObjectName(u"import.choose"_s);
    m_choose->setAutoDefault(false);
    m_chosen = new QLabel(page);
    m_chosen->setTextFormat(Qt::PlainText);
    m_chosen->setForegroundRole(QPalette::PlaceholderText);
    m_pasteLabel = new QLabel(page);
    m_paste = new QPlainTextEdit(page);
    m_paste->setObjectName(u"import.paste"_s);
    m_paste->setFont(Theme::monospace());
    m_paste->setTabChangesFocus(true);
    m_pasteLabel->setBuddy(m_paste);
    m_passphraseLabel = new QLabel(page);
    m_passphrase = new QLineEdit(page);
    m_passphrase->setObjectName(u"import.passphrase"_s);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_passphraseLabel->setBuddy(m_passphrase);
    auto *file = new QHBoxLayout;
    file->addWidget(m_choose);
    file->addWidget(m_chosen, 1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_intro);
    column->addSpacing(Theme::Gap);
    column->addLayout(file);
    column->addSpacing(Theme::Gap);
    column->addWidget(m_pasteLabel);
    column->addWidget(m_paste, 1);
    column->addWidget(m_passphraseLabel);
    column->addWidget(m_passphrase);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_paste, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_paste->document()->isEmpty()) { // what is pasted counts, not the file from before
            m_file.clear();
            m_fileName.clear();
        }
        takeText(text());
    });
    connect(m_passphrase, &QLineEdit::textChanged, this, &ImportDialog::follow);
    return page;
}

QWidget *ImportDialog::buildPreview()
{
    auto *page = new QWidget;
    m_summary = new QLabel(page);
    m_summary->setWordWrap(true);
    m_tree = new QTreeView(page);
    m_tree->setObjectName(u"import.preview"_s);
    m_tree->setModel(m_model);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setStretchLastSection(true); // where a credential would go: the most room
    m_tree->header()->resizeSection(ImportModel::What, WhatWidth);
    m_tree->header()->resizeSection(ImportModel::Before, BeforeWidth);
    m_nothing = new EmptyState(u"success"_s, page);
    m_nothing->setObjectName(u"import.nothing"_s);
    m_all = new QPushButton(page);
    m_none = new QPushButton(page);
    m_same = new QCheckBox(page);
    m_all->setObjectName(u"import.takeAll"_s);
    m_none->setObjectName(u"import.keepAll"_s);
    m_same->setObjectName(u"import.showSame"_s);
    for (QPushButton *link : {m_all, m_none}) {
        Style::setVariant(link, Style::Variant::Link);
        link->setAutoDefault(false);
    }
    auto *tools = new QHBoxLayout;
    tools->addWidget(m_all);
    tools->addWidget(m_none);
    tools->addStretch();
    tools->addWidget(m_same);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_summary);
    column->addWidget(m_tree, 1);
    column->addWidget(m_nothing, 1);
    column->addLayout(tools);
    connect(m_all, &QPushButton::clicked, m_model, [this] { m_model->takeAll(true); });
    connect(m_none, &QPushButton::clicked, m_model, [this] { m_model->takeAll(false); });
    compat::onCheckChanged(m_same, this, [this](bool on) {
        m_model->showSame(on);
        m_tree->expandAll();
        follow();
    });
    return page;
}

void ImportDialog::retranslate()
{
    setWindowTitle(tr("Import Configuration"));
    m_intro->setText(tr("Takes over providers, call channels, gateway access keys and settings from a file that Understudy exported. You see every change first; nothing is "
                        "written before you apply it."));
    m_choose->setText(tr("Choose File…"));
    m_pasteLabel->setText(tr("Or paste the text of the file"));
    m_paste->setPlaceholderText(u"{ \"format\": \"understudy-config\", … }"_s);
    m_paste->setAccessibleName(tr("Text of the configuration file"));
    m_passphraseLabel->setText(tr("The secrets in it are sealed. Passphrase that it was exported with"));
    m_passphrase->setAccessibleName(tr("Passphrase of the file"));
    m_tree->setAccessibleName(tr("Changes that the import would make"));
    m_nothing->setTexts(tr("Nothing to change"), tr("Everything in this file is already so here."));
    m_all->setText(tr("Take All"));
    m_none->setText(tr("Keep All Mine"));
    m_back->setText(tr("Back"));
    m_cancel->setText(tr("Cancel"));
    m_model->retranslate();
    follow();
}

QByteArray ImportDialog::text() const { return m_file.isEmpty() ? m_paste->toPlainText().toUtf8() : m_file; }

void ImportDialog::takeText(const QByteArray &text)
{
    m_sealed = isSealedConfiguration(text);
    m_bar->clear();
    follow();
}

void ImportDialog::follow()
{
    const bool source = m_steps->currentIndex() == Source;
    m_passphraseLabel->setVisible(m_sealed);
    m_passphrase->setVisible(m_sealed);
    m_chosen->setText(m_fileName.isEmpty() ? QString() : u"%1 · %2"_s.arg(m_fileName, words::bytes(m_file.size())));
    m_back->setVisible(!source);
    m_steps->setEnabled(!m_busy);
    m_back->setEnabled(!m_busy);
    m_next->setText(source ? tr("Preview") : tr("Apply"));
    const int fresh = m_model->count(diff::Change::New), changed = m_model->count(diff::Change::Changed), same = m_model->count(diff::Change::Same);
    const bool nothing = fresh + changed == 0;
    m_summary->setText(tr("%n new", nullptr, fresh) + u" · "_s + tr("%n changed", nullptr, changed) + u" · "_s + tr("%n the same", nullptr, same));
    m_summary->setVisible(!nothing);
    m_tree->setVisible(!nothing || m_same->isChecked());
    m_nothing->setVisible(nothing && !m_same->isChecked());
    m_all->setVisible(!nothing);
    m_none->setVisible(!nothing);
    m_same->setText(tr("Show what is the same (%1)").arg(same));
    m_same->setVisible(same > 0);
    if (source)
        m_next->setEnabled(!m_busy && !text().trimmed().isEmpty() && (!m_sealed || !m_passphrase->text().isEmpty()));
    else
        m_next->setEnabled(!m_busy && !m_model->taken().isEmpty());
}

void ImportDialog::setBusy(bool busy)
{
    m_busy = busy;
    follow();
}

void ImportDialog::chooseFile()
{
    auto *chooser = new QFileDialog(this, tr("Import Configuration"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                    tr("Configuration (*.json)") + u";;"_s + tr("All files (*)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, &ImportDialog::openFile);
    chooser->open();
}

void ImportDialog::openFile(const QString &name)
{
    QFile file(name);
    if (file.size() > LargestConfigurationFile) {
        m_bar->show({Message::Level::Error, tr("%1 is too large for a configuration (%2). Choose a file that Understudy exported.")
                                                .arg(QFileInfo(name).fileName(), words::bytes(file.size())), {}, {}});
        return;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        m_bar->show({Message::Level::Error, tr("%1 cannot be read (%2).").arg(QFileInfo(name).fileName(), file.errorString()), {}, {}});
        return;
    }
    m_paste->clear();
    m_file = file.readAll();
    m_fileName = QFileInfo(name).fileName();
    takeText(m_file);
    (m_sealed ? static_cast<QWidget *>(m_passphrase) : m_next)->setFocus();
}

void ImportDialog::fail(const Error &error)
{
    setBusy(false);
    if (error.kind == ErrorKind::Denied && m_sealed) {
        m_bar->show({Message::Level::Error, tr("The passphrase does not open this file. Type the one that it was exported with."), {}, {}});
        m_passphrase->selectAll();
        m_passphrase->setFocus();
        return;
    }
    m_bar->show({Message::Level::Error, tr("This cannot be imported: %1").arg(error.toString()), {}, {}});
}

void ImportDialog::preview()
{
    m_bar->clear();
    setBusy(true);
    m_console.previewImport(text(), Secret(m_passphrase->text().toUtf8()), this, [this](const Result<Configuration> &incoming) {
        if (!incoming)
            return fail(incoming.error());
        setBusy(false);
        showPreview(*incoming);
    });
}

void ImportDialog::showPreview(const Configuration &incoming)
{
    m_incoming = incoming;
    m_model->setEntries(diff::differences(m_console.configuration(), incoming, m_console.catalogue()));
    m_tree->expandAll();
    m_steps->setCurrentIndex(Preview);
    follow();
    (m_tree->isVisibleTo(this) ? static_cast<QWidget *>(m_tree) : m_cancel)->setFocus();
    if (m_tree->isVisibleTo(this))
        m_tree->setCurrentIndex(m_model->index(0, 0));
}

void ImportDialog::back()
{
    m_bar->clear();
    m_steps->setCurrentIndex(Source);
    follow();
    m_paste->setFocus();
}

void ImportDialog::apply()
{
    m_bar->clear();
    setBusy(true);
    const QList<diff::Reference> taken = m_model->taken();
    // Only what was chosen is laid over what is stored then: changes of others in the meantime stay.
    const Console::Change change = [incoming = m_incoming, taken](const Configuration &stored) -> Result<Configuration> {
        return diff::laidOver(stored, incoming, taken);
    };
    Console *console = &m_console;
    const Configuration before = m_console.configuration();
    m_console.change(change, this, [this, console, before, taken](const Result<void> &done) {
        if (!done)
            return fail(done.error());
        m_passphrase->clear();
        const auto undo = [console, before, taken] {
            const Console::Change back = [before, taken](const Configuration &stored) -> Result<Configuration> {
                return diff::laidOver(stored, before, taken);
            };
            console->change(back, console, [](const Result<void> &) {});
        };
        emit said({Message::Level::Success, tr("%n part(s) imported.", nullptr, int(taken.size())), tr("Undo"), undo, Message::UndoMs});
        accept();
    });
}

} // namespace understudy
