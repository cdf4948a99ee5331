// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/RequestActions.h"

#include "console/Console.h"
#include "models/RecordingRounds.h"
#include "pages/LogDetail.h"
#include "preferences/Preferences.h"
#include "snippets/CurlCommand.h"
#include "widgets/Ask.h"
#include "widgets/SecretClipboard.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace understudy {

namespace {

constexpr int CompleteDelayMs = 120; ///< whoever runs through the rows asks for none of them

} // namespace

RequestActions::RequestActions(const Means &means, LogDetail &detail, QObject *parent) : QObject(parent), m_means(means), m_detail(detail)
{
    m_completeSoon.setInterval(CompleteDelayMs);
    m_completeSoon.setSingleShot(true);
    connect(&m_completeSoon, &QTimer::timeout, this, &RequestActions::complete);
    connect(&m_means.console, &Console::configurationChanged, this, &RequestActions::showRecording);
    connect(&m_means.rounds, &RecordingRounds::counted, this, &RequestActions::showRecording);
    connect(&m_detail, &LogDetail::repeatWished, this, &RequestActions::repeat);
    connect(&m_detail, &LogDetail::recordingWished, this, &RequestActions::setRecording);
    connect(&m_detail, &LogDetail::curlWished, this, &RequestActions::copyAsCurl);
    connect(&m_detail, &LogDetail::curlWithKeyWished, this, &RequestActions::copyWithKey);
    connect(&m_detail, &LogDetail::channelWished, this, &RequestActions::openChannel);
}

RequestActions::~RequestActions() = default;

const GatewayKey *RequestActions::key() const
{
    const QList<GatewayKey> &keys = m_means.console.configuration().keys;
    const auto found = std::find_if(keys.begin(), keys.end(), [this](const GatewayKey &one) { return m_detail.record() && one.id == m_detail.record()->keyId; });
    return found == keys.end() ? nullptr : &*found;
}

void RequestActions::follow()
{
    showRecording();
    m_completeSoon.start();
}

void RequestActions::complete()
{
    if (!m_detail.record() || !m_detail.isVisible())
        return;
    // One that has only just ended may not be stored yet: then there is nothing to add for now.
    m_means.console.exchange(m_detail.record()->id, this, [this](const Result<ExchangeRecord> &found) {
        if (found)
            m_detail.complete(*found);
    });
}

void RequestActions::repeat()
{
    if (!m_detail.record() || m_detail.isHidden())
        return;
    if (const QString problem = m_detail.repeatProblem(); !problem.isEmpty()) {
        emit said({Message::Level::Info, problem, {}, {}, 5000});
        return;
    }
    const ExchangeRecord &record = *m_detail.record();
    TrialRequest request;
    request.keyId = record.keyId;
    request.model = record.askedModel;
    request.stream = record.stream;
    request.body = record.requestContent;
    m_repeat = m_means.console.tryKey(request);
    connect(m_repeat.get(), &TrialRun::finished, this, [this](const TrialResult &result) {
        if (!result.complete)
            emit said({Message::Level::Warning, tr("The repeated request was not answered: %1").arg(result.error), {}, {}});
    });
    connect(m_repeat.get(), &TrialRun::recorded, this, [this](const ExchangeRecord &exchange) {
        emit said({Message::Level::Success, tr("The request was sent once more."), tr("Show"), [this, id = exchange.id] { emit showWished(id); }, Message::UndoMs});
    });
}

void RequestActions::copyAsCurl()
{
    QGuiApplication::clipboard()->setText(curlCommand(m_means.console.state().baseUrl.toString(), *m_detail.record()));
    emit said({Message::Level::Info, tr("Copied. The command reads the key from OPENAI_API_KEY."), {}, {}, 4000});
}

/// By the rules of View Key, which can ask for the passphrase.
void RequestActions::copyWithKey()
{
    const GatewayKey *of = key();
    if (!of)
        return;
    const VaultState vault = m_means.console.state().vault;
    if (vault.locked || (vault.place == MasterKeyPlace::Passphrase && m_means.preferences.get(preferences::AskBeforeSecrets))) {
        emit said({Message::Level::Info, tr("Keys are only shown after the passphrase has been given. View Key asks for it."), tr("View Key"),
                   [this, id = of->id] { emit wished(Wish::make(Wish::What::ViewKey, id)); }, Message::UndoMs});
        return;
    }
    m_means.clipboard.copy(Secret(curlCommand(m_means.console.state().baseUrl.toString(), *m_detail.record(), of->secret).toUtf8()));
    emit said({Message::Level::Info, tr("Copied with the key of “%1”. The clipboard forgets it after 30 seconds.").arg(of->name), {}, {}, 4000});
}

void RequestActions::openChannel(const QString &id)
{
    const QList<Channel> &channels = m_means.console.configuration().channels;
    if (id == BuiltInChannelId)
        emit wished(Wish::show(PageId::Models));
    else if (std::any_of(channels.begin(), channels.end(), [&id](const Channel &channel) { return channel.id == id; }))
        emit wished(Wish::make(Wish::What::EditChannel, id));
    else
        emit said({Message::Level::Info, tr("The channel “%1” does not exist any more.").arg(id), {}, {}, 5000});
}

void RequestActions::showRecording()
{
    if (!m_detail.record())
        return;
    const GatewayKey *of = key();
    m_detail.setRecording(!of ? LogDetail::Recording::NoKey : of->policy.recordContent ? LogDetail::Recording::On : LogDetail::Recording::Off,
                          of ? m_means.rounds.left(of->id) : 0);
}

void RequestActions::setRecording(bool on)
{
    const QString id = m_detail.record()->keyId, name = m_detail.record()->keyName;
    if (!on)
        return record(id, name, false);
    ask(&m_detail, {tr("Record the contents of “%1”?").arg(name),
                    tr("The text of the next %n request(s) and answers with this key is stored in the database of this computer, up to 256 KB each: what people write and what models answer. "
                       "Credentials are not part of it. Then recording ends by itself, and also when this program is quit. Recorded contents are deleted after the days that Settings ▸ "
                       "Privacy and logs says.", nullptr, RecordingRounds::Requests),
                    {tr("Cancel"), tr("Record %n Request(s)", nullptr, RecordingRounds::Requests), tr("Record Until Stopped")}, 0, false, {}},
        [this, id, name](int choice, bool) {
            if (choice == 1)
                recordSome(id, name);
            else if (choice == 2)
                record(id, name, true);
        });
}

void RequestActions::recordSome(const QString &keyId, const QString &keyName)
{
    m_means.rounds.begin(keyId, this, [this, keyName](const Result<void> &done) {
        if (!done)
            emit said({Message::Level::Error, tr("The key could not be changed: %1").arg(done.error().toString()), {}, {}});
        else
            emit said({Message::Level::Success, tr("The contents of the next %n request(s) with “%1” are recorded.", nullptr, RecordingRounds::Requests).arg(keyName), {}, {}, Message::UndoMs});
    });
}

void RequestActions::record(const QString &keyId, const QString &keyName, bool on)
{
    m_means.rounds.forget(keyId);
    RecordingRounds::record(m_means.console, keyId, on, this, [this, keyName, on](const Result<void> &done) {
        if (!done)
            emit said({Message::Level::Error, tr("The key could not be changed: %1").arg(done.error().toString()), {}, {}});
        else
            emit said({Message::Level::Success, on ? tr("The contents of requests with “%1” are recorded from now on.").arg(keyName)
                                                   : tr("The contents of requests with “%1” are not recorded any more.").arg(keyName), {}, {}, Message::UndoMs});
    });
}

} // namespace understudy
