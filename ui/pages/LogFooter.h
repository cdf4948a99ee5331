// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LedgerQueries.h"
#include "domain/Retention.h"
#include "widgets/Message.h"
#include "widgets/Wish.h"

#include <QWidget>

class QPushButton;

namespace understudy {

class Console;
class ElidedLabel;
class ToneLabel;

/// What stands below the log's list: how many requests it shows and how far back it looked, how many wait to be taken up, how long
/// requests are kept, clearing the log, and what can be done where the list ends.
class LogFooter final : public QWidget {
    Q_OBJECT

public:
    enum class End {
        More,      ///< there may be older ones
        Searching, ///< they are being looked for
        Beginning, ///< there are none
        Full,      ///< there may be, but the list has no room
    };
    struct Facts {
        int shown = 0;
        int all = 0;
        int pinned = 0;
        bool filtering = false;
        std::optional<WallTime> searchedTo;
        End end = End::More;
    };

    explicit LogFooter(Console &console, QWidget *parent = nullptr);

    void tell(const Facts &facts);
    void refresh(); ///< asks how long requests are kept

signals:
    void olderWished(); ///< load older ones, or stop looking for them
    void exportWished();
    void cleared(); ///< the log has nothing any more that was there a moment ago
    void said(const understudy::Message &message);
    void wished(const understudy::Wish &wish);

private:
    void build();
    void retranslate();
    void say();
    void sayKept();
    void clear();

    Console &m_console;
    Facts m_facts;
    std::optional<RetentionPolicy> m_retention;
    bool m_clearing = false;
    ToneLabel *m_full;
    QPushButton *m_export;
    ElidedLabel *m_count;
    QPushButton *m_kept;
    QPushButton *m_clear;
    QPushButton *m_older;
};

} // namespace understudy
