// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/SseReader.h"

#include <QTest>

using namespace understudy;
using namespace Qt::StringLiterals;

namespace {

struct Reading {
    QByteArrayList events; ///< "type|data" of events with data, "-" for the others
    QByteArray raw; ///< all raws and the rest
    bool failed = false;
};

void take(const SseEvent &event, Reading &reading)
{
    reading.events.append(event.hasData ? event.type.toByteArray() + '|' + event.data.toByteArray() : "-"_ba);
    reading.raw += event.raw;
}

Reading read(const QByteArray &input, const QList<qsizetype> &cuts, qsizetype maxEvent = SseReader::MaxEvent)
{
    SseReader reader(maxEvent);
    Reading reading;
    SseEvent event;
    qsizetype from = 0;
    QList<qsizetype> ends = cuts;
    ends.append(input.size());
    for (const qsizetype end : ends) {
        reader.feed(QByteArrayView(input).sliced(from, end - from));
        from = end;
        while (reader.next(event))
            take(event, reading);
    }
    reading.failed = reader.failed();
    if (reader.takeRest(event))
        take(event, reading);
    reading.raw += reader.rest();
    return reading;
}

} // namespace

class TestSseReader : public QObject {
    Q_OBJECT

private slots:
    void events_data();
    void events();
    void rawLeavesOutExactlyOne();
    void restIsKeptBack();
    void largestEvent();
    void manyCarriageReturnsAreQuick();
    void longStreamKeepsNothing();
};

void TestSseReader::events_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, const QByteArray &input, const QByteArrayList &expected) {
        QTest::addRow("%s", name) << input << expected;
    };
    row("nothing", "", {});
    row("LF", "data: a\n\ndata: b\n\n", {"|a", "|b"});
    row("CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", {"|a", "|b"});
    row("CR", "data: a\r\rdata: b\r\r", {"|a", "|b"});
    row("mixed ends", "data: a\n\r\ndata: b\r\n\ndata: c\r\n\r", {"|a", "|b", "|c"});
    row("no blank after the colon", "data:[DONE]\n\n", {"|[DONE]"});
    row("only one blank is taken off", "data:  a\n\n", {"| a"});
    row("type", "event: response.created\ndata: {}\n\n", {"response.created|{}"});
    row("type after data", "data: {}\nevent: x\n\n", {"x|{}"});
    row("last type wins", "event: a\nevent: b\ndata: 1\n\n", {"b|1"});
    row("type does not stay", "event: a\ndata: 1\n\ndata: 2\n\n", {"a|1", "|2"});
    row("type without data", "event: ping\n\n", {"-"});
    row("several data lines", "data: a\ndata\ndata: b\ndata: c\n\n", {"|a\n\nb\nc"});
    row("empty data", "data:\n\n", {"|"});
    row("data without colon", "data\n\n", {"|"});
    row("comment", ": keep-alive\n\n", {"-"});
    row("comment inside", "data: a\n: OPENROUTER PROCESSING\ndata: b\n\n", {"|a\nb"});
    row("comment before", ": hi\ndata: a\n\n", {"|a"});
    row("blank lines", "\n\n\ndata: a\n\n", {"-", "-", "-", "|a"});
    row("other fields", "id: 1\nretry: 5\nfoo: bar\ndatax: 1\ndata: a\n\n", {"|a"});
    row("byte order mark",
        "\xEF\xBB\xBF"
        "data: a\n\n",
        {"|a"});
    row("byte order mark later is a name",
        "data: a\n\n\xEF\xBB\xBF"
        "data: b\n\n",
        {"|a", "-"});
    row("UTF-8", "data: 你好, \xF0\x9F\x98\x80\n\n", {"|你好, \xF0\x9F\x98\x80"});
    row("NUL", "data: a"_ba + '\0' + "b\n\n", {"|a"_ba + '\0' + "b"});
    row("no final blank line", "data: a\n\ndata: [DONE]\n", {"|a", "|[DONE]"});
    row("no final newline", "data: a\n\ndata: [DONE]", {"|a", "|[DONE]"});
    row("rest of several lines", "data: a\ndata: b", {"|a\nb"});
    row("rest without data", "data: a\n\nevent: x", {"|a", "-"});
}

