// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ChannelDraft.h"
#include "preferences/TestMemory.h"
#include "widgets/Message.h"
#include "widgets/Wish.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace understudy {

class ChannelAdvanced;
class Console;
class CredentialEdit;
class FieldNoteLabel;
class MessageBar;
class ModelChooser;
class SecretClipboard;
class TestStages;

/// Creates a call channel or edits one. Paste anything on top, the form at the left, the connection test at the right. Saving does not
/// need a test that passed. Open it with open(); it deletes itself when it is closed.
class ChannelDialog final : public QDialog {
    Q_OBJECT

public:
    /// A new channel of `provider` (empty: of the first one, to be chosen); `channel` not empty: that one is edited, and `provider` does
    /// not matter. `wish` fulfils what the message after saving offers, when the dialog is long gone. All outlive it; `clipboard` may be null.
    struct Subject {
        QString provider;
        QString channel;
    };
    ChannelDialog(Console &console, TestMemory &tests, SecretClipboard *clipboard, std::function<void(const Wish &)> wish, const Subject &subject,
                  QWidget *parent = nullptr);
    ~ChannelDialog() override;

    /// Reads a curl command, an .env block, an address or a key and fills the fields with what it recognises.
    void paste(const QString &text);
    bool isDirty() const;

    void accept() override; ///< saves
    void reject() override; ///< asks first when something was typed

signals:
    void said(const understudy::Message &message); ///< after it was saved
    void saved(const QString &channel);            ///< its id; before said()

private:
    void build(SecretClipboard *clipboard); ///< in the order of Tab
    QWidget *buildForm(SecretClipboard *clipboard);
    QWidget *buildTest();
    void connectFields();
    void fillProviders();
    void loadProvider(const QString &id);
    void loadChannel(const Channel &channel);
    void changed();
    void checkFields(bool all);
    QWidget *firstWrong(bool names);
    ChannelDraft draft() const;
    bool isNewProvider() const;
    void toggleTest();
    void stored(const Result<void> &result, const ChannelDraft &draft, const QString &id);
    void showPasted(const QString &text, bool warn);
    void retranslate();
    void showTestState();
    bool eventFilter(QObject *object, QEvent *event) override;
    QString providerName(const QString &id) const;

    Console &m_console;
    TestMemory &m_tests;
    std::function<void(const Wish &)> m_wish;
    const bool m_editing;
    Channel m_channel;        ///< as it was found, or as a new one begins
    Provider m_opened;        ///< the provider as it was found
    ChannelDraft m_initial;
    ChannelDraft m_testedDraft;
    std::optional<TestMemo> m_tested;
    bool m_loading = false;
    bool m_saving = false;
    bool m_nameTouched = false;
    QStringList m_touched;    ///< fields whose errors are shown

    MessageBar *m_bar;
    QLabel *m_pasteHint;
    QPushButton *m_paste;
    QScrollArea *m_scroll;
    QLabel *m_providerTitle;
    QComboBox *m_provider;
    QLabel *m_nameTitle;
    QLineEdit *m_name;
    FieldNoteLabel *m_nameNote;
    QWidget *m_newProvider;
    QLabel *m_providerNameTitle;
    QLineEdit *m_providerName;
    FieldNoteLabel *m_providerNameNote;
    QLabel *m_keyTitle;
    CredentialEdit *m_key;
    FieldNoteLabel *m_keyNote;
    QLabel *m_urlTitle;
    QLineEdit *m_url;
    FieldNoteLabel *m_urlNote;
    QLabel *m_modelsTitle;
    ModelChooser *m_models;
    FieldNoteLabel *m_modelsNote;
    ChannelAdvanced *m_advanced;
    QLabel *m_testTitle;
    QLabel *m_testState;
    TestStages *m_stages;
    QCheckBox *m_completion;
    QPushButton *m_test;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace understudy
