// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/KeyPolicyStep.h"

#include "configuration/Rules.h"
#include "dialogs/KeyAdvancedForm.h"
#include "models/ChainModel.h"
#include "theme/QtCompat.h"
#include "theme/Style.h"
#include "widgets/ChainEditor.h"
#include "widgets/Fold.h"
#include "widgets/Language.h"
#include "widgets/SecondsField.h"
#include "widgets/ToneLabel.h"
#include "widgets/WorstCaseBar.h"
#include "words/KeyWords.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int FieldWidth = 130;
constexpr int CustomTtl = -1;
constexpr Milliseconds LowestTimeout{1000}, HighestTimeout{590'000}; ///< what the wizard offers; a stored value may lie outside

} // namespace

KeyPolicyStep::KeyPolicyStep(QWidget *parent)
    : QWidget(parent), m_chain(new ChainModel(this)), m_orderLabel(new QLabel(this)), m_orderAdvice(new ToneLabel(this)),
      m_warnings(new ToneLabel(this)), m_editor(new ChainEditor(m_chain, this)), m_form(nullptr), m_retries(new QSpinBox(this)),
      m_retriesAdvice(new ToneLabel(this)), m_cache(new QCheckBox(this)), m_ttl(new QComboBox(this)), m_ownTtl(new SecondsField(this)),
      m_cacheAdvice(new ToneLabel(this)), m_timeout(new SecondsField(this)), m_usePreset(new QPushButton(this)),
      m_timeoutAdvice(new ToneLabel(this)), m_advanced(new KeyAdvancedForm), m_fold(new Fold(u"wizard.advanced"_s, m_advanced, this)),
      m_worst(new WorstCaseBar(this))
{
    build();
    connect(m_chain, &ChainModel::chainChanged, this, &KeyPolicyStep::update);
    connect(m_retries, &QSpinBox::valueChanged, this, &KeyPolicyStep::update);
    compat::onCheckChanged(m_cache, this, [this](bool) { update(); });
    connect(m_ttl, &QComboBox::currentIndexChanged, this, &KeyPolicyStep::update);
    connect(m_ownTtl, &SecondsField::timeChanged, this, &KeyPolicyStep::update);
    connect(m_timeout, &SecondsField::timeChanged, this, [this] {
        if (m_showing)
            return;
        m_timeoutGiven = m_timeout->time();
        update();
    });
    connect(m_usePreset, &QPushButton::clicked, this, [this] {
        m_timeoutGiven.reset();
        m_timeout->setFocus(); // the button goes
        update();
    });
    connect(m_advanced, &KeyAdvancedForm::changed, this, &KeyPolicyStep::update);
    followLanguage(this, [this] { retranslate(); });
    load(Policy());
}

QWidget *KeyPolicyStep::form()
{
    auto *panel = new QWidget;
    m_form = new QFormLayout(panel);
    m_form->setContentsMargins(0, 0, Theme::Gap, 0);
    m_form->setVerticalSpacing(4);
    m_form->addRow(u" "_s, m_retries);
    m_form->addRow(QString(), m_retriesAdvice);
    auto *timeout = new QHBoxLayout;
    timeout->addWidget(m_timeout);
    timeout->addWidget(m_usePreset);
    timeout->addStretch();
    m_form->addRow(u" "_s, timeout);
    m_form->addRow(QString(), m_timeoutAdvice);
    m_form->addRow(u" "_s, m_cache);
    auto *ttl = new QHBoxLayout;
    ttl->addWidget(m_ttl);
    ttl->addWidget(m_ownTtl);
    ttl->addStretch();
    m_form->addRow(u" "_s, ttl);
    m_form->addRow(QString(), m_cacheAdvice);
    m_form->addRow(m_fold);
    return panel;
}

void KeyPolicyStep::build()
{
    m_retries->setObjectName(u"wizard.retries"_s);
    m_cache->setObjectName(u"wizard.cache"_s);
    m_ttl->setObjectName(u"wizard.ttl"_s);
    m_ownTtl->setObjectName(u"wizard.ownTtl"_s);
    m_timeout->setObjectName(u"wizard.timeout"_s);
    m_usePreset->setObjectName(u"wizard.usePreset"_s);
    m_warnings->setObjectName(u"wizard.warnings"_s);
    m_retries->setRange(int(ranges::Retries.lowest), int(ranges::Retries.highest));
    m_timeout->setLimits(LowestTimeout, HighestTimeout);
    m_ownTtl->setLimits(std::chrono::seconds(ranges::CacheTtl.lowest), std::chrono::seconds(ranges::CacheTtl.highest));
    m_ownTtl->setDecimals(0);
    for (QWidget *field : std::initializer_list<QWidget *>{m_retries, m_ttl, m_ownTtl, m_timeout})
        field->setFixedWidth(FieldWidth);
    Style::setVariant(m_usePreset, Style::Variant::Link);
    m_orderLabel->setFont(Theme::strong());

    auto *left = new QVBoxLayout;
    left->setSpacing(6);
    left->addWidget(m_orderLabel);
    left->addWidget(m_orderAdvice);
    left->addWidget(m_editor, 1);
    left->addWidget(m_warnings);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    QWidget *panel = form();
    panel->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(panel);
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addLayout(left, 1);
    row->addWidget(scroll, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::PageMargin, Theme::WideGap, Theme::PageMargin, Theme::Gap);
    column->addLayout(row, 1);
    column->addWidget(m_worst);
}

