// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/CredentialShapes.h"

#include <array>

namespace understudy::words {

namespace {

struct Shape {
    const char *provider;
    const char *prefix;
    bool telling; ///< nobody else's keys begin so
};

constexpr std::array shapes{
    Shape{"openrouter", "sk-or-", true},  Shape{"groq", "gsk_", true},          Shape{"gemini", "AIza", true},
    Shape{"xai", "xai-", true},           Shape{"fireworks", "fw_", true},      Shape{"qianfan", "bce-v3/", true},
    Shape{"openai", "sk-proj-", true},    Shape{"openai", "sk-svcacct-", true}, Shape{"openai", "sk-", false},
    Shape{"deepseek", "sk-", false},      Shape{"siliconflow", "sk-", false},   Shape{"siliconflow-intl", "sk-", false},
    Shape{"bailian", "sk-", false},       Shape{"bailian-intl", "sk-", false},  Shape{"moonshot", "sk-", false},
    Shape{"moonshot-intl", "sk-", false}, Shape{"tencent-lkeap", "sk-", false}, Shape{"hunyuan", "sk-", false},
};

} // namespace

QStringList credentialPrefixes(QStringView provider)
{
    QStringList prefixes;
    for (const Shape &shape : shapes) {
        if (provider == QLatin1StringView(shape.provider))
            prefixes.append(QString::fromLatin1(shape.prefix));
    }
    return prefixes;
}

QStringList providersOfCredential(QByteArrayView credential)
{
    QStringList providers;
    for (const Shape &shape : shapes) {
        if (shape.telling && credential.startsWith(shape.prefix) && !providers.contains(QLatin1StringView(shape.provider)))
            providers.append(QString::fromLatin1(shape.provider));
    }
    return providers;
}

} // namespace understudy::words
