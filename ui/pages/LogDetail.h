// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "widgets/Wish.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace understudy {

class StatusMark;
class Waterfall;

/// What happened to one request and why: the verdict, the attempts on their time line, and the reasons in sentences.
class LogDetail final : public QFrame {
    Q_OBJECT

public:
    explicit LogDetail(QWidget *parent = nullptr);

    void present(const ExchangeRecord &record);
    const std::optional<ExchangeRecord> &record() const { return m_record; }

signals:
    void wished(const understudy::Wish &wish);
    void closed();

private:
    void retranslate();
    void say();
    void keyPressEvent(QKeyEvent *event) override;

    std::optional<ExchangeRecord> m_record;
    StatusMark *m_status;
    QLabel *m_verdict;
    QLabel *m_facts;
    QPushButton *m_copyId;
    QPushButton *m_usage;
    QToolButton *m_close;
    Waterfall *m_waterfall;
    QLabel *m_whyTitle;
    QLabel *m_why;
    QScrollArea *m_scroll;
};

} // namespace understudy
