// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ChainEditor.h"

#include "models/CandidatesModel.h"
#include "models/ChainModel.h"
#include "theme/Icons.h"
#include "theme/QtCompat.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Language.h"
#include "widgets/TwoLineDelegate.h"
#include "words/TypeWords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPushButton>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

class ChainDelegate final : public TwoLineDelegate {
public:
    using TwoLineDelegate::TwoLineDelegate;

private:
    Content content(const QModelIndex &index) const override
    {
        const auto facts = index.data(ChainModel::FactsRole).value<CandidateFacts>();
        const int position = index.data(ChainModel::PositionRole).toInt();
        Content what;
        what.heading = index.data(ChainModel::HeadingRole).toString();
        if (!what.heading.isEmpty())
            what.headingRemark = ChainEditor::tr("groups do not stand in for each other");
        what.badge = words::position(position);
        const QString first = words::position(0), others = words::position(9);
        what.widestBadge = first.size() > others.size() ? first : others;
        what.strongBadge = position == 0;
        what.name = facts.name();
        what.facts = candidateSource(facts) + u" · "_s + words::typeName(facts.model.type);
        what.status = facts.status();
        what.struck = facts.missing;
        return what;
    }
};

} // namespace

ChainEditor::ChainEditor(ChainModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_view(new QListView(this)), m_up(new QPushButton(this)), m_down(new QPushButton(this)),
      m_remove(new QPushButton(this)), m_suggest(new QPushButton(this)), m_line(new ElidedLabel(this))
{
    m_view->setObjectName(u"wizard.order"_s);
    m_up->setObjectName(u"wizard.up"_s);
    m_down->setObjectName(u"wizard.down"_s);
    m_remove->setObjectName(u"wizard.remove"_s);
    m_suggest->setObjectName(u"wizard.suggest"_s);
    m_line->setObjectName(u"wizard.orderLine"_s);
    m_view->setModel(model);
    m_view->setItemDelegate(new ChainDelegate(m_view));
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setDropIndicatorShown(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setMinimumHeight(110);
    m_view->installEventFilter(this);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    m_up->setIcon(icons::icon(u"up"_s));
    m_down->setIcon(icons::icon(u"down"_s));
    m_remove->setIcon(icons::icon(u"close"_s));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    for (QPushButton *button : {m_up, m_down, m_remove})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(6);
    column->addWidget(m_view, 1);
    column->addLayout(buttons);
    column->addWidget(m_suggest, 0, Qt::AlignLeft);
    column->addWidget(m_line);

    connect(m_up, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { step(+1); });
    connect(m_remove, &QPushButton::clicked, this, &ChainEditor::removeRow);
    connect(m_suggest, &QPushButton::clicked, this, &ChainEditor::suggest);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ChainEditor::openMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChainEditor::updateActions);
    connect(m_model, &ChainModel::chainChanged, this, &ChainEditor::updateActions);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { select(0); });
    connect(m_model, &ChainModel::moved, this, [this](int to) {
        select(to);
        const ChainModel::Group group = m_model->groupOf(to);
        announce(tr("%1 moved to position %2 of %3").arg(m_model->rows()[to].name()).arg(to - group.first + 1).arg(group.size));
    });
    followLanguage(this, [this] { retranslate(); });
    select(0);
}

bool ChainEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool alt = key->modifiers() == Qt::AltModifier || key->modifiers() == (Qt::AltModifier | Qt::KeypadModifier);
        if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            step(key->key() == Qt::Key_Up ? -1 : +1);
            return true;
        }
        if (key->key() == Qt::Key_Delete) {
            removeRow();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ChainEditor::retranslate()
{
    m_view->setAccessibleName(tr("Call order"));
    m_up->setText(tr("Up"));
    m_up->setToolTip(tr("Moves the model up (Alt+Up)"));
    m_down->setText(tr("Down"));
    m_down->setToolTip(tr("Moves the model down (Alt+Down)"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Takes the model out of the key (Del)"));
    m_suggest->setText(tr("Order by Size, Large to Small"));
    m_line->clear();
    m_line->setFullText(QString());
    m_model->retranslate();
    updateActions();
}

void ChainEditor::updateActions()
{
    const int current = row();
    m_up->setEnabled(m_model->canMoveUp(current));
    m_down->setEnabled(m_model->canMoveDown(current));
    m_remove->setEnabled(current >= 0);
    const QList<CandidateFacts> suggested = m_model->suggestedOrder();
    m_suggest->setEnabled(suggested != m_model->rows());
    QStringList names;
    for (const CandidateFacts &facts : suggested)
        names.append(words::shortModelName(facts.candidate.model));
    m_suggest->setToolTip(m_suggest->isEnabled() ? tr("Suggested: %1").arg(names.join(u" → "_s)) : tr("The models stand in this order already"));
    if (m_suggest->isEnabled())
        m_line->setFullText(m_suggest->toolTip());
    else if (m_line->fullText() == m_suggest->toolTip() || m_line->fullText().startsWith(tr("Suggested: %1").arg(QString())))
        m_line->setFullText(QString());
}

int ChainEditor::row() const { return m_view->currentIndex().row(); }

void ChainEditor::select(int row)
{
    if (row < m_model->rowCount())
        m_view->setCurrentIndex(m_model->index(row));
    updateActions();
}

void ChainEditor::step(int direction)
{
    if (direction < 0)
        m_model->moveUp(row());
    else
        m_model->moveDown(row());
}

void ChainEditor::makePrimary() { m_model->makePrimary(row()); }

void ChainEditor::removeRow()
{
    const int current = row();
    if (current < 0)
        return;
    const QString name = m_model->rows()[current].name();
    m_model->remove(current);
    select(std::min(current, m_model->rowCount() - 1));
    announce(tr("%1 removed from the call order").arg(name));
}

void ChainEditor::suggest()
{
    m_model->suggest();
    announce(tr("Ordered by size, large to small"));
}

void ChainEditor::announce(const QString &text)
{
    m_line->setFullText(text);
    compat::announce(m_line, text);
    emit said(text);
}

void ChainEditor::openMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at);
    if (index.isValid())
        m_view->setCurrentIndex(index);
    const int current = row();
    if (current < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QString &icon, bool enabled, auto slot) {
        QAction *action = menu->addAction(icons::icon(icon), text);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, slot);
    };
    add(tr("Make Primary"), u"success"_s, m_model->groupOf(current).first != current, [this] { makePrimary(); });
    add(tr("Up"), u"up"_s, m_model->canMoveUp(current), [this] { step(-1); });
    add(tr("Down"), u"down"_s, m_model->canMoveDown(current), [this] { step(+1); });
    menu->addSeparator();
    add(tr("Remove"), u"close"_s, true, [this] { removeRow(); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

} // namespace understudy
