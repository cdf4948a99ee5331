// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/SettingsSection.h"

#include "theme/Style.h"
#include "theme/Theme.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int ControlWidth = 230; ///< of a control beside its label: all end on one edge
constexpr QMargins RowMargins(14, 10, 14, 10);

} // namespace

bool containsWords(const QString &text, const QString &wanted)
{
    const QStringList words = wanted.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(), [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QLabel *settingsText(QWidget *parent, bool muted)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (muted)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

SettingRow::SettingRow(QWidget *control, Place place)
    : m_control(control), m_label(new QLabel(this)), m_hint(settingsText(this, true)), m_note(settingsText(this))
{
    m_label->setWordWrap(true);
    m_hint->setFont(Theme::small());
    m_note->hide();
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_label);
    texts->addWidget(m_hint);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(RowMargins);
    column->setSpacing(6);
    if (place == Place::Beside) {
        auto *row = new QHBoxLayout;
        row->setSpacing(Theme::WideGap);
        row->addLayout(texts, 1);
        control->setFixedWidth(std::max(ControlWidth, control->minimumSizeHint().width()));
        row->addWidget(control, 0, Qt::AlignVCenter);
        column->addLayout(row);
    } else {
        column->addLayout(texts);
        column->addWidget(control);
    }
    column->addWidget(m_note);
    if (qobject_cast<QAbstractSpinBox *>(control) || qobject_cast<QComboBox *>(control)) {
        control->setFocusPolicy(Qt::StrongFocus);
        control->installEventFilter(this);
    }
}

bool SettingRow::eventFilter(QObject *, QEvent *event)
{
    // What is changed holds at once: somebody who scrolls the page must not turn a value in passing.
    if (event->type() != QEvent::Wheel || m_control->hasFocus())
        return false;
    event->ignore();
    return true;
}

void SettingRow::setTexts(const QString &label, const QString &hint)
{
    m_label->setText(label);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_control->setAccessibleName(label);
    m_control->setAccessibleDescription(hint);
}

void SettingRow::setProblem(const QString &text)
{
    m_note->setText(text.isEmpty() ? QString() : u"✕ "_s + text);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::color(Tone::Bad));
    m_note->setPalette(colours);
    m_note->setVisible(!text.isEmpty());
}

void SettingRow::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setPalette(QPalette());
    m_note->setVisible(!text.isEmpty());
}

QString SettingRow::problem() const { return m_note->text(); }

bool SettingRow::matches(const QString &words) const
{
    const auto *button = qobject_cast<const QAbstractButton *>(m_control);
    return containsWords(m_label->text() + u' ' + m_hint->text() + u' ' + (button ? button->text() : QString()), words);
}

SettingsGroup::SettingsGroup(QWidget *parent) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    setFrameShape(QFrame::StyledPanel);
    Style::setVariant(this, Style::Variant::Card);
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
}

void SettingsGroup::addLine()
{
    if (m_column->count() == 0)
        return;
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    line->setFixedHeight(1);
    m_column->addWidget(line);
    m_lines.append(line);
}

SettingRow *SettingsGroup::add(QWidget *control, SettingRow::Place place)
{
    addLine();
    auto *row = new SettingRow(control, place);
    m_column->addWidget(row);
    m_rows.append(row);
    return row;
}

void SettingsGroup::add(QWidget *content)
{
    addLine();
    m_free = true;
    m_column->addWidget(content);
}

void SettingsGroup::applyFilter(const QString &words)
{
    bool any = m_free;
    for (SettingRow *row : std::as_const(m_rows)) {
        const bool fits = words.isEmpty() || row->matches(words);
        row->setVisible(fits);
        any = any || fits;
    }
    for (QWidget *line : std::as_const(m_lines))
        line->setVisible(words.isEmpty());
    setVisible(any || words.isEmpty());
}

SettingsSection::SettingsSection(const QString &id, QWidget *parent) : QWidget(parent), m_id(id), m_column(new QVBoxLayout(this))
{
    setObjectName(u"settings."_s + id);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
}

SettingsGroup *SettingsSection::addGroup()
{
    auto *title = new QLabel(this);
    title->setFont(Theme::strong());
    title->hide();
    auto *group = new SettingsGroup(this);
    m_column->addWidget(title);
    m_column->addWidget(group);
    m_groups.append(group);
    m_titles.insert(group, title);
    return group;
}

void SettingsSection::setGroupTitle(SettingsGroup *group, const QString &title)
{
    m_titles.value(group)->setText(title);
    m_titles.value(group)->setVisible(!title.isEmpty());
}

bool SettingsSection::applyFilter(const QString &words)
{
    const bool whole = words.isEmpty() || containsWords(searchWords(), words);
    bool any = whole;
    for (SettingsGroup *group : std::as_const(m_groups)) {
        group->applyFilter(whole ? QString() : words);
        any = any || std::any_of(group->rows().cbegin(), group->rows().cend(), [&](const SettingRow *row) { return row->matches(words); });
        QLabel *title = m_titles.value(group);
        title->setVisible(!title->text().isEmpty() && !group->isHidden());
    }
    return any;
}

} // namespace understudy
