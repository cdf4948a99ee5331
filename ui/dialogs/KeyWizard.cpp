// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/KeyWizard.h"

#include "dialogs/KeyBasicsStep.h"
#include "dialogs/KeyPolicyStep.h"
#include "models/ChainModel.h"
#include "models/KeyDrafts.h"
#include "theme/Icons.h"
#include "widgets/Ask.h"
#include "widgets/Language.h"
#include "widgets/MessageBar.h"
#include "words/KeyWords.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// A step scrolls when the window is small or the text is large, up and down only.
QScrollArea *scrolling(QWidget *step)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(step);
    return area;
}

const GatewayKey *keyById(const Configuration &configuration, const QString &id)
{
    const auto found = std::find_if(configuration.keys.cbegin(), configuration.keys.cend(), [&id](const GatewayKey &key) { return key.id == id; });
    return found == configuration.keys.cend() ? nullptr : &*found;
}

} // namespace

KeyWizard::KeyWizard(Console &console, const TestMemory &tests, Purpose purpose, const QString &id, QWidget *parent)
    : QDialog(parent), m_console(console), m_purpose(purpose), m_id(id), m_title(new QLabel(this)), m_steps{new QLabel(this), new QLabel(this)},
      m_bar(new MessageBar(this)), m_stack(new QStackedWidget(this)), m_basics(new KeyBasicsStep(console, tests)), m_policy(new KeyPolicyStep),
      m_cancel(new QPushButton(this)), m_back(new QPushButton(this)), m_try(new QPushButton(this)), m_next(new QPushButton(this))
{
    setObjectName(u"wizard"_s);
    build();
    connect(m_cancel, &QPushButton::clicked, this, &KeyWizard::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { showStep(0); });
    connect(m_next, &QPushButton::clicked, this, &KeyWizard::next);
    connect(m_try, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_basics, &KeyBasicsStep::changed, this, &KeyWizard::update);
    connect(m_policy, &KeyPolicyStep::changed, this, &KeyWizard::update);
    // Ticks and order are two views of one list: each follows the other, and so does news of health.
    connect(m_basics->candidates(), &CandidatesModel::checkedChanged, this, &KeyWizard::followTicks);
    connect(m_basics->candidates(), &QAbstractItemModel::dataChanged, this, &KeyWizard::followTicks);
    connect(m_policy->chain(), &ChainModel::chainChanged, this, &KeyWizard::followOrder);
    begin();
    followLanguage(this, [this] { retranslate(); });
    showStep(0);
    resize(880, 640);
}

void KeyWizard::build()
{
    m_title->setFont(Theme::heading());
    m_cancel->setObjectName(u"wizard.cancel"_s);
    m_back->setObjectName(u"wizard.back"_s);
    m_try->setObjectName(u"wizard.createAndTry"_s);
    m_next->setObjectName(u"wizard.next"_s);
    m_next->setDefault(true);
    m_stack->addWidget(scrolling(m_basics));
    m_stack->addWidget(scrolling(m_policy));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Theme::PageMargin, Theme::WideGap, Theme::PageMargin, 0);
    head->setSpacing(Theme::WideGap);
    head->addWidget(m_title);
    head->addStretch();
    for (QLabel *step : m_steps)
        head->addWidget(step);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Theme::Gap); // a layout in a layout has its spacing: none
    foot->setContentsMargins(Theme::PageMargin, Theme::Gap, Theme::PageMargin, Theme::WideGap);
    foot->addWidget(m_cancel);
    foot->addStretch();
    foot->addWidget(m_back);
    foot->addWidget(m_try);
    foot->addWidget(m_next);
    auto *bars = new QVBoxLayout;
    bars->setContentsMargins(Theme::PageMargin, Theme::Gap, Theme::PageMargin, 0);
    bars->addWidget(m_bar);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(bars);
    column->addWidget(m_stack, 1);
    column->addLayout(foot);
}

void KeyWizard::begin()
{
    const Configuration &configuration = m_console.configuration();
    const GatewayKey *key = m_purpose == Purpose::Create ? nullptr : keyById(configuration, m_id);
    if (key)
        m_original = *key;
    switch (m_purpose) {
    case Purpose::Create:
        m_original.name = presetKeyName(configuration);
        m_original.chain = suggestedSelection(m_basics->candidates()->candidates(), m_id);
        break;
    case Purpose::Duplicate:
        m_original.id.clear();
        m_original.secret = Secret();
        m_original.name = derivedKeyName(configuration, m_original.name, u"-copy"_s);
        break;
    case Purpose::Edit: break;
    }
    m_basics->load(m_original, m_purpose == Purpose::Edit ? m_id : QString());
    m_policy->load(m_original.policy);
    m_policy->chain()->setChain(m_basics->candidates()->checkedFacts());
    m_begun = draft();
}

