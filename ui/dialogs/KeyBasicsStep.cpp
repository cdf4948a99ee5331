// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/KeyBasicsStep.h"

#include "configuration/Rules.h"
#include "dialogs/KeyLimitsForm.h"
#include "models/KeyDrafts.h"
#include "theme/Icons.h"
#include "theme/QtCompat.h"
#include "widgets/EmptyState.h"
#include "widgets/Fold.h"
#include "widgets/Language.h"
#include "widgets/ToneLabel.h"
#include "widgets/TwoLineDelegate.h"
#include "words/KeyWords.h"
#include "words/TypeWords.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QString price(const CandidateFacts &facts)
{
    if (facts.origin == ProviderOrigin::BuiltIn || facts.origin == ProviderOrigin::Local)
        return KeyBasicsStep::tr("free");
    if (!facts.model.priceIn || !facts.model.priceOut)
        return {};
    const QLocale locale;
    return KeyBasicsStep::tr("%1 / %2 %3 per million").arg(locale.toString(*facts.model.priceIn), locale.toString(*facts.model.priceOut), facts.model.currency);
}

/// The whole row is the check box: a pick list wants no aiming.
class CandidateDelegate final : public TwoLineDelegate {
public:
    using TwoLineDelegate::TwoLineDelegate;

private:
    Content content(const QModelIndex &index) const override
    {
        const auto facts = index.data(CandidatesModel::FactsRole).value<CandidateFacts>();
        Content what;
        what.name = facts.name();
        what.facts = index.data(CandidatesModel::SecondLineRole).toString();
        what.status = facts.status();
        what.remark = price(facts);
        what.struck = facts.missing;
        return what;
    }
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override
    {
        bool toggle = false;
        if (event->type() == QEvent::MouseButtonRelease) {
            const auto *mouse = static_cast<QMouseEvent *>(event);
            toggle = mouse->button() == Qt::LeftButton && option.rect.contains(mouse->position().toPoint());
        } else if (event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent *>(event)->key();
            toggle = key == Qt::Key_Space || key == Qt::Key_Select;
        }
        if (!toggle)
            return false;
        const bool on = index.data(Qt::CheckStateRole).toInt() == int(Qt::Checked);
        return model->setData(index, int(on ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
    }
};

} // namespace

KeyBasicsStep::KeyBasicsStep(Console &console, const TestMemory &tests, QWidget *parent)
    : QWidget(parent), m_console(console), m_tests(tests), m_candidates(new CandidatesModel(this)), m_filtered(new CandidatesFilter(this)),
      m_nameLabel(new QLabel(this)), m_descriptionLabel(new QLabel(this)), m_name(new QLineEdit(this)), m_nameProblem(new ToneLabel(this)),
      m_description(new QLineEdit(this)), m_descriptionProblem(new ToneLabel(this)), m_modelsLabel(new QLabel(this)), m_count(new QLabel(this)),
      m_search(new QLineEdit(this)), m_kind(new QComboBox(this)), m_provider(new QComboBox(this)), m_type(new QComboBox(this)),
      m_healthy(new QCheckBox(this)), m_stack(new QStackedWidget(this)), m_list(new QListView(this)), m_noMatch(new EmptyState(u"filter"_s, this)),
      m_advice(new ToneLabel(this)), m_warning(new ToneLabel(this)), m_limits(new KeyLimitsForm), m_fold(new Fold(u"wizard.optional"_s, m_limits, this))
{
    m_filtered->setSourceModel(m_candidates);
    build();
    connect(m_name, &QLineEdit::textChanged, this, &KeyBasicsStep::checkFields);
    connect(m_description, &QLineEdit::textChanged, this, &KeyBasicsStep::checkFields);
    connect(m_limits, &KeyLimitsForm::changed, this, &KeyBasicsStep::changed);
    connect(m_candidates, &CandidatesModel::checkedChanged, this, &KeyBasicsStep::checkSelection);
    connect(m_search, &QLineEdit::textChanged, this, &KeyBasicsStep::applyFilter);
    for (QComboBox *combo : {m_kind, m_provider, m_type})
        connect(combo, &QComboBox::currentIndexChanged, this, &KeyBasicsStep::applyFilter);
    compat::onCheckChanged(m_healthy, this, [this](bool) { applyFilter(); });
    connect(m_noMatch->primary(), &QPushButton::clicked, this, &KeyBasicsStep::clearFilter);
    connect(&m_console, &Console::configurationChanged, this, &KeyBasicsStep::reload);
    connect(&m_console, &Console::healthChanged, this, &KeyBasicsStep::reload);
    reload();
    followLanguage(this, [this] { retranslate(); });
}

void KeyBasicsStep::build()
{
    m_name->setObjectName(u"wizard.name"_s);
    m_nameProblem->setObjectName(u"wizard.nameProblem"_s);
    m_description->setObjectName(u"wizard.description"_s);
    m_descriptionProblem->setObjectName(u"wizard.descriptionProblem"_s);
    m_search->setObjectName(u"wizard.filter"_s);
    m_kind->setObjectName(u"wizard.kind"_s);
    m_provider->setObjectName(u"wizard.provider"_s);
    m_type->setObjectName(u"wizard.type"_s);
    m_healthy->setObjectName(u"wizard.healthy"_s);
    m_list->setObjectName(u"wizard.models"_s);
    m_noMatch->setObjectName(u"wizard.noMatch"_s);
    m_count->setObjectName(u"wizard.count"_s);
    m_warning->setObjectName(u"wizard.selectionWarning"_s);
    m_advice->setObjectName(u"wizard.typeAdvice"_s);
    m_nameLabel->setBuddy(m_name);
    m_descriptionLabel->setBuddy(m_description);
    m_modelsLabel->setFont(Theme::strong());
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    for (QComboBox *combo : {m_kind, m_provider, m_type}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(9);
    }
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new CandidateDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMinimumHeight(170);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_noMatch);

