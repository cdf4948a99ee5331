// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/DemoAnswers.h"
#include "domain/ModelType.h"

#include <QByteArray>
#include <QList>

namespace understudy {

/// What a simulated model says to one request: bytes as a provider would send them. Pure; the pace is the transport's.
struct SimulatedAnswer {
    int status = 200;
    QByteArray contentType;
    QList<QByteArray> pieces; ///< events of a stream, or the whole body as one piece
};

/// `body`: the upstream request. Understood: chat/completions, completions and embeddings; others get 404, as from a provider
/// that does not have them.
SimulatedAnswer simulate(const DemoAnswers &demo, Api api, QByteArrayView body, qint64 unixSeconds);

/// An error body in OpenAI's shape.
SimulatedAnswer simulatedError(int status, QByteArrayView code, const QString &message);

} // namespace understudy
