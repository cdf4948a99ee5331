// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "widgets/Wish.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QTabWidget;
class QTableView;
class QToolButton;

namespace understudy {

class AttemptTable;
class ContentView;
class StatusMark;
class Waterfall;

/// What happened to one request and why: the verdict, the attempts on their time line and the reasons in sentences; the attempts as a
/// table; what was recorded of request and answer.
class LogDetail final : public QFrame {
    Q_OBJECT

public:
    enum class Recording { Off, On, NoKey }; ///< whether the request's key records contents now

    explicit LogDetail(QWidget *parent = nullptr);

    void present(const ExchangeRecord &record);
    /// The same with what was recorded, once the ledger has answered.
    void complete(const ExchangeRecord &record);
    void setRecording(Recording recording, int left = 0); ///< `left`: it ends by itself after so many requests; 0: it does not
    void setPinned(bool pinned);
    const std::optional<ExchangeRecord> &record() const { return m_record; }
    /// Why it cannot be repeated; empty: it can.
    QString repeatProblem() const;
    /// The channel of the attempt that is chosen among the attempts; else of the one that answered, else of the last one. Empty: none was called.
    QString channel() const;

signals:
    void wished(const understudy::Wish &wish);
    void closed();
    void repeatWished();
    void curlWished();
    void curlWithKeyWished();
    void channelWished(const QString &id);
    void pinWished();
    void recordingWished(bool on);

private:
    void build();
    QWidget *whyTab();
    void retranslate();
    void say();
    void sayContents();
    void sayRaw();
    void sayChannel();
    void keyPressEvent(QKeyEvent *event) override;

    std::optional<ExchangeRecord> m_record;
    bool m_complete = false;
    bool m_pinned = false;
    Recording m_recording = Recording::NoKey;
    int m_left = 0;
    StatusMark *m_status;
    QLabel *m_verdict;
    QLabel *m_facts;
    QPushButton *m_repeat;
    QPushButton *m_curl;
    QToolButton *m_curlWithKey;
    QPushButton *m_copyId;
    QPushButton *m_usage;
    QPushButton *m_channel;
    QPushButton *m_pin;
    QToolButton *m_close;
    QTabWidget *m_tabs;
    QPushButton *m_raw;
    Waterfall *m_waterfall;
    QLabel *m_whyTitle;
    QLabel *m_why;
    QScrollArea *m_scroll;
    AttemptTable *m_attempts;
    QTableView *m_table;
    ContentView *m_request;
    ContentView *m_answer;
};

} // namespace understudy
