// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/ConnectionStages.h"

#include <QObject>
#include <QStringList>

namespace understudy {

/// A staged connection test that runs. stageDone() for each step in order up to the first that failed, then finished() once.
class ConnectionTest : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
signals:
    void stageDone(const understudy::StageResult &result);
    void finished(bool passed);
};

/// A question to a provider which models it has. One of the two signals comes, once.
class ModelListing : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
signals:
    void listed(const QStringList &models); ///< as the provider calls them, in its order; may be empty
    void failed(const understudy::Error &error);
};

} // namespace understudy
