// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/AboutDialog.h"

#include "theme/Icons.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/Language.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarkSize = 64;
constexpr int TextWidth = 420;

QLabel *textLabel(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFixedWidth(TextWidth);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent), m_name(textLabel("about.name", this)), m_version(textLabel("about.version", this)), m_purpose(textLabel("about.purpose", this)),
      m_licence(textLabel("about.licence", this)), m_parts(textLabel("about.parts", this)), m_copy(new QPushButton(this)), m_close(new QPushButton(this))
{
    setObjectName(u"about"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *mark = new QLabel(this);
    mark->setPixmap(icons::program().pixmap(QSize(MarkSize, MarkSize), devicePixelRatioF()));
    m_name->setFont(Theme::heading());
    m_version->setForegroundRole(QPalette::PlaceholderText);
    m_parts->setForegroundRole(QPalette::PlaceholderText);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(Theme::Gap);
    for (QLabel *label : {m_name, m_version, m_purpose, m_licence, m_parts})
        texts->addWidget(label);
    texts->setSpacing(Theme::WideGap - 4);
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::PageMargin);
    top->addWidget(mark, 0, Qt::AlignTop);
    top->addLayout(texts, 1);
    m_copy->setObjectName(u"about.copy"_s);
    m_copy->setIcon(icons::icon(u"copy"_s));
    m_copy->setAutoDefault(false);
    m_close->setObjectName(u"about.close"_s);
    m_close->setDefault(true);
    connect(m_copy, &QPushButton::clicked, this, &AboutDialog::copyVersions);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::PageMargin, Theme::PageMargin, Theme::WideGap);
    column->setSpacing(Theme::PageMargin);
    column->setSizeConstraint(QLayout::SetFixedSize);
    column->addLayout(top);
    column->addLayout(buttons);
    followLanguage(this, [this] { say(); });
    m_close->setFocus();
}

void AboutDialog::say()
{
    setWindowTitle(tr("About Understudy"));
    m_name->setText(u"Understudy"_s);
    m_version->setText(tr("Version %1 · Qt %2 · %3").arg(QStringLiteral(UNDERSTUDY_VERSION), QString::fromLatin1(qVersion()), QSysInfo::prettyProductName()));
    m_purpose->setText(tr("Keeps an application answering when a model provider fails. It stays on this computer: no account, no telemetry."));
    m_licence->setText(tr("Free software under the GNU General Public License, version 3 or later (https://www.gnu.org/licenses/gpl-3.0.html). It comes with "
                          "no warranty."));
    m_parts->setText(tr("Made with Qt (Charts and HTTP Server: GPL-3; the rest: LGPL-3), libsodium (ISC), QtKeychain (BSD) and SQLite (public domain). The "
                        "names of providers and models belong to their owners."));
    m_copy->setText(tr("Copy Version"));
    m_close->setText(tr("Close"));
}

void AboutDialog::copyVersions() { QGuiApplication::clipboard()->setText(u"Understudy "_s + m_version->text()); }

} // namespace understudy
