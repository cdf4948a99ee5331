// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ExchangeCodec.h"

#include <QtEndian>

#include <cstring>
#include <limits>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr char Version = 1;
constexpr qsizetype FirstRoom = 128 * 1024; ///< about 500 exchanges without content

template <typename Enum> constexpr int countOf = 0;
template <> constexpr int countOf<Outcome> = OutcomeCount;
template <> constexpr int countOf<SkipReason> = SkipReasonCount;
template <> constexpr int countOf<Api> = ApiCount;
template <> constexpr int countOf<DecisionKind> = int(DecisionKind::Deliver) + 1;
template <> constexpr int countOf<ExchangeStatus> = int(ExchangeStatus::Cancelled) + 1;
template <> constexpr int countOf<ExchangeKind> = int(ExchangeKind::Cache) + 1;
template <> constexpr int countOf<Provenance> = int(Provenance::Reported) + 1;
template <> constexpr int countOf<CacheResult> = int(CacheResult::Hit) + 1;

/// One list of members for writing and reading, so that the two cannot differ. Their order, and that of the values of every enumeration
/// in them, is the form: a change of it is a new Version, and what the last one wrote must still be read.
template <typename Archive, typename Record> void members(Archive &archive, Record &usage)
    requires std::same_as<std::remove_const_t<Record>, Usage>
{
    archive(usage.promptTokens, usage.completionTokens, usage.totalTokens, usage.reasoningTokens, usage.cachedTokens);
}

template <typename Archive, typename Record> void members(Archive &archive, Record &skipped)
    requires std::same_as<std::remove_const_t<Record>, SkippedCandidate>
{
    archive(skipped.position, skipped.channel, skipped.model, skipped.reason);
}

template <typename Archive, typename Record> void members(Archive &archive, Record &attempt)
    requires std::same_as<std::remove_const_t<Record>, AttemptRecord>
{
    archive(attempt.index, attempt.position, attempt.channel, attempt.model, attempt.outcome, attempt.detail, attempt.message,
            attempt.httpStatus, attempt.startedMs, attempt.connectedMs, attempt.firstOutputMs, attempt.endedMs, attempt.usage,
            attempt.provenance, attempt.bytesSent, attempt.bytesReceived, attempt.decision, attempt.reason);
}

template <typename Archive, typename Record> void members(Archive &archive, Record &exchange)
    requires std::same_as<std::remove_const_t<Record>, ExchangeRecord>
{
    archive(exchange.id, exchange.time, exchange.kind, exchange.keyId, exchange.keyName, exchange.api, exchange.askedModel,
            exchange.stream, exchange.status, exchange.servedChannel, exchange.servedModel, exchange.servedBuiltIn,
            exchange.httpStatus, exchange.errorCode, exchange.durationMs, exchange.firstOutputMs, exchange.usage,
            exchange.provenance, exchange.cache, exchange.clientRequestId, exchange.userAgent, exchange.bytesIn,
            exchange.bytesOut, exchange.attempts, exchange.skipped, exchange.requestContent, exchange.answerContent);
}

/// A number is seven bits a byte, the lowest first, its sign in the last bit (zigzag, as Protocol Buffers' sint64). A text is its
/// length times two and Latin-1, or plus one and UTF-16 (little-endian), so that no unit is ever changed.
class Writer final {
public:
    explicit Writer(QByteArray &bytes)
        : m_bytes(bytes)
        , m_at(bytes.data() + bytes.size())
    {
    }
    ~Writer() { m_bytes.resize(m_at - m_bytes.constData()); }
    Q_DISABLE_COPY_MOVE(Writer)

    template <typename... Members> void operator()(const Members &...values) { (put(values), ...); }

private:
    void needs(qsizetype more)
    {
        const qsizetype used = m_at - m_bytes.constData();
        if (used + more <= m_bytes.capacity())
            return;
        m_bytes.resize(used);
        m_bytes.reserve(std::max({FirstRoom, used * 2, used + more}));
        m_at = m_bytes.data() + used;
    }
    void count(quint64 value)
    {
        needs(10);
        for (; value >= 0x80; value >>= 7)
            *m_at++ = char(value | 0x80);
        *m_at++ = char(value);
    }
    void byte(char value)
    {
        needs(1);
        *m_at++ = value;
    }
    void put(qint64 value) { count((quint64(value) << 1) ^ quint64(value >> 63)); }
    void put(int value) { put(qint64(value)); }
    void put(bool value) { byte(char(value)); }
    void put(WallTime time) { put(qint64(time.time_since_epoch().count())); }
    template <typename Enum> void put(Enum value) requires std::is_enum_v<Enum> { byte(char(value)); }
    void put(const std::optional<qint64> &value)
    {
        byte(char(value.has_value()));
        if (value)
            put(*value);
    }
    void put(const QString &text)
    {
        const QChar *units = text.constData();
        const qsizetype size = text.size();
        char16_t all = 0;
        for (qsizetype i = 0; i < size; ++i)
            all |= units[i].unicode();
        const bool wide = all > 0xff;
        count(quint64(size) << 1 | quint64(wide));
        needs(size * 2);
        if (wide) {
            qToLittleEndian<quint16>(units, size, m_at);
            m_at += size * 2;
            return;
        }
        for (qsizetype i = 0; i < size; ++i)
            m_at[i] = char(units[i].unicode());
        m_at += size;
    }
    void put(const QByteArray &content)
    {
        count(quint64(content.size()));
        needs(content.size());
        std::memcpy(m_at, content.constData(), size_t(content.size()));
        m_at += content.size();
    }
    template <typename Item> void put(const QList<Item> &items)
    {
        count(quint64(items.size()));
        for (const Item &item : items)
            members(*this, item);
    }
    void put(const Usage &usage) { members(*this, usage); }

