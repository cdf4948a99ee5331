// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "domain/Provider.h"
#include "upstream/Transport.h"

#include <QBasicTimer>
#include <QObject>

#include <memory>
#include <vector>

namespace understudy {

class Catalogue;

/// Asks the runtimes on this machine (Ollama, LM Studio, llama.cpp, vLLM: the providers of origin Local) which models they
/// serve. All at once, on loopback addresses only, at most 300 ms together, and never blocking: a runtime that is not there refuses
/// within a millisecond. Lives in one thread with an event loop.
class LocalRuntimes final : public QObject {
    Q_OBJECT

public:
    static constexpr Milliseconds Limit{300};

    /// `transport` outlives this.
    LocalRuntimes(const QList<Provider> &providers, Transport &transport);
    ~LocalRuntimes() override;

    /// Then found() comes exactly once, never from inside the call. Asking again before that is ignored.
    void ask();

signals:
    /// The providers that answered, in the catalogue's order, each with the models that it named; their types are guessed.
    void found(const QList<Provider> &runtimes);

private:
    class Question;
    void timerEvent(QTimerEvent *event) override;
    void finish();

    QList<Provider> m_providers;
    Transport &m_transport;
    std::vector<std::unique_ptr<Question>> m_questions;
    int m_open = 0; ///< questions without an answer
    QBasicTimer m_timer;
};

} // namespace understudy
