// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Configuration.h"
#include "widgets/Message.h"
#include "widgets/Wish.h"
#include "words/ChannelWords.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace understudy {

class Console;
class FieldNoteLabel;
class MessageBar;
class ModelChooser;

/// Adds a provider of the user's own (a self-hosted server, a platform that the catalogue does not know), or changes any: address, how
/// it takes its key, which models it lists. Open it with open(); it deletes itself when it is closed.
class ProviderDialog final : public QDialog {
    Q_OBJECT

public:
    /// `provider` empty: a new one. `wish` fulfils what the message after saving offers. Both outlive it.
    ProviderDialog(Console &console, std::function<void(const Wish &)> wish, const QString &provider, QWidget *parent = nullptr);

    bool isDirty() const;
    void accept() override; ///< saves
    void reject() override; ///< asks first when something was typed

signals:
    void said(const understudy::Message &message);
    void saved(const QString &provider);

private:
    void build();
    void load(const Provider &provider);
    Provider edited() const;
    QStringList modelsInUse() const; ///< by channels
    void check(bool all);
    void reset();                    ///< to what is shipped
    void store(std::function<Result<Configuration>(const Configuration &)> change, const std::shared_ptr<QString> &id);
    void retranslate();

    Console &m_console;
    std::function<void(const Wish &)> m_wish;
    const bool m_isNew;
    Provider m_opened;
    Provider m_initial;
    bool m_saving = false;
    bool m_nameTouched = false;
    bool m_urlTouched = false;

    MessageBar *m_bar;
    QLabel *m_nameTitle;
    QLineEdit *m_name;
    FieldNoteLabel *m_nameNote;
    QLabel *m_urlTitle;
    QLineEdit *m_url;
    FieldNoteLabel *m_urlNote;
    QLabel *m_authTitle;
    QComboBox *m_auth;
    QCheckBox *m_modelList;
    QCheckBox *m_streamOptions;
    QLabel *m_modelsTitle;
    ModelChooser *m_models;
    FieldNoteLabel *m_modelsNote;
    QPushButton *m_reset;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace understudy
