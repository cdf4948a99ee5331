// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomValues.h"

#include "storage/ExchangeCodec.h"

#include <QTest>

#include <limits>

using namespace understudy;
using namespace Qt::StringLiterals;

class ExchangeCodecTest final : public QObject {
    Q_OBJECT
private slots:
    void randomExchangesComeBack();
    void everyTextComesBack_data();
    void everyTextComesBack();
    void everyNumberComesBack_data();
    void everyNumberComesBack();
    void takingBeginsAnew();
    void cutsAreNoticed();
    void damageNeverReadsBeyond();
    void wrongEntries_data();
    void wrongEntries();
    void anotherVersionIsToldFromDamage();
    void theFormStays();
    void speed();
};

static const QStringList keys {u"key_a"_s, u"密钥"_s};
static const QStringList channels {u"sf-1"_s, u"built-in"_s};

static std::vector<ExchangeRecord> randomExchanges(quint32 seed, int count)
{
    RandomValues random(seed);
    std::vector<ExchangeRecord> list;
    for (int i = 0; i < count; ++i)
        list.push_back(random.exchange(u"req_%1"_s.arg(i), keys, channels));
    return list;
}

static QByteArray encoded(const std::vector<ExchangeRecord> &exchanges)
{
    ExchangeEncoder encoder;
    for (const ExchangeRecord &exchange : exchanges)
        encoder.add(exchange);
    return encoder.take();
}

static bool comesBack(const ExchangeRecord &exchange)
{
    const auto back = decodeExchanges(encoded({exchange}));
    return back && back->size() == 1 && back->front() == exchange;
}

void ExchangeCodecTest::randomExchangesComeBack()
{
    QVERIFY(decodeExchanges({})->empty());
    for (quint32 seed = 0; seed < 40; ++seed) {
        const std::vector<ExchangeRecord> written = randomExchanges(seed, int(seed) + 1);
        const auto back = decodeExchanges(encoded(written));
        QVERIFY2(back, qPrintable(back ? QString() : back.error().text));
        QVERIFY(*back == written);
    }
}

void ExchangeCodecTest::everyTextComesBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("null") << QString();
    QTest::newRow("ascii") << u"deepseek-ai/DeepSeek-V3"_s;
    QTest::newRow("last of Latin-1") << u"\u00ff"_s;
    QTest::newRow("first beyond") << u"\u0100"_s;
    QTest::newRow("Chinese") << u"密钥 key"_s;
    QTest::newRow("emoji") << u"😀"_s;
    QTest::newRow("half a pair") << QString(QChar(0xd83d));
    QTest::newRow("NUL") << QString(u"a\0b"_s);
    QTest::newRow("63 letters") << QString(63, u'x');
    QTest::newRow("64 letters") << QString(64, u'x');
    QTest::newRow("more than the first room") << QString(200'000, u'中');
}

void ExchangeCodecTest::everyTextComesBack()
{
    QFETCH(QString, text);
    ExchangeRecord exchange;
    exchange.keyName = text;
    exchange.attempts = {AttemptRecord()};
    exchange.attempts[0].message = text;
    exchange.skipped = {{1, text, text, SkipReason::Paused}};
    QVERIFY(comesBack(exchange));
}

void ExchangeCodecTest::everyNumberComesBack_data()
{
    QTest::addColumn<qint64>("number");
    for (const qint64 number : {qint64(0), qint64(-1), qint64(1), qint64(63), qint64(64), qint64(-64), qint64(-65), qint64(1) << 32,
                                std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
        QTest::addRow("%lld", qlonglong(number)) << number;
}

void ExchangeCodecTest::everyNumberComesBack()
{
    QFETCH(qint64, number);
    ExchangeRecord exchange;
    exchange.time = WallTime(Milliseconds(number));
    exchange.bytesIn = number;
    exchange.firstOutputMs = number;
    exchange.usage.cachedTokens = number;
    exchange.httpStatus = int(number); // its low half
    exchange.requestContent = QByteArray(300, '\0');
    QVERIFY(comesBack(exchange));
}

void ExchangeCodecTest::takingBeginsAnew()
{
    const std::vector<ExchangeRecord> two = randomExchanges(5, 2);
    ExchangeEncoder encoder;
    encoder.add(two[0]);
    QCOMPARE(encoder.count(), 1);
    const QByteArray first = encoder.take();
    QCOMPARE(encoder.count(), 0);
    QCOMPARE(encoder.size(), 0);
    encoder.add(two[1]);
    QCOMPARE(first, encoded({two[0]}));
    QCOMPARE(encoder.take(), encoded({two[1]}));
}

void ExchangeCodecTest::cutsAreNoticed()
{
    const std::vector<ExchangeRecord> written = randomExchanges(3, 5);
    QSet<qsizetype> ends {1};
    ExchangeEncoder encoder;
    for (const ExchangeRecord &exchange : written) {
        encoder.add(exchange);
        ends.insert(encoder.size());
    }
    const QByteArray bytes = encoder.take();
    for (qsizetype size = 1; size < bytes.size(); ++size)
        QCOMPARE(decodeExchanges(QByteArrayView(bytes).first(size)).ok(), ends.contains(size));
}

// Run under a sanitizer this says more.
void ExchangeCodecTest::damageNeverReadsBeyond()
{
    const QByteArray bytes = encoded(randomExchanges(4, 3));
    int noticed = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (const char wrong : {'\x00', '\x7f', '\x80', '\xff'}) {
            QByteArray damaged(bytes.constData(), bytes.size());
            damaged[at] = wrong;
            const auto back = decodeExchanges(damaged);
            noticed += !back;
            if (back)
                QVERIFY(*decodeExchanges(encoded(*back)) == *back);
        }
    }
    QVERIFY(noticed > 100);
}

void ExchangeCodecTest::wrongEntries_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a wide text that is cut") << QByteArray("\x01\x05\x2d\x4e\x87", 5);
    QTest::newRow("text longer than the entry") << QByteArray("\x01\xff\xff\xff\xff\x0f");
    QTest::newRow("text of 2^63 letters") << QByteArray("\x01\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01");
    QTest::newRow("wide text of 2^62 letters") << QByteArray("\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01");
    QTest::newRow("number that never ends") << QByteArray("\x01") + QByteArray(40, '\xff');
    QTest::newRow("no such kind") << QByteArray("\x01\0\0\x03", 4);
}

