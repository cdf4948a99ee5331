// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/PasteReader.h"

#include "configuration/KeySecret.h"
#include "configuration/Rules.h"
#include "words/ChannelWords.h"
#include "words/CredentialShapes.h"

#include <QRegularExpression>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostModels = 64;
constexpr qsizetype ShortestKey = 16; ///< a bare word shorter than this is no key

/// Words of a command line as a shell would see them, near enough: quotes group, a backslash, caret or backtick before a line's end
/// joins lines. Unclosed quotes end with the text.
QStringList shellWords(QStringView text)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (!quote.isNull()) {
            if (c == quote) {
                quote = QChar();
            } else if (c == u'\\' && quote == u'"' && (next == u'"' || next == u'\\')) {
                word += next;
                ++i;
            } else {
                word += c;
            }
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            inWord = true;
        } else if ((c == u'\\' || c == u'^' || c == u'`') && (next == u'\n' || next == u'\r')) {
            ++i; // the line goes on
        } else if (c.isSpace()) {
            if (inWord)
                words.append(std::exchange(word, {}));
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (inWord)
        words.append(word);
    return words;
}

/// The variable of "$NAME", "${NAME}", "%NAME%", "$env:NAME", "os.environ['NAME']" …; empty for anything else.
QString variableIn(const QString &text)
{
    static const QRegularExpression shape(
        u"\\A(?:\\$\\{?(?:env:)?|%|env:|process\\.env\\.|os\\.(?:environ|getenv)(?:\\.get)?[\\[(]['\"]?)([A-Za-z_][A-Za-z0-9_]{0,127})(?:\\}|%|['\"]?[\\])])?\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    return shape.match(text).captured(1);
}

bool isPlaceholder(const QString &text)
{
    static const QRegularExpression shape(u"[<>{}\\s…*]|\\.\\.\\.|\\A(sk-)?x{3,}|your|api[_-]?key\\z|token\\z|replace|changeme"_s, QRegularExpression::CaseInsensitiveOption);
    return shape.match(text).hasMatch();
}

class Reader {
public:
    explicit Reader(const QList<Provider> &known) : m_known(known) {}

    Pasted read(QStringView text)
    {
        const QString whole = text.left(LargestPaste).trimmed().toString();
        static const QRegularExpression curl(u"(?:\\A|\\s)(?:curl(?:\\.exe)?|wget|Invoke-RestMethod|Invoke-WebRequest)\\s"_s, QRegularExpression::CaseInsensitiveOption);
        if (curl.match(whole).hasMatch())
            readCommand(whole);
        else if (!whole.contains(u'\n') && !whole.contains(u' ') && !whole.contains(u'='))
            readWord(whole);
        else if (!readAssignments(whole))
            readLoose(whole);
        guessProvider();
        return std::move(m_pasted);
    }

private:
    void readCommand(const QString &text)
    {
        const QStringList words = shellWords(text);
        for (const QString &word : words) {
            takeHeader(word);
            if (word.startsWith("http://"_L1) || word.startsWith("https://"_L1))
                takeUrl(word);
            takeModels(word);
        }
        readInlineHeaders(text);
    }

    /// PowerShell writes headers as a table: @{"Authorization"="Bearer …"}.
    void readInlineHeaders(const QString &text)
    {
        if (!m_pasted.credential.isEmpty() || m_pasted.gatewayKey)
            return;
        static const QRegularExpression bearer(u"Bearer\\s+([^\\s\"'}]{1,4096})"_s, QRegularExpression::CaseInsensitiveOption);
        takeCredential(bearer.match(text).captured(1));
    }

    void takeHeader(const QString &word)
    {
        static const QRegularExpression header(u"\\A(?:-H|--header=)?\\s*(authorization|api-key|x-api-key)\\s*:\\s*(.+)\\z"_s, QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = header.match(word);
        if (match.hasMatch())
            takeCredential(match.captured(2).trimmed());
    }

    void readWord(const QString &word)
    {
        if (word.startsWith("http://"_L1) || word.startsWith("https://"_L1))
            takeUrl(word);
        else if (!variableIn(word).isEmpty())
            takeCredential(word);
        else if (word.size() >= ShortestKey && word.contains(QRegularExpression(u"\\A[A-Za-z0-9_./+=-]+\\z"_s)))
            takeCredential(word);
    }

    /// NAME=value lines, name: value lines, and the same inside programs. True when something was of use.
    bool readAssignments(const QString &text)
    {
        static const QRegularExpression line(
            u"(?:^|[\\s,({])(?:export\\s+|set\\s+|\\$env:)?['\"]?([A-Za-z_][A-Za-z0-9_.-]{0,127})['\"]?\\s*[=:]\\s*"
            "(?:\"([^\"\\n]{0,4096})\"|'([^'\\n]{0,4096})'|(os\\.(?:environ(?:\\.get)?|getenv)[\\[(]['\"][A-Za-z0-9_]{1,128}['\"][\\])]|Bearer\\s+[^\\s,;#'\"]{1,4096}|[^\\s,;#'\"(]{1,4096}))"_s,
            QRegularExpression::MultilineOption);
        for (auto it = line.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            QString value = match.captured(2);
            for (int group = 3; group <= 4 && value.isEmpty(); ++group)
                value = match.captured(group);
            takeNamed(match.captured(1).toUpper().replace(u'-', u'_').replace(u'.', u'_'), value.trimmed());
        }
        return !m_pasted.isEmpty();
    }

    void takeNamed(const QString &name, const QString &value)
    {
        const bool address = value.startsWith("http://"_L1) || value.startsWith("https://"_L1);
        if (name == "AUTHORIZATION"_L1 || name == "API_KEY"_L1 || name == "APIKEY"_L1 || name.endsWith("_API_KEY"_L1) || name.endsWith("_APIKEY"_L1)
            || name.endsWith("_KEY"_L1) || name.endsWith("_TOKEN"_L1)) {
            takeCredential(value);
            m_hints.append(name);
        } else if (address && (name.contains("URL"_L1) || name.contains("BASE"_L1) || name.contains("ENDPOINT"_L1) || name.contains("HOST"_L1))) {
            takeUrl(value);
        } else if (name == "MODEL"_L1 || name.endsWith("_MODEL"_L1) || name == "MODELS"_L1 || name.endsWith("_MODELS"_L1)) {
            for (const QString &model : value.split(u',', Qt::SkipEmptyParts))
                takeModel(model.trimmed());
        }
    }

    /// Prose with an address or a key somewhere in it.
    void readLoose(const QString &text)
    {
        static const QRegularExpression url(u"https?://[^\\s\"'<>)\\]]{1,2048}"_s);
        static const QRegularExpression stop(u"[.,;:!?]+\\z"_s); // of the sentence
        takeUrl(url.match(text).captured().remove(stop));
        static const QRegularExpression key(u"\\b(?:sk-|gsk_|xai-|fw_|AIza|bce-v3/)[A-Za-z0-9_/.\\-]{12,512}"_s);
        takeCredential(key.match(text).captured().remove(stop));
    }

    void takeModels(const QString &text)
    {
        static const QRegularExpression model(u"\"model\"\\s*:\\s*\"([^\"\\\\\\n]{1,256})\""_s);
        for (auto it = model.globalMatch(text); it.hasNext();)
            takeModel(it.next().captured(1));
    }

    void takeModel(const QString &model)
    {
        if (m_pasted.models.size() < MostModels && checkModelId(model) && !isPlaceholder(model) && !m_pasted.models.contains(model) && variableIn(model).isEmpty())
            m_pasted.models.append(model);
    }

    void takeUrl(const QString &text)
    {
        if (!m_pasted.baseUrl.isEmpty() || text.isEmpty())
            return;
        QUrl url(text.left(2048), QUrl::StrictMode);
        url = words::typedBaseUrl(url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo).toString());
        if (checkBaseUrl(url) && !isPlaceholder(url.host()))
            m_pasted.baseUrl = url;
    }

    void takeCredential(const QString &text)
    {
        if (!m_pasted.credential.isEmpty() || text.isEmpty())
            return;
        QString value = text.trimmed();
        if (value.startsWith("Bearer "_L1, Qt::CaseInsensitive))
            value = value.mid(7).trimmed();
        const QString variable = variableIn(value);
        if (!variable.isEmpty()) {
            m_pasted.credential.environment = variable;
            m_hints.append(variable.toUpper());
            return;
        }
        const Credential typed = words::typedCredential(value);
        if (typed.literal.reveal().startsWith(KeySecretPrefix)) {
            m_pasted.gatewayKey = true;
        } else if (!isPlaceholder(value) && !typed.literal.isEmpty() && checkCredential(typed)) {
            m_pasted.credential = typed;
        }
    }

    void guessProvider()
    {
        if (!m_pasted.baseUrl.isEmpty()) {
            for (const Provider &provider : m_known) {
                // Two with one host are told apart by their paths (…/api/v3 and …/v1).
                const bool host = provider.baseUrl.host() == m_pasted.baseUrl.host() && provider.baseUrl.port() == m_pasted.baseUrl.port();
                if (host && (m_pasted.provider.isEmpty() || provider.baseUrl.path() == m_pasted.baseUrl.path()))
                    m_pasted.provider = provider.id;
            }
            if (m_pasted.provider.isEmpty()) {
                m_pasted.name = m_pasted.baseUrl.host();
                if (m_pasted.name.startsWith("api."_L1))
                    m_pasted.name.remove(0, 4);
                m_pasted.name.truncate(64);
            }
            return;
        }
        for (const QString &hint : std::as_const(m_hints)) {
            for (const Provider &provider : m_known) {
                const QString stem = provider.id.toUpper().replace(u'-', u'_');
                if (m_pasted.provider.isEmpty() && (hint == stem || hint.startsWith(stem + u'_')))
                    m_pasted.provider = provider.id;
            }
        }
        const QStringList owners = words::providersOfCredential(m_pasted.credential.literal.reveal());
        if (m_pasted.provider.isEmpty() && owners.size() == 1)
            m_pasted.provider = owners.first();
    }

    const QList<Provider> &m_known;
    Pasted m_pasted;
    QStringList m_hints; ///< names of variables that held or name the key
};

} // namespace

Pasted readPasted(QStringView text, const QList<Provider> &known) { return Reader(known).read(text); }

} // namespace understudy
