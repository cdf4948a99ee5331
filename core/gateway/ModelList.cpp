// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/ModelList.h"

#include "failover/Classify.h"
#include "gateway/ProviderFailure.h"
#include "upstream/Addressing.h"

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

Error toError(const ProviderFailure &failure)
{
    const ErrorKind kind = failure.outcome == Outcome::CredentialRefused ? ErrorKind::Denied : ErrorKind::Unavailable;
    return {kind, failure.text + u' ' + failure.fix, {}};
}

Error noList()
{
    return {ErrorKind::NotFound, u"This provider has no list of models; write their names as its documentation gives them."_s, {}};
}

} // namespace

ModelList::ModelList(const Channel &channel, const Provider &provider, Transport &transport, const Clock &clock, Milliseconds patience, QObject *parent)
    : QObject(parent), m_mayHaveList(provider.dialect.modelList), m_clock(clock), m_caller(channel, provider, transport, 2 * patience)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(int(patience.count()));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        end(toError({Outcome::Timeout, 0, {}, u"no answer within %1 s."_s.arg(double(m_timer.interval()) / 1000.0), fixFor(Outcome::Timeout)}));
    });
}

void ModelList::start()
{
    if (!m_mayHaveList) {
        QMetaObject::invokeMethod(this, [this] { end(noList()); }, Qt::QueuedConnection);
        return;
    }
    m_timer.start();
    m_caller.askModels([this](const WholeReply &reply) { take(reply); });
}

void ModelList::take(const WholeReply &reply)
{
    if (reply.isMissing()) {
        end(noList());
        return;
    }
    if (!reply.arrived() || reply.head.status != 200) {
        end(toError(failureOf(reply, Api::ChatCompletions, m_caller, m_clock.wall())));
        return;
    }
    if (const std::optional<Verdict> hidden = classifyErrorDocument(reply.body, 200)) {
        end(toError({hidden->outcome, 200, {}, u"HTTP 200 with an error inside: %1."_s.arg(m_caller.scrubbed(hidden->message)), fixFor(hidden->outcome)}));
        return;
    }
    const Result<QStringList> ids = parseModelList(reply.body);
    if (!ids)
        end(Error{ErrorKind::Unavailable, u"The list of models cannot be read: %1 %2"_s.arg(m_caller.scrubbed(ids.error().text), fixFor(Outcome::Broken)), {}});
    else
        end(ids);
}

void ModelList::end(const Result<QStringList> &models)
{
    m_timer.stop();
    m_caller.cancel();
    emit finished(models);
}

} // namespace understudy
