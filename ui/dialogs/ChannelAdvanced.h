// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Channel.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace understudy {

class FieldNoteLabel;
class HeadersEdit;

/// The part of a channel's form that few need: description, proxy, extra headers, limits, tests. Folded until asked for, or until
/// something in it is not the default.
class ChannelAdvanced final : public QWidget {
    Q_OBJECT

public:
    explicit ChannelAdvanced(QWidget *parent = nullptr);

    void setChannel(const Channel &channel);
    void apply(Channel &channel) const;
    bool check(); ///< unfolds, shows what is wrong and takes the focus there; false when something is
    QToolButton *foldButton() const { return m_fold; }
    void setOpen(bool open);

signals:
    void edited();

private:
    ProxyChoice proxy() const;
    void showProxy();
    void retranslate();

    ProxyChoice m_stored;
    QToolButton *m_fold;
    QWidget *m_body;
    QLabel *m_descriptionTitle;
    QLineEdit *m_description;
    FieldNoteLabel *m_descriptionNote;
    QLabel *m_proxyTitle;
    QComboBox *m_proxyKind;
    QLineEdit *m_proxyUrl;
    FieldNoteLabel *m_proxyNote;
    QLabel *m_headersTitle;
    HeadersEdit *m_headers;
    QLabel *m_parallelTitle;
    QSpinBox *m_parallel;
    QLabel *m_perMinuteTitle;
    QSpinBox *m_perMinute;
    QLabel *m_perMonthTitle;
    QDoubleSpinBox *m_perMonth;
    QCheckBox *m_noAutoTest;
};

} // namespace understudy
