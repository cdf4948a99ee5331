// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/PrivacySection.h"

#include "console/Console.h"
#include "dialogs/ClearLog.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Language.h"
#include "words/Quantities.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

PrivacySection::PrivacySection(Console &console, QWidget *parent) : SettingsSection(u"privacy"_s, parent), m_console(console)
{
    auto *page = new QWidget;
    m_promise = settingsText(page, true);
    m_none = settingsText(page);
    m_problem = settingsText(page);
    m_problem->hide();
    m_keys = new QWidget(page);
    m_keyRows = new QVBoxLayout(m_keys);
    m_keyRows->setContentsMargins(0, 0, 0, 0);
    auto *texts = new QVBoxLayout(page);
    texts->setContentsMargins(14, 12, 14, 12);
    texts->addWidget(m_promise);
    texts->addWidget(m_none);
    texts->addWidget(m_keys);
    texts->addWidget(m_problem);
    m_recording = addGroup();
    m_recording->addContent(page);

    buildLog();
    auto *both = new QWidget;
    m_folder = new ElidedLabel(both);
    m_open = new QPushButton(both);
    m_open->setObjectName(u"settings.privacy.openFolder"_s);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_folder, 1);
    row->addWidget(m_open);
    m_data = addGroup();
    m_folderRow = m_data->add(both, SettingRow::Place::Below);
    column()->addStretch();

    connect(m_open, &QPushButton::clicked, this, [this] {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_console.state().dataDirectory)))
            m_folderRow->setProblem(tr("No program opened the folder. Its path is above."));
    });
    connect(&console, &Console::configurationChanged, this, &PrivacySection::follow);
    connect(&console, &Console::stateChanged, this, [this] { m_folder->setFullText(m_console.state().dataDirectory); });
    followLanguage(this, [this] { retranslate(); });
}

void PrivacySection::buildLog()
{
    m_log = addGroup();
    const auto number = [](const QString &name, int most) {
        auto *box = new QSpinBox;
        box->setObjectName(name);
        box->setRange(0, most);
        box->setKeyboardTracking(false); // 9, then 90: the first would already delete
        return box;
    };
    m_keepDays = number(u"settings.privacy.days"_s, RetentionPolicy::MostDays);
    m_keepSize = number(u"settings.privacy.megabytes"_s, RetentionPolicy::MostMegabytes);
    m_keepContent = number(u"settings.privacy.contentDays"_s, RetentionPolicy::MostDays);
    m_daysRow = m_log->add(m_keepDays);
    m_sizeRow = m_log->add(m_keepSize);
    m_contentRow = m_log->add(m_keepContent);
    m_clear = new QPushButton;
    m_clear->setObjectName(u"settings.privacy.clear"_s);
    m_clearRow = m_log->add(m_clear);
    for (QSpinBox *box : {m_keepDays, m_keepSize, m_keepContent}) {
        box->setEnabled(false);
        connect(box, &QSpinBox::valueChanged, this, &PrivacySection::storePolicy);
    }
    connect(m_clear, &QPushButton::clicked, this, &PrivacySection::clearLog);
}

void PrivacySection::showEvent(QShowEvent *event)
{
    SettingsSection::showEvent(event);
    askPolicy();
}

void PrivacySection::askPolicy()
{
    m_console.retention(this, [this](const Result<RetentionPolicy> &policy) {
        m_daysRow->setProblem(policy ? QString() : policy.error().text);
        if (!policy)
            return;
        const std::pair<QSpinBox *, int> values[] = {{m_keepDays, policy->days}, {m_keepSize, policy->megabytes}, {m_keepContent, policy->contentDays}};
        for (const auto &[box, value] : values) {
            const QSignalBlocker silent(box);
            box->setValue(value);
            box->setEnabled(true);
        }
        m_policyKnown = true;
    });
}

void PrivacySection::storePolicy()
{
    if (!m_policyKnown)
        return;
    m_console.setRetention({m_keepDays->value(), m_keepSize->value(), m_keepContent->value()}, this, [this](const Result<void> &stored) {
        m_daysRow->setProblem(stored ? QString() : stored.error().text);
    });
}