    auto *fields = new QGridLayout;
    fields->setHorizontalSpacing(Theme::WideGap);
    fields->setVerticalSpacing(4);
    fields->addWidget(m_nameLabel, 0, 0);
    fields->addWidget(m_descriptionLabel, 0, 1);
    fields->addWidget(m_name, 1, 0);
    fields->addWidget(m_description, 1, 1);
    fields->addWidget(m_nameProblem, 2, 0);
    fields->addWidget(m_descriptionProblem, 2, 1);
    fields->setColumnStretch(0, 2);
    fields->setColumnStretch(1, 3);
    auto *title = new QHBoxLayout;
    title->addWidget(m_modelsLabel);
    title->addStretch();
    title->addWidget(m_count);
    auto *filters = new QHBoxLayout;
    filters->addWidget(m_search, 1);
    for (QComboBox *combo : {m_kind, m_provider, m_type})
        filters->addWidget(combo);
    filters->addWidget(m_healthy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::WideGap, Theme::PageMargin, Theme::Gap);
    column->addLayout(fields);
    column->addSpacing(4);
    column->addLayout(title);
    column->addLayout(filters);
    column->addWidget(m_stack, 1);
    column->addWidget(m_warning);
    column->addWidget(m_advice);
    column->addWidget(m_fold);
}

