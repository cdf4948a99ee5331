// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <memory>

namespace understudy {

/// The language that the program speaks: ours and Qt's own texts. One object a program, in the GUI thread.
class Translations final {
public:
    Translations();
    ~Translations();
    Q_DISABLE_COPY_MOVE(Translations)

    /// "zh_CN", "en", or "system": Chinese on a Chinese system, else English. Installing another one sends
    /// QEvent::LanguageChange to every widget. Also sets QLocale's default, which numbers and times are written with.
    void choose(const QString &language);

    QString current() const; ///< "zh_CN" or "en"

private:
    struct Installed;
    std::unique_ptr<Installed> m_installed;
};

} // namespace understudy
