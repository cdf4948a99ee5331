// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/ChannelWords.h"

#include <QLabel>

namespace understudy {

/// What a form says below a field: nothing, a hint, a warning or an error; by mark, words and colour. Takes no room while it is
/// empty. The field's accessible description says the same.
class FieldNoteLabel final : public QLabel {
    Q_OBJECT

public:
    /// `field` may be null; it outlives this.
    explicit FieldNoteLabel(QWidget *field, QWidget *parent = nullptr);

    void setNote(const words::FieldNote &note);
    const words::FieldNote &note() const { return m_note; }

private:
    void changeEvent(QEvent *event) override;
    void paintTone();

    QWidget *m_field;
    words::FieldNote m_note;
};

} // namespace understudy