void ExchangeCodecTest::wrongEntries()
{
    QFETCH(QByteArray, bytes);
    const auto back = decodeExchanges(bytes);
    QVERIFY(!back);
    QCOMPARE(back.error().kind, ErrorKind::Invalid);
    QVERIFY(back.error().text.contains(u"journal"_s));
}

void ExchangeCodecTest::anotherVersionIsToldFromDamage()
{
    const auto back = decodeExchanges("\x02 whatever follows");
    QVERIFY(!back);
    QCOMPARE(back.error().kind, ErrorKind::Conflict);
}

// What an earlier program left must be read by every later one: a failure here wants a new version, not a new text below.
void ExchangeCodecTest::theFormStays()
{
    ExchangeRecord exchange;
    exchange.id = u"req_1"_s;
    exchange.time = WallTime(Milliseconds(1790000000000));
    exchange.kind = ExchangeKind::Cache;
    exchange.keyId = u"key_a"_s;
    exchange.keyName = u"密钥"_s;
    exchange.api = Api::Moderations;
    exchange.askedModel = u"auto"_s;
    exchange.stream = true;
    exchange.status = ExchangeStatus::Cancelled;
    exchange.servedChannel = u"c1"_s;
    exchange.servedModel = u"m1"_s;
    exchange.servedBuiltIn = true;
    exchange.httpStatus = 200;
    exchange.errorCode = u"e"_s;
    exchange.durationMs = 1234;
    exchange.firstOutputMs = 56;
    exchange.usage = {1, 2, 3, 4, {}};
    exchange.provenance = Provenance::Reported;
    exchange.cache = CacheResult::Hit;
    exchange.clientRequestId = u"r"_s;
    exchange.userAgent = u"ua"_s;
    exchange.bytesIn = 70;
    exchange.bytesOut = 700;
    exchange.attempts = {{1, 2, u"c2"_s, u"m2"_s, Outcome::Answered, u"d"_s, u"é"_s, 503, 5, {}, 6, 7, {8, {}, {}, {}, {}}, Provenance::Estimated, 9, 10,
                          DecisionKind::Deliver, u"why"_s}};
    exchange.skipped = {{3, u"c3"_s, u"m3"_s, SkipReason::NoCredential}};
    exchange.requestContent = "question";
    exchange.answerContent = "answer";
    const QByteArray form = QByteArray::fromHex("010a7265715f3180b083c59868020a6b65795f6105c65ba59409086175746f0103046331046d310190030265a41301700102"
                                                "01040106010800020202720475618c01f80a010204046332046d320d026402e9ee070a00010c0e0110000000000112140306"
                                                "7768790106046333046d3306087175657374696f6e06616e73776572");
    QCOMPARE(encoded({exchange}).toHex(), form.toHex());
    const auto back = decodeExchanges(form);
    QVERIFY(back && back->size() == 1 && back->front() == exchange);
}

// Not a bar (the machine may be busy), but printed.
void ExchangeCodecTest::speed()
{
    const std::vector<ExchangeRecord> written = randomExchanges(9, 500);
    qsizetype bytes = 0;
    ExchangeEncoder encoder;
    const auto begun = std::chrono::steady_clock::now();
    constexpr int rounds = 40;
    for (int round = 0; round < rounds; ++round) {
        for (const ExchangeRecord &exchange : written)
            encoder.add(exchange);
        bytes += encoder.take().size();
    }
    const double ns = std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begun).count();
    qInfo("%.0f ns and %.0f bytes an exchange", ns / (500 * rounds), double(bytes) / (500 * rounds));
    QVERIFY(bytes > 0);
}

QTEST_GUILESS_MAIN(ExchangeCodecTest)
#include "tst_exchangecodec.moc"
