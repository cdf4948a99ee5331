// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/OlderRequests.h"

#include "console/Console.h"

#include <algorithm>

namespace understudy {

namespace {

constexpr Milliseconds Shortest{1'000};
constexpr int Widening = 8;

} // namespace

/// Also the context of the replies: they go with it.
struct OlderRequests::Round : QObject {
    WallTime before;
    QString keyId;
    Milliseconds span;
    Known known;
    bool narrowed = false;
    bool all = false; ///< the span reaches back to the beginning
    int pages = 0;
    QList<ExchangeRecord> found; ///< oldest first
};

OlderRequests::OlderRequests(Console &console, QObject *parent) : QObject(parent), m_console(console) {}

OlderRequests::~OlderRequests() = default;

void OlderRequests::cancel() { m_round.reset(); }

void OlderRequests::ask(WallTime before, const QString &keyId, Milliseconds span, Known known)
{
    m_round = std::make_unique<Round>();
    m_round->before = before;
    m_round->keyId = keyId;
    m_round->span = std::max(span, Shortest);
    m_round->known = std::move(known);
    askPage({});
}

void OlderRequests::askPage(const QString &after)
{
    PageQuery query;
    m_round->all = m_round->span >= m_round->before.time_since_epoch();
    if (!m_round->all)
        query.since = m_round->before - m_round->span;
    query.keyId = m_round->keyId;
    query.limit = PageSize;
    query.after = after;
    ++m_round->pages;
    m_console.exchanges(query, m_round.get(), [this](const Result<QList<ExchangeRecord>> &page) {
        if (page)
            return take(*page);
        m_round.reset();
        emit failed(page.error());
    });
}

void OlderRequests::take(const QList<ExchangeRecord> &page)
{
    bool reached = page.size() < PageSize;
    for (const ExchangeRecord &record : page) {
        if (record.time > m_round->before) {
            reached = true;
            break;
        }
        if (!m_round->known(record.id))
            m_round->found.append(record);
    }
    if (m_round->found.size() > Batch)
        m_round->found.remove(0, m_round->found.size() - Batch); // the oldest of them come with the next question
    if (reached)
        return finishSpan();
    if (m_round->pages < MostPages || m_round->span <= Shortest)
        return askPage(page.last().id);
    m_round->narrowed = true;
    m_round->span = std::max(Shortest, m_round->span / Widening);
    m_round->found.clear();
    m_round->pages = 0;
    askPage({});
}

void OlderRequests::finishSpan()
{
    if (m_round->found.isEmpty() && !m_round->all) {
        // Twice, not eight times, when eight was too much: else it would go to and fro.
        m_round->span *= m_round->narrowed ? 2 : Widening;
        m_round->pages = 0;
        return askPage({});
    }
    QList<ExchangeRecord> found = std::move(m_round->found);
    const bool more = !m_round->all || found.size() == Batch;
    m_round.reset();
    std::reverse(found.begin(), found.end());
    emit this->found(found, more);
}

} // namespace understudy
