// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/KeysModel.h"

namespace understudy {

/// Knows each key's traffic of the last 7 days: asks the ledger when told to, and counts on by itself in between.
class KeyTrafficReader final : public QObject {
    Q_OBJECT

public:
    /// `console` outlives it.
    explicit KeyTrafficReader(Console &console, QObject *parent = nullptr);

    void count();            ///< anew; changed() or failed() follows
    void setCounting(bool on); ///< whether finished exchanges are added; a page that nobody sees counts anew later
    const QHash<QString, KeyTraffic> &traffic() const { return m_traffic; }

signals:
    void changed();
    void failed(const understudy::Error &error);

private:
    void readRecent();
    void add(const QList<ExchangeRecord> &exchanges);
    void ask(const QDateTime &since, qint64 KeyTraffic::*requests, qint64 KeyTraffic::*tokens);

    Console &m_console;
    QHash<QString, KeyTraffic> m_traffic;
    bool m_on = false;
    int m_count = 0; ///< which count the answers belong to: older ones are dropped
};

} // namespace understudy
