// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ChannelDialog.h"

#include "configuration/OwnProvider.h"
#include "console/Console.h"
#include "dialogs/ChannelAdvanced.h"
#include "dialogs/CredentialEdit.h"
#include "dialogs/FieldNoteLabel.h"
#include "dialogs/ModelChooser.h"
#include "dialogs/TestStages.h"
#include "models/PasteReader.h"
#include "widgets/Ask.h"
#include "widgets/Language.h"
#include "widgets/MessageBar.h"
#include "words/Quantities.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace understudy {

using namespace Qt::StringLiterals;

ChannelDialog::ChannelDialog(Console &console, TestMemory &tests, SecretClipboard *clipboard, std::function<void(const Wish &)> wish, const Subject &subject,
                             QWidget *parent)
    : QDialog(parent), m_console(console), m_tests(tests), m_wish(std::move(wish)), m_editing(console.configuration().channel(subject.channel) != nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"channel"_s);
    build(clipboard);
    m_loading = true;
    fillProviders();
    if (m_editing) {
        m_channel = *console.configuration().channel(subject.channel);
        m_nameTouched = true;
        loadProvider(m_channel.provider);
        loadChannel(m_channel);
    } else {
        loadProvider(m_provider->findData(subject.provider) >= 0 && !subject.provider.isEmpty() ? subject.provider : m_provider->itemData(0).toString());
    }
    m_loading = false;
    connectFields();
    m_initial = draft();
    followLanguage(this, [this] { retranslate(); });
    (m_editing ? static_cast<QWidget *>(m_name) : m_key->line())->setFocus();
}

ChannelDialog::~ChannelDialog() = default;

void ChannelDialog::fillProviders()
{
    const Configuration &configuration = m_console.configuration();
    for (const Provider &provider : m_console.catalogue().providers()) {
        if (provider.origin != ProviderOrigin::BuiltIn)
            m_provider->addItem(m_console.catalogue().resolve(configuration, provider.id)->name, provider.id);
    }
    for (const Provider &provider : configuration.providers) {
        if (m_provider->findData(provider.id) < 0)
            m_provider->addItem(provider.name, provider.id);
    }
    if (!m_editing)
        m_provider->addItem(QString(), QString()); // a new one of the user's own
    m_provider->setEnabled(!m_editing);
}

bool ChannelDialog::isNewProvider() const { return !m_editing && m_provider->currentData().toString().isEmpty(); }

QString ChannelDialog::providerName(const QString &id) const
{
    const Provider *provider = m_console.catalogue().resolve(m_console.configuration(), id);
    return provider ? provider->name : id;
}

/// An empty id: a provider that does not exist yet.
void ChannelDialog::loadProvider(const QString &id)
{
    const bool loading = std::exchange(m_loading, true);
    const Configuration &configuration = m_console.configuration();
    const Provider *provider = m_console.catalogue().resolve(configuration, id);
    m_opened = provider ? *provider : Provider();
    for (const Provider &runtime : m_console.localRuntimes()) {
        if (runtime.id == id && m_opened.models.isEmpty())
            m_opened.models = runtime.models;
    }
    m_provider->setCurrentIndex(m_provider->findData(id));
    m_newProvider->setVisible(isNewProvider());
    m_url->setText(m_opened.baseUrl.toString());
    m_url->setPlaceholderText(u"https://llm.example.com/v1"_s);
    if (!m_nameTouched)
        m_name->setText(freeChannelName(configuration, id.isEmpty() ? u"channel"_s : id));
    QStringList all;
    for (const Model &model : std::as_const(m_opened.models))
        all.append(model.id);
    m_models->model().setModels(m_opened.models, all);
    QString currency;
    for (const Model &model : std::as_const(m_opened.models))
        currency = currency.isEmpty() ? model.currency : currency;
    m_models->setCurrency(!currency.isEmpty() ? currency : m_opened.baseUrl.host().endsWith(".cn"_L1) ? u"CNY"_s : u"USD"_s);
    m_loading = loading;
}

void ChannelDialog::loadChannel(const Channel &channel)
{
    m_name->setText(channel.name);
    m_key->setStored(channel.credential, channel.credential.isEmpty() && m_console.state().vault.locked);
    m_models->model().setModels(m_opened.models, channel.models, channel.modelTypes);
    m_advanced->setChannel(channel);
    m_tested = m_tests.last(channel.id);
}