void KeyWizard::retranslate()
{
    switch (m_purpose) {
    case Purpose::Create: m_title->setText(tr("Create gateway access key")); break;
    case Purpose::Edit: m_title->setText(tr("Edit gateway access key")); break;
    case Purpose::Duplicate: m_title->setText(tr("Duplicate gateway access key")); break;
    }
    setWindowTitle(m_title->text());
    m_cancel->setText(tr("Cancel"));
    m_back->setText(tr("&Back"));
    if (m_stack->currentIndex() == 0) {
        m_next->setText(tr("&Next"));
    } else {
        m_next->setText(m_purpose == Purpose::Edit ? tr("Save") : tr("Create"));
        m_try->setText(m_purpose == Purpose::Edit ? tr("Save && Try") : tr("Create && Try"));
    }
    const QString texts[] = {tr("1  Models"), tr("2  Call policy")};
    const QString names[] = {tr("Step 1 of 2: basic information and models"), tr("Step 2 of 2: call policy")};
    for (int i = 0; i < 2; ++i) {
        m_steps[i]->setText(texts[i]);
        m_steps[i]->setToolTip(names[i]);
        m_steps[i]->setFont(i == m_stack->currentIndex() ? Theme::strong() : font());
        m_steps[i]->setForegroundRole(i == m_stack->currentIndex() ? QPalette::WindowText : QPalette::PlaceholderText);
    }
}

GatewayKey KeyWizard::draft() const
{
    GatewayKey key = m_original;
    m_basics->apply(key);
    m_policy->apply(key);
    return key;
}

void KeyWizard::showStep(int step)
{
    m_stack->setCurrentIndex(step);
    m_back->setVisible(step == 1);
    m_try->setVisible(step == 1);
    retranslate();
    update();
    if (step == 0)
        m_basics->focusFirst();
    else
        m_policy->focusFirst();
}

void KeyWizard::update()
{
    const bool first = m_stack->currentIndex() == 0;
    const bool whole = m_basics->isComplete() && (first || m_policy->isComplete());
    m_next->setEnabled(whole && !m_saving);
    m_try->setEnabled(whole && !m_saving);
}

void KeyWizard::next()
{
    if (m_stack->currentIndex() == 1)
        return save(false);
    showStep(1);
}

void KeyWizard::followTicks() { m_policy->chain()->choose(m_basics->candidates()->checkedFacts()); }

void KeyWizard::followOrder()
{
    const QList<Candidate> order = m_policy->chain()->chain();
    QList<Candidate> ticks = m_basics->candidates()->checked();
    ticks.removeIf([&order](const Candidate &candidate) { return !order.contains(candidate); });
    m_basics->candidates()->setChecked(ticks); // what was removed from the order loses its tick
}

void KeyWizard::save(bool tryIt)
{
    if (m_saving)
        return;
    m_saving = true;
    m_bar->clear();
    update();
    const GatewayKey key = draft();
    Console::Change change;
    if (m_purpose == Purpose::Edit) {
        // The stored key may have got a new secret, or been paused, since this form was opened.
        change = [key](const Configuration &stored) {
            return withKeyChanged(stored, key.id, [&key](GatewayKey &target) {
                const Secret secret = target.secret;
                const bool enabled = target.enabled;
                target = key;
                target.secret = secret;
                target.enabled = enabled;
            });
        };
    } else {
        change = [key](const Configuration &stored) { return withKeyAdded(stored, key); };
    }
    m_console.change(std::move(change), this, [this, key, tryIt](const Result<void> &result) {
        m_saving = false;
        update();
        if (result)
            return saved(key, tryIt);
        m_bar->show({Message::Level::Error, tr("The key could not be saved: %1").arg(result.error().text), {}, {}});
    });
}

void KeyWizard::saved(const GatewayKey &key, bool tryIt)
{
    const GatewayKey *stored = m_console.configuration().keyNamed(key.name);
    const QString id = stored ? stored->id : key.id;
    accept();
    emit said({Message::Level::Success, m_purpose == Purpose::Edit ? tr("Key “%1” saved").arg(key.name) : tr("Key “%1” created").arg(key.name), {}, {}, Message::UndoMs});
    if (tryIt)
        emit wished(Wish::make(Wish::What::TryKey, id));
    else if (m_purpose != Purpose::Edit)
        emit wished(Wish::make(Wish::What::ViewKey, id));
}

void KeyWizard::reject()
{
    if (draft() == m_begun)
        return QDialog::reject();
    Question question;
    question.title = m_purpose == Purpose::Edit ? tr("Discard the changes of “%1”?").arg(m_original.name) : tr("Discard this key?");
    question.text = tr("What you have entered here is not saved.");
    question.choices = {tr("Keep Editing"), tr("Discard")};
    ask(this, question, [this](int choice, bool) {
        if (choice == 1)
            QDialog::reject();
    });
}

} // namespace understudy
