// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ProviderDialog.h"

#include "catalog/Catalogue.h"
#include "configuration/OwnProvider.h"
#include "console/Console.h"
#include "dialogs/FieldNoteLabel.h"
#include "dialogs/ModelChooser.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/Ask.h"
#include "widgets/Language.h"
#include "widgets/MessageBar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize DialogSize{620, 600};

QVBoxLayout *stacked(QLabel *title, QWidget *field, QWidget *note)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(title);
    column->addWidget(field);
    if (note)
        column->addWidget(note);
    title->setBuddy(field);
    return column;
}

} // namespace

ProviderDialog::ProviderDialog(Console &console, std::function<void(const Wish &)> wish, const QString &provider, QWidget *parent)
    : QDialog(parent), m_console(console), m_wish(std::move(wish)), m_isNew(!console.catalogue().resolve(console.configuration(), provider))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"provider"_s);
    build();
    if (m_isNew)
        m_opened.dialect = *console.catalogue().dialect(u"openai");
    else
        m_opened = *console.catalogue().resolve(console.configuration(), provider);
    load(m_opened);
    m_initial = edited();
    const auto watch = [this](QLineEdit *edit, bool &touched) {
        connect(edit, &QLineEdit::textEdited, this, [&touched] { touched = true; });
        connect(edit, &QLineEdit::textChanged, this, [this] { check(false); });
    };
    watch(m_name, m_nameTouched);
    watch(m_url, m_urlTouched);
    connect(m_models, &ModelChooser::edited, this, [this] { check(false); });
    connect(m_reset, &QPushButton::clicked, this, &ProviderDialog::reset);
    connect(m_cancel, &QPushButton::clicked, this, &ProviderDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ProviderDialog::accept);
    for (const QKeyCombination key : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(key), this), &QShortcut::activated, this, &ProviderDialog::accept);
    followLanguage(this, [this] { retranslate(); });
    m_name->setFocus();
}

void ProviderDialog::build()
{
    m_bar = new MessageBar(this);
    auto *form = new QWidget;
    m_nameTitle = new QLabel(form);
    m_name = new QLineEdit(form);
    m_name->setObjectName(u"provider.name"_s);
    m_nameNote = new FieldNoteLabel(m_name, form);
    m_urlTitle = new QLabel(form);
    m_url = new QLineEdit(form);
    m_url->setObjectName(u"provider.baseUrl"_s);
    m_url->setPlaceholderText(u"https://llm.example.com/v1"_s);
    m_urlNote = new FieldNoteLabel(m_url, form);
    m_authTitle = new QLabel(form);
    m_auth = new QComboBox(form);
    m_auth->setObjectName(u"provider.auth"_s);
    m_auth->addItem({}, int(AuthStyle::Bearer));
    m_auth->addItem({}, int(AuthStyle::ApiKeyHeader));
    m_auth->addItem({}, int(AuthStyle::None));
    m_modelList = new QCheckBox(form);
    m_modelList->setObjectName(u"provider.modelList"_s);
    m_streamOptions = new QCheckBox(form);
    m_streamOptions->setObjectName(u"provider.streamOptions"_s);
    m_modelsTitle = new QLabel(form);
    m_models = new ModelChooser(
        [this] {
            Channel asking; // without a key: many servers of one's own want none
            asking.id = u"new-channel"_s;
            return m_console.listModels(asking, edited());
        },
        form);
    m_modelsNote = new FieldNoteLabel(m_models->view(), form);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(12);
    column->addLayout(stacked(m_nameTitle, m_name, m_nameNote));
    column->addLayout(stacked(m_urlTitle, m_url, m_urlNote));
    column->addLayout(stacked(m_authTitle, m_auth, nullptr));
    column->addWidget(m_modelList);
    column->addWidget(m_streamOptions);
    column->addLayout(stacked(m_modelsTitle, m_models, m_modelsNote), 1);
    m_modelsTitle->setBuddy(m_models->view());
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(form);
    m_reset = new QPushButton(this);
    m_reset->setObjectName(u"provider.reset"_s);
    m_reset->setAutoDefault(false);
    Style::setVariant(m_reset, Style::Variant::Link);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(u"provider.cancel"_s);
    m_cancel->setAutoDefault(false);
    m_save = new QPushButton(this);
    m_save->setObjectName(u"provider.save"_s);
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_reset);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(Theme::PageMargin, Theme::WideGap, Theme::PageMargin, Theme::WideGap);
    all->setSpacing(12);
    all->addWidget(m_bar);
    all->addWidget(scroll, 1);
    all->addLayout(buttons);
    resize(DialogSize);
}

void ProviderDialog::load(const Provider &provider)
{
    m_name->setText(provider.name);
    m_url->setText(provider.baseUrl.toString());
    m_auth->setCurrentIndex(m_auth->findData(int(provider.dialect.auth)));
    m_modelList->setChecked(provider.dialect.modelList);
    m_streamOptions->setChecked(provider.dialect.streamOptions);
    QStringList all;
    QString currency;
    for (const Model &model : provider.models) {
        all.append(model.id);
        currency = currency.isEmpty() ? model.currency : currency;
    }
    m_models->model().setModels(provider.models, all);
    m_models->setCurrency(currency.isEmpty() ? u"USD"_s : currency);
    const Provider *shipped = m_console.catalogue().provider(provider.id);
    m_reset->setVisible(shipped && !(*shipped == provider));
}

