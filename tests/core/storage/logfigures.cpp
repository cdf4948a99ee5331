// SPDX-License-Identifier: GPL-3.0-or-later
// What a page of the request log costs. `log_figures [ROWS] [FOLDER]` fills a new SQLite file with that many exchanges (a million) and
// prints the time of pages for usual filters. No test: it takes minutes, and figures are for people.
#include "storage/LedgerReader.h"
#include "storage/LogFilterSql.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Newest = 1'795'000'000'000;
constexpr int Apart = 2'600; // ms: a million in a month

bool fill(const Database &database, int rows)
{
    const auto connection = database.connect();
    if (!connection)
        return false;
    const QString numbers = u"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %1) "_s.arg(rows);
    // One in 20 needed a second attempt, one in 50 failed, one in 100,000 was refused for its length.
    const QString exchanges = u"SELECT i + 1, 'req_' || substr('000000000' || i, -10), %1 - (%2 - i) * %3, CASE WHEN i % 40 = 7 THEN 'cache' ELSE 'live' END, "
                              "'key_' || (i % 5), 'team-' || (i % 5), '/chat/completions', 'auto', i % 2, CASE WHEN i % 50 = 3 THEN 'failed' ELSE 'answered' END, "
                              "CASE WHEN i % 20 = 3 THEN 'built-in' ELSE 'siliconflow-1' END, CASE WHEN i % 20 = 3 THEN 'demo/DeepSeek-R1-Distill-Qwen-7B' ELSE "
                              "'deepseek-ai/DeepSeek-R1-Distill-Qwen-32B' END, 0, CASE WHEN i % 50 = 3 THEN 502 ELSE 200 END, '', (i * 7919) % 30000, 400, 20, i % 900, NULL, NULL, "
                              "NULL, 'reported', 'MISS', '', 'OpenAI/Python 2.1', 900, 4000, NULL FROM n"_s;
    const QString first = u"INSERT INTO attempts SELECT i + 1, 0, 0, 'siliconflow-1', 'deepseek-ai/DeepSeek-R1-Distill-Qwen-32B', 'siliconflow', CASE WHEN i % 100000 = 17 THEN "
                          "'context_exceeded' WHEN i % 20 = 3 THEN 'overloaded' ELSE 'answered' END, '', CASE WHEN i % 20 = 3 THEN 'Model service overloaded. Please try again later.' "
                          "ELSE '' END, CASE WHEN i % 20 = 3 THEN 503 ELSE 200 END, 0, 12, 300, 900, 20, 100, 120, NULL, NULL, 'reported', 900, 4000, 'deliver', '' FROM n"_s;
    const QString second = u"INSERT INTO attempts SELECT i + 1, 1, 1, 'built-in', 'demo/DeepSeek-R1-Distill-Qwen-7B', '', 'answered', '', '', 200, 1000, NULL, 1200, 1900, 20, 100, 120, "
                           "NULL, NULL, 'reported', 900, 4000, 'deliver', '' FROM n WHERE i % 20 = 3 AND i % 50 <> 3"_s;
    const auto insert = [&](QString statement) {
        const QString body = statement.mid(statement.indexOf(u"SELECT"_s));
        const QString into = statement.left(statement.indexOf(u"SELECT"_s));
        return (*connection)->run(into + numbers + body).ok();
    };
    const QString columns = u"INSERT INTO exchanges (seq, id, time_ms, kind, key_id, key_name, api, asked_model, stream, status, served_channel, served_model, served_built_in, "
                            "http_status, error_code, duration_ms, first_output_ms, prompt_tokens, completion_tokens, total_tokens, reasoning_tokens, cached_tokens, provenance, cache, "
                            "client_request_id, user_agent, bytes_in, bytes_out, skipped) "_s;
    return insert(columns + exchanges.arg(Newest).arg(rows).arg(Apart)) && insert(first) && insert(second)
        && (*connection)->run(u"ANALYZE"_s).ok();
}

void measure(const LedgerReader &reader, const char *text, const QString &keyId = {})
{
    const FilterMoment moment{WallTime(Milliseconds(Newest)), QTimeZone::utc()};
    LogQuery query;
    query.keyId = keyId;
    query.filter = std::get<FilterExpression>(parseFilter(QString::fromUtf8(text), moment));
    QList<qint64> took;
    int found = 0, steps = 0;
    qint64 toFirst = 0;
    QElapsedTimer all;
    all.start();
    do {
        QElapsedTimer timer;
        timer.start();
        const auto page = reader.logPage(query);
        took.append(timer.nsecsElapsed() / 1000);
        if (!page) {
            std::printf("%s: %s\n", text, qPrintable(page.error().toString()));
            return;
        }
        if (found == 0 && !page->exchanges.isEmpty())
            toFirst = all.elapsed();
        found += int(page->exchanges.size());
        query.before = page->next;
    } while (query.before && ++steps < 200);
    std::sort(took.begin(), took.end());
    std::printf("%-44s %8.1f %8.1f %8.1f ms  %4d pages %6d found, first after %5lld ms, %s in %lld ms\n", *text ? text : keyId.isEmpty() ? "(all)" : "(a key)", double(took.first()) / 1000,
                double(took[took.size() / 2]) / 1000, double(took.last()) / 1000, int(took.size()), found, toFirst, query.before ? "200 pages" : "whole ledger", all.elapsed());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int rows = argc > 1 ? std::max(1000, atoi(argv[1])) : 1'000'000;
    QTemporaryDir scratch;
    const QString folder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : scratch.path();
    DatabaseLocation location;
    location.engine = Engine::SQLite;
    location.file = folder + u"/ledger.db"_s;
    const bool isNew = !QFileInfo::exists(location.file);
    const auto database = Database::open(location);
    if (!database) {
        std::printf("%s\n", qPrintable(database.error().toString()));
        return 1;
    }
    QElapsedTimer timer;
    timer.start();
    if (isNew && !fill(*database, rows)) {
        std::printf("the ledger could not be filled\n");
        return 1;
    }
    std::printf("%d exchanges, made in %lld s, %lld MB\n%-44s %8s %8s %8s\n", rows, timer.elapsed() / 1000, QFileInfo(location.file).size() / 1'000'000, "filter", "least", "median", "most");
    const auto reader = LedgerReader::open(*database);
    if (!reader)
        return 1;
    measure(**reader, "");
    measure(**reader, "", u"key_3"_s);
    for (const char *text : {"status:failed", "status:5xx key:team-3 attempts>1 since:1h", "saved:backup", "outcome:overloaded", "overloaded", "model:7b duration>20s", "since:2d kind:cache",
                             "-status:answered", "gemini", "outcome:context_exceeded", "id=req_0000000005", "attempts>5 tokens>100k"})
        measure(**reader, text);
    return 0;
}
