// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Ask.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

namespace understudy {

using namespace Qt::StringLiterals;

void ask(QWidget *parent, const Question &question, std::function<void(int, bool)> answered)
{
    auto *box = new QMessageBox(question.dangerous ? QMessageBox::Warning : QMessageBox::Question, question.title, question.title,
                                QMessageBox::NoButton, parent);
    box->setObjectName(u"ask"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(question.text);
    QList<QPushButton *> buttons;
    for (int i = 0; i < question.choices.size(); ++i) {
        const QMessageBox::ButtonRole role = i == 0 ? QMessageBox::RejectRole
            : question.dangerous && i == question.choices.size() - 1 ? QMessageBox::DestructiveRole
                                                                      : QMessageBox::AcceptRole;
        QPushButton *button = box->addButton(question.choices[i], role);
        button->setObjectName(u"ask.choice%1"_s.arg(i));
        buttons.append(button);
    }
    if (!buttons.isEmpty()) {
        box->setEscapeButton(buttons.first());
        box->setDefaultButton(buttons.value(question.preselected, buttons.first()));
    }
    QCheckBox *remember = nullptr;
    if (!question.remember.isEmpty()) {
        remember = new QCheckBox(question.remember);
        remember->setObjectName(u"ask.remember"_s);
        box->setCheckBox(remember);
    }
    QObject::connect(box, &QMessageBox::finished, parent ? static_cast<QObject *>(parent) : box,
                     [box, buttons, remember, answered = std::move(answered)] {
                         const qsizetype choice = std::max<qsizetype>(0, buttons.indexOf(box->clickedButton()));
                         answered(int(choice), remember && remember->isChecked());
                     });
    box->open();
}

} // namespace understudy
