// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/JsonSpan.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace understudy {

/// The members of a provider's JSON that say whether it is an answer or an error, gathered in one walk. Views into the text.
struct TopLevel {
    json::Value error, code, type, status, message, msg, object, param, data, detail, title;
    json::Value choices, output, results;
    json::Value baseResp, fault, errorCode, errorMsg, response, tencentResponse, httpCode;

    static TopLevel of(const json::Value &object);
    static TopLevel of(const json::ObjectIndex &index, QByteArrayView text);

private:
    void take(QByteArrayView name, QByteArrayView value);
};

/// An error as the provider wrote it, whatever the shape. Empty texts = not said.
struct ProviderError {
    /// Which numbers a numeric code may be: providers give the same number different meanings.
    enum class Numbers { OpenAiShape, FlatCode, BaseResp, None };

    QByteArray code; ///< also a number as text
    QByteArray type;
    QByteArray status; ///< Google's word ("RESOURCE_EXHAUSTED") or reason
    QByteArray param;
    QString message;
    Numbers numbers = Numbers::None;
    int httpCode = 0; ///< 400–599 when the body itself names a status
    std::optional<Milliseconds> retryAfter;
};

/// The error that the document holds by its shape (SEMANTICS §2 "HTTP 200 is not success"), or nothing.
std::optional<ProviderError> findError(const TopLevel &top);
std::optional<ProviderError> findError(const json::Value &document);

/// For a document that came with a status of failure: an error in any case, with whatever text can be found in it.
ProviderError readFailure(const json::Value &document);

} // namespace understudy