void PrivacySection::clearLog()
{
    const auto begun = [this] {
        m_clear->setEnabled(false);
        m_clearRow->setNote(tr("Deleting…"));
    };
    understudy::clearLog(this, m_console, begun, [this](const Result<qint64> &cleared) {
        m_clear->setEnabled(true);
        m_clearRow->setNote(cleared ? tr("%n request(s) deleted.", nullptr, int(*cleared)) : QString());
        m_clearRow->setProblem(cleared ? QString() : cleared.error().text);
    });
}

void PrivacySection::retranslate()
{
    setGroupTitle(m_log, tr("Request log"));
    m_daysRow->setTexts(tr("Keep requests for"), tr("Older ones are deleted while the gateway works. Usage statistics stay."));
    m_sizeRow->setTexts(tr("Largest size of the database"), tr("When it is larger, the oldest requests go first. Not with PostgreSQL."));
    m_contentRow->setTexts(tr("Keep recorded prompts and answers for"), tr("Only keys that record contents have any."));
    m_clearRow->setTexts(tr("Clear the log"), tr("Deletes the requests, not the usage statistics."));
    for (QSpinBox *box : {m_keepDays, m_keepContent}) {
        box->setSuffix(tr(" days"));
        box->setSpecialValueText(tr("without limit"));
    }
    m_keepSize->setSuffix(tr(" MB"));
    m_keepSize->setSpecialValueText(tr("without limit"));
    m_clear->setText(tr("Clear…"));
    setGroupTitle(m_recording, tr("Contents of requests"));
    setGroupTitle(m_data, tr("Data"));
    m_promise->setText(tr("Everything stays on this computer: no account, no telemetry. The request log keeps times, models, tokens and results, but prompts and answers only for keys "
                          "that record them. That is chosen in each key, and off in a new one."));
    m_none->setText(tr("No key records contents."));
    m_open->setText(tr("Open Data Folder"));
    m_folderRow->setTexts(tr("Data folder"), tr("The database, the master key when it is in a file, and these preferences."));
    m_shown.clear();
    follow();
}

void PrivacySection::follow()
{
    m_folder->setFullText(m_console.state().dataDirectory);
    QStringList wanted;
    QList<const GatewayKey *> recording;
    for (const GatewayKey &key : m_console.configuration().keys) {
        if (key.policy.recordContent) {
            recording.append(&key);
            wanted.append(key.id + u' ' + key.name);
        }
    }
    m_none->setVisible(recording.isEmpty());
    m_keys->setVisible(!recording.isEmpty());
    if (wanted == m_shown)
        return;
    m_shown = wanted;
    while (QLayoutItem *item = m_keyRows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the button that was pressed
        delete item;
    }
    for (const GatewayKey *key : std::as_const(recording)) {
        auto *row = new QWidget(m_keys);
        auto *name = new ElidedLabel(row);
        name->setFullText(tr("● %1 records contents").arg(key->name));
        auto *stop = new QPushButton(tr("Stop Recording"), row);
        stop->setObjectName(u"settings.privacy.stop."_s + key->id);
        stop->setAccessibleName(tr("Stop recording contents of %1").arg(key->name));
        auto *edit = new QPushButton(tr("Edit…"), row);
        edit->setAccessibleName(tr("Edit the key %1").arg(key->name));
        for (QPushButton *link : {stop, edit})
            Style::setVariant(link, Style::Variant::Link);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(name, 1);
        line->addWidget(stop);
        line->addWidget(edit);
        m_keyRows->addWidget(row);
        connect(stop, &QPushButton::clicked, this, [this, id = key->id] { stopRecording(id); });
        connect(edit, &QPushButton::clicked, this, [this, id = key->id] { emit wished(Wish::make(Wish::What::EditKey, id)); });
    }
}

void PrivacySection::stopRecording(const QString &keyId)
{
    const Console::Change change = [keyId](const Configuration &stored) -> Result<Configuration> {
        Configuration wanted = stored;
        for (GatewayKey &key : wanted.keys) {
            if (key.id == keyId)
                key.policy.recordContent = false;
        }
        return wanted;
    };
    m_console.change(change, this, [this](const Result<void> &done) {
        m_problem->setVisible(!done);
        if (!done)
            m_problem->setText(tr("✕ Not saved: %1").arg(done.error().toString()));
    });
}

} // namespace understudy