void KeyBasicsStep::retranslate()
{
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("1–32 letters, digits, Chinese characters, _ or -"));
    m_descriptionLabel->setText(tr("Description"));
    m_description->setAccessibleName(tr("Description"));
    m_description->setPlaceholderText(tr("optional, at most 128 characters"));
    m_modelsLabel->setText(tr("Models"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search models"));
    m_kind->setAccessibleName(tr("Channel kind"));
    m_provider->setAccessibleName(tr("Provider"));
    m_type->setAccessibleName(tr("Type"));
    m_healthy->setText(tr("Healthy only"));
    m_list->setAccessibleName(tr("Models"));
    m_list->setToolTip(tr("Space selects, Ctrl+A selects all that are shown"));
    m_fold->setTitle(tr("Expiry, limits and recording"));
    m_noMatch->setTexts(QString(), tr("No model matches this filter"), tr("Clear Filter"));
    fillFilters();
    m_candidates->retranslate();
    checkFields();
    checkSelection();
}

void KeyBasicsStep::fillFilters()
{
    const auto refill = [](QComboBox *combo, const QString &all, const QList<std::pair<QString, QVariant>> &entries) {
        const QSignalBlocker quiet(combo);
        const QVariant current = combo->currentData();
        combo->clear();
        combo->addItem(all);
        for (const auto &[text, data] : entries)
            combo->addItem(text, data);
        combo->setCurrentIndex(std::max(0, current.isValid() ? combo->findData(current) : 0));
    };
    using Kind = CandidatesFilter::Kind;
    QList<std::pair<QString, QVariant>> kinds{{tr("Own third-party models"), int(Kind::Own)}, {tr("Built-in models"), int(Kind::BuiltIn)}};
    QList<std::pair<QString, QVariant>> providers, types;
    QSet<int> seenTypes;
    QSet<QString> seenProviders;
    bool local = false;
    for (const CandidateFacts &facts : m_candidates->candidates()) {
        seenTypes.insert(int(facts.model.type));
        local = local || (facts.origin == ProviderOrigin::Local && facts.channelName.isEmpty());
        if (seenProviders.contains(facts.provider) || facts.missing)
            continue;
        seenProviders.insert(facts.provider);
        providers.append({facts.origin == ProviderOrigin::BuiltIn ? words::builtInName() : facts.providerName, facts.provider});
    }
    if (local)
        kinds.insert(1, {words::originName(ProviderOrigin::Local), int(Kind::Local)});
    for (int type = 0; type < ModelTypeCount; ++type) {
        if (seenTypes.contains(type))
            types.append({words::typeName(ModelType(type)), type});
    }
    refill(m_kind, tr("All channels"), kinds);
    refill(m_provider, tr("All providers"), providers);
    refill(m_type, tr("All types"), types);
}

void KeyBasicsStep::reload()
{
    m_candidates->setCandidates(everyCandidate(m_console, m_tests));
    fillFilters();
    applyFilter();
}

void KeyBasicsStep::load(const GatewayKey &key, const QString &ownId)
{
    m_ownId = ownId;
    m_name->setText(key.name);
    m_description->setText(key.description);
    m_limits->load(key);
    m_fold->setOpen(!m_limits->isDefault());
    m_candidates->setChecked(key.chain);
    checkFields();
    checkSelection();
    m_list->setCurrentIndex(m_filtered->index(0, 0));
}

void KeyBasicsStep::apply(GatewayKey &key) const
{
    key.name = m_name->text();
    key.description = m_description->text();
    m_limits->apply(key);
}

bool KeyBasicsStep::isComplete() const
{
    return m_nameProblem->said().isEmpty() && m_descriptionProblem->said().isEmpty() && !m_candidates->checked().isEmpty() && m_limits->isValid();
}

void KeyBasicsStep::focusFirst()
{
    m_name->setFocus();
    m_name->selectAll();
}

void KeyBasicsStep::showNameProblem(const QString &problem)
{
    m_nameProblem->say(problem, Tone::Bad);
    focusFirst();
}

void KeyBasicsStep::checkFields()
{
    m_nameProblem->say(words::keyNameProblem(m_name->text(), keyNames(m_console.configuration(), m_ownId)), Tone::Bad);
    m_descriptionProblem->say(words::keyDescriptionProblem(m_description->text()), Tone::Bad);
    emit changed();
}

void KeyBasicsStep::checkSelection()
{
    const QList<CandidateFacts> chosen = m_candidates->checkedFacts();
    // The first tick says which type the key is for; the filter that follows stays in sight and can be cleared.
    if (!chosen.isEmpty() && !m_hadTicks) {
        const ModelType first = chosen.first().model.type;
        const bool one = std::all_of(chosen.cbegin(), chosen.cend(), [first](const CandidateFacts &facts) { return facts.model.type == first; });
        if (one)
            showType(first);
    }
    m_hadTicks = !chosen.isEmpty();
    m_count->setText(tr("%1 of %2 selected").arg(chosen.size()).arg(m_candidates->rowCount()));
    QList<words::ChainMember> members;
    for (const CandidateFacts &facts : chosen)
        members.append({facts.candidate.channel, facts.model.type, facts.origin == ProviderOrigin::BuiltIn});
    if (members.isEmpty())
        m_warning->say(tr("Choose at least one model"), Tone::Muted);
    else if (members.size() == 1)
        m_warning->say(tr("No backup: failover is impossible. Add one?"), Tone::Caution);
    else
        m_warning->say(words::chainWarnings(members).join(tr("; ")), Tone::Caution);
    const std::optional<ModelType> type = m_filtered->type();
    const QString rule = tr("Only models of the same type fail over to each other.");
    m_advice->say(type ? rule + u' ' + tr("The list shows the type %1.").arg(words::typeName(*type)) : rule);
    emit changed();
}

void KeyBasicsStep::showType(std::optional<ModelType> type) { m_type->setCurrentIndex(type ? std::max(0, m_type->findData(int(*type))) : 0); }

void KeyBasicsStep::applyFilter()
{
    const auto chosen = [](const QComboBox *combo) { return combo->currentData(); };
    m_filtered->setText(m_search->text());
    m_filtered->setKind(chosen(m_kind).isValid() ? CandidatesFilter::Kind(chosen(m_kind).toInt()) : CandidatesFilter::Kind::All);
    m_filtered->setProvider(chosen(m_provider).toString());
    m_filtered->setType(chosen(m_type).isValid() ? std::optional(ModelType(chosen(m_type).toInt())) : std::nullopt);
    m_filtered->setHealthyOnly(m_healthy->isChecked());
    m_stack->setCurrentIndex(m_filtered->rowCount() > 0 ? 0 : 1);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_filtered->index(0, 0));
    checkSelection();
}

void KeyBasicsStep::clearFilter()
{
    m_search->clear();
    for (QComboBox *combo : {m_kind, m_provider, m_type})
        combo->setCurrentIndex(0);
    m_healthy->setChecked(false);
    m_list->setFocus();
}

void KeyBasicsStep::tickVisible()
{
    QList<Candidate> checked = m_candidates->checked();
    bool all = true;
    for (int row = 0; row < m_filtered->rowCount(); ++row) {
        const Candidate candidate = m_filtered->index(row, 0).data(CandidatesModel::FactsRole).value<CandidateFacts>().candidate;
        if (!checked.contains(candidate)) {
            checked.append(candidate);
            all = false;
        }
    }
    if (all) { // a second time takes them away again
        for (int row = 0; row < m_filtered->rowCount(); ++row)
            checked.removeOne(m_filtered->index(row, 0).data(CandidatesModel::FactsRole).value<CandidateFacts>().candidate);
    }
    m_candidates->setChecked(checked);
}

bool KeyBasicsStep::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::SelectAll)) {
            if (event->type() == QEvent::KeyPress)
                tickVisible();
            key->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace understudy
