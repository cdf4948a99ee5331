// SPDX-License-Identifier: GPL-3.0-or-later
#include "DatabaseFixture.h"
#include "RandomValues.h"

#include "storage/LedgerReader.h"
#include "storage/LedgerWriter.h"
#include "storage/LogFilterSql.h"

#include <QRandomGenerator>

using namespace understudy;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QStringList keys{u"key_a"_s, u"key_b"_s};
const QStringList channels{u"sf-1"_s, u"ds-1"_s, u"built-in"_s};
const FilterMoment at{WallTime(Milliseconds(1'790'100'000'000)), QTimeZone::utc()};

bool isNewer(const ExchangeRecord &a, const ExchangeRecord &b) { return std::pair(a.time, a.id) > std::pair(b.time, b.id); }

/// A term that has a chance to find some of the ledger and not all.
QString randomTerm(RandomValues &random, const QList<ExchangeRecord> &ledger)
{
    const ExchangeRecord &one = ledger[random.below(int(ledger.size()))];
    const auto field = FilterField(random.below(FilterFieldCount));
    FilterTerm term;
    term.field = field;
    term.negated = random.below(4) == 0;
    QStringList values;
    const auto part = [&random](const QString &text) {
        QString cut = text.mid(random.below(int(text.size()) + 1), 1 + random.below(4));
        return cut.isEmpty() ? u"a"_s : random.chance() ? cut.toUpper() : cut;
    };
    switch (field) {
    case FilterField::Text: values = {part(random.chance() ? one.askedModel : one.attempts.isEmpty() ? one.userAgent : one.attempts.first().message)}; break;
    case FilterField::Key: values = {random.chance() ? part(one.keyName) : random.chance() ? one.keyId.toUpper() : part(one.keyId)}; break;
    case FilterField::Model:
        values = {part(one.askedModel), part(one.servedModel)};
        if (random.chance() && !one.attempts.isEmpty()) // called, and often nothing else
            values = {one.attempts.first().model.isEmpty() ? u"a"_s : one.attempts.first().model};
        break;
    case FilterField::Channel: values = {channels[random.below(3)]}; break;
    case FilterField::Id: values = {part(one.id)}; break;
    case FilterField::Attempts: values = {QString::number(random.below(4))}; break;
    case FilterField::Tokens: values = {QString::number(random.below(15'000))}; break;
    case FilterField::Duration: values = {QString::number(random.below(100'000)) + u"ms"_s}; break;
    case FilterField::First: values = {QString::number(random.below(1'000)) + u"ms"_s}; break;
    case FilterField::Since:
    case FilterField::Until: values = {QString::number(random.below(30)) + u"h"_s}; break;
    default: {
        const QStringList words = filterWords(field);
        for (int i = 1 + random.below(2); i > 0; --i)
            values.append(words[random.below(int(words.size()))]);
    }
    }
    const bool words = !filterWords(field).isEmpty();
    if (isComparable(field) && random.chance()) {
        term.op = FilterOperator(2 + random.below(4));
        values = {words ? QString::number(100 + random.below(500)) : values.first()};
    } else if (!words && random.below(3) == 0 && field != FilterField::Text) {
        term.op = FilterOperator::Exactly;
        if (random.chance() && (field == FilterField::Model || field == FilterField::Key))
            values = {field == FilterField::Key ? (random.chance() ? one.keyName.toUpper() : one.keyId) : one.askedModel.isEmpty() ? u"x"_s : one.askedModel};
    }
    term.values = values;
    return toText(term);
}

} // namespace

class TestLogPages final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { fixture = std::make_unique<DatabaseFixture>(); }
    void cleanupTestCase() { fixture.reset(); }

    void memoryAndDatabaseAgree_data() { DatabaseFixture::addEngines(); }
    void memoryAndDatabaseAgree()
    {
        OPEN_DATABASE(database);
        RandomValues random(44);
        QList<ExchangeRecord> ledger;
        {
            LedgerWriter writer(database, {});
            for (int i = 0; i < 400; ++i) {
                ledger.append(random.exchange(u"req_%1"_s.arg(i, 6, 10, QChar(u'0')), keys, channels));
                for (AttemptRecord &attempt : ledger.last().attempts)
                    attempt.position %= 2; // else nothing is ever a retry
                writer.record(ExchangeRecord(ledger.last()));
            }
            QVERIFY(writer.stop());
        }
        std::sort(ledger.begin(), ledger.end(), isNewer);
        const auto reader = LedgerReader::open(database);
        VERIFY_OK(reader);
        int some = 0, rescued = 0;
        for (int round = 0; round < 500; ++round) {
            QStringList terms;
            for (int i = 1 + random.below(3) / 2; i > 0; --i)
                terms.append(randomTerm(random, ledger));
            const QString text = terms.join(u' ');
            const auto parsed = parseFilter(text, at);
            QVERIFY2(std::holds_alternative<FilterExpression>(parsed), qPrintable(text));
            LogQuery query;
            query.filter = std::get<FilterExpression>(parsed);
            query.limit = 1000;
            query.scan = 1000;
            QStringList wanted, found;
            for (const ExchangeRecord &one : ledger) {
                if (matches(query.filter, one))
                    wanted.append(one.id);
            }
            const auto page = (*reader)->logPage(query);
            QVERIFY2(page.ok(), qPrintable(text + u'\n' + (page ? QString() : page.error().toString())));
            for (const ExchangeRecord &one : page->exchanges)
                found.append(one.id);
            if (found != wanted)
                QFAIL(qPrintable(u"%1\nwanted %2\nfound  %3"_s.arg(text, wanted.join(u' '), found.join(u' '))));
            some += !found.isEmpty() && found.size() < ledger.size();
            rescued += text.contains("saved:retry"_L1) && !found.isEmpty();
        }
        QVERIFY2(some > 150 && rescued > 0, qPrintable(u"only %1 of the filters chose anything, %2 found rescues"_s.arg(some).arg(rescued)));
    }

    // A link to what a model or a key did: also of calls that failed, and from before the key got another name.
    void linksFindAll_data() { DatabaseFixture::addEngines(); }
    void linksFindAll()
    {
        OPEN_DATABASE(database);
        const auto record = [](const QString &id, const QString &keyId, const QString &keyName, const QString &called, const QString &served) {
            ExchangeRecord exchange;
            exchange.id = id;
            exchange.time = WallTime(Milliseconds(1'790'000'000'000));
            exchange.keyId = keyId;
            exchange.keyName = keyName;
            exchange.status = served.isEmpty() ? ExchangeStatus::Failed : ExchangeStatus::Answered;
            exchange.servedModel = served;
            AttemptRecord attempt;
            attempt.model = called;
            attempt.outcome = served.isEmpty() ? Outcome::Broken : Outcome::Answered;
            exchange.attempts = {attempt};
            return exchange;
        };
        {
            LedgerWriter writer(database, {});
            writer.record(record(u"req_1"_s, u"key_1"_s, u"before"_s, u"big"_s, {}));
            writer.record(record(u"req_2"_s, u"key_1"_s, u"after"_s, u"big"_s, u"big"_s));
            writer.record(record(u"req_3"_s, u"key_11"_s, u"other"_s, u"bigger"_s, u"bigger"_s));
            QVERIFY(writer.stop());
        }
        const auto reader = LedgerReader::open(database);
        VERIFY_OK(reader);
        const std::pair<QString, QStringList> rows[] = {{u"model=big"_s, {u"req_2"_s, u"req_1"_s}},
                                                        {u"model:big"_s, {u"req_3"_s, u"req_2"_s, u"req_1"_s}},
                                                        {u"-model=big"_s, {u"req_3"_s}},
                                                        {u"key=key_1"_s, {u"req_2"_s, u"req_1"_s}},
                                                        {u"key:key_1"_s, {u"req_2"_s, u"req_1"_s}},
                                                        {u"key=after"_s, {u"req_2"_s}},
                                                        {u"key:key"_s, {}},
                                                        {u"key=key_1 model=big status:failed"_s, {u"req_1"_s}}};
        for (const auto &[text, wanted] : rows) {
            LogQuery query;
            query.filter = std::get<FilterExpression>(parseFilter(text, at));
            const auto page = (*reader)->logPage(query);
            VERIFY_OK(page);
            QStringList found;
            for (const ExchangeRecord &one : page->exchanges)
                found.append(one.id);
            QVERIFY2(found == wanted, qPrintable(text + u": "_s + found.join(u' ')));
        }
    }

    void pages_data() { DatabaseFixture::addEngines(); }
    void pages()
    {
        OPEN_DATABASE(database);
        RandomValues random(7);
        QList<ExchangeRecord> ledger;
        {
            LedgerWriter writer(database, {});
            for (int i = 0; i < 200; ++i) {
                ExchangeRecord one = random.exchange(u"req_%1"_s.arg(i, 6, 10, QChar(u'0')), keys, channels);
                one.time = WallTime(Milliseconds(1'790'000'000'000 + random.below(40))); // many at the same moment
                ledger.append(one);
                writer.record(std::move(one));
            }
            QVERIFY(writer.stop());
        }
        std::sort(ledger.begin(), ledger.end(), isNewer);
        const auto reader = LedgerReader::open(database);
        VERIFY_OK(reader);
        for (const char *text : {"", "status:answered", "stream:yes -kind:drill", "attempts>99"}) {
            for (const QString &key : {QString(), keys[0]}) {
                LogQuery query;
                query.filter = std::get<FilterExpression>(parseFilter(QString::fromLatin1(text), at));
                query.keyId = key;
                query.limit = 7;
                query.scan = 11;
                QList<ExchangeRecord> wanted, found;
                for (ExchangeRecord one : std::as_const(ledger)) {
                    one.requestContent.clear();
                    one.answerContent.clear();
                    if (matches(query.filter, one) && (key.isEmpty() || one.keyId == key))
                        wanted.append(one);
                }
                int questions = 0;
                do {
                    const auto page = (*reader)->logPage(query);
                    VERIFY_OK(page);
                    QVERIFY(page->exchanges.size() <= 7);
                    found += page->exchanges;
                    QVERIFY2(!query.before || !page->next || std::pair(page->next->time, page->next->id) < std::pair(query.before->time, query.before->id),
                             "every page goes on");
                    query.before = page->next;
                    QVERIFY(++questions < 100);
                } while (query.before);
                QCOMPARE(found, wanted);
            }
        }
        LogQuery whole;
        whole.contents = true;
        whole.limit = 1000;
        const auto page = (*reader)->logPage(whole);
        VERIFY_OK(page);
        QCOMPARE(page->exchanges, ledger);
    }

    void forwardsToo_data() { DatabaseFixture::addEngines(); }
    void forwardsToo()
    {
        OPEN_DATABASE(database);
        RandomValues random(9);
        {
            LedgerWriter writer(database, {});
            for (int i = 0; i < 60; ++i)
                writer.record(random.exchange(u"req_%1"_s.arg(i, 6, 10, QChar(u'0')), keys, channels));
            QVERIFY(writer.stop());
        }
        const auto reader = LedgerReader::open(database);
        VERIFY_OK(reader);
        PageQuery query;
        query.limit = 1000;
        const auto all = (*reader)->exchanges(query);
        VERIFY_OK(all);
        query.filter = std::get<FilterExpression>(parseFilter(u"stream:yes"_s, at));
        query.limit = 5;
        QList<ExchangeRecord> found, wanted;
        for (const ExchangeRecord &one : *all) {
            if (one.stream)
                wanted.append(one);
        }
        for (;;) {
            const auto page = (*reader)->exchanges(query);
            VERIFY_OK(page);
            found += *page;
            if (page->size() < query.limit)
                break;
            query.after = page->last().id;
        }
        QCOMPARE(found, wanted);
    }

private:
    std::unique_ptr<DatabaseFixture> fixture;
};

QTEST_GUILESS_MAIN(TestLogPages)
#include "tst_logpages.moc"
