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
    void setRecording(Recording recording);
    void setPinned(bool pinned);
    const std::optional<ExchangeRecord> &record() const { return m_record; }
    /// Why it cannot be repeated; empty: it can.
    QString repeatProblem() const;

signals:
    void wished(const understudy::Wish &wish);
    void closed();
    void repeatWished();
    void curlWished();
    void pinWished();
    void recordingWished(bool on);

private:
    void build();
    QWidget *whyTab();
    void retranslate();
    void say();
    void sayContents();
    void keyPressEvent(QKeyEvent *event) override;

    std::optional<ExchangeRecord> m_record;
    bool m_complete = false;
    bool m_pinned = false;
    Recording m_recording = Recording::NoKey;
    StatusMark *m_status;
    QLabel *m_verdict;
    QLabel *m_facts;
    QPushButton *m_repeat;
    QPushButton *m_curl;
    QPushButton *m_copyId;
    QPushButton *m_usage;
    QPushButton *m_pin;
    QToolButton *m_close;
    QTabWidget *m_tabs;
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
