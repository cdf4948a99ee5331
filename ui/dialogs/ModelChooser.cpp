// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ModelChooser.h"

#include "theme/Icons.h"
#include "theme/QtCompat.h"
#include "theme/Style.h"
#include "widgets/Language.h"
#include "words/TypeWords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// Chooses one of the types.
class TypeDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *box = new QComboBox(parent);
        box->setObjectName(u"channel.modelType"_s);
        for (int type = 0; type < ModelTypeCount; ++type)
            box->addItem(words::typeName(ModelType(type)), type);
        connect(box, &QComboBox::activated, this, [this, box] {
            emit const_cast<TypeDelegate *>(this)->commitData(box);
            emit const_cast<TypeDelegate *>(this)->closeEditor(box);
        });
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *box = qobject_cast<QComboBox *>(editor);
        box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
        box->showPopup();
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        model->setData(index, qobject_cast<QComboBox *>(editor)->currentData(), Qt::EditRole);
    }
};

constexpr int ListHeight = 136;

} // namespace

ModelChooser::ModelChooser(StartListing start, QWidget *parent)
    : QWidget(parent), m_start(std::move(start)), m_model(new ModelChoicesModel(this)), m_proxy(new QSortFilterProxyModel(this)), m_search(new QLineEdit(this)),
      m_add(new QPushButton(this)), m_fetch(new QPushButton(this)), m_all(new QPushButton(this)), m_none(new QPushButton(this)), m_currency(new QComboBox(this)),
      m_status(new QLabel(this)), m_view(new QTreeView(this))
{
    m_search->setObjectName(u"channel.modelSearch"_s);
    m_add->setObjectName(u"channel.addModel"_s);
    m_fetch->setObjectName(u"channel.fetch"_s);
    m_all->setObjectName(u"channel.allModels"_s);
    m_none->setObjectName(u"channel.noModels"_s);
    m_currency->setObjectName(u"channel.currency"_s);
    m_view->setObjectName(u"channel.models"_s);
    m_search->setClearButtonEnabled(true);
    for (QPushButton *button : {m_add, m_fetch, m_all, m_none})
        button->setAutoDefault(false);
    Style::setVariant(m_all, Style::Variant::Link);
    Style::setVariant(m_none, Style::Variant::Link);
    m_currency->addItems({u"CNY"_s, u"USD"_s, u"EUR"_s});
    m_status->setFont(Theme::small());
    m_status->setForegroundRole(QPalette::PlaceholderText);

    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_proxy);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setMinimumHeight(ListHeight);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setTabKeyNavigation(false);
    setFocusProxy(m_view);
    m_view->setEditTriggers(QAbstractItemView::SelectedClicked | QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setItemDelegateForColumn(ModelChoicesModel::Type, new TypeDelegate(m_view));
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(ModelChoicesModel::Name, QHeaderView::Stretch);
    for (const int column : {int(ModelChoicesModel::Type), int(ModelChoicesModel::PriceIn), int(ModelChoicesModel::PriceOut)})
        header->setSectionResizeMode(column, QHeaderView::Fixed);

    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_add);
    top->addWidget(m_fetch);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(0);
    bottom->addWidget(m_all);
    bottom->addWidget(m_none);
    bottom->addWidget(m_status, 1);
    bottom->addWidget(m_currency);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(6);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    column->addLayout(bottom);

    connect(m_model, &ModelChoicesModel::edited, this, [this] {
        showState();
        emit edited();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ModelChooser::showState);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setFilterFixedString(text.trimmed());
        showState();
    });
    m_search->installEventFilter(this);
    connect(m_add, &QPushButton::clicked, this, &ModelChooser::addTyped);
    connect(m_fetch, &QPushButton::clicked, this, [this] { m_listing ? cancelFetch() : fetch(); });
    connect(m_all, &QPushButton::clicked, this, [this] { tickVisible(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { tickVisible(false); });
    connect(m_currency, &QComboBox::currentTextChanged, m_model, &ModelChoicesModel::setCurrency);
    followLanguage(this, [this] { retranslate(); });
}

ModelChooser::~ModelChooser() = default;

/// Enter adds; in a dialog it would go on to the default button.
bool ModelChooser::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !static_cast<QKeyEvent *>(event)->modifiers().testFlag(Qt::ControlModifier)) {
            addTyped();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void ModelChooser::setCanFetch(bool can) { m_fetch->setEnabled(can || m_listing); }

void ModelChooser::setCurrency(const QString &currency)
{
    if (m_currency->findText(currency) < 0)
        m_currency->addItem(currency);
    m_currency->setCurrentText(currency);
    m_model->setCurrency(currency);
}

void ModelChooser::fetch()
{
    m_listing = m_start();
    m_said = nullptr;
    connect(m_listing.get(), &ModelListing::listed, this, &ModelChooser::fetched);
    connect(m_listing.get(), &ModelListing::failed, this, [this](const Error &error) {
        m_said = [error] { return tr("The list did not come: %1").arg(error.text); };
        endFetch(m_said());
    });
    showState();
}

void ModelChooser::fetched(const QStringList &models)
{
    const int added = m_model->add(models, false);
    const int all = int(models.size());
    m_said = [added, all] {
        return added > 0 ? tr("%n new model(s), not ticked yet", nullptr, added) : all > 0 ? tr("Nothing new in the provider's list") : tr("The provider's list is empty");
    };
    endFetch(m_said());
}

void ModelChooser::endFetch(const QString &said)
{
    m_listing.release()->deleteLater(); // we are inside one of its signals
    showState();
    compat::announce(m_status, said);
}

void ModelChooser::cancelFetch()
{
    m_listing.reset();
    showState();
}

void ModelChooser::addTyped()
{
    const QString id = m_search->text().trimmed();
    if (id.isEmpty())
        return;
    if (const int row = m_model->row(id); row >= 0)
        m_model->tick({row}, true);
    else if (m_model->add({id}, true) == 0)
        return;
    m_search->clear();
    m_view->scrollTo(m_proxy->mapFromSource(m_model->index(m_model->row(id), 0)));
}

void ModelChooser::tickVisible(bool tick)
{
    QList<int> rows;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        rows.append(m_proxy->mapToSource(m_proxy->index(row, 0)).row());
    m_model->tick(rows, tick);
}

void ModelChooser::retranslate()
{
    m_search->setPlaceholderText(tr("Search, or type the ID of another model"));
    m_search->setAccessibleName(tr("Search, or type the ID of another model"));
    m_add->setText(tr("Add"));
    m_all->setText(tr("All"));
    m_none->setText(tr("None"));
    m_all->setAccessibleName(tr("Tick all models shown"));
    m_none->setAccessibleName(tr("Untick all models shown"));
    m_currency->setAccessibleName(tr("Currency of the prices"));
    m_currency->setToolTip(tr("Currency of the prices"));
    m_view->setAccessibleName(tr("Models"));
    m_model->retranslate();
    QHeaderView *header = m_view->header();
    int types = 0;
    for (int type = 0; type < ModelTypeCount; ++type)
        types = std::max(types, fontMetrics().horizontalAdvance(words::typeName(ModelType(type)) + u" ▾"_s));
    header->resizeSection(ModelChoicesModel::Type, types + 28);
    for (const int column : {int(ModelChoicesModel::PriceIn), int(ModelChoicesModel::PriceOut)})
        header->resizeSection(column, std::max(64, fontMetrics().horizontalAdvance(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) + 24));
    showState();
}

void ModelChooser::showState()
{
    const QString typed = m_search->text().trimmed();
    m_add->setEnabled(!typed.isEmpty());
    m_fetch->setText(m_listing ? tr("Cancel") : tr("Fetch List"));
    m_fetch->setIcon(icons::icon(m_listing ? u"close"_s : u"download"_s));
    QString text;
    if (m_listing)
        text = tr("Asking the provider for its models…");
    else if (!typed.isEmpty() && m_proxy->rowCount() == 0)
        text = tr("Not in the list. Enter adds it.");
    else if (m_said)
        text = m_said();
    else
        text = tr("%1 of %2 ticked").arg(m_model->chosen().size()).arg(m_model->rowCount());
    m_status->setText(fontMetrics().elidedText(text, Qt::ElideRight, 320));
    m_status->setToolTip(text);
}

} // namespace understudy
