// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/LogFilterBar.h"

#include "console/Console.h"
#include "preferences/Preferences.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "widgets/FilterEdit.h"
#include "widgets/Language.h"
#include "words/FilterWords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int ReasonDelayMs = 400; ///< a term that is being typed is not a mistake yet
constexpr int MostSaved = 20;

} // namespace

LogFilterBar::LogFilterBar(Console &console, Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_console(console), m_preferences(preferences)
{
    m_sayReason.setInterval(ReasonDelayMs);
    m_sayReason.setSingleShot(true);
    build();
    fillKeys();
    connectParts();
    followLanguage(this, [this] { retranslate(); });
}

void LogFilterBar::build()
{
    m_text = new FilterEdit(this);
    m_text->setObjectName(u"log.filter"_s);
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(180);
    m_text->addAction(icons::icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_text->setNames([this] { return names(); });
    m_saved = new QToolButton(this);
    m_saved->setObjectName(u"log.saved"_s);
    m_saved->setIcon(icons::icon(u"filter"_s));
    m_saved->setFocusPolicy(Qt::StrongFocus);
    m_savedMenu = new QMenu(m_saved);
    m_saved->setMenu(m_savedMenu);
    m_saved->setPopupMode(QToolButton::InstantPopup);
    m_key = new QComboBox(this);
    m_key->setObjectName(u"log.key"_s);
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_key->setMinimumContentsLength(13);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Theme::Gap);
    row->addWidget(m_text, 1);
    row->addWidget(m_saved);
    row->addWidget(m_key);
}

void LogFilterBar::connectParts()
{
    connect(&m_console, &Console::configurationChanged, this, &LogFilterBar::fillKeys);
    connect(m_text, &FilterEdit::expressionChanged, this, &LogFilterBar::changed);
    connect(m_text, &FilterEdit::problemChanged, this, [this] {
        if (m_text->problem())
            m_sayReason.start();
        else
            m_sayReason.stop();
        m_text->setToolTip(m_text->problem() ? words::filterProblem(*m_text->problem()) : QString());
        emit reasonChanged(QString());
    });
    connect(&m_sayReason, &QTimer::timeout, this, [this] {
        if (m_text->problem())
            emit reasonChanged(words::filterProblem(*m_text->problem()));
    });
    connect(m_key, &QComboBox::currentIndexChanged, this, &LogFilterBar::changed);
    connect(m_savedMenu, &QMenu::aboutToShow, this, &LogFilterBar::fillSaved);
}

void LogFilterBar::retranslate()
{
    m_text->setPlaceholderText(tr("status:failed  saved:backup  since:1h  or text"));
    m_text->setAccessibleName(tr("Filter"));
    m_key->setItemText(0, tr("All keys"));
    m_key->setAccessibleName(tr("Gateway access key"));
    m_saved->setAccessibleName(tr("Saved filters"));
    m_saved->setToolTip(tr("Saved filters"));
}

const FilterExpression &LogFilterBar::expression() const { return m_text->expression(); }

QString LogFilterBar::keyId() const { return m_key->currentData().toString(); }

QString LogFilterBar::text() const
{
    const QString text = toText(expression());
    return keyId().isEmpty() ? text : (toText(FilterTerm{FilterField::Key, FilterOperator::Is, false, {m_key->currentText()}, {}}) + u' ' + text).trimmed();
}

QWidget *LogFilterBar::field() const { return m_text; }

void LogFilterBar::clear() { showFilter(QString()); }

void LogFilterBar::showFilter(const QString &text)
{
    m_key->setCurrentIndex(0);
    m_text->setText(text);
}

void LogFilterBar::showKey(const QString &keyId)
{
    m_text->clear();
    m_key->setCurrentIndex(m_key->findData(keyId));
}

void LogFilterBar::addTerm(const FilterTerm &term) { m_text->addTerm(term); }

void LogFilterBar::reread() { m_text->reread(); }

void LogFilterBar::fillKeys()
{
    const QString chosen = keyId();
    {
        const QSignalBlocker silent(m_key);
        m_key->clear();
        m_key->addItem(tr("All keys"));
        QList<GatewayKey> keys = m_console.configuration().keys;
        std::sort(keys.begin(), keys.end(), [](const GatewayKey &a, const GatewayKey &b) { return a.name.localeAwareCompare(b.name) < 0; });
        for (const GatewayKey &key : std::as_const(keys))
            m_key->addItem(key.name, key.id);
        m_key->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : m_key->findData(chosen)));
    }
    emit changed();
}

void LogFilterBar::fillSaved()
{
    m_savedMenu->clear();
    const auto add = [this](const QString &text, const QString &filter) {
        m_savedMenu->addAction(text, this, [this, filter] { m_text->setText(filter); });
    };
    add(tr("Failed"), u"status:failed,interrupted"_s);
    add(tr("Saved by a backup"), u"saved:backup"_s);
    add(tr("Needed more than one attempt"), u"attempts>1"_s);
    add(tr("Took more than 30 seconds"), u"duration>30s"_s);
    add(tr("Too many requests (429)"), u"code:429"_s);
    m_savedMenu->addSeparator();
    const QStringList saved = m_preferences.get(preferences::LogFilters);
    for (const QString &filter : saved)
        add(QString(filter).replace(u'&', u"&&"_s), filter);
    const QString present = m_text->text().trimmed();
    const bool canSave = !present.isEmpty() && !m_text->problem() && !saved.contains(present);
    m_savedMenu->addAction(tr("Save This Filter"), this, [this, present] {
        m_preferences.set(preferences::LogFilters, (QStringList(present) + m_preferences.get(preferences::LogFilters)).mid(0, MostSaved));
    })->setEnabled(canSave);
    if (saved.contains(present)) {
        m_savedMenu->addAction(tr("Forget This Filter"), this, [this, present] {
            QStringList rest = m_preferences.get(preferences::LogFilters);
            rest.removeAll(present);
            m_preferences.set(preferences::LogFilters, rest);
        });
    }
}

FilterNames LogFilterBar::names() const
{
    FilterNames names;
    for (const GatewayKey &key : m_console.configuration().keys)
        names.keys.append(key.name);
    for (const Channel &channel : m_console.configuration().channels) {
        names.channels.append(channel.id);
        names.models += channel.models;
    }
    const QList<ExchangeRecord> recent = m_console.recent();
    for (const ExchangeRecord &record : recent) {
        names.models << record.servedModel << record.askedModel;
        names.channels.append(record.servedChannel);
    }
    for (QStringList *list : {&names.keys, &names.models, &names.channels}) {
        list->removeDuplicates();
        list->removeAll(QString());
    }
    return names;
}

} // namespace understudy
