// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ExchangeRecord.h"
#include "domain/GatewayKey.h"
#include "widgets/Message.h"
#include "widgets/Wish.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QSplitter;

namespace understudy {

class ChipRow;
class CodePanel;
class Console;
class DemoSwitch;
class ElidedLabel;
class MessageBar;
class Preferences;
class RunPanel;
class SecretClipboard;

/// View Code (S9): ready programs for one key, with the order of calls from the model they name always in view; a run inside the
/// program; and a line that tells when the pasted command has arrived. Closes when its key is deleted.
class ViewCodeDialog final : public QDialog {
    Q_OBJECT

public:
    /// What it takes outlives it. `demo` is needed for the demonstration's key only.
    ViewCodeDialog(Console &console, Preferences &preferences, SecretClipboard &clipboard, DemoSwitch *demo, const QString &keyId, QWidget *parent = nullptr);

    QString keyId() const { return m_keyId; }
    void focusRun(); ///< Enter sends the question
    void run();

signals:
    void wished(const understudy::Wish &wish);

private:
    void build(DemoSwitch *demo);
    void connectAll();
    void retranslate();
    void takeConfiguration();
    void takeState();
    Message hindrance(); ///< what keeps the snippets from working; no text: nothing
    void fillModels(const GatewayKey &key);
    void showCode();
    const GatewayKey *key() const;
    QString asked() const;
    void say(const Message &message);

    // Requests of others
    void hear(const QList<ExchangeRecord> &exchanges);
    void runEnded(const QString &exchangeId);
    void showArrival();
    void noteFailover(const ExchangeRecord &exchange);

    // The demonstration's two next steps
    void showTerminal();

    Console &m_console;
    Preferences &m_preferences;
    SecretClipboard &m_clipboard;
    const QString m_keyId;
    QList<ExchangeRecord> m_held; ///< arrived while our own request was under way; one of them is ours
    QStringList m_ownExchanges;
    QString m_hindrance; ///< what the bar has said
    std::optional<ExchangeRecord> m_arrived;

    QLabel *m_modelLabel;
    QComboBox *m_model;
    QCheckBox *m_stream;
    QLabel *m_orderLabel;
    ChipRow *m_order;
    ElidedLabel *m_leftOut;
    MessageBar *m_stateBar;
    MessageBar *m_messages;
    QSplitter *m_splitter;
    CodePanel *m_code;
    RunPanel *m_run;
};

} // namespace understudy
