// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/ModelNames.h"

#include <QRegularExpression>

#include <array>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Hint {
    const char *pattern; // on the lower-case name
    ModelType type;
};

// The first that fits wins: "bge-reranker" is no embedding, "qwen-vl-r1" takes pictures.
constexpr std::array hints{
    Hint{"rerank", ModelType::Rerank},
    Hint{"embed|\\bbge-|\\be5-|\\bgte-", ModelType::Embedding},
    Hint{"whisper|transcri|sensevoice|paraformer|\\basr\\b", ModelType::Transcription},
    Hint{"\\btts\\b|cosyvoice|speech", ModelType::Speech},
    Hint{"dall-e|gpt-image|stable-diffusion|\\bsdxl|flux|kolors|seedream|wanx", ModelType::Image},
    Hint{"-vl\\b|-vl-|vision|llava|gpt-4o|gemini|omni|multimodal", ModelType::Multimodal},
    Hint{"deepseek-r1|reasoner|\\bqwq|\\bo[134](-mini|-pro|-preview)?\\b|thinking|magistral", ModelType::Reasoning},
};

struct AuthWord {
    AuthStyle style;
    const char *text;
};
constexpr std::array authWords{AuthWord{AuthStyle::Bearer, "bearer"}, AuthWord{AuthStyle::ApiKeyHeader, "api-key"},
                               AuthWord{AuthStyle::None, "none"}};

} // namespace

ModelType guessType(QStringView modelId)
{
    const QString name = modelId.toString().toLower();
    for (const Hint &hint : hints) {
        if (QRegularExpression(QLatin1StringView(hint.pattern)).match(name).hasMatch())
            return hint.type;
    }
    return ModelType::Chat;
}

double guessSize(QStringView modelId)
{
    static const QRegularExpression size(u"(?:^|[^a-z0-9.])(\\d{1,4}(?:\\.\\d{1,2})?)b(?![a-z0-9])"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = size.match(modelId.toString());
    return match.hasMatch() ? match.captured(1).toDouble() : 0;
}

Model guessModel(const QString &modelId)
{
    Model model;
    model.id = modelId;
    model.type = guessType(modelId);
    model.size = guessSize(modelId);
    return model;
}

QLatin1StringView word(AuthStyle style)
{
    for (const AuthWord &entry : authWords) {
        if (entry.style == style)
            return QLatin1StringView(entry.text);
    }
    return {};
}

std::optional<AuthStyle> authStyleFromWord(QStringView text)
{
    for (const AuthWord &entry : authWords) {
        if (text == QLatin1StringView(entry.text))
            return entry.style;
    }
    return std::nullopt;
}

} // namespace understudy
