// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/Scenes.h"

#include "theme/Icons.h"
#include "theme/Style.h"
#include "widgets/EmptyState.h"
#include "widgets/MessageBar.h"
#include "widgets/SecretField.h"
#include "widgets/StatusMark.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

QWidget *gallery(Stage &stage)
{
    auto *window = new QWidget;
    auto *column = new QVBoxLayout(window);
    for (const auto level : {Message::Level::Info, Message::Level::Success, Message::Level::Warning, Message::Level::Error}) {
        auto *bar = new MessageBar(window);
        bar->show({level, u"Key “demo” deleted. What happened, why, and what to do."_s, u"Undo"_s, [] {}});
        column->addWidget(bar);
    }
    auto *buttons = new QHBoxLayout;
    auto *primary = new QPushButton(icons::icon(u"add"_s), u"Create Channel"_s);
    primary->setDefault(true);
    buttons->addWidget(primary);
    buttons->addWidget(new QPushButton(icons::icon(u"test"_s), u"Test"_s));
    auto *off = new QPushButton(u"Disabled"_s);
    off->setEnabled(false);
    buttons->addWidget(off);
    auto *link = new QPushButton(u"View Code"_s);
    Style::setVariant(link, Style::Variant::Link);
    buttons->addWidget(link);
    buttons->addStretch();
    column->addLayout(buttons);
    auto *form = new QFormLayout;
    form->addRow(u"Name"_s, new QLineEdit(u"siliconflow-1"_s));
    auto *placeholder = new QLineEdit;
    placeholder->setPlaceholderText(u"Placeholder"_s);
    form->addRow(u"Empty"_s, placeholder);
    auto *secret = new SecretField(&stage.clipboard);
    secret->setSecret(Secret("sk-us_InventedInventedInventedInvented1234"));
    form->addRow(u"Key"_s, secret);
    form->addRow(u"Retries"_s, new QSpinBox);
    auto *combo = new QComboBox;
    combo->addItems({u"Reasoning"_s, u"Chat"_s});
    form->addRow(u"Type"_s, combo);
    auto *check = new QCheckBox(u"Cache answers"_s);
    check->setChecked(true);
    form->addRow(QString(), check);
    form->addRow(QString(), new QCheckBox(u"Off"_s));
    auto *radio = new QRadioButton(u"This computer"_s);
    radio->setChecked(true);
    form->addRow(QString(), radio);
    auto *bar = new QProgressBar;
    bar->setTextVisible(false);
    bar->setValue(30);
    bar->setFixedHeight(8);
    form->addRow(u"Free tokens"_s, bar);
    for (const Status &status : {Status{u"●"_s, u"Healthy 812 ms"_s, Tone::Good, {}}, Status{u"◐"_s, u"Degraded"_s, Tone::Caution, {}},
                                 Status{u"▲"_s, u"Tripped, probe in 42 s"_s, Tone::Bad, {}}, Status{u"○"_s, u"Not configured"_s, Tone::Muted, {}}}) {
        auto *mark = new StatusMark;
        mark->setStatus(status);
        form->addRow(QString(), mark);
    }
    column->addLayout(form);
    auto *tabs = new QTabWidget;
    auto *table = new QTableWidget(3, 3);
    table->setHorizontalHeaderLabels({u"Provider"_s, u"Channels"_s, u"Health"_s});
    for (int row = 0; row < 3; ++row)
        table->setItem(row, 0, new QTableWidgetItem(u"SiliconFlow"_s));
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    tabs->addTab(table, u"Own third-party models"_s);
    auto *empty = new EmptyState(u"keys"_s);
    empty->setTexts(u"No key yet"_s, u"A key gives your application one address and a list of models to try in order."_s, u"Create Key"_s, u"Use the Demo Key"_s);
    tabs->addTab(empty, u"Built-in models"_s);
    column->addWidget(tabs, 1);
    auto *emptyAlone = new EmptyState(u"keys"_s);
    emptyAlone->setTexts(u"No key yet"_s, u"A key gives your application one address and a list of models to try in order."_s, u"Create Key"_s, u"Use the Demo Key"_s);
    column->addWidget(emptyAlone);
    return window;
}

const SceneAdder widgets{{u"gallery"_s, QSize(760, 1100), gallery}};

} // namespace

} // namespace understudy::test