ChannelDraft ChannelDialog::draft() const
{
    ChannelDraft draft;
    draft.channel = m_channel;
    draft.channel.provider = m_provider->currentData().toString();
    draft.channel.name = m_name->text().trimmed();
    draft.channel.credential = m_key->credential();
    draft.keepCredential = m_key->keeps();
    draft.channel.models = m_models->model().chosen();
    draft.channel.modelTypes = m_models->model().ownTypes();
    m_advanced->apply(draft.channel);
    draft.newProvider = isNewProvider();
    draft.provider = m_opened;
    draft.provider.baseUrl = words::typedBaseUrl(m_url->text());
    if (m_opened.origin != ProviderOrigin::Local)
        draft.provider.models = m_models->model().models();
    if (draft.newProvider) {
        draft.provider.name = m_providerName->text().trimmed();
        draft.provider.origin = ProviderOrigin::Custom;
    }
    return draft;
}

bool ChannelDialog::isDirty() const { return !(draft() == m_initial); }

void ChannelDialog::changed()
{
    if (m_loading)
        return;
    checkFields(false);
    showTestState();
}

/// Errors of fields that nobody has touched yet are kept back until Save, hints are not.
void ChannelDialog::checkFields(bool all)
{
    const ChannelDraft now = draft();
    const auto show = [&](FieldNoteLabel *label, const QString &field, const words::FieldNote &note) {
        label->setNote(!note.blocks() || all || m_touched.contains(field) ? note : words::FieldNote());
    };
    QStringList taken;
    for (const Channel &channel : m_console.configuration().channels) {
        if (channel.provider == now.channel.provider && channel.id != m_channel.id)
            taken.append(channel.name);
    }
    show(m_nameNote, u"name"_s, words::channelNameNote(now.channel.name, taken));
    show(m_providerNameNote, u"providerName"_s, isNewProvider() ? words::providerNameNote(now.provider.name) : words::FieldNote());
    m_keyNote->setNote(now.keepCredential ? words::FieldNote() : words::credentialNote(now.channel.credential, now.provider, [this](const QString &id) { return providerName(id); }));
    words::FieldNote url = words::baseUrlNote(now.provider.baseUrl);
    if (url.level < words::FieldNote::Level::Warning && !isNewProvider() && now.provider.baseUrl != m_opened.baseUrl && m_opened.origin != ProviderOrigin::Custom)
        url = {words::FieldNote::Level::Hint, tr("Another address than the preset one; it then holds for all channels of %1.").arg(m_opened.name)};
    show(m_urlNote, u"url"_s, url);
    show(m_modelsNote, u"models"_s, words::modelsNote(now.channel.models.size()));
}

/// `names`: also those of the channel and of a new provider, which matter to nobody outside.
QWidget *ChannelDialog::firstWrong(bool names)
{
    const std::initializer_list<std::pair<FieldNoteLabel *, QWidget *>> fields{
        {m_nameNote, m_name}, {m_providerNameNote, m_providerName}, {m_keyNote, m_key->line()}, {m_urlNote, m_url}, {m_modelsNote, m_models}};
    for (const auto &[note, field] : fields) {
        if (note->note().blocks() && (names || (field != m_name && field != m_providerName)))
            return field;
    }
    return nullptr;
}

void ChannelDialog::accept()
{
    if (m_saving)
        return;
    checkFields(true);
    if (QWidget *wrong = firstWrong(true)) {
        wrong->setFocus();
        m_scroll->ensureWidgetVisible(wrong, 20, 60);
        return;
    }
    if (!m_advanced->check())
        return;
    m_saving = true;
    m_save->setEnabled(false);
    const ChannelDraft now = draft();
    const auto id = std::make_shared<QString>(); // filled in the thread that stores, read after its reply
    m_console.change([now, opened = m_opened, catalogue = m_console.catalogue(), id](const Configuration &before) { return withDraft(before, catalogue, now, opened, id.get()); },
                     this, [this, now, id](const Result<void> &result) { stored(result, now, *id); });
}

