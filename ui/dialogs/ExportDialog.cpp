// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ExportDialog.h"

#include "console/Console.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "widgets/Language.h"
#include "widgets/MessageBar.h"
#include "widgets/NewPassphrase.h"

#include <QDate>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int DialogWidth = 520;
constexpr int HintIndent = 26; ///< below the words of a radio button

QLabel *hintLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(HintIndent, 0, 0, 0);
    return label;
}

} // namespace

ExportDialog::ExportDialog(Console &console, QWidget *parent)
    : QDialog(parent), m_console(console), m_intro(new QLabel(this)), m_without(new QRadioButton(this)), m_withoutHint(hintLabel(this)),
      m_sealed(new QRadioButton(this)), m_sealedHint(hintLabel(this)), m_passphrase(new NewPassphrase(u"export"_s, this)), m_bar(new MessageBar(this)),
      m_progress(new QProgressBar(this)), m_cancel(new QPushButton(this)), m_export(new QPushButton(this))
{
    setObjectName(u"export"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(DialogWidth);
    build();
    followLanguage(this, [this] { retranslate(); });
    m_without->setChecked(true);
    follow();
    m_without->setFocus();
}

void ExportDialog::build()
{
    m_intro->setWordWrap(true);
    m_without->setObjectName(u"export.without"_s);
    m_sealed->setObjectName(u"export.sealed"_s);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_cancel->setObjectName(u"export.cancel"_s);
    m_cancel->setAutoDefault(false);
    m_export->setObjectName(u"export.save"_s);
    m_export->setDefault(true);
    m_export->setIcon(icons::icon(u"download"_s, Tone::AccentText));
    auto *sealedPart = new QHBoxLayout;
    sealedPart->setContentsMargins(HintIndent, 0, 0, 0);
    sealedPart->addWidget(m_passphrase);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::PageMargin, Theme::PageMargin, Theme::WideGap);
    column->setSpacing(6);
    column->addWidget(m_bar);
    column->addWidget(m_intro);
    column->addSpacing(Theme::Gap);
    column->addWidget(m_without);
    column->addWidget(m_withoutHint);
    column->addSpacing(Theme::Gap);
    column->addWidget(m_sealed);
    column->addWidget(m_sealedHint);
    column->addSpacing(4);
    column->addLayout(sealedPart);
    column->addStretch();
    column->addWidget(m_progress);
    column->addSpacing(Theme::Gap);
    column->addLayout(buttons);
    m_progress->hide();
    connect(m_without, &QRadioButton::toggled, this, &ExportDialog::follow);
    connect(m_passphrase, &NewPassphrase::changed, this, &ExportDialog::follow);
    connect(m_passphrase, &NewPassphrase::entered, this, [this] {
        if (m_export->isEnabled())
            chooseFile();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::chooseFile);
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export Configuration"));
    m_intro->setText(tr("Writes providers, call channels, gateway access keys and the settings of the gateway into one file that another Understudy can import. "
                        "Records and usage are not in it."));
    m_without->setText(tr("Leave secrets out"));
    m_withoutHint->setText(tr("For sharing. Whoever imports it enters their own credentials, and gateway access keys get new secrets."));
    m_sealed->setText(tr("Seal secrets with a passphrase"));
    m_sealedHint->setText(tr("For moving to another computer. Credentials and keys are encrypted; without the passphrase nobody can read them, and nobody can restore it."));
    m_progress->setAccessibleName(tr("Writing the configuration"));
    m_cancel->setText(tr("Cancel"));
    m_export->setText(tr("Export…"));
    follow();
}

void ExportDialog::follow()
{
    const bool sealed = m_sealed->isChecked();
    m_passphrase->setEnabled(sealed && !m_busy);
    m_without->setEnabled(!m_busy);
    m_sealed->setEnabled(!m_busy);
    m_export->setEnabled(!m_busy && (!sealed || m_passphrase->isGood()));
    if (m_console.state().vault.locked && sealed && !m_bar->isShowing())
        m_bar->show({Message::Level::Warning, tr("Your secrets are locked and would be missing in the file. Unlock them in Settings ▸ Secrets first."), {}, {}});
}

void ExportDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_progress->setVisible(busy);
    follow();
}

void ExportDialog::chooseFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = u"understudy-%1.json"_s.arg(QDate::currentDate().toString(Qt::ISODate));
    auto *chooser = new QFileDialog(this, tr("Export Configuration"), folder + u'/' + name, tr("Configuration (*.json)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(u"json"_s);
    chooser->selectFile(name);
    connect(chooser, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    chooser->open();
}

void ExportDialog::exportTo(const QString &file)
{
    if (m_busy)
        return;
    m_bar->clear();
    setBusy(true);
    const Secret passphrase = m_sealed->isChecked() ? m_passphrase->passphrase() : Secret();
    m_console.exportConfiguration(passphrase, this, [this, file](const Result<QByteArray> &text) {
        setBusy(false);
        if (text)
            write(file, *text);
        else
            m_bar->show({Message::Level::Error, tr("The configuration cannot be exported: %1").arg(text.error().toString()), {}, {}});
    });
}

void ExportDialog::write(const QString &file, const QByteArray &text)
{
    QSaveFile target(file);
    bool good = target.open(QIODevice::WriteOnly);
    // Before the first byte: not even a moment may others read it.
    good = good && target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    good = good && target.write(text) == text.size();
    if (!good || !target.commit()) {
        m_bar->show({Message::Level::Error, tr("%1 cannot be written (%2). Choose another place.").arg(QFileInfo(file).fileName(), target.errorString()), {}, {}});
        return;
    }
    m_passphrase->clear();
    const QString folder = QFileInfo(file).absolutePath();
    emit said({Message::Level::Success, tr("The configuration is in %1.").arg(file), tr("Open Folder"),
               [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }});
    accept();
}

} // namespace understudy
