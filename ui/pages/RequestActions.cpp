// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/RequestActions.h"

#include "console/Console.h"
#include "pages/LogDetail.h"
#include "snippets/CurlCommand.h"
#include "widgets/Ask.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace understudy {

namespace {

constexpr int CompleteDelayMs = 120; ///< whoever runs through the rows asks for none of them

} // namespace

RequestActions::RequestActions(Console &console, LogDetail &detail, QObject *parent) : QObject(parent), m_console(console), m_detail(detail)
{
    m_completeSoon.setInterval(CompleteDelayMs);
    m_completeSoon.setSingleShot(true);
    connect(&m_completeSoon, &QTimer::timeout, this, &RequestActions::complete);
    connect(&m_console, &Console::configurationChanged, this, &RequestActions::showRecording);
    connect(&m_detail, &LogDetail::repeatWished, this, &RequestActions::repeat);
    connect(&m_detail, &LogDetail::recordingWished, this, &RequestActions::setRecording);
    connect(&m_detail, &LogDetail::curlWished, this, &RequestActions::copyAsCurl);
}

RequestActions::~RequestActions() = default;

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
    m_console.exchange(m_detail.record()->id, this, [this](const Result<ExchangeRecord> &found) {
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
    m_repeat = m_console.tryKey(request);
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
    QGuiApplication::clipboard()->setText(curlCommand(m_console.state().baseUrl.toString(), *m_detail.record()));
    emit said({Message::Level::Info, tr("Copied. The command reads the key from OPENAI_API_KEY."), {}, {}, 4000});
}

void RequestActions::showRecording()
{
    if (!m_detail.record())
        return;
    const QList<GatewayKey> &keys = m_console.configuration().keys;
    const auto key = std::find_if(keys.begin(), keys.end(), [this](const GatewayKey &one) { return one.id == m_detail.record()->keyId; });
    m_detail.setRecording(key == keys.end() ? LogDetail::Recording::NoKey : key->policy.recordContent ? LogDetail::Recording::On : LogDetail::Recording::Off);
}

void RequestActions::setRecording(bool on)
{
    const QString id = m_detail.record()->keyId, name = m_detail.record()->keyName;
    if (!on)
        return record(id, name, false);
    ask(&m_detail, {tr("Record the contents of “%1”?").arg(name),
                    tr("From now on the text of every request and answer with this key is stored in the database of this computer, up to 256 KB each: what people write and what models "
                       "answer. Credentials are not part of it. Recorded contents can be deleted in Settings ▸ Privacy."),
                    {tr("Cancel"), tr("Record Contents")}, 0, false, {}},
        [this, id, name](int choice, bool) {
            if (choice == 1)
                record(id, name, true);
        });
}

void RequestActions::record(const QString &keyId, const QString &keyName, bool on)
{
    m_console.change(
        [keyId, on](const Configuration &stored) -> Result<Configuration> {
            Configuration after = stored;
            for (GatewayKey &key : after.keys) {
                if (key.id == keyId)
                    key.policy.recordContent = on;
            }
            return after;
        },
        this, [this, keyName, on](const Result<void> &done) {
            if (!done)
                emit said({Message::Level::Error, tr("The key could not be changed: %1").arg(done.error().toString()), {}, {}});
            else
                emit said({Message::Level::Success, on ? tr("The contents of requests with “%1” are recorded from now on.").arg(keyName)
                                                       : tr("The contents of requests with “%1” are not recorded any more.").arg(keyName), {}, {}, Message::UndoMs});
        });
}

} // namespace understudy
