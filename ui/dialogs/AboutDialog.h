// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace understudy {

/// What this is, which version, under which licence, and what it is made of. Addresses are text: nothing here opens the network.
class AboutDialog final : public QDialog {
    Q_OBJECT

public:
    /// Deletes itself when closed.
    explicit AboutDialog(QWidget *parent);

private:
    void say();
    void copyVersions();

    QLabel *m_name;
    QLabel *m_version;
    QLabel *m_purpose;
    QLabel *m_licence;
    QLabel *m_parts;
    QPushButton *m_copy;
    QPushButton *m_close;
};

} // namespace understudy
