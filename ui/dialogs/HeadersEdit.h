// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/HttpHeaders.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace understudy {

class FieldNoteLabel;

/// Extra headers of a channel, a row each. Their values are secrets: what is stored is never shown, only replaced.
class HeadersEdit final : public QWidget {
    Q_OBJECT

public:
    explicit HeadersEdit(QWidget *parent = nullptr);
    ~HeadersEdit() override;

    void setHeaders(const HttpHeaders &headers);
    HttpHeaders headers() const; ///< rows without a name and a value are left out
    bool check();                ///< shows what is wrong; false when something is

signals:
    void edited();

private:
    struct Row;
    void addRow(const HttpHeader &stored);
    void retranslate();

    QList<Row *> m_rows;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    FieldNoteLabel *m_note;
};

} // namespace understudy
