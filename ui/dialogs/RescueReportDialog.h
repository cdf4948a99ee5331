// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RescueReport.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace understudy {

class Console;
class FiguresChart;
struct Message;

/// What failover was worth in a period, in sentences and a chart, to be saved as HTML or as a picture.
class RescueReportDialog final : public QDialog {
    Q_OBJECT

public:
    explicit RescueReportDialog(Console &console, QWidget *parent = nullptr);

    QByteArray html() const; ///< empty while nothing is shown
    QPixmap picture() const; ///< of the report without the buttons

signals:
    void said(const understudy::Message &message);

private:
    void build();
    void retranslate();
    void ask();
    void present();
    void save();
    QString periodText() const;

    Console &m_console;
    quint64 m_question = 0;
    RescueFigures m_figures;
    ChartFigures m_endings;
    bool m_known = false;
    QWidget *m_sheet;
    QComboBox *m_period;
    QLabel *m_headline;
    QLabel *m_span;
    QLabel *m_sentences;
    FiguresChart *m_chart;
    QPushButton *m_save;
    QPushButton *m_close;
};

} // namespace understudy
