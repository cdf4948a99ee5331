// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/NewPassphrase.h"

#include "theme/Theme.h"
#include "widgets/Language.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace understudy {

using namespace Qt::StringLiterals;

PassphraseStrength passphraseStrength(QStringView passphrase)
{
    if (passphrase.size() < ShortestPassphrase)
        return PassphraseStrength::TooShort;
    QSet<QChar> different;
    bool letters = false, others = false;
    for (const QChar character : passphrase) {
        different.insert(character);
        (character.isLower() ? letters : others) = true;
    }
    // Every different character counts once, a repeated one a quarter; a mixture is worth three more.
    const double worth = double(different.size()) + double(passphrase.size() - different.size()) / 4 + (letters && others ? 3 : 0);
    if (worth < 11)
        return PassphraseStrength::Weak;
    return worth < 16 ? PassphraseStrength::Fair : PassphraseStrength::Strong;
}

NewPassphrase::NewPassphrase(const QString &name, QWidget *parent)
    : QWidget(parent), m_firstLabel(new QLabel(this)), m_secondLabel(new QLabel(this)), m_first(new QLineEdit(this)), m_second(new QLineEdit(this)), m_hint(new QLabel(this))
{
    m_first->setObjectName(name + u".passphrase"_s);
    m_second->setObjectName(name + u".repeat"_s);
    for (QLineEdit *field : {m_first, m_second}) {
        field->setEchoMode(QLineEdit::Password);
        field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
        connect(field, &QLineEdit::textChanged, this, [this] {
            say();
            emit changed();
        });
        connect(field, &QLineEdit::returnPressed, this, &NewPassphrase::entered);
    }
    m_firstLabel->setBuddy(m_first);
    m_secondLabel->setBuddy(m_second);
    m_hint->setFont(Theme::small());
    m_hint->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->addWidget(m_firstLabel, 0, 0);
    grid->addWidget(m_first, 0, 1);
    grid->addWidget(m_secondLabel, 1, 0);
    grid->addWidget(m_second, 1, 1);
    grid->addWidget(m_hint, 2, 1);
    grid->setColumnStretch(1, 1);
    followLanguage(this, [this] {
        m_firstLabel->setText(tr("Passphrase"));
        m_secondLabel->setText(tr("Once more"));
        m_first->setAccessibleName(tr("Passphrase"));
        m_second->setAccessibleName(tr("Passphrase, once more"));
        say();
    });
}

bool NewPassphrase::isGood() const
{
    return passphraseStrength(m_first->text()) != PassphraseStrength::TooShort && m_first->text() == m_second->text();
}

Secret NewPassphrase::passphrase() const { return Secret(m_first->text().toUtf8()); }

void NewPassphrase::clear()
{
    m_first->clear();
    m_second->clear();
}

void NewPassphrase::say()
{
    const QString first = m_first->text(), second = m_second->text();
    if (!second.isEmpty() && first != second && !first.startsWith(second)) {
        m_hint->setText(tr("✕ The two are not the same."));
        return;
    }
    switch (passphraseStrength(first)) {
    case PassphraseStrength::TooShort:
        m_hint->setText(tr("At least %1 characters. Four or five random words are easy to remember and hard to guess.").arg(ShortestPassphrase));
        break;
    case PassphraseStrength::Weak: m_hint->setText(tr("◔ Weak: make it longer.")); break;
    case PassphraseStrength::Fair: m_hint->setText(tr("◑ Fair: one more word would help.")); break;
    case PassphraseStrength::Strong: m_hint->setText(tr("● Strong.")); break;
    }
}

} // namespace understudy
