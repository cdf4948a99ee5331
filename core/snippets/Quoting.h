// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Literals of other languages for texts that nobody has checked: a model id or prompt must never become code.
namespace understudy::quoting {

QString bash(const QString &text);       ///< 'it'\''s': no expansion of any kind inside
QString powerShell(const QString &text); ///< 'it''s'; typographic quotes end such a string too and are doubled as well
QString python(const QString &text);     ///< "…"
QString javaScript(const QString &text); ///< "…"
QString dotEnv(const QString &text);     ///< bare when harmless; else in quotes that both a shell and dotenv libraries understand

/// JSON of only ASCII characters, for programs that guess the encoding of what they are given.
QString asciiJson(const QString &json);

/// One line for a comment: line breaks and control characters become blanks.
QString comment(const QString &text);

} // namespace understudy::quoting