    QByteArray &m_bytes;
    char *m_at;
};

/// After the first wrong byte everything reads as empty and ok() is false.
class Reader final {
public:
    explicit Reader(QByteArrayView bytes)
        : m_left(bytes)
    {
    }

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_left.isEmpty(); }
    template <typename... Members> void operator()(Members &...values) { (get(values), ...); }

private:
    QByteArrayView take(quint64 size)
    {
        if (size > quint64(m_left.size())) {
            m_ok = false;
            m_left = {};
            return {};
        }
        const QByteArrayView taken = m_left.first(qsizetype(size));
        m_left = m_left.sliced(qsizetype(size));
        return taken;
    }
    uchar byte(int values)
    {
        const QByteArrayView taken = take(1);
        const int value = taken.isEmpty() ? 0 : uchar(taken.front());
        m_ok = m_ok && value < values;
        return m_ok ? uchar(value) : uchar(0);
    }
    quint64 count()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const uchar digit = byte(256);
            value |= quint64(digit & 0x7f) << shift;
            if (digit < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
    }
    void get(qint64 &value)
    {
        const quint64 bits = count();
        value = qint64(bits >> 1) ^ -qint64(bits & 1);
    }
    void get(int &value)
    {
        qint64 number = 0;
        get(number);
        m_ok = m_ok && number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max();
        value = m_ok ? int(number) : 0;
    }
    void get(bool &value) { value = byte(2) != 0; }
    void get(WallTime &time)
    {
        qint64 since = 0;
        get(since);
        time = WallTime(Milliseconds(since));
    }
    template <typename Enum> void get(Enum &value) requires std::is_enum_v<Enum> { value = Enum(byte(countOf<Enum>)); }
    void get(std::optional<qint64> &value)
    {
        if (byte(2))
            get(value.emplace());
    }
    void get(QString &text)
    {
        const quint64 size = count();
        if ((size & 1) == 0) {
            text = QString::fromLatin1(take(size >> 1));
            return;
        }
        const QByteArrayView units = take((size >> 1) <= quint64(m_left.size()) ? (size >> 1) * 2 : size);
        text.resize(units.size() / 2);
        if (!units.isEmpty())
            qFromLittleEndian<quint16>(units.data(), units.size() / 2, text.data());
    }
    void get(QByteArray &content) { content = take(count()).toByteArray(); }
    template <typename Item> void get(QList<Item> &items)
    {
        // Each item has more bytes than one, so what is left bounds the list whatever the number says.
        for (quint64 i = count(); i > 0 && m_ok; --i)
            members(*this, items.emplaceBack());
    }
    void get(Usage &usage) { members(*this, usage); }

    QByteArrayView m_left;
    bool m_ok = true;
};

} // namespace

void ExchangeEncoder::add(const ExchangeRecord &exchange)
{
    if (m_count == 0) {
        m_bytes.reserve(FirstRoom);
        m_bytes.append(Version);
    }
    Writer writer(m_bytes);
    members(writer, exchange);
    ++m_count;
}

QByteArray ExchangeEncoder::take()
{
    m_count = 0;
    return std::exchange(m_bytes, {});
}

Result<std::vector<ExchangeRecord>> decodeExchanges(QByteArrayView bytes)
{
    std::vector<ExchangeRecord> exchanges;
    if (bytes.isEmpty())
        return exchanges;
    if (bytes.front() != Version)
        return Error {ErrorKind::Conflict, u"The ledger's journal has an entry in a form that this program does not know."_s, {}};
    Reader reader(bytes.sliced(1));
    while (!reader.atEnd() && reader.ok())
        members(reader, exchanges.emplace_back());
    if (!reader.ok())
        return Error {ErrorKind::Invalid, u"The ledger's journal has a damaged entry."_s, {}};
    return exchanges;
}

} // namespace understudy
