// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/ExchangeRecord.h"
#include "domain/Provider.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace understudy {

/// An answer of a simulated model. The token counts are data, not counts of the text: the tutorial's numbers come from here.
struct DemoAnswer {
    QStringList when;  ///< used when the prompt contains one of them, case ignored; empty: the default of its model
    QString reasoning; ///< empty: the model does not think aloud
    QString content;   ///< "{prompt}" stands for the prompt, cut at 200 characters
    Usage usage;       ///< prompt, completion (reasoning included), total and reasoning tokens are all set

    bool operator==(const DemoAnswer &) const = default;
};

/// A model that answers with an HTTP error, always.
struct DemoFault {
    int status = 503; ///< 400–599
    QString code;     ///< `code` and `type` of the error body
    QString message;

    bool operator==(const DemoFault &) const = default;
};

struct DemoModel {
    Model model;
    QList<DemoAnswer> answers;      ///< in the order of matching; the last one is the default. Empty for a model with a fault
    int embeddingDimensions = 0;    ///< for embedding models: length of the vectors, to be made from the text
    std::optional<DemoFault> fault; ///< the built-in fault of this model; faults for a while are set elsewhere

    bool operator==(const DemoModel &) const = default;

    /// The answer to that prompt with "{prompt}" replaced; an empty one for a model without answers.
    DemoAnswer answerFor(QStringView prompt) const;
};

/// The simulated models inside the program (resources/demo/answers.json): they say that they are simulated, in their name and,
/// unless the prompt is one of the tutorial's, in the answer.
struct DemoAnswers {
    QList<DemoModel> models;

    bool operator==(const DemoAnswers &) const = default;

    const DemoModel *model(QStringView id) const;

    static Result<DemoAnswers> load(); ///< from the program's resources
    static Result<DemoAnswers> fromJson(QByteArrayView text);
};

} // namespace understudy