Provider ProviderDialog::edited() const
{
    Provider provider = m_opened;
    provider.name = m_name->text().trimmed();
    provider.baseUrl = words::typedBaseUrl(m_url->text());
    provider.dialect.auth = AuthStyle(m_auth->currentData().toInt());
    provider.dialect.modelList = m_modelList->isChecked();
    provider.dialect.streamOptions = m_streamOptions->isChecked();
    const QStringList chosen = m_models->model().chosen();
    const QHash<QString, ModelType> types = m_models->model().ownTypes();
    provider.models = m_models->model().models();
    provider.models.removeIf([&chosen](const Model &model) { return !chosen.contains(model.id); });
    for (Model &model : provider.models)
        model.type = types.value(model.id, model.type);
    return provider;
}

QStringList ProviderDialog::modelsInUse() const
{
    QStringList models;
    for (const Channel &channel : m_console.configuration().channels) {
        if (channel.provider == m_opened.id)
            models.append(channel.models);
    }
    models.removeDuplicates();
    return models;
}

bool ProviderDialog::isDirty() const { return !(edited() == m_initial); }

void ProviderDialog::check(bool all)
{
    const Provider now = edited();
    const auto show = [all](FieldNoteLabel *label, bool touched, const words::FieldNote &note) { label->setNote(!note.blocks() || all || touched ? note : words::FieldNote()); };
    show(m_nameNote, m_nameTouched, words::providerNameNote(now.name));
    show(m_urlNote, m_urlTouched, words::baseUrlNote(now.baseUrl));
    words::FieldNote models{words::FieldNote::Level::Hint, tr("Optional: a channel can add models that are not in this list.")};
    if (now.origin != ProviderOrigin::Local) {
        for (const QString &model : modelsInUse()) {
            if (!now.model(model))
                models = {words::FieldNote::Level::Error, tr("%1 is opened by a channel. Tick it, or take it out of the channel first.").arg(model)};
        }
    }
    m_modelsNote->setNote(models);
    m_models->setCanFetch(!now.baseUrl.isEmpty());
}

void ProviderDialog::store(std::function<Result<Configuration>(const Configuration &)> change, const std::shared_ptr<QString> &id)
{
    m_saving = true;
    m_save->setEnabled(false);
    m_console.change(std::move(change), this, [this, id](const Result<void> &result) {
        m_saving = false;
        m_save->setEnabled(true);
        if (!result) {
            m_bar->show({Message::Level::Error, words::notSaved(result.error()), {}, {}, 0});
            return;
        }
        emit saved(*id);
        Message message{Message::Level::Success, m_isNew ? tr("Provider “%1” added").arg(m_name->text().trimmed()) : tr("Provider “%1” saved").arg(m_name->text().trimmed()), {}, {}, 0};
        if (m_isNew && m_wish) {
            message.actionText = tr("Create Call Channel");
            message.action = [wish = m_wish, provider = *id] { wish(Wish::make(Wish::What::CreateChannel, provider)); };
        }
        emit said(message);
        QDialog::accept();
    });
}

void ProviderDialog::accept()
{
    if (m_saving)
        return;
    check(true);
    for (const auto &[note, field] : std::initializer_list<std::pair<FieldNoteLabel *, QWidget *>>{{m_nameNote, m_name}, {m_urlNote, m_url}, {m_modelsNote, m_models}}) {
        if (note->note().blocks()) {
            field->setFocus();
            return;
        }
    }
    const auto id = std::make_shared<QString>(m_opened.id); // filled in the thread that stores, read after its reply
    store(
        [now = edited(), catalogue = m_console.catalogue(), id](const Configuration &before) -> Result<Configuration> {
            Configuration after = before;
            Provider provider = now;
            if (provider.id.isEmpty())
                provider.id = freeProviderId(before, catalogue, provider.name);
            *id = provider.id;
            setProvider(after, catalogue, provider);
            return after;
        },
        id);
}

void ProviderDialog::reset()
{
    const Provider *shipped = m_console.catalogue().provider(m_opened.id);
    if (!shipped)
        return;
    // Models that channels open have to stay listed.
    load(withModels(*shipped, modelsInUse()));
    check(true);
}

void ProviderDialog::reject()
{
    if (m_saving)
        return;
    if (!isDirty()) {
        QDialog::reject();
        return;
    }
    ask(this, {m_isNew ? tr("Discard the new provider?") : tr("Discard the changes?"), tr("What you entered here is not saved yet."), {tr("Keep Editing"), tr("Discard")}, 0, false, {}},
        [this](int choice, bool) {
            if (choice == 1)
                QDialog::reject();
        });
}

void ProviderDialog::retranslate()
{
    const auto title = [](QLabel *label, QWidget *field, const QString &text) {
        label->setText(text);
        field->setAccessibleName(text);
    };
    setWindowTitle(m_isNew ? tr("Add custom provider") : tr("Edit provider “%1”").arg(m_opened.name));
    title(m_nameTitle, m_name, tr("Name"));
    title(m_urlTitle, m_url, tr("Base URL"));
    title(m_authTitle, m_auth, tr("How it takes its key"));
    m_auth->setItemText(0, tr("Authorization: Bearer (usual)"));
    m_auth->setItemText(1, tr("Header api-key (Azure)"));
    m_auth->setItemText(2, tr("No key needed"));
    m_modelList->setText(tr("Lists its models (GET /models)"));
    m_streamOptions->setText(tr("Reports tokens of streams when asked (stream_options)"));
    m_modelsTitle->setText(tr("Models that it serves"));
    m_reset->setText(tr("Use Shipped Settings"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(m_isNew ? tr("Add Provider") : tr("Save"));
    check(false);
}

} // namespace understudy
