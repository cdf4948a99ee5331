// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/TypeWords.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace understudy::words {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestShortName = 24;

QString say(const char *text) { return QCoreApplication::translate("understudy::words", text); }

} // namespace

QString typeName(ModelType type)
{
    switch (type) {
    case ModelType::Chat: return say(QT_TRANSLATE_NOOP("understudy::words", "Chat"));
    case ModelType::Reasoning: return say(QT_TRANSLATE_NOOP("understudy::words", "Reasoning"));
    case ModelType::Multimodal: return say(QT_TRANSLATE_NOOP("understudy::words", "Multimodal"));
    case ModelType::Embedding: return say(QT_TRANSLATE_NOOP("understudy::words", "Embedding"));
    case ModelType::Image: return say(QT_TRANSLATE_NOOP("understudy::words", "Image"));
    case ModelType::Speech: return say(QT_TRANSLATE_NOOP("understudy::words", "Speech"));
    case ModelType::Transcription: return say(QT_TRANSLATE_NOOP("understudy::words", "Transcription"));
    case ModelType::Rerank: return say(QT_TRANSLATE_NOOP("understudy::words", "Rerank"));
    }
    return {};
}

QString modelName(const QString &modelId) { return modelId.mid(modelId.lastIndexOf(u'/') + 1); }

QString shortModelName(const QString &modelId)
{
    const QString name = modelName(modelId);
    static const QRegularExpression size(uR"((?:^|[-_:])(\d+(?:\.\d+)?[bB])$)"_s);
    if (const QRegularExpressionMatch match = size.match(name); match.hasMatch())
        return match.captured(1);
    return name.size() > LongestShortName ? name.left(LongestShortName - 1) + u'…' : name;
}

QString position(int position)
{
    return position == 0 ? say(QT_TRANSLATE_NOOP("understudy::words", "primary"))
                         : say(QT_TRANSLATE_NOOP("understudy::words", "backup %1")).arg(position);
}

QString originName(ProviderOrigin origin)
{
    switch (origin) {
    case ProviderOrigin::Catalogue: return say(QT_TRANSLATE_NOOP("understudy::words", "From the catalogue"));
    case ProviderOrigin::Custom: return say(QT_TRANSLATE_NOOP("understudy::words", "Custom"));
    case ProviderOrigin::BuiltIn: return builtInName();
    case ProviderOrigin::Local: return say(QT_TRANSLATE_NOOP("understudy::words", "On this computer"));
    }
    return {};
}

QString builtInName() { return say(QT_TRANSLATE_NOOP("understudy::words", "Built-in")); }

} // namespace understudy::words
