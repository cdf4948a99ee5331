// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/OlderRequests.h"

#include "console/Console.h"

namespace understudy {

/// Also the context of the replies: they go with it.
struct OlderRequests::Round : QObject {
    LogQuery query;
    std::function<bool(const QString &)> known;
    qsizetype found = 0;
};

OlderRequests::OlderRequests(Console &console, QObject *parent) : QObject(parent), m_console(console) {}

OlderRequests::~OlderRequests() = default;

void OlderRequests::cancel() { m_round.reset(); }

void OlderRequests::ask(const LogQuery &query, std::function<bool(const QString &)> known)
{
    m_round = std::make_unique<Round>();
    m_round->query = query;
    m_round->query.limit = Batch;
    m_round->known = std::move(known);
    askPage();
}

void OlderRequests::askPage()
{
    m_console.logPage(m_round->query, m_round.get(), [this](const Result<LogSlice> &page) {
        if (page)
            return take(*page);
        m_round.reset();
        emit failed(page.error());
    });
}

void OlderRequests::take(const LogSlice &page)
{
    QList<ExchangeRecord> fresh;
    for (const ExchangeRecord &record : page.exchanges) {
        if (!m_round->known(record.id))
            fresh.append(record);
    }
    m_round->found += fresh.size();
    m_round->query.before = page.next;
    const Round *round = m_round.get(); // whoever hears of it may end it
    if (!fresh.isEmpty())
        emit found(fresh);
    if (round == m_round.get())
        emit reached(page.next);
    if (round != m_round.get())
        return;
    if (page.next && m_round->found < Batch)
        return askPage();
    m_round.reset();
    emit finished();
}

} // namespace understudy
