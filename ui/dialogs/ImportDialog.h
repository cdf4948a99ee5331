// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Configuration.h"
#include "widgets/Message.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace understudy {

class Console;
class EmptyState;
class ImportModel;
class MessageBar;

/// Takes over a configuration file in two steps: where it comes from, then what would change. Nothing is written before Apply; what
/// was applied can be undone. A curl command or an .env block is the business of the channel dialog.
class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    /// `pasted`: text to begin with, or empty. Deletes itself when closed.
    ImportDialog(Console &console, const QString &pasted, QWidget *parent = nullptr);

    void openFile(const QString &file); ///< as if chosen

signals:
    void said(const understudy::Message &message); ///< that it is done, with Undo; for the window's message bar

private:
    QWidget *buildSource();
    QWidget *buildPreview();
    void retranslate();
    void follow();
    void takeText(const QByteArray &text);
    QByteArray text() const;
    void chooseFile();
    void preview();
    void showPreview(const Configuration &incoming);
    void back();
    void apply();
    void setBusy(bool busy);
    void fail(const Error &error);

    Console &m_console;
    QByteArray m_file;      ///< of a chosen file
    QString m_fileName;
    Configuration m_incoming;
    bool m_busy = false;
    bool m_sealed = false;

    MessageBar *m_bar;
    QStackedWidget *m_steps;
    QLabel *m_intro;
    QPushButton *m_choose;
    QLabel *m_chosen;
    QLabel *m_pasteLabel;
    QPlainTextEdit *m_paste;
    QLabel *m_passphraseLabel;
    QLineEdit *m_passphrase;
    QLabel *m_summary;
    QTreeView *m_tree;
    ImportModel *m_model;
    EmptyState *m_nothing;
    QPushButton *m_all;
    QPushButton *m_none;
    QCheckBox *m_same;
    QPushButton *m_back;
    QPushButton *m_cancel;
    QPushButton *m_next;
};

} // namespace understudy
