// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QStringList>

namespace understudy {

/// A short list of texts, one a line. It is said when the focus leaves, so that a half-typed line is no error.
class LinesEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit LinesEdit(QWidget *parent = nullptr);

    QStringList lines() const; ///< trimmed, without empty and double ones
    void setLines(const QStringList &lines); ///< not while somebody types in it

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void edited(const QStringList &lines); ///< when they differ from what was set

private:
    void focusOutEvent(QFocusEvent *event) override;
    QStringList m_set;
};

} // namespace understudy