void KeyPolicyStep::retranslate()
{
    m_orderLabel->setText(tr("Call order"));
    m_orderAdvice->say(tr("Weigh performance, cost and stability: first what meets the daily need, smaller distilled versions as backups."));
    const auto label = [this](auto *field, const QString &text) {
        if (auto *made = qobject_cast<QLabel *>(m_form->labelForField(field)))
            made->setText(text);
    };
    label(m_retries, tr("Retries"));
    m_retries->setAccessibleName(tr("Retries"));
    m_retriesAdvice->say(tr("More tries of the same model before the next one, 0 to 3."));
    for (int row = 0; row < m_form->rowCount(); ++row) { // fields in a layout of their own
        QLayoutItem *field = m_form->itemAt(row, QFormLayout::FieldRole);
        auto *made = field && field->layout() ? qobject_cast<QLabel *>(m_form->labelForField(field->layout())) : nullptr;
        if (made)
            made->setText(field->layout()->indexOf(m_timeout) >= 0 ? tr("Request timeout") : tr("Cache duration"));
    }
    m_timeout->setAccessibleName(tr("Request timeout"));
    label(m_cache, tr("Cache"));
    m_cache->setText(tr("On"));
    m_cache->setAccessibleName(tr("Cache"));
    m_ttl->setAccessibleName(tr("Cache duration"));
    m_ownTtl->setAccessibleName(tr("Cache duration in seconds"));
    m_cacheAdvice->say(tr("Identical requests are answered from the cache; answers with tool calls are not stored."));
    m_fold->setTitle(tr("Advanced"));
    fillDurations();
    update();
}

void KeyPolicyStep::fillDurations()
{
    const QSignalBlocker quiet(m_ttl);
    const int current = m_ttl->currentIndex();
    m_ttl->clear();
    m_ttl->addItem(tr("1 minute"), 60);
    m_ttl->addItem(tr("5 minutes"), 300);
    m_ttl->addItem(tr("1 hour"), 3600);
    m_ttl->addItem(tr("1 day"), 86400);
    m_ttl->addItem(tr("Custom"), CustomTtl);
    m_ttl->setCurrentIndex(std::max(0, current));
}

void KeyPolicyStep::showTtl(std::chrono::seconds ttl)
{
    const int listed = m_ttl->findData(int(ttl.count()));
    m_ttl->setCurrentIndex(listed >= 0 ? listed : m_ttl->findData(CustomTtl));
    m_ownTtl->setTime(ttl);
}

std::chrono::seconds KeyPolicyStep::ttl() const
{
    const int listed = m_ttl->currentData().toInt();
    return listed == CustomTtl ? std::chrono::duration_cast<std::chrono::seconds>(m_ownTtl->time()) : std::chrono::seconds(listed);
}

void KeyPolicyStep::load(const Policy &policy)
{
    m_showing = true;
    m_retries->setValue(policy.retries);
    m_cache->setChecked(policy.cache.enabled);
    showTtl(policy.cache.ttl);
    m_timeoutGiven = policy.timeout;
    m_advanced->load(policy);
    m_fold->setOpen(!m_advanced->isDefault());
    m_showing = false;
    update();
}

void KeyPolicyStep::apply(GatewayKey &key) const
{
    key.chain = m_chain->chain();
    key.policy.retries = m_retries->value();
    key.policy.timeout = m_timeoutGiven;
    key.policy.cache.enabled = m_cache->isChecked();
    key.policy.cache.ttl = ttl();
    m_advanced->apply(key.policy);
}

bool KeyPolicyStep::isComplete() const { return m_chain->rowCount() > 0; }

void KeyPolicyStep::focusFirst() { m_editor->view()->setFocus(); }

Milliseconds KeyPolicyStep::preset() const { return Policy().attemptTimeout(m_chain->hasReasoning()); }

void KeyPolicyStep::update()
{
    if (m_showing)
        return;
    m_showing = true;
    m_timeout->setTime(m_timeoutGiven.value_or(preset()));
    m_showing = false;
    const QString presetText = words::inSeconds(preset());
    m_usePreset->setVisible(m_timeoutGiven.has_value());
    m_usePreset->setText(tr("Use Preset"));
    m_timeoutAdvice->say(m_chain->hasReasoning() ? tr("Preset %1: reasoning models need longer. Other chains: 60 s.").arg(presetText)
                                                 : tr("Preset %1; 180 s with a reasoning model.").arg(presetText));
    m_ttl->setEnabled(m_cache->isChecked());
    m_ownTtl->setEnabled(m_cache->isChecked());
    m_ownTtl->setVisible(m_ttl->currentData().toInt() == CustomTtl);

    QList<words::ChainMember> members;
    for (const CandidateFacts &facts : m_chain->rows())
        members.append({facts.candidate.channel, facts.model.type, facts.origin == ProviderOrigin::BuiltIn});
    const bool missing = std::any_of(m_chain->rows().cbegin(), m_chain->rows().cend(), [](const CandidateFacts &facts) { return facts.missing; });
    QStringList warnings = words::chainWarnings(members);
    if (missing)
        warnings.prepend(tr("A model is no longer there; remove it before saving"));
    m_warnings->say(members.isEmpty() ? tr("The key needs at least one model") : warnings.join(tr("; ")), members.isEmpty() || missing ? Tone::Bad : Tone::Caution);

    GatewayKey key;
    apply(key);
    QList<WorstCaseBar::Models> groups;
    for (const ChainModel::Group &group : m_chain->groups())
        groups.append({group.type, group.size});
    m_worst->show(groups, key.policy);
    emit changed();
}

} // namespace understudy