void ChannelDialog::stored(const Result<void> &result, const ChannelDraft &draft, const QString &id)
{
    m_saving = false;
    m_save->setEnabled(true);
    if (!result) {
        m_bar->show({Message::Level::Error, words::notSaved(result.error()), {}, {}, 0});
        return;
    }
    if (m_tested && draft == m_testedDraft) {
        m_tests.remember(id, *m_tested);
        if (m_tested->passed)
            m_console.resetBreakers(id);
    } else if (!(draft == m_initial)) {
        m_tests.forget(id);
    }
    emit saved(id);
    Message message{Message::Level::Success, m_editing ? tr("Channel “%1” saved").arg(draft.channel.name) : tr("Channel “%1” created").arg(draft.channel.name), {}, {}, 0};
    if (!m_editing && m_wish) {
        const Channel *made = m_console.configuration().channel(id);
        message.actionText = tr("Create Gateway Access Key");
        message.action = [wish = m_wish, provider = made ? made->provider : draft.channel.provider] { wish(Wish::make(Wish::What::CreateKey, provider)); };
    }
    emit said(message);
    QDialog::accept();
}

void ChannelDialog::reject()
{
    if (m_saving)
        return;
    if (!isDirty()) {
        QDialog::reject();
        return;
    }
    ask(this, {m_editing ? tr("Discard the changes?") : tr("Discard the new channel?"), tr("What you entered here is not saved yet."), {tr("Keep Editing"), tr("Discard")}, 0, false, {}},
        [this](int choice, bool) {
            if (choice == 1)
                QDialog::reject();
        });
}

void ChannelDialog::toggleTest()
{
    if (m_stages->isRunning()) {
        m_stages->cancel();
        showTestState();
        return;
    }
    m_touched += {u"url"_s, u"models"_s};
    checkFields(false);
    if (QWidget *wrong = firstWrong(false)) {
        wrong->setFocus();
        m_scroll->ensureWidgetVisible(wrong, 20, 60);
        return;
    }
    if (!m_advanced->check())
        return;
    m_testedDraft = draft();
    m_tested.reset();
    Channel channel = m_testedDraft.channel;
    if (channel.id.isEmpty())
        channel.id = u"new-channel"_s;
    m_stages->start(channel, m_testedDraft.testProvider(), m_completion->isChecked());
    showTestState();
}

void ChannelDialog::paste(const QString &text)
{
    QList<Provider> known;
    for (int i = 0; i < m_provider->count(); ++i) {
        if (const Provider *provider = m_console.catalogue().resolve(m_console.configuration(), m_provider->itemData(i).toString()))
            known.append(*provider);
    }
    const Pasted pasted = readPasted(text, known);
    if (pasted.isEmpty())
        return showPasted(tr("Nothing recognised. Copy a curl command, an .env block, a base URL or a key, and paste again."), true);
    if (pasted.gatewayKey && pasted.credential.isEmpty())
        return showPasted(tr("This is a gateway key of this program, not a provider key. Paste what the provider's console gave you."), true);
    QStringList found;
    if (!m_editing && !pasted.provider.isEmpty()) {
        loadProvider(pasted.provider);
        found.append(m_opened.name);
    } else if (!m_editing && !pasted.baseUrl.isEmpty()) {
        loadProvider({});
        m_providerName->setText(pasted.name);
        found.append(tr("a provider of your own, %1").arg(pasted.name));
    }
    if (!pasted.baseUrl.isEmpty()) {
        m_url->setText(pasted.baseUrl.toString());
        found.append(pasted.baseUrl.toString());
    }
    if (!pasted.credential.isEmpty()) {
        m_key->setTyped(pasted.credential);
        found.append(pasted.credential.environment.isEmpty() ? tr("key %1").arg(pasted.credential.literal.masked()) : u"env:"_s + pasted.credential.environment);
    }
    if (!pasted.models.isEmpty()) {
        m_models->model().setModels(m_opened.models, pasted.models);
        found.append(tr("%n model(s)", nullptr, int(pasted.models.size())));
    }
    changed();
    showPasted(tr("Recognised: %1").arg(found.join(u" · "_s)), false);
}

bool ChannelDialog::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_paste && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        paste(QGuiApplication::clipboard()->text());
        return true;
    }
    return QDialog::eventFilter(object, event);
}

} // namespace understudy