/// Whole, cut at every byte, cut everywhere at once: the same events, and the same bytes.
void TestSseReader::events()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArrayList, expected);
    QList<qsizetype> everywhere;
    // An LF whose CR ended an event in an earlier piece comes as the start of the next raw, or as a rest of its own.
    const auto same = [&expected](QByteArrayList events) {
        if (events.size() == expected.size() + 1 && events.last() == "-")
            events.removeLast();
        return events == expected;
    };
    QCOMPARE(read(input, {}).events, expected);
    QCOMPARE(read(input, {}).raw, input);
    for (qsizetype cut = 0; cut <= input.size(); ++cut) {
        const Reading reading = read(input, {cut});
        QVERIFY2(same(reading.events), reading.events.join(' ') + " cut at " + QByteArray::number(cut));
        QCOMPARE(reading.raw, input);
        everywhere.append(cut);
    }
    const Reading reading = read(input, everywhere);
    QVERIFY2(same(reading.events), reading.events.join(' '));
    QCOMPARE(reading.raw, input);
}

void TestSseReader::rawLeavesOutExactlyOne()
{
    const QByteArray before = ": c\n\nevent: a\ndata: 1\n\n";
    const QByteArray usage = ": x\r\ndata: {\"choices\":[],\"usage\":{}}\r\n\r\n";
    const QByteArray after = "data: [DONE]\n\n";
    SseReader reader;
    reader.feed(before + usage + after);
    QByteArray kept;
    SseEvent event;
    while (reader.next(event)) {
        if (!event.data.contains("usage"))
            kept += event.raw;
        else
            QCOMPARE(event.raw, usage);
    }
    QCOMPARE(kept, before + after);
    QVERIFY(reader.rest().isEmpty());
}

void TestSseReader::restIsKeptBack()
{
    SseReader reader;
    SseEvent event;
    reader.feed("data: a\n");
    QVERIFY(!reader.next(event));
    QCOMPARE(reader.rest(), "data: a\n");
    reader.feed("\nda");
    QVERIFY(reader.next(event));
    QCOMPARE(event.raw, "data: a\n\n");
    QCOMPARE(reader.rest(), "da");
    QVERIFY(reader.takeRest(event));
    QCOMPARE(event.raw, "da");
    QVERIFY(!event.hasData);
    QVERIFY(!reader.takeRest(event));
}

void TestSseReader::largestEvent()
{
    const QByteArray fits = "data: 1234\n\n"; // 12 bytes
    QVERIFY(!read(fits + fits + fits, {}, 12).failed);
    QCOMPARE(read(fits + fits, {}, 12).events.size(), 2);
    for (const QByteArray &big : {"data: 12345\n\n"_ba, "data: 123456789"_ba, "data: 1\ndata: 1\ndata: 1\n"_ba}) {
        const Reading reading = read(fits + big, {}, 12);
        QVERIFY2(reading.failed, big);
        QCOMPARE(reading.events, QByteArrayList {"|1234"});
    }
    SseReader reader;
    const QByteArray piece(1 << 20, 'x');
    SseEvent event;
    int pieces = 0;
    while (!reader.failed() && pieces < 100) {
        reader.feed(piece);
        QVERIFY(!reader.next(event));
        ++pieces;
    }
    QCOMPARE(pieces, 11);
}

/// Looking for the next LF again for each CR would take minutes.
void TestSseReader::manyCarriageReturnsAreQuick()
{
    SseReader reader;
    reader.feed(QByteArray(2'000'000, '\r'));
    SseEvent event;
    int count = 0;
    while (reader.next(event))
        ++count;
    QCOMPARE(count, 2'000'000);
}

void TestSseReader::longStreamKeepsNothing()
{
    SseReader reader;
    SseEvent event;
    const QByteArray text = "data: 0123456789\n\n";
    QByteArray all;
    for (int i = 0; i < 200; ++i)
        all += text;
    qint64 count = 0;
    for (int round = 0; round < 50; ++round) { // pieces that never end with an event
        const qsizetype cut = round == 0 ? all.size() - 7 : all.size();
        reader.feed(round == 0 ? QByteArrayView(all).first(cut) : QByteArrayView(all.last(7) + all.first(all.size() - 7)));
        while (reader.next(event)) {
            QCOMPARE(event.raw, text);
            ++count;
        }
        QCOMPARE(reader.rest().size(), text.size() - 7);
    }
    QCOMPARE(count, 50 * 200 - 1);
}

QTEST_APPLESS_MAIN(TestSseReader)
#include "tst_ssereader.moc"
