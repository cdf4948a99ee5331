// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Message.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace understudy {

class Console;
class MessageBar;
class NewPassphrase;

/// Writes the configuration into a file: without its secrets, or with them sealed by a passphrase. Ctrl+S of nothing: one button.
class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    /// Deletes itself when closed.
    explicit ExportDialog(Console &console, QWidget *parent = nullptr);

    /// What the button does after a file was chosen. The file gets mode 0600 and is whole or not there.
    void exportTo(const QString &file);

signals:
    void said(const understudy::Message &message); ///< that it is done; for the window's message bar

private:
    void build();
    void retranslate();
    void follow();
    void chooseFile();
    void write(const QString &file, const QByteArray &text);
    void setBusy(bool busy);

    Console &m_console;
    bool m_busy = false;
    QLabel *m_intro;
    QRadioButton *m_without;
    QLabel *m_withoutHint;
    QRadioButton *m_sealed;
    QLabel *m_sealedHint;
    NewPassphrase *m_passphrase;
    MessageBar *m_bar;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_export;
};

} // namespace understudy
