// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/BuiltInModelsPanel.h"

#include "catalog/Catalogue.h"
#include "console/Console.h"
#include "theme/Icons.h"
#include "theme/Style.h"
#include "widgets/Language.h"
#include "widgets/RowDelegate.h"
#include "words/Quantities.h"

#include <QFrame>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarSteps = 1000;

} // namespace

BuiltInModelsPanel::BuiltInModelsPanel(Console &console, QWidget *parent) : QWidget(parent), m_console(console), m_model(new BuiltInModelsModel(console, this))
{
    m_intro = new QLabel(this);
    m_intro->setWordWrap(true);
    m_intro->setForegroundRole(QPalette::PlaceholderText);
    m_create = new QPushButton(icons::icon(u"add"_s), {}, this);
    m_create->setObjectName(u"models.createBuiltInKey"_s);
    m_create->setDefault(true);
    m_quota = buildQuota();
    m_table = new QTableView(this);
    m_table->setObjectName(u"models.builtIn"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowDelegate(-1, -1, m_table));
    m_table->setItemDelegateForColumn(BuiltInModelsModel::HealthColumn, new RowDelegate(-1, BuiltInModelsModel::StatusRole, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    tintSelection(m_table);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::RowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);

    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::WideGap);
    top->addWidget(m_intro, 1);
    top->addWidget(m_create, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(12);
    column->addLayout(top);
    column->addWidget(m_quota);
    column->addWidget(m_table, 1);
    connect(m_create, &QPushButton::clicked, this, [this] { emit wished(Wish::make(Wish::What::CreateKey, BuiltInChannelId)); });
    followLanguage(this, [this] { retranslate(); });
}

QFrame *BuiltInModelsPanel::buildQuota()
{
    auto *card = new QFrame(this);
    card->setFrameShape(QFrame::StyledPanel);
    Style::setVariant(card, Style::Variant::Card);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(Theme::WideGap);
    grid->setColumnStretch(1, 1);
    const auto row = [&](int at, QLabel *&title, QProgressBar *&bar, QLabel *&text, const QString &name) {
        title = new QLabel(card);
        title->setTextFormat(Qt::PlainText);
        bar = new QProgressBar(card);
        bar->setObjectName(name);
        bar->setTextVisible(false);
        bar->setRange(0, BarSteps);
        bar->setFixedHeight(8);
        text = new QLabel(card);
        grid->addWidget(title, at, 0);
        grid->addWidget(bar, at, 1);
        grid->addWidget(text, at, 2, Qt::AlignRight);
    };
    row(0, m_sumTitle, m_sumBar, m_sum, u"models.freeTokens"_s);
    row(1, m_highestTitle, m_highestBar, m_highest, u"models.freeTokensHighest"_s);
    return card;
}

void BuiltInModelsPanel::refresh()
{
    m_model->update();
    if (!isVisible())
        return;
    m_console.usage({}, this, [this](const Result<UsageSummary> &usage) {
        if (!usage)
            return; // the next change asks again; what is shown stays
        QStringList channels{BuiltInChannelId};
        for (const Provider &provider : m_console.catalogue().providers()) {
            if (provider.origin == ProviderOrigin::Local)
                channels.append(provider.id);
        }
        m_free = freeTokensOf(m_console.configuration().keys, *usage, channels);
        showQuota();
    });
}

void BuiltInModelsPanel::showQuota()
{
    const auto show = [](QProgressBar *bar, QLabel *text, const QString &name, qint64 used, qint64 allowance) {
        bar->setValue(allowance > 0 ? int(std::min<qint64>(BarSteps, used * BarSteps / allowance)) : used > 0 ? BarSteps : 0);
        text->setText(tr("%1 of %2").arg(words::count(used), words::count(allowance)));
        bar->setAccessibleName(name);
        bar->setAccessibleDescription(text->text());
    };
    m_quota->setVisible(!m_free.keys.isEmpty());
    m_sumTitle->setText(tr("Free tokens used, %n key(s)", nullptr, int(m_free.keys.size())));
    show(m_sumBar, m_sum, m_sumTitle->text(), m_free.used, m_free.allowance);
    const bool several = m_free.keys.size() > 1;
    for (QWidget *widget : {static_cast<QWidget *>(m_highestTitle), static_cast<QWidget *>(m_highestBar), static_cast<QWidget *>(m_highest)})
        widget->setVisible(several);
    if (!several)
        return;
    const FreeTokens::Key &highest = m_free.keys.first();
    m_highestTitle->setText(tr("Most of all: %1").arg(highest.name));
    show(m_highestBar, m_highest, m_highestTitle->text(), highest.used, highest.allowance);
}

void BuiltInModelsPanel::fitColumns()
{
    const QFontMetrics metrics = m_table->fontMetrics();
    QHeaderView *header = m_table->horizontalHeader();
    int rest = m_table->viewport()->width();
    for (const int column : {int(BuiltInModelsModel::Source), int(BuiltInModelsModel::Type), int(BuiltInModelsModel::HealthColumn)}) {
        int width = metrics.horizontalAdvance(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) + 24;
        for (int row = 0; row < m_model->rowCount(); ++row)
            width = std::max(width, metrics.horizontalAdvance(m_model->index(row, column).data().toString()) + (column == BuiltInModelsModel::HealthColumn ? 44 : 24));
        width = std::min(width, 190);
        header->resizeSection(column, width);
        rest -= width;
    }
    header->resizeSection(BuiltInModelsModel::Name, std::max(160, rest));
}

void BuiltInModelsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void BuiltInModelsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    fitColumns();
}

void BuiltInModelsPanel::retranslate()
{
    m_intro->setText(tr("No key needed. The simulated models run inside this program and cost nothing; models of runtimes on this computer (Ollama, LM Studio, llama.cpp, vLLM) appear by themselves while those run."));
    m_create->setText(tr("Create Gateway Access Key"));
    m_table->setAccessibleName(tr("Built-in models"));
    m_model->update();
    showQuota();
    fitColumns();
}

} // namespace understudy
